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
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.ukrainian import act_headers
from pipeline.ukrainian.act_headers import Header, read_header, words_before_about
from pipeline.ukrainian.act_kinds import match_paper_about_another
from pipeline.ukrainian.act_lines import trimmed
from pipeline.ukrainian.act_status import (
    may_say_status,
    without_status,
    without_status_before,
)
from pipeline.ukrainian.act_tails import (
    day_apart,
    draft_tail,
    may_bear_number,
    number_apart,
    own_act,
)
from pipeline.ukrainian.dates import DateOrder
from pipeline.ukrainian.text import KEPT_LINES, plain

# «О …», «Об …»: titles of the Russian pages that some sites still hold.
_SUBJECT = re.compile(
    r"""(?:["]\s*)?(?<![\w'-])(?:про(?![\w'-])|(?-i:Об?)(?=\s+(?-i:[а-яё]{4}))|\Aоб?(?=\s+[а-яё]{4}))""",
    re.IGNORECASE,
)
# «12. Про передачу майна», «№ 5-1/VIII Про план»: what has no digits and ends with no bracket
# holds no number and no day.
_WORDS_ALONE = re.compile(
    r"(?P<before>(?:\d{1,4}\. ?|№ ?\d{1,5}(?:[-/]\d{1,5}){0,2}(?:/[IVXІХ]{1,5})? )?)"
    r"(?P<subject>Про [^\d№]*[^\d№)\].; ])"
)
_WORDS = re.compile(r"(?:[^\W\d_][\w'-]*\s+){1,8}")
_QUOTED_END = re.compile(r'(?<=[\d\w]\s)"[^\W\d].*"[\s.]*$')
_ITEM_ALONE = re.compile(r"\s*\d+\s*[.)]?\s*")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{3}")
# The code of a draft between the requisites and the title: «(s-ab-12/1)» (Mykolaiv, seen 2026-11).
_DRAFT_CODE = re.compile(r"\(\s*[A-Za-z][A-Za-z\d]*(?:[-/][A-Za-z\d]+)+\s*\)\s*$")
# A site that cuts titles at a length prints its dots after the full stop: «р.р....» (Kolomyia).
_CUT_MARK = re.compile(r"(?<=\w\.)\.{3}$")
_GUILLEMET = re.compile("[«»]")
_OPENING, _CLOSING = "«„“‘‹", "»”“’›"
# What closes a quotation that its own sign opens; a sign that is not here closes itself.
_CLOSED_BY = {"«": "»", "„": "”“", "“": "”"}


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
    text = without_status_before(trimmed(line))
    words = _WORDS_ALONE.fullmatch(text)
    if words is not None and not may_say_status(text):
        return _finished(read_header(plain(words["before"].rstrip()), dates), words["subject"])
    return _read(text, dates)


def _read(text: str, dates: DateOrder) -> Act:
    """Read a title that may have requisites before or behind it."""
    paper = match_paper_about_another(plain(text))
    if paper is not None:
        return Act(kind=paper.words, number=None, date=None, subject=_about(text))
    split = _split(text, dates)
    header = read_header(plain(split.header), dates).completed_by(
        read_header(plain(split.tail), dates)
    )
    titled = without_status(split.subject)
    own, subject = own_act(titled, dates) if titled else (None, titled)
    if own is not None and _is_other(own, header, split.header):
        own, subject = None, titled
    if own is None and subject and not (header.date and header.number):
        own, subject = _apart(subject, header, split.header, dates) or (None, subject)
    if own is not None:
        header = own.completed_by(header)
    return _finished(header, subject)


def _finished(header: Header, subject: str) -> Act:
    draft = draft_tail(subject) if subject and not header.kind else None
    if draft is not None:
        header, subject = replace(header, kind=draft[0]), draft[1]
    return Act(
        kind=header.kind, number=header.number, date=header.date, subject=_unquoted(subject) or None
    )


def _apart(subject: str, header: Header, words: str, dates: DateOrder) -> tuple[Header, str] | None:
    """What is set apart behind a title whose other requisite stands before it."""
    day = day_apart(subject, dates) if header.number else None
    if day is not None or (header.number and not _ITEM_ALONE.fullmatch(words)):
        return day
    return number_apart(subject, dates, dated=header.date is not None)


