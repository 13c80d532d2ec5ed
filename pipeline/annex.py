"""`schemas/annex.yaml`: what the annex of resolution 835 asks for, in both of its editions.

Editions, items with holders, tables and terms, which item became which, how the columns of their
tables answer each other, and which datasets of this council answer an item.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field

from pipeline import yamlfile
from pipeline.frequencies import Frequency
from pipeline.holder import Bilingual
from pipeline.parameters import Parameters

FILE = "annex.yaml"

EditionId = Literal["835-2019", "835-2025"]


class Holders(StrEnum):
    """Whose duty an item is."""

    ALL = "all"
    """Section «Усі розпорядники»."""
    COUNCILS = "councils"
    """Section «Органи місцевого самоврядування»."""


class Edition(Parameters):
    """A state of the annex."""

    id: EditionId
    title: Bilingual
    since: date = Field(alias="from")
    until: date | None = None
    """The last day, inclusive; none: still so, as far as is known."""
    standing: Literal["adopted", "unconfirmed"]


class Update(Parameters):
    """By when an item is brought up to date."""

    periodic: Frequency | None = None
    """How often at the least; none: the holder sets it."""
    due: str = Field(default="", pattern=r"^(\d\d-\d\d)?$")
    """Day of the year, `mm-dd`."""
    unplanned: int = Field(ge=1)
    """Working days after a change (point 15)."""


class Item(Parameters):
    """A dataset that the annex names."""

    edition: EditionId
    item: str = Field(pattern=r"^((all|mun)-)?\d+$")
    """`all-9`, `mun-031` by the lists of 2019; the number of the appendix in 2025: `29`."""
    title: Bilingual
    holders: Holders
    tables: tuple[str, ...] = ()
    """Paths of schemas; empty where no structure is recommended."""
    update: Update
    since: date | None = Field(default=None, alias="from")
    """Where it differs from the edition."""
    until: date | None = None
    becomes: tuple[str, ...] = ()
    """Items of the later edition."""
    datasets: tuple[str, ...] = ()
    """Datasets of the sample council that answer it."""


class ColumnMap(Parameters):
    """How columns of a table were renamed from one edition to the next."""

    source: str = Field(alias="from")
    target: str = Field(alias="to")
    columns: Mapping[str, str]
    """Old name -> new name; columns of the same name answer each other without being listed."""


class Annex(Parameters):
    """The whole file."""

    editions: tuple[Edition, ...] = Field(min_length=1)
    items: tuple[Item, ...] = Field(min_length=1)
    maps: tuple[ColumnMap, ...] = ()

    def item_of(self, schema: str) -> Item | None:
        """The item whose table this is."""
        return next((item for item in self.items if schema in item.tables), None)

    def items_in(self, edition: str) -> tuple[Item, ...]:
        """Items of one edition, in its order."""
        return tuple(item for item in self.items if item.edition == edition)

    def item(self, edition: str, number: str) -> Item | None:
        """One item by its number."""
        return next((item for item in self.items_in(edition) if item.item == number), None)

    def answering(self, edition: str) -> Mapping[str, tuple[str, ...]]:
        """Items of an edition and, for each, those of the other edition that answer it."""
        older = [item for item in self.items if item.becomes and item.edition != edition]
        return {
            item.item: item.becomes or tuple(old.item for old in older if item.item in old.becomes)
            for item in self.items_in(edition)
        }

    def edition(self, name: str) -> Edition | None:
        """One edition by its name."""
        return next((edition for edition in self.editions if edition.id == name), None)

    def interval(self, item: Item) -> tuple[date | None, date | None]:
        """From when to when an item is asked for; an open end is None."""
        edition = self.edition(item.edition)
        since = item.since or (edition.since if edition else None)
        return since, item.until or (edition.until if edition else None)

    def counterpart(self, schema: str) -> str | None:
        """The same table in the other edition."""
        for known in self.maps:
            if schema in (known.source, known.target):
                return known.target if schema == known.source else known.source
        return None

    def map_between(self, one: str, other: str) -> ColumnMap | None:
        """The map of two tables, whichever of them is the older."""
        pair = {one, other}
        return next((known for known in self.maps if {known.source, known.target} == pair), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Columns that answer each other; None on one side: there is no such column."""

    source: str | None
    target: str | None


def pairs(known: ColumnMap, source: tuple[str, ...], target: tuple[str, ...]) -> tuple[Pair, ...]:
    """Every column of both tables: the old ones in their order, then the new ones."""
    return tuple(_pairs(known.columns, source, target))


def _pairs(
    renamed: Mapping[str, str], source: tuple[str, ...], target: tuple[str, ...]
) -> Iterator[Pair]:
    answered = set(renamed.values())
    for name in source:
        same = name if name in target and name not in answered else None
        found = renamed.get(name, same)
        answered |= {found} if found else set()
        yield Pair(source=name, target=found)
    for name in target:
        if name not in answered:
            yield Pair(source=None, target=name)


def load_annex(schemas: Path) -> Annex:
    """Read the annex below the folder of schemas.

    Raises:
        ConfigurationError: the file is absent, or says something unknown.
    """
    return yamlfile.load(schemas / FILE, Annex)
