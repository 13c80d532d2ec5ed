"""Running numbers of acts: which are missing between those that are there, which are there twice.

Which part of a number runs, and within what, differs: a council counts within a session
(`16-170/VIII`) or a convocation (`542-VIII`), a mayor within a year (`365-р`). Other forms
(`65/984`, `7/58-35`) are declared by a pattern in the descriptor.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Finding, Severity, Table
from pipeline.parameters.checks import ActNumbers
from pipeline.validation.findings import cell_finding, doubled

_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    pattern: re.Pattern[str]
    by_year: bool
    from_one: bool


_CONVOCATION = "(?P<convocation>[IVXLC]+)"
_SERIAL = "(?P<serial>[0-9]+)(?P<letter>[а-яіїєґ]?)"
_USUAL = (
    _Form(
        pattern=re.compile(f"(?P<session>[0-9]+)-{_SERIAL}/{_CONVOCATION}"),
        by_year=False,
        from_one=True,
    ),
    _Form(pattern=re.compile(f"{_SERIAL}-{_CONVOCATION}"), by_year=False, from_one=False),
    _Form(
        pattern=re.compile("(?P<serial>[0-9]+)(?P<suffix>-?[а-яіїєґ]{0,3})"),
        by_year=True,
        from_one=False,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    row: int
    serial: int
    text: str
    start: int
    """Where the running number begins in the text."""
    end: int

    def with_serial(self, serial: int) -> str:
        """The number of a neighbour."""
        return f"{self.text[: self.start]}{serial}{self.text[self.end :]}"


def gaps_and_doubles(
    table: Table, cells: Sequence[Sequence[str]], parameters: ActNumbers
) -> Iterator[Finding]:
    """Findings about pairs of number and date, one pair for each row of the table."""
    forms = _forms(parameters)
    groups: dict[tuple[str, ...], list[_Number]] = {}
    unread: list[int] = []
    for row, (text, day) in enumerate(cells, start=1):
        found = _read(text, forms)
        if found is None:
            unread += [row] if text else []
            continue
        form, match = found
        number = _Number(
            row=row,
            serial=int(match["serial"]),
            text=text,
            start=match.start("serial"),
            end=match.end("serial"),
        )
        groups.setdefault(_group(form, match, day), []).append(number)
    for key, numbers in groups.items():
        yield from _gaps(table, numbers, parameters, from_one=key[0] == "from-one")
        yield from _doubles(table, numbers, parameters)
    yield from _unread(table, unread, parameters)


def _forms(parameters: ActNumbers) -> Sequence[_Form]:
    if parameters.pattern is None:
        return _USUAL
    declared = re.compile(parameters.pattern)
    form = _Form(pattern=declared, by_year=parameters.by_year, from_one=parameters.from_one)
    return (form,)


def _read(text: str, forms: Sequence[_Form]) -> tuple[_Form, re.Match[str]] | None:
    for form in forms:
        match = form.pattern.fullmatch(text)
        if match:
            return form, match
    return None


def _group(form: _Form, match: re.Match[str], day: str) -> tuple[str, ...]:
    """What numbers run within: every named part but the running number and its letter."""
    parts: Mapping[str, str | None] = match.groupdict()
    inner = (str(parts[name]) for name in sorted(parts) if name not in {"serial", "letter"})
    return ("from-one" if form.from_one else "", day[:4] if form.by_year else "", *inner)


def _gaps(
    table: Table, numbers: Sequence[_Number], parameters: ActNumbers, *, from_one: bool
) -> Iterator[Finding]:
    by_serial = {number.serial: number for number in reversed(numbers)}
    serials = sorted(by_serial)
    before = [0, *serials] if from_one else serials
    after = serials if from_one else serials[1:]
    spans = [
        (low + 1, high - 1) for low, high in zip(before, after, strict=False) if high > low + 1
    ]
    if spans:
        following = by_serial[spans[0][1] + 1]
        yield cell_finding(
            "act-number-gap",
            table,
            following.row,
            parameters.field,
            parameters.severity,
            count=sum(last - first + 1 for first, last in spans),
            numbers=_named(spans, following),
        )


def _named(spans: Sequence[tuple[int, int]], near: _Number) -> str:
    names = [
        near.with_serial(first)
        if first == last
        else f"{near.with_serial(first)} … {near.with_serial(last)}"
        for first, last in spans[:_LISTED]
    ]
    return ", ".join([*names, "…"] if len(spans) > _LISTED else names)


def _doubles(table: Table, numbers: Sequence[_Number], parameters: ActNumbers) -> Iterator[Finding]:
    names, seen = [parameters.field], dict[str, int]()
    for number in numbers:
        row, first = number.row, seen.setdefault(number.text, number.row)
        if first != row:
            yield doubled("act-number-double", table, names, row, first, parameters.severity)


def _unread(table: Table, rows: Sequence[int], parameters: ActNumbers) -> Iterator[Finding]:
    if rows:
        yield cell_finding(
            "act-number-unread",
            table,
            rows[0],
            parameters.field,
            Severity.INFO,
            count=len(rows),
        )
