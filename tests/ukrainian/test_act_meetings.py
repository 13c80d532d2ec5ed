"""Sessions and convocations of acts, by the words before the title and by the number."""

import pytest

from pipeline.ukrainian.act_meetings import act_meeting


@pytest.mark.parametrize(
    ("line", "session", "convocation"),
    [
        ("Рішення 24 сесії VIII скликання від 14.05.2019 № 1201 «Про план»", 24, "VIII"),
        ("Рішення двадцять четвертої сесії восьмого скликання № 1202 Про план", 24, "VIII"),
        ("XII сесія VII скликання, рішення № 219 від 14.05.2019, Про запит", 12, "VII"),
        ("Рішення 41-ї чергової сесії сьомого скликання № 41/2 Про план", 41, "VII"),
        ("Рішення 8 скликання, 16 сесія, № 5 від 14.05.2019 Про оборону", 16, "VIII"),
        ("Рішення (VIII скликання) № 77 від 14.05.2019 Про регламент", None, "VIII"),
        ("Рішення LVI сесії VII скликання від 14.05.2019 Про план", 56, "VII"),
        ("№ 16-8/V\u0406\u0406\u0406 Про план", 16, "VIII"),
        ("Рішення № 31/4-VIII від 14.05.2019 Про план", 31, "VIII"),
        ("Рішення № 16-7-VIII від 14.05.2019 Про план", None, "VIII"),
        ("Рішення № 45/3/VII від 14.05.2019 Про план", None, "VII"),
        ("VIII-16/6 Рішення від 14.05.2019 Про план", None, "VIII"),
        ("Рішення 14-ої сесії 8-ого скликання від 14.05.2019", 14, "VIII"),
        ("Сесія № 14 VIII скликання. Рішення № 77 Про план", 14, "VIII"),
        # Which part of these is the session nobody can say.
        ("Рішення №33/15 від 14.05.2019 Про план", None, None),
        ("16/9-8 від 14.05.2019 Про план", None, None),
        ("Рішення № 77 Про зміни до рішення 5 сесії VII скликання № 5-1/VII", None, None),
        ("Про план роботи 5 сесії VII скликання", None, None),
        ("", None, None),
    ],
)
def test_meetings_of_acts(line: str, session: int | None, convocation: str | None) -> None:
    meeting = act_meeting(line)
    assert (meeting.session, meeting.convocation) == (session, convocation)
