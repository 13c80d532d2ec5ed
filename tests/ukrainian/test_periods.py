"""Periods and days as of which something is said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.months import is_month
from pipeline.ukrainian.periods import Mention, find_mentions

YEAR = 2018


def found(text: str, year: int | None = YEAR) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], said(one)) for one in find_mentions(text, year=year)]


def said(mention: Mention) -> str:
    if mention.as_of:
        return f"@{mention.as_of}"
    assert mention.period is not None
    return f"{mention.period.start}..{mention.period.end}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("за ІІІ квартал 2019 року", "2019-07-01..2019-09-30"),
        ("за IV квартал 2020", "2020-10-01..2020-12-31"),
        ("за 2-й квартал 2021 р.", "2021-04-01..2021-06-30"),
        ("за перший квартал 2022 року", "2022-01-01..2022-03-31"),
        ("за І-ІІІ квартали 2023 року", "2023-01-01..2023-09-30"),
        ("протягом ІІІ кварталу", "2018-07-01..2018-09-30"),
        ("за І кв. 2021 р.", "2021-01-01..2021-03-31"),
        ("за січень 2023 року", "2023-01-01..2023-01-31"),
        ("за жовтень місяць 2021 року", "2021-10-01..2021-10-31"),
        ("за 6 міс. 2021 року", "2021-01-01..2021-06-30"),
        ("за І-ше півріччя 2021 року", "2021-01-01..2021-06-30"),
        ("за перше пів року 2021 року", "2021-01-01..2021-06-30"),
        ("за лютий 2024 року", "2024-02-01..2024-02-29"),
        ("за липень - грудень 2023 року", "2023-07-01..2023-12-31"),
        ("протягом січня-вересня 2024 року", "2024-01-01..2024-09-30"),
        ("упродовж березня", "2018-03-01..2018-03-31"),
        ("у листопаді 2020 року", "2020-11-01..2020-11-30"),
        ("за ІІ півріччя 2023", "2023-07-01..2023-12-31"),
        ("за перше півріччя 2025 року", "2025-01-01..2025-06-30"),
        ("у першому півріччі поточного року", "2018-01-01..2018-06-30"),
        ("за І півріччя 2024/2025 навчального року", "2024-09-01..2024-12-31"),
        ("за ІІ семестр 2023-2024 н.р.", "2024-01-01..2024-08-31"),
        ("за 9 місяців 2020", "2020-01-01..2020-09-30"),
        ("за дев’ять місяців 2020 року", "2020-01-01..2020-09-30"),
        ("за 11 місяців поточного року", "2018-01-01..2018-11-30"),
        ("за 2021 рік", "2021-01-01..2021-12-31"),
        ("у 2022 році", "2022-01-01..2022-12-31"),
        ("за 2022-2023 роки", "2022-01-01..2023-12-31"),
        ("за тиждень з 12 по 18 лютого 2024", "2024-02-12..2024-02-18"),
        ("з 01.07 по 01.10.2019", "2019-07-01..2019-10-01"),
        ("з 01.01.2023 до 31.03.2023", "2023-01-01..2023-03-31"),
        ("24.02.25 – 28.02.25", "2025-02-24..2025-02-28"),
        ("з 29 грудня по 4 січня 2024 року", "2023-12-29..2024-01-04"),
        ("станом на 01.10.2019", "@2019-10-01"),
        ("Станом на 1 січня 2024 року", "@2024-01-01"),
        ("станом на 09:00 05.06.2024", "@2024-06-05"),
        ("На 01.01.2024 року на обліку", "@2024-01-01"),
    ],
)
def test_times_of_reports(text: str, expected: str) -> None:
    assert [time for _, time in found(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("20 січня відбулося засідання", id="a-day-is-no-month"),
        pytest.param("протягом трьох місяців", id="a-duration"),
        pytest.param("2014-2015 р.н.", id="years-of-birth"),
        pytest.param("з 15 по 31 квітня 2024", id="no-such-day"),
        pytest.param("буд. 3 кв. 5", id="a-flat"),
        pytest.param("лінія 0,4 кВ", id="kilovolts"),
        pytest.param("травневі свята", id="an-adjective"),
        pytest.param("звітних місяців поточного року", id="months-uncounted"),
    ],
)
def test_what_is_no_time_of_a_report(text: str) -> None:
    assert found(text) == []


def test_without_a_year_there_is_no_period() -> None:
    assert find_mentions("упродовж березня, станом на 5 травня") == ()


def test_a_time_is_stated_by_a_preposition() -> None:
    stated = {
        text: find_mentions(text)[0].stated
        for text in (
            "за 2022 рік",
            "на 2022 рік",
            "протягом усього 2022 року",
            "план 2022 року",
            "з 1 по 5 травня 2022",
            "порівняно з 2022 роком",
        )
    }
    assert stated == {
        "за 2022 рік": True,
        "на 2022 рік": False,
        "протягом усього 2022 року": True,
        "план 2022 року": False,
        "з 1 по 5 травня 2022": True,
        "порівняно з 2022 роком": True,
    }


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 400))
def test_any_two_dates_make_their_period(start: date, days: int) -> None:
    end = date.fromordinal(min(start.toordinal() + days, date(2099, 12, 31).toordinal()))
    text = f"за період з {start:%d.%m.%Y} по {end:%d.%m.%Y}"
    assert [time for _, time in found(text)] == [f"{start}..{end}"]


def test_months_in_any_case() -> None:
    assert all(is_month(word) for word in ("січень", "Січня", "лютому", "листопада", "травнем"))
    assert not is_month("березневий")
