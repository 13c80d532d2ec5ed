"""Days of events as plans write them, and what is no day."""

from datetime import date

import pytest

from pipeline.ukrainian.day_spans import DaySpan, parse_days


def span(first: str, last: str = "", time: str = "", rest: str = "") -> DaySpan:
    return DaySpan(
        first=date.fromisoformat(first),
        last=date.fromisoformat(last) if last else None,
        time=time,
        rest=rest,
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("19.01.2024", span("2024-01-19")),
        ("24.08.24", span("2024-08-24")),
        ("2024-08-24", span("2024-08-24")),
        ("9 травня 2024 року", span("2024-05-09")),
        ("23–24.08.2024", span("2024-08-23", "2024-08-24")),
        ("1-3 травня 2024 року", span("2024-05-01", "2024-05-03")),
        ("з 1 по 3 травня 2024", span("2024-05-01", "2024-05-03")),
        ("28 травня – 2 червня 2024 р.", span("2024-05-28", "2024-06-02")),
        ("23.12.2024 – 05.01.2025", span("2024-12-23", "2025-01-05")),
        ("09.05.2024 о 11:00", span("2024-05-09", time="11:00")),
        ("9 травня 2024 р.\n9:30 год.", span("2024-05-09", time="09:30")),
        ("19 грудня 2024 р., 17.00", span("2024-12-19", time="17:00")),
        ("12.05.2024 10:00-12:00", span("2024-05-12", time="10:00-12:00")),
        ("12 травня 2024 р. з 9:00 до 12:30", span("2024-05-12", time="09:00-12:30")),
        ("19.12.2024, 9.30 год.", span("2024-12-19", time="09:30")),
        ("09.05.2024 об 11.00", span("2024-05-09", time="11:00")),
        ("19.01.2024 (п’ятниця)", span("2024-01-19", rest="п’ятниця")),
    ],
)
def test_days(text: str, read: DaySpan) -> None:
    assert parse_days(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("06.01", span("2024-01-06")),
        ("1-3 травня", span("2024-05-01", "2024-05-03")),
        ("22-24.08", span("2024-08-22", "2024-08-24")),
        ("9 травня\n11:00", span("2024-05-09", time="11:00")),
        ("19.01.2023", span("2023-01-19")),
    ],
)
def test_days_of_a_declared_year(text: str, read: DaySpan) -> None:
    assert parse_days(text, year=2024) == read
    if read.first and read.first.year == 2024:
        assert parse_days(text).first is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "третя неділя", "упродовж року", "травень 2024", "IV квартал 2024", "1 квартал 2024"),
        *(
            "31.09.2024",
            "30-31.09.2024",
            "1, 3, 5 травня 2024",
            "24.08, 25.08.2024",
            "до 01.05.2024",
        ),
        *("24 та 25 серпня 2024", "24.08.2024, 26.08.2024", "24.08 і 26.08", "щомісяця", "2024"),
        *("30 лютого", "09.05.2024, 10", "1-3 травня та 5 травня 2024"),
    ],
)
def test_what_is_no_certain_day(text: str) -> None:
    assert parse_days(text, year=2024) == DaySpan(rest=text)
