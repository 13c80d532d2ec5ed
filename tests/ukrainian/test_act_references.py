"""Cells that say the day and the number of an act, in the forms that lists of acts have."""

from datetime import date

import pytest

from pipeline.ukrainian.act_references import ActReference, parse_reference


@pytest.mark.parametrize(
    ("text", "number", "day", "rest"),
    [
        ("27.06.2019 № 45-12/VII", "45-12/VII", date(2019, 6, 27), ""),
        ("№ 45-12/VII від 27.06.2019 р.", "45-12/VII", date(2019, 6, 27), ""),
        ("від 12 березня 2021 року №\u00a09-3/VІІІ", "9-3/VIII", date(2021, 3, 12), ""),
        ("Рішення виконкому № 118 від 08.09.2022", "118", date(2022, 9, 8), "Рішення виконкому"),
        ("2023-06-29, 31/4-VIII", "31/4-VIII", date(2023, 6, 29), ""),
        ("14.07.20 № 67", "67", date(2020, 7, 14), ""),
        ("№ 28-3 / VIII", "28-3/VIII", None, ""),
        ("27.06.2019", "", date(2019, 6, 27), ""),
        ("б/н від 27.06.2019", "", date(2019, 6, 27), ""),
        ("не приймалось", "", None, "не приймалось"),
    ],
)
def test_day_and_number(text: str, number: str, day: date | None, rest: str) -> None:
    assert parse_reference(text) == ActReference(number=number, day=day, rest=rest)


@pytest.mark.parametrize(
    "text",
    ["27.06.2019 № 45 (зі змінами від 01.02.2020 № 7)", "№ 5 від 27.06.2019, № 6 від 27.06.2019"],
)
def test_of_two_acts_none_is_certain(text: str) -> None:
    assert parse_reference(text) == ActReference(number="", day=None, rest=text)
