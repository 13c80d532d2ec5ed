"""The requisites of an act without its title: «Рішення виконавчого комітету від … № …»."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from pipeline.ukrainian import act_numbers
from pipeline.ukrainian.act_kinds import FoundKind, find_kinds
from pipeline.ukrainian.act_numbers import FoundNumber
from pipeline.ukrainian.dates import DateOrder, FoundDate, find_dates, find_dates_of_acts
from pipeline.ukrainian.text import KEPT_LINES

# A date after these words is not the day of the act: of a wording, of an amendment, of a period; or
# it is the second of two, «від 15-16.02.2024».
_OTHER_DATE = re.compile(
    r"(?:(?<!\w)від\s+\d\d?\s*[-,/]|редакці[яїю]\w*|змін\w*|доповнен\w*|станом\s+на|(?<!\w)на|чинн\w*\s+[зд]о?|(?:оприлюд|оновле|розміще|дода)н\w*|опублікован\w*)\s*(?:від)?\s*$",
    re.IGNORECASE,
)
# What stands before most titles and below them: nothing else need be looked for.
_NUMBER_ALONE = re.compile(r"№ ?(?P<number>\d{1,5}(?:-\d{1,5})?/X?(?:IX|IV|V?I{1,3}|V)|\d{1,5})")
_GLUED = re.compile(
    r"(?<![\d./])(?P<date>\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)(?P<number>\d{1,4})(?!\d)"
)
# What may follow a number without a sign; «15 позачергової сесії» and «2020 рік» are no numbers.
_AFTER_BARE = re.compile(
    r"\s*(?:$|[.),;|\"(№]|-(?:\s|$)|(?:від|от|про)(?!\w)|(?!(?i:сесі|(?:поза)?чергов|скликан|засідан|рік|року))"
    r"[А-ЯІЇЄҐA-Z])"
)
_FROM = re.compile(
    r"(?:ві[дл]|(?<!\w)от)\.?:?\s*$", re.IGNORECASE
)  # «віл» is a slip seen on a page of 2021
# Numbers and days that are not of the act: «(зі змінами від …)», «Сесія № 14. Рішення № 88».
_OF_OTHERS = re.compile(
    r"\([^()]*(?:змін|доповн|редакц)[^()]*\)"
    r"|(?:\A|(?<=[.,;:|(]))\s*(?:сесія|скликання)\s*№\s*\d+(?![\w/-])",
    re.IGNORECASE,
)
_OF_MEETING = "сесія"
# «Рішення від … № 77 (проєкт) Про …».
_DRAFT_MARK = re.compile(r"[(\[]\s*про[єе]кт\s*[)\]]", re.IGNORECASE)
_OF_DRAFTS = ("рішення", "розпорядження", "наказ")
_DRAFT_NUMBER = re.compile(r"№\s*про[єе]кт(?![\w])", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:№\s*)?[\d-]+(?:\.\d+)*\s*[.)]\s*(?![IVXІХ]+\.\s?\d)(?=[А-ЯІЇЄҐA-Z])")
_SPACES = re.compile(r"\s*(?:(?<=\w)\s*\|\s*|(?<=\w\s)\|\s*)?")
# Words, or the hour: a day with it is that of a publication.
_WORD = re.compile(r"[^\W\d_]{2,}|(?<!\d)\d{1,2}:\d\d(?!\d)")
# No number has so many letters in a row, and its sign is left out here.
_LONG_WORD = re.compile(r"(?<![\w/.-])(?!номер)[^\W\d_]{6,}(?![\w/.-])", re.IGNORECASE)
# A long word in small letters that is no part of a day: whatever a place takes of it, more is left.
_SURE_WORD = re.compile(
    r"(?<![\w/.-])(?!номер|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|янв|фев|мар|апр|июн|июл|авг"
    r"|сен|окт|ноя|дек|двадц|тридц|прийн|ухвал|підпис|видан|відвід)(?!\w*ого(?!\w))[а-яіїєґ]{6,}(?![\w/.-])"
)
_IN_WORDS = "тисяч"
"""Of a year in words, before which other words may stand: «дві тисячі двадцять четвертого»."""
_INITIALS = re.compile(r"[А-ЯІЇЄҐ]\.\s*[А-ЯІЇЄҐ]\.|[А-ЯІЇЄҐ]\w+\s+[А-ЯІЇЄҐ]\.")
_TITLE_WORD = re.compile(
    r"(?<![\w'-])(?:[А-ЯІЇЄҐ][\w'-]+(?:ення|ання|ття|іння)|Звіт|Програма|Положення|Статут|План|Перелік"
    r"|Щодо|Деякі\s+питання|Окремі\s+питання|Інформація|Продаж|Передача|Відмова|Порядок|Регламент|Структура|Комплексна|Земельні|Бюджет|Паспорт|Стратегія|Правила|Кошторис|Зміни|Схема|Концепція|Склад|Тарифи)(?![\w'-])"
)
# Titles that follow the requisites without «Про»; «Управління …» there is who issued the act.
_TITLE_AFTER = re.compile(
    rf"[\s.,:-]*(?P<title>(?!Управління|Відділення|Засідання|Скликання|Рішення|Розпорядження)"
    rf"(?:(?:[Щщ]одо|Деякі|Окремі)(?!\w)|{_TITLE_WORD.pattern})\s+\w)"
)
_WORDS_AT_END = re.compile(
    r"(?<=\s)(?<!\.\s)(?!Київ)[А-ЯІЇЄҐ][а-яіїєґ'-]+(?:\s+[а-яіїєґ'-]+){0,3}$"
)
_BEFORE_KIND = re.compile(
    r"україн\w*|\w*(?:ськ|цьк|зьк)(?:а|ий|ої|ого|е)|\w*рад[аи]|\w*комітет\w*|голов[аи]|област[іь]"
    r"|район\w*|сесі[яїю]|скликання|чергов\w+|позачергов\w+|пленарн\w+|засідання|про[єе]кт|перш\w+|друг\w+"
    r"|трет\w+|четверт\w+|п'ят\w+|шост\w+|сьом\w+|восьм\w+|дев'ят\w+|десят\w+|\w+надцят\w+|двадцят\w+"
    r"|тридцят\w+|сорок\w*|п'ятдесят\w*|[ivxl]+|[ІХ]+|\d+\S*|[№nN]|від|року|р|копія|витяг|витяги|з"
    r"|прийнят[іе]|ухвален[іе]|чинні|діючі|усі|всі",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?i:від|(?<!\w)от(?!\w)|(?<!\w)за(?!\w)|\bдата\s+(?:прийняття|ухвалення|підписання|видання):?)|(?:м|с|смт|сел)\.?\s*[А-ЯІЇЄҐ][\w'-]+|Київ"
)


class _Span(Protocol):
    """Anything found in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the requisites say."""

    kind: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    blank: bool = False
    """Whether the place for the number is left blank, or a range stands there."""
    title_start: int = 0
    """Where a title that does not begin with «Про» starts; 0: there is none."""
    is_whole: bool = False
    """Whether nothing but requisites and a place was there."""

    @property
    def says_something(self) -> bool:
        """Whether any requisite was found."""
        return bool(self.kind or self.number or self.date or self.blank)

    @property
    def is_an_act(self) -> bool:
        """Whether it names an act: a kind with a number or a date, or a number with its date."""
        return bool((self.kind and (self.number or self.date)) or (self.number and self.date))

    def completed_by(self, other: "Header") -> "Header":
        """This header, with what it lacks taken from the other one."""
        if not (other.kind or other.number or other.date):
            return self
        return replace(
            self,
            kind=self.kind or other.kind,
            number=self.number or (None if self.blank else other.number),
            date=self.date or other.date,
        )


@lru_cache(maxsize=KEPT_LINES)
def read_header(text: str, dates: DateOrder) -> Header:
    """Read requisites from plain text that holds no title."""
    if number := _NUMBER_ALONE.fullmatch(text):
        return Header(number=number["number"], is_whole=True)
    text = _without_others(text)
    if draft := _DRAFT_NUMBER.search(text):
        return Header(kind=_draft_kind(text[: draft.start()]), blank=True)
    if (glued := _GLUED.search(text)) and not act_numbers.find_signed(text):
        return _glued_header(text, glued, dates)
    kinds = find_kinds(text)
    kind = _own_kind(text, kinds, dates)
    if kind is None and kinds:
        text = text[: kinds[0].start]  # requisites after «затвердити рішення» belong to that act
    header = _read(text, kind, dates, cut=kind is None and bool(kinds))
    marked = ("(" in text or "[" in text) and _DRAFT_MARK.search(text) is not None
    if kind is None or not marked or kind.head not in _OF_DRAFTS:
        return header
    return replace(header, kind=f"проєкт {header.kind}")


def is_requisites(text: str, dates: DateOrder) -> bool:
    """Whether plain text is nothing but kind, number, date and place of an act."""
    if _holds_other_words(text, dates):
        return False
    header = read_header(text, dates)
    return header.says_something and header.is_whole


def _holds_other_words(text: str, dates: DateOrder) -> bool:
    """Whether a long word is no kind, month or place, nor a part of a number: a quick refusal."""
    text = _without_others(text)
    if _LONG_WORD.search(text) is None or find_kinds(text):
        return False
    if _IN_WORDS not in text.lower() and _SURE_WORD.search(text):
        return True
    rest = _without(text, find_dates_of_acts(text, dates=dates))
    number = act_numbers.find_signed(rest)  # «м. б/н Ясне»: without it a place
    rest = _without(rest, [number]) if number else rest
    return _LONG_WORD.search(_PLACE.sub("", rest)) is not None


def _without_others(text: str) -> str:
    """The text with «(зі змінами від …)» and «Сесія № 14» blanked, every sign in its place."""
    if "(" not in text and _OF_MEETING not in text.lower():
        return text
    return _OF_OTHERS.sub(lambda found: " " * len(found.group()), text)


def _read(text: str, kind: FoundKind | None, dates: DateOrder, *, cut: bool) -> Header:
    found_dates = find_dates_of_acts(text, dates=dates)
    day = _own_date(text, found_dates)
    many = act_numbers.find_range(text)
    number = None if many else _number(_without(text, found_dates), kind, found_dates)
    parts = [part for part in (kind, number, day, many) if part is not None]
    return Header(
        kind=kind.words if kind else None,
        number=number.value if number else _item_range(many, kind),
        date=day.value if day else None,
        blank=many is not None or (number is not None and number.value is None),
        title_start=_title_start(text, kind) or _title_after(text, kind, parts),
        is_whole=not cut and not _WORD.search(_PLACE.sub("", _without(text, parts))),
    )


def _item_range(many: act_numbers.NumberRange | None, kind: FoundKind | None) -> str | None:
    """«31 - 58.» before a title is the number of that item; any other range is no number."""
    return f"{many.first} - {many.last}" if many and many.start == 0 and not kind else None


def _draft_kind(before: str) -> str:
    kinds = find_kinds(before)
    return f"проєкт {kinds[0].words}" if kinds else "проєкт"


def _glued_header(text: str, glued: re.Match[str], dates: DateOrder) -> Header:
    """«14.05.20191212» is 14.05.2019 № 1212, glued by whatever made text of the page."""
    found = find_dates(glued["date"], dates=dates)
    kind = _own_kind(text, find_kinds(text), dates)
    return Header(
        kind=kind.words if kind else None,
        number=glued["number"] if found else None,
        date=found[0].value if found else None,
    )


def _own_kind(text: str, kinds: tuple[FoundKind, ...], dates: DateOrder) -> FoundKind | None:
    """The first kind that stands where kinds stand: not the «рішення» of «Земельні рішення»."""
    blanked = _without(text, find_dates_of_acts(text, dates=dates)) if kinds else text
    for kind in kinds:
        words = re.findall(r"[\w'./-]*\w", blanked[: kind.start])
        usual = all(_BEFORE_KIND.fullmatch(word) or word.isupper() for word in words)
        if usual or text[kind.start : kind.end].split()[0].isupper():
            return kind
    return None


def _own_date(text: str, found_dates: tuple[FoundDate, ...]) -> FoundDate | None:
    own = [found for found in found_dates if not _OTHER_DATE.search(_before(text, found))]
    after_from = [found for found in own if _FROM.search(_before(text, found))]
    return next(iter([*after_from, *own]), None)


def _before(text: str, found: FoundDate) -> str:
    """The words right before a date."""
    return text[max(0, found.start - 40) : found.start]


def _number(
    text: str, kind: FoundKind | None, found_dates: tuple[FoundDate, ...]
) -> FoundNumber | None:
    """The number with a sign; else the one at the beginning or right after the kind or the date."""
    signed = act_numbers.find_signed(text)
    if signed and act_numbers.is_one_of_many(text, signed):
        return replace(signed, value=None)
    return signed or next(_unsigned(text, kind, found_dates), None)


def _unsigned(
    text: str, kind: FoundKind | None, found_dates: tuple[FoundDate, ...]
) -> Iterator[FoundNumber]:
    starts = [_SPACES.match(text, at) for at in (kind.end if kind else 0, 0)]
    for start in starts:
        number = act_numbers.match_bare(text, start.end()) if start else None
        if number is not None and _AFTER_BARE.match(text, number.end):
            yield number
    for found in found_dates:
        number = act_numbers.match_after_garbage(text, found.end)
        if number is not None:
            yield number


def _title_start(text: str, kind: FoundKind | None) -> int:
    """Where a title begins that the requisites run into: «5. Внесення змін», «№ 5 Звіт»."""
    if kind is not None:
        return 0
    item = _ITEM.match(text)
    if item and not _INITIALS.match(text, item.end()):
        return item.end()
    numbered = re.match(r"\s*(?:№\s*)?\d", text)
    word = _TITLE_WORD.search(text) if numbered else None
    return word.start() if word else 0


def _title_after(text: str, kind: FoundKind | None, parts: Iterable[_Span]) -> int:
    """«Рішення № 12 Щодо …», «Рішення від … № 12 Внесення змін …»: where the title begins."""
    ends = [part.end for part in parts]
    title = _TITLE_AFTER.match(text, max(ends)) if kind and len(ends) > 1 else None
    return title.start("title") if title else 0


def words_before_about(text: str, header: Header, dates: DateOrder) -> int:
    """Where a title begins that «про» goes on with: «№ 5 Депутатський запит про …»; 0: nowhere."""
    words = _WORDS_AT_END.search(text)
    if words is None or _BEFORE_KIND.fullmatch(words.group().split()[-1]):
        return 0
    before = read_header(text[: words.start()].rstrip(), dates)
    same = (before.kind, before.number, before.date) == (header.kind, header.number, header.date)
    return words.start() if same and before.is_whole else 0


def _without(text: str, parts: Iterable[_Span]) -> str:
    """The text with these parts blanked, every sign in its place."""
    for part in parts:
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    return text
