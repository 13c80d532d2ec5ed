"""The codifier of territories (КАТОТТГ) and what the former classifier (КОАТУУ) became in it.

The codes are no part of the project: they come from tables that a descriptor names, the codifier
itself (наказ Мінрегіону від 26.11.2020 № 290) and the Ministry's table of both codes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.ukrainian.identifiers import TerritoryLevel, katottg_level, parse_koatuu
from pipeline.ukrainian.text import fold_spaces, plain

_LEVELS = 5
"""Columns of codes in the codifier: the whole first, the part last."""
_KINDS = {
    "O": "область",
    "K": "місто зі спеціальним статусом",
    "P": "район",
    "H": "територіальна громада",
    "M": "місто",
    "T": "селище міського типу",
    "C": "село",
    "X": "селище",
    "B": "район у місті",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """One object of the codifier."""

    code: str
    category: str
    """Its letter: `H` for a community."""
    name: str
    """Without its category: «Зразківська»."""
    above: tuple[str, ...]
    """Codes of what it is a part of, the region first."""

    @property
    def level(self) -> TerritoryLevel | None:
        """The level that the code says by its form."""
        return katottg_level(self.code)

    @property
    def kind(self) -> str:
        """Its category in words; empty for one that is not known."""
        return _KINDS.get(self.category, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Codifier:
    """Territories by code and by name."""

    territories: Mapping[str, Territory]
    by_name: Mapping[str, tuple[str, ...]]
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Code of КОАТУУ -> codes of КАТОТТГ that it became; more than one where it was divided."""

    def of(self, code: str) -> Territory | None:
        """The territory of a code; None: there is no such code."""
        return self.territories.get(code)

    def named(self, name: str, *, within: str = "", category: str = "") -> tuple[Territory, ...]:
        """Every territory of that name, or those of them inside another one."""
        found = (self.territories[code] for code in self.by_name.get(_key(name), ()))
        return tuple(
            item
            for item in found
            if (not within or within in item.above or within == item.code)
            and (not category or item.category == category)
        )

    def of_koatuu(self, code: str) -> tuple[Territory, ...]:
        """What a code of КОАТУУ became; empty where the table does not say."""
        codes = self.former.get(code.zfill(10), ())
        return tuple(self.territories[item] for item in codes if item in self.territories)

    def address(self, code: str) -> Mapping[str, str]:
        """Fields of an address that follow from a code; none where the code is not known."""
        territory = self.of(code)
        fields = {}
        for item in self._line(territory) if territory else ():
            name, written = _address_field(item)
            if name:
                fields[name] = written
        return fields

    def _line(self, territory: Territory) -> Iterator[Territory]:
        yield from (self.territories[code] for code in territory.above if code in self.territories)
        yield territory


def codifier(rows: Iterable[Sequence[str]], former: Iterable[tuple[str, str]] = ()) -> Codifier:
    """The codifier from its rows: five codes, category, name.

    Args:
        rows: without the header; a row of another shape is passed over, see `is_row`.
        former: pairs of codes, КОАТУУ and КАТОТТГ.
    """
    territories: dict[str, Territory] = {}
    by_name: dict[str, list[str]] = {}
    for row in rows:
        territory = _territory(row)
        if territory is not None:
            territories[territory.code] = territory
            by_name.setdefault(_key(territory.name), []).append(territory.code)
    return Codifier(
        territories=territories,
        by_name={name: tuple(codes) for name, codes in by_name.items()},
        former=former_codes(former),
    )


def former_codes(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Code of КОАТУУ, ten digits -> codes of КАТОТТГ that it became; other pairs are passed over.

    A code of КОАТУУ that lost its leading zero is meant with it.
    """
    became: dict[str, list[str]] = {}
    for old, new in pairs:
        if parse_koatuu(old.zfill(10)) and katottg_level(new):
            became.setdefault(old.zfill(10), []).append(new)
    return {old: tuple(dict.fromkeys(new)) for old, new in became.items()}


def is_row(row: Sequence[str]) -> bool:
    """Whether a row has the shape of the codifier: codes from the whole to the part."""
    return _territory(row) is not None


def _territory(row: Sequence[str]) -> Territory | None:
    if len(row) < _LEVELS + 2:
        return None
    codes = [cell.strip() for cell in row[:_LEVELS]]
    filled = [code for code in codes if code]
    if not filled or not all(map(katottg_level, filled)) or not row[_LEVELS + 1].strip():
        return None
    above = tuple(dict.fromkeys(filled[:-1]))
    return Territory(
        code=filled[-1],
        category=fold_spaces(row[_LEVELS]),
        name=fold_spaces(row[_LEVELS + 1]),
        above=tuple(code for code in above if code != filled[-1]),
    )


def _address_field(territory: Territory) -> tuple[str, str]:
    match territory.category:
        case "O":
            is_region = territory.name.endswith("ка")
            written = f"{territory.name} область" if is_region else territory.name
            return "addressAdminUnitL2", written
        case "P":
            return "addressAdminUnitL3", f"{territory.name} район"
        case "H":
            return "addressAdminUnitL4", f"{territory.name} територіальна громада"
        case "M" | "T" | "C" | "X" | "K":
            return "addressPostName", territory.name
    return "", ""


def _key(name: str) -> str:
    return plain(fold_spaces(name)).lower()
