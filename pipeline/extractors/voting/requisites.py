"""Lines above votes that say nothing but a number and a day, and what else stands in them."""

import re

from pipeline.extractors.voting.form_words import question_of
from pipeline.extractors.voting.meetings import without_when
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.meetings import meeting_of
from pipeline.ukrainian.text import plain

_VOTE_NUMBER = re.compile(r"голосуванн\w+\s*№", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"№|(?<!\w)(?:N|номер)(?!\w)", re.IGNORECASE)
# «(s-zr-163/1)», «s-zr-163/1»: a draft, which a number of letters and figures names.
_CODE = re.compile(r"(?<![\w/-])(?P<code>[^\W\d_]{1,3}(?:-[^\W\d_]{1,4})+-?\d[\w/-]*)")
_MEETING = re.compile(
    r"(?<![\w/])\d{1,3}(?:\s?-?[^\W\d_]{1,3})?\s+(?:\(?(?:поза)?чергов\w+\)?\s+)?"
    r"(?:сесі|скликанн|пленарн)\w*|(?:сесія|скликання)\s*[:№]*\s*\d{1,3}(?!\w)",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*[/\\]\s*")
_OF_NO_ACT = re.compile(r"питанн|голосуванн|протокол|додат|сесія\s*[:№]", re.IGNORECASE)
_FIGURES = re.compile(r"\S*\d\S*")


def is_requisites(text: str) -> bool:
    """«Рішення від 01.07.2016 №5/20», «від 06.04.2017»; the number of a vote is none of an act."""
    act = parse_act(text)
    if act.kind is None and (_VOTE_NUMBER.search(plain(text)) or question_of(text)):
        return False
    bare_number = act.kind is None and act.date is None and (act.number or "").isdecimal()
    if bare_number and not _NUMBER_SIGN.search(plain(text)):
        return False  # «2. Приклад П.І.», «4 | Приклад | 7», «5»: of a row or a page
    return act.subject is None and (act.date is not None or act.number is not None)


def code_in(text: str) -> str:
    """The number of the draft in requisites: «Рішення від 06.04.2017 № s-zr-163/1»."""
    found = _CODE.search(plain(text))
    return found["code"] if found else ""


def numbers_left(text: str) -> list[str]:
    """What has figures in requisites and is no part of them: «Рішення № 5/2 № 5/3»."""
    if not is_requisites(text):
        return []
    number = parse_act(text).number or ""
    words = _MEETING.sub(" ", _CODE.sub(" ", _SLASH.sub("/", plain(without_when(text)))))
    if number not in words:
        return []  # it was not read as it is written
    return _FIGURES.findall(words.replace(number, " ", 1))


def is_numbered_meeting(text: str) -> bool:
    """«8 сесія VII скликання від 12.03.2019 № 5/9»: nobody can say what the number is of."""
    if not meeting_of(text) or _OF_NO_ACT.search(plain(text)):
        return False
    act, rest = parse_act(text), _MEETING.sub(" ", plain(text))
    has_number = act.number is not None and _NUMBER_SIGN.search(rest) is not None
    return act.kind is None and has_number and is_requisites(text)
