"""What each line of a page with acts is: a title, a number, a label, an agenda, a way elsewhere."""

import re
from dataclasses import replace
from typing import NamedTuple

from pipeline.extractors.act_pages.drafts import read_act
from pipeline.extractors.act_pages.links import is_file, is_of_file, own_words, without_draft
from pipeline.extractors.act_pages.roles import Role, is_point, named_role
from pipeline.extractors.act_pages.sections import heads_else
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.act_kinds import find_kinds, head_of, join_spaced_letters
from pipeline.ukrainian.act_lines import ABOUT
from pipeline.ukrainian.act_numbers import NumberRange, find_range
from pipeline.ukrainian.acts import Act, is_requisites, parse_act
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.text import fold_spaces, plain

LONGEST_TITLE = 2000
"""Signs; what is longer is a text, not its title."""


# Not a dataclass, as an act that is found.
class Line(NamedTuple):
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

    def is_day(self) -> bool:
        """Whether the line is nothing but a day."""
        bare = self.act.kind is None and self.act.number is None
        return self.role is Role.REQUISITES and bare


_ITEM = re.compile(r"(?P<number>\d+(?:-\d+)?)(?:[.)]|\s+(?=про\b))", re.IGNORECASE)
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
    r"|(?:змінен|доповнен)[оаі]\s+(?:рішен|розпорядж)|викладен\w*\s+[ву]\s+нов"
    r"|визнан\w*\s+так|\"?за\"?\s*[-:]\s*\d+\s*[,;]?\s*\"?проти)",
    re.IGNORECASE,
)
# «Про сад – № 905», «Про сад № 19/4», «Про сад. Рішення № 905 від …» may be an act's own number:
# that of its item would be wrong. Not so «Про зміни до рішення № 19/4».
_NUMBER_BEHIND = re.compile(
    r"(?:\s-|[,;])\s*№\s*\S+$|\.\s(?:Рішення|Розпорядження|Наказ)\s[^.]{0,40}№\s?\d\S*[^№]{0,25}$"
    r"|^(?!.*(?:рішен|розпорядж|наказ|постанов|протокол|догов|закон)).*№\s?\d+[-/]\S+$"
)
# A link that ends so is not the whole title: «<a>Про зміни до рішення</a> від 01.02.2020 № 5».
_NAMES_PAPER = re.compile(
    r"(?:(?:рішен|розпоряд|наказ|постанов|протокол|догов|угод)\w*(?:\s+\w+){0,3}"
    r"|(?:програм|положен|статут|порядк)\w*|(?<!\w)(?:до|від|з|у|в|на|та|і))\s*$",
    re.IGNORECASE,
)
# A number of two parts, or of what is named: «№ 12» alone may be that of a school.
_OWN_REQUISITES = re.compile(r"\d\w*[-/]\w|(?:рішення|розпорядження|наказ)\D*\d", re.IGNORECASE)
# «Про зміни до рішення «Про план» <a>№ 5-1/VIII</a>» may link to what is changed.
_UNNUMBERED = re.compile(r"(?:рішен|розпоряджен|наказ)\w*(?!.*№)", re.IGNORECASE)
_CUT = ("...", "…", "]")
_PREAMBLES = (
    *(" Керуючись ", " Відповідно до ", " Розглянувши ", " Заслухавши ", " Враховуючи "),
    *(" З метою ", " На виконання ", " На підставі "),
)
_LONGEST_REQUISITES = 80
"""Signs of the requisites of an act as the words of a link."""
_LETTER = re.compile(r"[^\W\d_]")
# «Прийняті рішення», «Усі розпорядження».
_ADOPTED = re.compile(r"(?:прийнят|ухвален|чинн|діюч|усі|всі)\w*\s+", re.IGNORECASE)
_REPORTER = re.compile(r"\W(?:спів)?доповіда(?:ч|є)\w*\s*[:-]", re.IGNORECASE)
_BEGINS_MEETING = re.compile(r"(?:\S+\s+){0,3}(?:сесі[яїюй]|засідан)", re.IGNORECASE)
# «Затверджено рішенням сесії від … № …» is said of the paper below.
_OF_A_PAPER = re.compile(r"(?:затверджен|схвален|згідно|відповідно)", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"україна|(?:[\w'-]+\s+){0,4}[\w'-]*(?:ськ|цьк|зьк)\w+\s+(?:міськ|селищн|сільськ|район|обласн)?\w*\s*рад[аи]"
    r"(?:\s.{0,80})?|.{0,60}(?:області|району?)|виконавчий\s+комітет|(?:смт|м\.|с\.)\s*\S+"
    r"|[ivxlіх\d-]+(?:-?а)?\s+(?:\w+\s+)?(?:сесія|скликання).*|[\w'-]+\s+сесія\s+[\w'-]+\s+скликання",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"закон|указ|.*(?:Кабінету|Каб\.|КМУ|Президента|Верховної|Міністерства)", re.IGNORECASE
)


