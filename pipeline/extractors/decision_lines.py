"""What each line of a page with acts is: a title, a number, a label, an agenda, a way elsewhere."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.extractors.decision_drafts import read_act
from pipeline.extractors.decision_links import ATTACHMENT, DOWNLOAD, is_file, is_pager, own_words
from pipeline.extractors.decision_sections import AGENDA, heads_else
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page_blocks import Block
from pipeline.ukrainian.act_kinds import find_kinds, head_of, join_spaced_letters
from pipeline.ukrainian.act_numbers import NumberRange, find_range
from pipeline.ukrainian.acts import Act, is_requisites, parse_act
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.text import fold_spaces, plain

LONGEST_TITLE = 2000
"""Signs; what is longer is a text, not its title."""


class Role(StrEnum):
    """What a line of a page is."""

    ACT = "act"
    """The title of an act, often with its number."""
    REQUISITES = "requisites"
    """Number or date of an act whose title stands on another line."""
    LABEL = "label"
    """A heading over acts: «Рішення сесії», «Рішення 9 сесії … від 21.05.2021»."""
    RANGE = "range"
    """A heading that numbers the list under it: «Рішення №9-26/VIII - 9-48/VIII»."""
    MANY = "many"
    """One link for many acts: «31 - 58. Земельні рішення»."""
    AGENDA = "agenda"
    RECORD = "record"
    """Protocol, results of a vote, recording of a meeting."""
    ATTACHMENT = "attachment"
    """An annex, a note or a sub-item of an act."""
    DRAFT = "draft"
    ELSEWHERE = "elsewhere"
    """What stands under a heading of no acts: «Електронні петиції», «Оголошення»."""
    STATE = "state"
    """An act of the state that the page refers to."""
    DOWNLOAD = "download"
    """«Завантажити», the name of a file."""
    SECTION = "section"
    """A way to another page of the site."""
    LETTERHEAD = "letterhead"
    SIGNATURE = "signature"
    PICTURE = "picture"
    IGNORED = "ignored"
    """Named in the descriptor."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page, understood by itself."""

    role: Role
    block: Block
    act: Act
    item: bool = False
    """Whether the number is only that of an item in a list: «14.»."""
    many: NumberRange | None = None

    @property
    def is_linked(self) -> bool:
        """Whether the line leads somewhere."""
        return bool(self.block.links)


