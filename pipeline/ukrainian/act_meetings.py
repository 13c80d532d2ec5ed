"""The session and the convocation of the act that a title line names.

    Рішення 24 сесії VIII скликання від … № 1201 «Про …»      24, VIII
    № 16-8/VIII Про …;  № 31/4-VIII Про …                    16, VIII;  31, VIII
    № 16-7-VIII Про …                                        VIII alone: 16 may be any part

What a title says of the session of another act is none of this one.
"""

import re
from dataclasses import dataclass

from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.meetings import meeting_of, to_roman
from pipeline.ukrainian.text import plain, roman

_OF_A_SESSION = re.compile(r"(?P<session>\d{1,3})(?:-\d+/|/\d+-)(?P<convocation>[IVXL]+)")
_OF_A_CONVOCATION = re.compile(r"(?:\w+[-/])*\d+[-/](?P<last>[IVXL]+)|(?P<first>[IVXL]+)-[\d/-]+")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Where an act was adopted; None: the line does not say it."""

    session: int | None
    convocation: str | None
    """In Roman numerals of Latin letters."""


def act_meeting(line: str) -> Meeting:
    """The meeting of a title line: its words before the title, else the number of the act."""
    act = parse_act(line)
    said = meeting_of(_before_title(line, act.subject))
    numbered = _of_number(act.number or "")
    session, convocation = said.get("session", ""), said.get("convocation", "")
    return Meeting(
        session=_number(session) if session else numbered.session,
        convocation=_in_roman(convocation) if convocation else numbered.convocation,
    )


def _before_title(line: str, subject: str | None) -> str:
    folded = plain(" ".join(line.split()))
    end = folded.find(plain(subject)) if subject else len(folded)
    return folded[: end if end >= 0 else 0]


def _of_number(number: str) -> Meeting:
    whole = _OF_A_SESSION.fullmatch(number)
    if whole is not None:
        return Meeting(session=int(whole["session"]), convocation=whole["convocation"])
    part = _OF_A_CONVOCATION.fullmatch(number)
    return Meeting(session=None, convocation=(part["last"] or part["first"]) if part else None)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else _value(words)


def _in_roman(words: str) -> str:
    return to_roman(int(words)) if words.isdecimal() else words


def _value(numeral: str) -> int:
    """Of a Roman numeral in Latin letters."""
    values = [_VALUES[sign] for sign in roman(numeral) or ""]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
