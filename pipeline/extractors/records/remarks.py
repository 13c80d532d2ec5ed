"""What is said of the cells of a registry: each oddity with its place, common ones counted."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extractors.records.above import TAKEN, UNREAD
from pipeline.extractors.records.cells import (
    CUT,
    DOUBTFUL,
    FOOTNOTE,
    GROUPED,
    OTHER,
    SPACES,
)
from pipeline.extractors.records.numbers import BRACKETS, SCALED, SIGN_DOUBTFUL, UNIT
from pipeline.model import Finding, Origin, Severity
from pipeline.parameters.registry import Column
from pipeline.readers.grids.cells import ranges

_TURNED = "text-became-date"
_BROKEN = "word-broken-by-line"
_NOTED = "footnote-mark-kept"
_MENDED = {"leading-zero-restored", SPACES, GROUPED, TAKEN, UNIT, FOOTNOTE, BRACKETS, SCALED}
"""What was put right in a cell, or taken as declared: no fault."""
_DOUBTED = {_TURNED, _BROKEN, _NOTED, CUT, DOUBTFUL, OTHER, SIGN_DOUBTFUL}
"""What a person should look at; the value stays."""
_COUNTED = {*_MENDED, _TURNED, _BROKEN, _NOTED, UNREAD, SIGN_DOUBTFUL}
"""What is said once a field, with the first place."""
_NO_DATES = {"text", "code", "act-number", "phone"}
_BROKEN_WORD = re.compile(r"[^\W\d_]{2}[-\u2010\u2011\u00ad][ \t\xa0]*[\r\n]\s*[^\W\d_]{2}")
_MARK = re.compile(
    r"[^\W_»\")]\s?\*{1,3}$|[»\")]\s?\*{1,3}$"
    # «м²» and «9⁰⁰» are no marks.
    r"|(?<![мm⁰¹²³⁴⁵⁶⁷⁸⁹])[¹²³⁴⁵⁶⁷⁸⁹]⁾?$|(?<![0-9мm⁰¹²³⁴⁵⁶⁷⁸⁹])[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]⁾?$"
)
_MARKS = frozenset("*⁾⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """A row that something is said of."""

    origin: Origin
    line: int

    def remark(self, code: str, name: str, column: Column, cell: str) -> Finding:
        """What is said of one cell of the row."""
        severity = Severity.WARNING if code in _DOUBTED else Severity.ERROR
        width, line = column.width or 0, str(self.line)
        return Finding(
            code=code,
            severity=Severity.INFO if code in _MENDED else severity,
            place=self.origin.at(name),
            field=name,
            value=cell,
            details={"field": name, "width": width, "count": 1, "rows": line},
        )


def doubts(
    columns: Mapping[str, Column], raw: Mapping[str, str], dates: frozenset[str], place: RowPlace
) -> Iterator[Finding]:
    """Cells that are published as they are, and hardly as they were meant.

    Args:
        columns: field -> its column.
        raw: field -> cell as it stands.
        dates: fields whose cell a spreadsheet holds as a date; it takes a version `10.8.1`, a house
            `3/5` or a number `7-3` for one, and what was typed is lost.
        place: of the row.
    """
    for name, column in columns.items():
        cell = raw.get(name, "")
        if column.kind in _NO_DATES and name in dates:
            yield place.remark(_TURNED, name, column, cell)
        if column.kind == "text" and "\n" in cell and _BROKEN_WORD.search(cell):
            yield place.remark(_BROKEN, name, column, cell)
        if column.kind == "text" and cell.rstrip()[-1:] in _MARKS and _MARK.search(cell.strip()):
            yield place.remark(_NOTED, name, column, cell)


def folded(findings: Sequence[Finding]) -> Iterator[Finding]:
    """What is counted is said once a field, with the first place, the count and the rows."""
    keys = Counter((item.code, item.field) for item in findings if item.code in _COUNTED)
    lines: dict[tuple[str, str | None], list[int]] = {}
    for item in findings:
        lines.setdefault((item.code, item.field), []).append(int(item.details["rows"]))
    for item in findings:
        key = (item.code, item.field)
        if item.code not in _COUNTED:
            yield item
        elif count := keys.pop(key, 0):
            yield replace(
                item, details={**item.details, "count": count, "rows": ranges(lines[key])}
            )