_ITEM = re.compile(r"(?P<number>\d+(?:-\d+)?)(?:[.)]|\s+(?=про\b))", re.IGNORECASE)
_SUB_ITEM = re.compile(
    r"\d{1,3}\.\d{1,3}(?:\.\d{1,2})?(?!\d)\.?\s*(?!про\b)[^\W\d_]", re.IGNORECASE
)
_ABOUT = re.compile(r"(?:\([^()]*\)\s*)?(?:про\b|(?-i:Об?)\s+[а-яё]{4})", re.IGNORECASE)
# Titles that clerks begin with a noun instead of «Про».
_DEED = re.compile(
    r"(?:внесення|затвердження|надання|присвоєння|призначення|припинення|прийняття|передача|продаж"
    r"|скасування|погодження|встановлення|визначення|створення|утворення|перейменування|звільнення"
    r"|відмова|поновлення|вилучення|виділення|розгляд|уточнення|виконання|нагородження)\s+\w+",
    re.IGNORECASE,
)
# What a site says of an act behind the link that is its title: «<a>Про …</a> (зі змінами, …)».
_BEHIND = re.compile(
    r"[\s,.;-]*\(?\s*(?:(?:зі|із)\s+змін|змін\w+\s+внес|внесен\w+\s+змін|в\s+редакції|скасован|втрати[влт]"
    r"|визнан\w*\s+так)",
    re.IGNORECASE,
)
# «Про сад – № 905» may be an act's own number: that of its item would be wrong.
_NUMBER_BEHIND = re.compile(r"(?:\s-|[,;])\s*№\s*\S+$")
# A link that ends so is not the whole title: «<a>Про зміни до рішення</a> від 01.02.2020 № 5».
_NAMES_PAPER = re.compile(
    r"(?:(?:рішен|розпоряд|наказ|постанов|протокол|догов|угод)\w*(?:\s+\w+){0,3}"
    r"|(?:програм|положен|статут|порядк)\w*|(?<!\w)(?:до|від|з|у|в|на|та|і))\s*$",
    re.IGNORECASE,
)
_REPORTER = re.compile(r"\W(?:спів)?доповіда(?:ч|є)\w*\s*[:-]", re.IGNORECASE)
_RECORD = re.compile(
    r"протокол|результати\s+(?:\w+\s+)?голосування|відео|аудіо|запис\s+засідання|стенограма"
    r"|поіменн|фото",
    re.IGNORECASE,
)
# A file that lists acts is none, though it has a number and a day as they have.
_LIST_OF_ACTS = re.compile(
    r"(?:перелік|список|реєстр)\s+(?:\w+\s+)?(?:рішень|розпоряджень|наказів|актів|про[єе]ктів)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:19|20)\d\d(?:\s*[-/]\s*(?:19|20)\d\d)?(?:\s*(?:рік|р\.|року|роки))?"
    r"|(?:про[єе]кти|рішення|протоколи|розпорядження|накази)(?:\s+(?:рішень|сесій|виконавчого"
    r"\s+комітету|\w+\s+голови))?|сесії|архів.*|про\s+(?:нас|сайт|портал|раду|громаду|місто|селище)|(?:повернутися|назад|всі\s|перейти).*",
    re.IGNORECASE,
)
_BEGINS_MEETING = re.compile(r"(?:\S+\s+){0,3}(?:сесі[яїюй]|засідан)", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"україна|(?:[\w'-]+\s+){0,4}[\w'-]*(?:ськ|цьк|зьк)\w+\s+(?:міськ|селищн|сільськ|район|обласн)?\w*\s*рад[аи]"
    r"(?:\s.{0,80})?|.{0,60}(?:області|району?)|виконавчий\s+комітет|(?:смт|м\.|с\.)\s*\S+"
    r"|[ivxlіх\d-]+(?:-?а)?\s+(?:\w+\s+)?(?:сесія|скликання).*|[\w'-]+\s+сесія\s+[\w'-]+\s+скликання",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"(?:(?:січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад"
    r"|грудень)\s*)?(?:(?:19|20)\d\d\s*(?:рік|року|р\.)?)?",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:в\.?\s?о\.?\s+)?(?:міськ|селищн|сільськ)\w+\s+голова\b.{0,60}|секретар\b.{0,60}"
    r"|керуюч\w+\s+справами\b.{0,80}|(?:начальник|керівник)\b.{0,80}",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"закон|указ|.*(?:Кабінету|Каб\.|КМУ|Президента|Верховної|Міністерства)", re.IGNORECASE
)


def read_line(block: Block, parameters: DecisionsParameters) -> Line:
    """Understand one block of text by itself."""
    text = own_words(block)
    if not text or len(text) > LONGEST_TITLE:
        empty = Act(kind=None, number=None, date=None, subject=None)
        return Line(role=Role.OTHER if text else Role.PICTURE, block=block, act=empty)
    act = _with_words_after_link(block, text, parameters)
    many = _many(text, act)
    role = _named_role(text, block, parameters) or _role_of_act(text, block, act, many)
    item = _ITEM.match(plain(text).lstrip("-• "))
    own = item is not None and act.number == item["number"]
    counts = block.marker is not None and not _NUMBER_BEHIND.search(plain(act.subject or ""))
    if act.number is None and counts and role is Role.ACT:
        act, own = replace(act, number=str(block.marker)), True
    return Line(role=role, block=block, act=act, item=own, many=many)


def _with_words_after_link(block: Block, text: str, parameters: DecisionsParameters) -> Act:
    """The line read; after a link that is a title stand requisites: «<a>Про …</a> № 5-1/VIII»."""
    for link in block.links:
        end = text.find(link.text) + len(link.text)
        if link.text not in text or not text[end:].strip():
            continue
        titled = starts_with_about(parse_act(link.text).subject)
        if titled and _BEHIND.match(plain(text[end:])):
            return read_act(text[:end], parameters)
        if titled and not _NAMES_PAPER.search(link.text) and is_requisites(text[end:]):
            title = read_act(text[:end], parameters)
            return _completed(title, read_act(text[end:], parameters), text)
    return read_act(text, parameters)


def _completed(title: Act, after: Act, text: str) -> Act:
    """The number after a title is its own; the one before may be that of an item."""
    own = None if _ITEM.match(text.lstrip("-• ")) else title.number
    return replace(
        title,
        kind=title.kind or after.kind,
        number=own or after.number or title.number,
        date=title.date or after.date,
    )


def starts_with_about(subject: str | None) -> bool:
    """Whether a title begins with «Про» (Russian «О»), after the code of a draft in brackets."""
    return _ABOUT.match(plain(subject or "")) is not None


