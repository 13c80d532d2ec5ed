"""Cells of a registry as its table wants them: codes whole, dates ISO 8601, numbers plain.

What one cell says for several fields is in `pipeline.extractors.records.split`.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from pipeline.extractors.records.numbers import UNREADABLE, read_number
from pipeline.extractors.records.periods import read_month, read_year
from pipeline.parameters.registry import Column
from pipeline.ukrainian.act_numbers import find_signed
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.budget_codes import fold_code
from pipeline.ukrainian.dates import parse_date
from pipeline.ukrainian.identifiers import is_edrpou
from pipeline.ukrainian.phones import normal_phones
from pipeline.ukrainian.text import fold_spaces, plain

SPACES = "spaces-folded"
"""Code of a cell in which spaces became one, or signs that cannot be seen were dropped."""
GROUPED = "code-groups-joined"
"""Code of a cell whose code was printed in groups: `01 1 0150`."""
OTHER = "code-of-other-form"
"""Code of a code that is not of as many digits as its column says."""
DOUBTFUL = "leading-zero-doubtful"
"""Code of a code whose check digit does not agree when the zeros are put back."""
CUT = "act-number-with-words"
"""Code of a cell that says more than the number of an act."""
FOOTNOTE = "footnote-mark-left-out"
"""Code of a cell that ended with a declared mark of a note."""
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+|[0-9]+\.0+")
_TWO_NUMBERS = re.compile(r"[0-9][^\S\n]*\n\s*[0-9]")
"""Digits on two lines: one number broken by the cell, or two of them; nobody can tell."""
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# Day 0 of the serial numbers of Excel for Windows.
_EXCEL_ZERO = date(1899, 12, 30)
# Four digits are a year, not a day of the first third of the twentieth century.
_EXCEL_FIRST, _EXCEL_LAST = 10_000, 100_000
_EDRPOU = 8
_OPEN_ENDS = frozenset(",;:-–—/(«№")
"""Signs after which a line goes on, or has its own end."""


def clean(text: str, column: Column, missing: Sequence[str]) -> tuple[str, str]:
    """The cell, and the code of what is wrong with it or was put right in it, if anything.

    An unreadable cell stays as it is: validation shows it again under the schema.
    """
    whole = text.strip()
    text = _one_line(whole, column.between_lines)
    if text.casefold() in {word.casefold() for word in (*missing, *column.missing)}:
        return "", ""
    if not text or column.kind == "text":
        return text, SPACES if text != whole else ""
    if column.kind == "number" and _TWO_NUMBERS.search(whole):
        return text, UNREADABLE
    return _READERS[column.kind](text, column)


def _one_line(text: str, between: str) -> str:
    if between == " " or "\n" not in text:
        return fold_spaces(text)
    lines = [line for written in text.split("\n") if (line := fold_spaces(written))]
    ends = [" " if line[-1] in _OPEN_ENDS else between for line in lines]
    return "".join(f"{line}{end}" for line, end in zip(lines, [*ends[:-1], ""], strict=True))


def without_mark(text: str, marks: Sequence[str]) -> str:
    """The cell without the marks of notes that it ends with."""
    bare = text.rstrip()
    while mark := next((mark for mark in marks if bare != mark and bare.endswith(mark)), ""):
        bare = bare.removesuffix(mark).rstrip()
    return bare if bare != text.rstrip() else text


def _code(text: str, column: Column) -> tuple[str, str]:
    if _NUMBER.fullmatch(text):
        return text, "code-written-as-number"
    joined = fold_code(text)
    if joined != text and len(joined) == column.width:
        return joined, GROUPED
    if column.width is None:
        return text, ""
    if not text.isdecimal() or len(text) >= column.width:
        return text, "" if text.isdecimal() and len(text) == column.width else OTHER
    return _whole_code(text, column.width, pad=column.pad)


def _whole_code(text: str, width: int, *, pad: bool) -> tuple[str, str]:
    """A code of digits with its zeros as declared; doubtful where a check digit disagrees."""
    if not pad:
        return text, "leading-zero-lost"
    whole = text.zfill(width)
    if width == _EDRPOU and not is_edrpou(whole):
        return whole, DOUBTFUL
    return whole, "leading-zero-restored"


def _date(text: str, column: Column) -> tuple[str, str]:
    day = _iso(text) or next((found for how in column.formats if (found := _read(text, how))), None)
    return (day.isoformat(), "") if day else (text, "date-unreadable")


def _act_number(text: str, column: Column) -> tuple[str, str]:  # noqa: ARG001 - as its siblings
    """The number of an act in its one form: `7-3/VIII` with Roman numerals in Latin letters."""
    signed = text if "№" in text else f"№ {text}"
    number = parse_act(signed).number
    if not number:
        return text, "act-number-unreadable"
    found = find_signed(plain(signed))
    around = f"{signed[: found.start]}{signed[found.end :]}" if found else ""
    return number, CUT if around.strip(" .,;") else ""


def _phone(text: str, column: Column) -> tuple[str, str]:  # noqa: ARG001 - as its siblings
    """Every number in the form of the recommended structures, parted by commas."""
    phones = normal_phones(text)
    return (",".join(phones), "") if phones else (text, "phone-unreadable")


def _iso(text: str) -> date | None:
    return _read(text, "%Y-%m-%d") if _ISO.fullmatch(text) else None


def _read(text: str, how: str) -> date | None:
    if how == "words":
        return parse_date(text)
    if how == "excel":
        days = int(text) if text.isdecimal() else 0
        known = _EXCEL_FIRST <= days <= _EXCEL_LAST
        return _EXCEL_ZERO + timedelta(days=days) if known else None
    try:
        # A day has no time zone.
        return datetime.strptime(text, how).date()  # noqa: DTZ007
    except ValueError:
        return None


_READERS = {
    "code": _code,
    "date": _date,
    "number": read_number,
    "month": read_month,
    "year": read_year,
    "act-number": _act_number,
    "phone": _phone,
}
