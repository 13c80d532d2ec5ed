"""Benches of a council in one version after another: each step changes a table in another way."""

from dataclasses import dataclass, replace
from typing import Any

from pipeline.model import Release
from pipeline.publishing.passport import Passport
from tests.publishing import samples
from tests.publishing.ckan.onlooker import Version, version

COUNT = 120
DATASET = "lysychansk-benches"


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A version of the dataset, and what is said of it."""

    release: Release
    passport: Passport

    @property
    def version(self) -> Version:
        """Its table, for a reader."""
        frame, card = self.release.tables[0].frame, self.passport.tables[0]
        rows = [tuple(row) for row in frame.itertuples(index=False, name=None)]
        return version([str(name) for name in frame.columns], card.key, rows)


def _rows(changed: int = 0, first: int = 0) -> list[tuple[str, ...]]:
    """Benches from a number on; the first so many of them stand elsewhere."""
    return [
        (
            f"{number:03}",
            "Алея «Нова»" if number - first < changed else "Алея «Липова»",
            str(number % 5),
            f"{number}.5",
            "2026-04-01",
            f"https://example.org/{number}.jpg",
        )
        for number in range(first, first + COUNT)
    ]


def stage(
    number: int,
    rows: list[tuple[str, ...]],
    *,
    title: str = "Лавки міста",
    fields: list[Any] | None = None,
    key: tuple[str, ...] = ("identifier",),
) -> Stage:
    """A stage with these rows; where fields are named, rows have these columns only."""
    known: Any = samples.SCHEMA["fields"]
    fields = fields or known
    names = [field["name"] for field in fields]
    places = [samples.names().index(name) if name in samples.names() else None for name in names]
    cut = [tuple("" if at is None else row[at] for at in places) for row in rows]
    release = samples.release(version=f"{number:012x}")
    release = replace(release, tables=(samples.table(cut, names),))
    passport = samples.passport(title=title)
    definition = {**samples.SCHEMA, "fields": fields}
    card = replace(passport.tables[0], definition=definition, key=key)
    return Stage(release=release, passport=replace(passport, tables=(card,)))


FIELDS: Any = samples.SCHEMA["fields"]
RETYPED = [{**one, "type": "string"} if one["name"] == "seats" else one for one in FIELDS]
GROWN = [*FIELDS, {"name": "colour", "title": "Колір", "type": "string"}]
RELABELLED = [{**one, "title": "Де стоїть"} if one["name"] == "place" else one for one in FIELDS]

FIRST = stage(1, _rows())
INCREMENT = stage(2, _rows(changed=3, first=2), title="Лавки громади")
REPLACED = stage(3, _rows(changed=5), fields=RETYPED)
DROPPED = stage(4, _rows(changed=7), fields=[one for one in FIELDS if one["name"] != "url"])
REKEYED = stage(5, _rows(changed=9), key=("identifier", "installed"))
ADDED = stage(6, _rows(changed=11), fields=GROWN)
RENAMED = stage(7, _rows(), fields=RELABELLED)
OTHER = stage(8, _rows(changed=40, first=5), title="Лавки й столи")
