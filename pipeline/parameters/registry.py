"""What YAML may say to the extractor of registries: columns, filters, spellings, history."""

from collections.abc import Iterator, Sequence, Set
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from pipeline.parameters import Parameters
from pipeline.parameters.patterns import Pattern, compiled
from pipeline.parameters.registry_split import Split, fields_of


def _has_a_group(pattern: str) -> str:
    if compiled(pattern).groups != 1:
        raise ValueError("the pattern needs one group, around the four digits of the year")
    return pattern


Text = Annotated[str, Field(min_length=1)]
YearPattern = Annotated[Pattern, AfterValidator(_has_a_group)]


_OF_NUMBERS = {"decimal_sign", "units", "scales", "negative"}


class Column(Parameters):
    """A column of the source and the field it becomes.

    Names are compared without regard to case, spaces, quotes, apostrophes and letters that look
    alike in both alphabets; a column without a name goes by its letter: `[J]`.
    """

    names: tuple[Text, ...] = Field(min_length=1)
    """Every name the column has had, the newest first."""
    required: bool = True
    """Whether a source without this column is reported as an error."""
    kind: Literal["text", "code", "date", "number", "act-number", "phone", "month", "year"] = "text"
    width: int | None = Field(default=None, ge=2)
    """Digits of a code; a shorter one has lost its leading zeros."""
    pad: bool = False
    """Whether lost leading zeros are put back; every such cell is counted in a finding."""
    formats: tuple[Text, ...] = ()
    """How dates are written, as `%d.%m.%Y`; `excel` for serial numbers without a format, `words`
    for «3 березня 2021 р.»."""
    decimal_sign: Literal[",", "."] = ","
    """What stands before the decimals of a number that is text; the other one, spaces and
    apostrophes group. A cell stored as a number needs no sign."""
    units: tuple[Text, ...] = ()
    """What may stand behind a number, as «грн.» or «чол.»; it is left out and counted."""
    scales: dict[str, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)
    """Words behind a number and what they stand for: `{млн: 1000000}`; the empty word is for a
    number without one, which is refused otherwise."""
    negative: Literal["minus", "brackets"] = "minus"
    """Whether «(1 234,50)» means a number below zero, as accountants write it."""
    missing: tuple[Text, ...] = ()
    """Words that stand for an empty cell of this column, besides those of all columns."""
    between_lines: Annotated[str, StringConstraints(strip_whitespace=False)] = " "
    """What parts the lines of a cell of text, as `; ` where each is a value of its own; a line that
    ends in a sign of its own is followed by a space."""
    from_above: Literal["nothing", "dittos", "blanks"] = "nothing"
    """Which cells have the value of the row above: those that say so («-//-», «те саме»), or empty
    ones as well, as where a group is named in its first row only."""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "Column":
        if self.width is not None and self.kind != "code":
            raise ValueError("width belongs to kind: code")
        if self.pad and self.width is None:
            raise ValueError("pad needs width")
        if self.between_lines != " " and self.kind != "text":
            raise ValueError("between_lines belongs to kind: text")
        for name in sorted(_OF_NUMBERS & self.model_fields_set) if self.kind != "number" else ():
            raise ValueError(f"{name} belongs to kind: number")
        if bool(self.formats) != (self.kind == "date"):
            raise ValueError("formats belongs to kind: date, which needs it")
        return self


class Ignored(Parameters):
    """A column of the source that is left out."""

    name: Text
    because: Text


class Joined(Parameters):
    """One column of the source that a comma in its name broke into neighbours."""

    name: Text
    parts: tuple[Text, ...] = Field(min_length=2)
    separator: Annotated[str, StringConstraints(strip_whitespace=False)] = ", "


