"""Sessions and convocations as headings of protocols and titles of acts name them."""

import pytest

from pipeline.ukrainian.meetings import meeting_of


@pytest.mark.parametrize(
    ("text", "session", "convocation"),
    [
        ("XXIV сесія Зразкової міської ради VIII скликання", "XXIV", "VIII"),
        ("двадцять перша сесія восьмого скликання", "21", "VIII"),
        ("17-ої позачергової сесії Зразкової сільської ради", "17", ""),
        ("пленарне засідання 41 сесії 8 скликання", "41", "8"),
        ("Зразкова районна рада   сесія 12   скликання 8", "12", "8"),
        ("Сесія: 12, скликання: VIII", "12", "VIII"),
        ("Зразкова міська рада VIII скликання", "", "VIII"),
        ("41-ї чергової сесії сьомого скликання № 41/2", "41", "VII"),
        ("сесія № 12/5", "", ""),
        ("8/2 сесія VIII скликання", "", "VIII"),
        ("Скликання: VIII Сесія: XXIX", "XXIX", "VIII"),
        ("чергова сесія 8 скликання", "", "8"),
        ("1 сесія VIII скликання 24.11.2020", "1", "VIII"),
        ("Сесія 12 скликання 24.11.2020", "", "12"),
        ("15-я сессия 6 созыва", "15", "6"),
        ("сесія 12 лютого", "", ""),
        ("Сесія 40 від 28.06.2024", "40", ""),
        ("засідання виконавчого комітету", "", ""),
    ],
)
def test_meetings(text: str, session: str, convocation: str) -> None:
    said = meeting_of(text)
    assert (said.get("session", ""), said.get("convocation", "")) == (session, convocation)
