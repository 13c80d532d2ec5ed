"""What YAML may say of a column whose cells hold what several fields want: addresses, hours."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field

from pipeline.parameters import Parameters

AddressPart = Literal[
    "country",
    "region",
    "district",
    "community",
    "place",
    "street",
    "house",
    "building",
    "room",
    "post-code",
    "po-box",
]
HoursPart = Literal["work", "breaks"]
ActPart = Literal["number", "date"]
DaysPart = Literal["first", "last", "time"]
StreetPart = Literal["kind", "name", "former", "act", "renamed-on", "note"]


Part = TypeVar("Part", bound=str)


def _once(into: dict[str, Part]) -> dict[str, Part]:
    for part in into.values():
        if [*into.values()].count(part) > 1:
            raise ValueError(f"{part}: named twice")
    return into


class _Split(Parameters):
    rest: str = ""
    """Field for what is not understood or has no field; without it only a finding has it."""


class SplitAddress(_Split):
    """An address in one line, in the fields that resolution 835 recommends for it."""

    kind: Literal["address"]
    into: Annotated[dict[str, AddressPart], Field(min_length=1), AfterValidator(_once)]
    """Field -> part of the address."""


class SplitHours(_Split):
    """Working hours in the form of the recommended structures, breaks in a field of their own."""

    kind: Literal["hours"]
    into: Annotated[dict[str, HoursPart], Field(min_length=1), AfterValidator(_once)]


class SplitStreet(_Split):
    """A street: its type and name, the name before with the act and its day, a note."""

    kind: Literal["street"]
    into: Annotated[dict[str, StreetPart], Field(min_length=1), AfterValidator(_once)]


class SplitAct(_Split):
    """The number of an act and its day in one cell: «27.06.2019 № 45-12/VII»."""

    kind: Literal["act"]
    into: Annotated[dict[str, ActPart], Field(min_length=1), AfterValidator(_once)]


class SplitDays(_Split):
    """When something takes place: «23–24.08.2024», «9 травня 2024 р. о 11:00»."""

    kind: Literal["days"]
    into: Annotated[dict[str, DaysPart], Field(min_length=1), AfterValidator(_once)]
    """Field -> the first day, the last one where there are several, the hour."""
    year: int | None = Field(default=None, ge=1990, le=2100)
    """The year of days that write none, as the title of the table says it."""


Split = Annotated[
    SplitAddress | SplitHours | SplitStreet | SplitAct | SplitDays, Field(discriminator="kind")
]


def fields_of(splits: Mapping[str, Split]) -> Iterator[tuple[str, str]]:
    """Every field that a split fills, with the column that it comes from."""
    for column, split in splits.items():
        for name in (*split.into, *([split.rest] if split.rest else [])):
            yield name, column
