"""Months and years of a registry: `2024-03` for «березень 2024 р.», `2024` for «2024 рік»."""

import re

from pipeline.parameters.registry import Column
from pipeline.ukrainian.dates import month_of

_YEAR_WORD = r"(?:\s?(?:року|рік|р\.?))?"
_YEAR = re.compile(rf"(?P<year>(?:1[0-9]|20)[0-9]{{2}}){_YEAR_WORD}", re.IGNORECASE)
_MONTHS = (
    re.compile(
        rf"(?P<word>[^\W\d_]+)\.?\s(?P<year>(?:19|20)[0-9]{{2}}){_YEAR_WORD}", re.IGNORECASE
    ),
    re.compile(
        rf"(?P<month>0?[1-9]|1[0-2])[./-](?P<year>(?:19|20)[0-9]{{2}}){_YEAR_WORD}", re.IGNORECASE
    ),
    # A workbook keeps a month as its first day.
    re.compile(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?:-01(?:T00:00:00)?)?"),
)


def read_month(text: str, column: Column) -> tuple[str, str]:  # noqa: ARG001 - as its siblings
    """The month of a year; anything shorter, longer or of several months is unreadable."""
    for form in _MONTHS:
        match = form.fullmatch(text)
        said = match.groupdict() if match else {}
        month = int(said.get("month") or 0) or month_of(said.get("word") or "")
        if month:
            return f"{said['year']}-{month:02}", ""
    return text, "month-unreadable"


def read_year(text: str, column: Column) -> tuple[str, str]:  # noqa: ARG001 - as its siblings
    """One year alone."""
    match = _YEAR.fullmatch(text)
    return (match["year"], "") if match else (text, "year-unreadable")
