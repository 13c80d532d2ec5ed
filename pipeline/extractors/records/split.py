"""Cells that hold what several fields want: addresses, working hours, streets, acts, days.

Forms: recommended structures of resolution 835 (value rules of addresses and hours). Nothing of a
cell is lost: what is not understood, or has no declared field, is the rest, which goes to its field
where one is declared and to a finding either way.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from pipeline.extractors.records.rows import Record
from pipeline.model import Finding, Severity
from pipeline.parameters.registry import RegistryParameters
from pipeline.parameters.registry_split import Split, SplitDays
from pipeline.ukrainian.act_references import parse_reference
from pipeline.ukrainian.addresses import parse_address
from pipeline.ukrainian.day_spans import parse_days
from pipeline.ukrainian.hours import parse_hours
from pipeline.ukrainian.streets import parse_street

_COUNTRY = "Україна"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A cell in parts."""

    fields: Mapping[str, str]
    """Every field of the split, the one of the rest included."""
    rest: str
    """What has no field of its own; empty where the cell is split as a whole."""
    is_read: bool
    """Whether anything of the cell is understood."""


def part_cell(text: str, split: Split) -> Parted:
    """Split a cell; one without text has empty fields."""
    found, left = _parts(text, split) if text else ({}, [])
    for part in _implied(found) - {*split.into.values()}:
        found.pop(part, None)
    fields = {name: found.pop(part, "") for name, part in split.into.items()}
    rest = ", ".join([*(value for value in found.values() if value), *left])
    is_read = any(fields.values()) or not text
    if not is_read:
        rest = text
    if split.rest:
        fields[split.rest] = rest
    return Parted(fields=fields, rest=rest, is_read=is_read)


def _parts(text: str, split: Split) -> tuple[dict[str, str], list[str]]:
    if isinstance(split, SplitDays):
        return _days(text, split.year)
    return _READERS[split.kind](text)


def split_columns(
    columns: Mapping[str, pd.Series], parameters: RegistryParameters
) -> dict[str, pd.Series]:
    """The fields that follow from columns by splitting, row by row."""
    made: dict[str, pd.Series] = {}
    for column, split in parameters.split.items():
        cells = columns[column].astype(str)
        parted = {text: part_cell(text, split).fields for text in cells.unique()}
        for name in (*split.into, *([split.rest] if split.rest else [])):
            values = [parted[text][name] for text in cells]
            made[name] = pd.Series(values, index=cells.index, dtype=str)
    return made


def unsplit(records: Sequence[Record], parameters: RegistryParameters) -> Iterator[Finding]:
    """A finding for every cell that is not split as a whole, with what is left as its value.

    What is left and published nowhere is an error.
    """
    for column, split in parameters.split.items():
        kept = split.rest or (column if column in parameters.columns else "")
        for record in records:
            parted = part_cell(record.values[column], split)
            if parted.rest:
                yield Finding(
                    code="part-unread" if parted.is_read else "parts-unread",
                    severity=Severity.WARNING if kept else Severity.ERROR,
                    place=record.origin.at(column),
                    table=parameters.table.rpartition("/")[2],
                    field=kept or next(iter(split.into)),
                    value=parted.rest,
                    details={"column": column, "kept": kept or "no"},
                )


def _implied(found: Mapping[str, str]) -> set[str]:
    """Parts that other parts say as well: the one country, the day of an act."""
    return {"country", *(["renamed-on"] if found.get("act") else [])}


def _address(text: str) -> tuple[dict[str, str], list[str]]:
    read = parse_address(text)
    found = {part: getattr(read, name) for part, name in _ADDRESS.items()}
    return {**found, "country": _COUNTRY if any(found.values()) else ""}, read.rest


def _hours(text: str) -> tuple[dict[str, str], list[str]]:
    read = parse_hours(text)
    return ({}, [text]) if read is None else ({"work": read.work, "breaks": read.breaks}, [])


def _street(text: str) -> tuple[dict[str, str], list[str]]:
    read = parse_street(text)
    parts = {"kind": read.kind, "name": read.name, "former": read.former, "act": read.act}
    day = read.renamed_on.isoformat() if read.renamed_on else ""
    return {**parts, "renamed-on": day, "note": read.note}, []


def _act(text: str) -> tuple[dict[str, str], list[str]]:
    read = parse_reference(text)
    day = read.day.isoformat() if read.day else ""
    return {"number": read.number, "date": day}, [read.rest] if read.rest else []


def _days(text: str, year: int | None) -> tuple[dict[str, str], list[str]]:
    read = parse_days(text, year=year)
    first, last = (day.isoformat() if day else "" for day in (read.first, read.last))
    return {"first": first, "last": last, "time": read.time}, [read.rest] if read.rest else []


_ADDRESS: Mapping[str, str] = MappingProxyType(
    {
        "region": "admin_unit_l2",
        "district": "admin_unit_l3",
        "community": "admin_unit_l4",
        "place": "post_name",
        "street": "thoroughfare",
        "house": "locator_designator",
        "building": "locator_building",
        "room": "locator_name",
        "post-code": "post_code",
        "po-box": "po_box",
    }
)
_READERS: Mapping[str, Callable[[str], tuple[dict[str, str], list[str]]]] = MappingProxyType(
    {"address": _address, "hours": _hours, "street": _street, "act": _act}
)
