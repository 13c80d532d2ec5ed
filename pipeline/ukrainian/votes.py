"""Words of printed roll calls: who voted how, beside the name or over a list of names.

The values are those of item 29 of the edition of 2025 (description of `vote`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.ukrainian.text import plain
from pipeline.ukrainian.vote_totals import LONGEST


class Choice(StrEnum):
    """How somebody voted; absent is not the same as present without a vote."""

    FOR = "За"
    AGAINST = "Проти"
    ABSTAINED = "Утримався"
    NOT_VOTING = "Не голосував"
    ABSENT = "Відсутній"


_WHY = r"(?:\s*\([^()\d]{1,40}\))?"
_MORE = r"(?:\s*\([^()\d]{1,5}\))?"
_CHOICES = (
    (r"(?:голосува(?:в|ла)\s+)?[з3][аa]|підтрима(?:в|ла)", Choice.FOR),
    (r"(?:голосува(?:в|ла)\s+)?проти|против", Choice.AGAINST),
    (
        rf"воздержал(?:ся|ась)|утрим(?:ав(?:ся|сь)?|алас[ья]|алися|ались|алося|алось)?{_MORE}|утрим|утримуюс[ья]|утр",
        Choice.ABSTAINED,
    ),
    (
        rf"не\s*гол(?:ос(?:ував|увала|ували|увало)?{_WHY})?{_MORE}|н/?г|не\s+голосовала?"
        r"|не\s+(?:брал?[аи]?|брав|взя(?:в|ла)|прийма(?:в|ла))\s+участ[іь](?:\s+[ув]\s+голосуванні)?"
        rf"{_WHY}",
        Choice.NOT_VOTING,
    ),
    (
        rf"(?:бу(?:в|ла)\s+)?відсут(?:ній|ня|ні|ньо)?(?:\s+на\s+засіданні)?{_WHY}|відс"
        r"|отсутству(?:ет|ют)|отсутствовала?",
        Choice.ABSENT,
    ),
)
_CHOICE = tuple(
    (re.compile(rf"(?:{words})\.?\*?", re.IGNORECASE), what) for words, what in _CHOICES
)
_AT_END = re.compile(
    r"(?<![\s.:–—-])(?:[\s.:–—-]+\(?[\"']?|\s*\()(?P<choice>"
    + "|".join(f"(?:{words})" for words, _ in _CHOICES)
    + r")[\"']?\)?[.;,]?\*?\Z",
    re.IGNORECASE,
)

# «З А», «П Р О Т И»: spread for the eye.
_SPREAD = re.compile(r"(?:[^\W\d_]\s+)+[^\W\d_]")
_LETTER = re.compile(r"[^\W\d_]")
_INITIAL = re.compile(r"(?<![\w'-])[^\W\d_]$")

# «ЗА (12): Приклад П. П., …», «Утримались: немає», «ПРОТИ – 1» over a list of names.
_GROUP = re.compile(
    r"(?:голосувал[иа]\s+)?[\"']?(?:(?P<for>за)|(?P<against>проти)"
    r"|(?P<abstained>утрим(?:алось|алося|алися|ались|ався|алась))"
    r"|(?P<not_voting>не\s+голосувал[оиа]|не\s+голосував|не\s+брал[ио]\s+участ[іь]"
    r"(?:\s+[ув]\s+голосуванні)?)|(?P<absent>(?:були\s+)?відсутн(?:і|ій|ня)))[\"']?\s*"
    r"(?:[-–—:(]*\s*(?P<number>\d{1,3})\s*\)?(?:\s*(?:голос\w*|чол\w*\.?|депутат\w*|осіб))?)?\s*"
    r"(?P<mark>[:–—-]*)\s*(?P<names>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OF_GROUP: Mapping[str, Choice] = {
    "for": Choice.FOR,
    "against": Choice.AGAINST,
    "abstained": Choice.ABSTAINED,
    "not_voting": Choice.NOT_VOTING,
    "absent": Choice.ABSENT,
}
_HEAD = re.compile(r"(?:про)?голосувал[иа]\s*:\s*", re.IGNORECASE)
_UNBRACKETED = re.compile(r"(\d)\s*\(([^()]*)\)")
_AFTER_LIST = re.compile(
    # «…, Утримаренко У. У.» is a surname
    r"[,;]\s*(?=[\"']?(?:за|проти|утрим(?:ал|ав)\w+|не\s+голосувал\w|не\s+брал\w|відсутн\w{1,2})(?!\w))",
    re.IGNORECASE,
)
_END_OF_LIST = re.compile(r"(?<![\s.,][^\W\d_])\.$")
"""The stop of a sentence; the one after an initial belongs to the name."""
_LONGEST_LIST = 5_000
_BETWEEN = re.compile(r"\s*[,;]\s*")
# The name of before: «Приклад (Зразок) П. П.», «Приклад (до 2022 р. - Зразок) Петро Петрович».
_BEFORE = (
    r"(?:\s*\((?:(?:до\s+\d{4}\s*(?:р\.|року)?|до\s+шлюбу|раніше|колишн\w+(?:\s+прізвище)?)\s*[-:,]?\s*)?"
    r"[^\W\d_][\w'-]+\))?"
)
_NAME = re.compile(
    rf"[^\W\d_][\w'-]+{_BEFORE}(?:\s+(?:[^\W\d_]\.\s?[^\W\d_]?\.?|[^\W\d_][\w'-]+)){{1,3}}"
)
_INITIALLED = re.compile(r"[^\W\d_]\.\s?(?:[^\W\d_]\.\s?)?[^\W\d_][\w'-]+")
# «Приклад П. І. Зразок О. О.»: after initials another surname with its own.
_TWO_NAMES = re.compile(
    r"(?<![^\W\d_])[^\W\d_]\.\s?(?:[^\W\d_]\.)?\s*[^\W\d_]{2}[\w'-]*\s+[^\W\d_]\."
)
_SURNAME = re.compile(rf"[^\W\d_][\w'-]+{_BEFORE}(?:\s+[^\W\d_]\.?)?")
# «Зразков Тест Рза огли»: the last word is part of the patronymic, in a small letter.
_SON_OF = re.compile(r"(?<=[\w.])\s+(?:о[гґ]л[иу]|[кг]изи)\Z", re.IGNORECASE)
_SMALL_WORDS = re.compile(r"\((?:[^()]*\s)?(?=[^\W\d_][\w'-]+\))")
_NOBODY = re.compile(r"нема(?:є)?|жодн\w+|-+|0", re.IGNORECASE)

# «1 Приклад П. І. ЗА 2 Зразок О. О. ПРОТИ»: columns that lost the spaces between them.
_CHAINED = (
    r"(?:\d{1,3}[.)]?\s+)?(?P<name>[^\W\d_][\w'-]+(?:\s+[^\W\d_]\.\s?(?:[^\W\d_]\.)?"
    r"|(?:\s+[^\W\d_][\w'-]+){1,2}(?:\s+(?:о[гґ]л[иу]|[кг]изи))?))\s*[-–—:]?\s*\"?(?P<choice>"
    + "|".join(f"(?:{words})" for words, _ in _CHOICES)
    + r")\"?[.,;]?(?!\w)"
)
# «Приклад Петро ІвановичЗАЗразок Олег ПетровичПРОТИ»: capitals tell where the words meet.
_GLUED = "ЗА|ПРОТИ|УТРИМА(?:ВСЯ|ЛАСЬ|ЛАСЯ|ЛИСЯ|ЛИСЬ)|НЕ ГОЛОСУВА(?:В|ЛА|ЛИ)|ВІДСУТН(?:ІЙ|Я)"
_MEETS = re.compile(
    rf"(?<=[а-яіїєґ])(?=(?:{_GLUED})(?![а-яіїєґ'-]))"
    rf"|(?<=[а-яіїєґ] )(?P<choice>{_GLUED})(?=[А-ЯІЇЄҐ]['а-яіїєґ])"
)
_LINK = re.compile(_CHAINED, re.IGNORECASE)
# Each link is taken whole or not at all: tried anew in every way, a long line would never end.
_CHAIN = re.compile(r"(?:(?>" + re.sub(r"\?P<\w+>", "?:", _CHAINED) + r"\s*)){2,}", re.IGNORECASE)
_LONGEST_CHAIN = 20_000


def choice_of(words: str) -> Choice | None:
    """The choice that a cell consists of; None: it is something else."""
    folded = plain(words).strip(' .,;«»"')
    if _SPREAD.fullmatch(folded):
        folded = re.sub(r"\s", "", folded)
    return next((what for pattern, what in _CHOICE if pattern.fullmatch(folded)), None)


def split_choice(words: str) -> tuple[str, Choice] | None:
    """Name and choice in one text: «Приклад П. П. – За»."""
    folded = _apart(plain(words).strip()) if len(words) <= LONGEST else ""
    match = _AT_END.search(folded)
    choice = choice_of(match["choice"]) if match else None
    name = folded[: match.start()] if match else ""
    if match is None or choice is None or not _LETTER.search(name):
        return None
    # «Приклад П. П. …… За»: the first of the dots is that of the initial.
    dot = "." if _INITIAL.search(name) and folded[match.start()] == "." else ""
    return name.strip() + dot, choice


def is_name(words: str) -> bool:
    """Whether words look like a surname with names or initials, each with a capital letter."""
    folded = plain(words).strip()
    is_one = _NAME.fullmatch(folded) is not None and not _TWO_NAMES.search(folded)
    return is_one and _has_capitals(folded)


def is_initialled(words: str) -> bool:
    """«П. І. Приклад»: initials first, as people sign; it names who votes only beside a choice."""
    folded = plain(words).strip()
    return _INITIALLED.fullmatch(folded) is not None and _has_capitals(folded)


def without_son_of(name: str) -> str:
    """«Зразков Тест Рза» of «Зразков Тест Рза огли»."""
    return _SON_OF.sub("", name)


def is_surname(words: str) -> bool:
    """Whether words look like a surname alone, or with one initial; any noun may look so too."""
    folded = plain(words).strip()
    known = choice_of(folded) is not None
    return _SURNAME.fullmatch(folded) is not None and _has_capitals(folded) and not known


def _has_capitals(folded: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'-]*", _SMALL_WORDS.sub("(", without_son_of(folded)))
    return all(word[:1].isupper() for word in words)


def chain_of(words: str) -> tuple[tuple[str, Choice], ...]:
    """Names and choices that follow one another in one line; empty: it is something else."""
    folded = _apart(plain(words).strip())
    if len(folded) > _LONGEST_CHAIN or not _CHAIN.fullmatch(folded):
        return ()
    pairs = ((match["name"], choice_of(match["choice"])) for match in _LINK.finditer(folded))
    return tuple((name, choice) for name, choice in pairs if choice is not None)


def _apart(folded: str) -> str:
    """With a space where a name and a choice in capital letters meet without one."""
    once = _MEETS.sub(lambda found: f"{found['choice'] or ''} ", folded)
    return _MEETS.sub(lambda found: f"{found['choice'] or ''} ", once) if once != folded else folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The head of a list of those who voted alike, with the names that stand in its own line."""

    label: str
    """Name of the total: `for`, `against`, …"""
    choice: Choice
    number: int | None
    names: tuple[str, ...]


