"""Whole invented reports of many kinds of offices, with what a careful reader counts in them.

A line of `*.expected` is `value unit [< value of the whole] | words of the title [@as of]`.
"""

from datetime import date
from pathlib import Path

import pytest

from pipeline.extractors.counting.report import read_report
from pipeline.extractors.counting.statements import ReportReading
from pipeline.ukrainian.numerals import plain_decimal
from pipeline.ukrainian.periods import Period
from tests.extractors.counting.reading import (
    amount,
    assert_every_digit_once,
    from_file,
    others,
)

FOLDER = Path(__file__).parent / "reports"
REPORTS = sorted(FOLDER.glob("*.txt"))
PERIODS = {
    "appeals-2023-h1": Period(start=date(2023, 1, 1), end=date(2023, 6, 30)),
    "childrens-2025-h1": Period(start=date(2025, 1, 1), end=date(2025, 6, 30)),
    "childrens-service-2021": Period(start=date(2021, 1, 1), end=date(2021, 12, 31)),
    "consumers-2020": Period(start=date(2020, 1, 1), end=date(2020, 12, 31)),
    "economy-2020-q1": Period(start=date(2020, 1, 1), end=date(2020, 3, 31)),
    "economy-2025-q3": Period(start=date(2025, 1, 1), end=date(2025, 9, 30)),
    "education-2024-25": Period(start=date(2024, 9, 1), end=date(2024, 12, 31)),
    "emergency-2025-01": Period(start=date(2025, 1, 1), end=date(2025, 1, 31)),
    "fires-week-2024": Period(start=date(2024, 4, 8), end=date(2024, 4, 14)),
    "housing-2025-04": Period(start=date(2025, 4, 1), end=date(2025, 4, 30)),
    "legal-2025-q2": Period(start=date(2025, 4, 1), end=date(2025, 6, 30)),
    "papers-2022": Period(start=date(2022, 1, 1), end=date(2022, 12, 31)),
    "police-2022": Period(start=date(2022, 1, 1), end=date(2022, 12, 31)),
    "requests-2024-q2": Period(start=date(2024, 4, 1), end=date(2024, 6, 30)),
    "service-centre-2022-q2": Period(start=date(2022, 4, 1), end=date(2022, 6, 30)),
    "social-2024": Period(start=date(2024, 1, 1), end=date(2024, 12, 31)),
    "veterans-2025-h1": Period(start=date(2025, 1, 1), end=date(2025, 6, 30)),
    "waste-2025-08": Period(start=date(2025, 8, 1), end=date(2025, 8, 31)),
    "works-week-2024": Period(start=date(2024, 2, 12), end=date(2024, 2, 18)),
}


def lines(reading: ReportReading) -> list[str]:
    found = []
    for one in reading.statements:
        quantity = None if one.whole is None else reading.statements[one.whole].token.quantity
        whole = "" if quantity is None else f" < {plain_decimal(quantity.value)}"
        found.append(f"{amount(one)}{whole}")
    return found


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_counts_of_a_report(path: Path) -> None:
    reading = read_report(from_file(path))
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert lines(reading) == [line.partition(" | ")[0] for line in expected]
    for line, one in zip(expected, reading.statements, strict=True):
        words, _, as_of = line.partition(" | ")[2].partition(" @")
        assert words.lower() in one.title.lower().replace("’", "'")
        assert (one.time.as_of.isoformat() if one.time.as_of else "") == as_of


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_number_of_a_report_is_explained(path: Path) -> None:
    document = from_file(path)
    reading = read_report(document)
    assert "" not in others(document.text, reading)
    assert_every_digit_once(document.text, reading)
    assert reading.time.period == PERIODS[path.stem]


def test_a_column_named_by_a_year_speaks_of_that_year() -> None:
    reading = read_report(from_file(FOLDER / "childrens-service-2021.txt"))
    adopted = [one for one in reading.statements if one.title.startswith("Усиновлено")]
    periods = [one.time.period for one in adopted]
    assert [period.start.year for period in periods if period] == [2020, 2021]
