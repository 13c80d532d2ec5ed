"""Working hours as they hang on doors."""

import pytest

from pipeline.ukrainian.hours import Hours, is_hours, parse_hours

WRITTEN = {
    "already": ("Пн-Пт 09:00-17:00", "Пн-Пт 09:00-17:00", ""),
    "two groups": (
        "Пн-Чт 08:00-17:20, Пт 08:00-16:00",
        "Пн-Чт 08:00-17:20, Пт 08:00-16:00",
        "",
    ),
    "two days": ("Пн,Пт 09:00-17:00", "Пн,Пт 09:00-17:00", ""),
    "points": ("пн.-чт.: 8.00-17.15; пт.: 8.00-16.00", "Пн-Чт 08:00-17:15, Пт 08:00-16:00", ""),
    "words": ("понеділок – п’ятниця з 8-00 до 17-00", "Пн-Пт 08:00-17:00", ""),
    "only hours": ("Понеділок - четвер: з 8 до 17", "Пн-Чт 08:00-17:00", ""),
    "daily": ("щоденно 08:00-20:00", "Пн-Нд 08:00-20:00", ""),
    "round the clock": ("цілодобово", "Пн-Нд 00:00-24:00", ""),
    "weekdays": ("робочі дні 9:00 - 18:00", "Пн-Пт 09:00-18:00", ""),
    "break": (
        "Пн-Пт 09:00-18:00, обідня перерва 13:00-14:00",
        "Пн-Пт 09:00-18:00",
        "13:00-14:00",
    ),
    "closed": ("Пн-Пт 9.00-18.00, субота, неділя – вихідний", "Пн-Пт 09:00-18:00", ""),
    "in the accusative": ("у середу та суботу з 10:00 до 15:00", "Ср,Сб 10:00-15:00", ""),
    "whole hours": ("вівторок-неділя 10-19", "Вт-Нд 10:00-19:00", ""),
    "whole hours behind a comma": ("Пн-Пт 8-17, перерва 12-13", "Пн-Пт 08:00-17:00", "12:00-13:00"),
    "without a break": ("Пн-Пт 8:00-17:00 (без перерви)", "Пн-Пт 08:00-17:00", ""),
    "day and night": ("24/7", "Пн-Нд 00:00-24:00", ""),
    "minutes above the line": ("Пн-Пт 9⁰⁰-17³⁰", "Пн-Пт 09:00-17:30", ""),
    "heading": ("Графік роботи: Пн-Пт: 09:00–18:00", "Пн-Пт 09:00-18:00", ""),
}
UNREAD = {
    "no days": "09:00-18:00",
    "other words": "за попереднім записом",
    "second and fourth week": "другий понеділок місяця 10:00-12:00",
    "span backwards": "Пт-Пн 09:00-18:00",
    "no hour": "Пн-Пт",
    "hours backwards": "Пн-Пт 17-8",
    "an hour alone": "Пн-Пт 8-00",
    "whole and not": "Пн-Пт 8-17.30",
    "hour 25": "Пн-Пт 09:00-25:00",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "work", "breaks"), WRITTEN.values(), ids=WRITTEN)
def test_written_by_the_rule(text: str, work: str, breaks: str) -> None:
    assert parse_hours(text) == Hours(work=work, breaks=breaks)
    assert is_hours(work)


@pytest.mark.parametrize("text", UNREAD.values(), ids=UNREAD)
def test_what_is_not_understood_is_left_to_a_person(text: str) -> None:
    assert parse_hours(text) is None
    assert not is_hours(text)