# Bodies that clerks name by a short word: «Наказ МОЗ від …», «Рішення суду № …».
_STATE_BODY = re.compile(
    r"(?:\d+[.)]\s*)?(?i:рішення|постанова|наказ|розпорядження|ухвала)\s+(?:(?:[\w-]+\s+){0,3}(?i:суд(?:у|ів))(?!\w)"
    r"|Уряду(?!\w)|Мін(?!істер)[а-яіїє]{3,}|Держ(?!авн\w+\s+адмін|адмін)[а-яіїє]{4,}"
    r"|(?:МОЗ|МОН|НБУ|ФДМУ|ЦВК|НАЗК|НКРЕКП|ДСНС|ДПС|ПФУ)(?!\w))"
)


def read_line(block: Block, parameters: DecisionsParameters) -> Line:
    """Understand one block of text by itself."""
    text = own_words(block)
    if not text or len(text) > LONGEST_TITLE:
        empty = Act(kind=None, number=None, date=None, subject=None)
        return Line(role=Role.OTHER if text else Role.PICTURE, block=block, act=empty)
    act = _without_preamble(_with_words_after_link(block, text, parameters))
    many = _many(text, act)
    role = named_role(text, block, parameters) or _role_of_act(text, block, act, many)
    item = _ITEM.match(plain(text).lstrip("-• "))
    own = item is not None and act.number == item["number"]
    if (own or block.marker is not None) and _says_own_requisites(act):
        act, own = replace(act, number=None if own else act.number), False
    elif act.number is None and block.marker is not None and role is Role.ACT:
        act, own = replace(act, number=str(block.marker)), True
    return Line(role=role, block=block, act=act, item=own, many=many)


def _without_preamble(act: Act) -> Act:
    """A site that shows how a text begins runs its title and its preamble together."""
    subject = act.subject or ""
    if not subject.endswith(_CUT):
        return act
    ends = [at for word in _PREAMBLES if (at := subject.find(word)) > 0]
    return replace(act, subject=subject[: min(ends)].rstrip()) if ends else act


def runs_on(block: Block) -> bool:
    """Whether a line goes on with the preamble of its act."""
    return block.text.endswith(_CUT) and any(word in block.text for word in _PREAMBLES)


def _says_own_requisites(act: Act) -> bool:
    """«5. Розпорядження від 25.01.2023 «Про …»»: they stand there, and no number in them."""
    subject = act.subject or ""
    behind = "№" in subject and _NUMBER_BEHIND.search(plain(subject)) is not None
    return behind or bool(act.kind and act.date)


def _with_words_after_link(block: Block, text: str, parameters: DecisionsParameters) -> Act:
    """The line read; after a link that is a title stand requisites: «<a>Про …</a> № 5-1/VIII»."""
    if len(block.links) == 1 and block.links[0].text == text:
        return read_act(text, parameters)
    for link in block.links:
        end = text.find(link.text) + len(link.text)
        if link.text not in text or not text[end:].strip():
            continue
        titled = starts_with_about(parse_act(link.text).subject)
        if titled and (_BEHIND.match(plain(text[end:])) or is_of_file(text[end:])):
            return read_act(text[:end], parameters)
        if titled and not _NAMES_PAPER.search(link.text) and is_requisites(text[end:]):
            title, after = read_act(text[:end], parameters), read_act(text[end:], parameters)
            return _with_other_act(title, after, link.text) or _completed(title, after, text)
    return _with_linked_number(block, text, parameters) or read_act(text, parameters)