class RowRule(Parameters):
    """A filter: a row falls under it when one of the columns matches."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    columns: tuple[str, ...] = Field(min_length=1)
    matches: Pattern
    because: Text


class Heading(RowRule):
    """A row that names what the rows under it belong to, as a unit stands above its programmes.

    It is left out, also where it has sums of its own; it holds until the next such row.
    """

    value: str
    """Column or helper that has the name."""


class Kind(Parameters):
    """A value of a closed list and the pattern that speaks for it."""

    matches: Pattern
    value: Text


class Classified(Parameters):
    """A field that follows from another by patterns; the first that matches wins."""

    column: str
    rules: tuple[Kind, ...] = Field(min_length=1)


class Spelling(Parameters):
    """A reviewed spelling and those it stands for; compared like names of columns."""

    value: Text
    match: tuple[Text, ...] = Field(min_length=1)


class YearFromColumn(Parameters):
    """The year stands in a column of each row."""

    column: str
    pattern: YearPattern


class YearFromAddress(Parameters):
    """The year stands in the address of the source."""

    address: YearPattern


class YearFromSheet(Parameters):
    """The year stands in the name of the sheet."""

    sheet: YearPattern


class Status(Parameters):
    """What is said of an organisation that the newest year has, and of one that it has not."""

    field: str = "status"
    present: Text
    absent: str = Field(pattern=r".*\{year\}.*")
    """`{year}` is the first year of the sources without the organisation."""


class History(Parameters):
    """Several years of one registry: a row an organisation, and a row an organisation and year."""

    table: Text
    """Schema of the table with a row for each organisation and year."""
    key: str
    year: tuple[YearFromColumn | YearFromAddress | YearFromSheet, ...] = Field(min_length=1)
    """Tried in this order."""
    year_field: str = "year"
    first_field: str = "firstSeen"
    last_field: str = "lastSeen"
    status: Status | None = None


class RegistryParameters(Parameters):
    """A registry: which column becomes which field, which rows stay, what follows from what."""

    table: Text
    """Schema of the table: a row of the registry, or with `history` the newest of each key."""
    columns: dict[str, Column] = Field(min_length=1)
    """Field -> column; the fields stand in the table in this order."""
    helpers: dict[str, Column] = Field(default_factory=dict)
    """Columns that filters and years need and that are not published."""
    ignore: tuple[Ignored, ...] = ()
    joined: tuple[Joined, ...] = ()
    missing: tuple[Text, ...] = ("null",)
    """Words that stand for an empty cell."""
    footnotes: tuple[Text, ...] = ()
    """Marks of notes, as `*`, that cells end with; they are left out and counted."""
    keep: tuple[RowRule, ...] = ()
    """A row stays when it falls under every one of these."""
    drop: tuple[RowRule, ...] = ()
    """A row goes when it falls under one of these: totals, notes."""
    headings: dict[str, Heading] = Field(default_factory=dict)
    """Field -> the rows that say it of the rows under them; tried before `keep` and `drop`."""
    classify: dict[str, Classified] = Field(default_factory=dict)
    split: dict[str, Split] = Field(default_factory=dict)
    """Column or helper -> the fields into which its cells are split."""
    lookups: dict[str, tuple[Spelling, ...]] = Field(default_factory=dict)
    """Spellings for `table`; the history keeps those of its year."""
    history: History | None = None

    @model_validator(mode="after")
    def _names_exist(self) -> "RegistryParameters":
        known = {**self.columns, **self.helpers}
        for name in self._used():
            if name not in known:
                raise ValueError(f"{name} is not among columns or helpers")
        split = [name for name, _ in fields_of(self.split)]
        for name in self.split:
            if known[name].kind != "text":
                raise ValueError(f"{name}: split needs kind: text")
        for name in (*self.lookups, *([self.history.key] if self.history else [])):
            if name not in {*self.columns, *self.headings, *split}:
                raise ValueError(f"{name} is not among columns")
        made = [*self.columns, *self.helpers, *self.headings, *self.classify, *split]
        _refuse_twice(made, {*split} & {*self.split})
        return self

    def _used(self) -> Iterator[str]:
        for rule in (*self.keep, *self.drop, *self.headings.values()):
            yield from rule.columns
        yield from (heading.value for heading in self.headings.values())
        yield from (rule.column for rule in self.classify.values())
        yield from self.split
        for year in self.history.year if self.history else ():
            if isinstance(year, YearFromColumn):
                yield year.column


def _refuse_twice(made: Sequence[str], parted: Set[str]) -> None:
    twice = {name for name in made if made.count(name) > 1}
    if twice & parted:
        name = min(twice & parted)
        raise ValueError(f"{name}: split fills it, so give the column another name, in helpers")
    if twice:
        raise ValueError(f"{', '.join(sorted(twice))}: named twice")