def _is_other(own: Header, header: Header, words: str) -> bool:
    """Whether a number after the subject is not the act's, which has one before: «школи № 5»."""
    two = own.number and header.number and own.number != header.number
    return bool(two) and _ITEM_ALONE.fullmatch(words) is None


@lru_cache(maxsize=KEPT_LINES)
def is_requisites(line: str, *, dates: DateOrder = "dmy") -> bool:
    """Whether the line is nothing but kind, number, date and place of an act."""
    return act_headers.is_requisites(plain(trimmed(line)), dates)


def _about(text: str) -> str | None:
    """The subject of a paper about an act: «Про …», or whatever it ends with in quotes."""
    match = _SUBJECT.search(plain(text)) or _QUOTED_END.search(plain(text))
    return _unquoted(text[match.start() :]) if match else None


def _split(text: str, dates: DateOrder) -> _Split:
    begin = _SUBJECT.search(plain(text))
    if begin is None:
        return _split_without_about(text, dates)
    start = _start_of_quote(plain(text), begin.start(), dates)
    quoted = plain(text)[start] == '"'
    split = _split_quoted(text, start, dates) if quoted else _split_bare(text, start)
    if not split.header:
        return split
    header = read_header(plain(split.header), dates)
    if not header.says_something:
        return _Split("", text)
    if not header.title_start and text[begin.start()] == "п":
        go_on = words_before_about(plain(split.header), header, dates)
        header = replace(header, title_start=go_on)
    return _with_title_word(split, header)


def _start_of_quote(folded: str, start: int, dates: DateOrder) -> int:
    """Where the quotation begins in which «про» is no first word: «Звіт про роботу»."""
    quote = folded.rfind('"', 0, start)
    if quote < 0 or not _WORDS.fullmatch(folded, quote + 1, start):
        return start
    header = read_header(folded[:quote], dates)
    return quote if header.is_an_act and header.is_whole else start


def _split_quoted(text: str, start: int, dates: DateOrder) -> _Split:
    end = _end_of_quote(text, start)
    if end == len(text) and text[start] == "«" and not _DIGIT.search(text, 0, start):
        end = _end_before_requisites(text, start, dates)
    return _Split(text[:start].strip(), text[start:end], text[end:].strip())


def _split_bare(text: str, start: int) -> _Split:
    if text[:start].endswith("("):
        end = _end_of_bracket(text, start)
        return _Split(text[: start - 1].strip(), text[start:end].strip(), text[end + 1 :].strip())
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
    for sign in _GUILLEMET.finditer(text, start):
        depth += 1 if sign.group() == "«" else -1
        if depth == 0:
            return sign.end()
    return len(text)


def _end_before_requisites(text: str, start: int, dates: DateOrder) -> int:
    """Where a title ends whose own quote is left open: «Про сквер «Дім» № 5 від 01.02.2020»."""
    last = text.rfind("»", start) + 1
    if not last or may_bear_number(plain(text[start:last])):
        return len(text)
    header = read_header(plain(text[last:]), dates)
    return last if header.number and header.date and header.is_whole else len(text)


def _end_of_bracket(text: str, start: int) -> int:
    """Where the bracket before a title is closed; at the end of the line if it never is."""
    depth = 1
    for position in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth == 0:
            return position
    return len(text)


def _unquoted(subject: str) -> str:
    subject = subject.strip()
    if subject and plain(subject[0]) == '"':
        end = _end_of_quote(subject, 0)
        closed = plain(subject)[end - 1] == '"' and not _closes_inner(subject[:end])
        return _CUT_MARK.sub("", subject[1 : end - 1 if closed else end].strip())
    return subject


def _closes_inner(quotation: str) -> bool:
    """Whether the last sign closes a quotation inside: «Про вступ до Асоціації «Єдність»."""
    mark, inner, last = quotation[0], quotation[1:-1], quotation[-1]
    closing = _CLOSED_BY.get(mark)
    if closing is None:
        return inner.count(mark) % 2 == 1 and last == mark
    opened = inner.count(mark) > sum(inner.count(sign) for sign in closing)
    return opened and last in closing
