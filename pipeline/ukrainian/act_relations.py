"""What a title says an act does to earlier acts: changes, repeals, suspends, prolongs them.

    Про внесення змін до рішення міської ради від … № … «Про …»     changes that decision
    Про скасування пункту 2 рішення від … № …                       repeals a part of it
    … Програми …, затвердженої рішенням міської ради від … № …      changes what it approved

A title in quotes is that of the earlier act: what it says itself of a third act is no relation of
this one. Words in round brackets («зі змінами, внесеними рішенням …») are history, no relation.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.ukrainian import act_numbers
from pipeline.ukrainian.dates import DateOrder, find_dates_of_acts
from pipeline.ukrainian.text import fold_spaces, plain


class Action(StrEnum):
    """What one act does to another, in the words that are published."""

    CHANGES = "змінює"
    REPEALS = "скасовує"
    DECLARES_VOID = "визнає таким, що втратив чинність"
    SUSPENDS = "зупиняє дію"
    RESUMES = "поновлює дію"
    PROLONGS = "продовжує дію"

    @property
    def ends(self) -> bool:
        """Whether the earlier act is no longer in force."""
        return self in (Action.REPEALS, Action.DECLARES_VOID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """An earlier act and what happens to it; what the title does not say is None."""

    action: Action
    part: str | None
    """«пункту 2»: the part that is meant, as printed; None: the whole act."""
    kind: str
    number: str | None
    date: datetime.date | None


# Longest first where two begin alike. «Про» stands before the first of them, a comma or «та» before
# the others.
_CHANGES = r"(?:змін\w*|доповнен\w*|уточнен\w*|коректив\w*|виправлен\w*|поправ\w+)"
_CHANGES_RU = r"(?:изменени\w+|дополнени\w+|уточнени\w+)"
_ACTIONS = (
    (rf"внесення\s+(?:\w+\s+)?{_CHANGES}(?:\s*(?:,|та|і|й|\(|/)\s*{_CHANGES}\)?)*", Action.CHANGES),
    (r"(?:часткову\s+)?зміну(?=\s+(?:до\s+|назви\s+)?(?:рішення|пункту|додат\w+))",
     Action.CHANGES),
    (r"зміни(?=\s+(?:до|в|у)\s)", Action.CHANGES),
    (rf"затвердження\s+{_CHANGES}(?=\s+(?:до|в|у)\s)", Action.CHANGES),
    (r"(?:викладення|изложении)\s+[ув]\s+нов(?:ій\s+редакції|ой\s+редакции)(?=\s)",
     Action.CHANGES),
    (r"виправлення\s+(?:\w+\s+)?(?:помил|опис|неточност)\w+(?=\s+(?:в|у)\s)", Action.CHANGES),
    (rf"внесении\s+(?:\w+\s+)?{_CHANGES_RU}(?:\s*(?:,|и)\s*{_CHANGES_RU})*", Action.CHANGES),
    (r"признании\s+утративш\w+\s+силу", Action.DECLARES_VOID),
    (r"отмене(?=\s+реше|\s+распоряж|\s+пункт)", Action.REPEALS),
    (r"приостановлении\s+действия", Action.SUSPENDS),
    (r"продлении\s+(?:срока\s+)?действия", Action.PROLONGS),
    (r"затвердження\s+[ув]\s+новій\s+редакції(?=\s)|нову\s+редакцію(?=\s)", Action.CHANGES),
    (r"(?:доповнення|уточнення|викладення|кор[еи]гування)(?=\s+(?:до\s+)?(?:рішен|розпоряд|пункт|підпункт|додатк)|\s[^,]{1,120},\s*затвердж)",
     Action.CHANGES),
    (r"визнання\s+(?:таким[иі]?|такою)\s*,?\s*що\s+втрати\w+\s+чинніст\w+", Action.DECLARES_VOID),
    (r"визнання\s+(?:не\s*чинн|не\s*дійсн)\w+", Action.DECLARES_VOID),
    # «… рішення від … № … таким, що втратило чинність».
    (r"визнання(?=\s[^,]{0,120}\s(?:так[иоу]\w+\s*,?\s*що\s+втрати|не\s*чинн|не\s*дійсн))",
     Action.DECLARES_VOID),
    (r"втрату\s+чинності|припинення\s+(?:дії|чинності)", Action.DECLARES_VOID),
    (r"скасування|анулювання|відміну(?=\s)", Action.REPEALS),
    (r"(?:зупинення|призупинення)(?:\s+дії)?", Action.SUSPENDS),
    (r"(?:поновлення|відновлення)\s+(?:дії|чинності)", Action.RESUMES),
    (r"(?:продовження|подовження)\s+(?:(?:терміну|строку)\s+)?(?:дії|чинності)", Action.PROLONGS),
)  # fmt: skip
_ACTION = re.compile(
    r"(?:\A\s*(?=(?:внес|змін|скасув|визнан)\w*\s)|(?<![\w'-])(?:про|об?)\s+|,\s*|\s(?:та|і|й|и)\s+)(?:(?:часткове|повне)\s+)?(?:"
    + "|".join(f"(?P<a{index}>{pattern})" for index, (pattern, _) in enumerate(_ACTIONS))
    + r")(?![\w'-])",
    re.IGNORECASE,
)
_KINDS = (
    (r"рішен(?:ня|ні|ням|ню|ь|нями|нях)|решени(?:е|я|ю|и|ем|й)", "рішення"),
    (r"розпоряджен(?:ня|ні|ням|ню|ь|нями|нях)|распоряжени(?:е|я|ю|и|ем|й)", "розпорядження"),
    (r"наказ(?:у|ом|і|ові|ів|ами)?", "наказ"),
    (r"постанов(?:а|и|і|у|ою|ами)?", "постанова"),
    (r"ухвал(?:а|и|і|у|ою|ами)?", "ухвала"),
)
_KIND = re.compile(
    r"(?<![\w'-])(?:"
    + "|".join(f"(?P<k{index}>{pattern})" for index, (pattern, _) in enumerate(_KINDS))
    + r")(?![\w'-])",
    re.IGNORECASE,
)
_PART_WORD = r"(?:під)?пункт\w*|абзац\w*|розділ\w*|частин\w*|додат\w+|текст\w*|преамбул\w*|п{1,2}\."
_PART = re.compile(rf"(?<![\w'-])(?:{_PART_WORD})(?:(?<=\.)|(?![\w'-])).*", re.IGNORECASE)
# Words that may stand between the action and the act: prepositions, the part, «деяких», «дії».
_BEFORE_KIND = re.compile(
    r"до|в|у|з|із|від|та|і|й|и|к|действия|деяк\w+|окрем\w+|раніше|прийнят\w+|дії|терміну|строку|чинності|свого"
    rf"|п{{1,2}}|свої[хй]|власн\w+|назв\w+|таблиц\w+|головою|(?:міськ|сільськ|селищн)им|склад\w*|{_PART_WORD}|№|№?\d[\d.-]{{0,9}}\w{{0,2}}",
    re.IGNORECASE,
)
# What is repealed in part stays in force: «Про часткове скасування рішення», «… в частині …».
_PARTLY = re.compile(r"(?<!\w)(?:частков[а-яіїє]+|[ув]\s+частині)(?!\w)", re.IGNORECASE)
_APPROVED = re.compile(
    r"(?:затвердж\w+|утвержд[её]нн\w+|затв\.|схвален\w+|прийнят\w+|встановлен\w+|створен\w+|утворен\w+|викладен\w+)\s+$",
    re.IGNORECASE,
)
# What follows these words is a reason, and the number there that of another paper: «на виконання
# рішення суду від … № …».
_REASON = r"про|виконання|підстав\w+|зв'язку|відповідно|згідно|враховуючи|суду|протест\w*|част\w+"
_ISSUER = re.compile(
    rf"[\s,:]*(?:(?!(?:{_REASON})\s)[\w'().-]+[\s,:]+){{0,14}}(?:від)?", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"ві[дл]|от|за|та|і|й|и|года|року|роком|рік|рр?|рішен\w+|розпоряджен\w+|сесі[їя]|міськ\w+|селищн\w+"
    r"|сільськ\w+|ради|голови|виконавчого|комітету|виконкому",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[\s,;:]+(?:до|в|у))?[\s,;:]*$", re.IGNORECASE)
_APART = re.compile(r"[\s,;:.-]+")
_COMMA = re.compile(r",|\s(?:та|і|й|и)\s")
_BLANKED = " " * 6
"""What is left of a title in quotes."""
_FROM_TO = re.compile(r"\d+-\d+")
"""«№№ 7-9» does not say which numbers there are."""
_SIGN_OF_MANY = re.compile(r"№\s*№")
_LIKE_AN_ACT = re.compile(r"\d[-/]\d")
_FROM = re.compile(r"\s+від\s+\x00")
_NEXT_OF_MANY = re.compile(r"\s*(?:,|та|і|й)\s*(?P<number>\d+(?:[-/]\w+)*)(?![\w.\x00])")
_QUOTED = re.compile(r'"[^"]*(?:"|$)')
_BRACKETS = re.compile(r"\([^()]*\)")
# The title of the earlier act without quotes: «… до рішення від … № … Про затвердження …».
_SECOND_TITLE = re.compile(r"(?<=\S\s)(?-i:Про)\s.*")


def says_of_earlier_acts(title: str) -> bool:
    """Whether the title says that something is done to an act, whether it names which or not."""
    return any(_target(words) is not None for words, _ in _actions(_bare(title)))


def find_relations(title: str, *, dates: DateOrder = "dmy") -> tuple[Relation, ...]:
    """Every earlier act with a number or a date that the title says something is done to."""
    found = _actions(_bare(title))
    folded = _QUOTED.sub("", plain(fold_spaces(title)).removeprefix('"'))
    relations = (one for words, action in found for one in _of(words, action, dates, folded))
    return tuple(dict.fromkeys(relations))


def _bare(title: str) -> str:
    """Plain text in which titles in quotes and words in brackets are blank."""
    text = plain(fold_spaces(title))
    text = text[1:] if text.startswith('"') else text
    for pattern in (_BRACKETS, _QUOTED):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    start = text.lower().find("про ") + 1
    return _SECOND_TITLE.sub("", text[:start]) + _SECOND_TITLE.sub("", text[start:])


def _actions(text: str) -> Iterator[tuple[str, Action]]:
    """What follows each action, down to the next one."""
    found = list(_ACTION.finditer(text))
    ends = [*(action.start() for action in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=False):
        yield text[match.end() : end], _ACTIONS[int((match.lastgroup or "a0")[1:])][1]


def _of(text: str, action: Action, dates: DateOrder, title: str) -> Iterator[Relation]:
    kind = _target(text)
    if kind is None:
        return
    part = _PART.search(text, 0, kind.start())
    partly = _PARTLY.search(title) if action.ends else None
    words = _TRAILING.sub("", part.group()) if part else partly.group() if partly else ""
    for number, day in _requisites(text[kind.end() :], dates):
        yield Relation(
            action=action,
            part=words or None,
            kind=_KINDS[int((kind.lastgroup or "k0")[1:])][1],
            number=number,
            date=day,
        )


def _target(text: str) -> re.Match[str] | None:
    """The act that is meant: right after the action, or by which the thing was approved."""
    for kind in _KIND.finditer(text):
        if _only(_BEFORE_KIND, text[: kind.start()]) or _APPROVED.search(text, 0, kind.start()):
            return kind
    return None


def _only(known: re.Pattern[str], text: str) -> bool:
    """Whether the text has no other words than these."""
    return all(known.fullmatch(word) for word in _APART.split(text) if word)


@dataclass(frozen=True, slots=True)
class _Sign:
    """A number or a date where it stands."""

    start: int
    end: int
    value: str | datetime.date
    listed: bool = False
    """Whether it is a further number of «№№ 7, 8 та 9», which share their day."""
    apart: bool = False
    """Whether a comma or «та» stands before it."""
    behind_title: bool = False
    """Whether a title in quotes stands before it."""


def _requisites(text: str, dates: DateOrder) -> Iterator[tuple[str | None, datetime.date | None]]:
    """Numbers and dates one after another, paired: «від … № …, від … № …», «№ … від …»."""
    numbers: list[str] = []
    day: datetime.date | None = None
    signs = list(_neighbours(text, dates))
    days_first = bool(signs) and not isinstance(signs[0].value, str)
    for sign in signs:
        is_number = isinstance(sign.value, str)
        next_day = day is not None or (numbers and days_first and sign.apart)
        if (numbers and not sign.listed) if is_number else next_day:
            yield from _dated(numbers, day)
            if sign.behind_title and not sign.apart:
                return  # «… до рішення від … № 5 «Про бюджет» від … № 88»: of the act itself
            numbers, day = [], None
        if isinstance(sign.value, str):
            numbers.append(sign.value)
        else:
            day = sign.value
    if numbers or day is not None:
        yield from _dated(numbers, day)


def _dated(
    numbers: Sequence[str], day: datetime.date | None
) -> Sequence[tuple[str | None, datetime.date | None]]:
    return [(number, day) for number in numbers] or [(None, day)]


def _neighbours(text: str, dates: DateOrder) -> Iterator[_Sign]:
    """The signs that follow the kind with nothing but its issuer and «та» between them."""
    signs = _signs(text, dates)
    for before, sign in zip([None, *signs], signs, strict=False):
        gap = text[before.end if before else 0 : sign.start]
        if not (_only(_BETWEEN, gap) if before else _ISSUER.fullmatch(gap)):
            return
        apart = _COMMA.search(gap) is not None
        yield replace(sign, apart=apart, behind_title=_BLANKED in gap)


def _signs(text: str, dates: DateOrder) -> Sequence[_Sign]:
    days = [_Sign(day.start, day.end, day.value) for day in find_dates_of_acts(text, dates=dates)]
    blank = text
    for day in days:
        blank = blank[: day.start] + "\x00" * (day.end - day.start) + blank[day.end :]
    return sorted([*days, *_numbers(blank, days)], key=lambda sign: sign.start)


def _numbers(text: str, days: Sequence[_Sign]) -> Iterator[_Sign]:
    """Numbers with a sign; after the kind or a date those that only acts have: «2-7/VIII»."""
    at = 0
    while found := act_numbers.find_signed(text[at:]):
        end = at + found.end
        many = _SIGN_OF_MANY.match(text, at + found.start) is not None
        if found.value is not None and not (many and _FROM_TO.fullmatch(found.value)):
            yield _Sign(at + found.start, end, found.value)
            yield from _listed(text, end) if many else ()
        at = end
    for end in (0, *(day.end for day in days)):
        start = len(text) - len(text[end:].lstrip(" ,"))
        bare = act_numbers.match_bare(text, start)
        if bare and bare.value and (_LIKE_AN_ACT.search(bare.value) or _FROM.match(text, bare.end)):
            yield _Sign(bare.start, bare.end, bare.value)


def _listed(text: str, end: int) -> Iterator[_Sign]:
    """The numbers after the first one of «№№ 7, 8 та 9»."""
    while found := _NEXT_OF_MANY.match(text, end):
        number = act_numbers.normalise_number(found["number"])
        yield _Sign(found.start("number"), found.end(), number, listed=True)
        end = found.end()
