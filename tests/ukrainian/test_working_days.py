"""Working days by the calendar of Ukraine; the term for which a draft has to be public."""

from datetime import date

import pytest

from pipeline.ukrainian.working_days import (
    is_working_day,
    term_of_publication,
    working_days_between,
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2020, 2, 19), True),
        (date(2020, 2, 22), False),  # Saturday
        (date(2020, 5, 1), False),  # Labour Day, a Friday
        (date(2021, 8, 24), False),  # Independence Day, a Tuesday
        (date(2023, 8, 24), True),  # martial law: holidays are worked
        (date(2023, 8, 26), False),  # but Saturdays stay
    ],
)
def test_a_working_day(day: date, works: bool) -> None:
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2020, 6, 1), date(2020, 6, 1), 0),
        (date(2020, 6, 1), date(2020, 6, 2), 1),
        (date(2020, 6, 5), date(2020, 6, 8), 1),  # Friday to Monday
        (date(2020, 6, 6), date(2020, 6, 8), 0),  # Saturday to Monday
        (date(2023, 6, 1), date(2023, 6, 15), 10),
        (date(2020, 4, 30), date(2020, 5, 4), 1),  # over 1 May
    ],
)
def test_days_in_which_people_could_read(first: date, last: date, days: int) -> None:
    assert working_days_between(first, last) == days


@pytest.mark.parametrize(("issued", "term"), [(date(2020, 9, 15), 20), (date(2020, 11, 2), 10)])
def test_the_term_became_shorter_in_october_2020(issued: date, term: int) -> None:
    assert term_of_publication(issued) == term