def is_draft(kind: str | None) -> bool:
    """Whether the kind is that of a draft."""
    return (kind or "").startswith("проєкт")


def _many(text: str, act: Act) -> NumberRange | None:
    of_items = act.number is not None and " - " in act.number
    if starts_with_about(act.subject) and not of_items:
        return None
    return find_range(plain(text))


_NAMED = (
    (AGENDA, Role.AGENDA),
    (_RECORD, Role.RECORD),
    (ATTACHMENT, Role.ATTACHMENT),
    (_SUB_ITEM, Role.ATTACHMENT),
)


def role_by_name(words: str) -> Role | None:
    """What a line is that begins with the name of a paper: an agenda, a record, an annex."""
    return next((role for pattern, role in _NAMED if pattern.match(words)), None)


def is_of_the_state(kind: str | None) -> bool:
    """Whether the kind is that of an act of the state."""
    return _STATE.match(kind or "") is not None


def _named_role(text: str, block: Block, parameters: DecisionsParameters) -> Role | None:
    """Lines that are no acts, by their first words."""
    folded = plain(text)
    if any(folded.lower().startswith(plain(word).lower()) for word in parameters.ignore):
        return Role.IGNORED
    if named := role_by_name(folded):
        return named
    if _LIST_OF_ACTS.match(folded) and any(is_file(link.address) for link in block.links):
        return Role.RECORD
    if block.links and DOWNLOAD.fullmatch(folded):
        return Role.DOWNLOAD
    if block.links and _leads_on(folded, block.links[0].address):
        return Role.SECTION
    if not block.links and _SIGNATURE.fullmatch(folded):
        return Role.SIGNATURE
    return Role.LETTERHEAD if PERIOD.fullmatch(folded) and not block.links else None


def _leads_on(words: str, address: str) -> bool:
    """Whether a link leads to another page of the site or of the list."""
    section = _SECTION.fullmatch(words) is not None and not is_file(address)
    return section or is_pager(words, address)


def _role_of_act(text: str, block: Block, act: Act, many: NumberRange | None) -> Role:
    if many is not None:
        return Role.MANY if block.links else Role.RANGE
    if is_draft(act.kind):
        return Role.DRAFT
    if starts_with_about(act.subject):
        if not block.links and _REPORTER.search(plain(text)):
            return Role.AGENDA
        return Role.STATE if is_of_the_state(act.kind) else Role.ACT
    if act.subject is not None:
        return _role_of_words(text, block, act)
    return _role_of_requisites(text, block, act)


def _role_of_words(text: str, block: Block, act: Act) -> Role:
    """A line whose words do not begin with «Про»."""
    titled = act.number is not None or _DEED.match(plain(act.subject or ""))
    if block.links and titled and " " in (act.subject or ""):
        return Role.ACT
    if _heads_meeting(text, block):
        return Role.LABEL
    return _role_of_rest(text, block)


def _heads_meeting(text: str, block: Block) -> bool:
    """«45 сесія від 29 жовтня 2020 року», «Засідання виконавчого комітету 14.04.2021»."""
    return bool(_BEGINS_MEETING.match(plain(text)) and find_dates(text) and not block.links)


def _role_of_requisites(text: str, block: Block, act: Act) -> Role:
    """A line without a title, which must not be a sentence that only speaks of acts."""
    if _heads_meeting(text, block):
        return Role.LABEL
    bare = is_requisites(text)
    named = act.kind is not None and _begins_with_kind(text)
    if act.number is not None and (named or bare):
        return Role.REQUISITES
    if act.number is None and named:
        return _role_of_kind(block, act)
    if act.number is None and act.kind is None and bare:
        return Role.REQUISITES
    return _role_of_rest(text, block)


def _role_of_rest(text: str, block: Block) -> Role:
    if heads_else(text) and not block.links:
        return Role.ELSEWHERE
    return Role.LETTERHEAD if _LETTERHEAD.fullmatch(plain(text)) else Role.OTHER


def _role_of_kind(block: Block, act: Act) -> Role:
    if block.links:
        return Role.OTHER if is_file(block.links[0].address) else Role.SECTION
    return Role.OTHER if head_of(act.kind or "") == "документ" else Role.LABEL


def _begins_with_kind(text: str) -> bool:
    kinds = find_kinds(plain(fold_spaces(join_spaced_letters(text))))
    return bool(kinds) and not re.search(r"[^\W\d_]", text[: kinds[0].start])