def _with_other_act(title: Act, after: Act, words: str) -> Act | None:
    """«<a>Про згоду, рішення від … № 5</a> № 7»: the act inside the link is another one."""
    subject = title.subject or ""
    two = after.number and title.number not in (None, after.number)
    if not two or not subject or words.rstrip(" .;").endswith(subject):
        return None
    return replace(after, subject=words[words.find(subject) :])


def _with_linked_number(block: Block, text: str, parameters: DecisionsParameters) -> Act | None:
    """A title with its number as the words of a link behind it: «Про … <a>11-1/VIII</a>»."""
    last = next((one.text for one in reversed(block.links) if text.endswith(one.text)), "")
    may_be = last != text and len(last) <= _LONGEST_REQUISITES
    if not (may_be and _OWN_REQUISITES.search(last) and is_requisites(last)):
        return None
    title = without_draft(text.removesuffix(last), block)
    said = read_act(title, parameters)
    other = _NAMES_PAPER.search(title) or _UNNUMBERED.search(plain(title))
    if other or not starts_with_about(said.subject):
        return None
    return _completed(said, read_act(last, parameters), text)


def _completed(title: Act, after: Act, text: str) -> Act:
    """The number after a title is its own; the one before may be that of an item."""
    own = None if _ITEM.match(text.lstrip("-• ")) else title.number
    return replace(
        title,
        kind=title.kind or after.kind,
        number=own or after.number or title.number,
        date=title.date or after.date,
    )


def breaks_off(title: str) -> bool:
    """Whether a title ends before the act or the paper that it speaks of: «Про зміни до»."""
    return _NAMES_PAPER.search(title) is not None


def starts_with_about(subject: str | None) -> bool:
    """Whether a title begins with «Про» (Russian «О»), after the code of a draft in brackets."""
    title = subject or ""
    return title.startswith(ABOUT) or _ABOUT.match(plain(title)) is not None


def is_draft(kind: str | None) -> bool:
    """Whether the kind is that of a draft."""
    return (kind or "").startswith("проєкт")


def _many(text: str, act: Act) -> NumberRange | None:
    of_items = act.number is not None and " - " in act.number
    if starts_with_about(act.subject) and not of_items:
        return None
    return find_range(plain(text))


def is_of_the_state(kind: str | None, text: str) -> bool:
    """Whether a kind, or the line that it was read of, names an act of the state or of a court."""
    if kind is None:
        return False
    return bool(_STATE.match(kind) or _STATE_BODY.match(plain(text)))


def _role_of_act(text: str, block: Block, act: Act, many: NumberRange | None) -> Role:
    if many is not None:
        return Role.MANY if block.links else Role.RANGE
    if is_draft(act.kind):
        return Role.DRAFT
    if starts_with_about(act.subject):
        if not block.links and _REPORTER.search(plain(text)):
            return Role.AGENDA
        return Role.STATE if is_of_the_state(act.kind, text) else Role.ACT
    if act.subject is not None:
        return _role_of_words(text, block, act)
    return _role_of_requisites(text, block, act)


def _role_of_words(text: str, block: Block, act: Act) -> Role:
    """A line whose words do not begin with «Про»."""
    titled = act.number is not None or _DEED.match(plain(act.subject or ""))
    if block.links and titled and " " in (act.subject or ""):
        return Role.OTHER if is_point(act.subject or "") else Role.ACT
    if _heads_meeting(text, block):
        return Role.LABEL
    return _role_of_rest(text, block)


def _heads_meeting(text: str, block: Block) -> bool:
    """«45 сесія від 29 жовтня 2020 року», «Засідання виконавчого комітету 14.04.2021»."""
    begins = _BEGINS_MEETING.match(plain(text)) and not _OF_A_PAPER.match(plain(text))
    return bool(begins and find_dates(text) and not block.links)


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
    before = text[: kinds[0].start] if kinds else ""
    return bool(kinds) and (not _LETTER.search(before) or _ADOPTED.fullmatch(before) is not None)
