"""Lines above votes that say nothing but a number and a day."""

import re

from pipeline.extractors.roll_call_form_words import question_of
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.text import plain

_VOTE_NUMBER = re.compile(r"голосуванн\w+\s*№", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"№|(?<!\w)(?:N|номер)(?!\w)", re.IGNORECASE)


def is_requisites(text: str) -> bool:
    """«Рішення від 01.07.2016 №5/20», «від 06.04.2017»; the number of a vote is none of an act."""
    act = parse_act(text)
    if act.kind is None and (_VOTE_NUMBER.search(plain(text)) or question_of(text)):
        return False
    bare_number = act.kind is None and act.date is None and (act.number or "").isdecimal()
    if bare_number and not _NUMBER_SIGN.search(plain(text)):
        return False  # «2. Приклад П.І.», «4 | Приклад | 7», «5»: of a row or a page
    return act.subject is None and (act.date is not None or act.number is not None)
