"""Words before a matter that are no part of it: «Результати голосування за проєкт № 5 «Про план»».

They end where «Про …» begins with a capital: «Щодо питання про план» is a title as it stands.
"""

import re

from pipeline.ukrainian.text import plain

_SAID = r"№\s*(?P<code>[\w/.-]*\d[\w/.-]*)"
_WORDS = (
    r"(?:результат\w*|підсумк\w+|протокол\w*|відомість|поіменн\w+|відкрит\w+|голосуванн\w+|голосували"
    r"|проголосовано|за|по|з|із|щодо|стосовно|питанн\w+|порядку|денного|про[єе]кт\w*|рішення"
    r"|депутат\w*|(?:міськ|селищн|сільськ|районн|обласн)\w+\s+рад\w+|назва|найменування|тема|зміст|текст|предмет|№\s*[\w/.-]*\d[\w/.-]*)(?!\w)"
)
_LEAD = re.compile(rf"\A(?:\W*{_WORDS})+[\s:.,–—-]*(?=[\"']?(?-i:Про)(?:\s|\Z))", re.IGNORECASE)
_OF_DRAFT = rf"про[єе]кт\w*(?:\s+рішення)?\s*{_SAID}"
_DRAFT = re.compile(_OF_DRAFT, re.IGNORECASE)
_DRAFT_ALONE = re.compile(
    rf"(?:\W*{_WORDS})*?\W*(?:{_OF_DRAFT}|(?:(?:реєстраційний\s+)?номер|№)\s+про[єе]кту"
    r"(?:\s+рішення)?\s*[:№]*\s*(?P<number>[\w/.-]*\d[\w/.-]*))\W*",
    re.IGNORECASE,
)
_LONGEST = 160
"""Signs of a lead; looking further would only take time."""


def lead_of(text: str) -> str:
    """What stands before the matter in a line; empty: the line begins with it, or names none."""
    found = _LEAD.match(plain(text[:_LONGEST]))
    return text[: found.end()] if found else ""


def draft_in(lead: str) -> str:
    """The number of the draft in a lead: «за проєкт рішення № 34/91»."""
    found = _DRAFT.search(plain(lead))
    return found["code"] if found else ""


def draft_alone(text: str) -> str:
    """The number of the draft of a line that says nothing else; empty: it does."""
    found = _DRAFT_ALONE.fullmatch(plain(text).strip()) if len(text) <= _LONGEST else None
    return (found["code"] or found["number"]) if found else ""