def groups_in(line: str) -> tuple[Group, ...]:
    """Several lists in one line: «за – 2 (Приклад П. П., Зразок О. О.), проти – 0»."""
    folded = _HEAD.sub("", plain(line[:_LONGEST_LIST]).strip(), count=1)
    parts = [group_of(_UNBRACKETED.sub(r"\1: \2", part)) for part in _AFTER_LIST.split(folded)]
    found = tuple(part for part in parts if part is not None)
    return found if len(found) == len(parts) and any(part.names for part in found) else ()


def group_of(line: str, is_person: Callable[[str], bool] = is_name) -> Group | None:
    """The list that a line begins: «ЗА (2): Приклад П. П., Зразок О. О.»; None: something else.

    Lone surnames are names where `is_person` says so, or where the printed number is that of the
    list.
    """
    match = _GROUP.fullmatch(plain(line).strip())
    if match is None:
        return None
    label = next(name for name in _OF_GROUP if match[name])
    words = _END_OF_LIST.sub("", match["names"].strip(" ;|"))
    nobody = _NOBODY.fullmatch(words) is not None
    names = () if nobody else tuple(filter(None, _BETWEEN.split(words)))
    number = int(match["number"]) if match["number"] else 0 if nobody else None
    if names and not _are_people(names, number, is_person):
        return None
    if not names and number is None and not match["mark"] and not line.strip().isupper():
        return None
    return Group(label=label, choice=_OF_GROUP[label], number=number, names=names)


def _are_people(names: Sequence[str], number: int | None, is_person: Callable[[str], bool]) -> bool:
    if all(is_name(name) or is_person(name) or is_initialled(name) for name in names):
        return True
    counted = number == len(names) == len(set(names))
    return counted and all(is_name(name) or is_surname(name) for name in names)
