"""The title line of an act: kind, number, date and subject.

    Рішення від 14.05.2019 р. № 65/984 «Про …»        header, subject in quotes
    № 16-8/VІІІ Про …; 14.про …                       number, subject
    Розпорядження «Про …» № 365-р від 15.11.2022р.    kind, subject in quotes, requisites after it
    Про … (рішення від 14.05.2019 №65/984)          subject, the act in brackets

Whatever stands inside the subject belongs to other acts and never becomes the number or the date of
this one: «Про внесення змін до рішення від 14.08.2011 № 206» has neither.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.ukrainian.act_headers import Header, read_header
from pipeline.ukrainian.act_kinds import (
    FoundKind,
    find_kinds,
    match_paper_about_another,
)
from pipeline.ukrainian.act_lines import trimmed
from pipeline.ukrainian.dates import DateOrder
from pipeline.ukrainian.text import KEPT_LINES, plain

# «О …», «Об …»: titles of the Russian pages that some sites still hold.
_SUBJECT = re.compile(
    r"""(?:["]\s*)?(?<![\w'-])(?:про(?![\w'-])|(?-i:Об?)(?=\s+(?-i:[а-яё]{4}))|\Aоб?(?=\s+[а-яё]{4}))""",
    re.IGNORECASE,
)
# Where a library says it read the act: «… № 835 // Офіційний вісник України. 2015. № 85».
_PRINTED_IN = re.compile(
    r"\s*(?://|:\s*станом\s+на|\.\s*-?\s*(?=(?:Офіційний вісник|Відом|Урядовий кур'єр|Голос України"
    r"|Режим доступу|Дата оновлення|URL\b))).*$"
)
_DIGIT = re.compile(r"\d")
_ITEM_ALONE = re.compile(r"\s*\d+\s*[.)]?\s*")
_MEDIUM = re.compile(r"\s*\[Електронний ресурс\]$", re.IGNORECASE)
_ISSUED = re.compile(r"(?P<kind>\w+)(?:\s+[\w'().-]+){0,14}?(?=\s+(?:від\s|№))", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{3}")
# The code of a draft between the requisites and the title: «(s-ab-12/1)» (Mykolaiv, seen 2026-11).
_DRAFT_CODE = re.compile(r"\(\s*[A-Za-z][A-Za-z\d]*(?:[-/][A-Za-z\d]+)+\s*\)\s*$")
_IN_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*[.;]?$")
_APART = re.compile(r"\s*(?:\s-\s|//|[:;|]|(?P<weak>,|(?<=\w{3})\.))\s*")
_REQUISITES = re.compile(
    r"\s*(?:\s-|[,;|/.])?\s+(?=(?:№|\bN\b|від\s|\d{1,2}\.\d\d\.\d{4})[^;|]*$)", re.IGNORECASE
)
_AMENDING = re.compile(
    r"внесення\s+\w*\s*(?:змін|доповн|уточн)|скасування|втрат|чинн|продовження|зупинення|поновлення"
    r"|внесенн\w+\s+змін|припинення\s+дії|виконання\s+рішен",
    re.IGNORECASE,
)
# Whatever may have a number and a date of its own: then those at the end of a title may be its.
_OTHER_PAPER = re.compile(
    r"рішен|розпорядж|наказ|постанов|закон|указ|ухвал|протокол|догов|договір|контракт|угод|лист|акт"
    r"|дозв|свідоцтв|заяв|висновк|положен|програм|план|поряд[ок]|інструкц|регламент|статут|перелік"
    r"|довідк|подан|припис|доруч|претензі|позов|рахун|ліцензі|сертифікат|ордер|витяг|виписк|звернен"
    r"|петиц|запит|скарг|клопотан|конкурс|торг|аукціон|про[єе]кт|пропозиц|документац|умов|меморандум"
    r"|аналіз|експертиз|суд|справ|кошторис|паспорт|патент|квитк|боргов|облігаці|кредит|позик|застав",
    re.IGNORECASE,
)
_STATE_BODY = re.compile(r"кабінет\w*\s+міністрів|каб\.|президента|верховної|міністерства", re.I)
# A number that only acts have: with the convocation or the letters of an office (but «12-а» is a
# house), or in brackets with the session.
_OF_AN_OFFICE = re.compile(r"\d(?:[/-][\w]+)*[/-][IVXL]+$|^\d+-(?:р|[а-яіїєґ]{2,3})$")
_OF_A_SESSION = re.compile(r"\d+[-/]\S*|\d+-[а-яіїєґ]{1,3}")
_GOVERNS = re.compile(
    r"(?:ння|ття|ого|ої|их|ими|им|і?й|та|до|у|в|від|з|із|зі|на|за|про|щодо|або"
    r"|пункт\w*|підпункт\w*|частини|абзацу|додатк\w*|тексту|про[єе]кт\w*|змін\w*|дії|дію|чинності"
    r"|чинність|строку|терміну|контролю)$",
    re.IGNORECASE,
)
# A site that cuts titles at a length prints its dots after the full stop: «р.р....» (Kolomyia).
_CUT_MARK = re.compile(r"(?<=\w\.)\.{3}$")
_LONGEST_TAIL = 200
"""Signs that an act after its own subject may take: «рішення … від … № …»."""
_OPENING, _CLOSING = "«„“‘", "»”“’"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a title line says of an act; what it does not say is None."""

    kind: str | None
    """In words, nominative, lower case, with the issuer where it is named: «рішення сесії»."""
    number: str | None
    """`16-1/VIII`, `365-р`; a range of numbers is no number."""
    date: datetime.date | None
    subject: str | None
    """The title as printed («Про …»), without requisites and without quotes around the whole."""


@dataclass(frozen=True, slots=True)
class _Split:
    """A line cut into what stands before the subject, the subject, and what follows it."""

    header: str
    subject: str
    tail: str = ""


@lru_cache(maxsize=KEPT_LINES)
def parse_act(line: str, *, dates: DateOrder = "dmy") -> Act:
    """Read one title line.

    Args:
        line: the line as printed, spaces and look-alike letters of any kind.
        dates: what stands first in dates with slashes; where that order is impossible, the other.
    """
    text = trimmed(line)
    paper = match_paper_about_another(plain(text))
    if paper is not None:
        return Act(kind=paper.words, number=None, date=None, subject=_about(text))
    split = _split(text, dates)
    header = read_header(plain(split.header), dates).completed_by(
        read_header(plain(split.tail), dates)
    )
    own, subject = _own_act(split.subject, dates) if split.subject else (None, split.subject)
    if own is not None and _is_other(own, header, split.header):
        own, subject = None, split.subject
    if own is not None:
        header = own.completed_by(header)
    return Act(
        kind=header.kind, number=header.number, date=header.date, subject=_unquoted(subject) or None
    )


def _is_other(own: Header, header: Header, words: str) -> bool:
    """Whether a number after the subject is not the act's, which has one before: «школи № 5»."""
    two = own.number and header.number and own.number != header.number
    return bool(two) and _ITEM_ALONE.fullmatch(words) is None


@lru_cache(maxsize=KEPT_LINES)
def is_requisites(line: str, *, dates: DateOrder = "dmy") -> bool:
    """Whether the line is nothing but kind, number, date and place of an act."""
    header = read_header(plain(trimmed(line)), dates)
    return header.says_something and header.is_whole


def _about(text: str) -> str | None:
    """The subject of a paper that is itself about an act."""
    match = _SUBJECT.search(plain(text))
    return _unquoted(text[match.start() :]) if match else None


def _split(text: str, dates: DateOrder) -> _Split:
    begin = _SUBJECT.search(plain(text))
    if begin is None:
        return _split_without_about(text, dates)
    quoted = plain(text)[begin.start()] == '"'
    split = _split_quoted(text, begin.start()) if quoted else _split_bare(text, begin.start())
    if not split.header:
        return split
    header = read_header(plain(split.header), dates)
    return _with_title_word(split, header) if header.says_something else _Split("", text)


def _split_quoted(text: str, start: int) -> _Split:
    end = _end_of_quote(text, start)
    return _Split(text[:start].strip(), text[start:end], text[end:].strip())


def _split_bare(text: str, start: int) -> _Split:
    code = _DRAFT_CODE.search(plain(text), 0, start)
    begin = code.start() if code else start
    return _Split(text[:begin].strip(), text[begin:])


def _split_without_about(text: str, dates: DateOrder) -> _Split:
    """A title that does not begin with «Про»: in quotes, after a number, or the whole line."""
    folded = plain(text)
    header = read_header(folded, dates)
    if not header.says_something:
        return _Split("", text if _LETTERS.search(text) else "")
    quote = folded.find('"')
    quoted = quote > 0 and header.kind and folded.rstrip(". ").endswith('"')
    start = quote if quoted else header.title_start
    return _Split(text[:start].strip(), text[start:]) if start else _Split(text, "")


def _with_title_word(split: _Split, header: Header) -> _Split:
    """«5. Звіт про …»: the word before «про» belongs to the title, not to the header."""
    start = header.title_start
    if not start:
        return split
    subject = f"{split.header[start:]} {split.subject}{split.tail}"
    return _Split(split.header[:start].strip(), subject.strip())


def _end_of_quote(text: str, start: int) -> int:
    """Where the quotation that begins at `start` ends; at the end of the line if it never does."""
    mark = text[start]
    if mark == "«":
        return _end_of_guillemets(text, start)
    # «зв’язку» after a title in other quotes does not end it.
    closing = _CLOSING if mark == "‘" else _CLOSING.replace("’", "")
    closing = closing if mark in _OPENING else '"'
    last = max(text.rfind(sign, start + 1) for sign in closing)
    return last + 1 if last > start else len(text)


def _end_of_guillemets(text: str, start: int) -> int:
    depth = 0
    for position in range(start, len(text)):
        depth += {"«": 1, "»": -1}.get(text[position], 0)
        if depth == 0:
            return position + 1
    return len(text)


def _unquoted(subject: str) -> str:
    subject = subject.strip()
    if subject and plain(subject)[0] == '"':
        end = _end_of_quote(subject, 0)
        inner = subject[1 : end - 1] if plain(subject)[end - 1] == '"' else subject[1:end]
        return _CUT_MARK.sub("", inner.strip())
    return subject


def _own_act(subject: str, dates: DateOrder) -> tuple[Header | None, str]:
    """The act that follows its own subject, and the subject without it."""
    for attempt in (_own_in_brackets, _own_apart, _own_numbers, _own_of_the_state):
        found = attempt(subject, dates)
        if found is not None:
            return found
    return None, subject


def _own_in_brackets(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    match = _IN_BRACKETS.search(subject)
    if match is None or _AMENDING.search(plain(subject[: match.start()])):
        return None
    header = read_header(plain(match["inside"]), dates)
    signed = plain(match["inside"]).lstrip().startswith("№")
    session = _OF_A_SESSION.fullmatch(header.number or "") is not None
    bare = signed and session and header.is_whole
    return (header, subject[: match.start()]) if header.is_an_act or bare else None


def _own_apart(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    """«Про …: рішення міської ради від … № …», as a library catalogue writes it."""
    folded = _PRINTED_IN.sub("", plain(subject))
    for kind in _last_kinds(folded):
        ends = (mark for mark in _APART.finditer(folded, 0, kind.start))
        apart = next((mark for mark in ends if mark.end() == kind.start), None)
        if apart is None or not _stands_free(folded, apart):
            continue
        header = read_header(folded[kind.start :], dates)
        said = _ISSUED.sub(r"\g<kind>", folded[kind.start :], count=1)
        if header.is_an_act and (header.is_whole or read_header(said, dates).is_whole):
            return header, _MEDIUM.sub("", subject[: apart.start()])
    return None


def _stands_free(folded: str, mark: re.Match[str]) -> bool:
    """Whether the act after a comma or a stop is this one, not one that the title speaks of."""
    if not mark["weak"]:
        return True
    end = mark.start()
    sentence = mark["weak"] == "." and folded[mark.end()].isupper()
    other = None if sentence else _OTHER_PAPER.search(folded, 0, end)
    return not (other or _AMENDING.search(folded, 0, end))


def _own_numbers(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    """«Про …, № 12 від 24.12.2020», «Про … № 5-1/VIII», where no other paper is spoken of."""
    folded = plain(subject)
    for place in _REQUISITES.finditer(folded, max(0, len(folded) - _LONGEST_TAIL)):
        tail = folded[place.end() :]
        if not _DIGIT.search(tail):
            break  # no number without a digit, here or further on
        if _OTHER_PAPER.search(folded, 0, place.start()):
            break  # nor may it be this act's, here or further on
        header = read_header(tail, dates)
        of_office = _OF_AN_OFFICE.search(header.number or "")
        if header.number and (header.date or of_office) and header.is_whole:
            return header, subject[: place.start()]
    return None


def _own_of_the_state(subject: str, dates: DateOrder) -> tuple[Header, str] | None:
    """«Про … області розпорядження Кабінету Міністрів від … № …»: nothing governs the last part."""
    folded = plain(subject)
    for kind in _last_kinds(folded):
        before = folded[: kind.start].split()
        free = before and not _GOVERNS.search(before[-1]) and before[-1][-1].isalpha()
        if not free or not _STATE_BODY.search(kind.words):
            continue
        header = read_header(folded[kind.start :], dates)
        if header.is_an_act and header.is_whole:
            return header, subject[: kind.start]
    return None


def _last_kinds(folded: str) -> Iterator[FoundKind]:
    start = len(folded) - _LONGEST_TAIL
    return (kind for kind in find_kinds(folded) if kind.start >= start)
