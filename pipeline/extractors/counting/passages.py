"""Sentences and items of lists, and which passage introduces which list.

A line of the document is a paragraph; lines that a converter broke in the middle of a sentence are
joined again. Rows of tables are read elsewhere (`tables`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extractors.counting.openers import find_openers
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.readers.document import Line

_BULLETS = "-•●▪◦∙·*►▶✓✔➢➤→■□\uf0b7\uf0a7\uf0d8"
_MARKER = re.compile(
    rf"\s*(?P<mark>[{_BULLETS}](?=\s|\d|[А-ЯІЇЄҐа-яіїєґ\"])|\d{{1,2}}(?:\.\d{{1,2}})*[.)](?=\s)"
    r"|o(?=\s)|[а-яґєіїa-z]\)(?=\s))\s*"
)
# Abbreviations before a name or a number: a capital after them starts no sentence.
_BEFORE_NAMES = frozenset(
    "вул м с смт сел просп пров бул бульв пл мкр буд кв корп каб кім ім ст п пп ч абз гр т о р-н"
    " напр ред проф акад ген полк кап лейт св див тел зав нач заст в та".split()
)
_VOWELS = frozenset("аеєиіїоуюяaeiouy")
_WRAP_LENGTH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence or an item of a list."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    line: int
    """Index of the line it starts on."""
    lead: int | None
    """Index of the passage that introduces the list to which this one belongs."""

    @property
    def introduces(self) -> bool:
        """Whether it ends with a colon, or with «з них» that lost its colon."""
        if not self.tokens:
            return False
        opens = any(one.end == len(self.tokens) for one in find_openers(self.tokens))
        return opens or self.tokens[-1].is_mark(":")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    begin: int
    start: int
    """Offset after the mark of the item."""
    end: int
    line: int
    mark: str
    """`-`, `1.` or `а)` in kind; empty for running text."""


def find_passages(
    plain: str, lines: Sequence[Line], tokens: Sequence[Token]
) -> tuple[Passage, ...]:
    """All passages of a text in plain signs, in order."""
    found: list[Passage] = []
    lists = _Lists()
    starts = [token.start for token in tokens]
    for paragraph in _paragraphs(plain, lines):
        first, last = (bisect_left(starts, at) for at in (paragraph.begin, paragraph.end))
        inside = [token for token in tokens[first:last] if token.end > paragraph.start]
        sentences = list(_sentences(inside))
        if not sentences:
            continue
        lead = lists.enter(paragraph, plain)
        for sentence in sentences:
            found.append(_passage(sentence, paragraph, lead))
        if found[-1].introduces:
            lists.open(len(found) - 1, paragraph)
    return tuple(found)


def _passage(tokens: Sequence[Token], paragraph: _Paragraph, lead: int | None) -> Passage:
    return Passage(
        tokens=tuple(tokens),
        start=tokens[0].start,
        end=tokens[-1].end,
        line=paragraph.line,
        lead=lead,
    )


class _Lists:
    """Which list is open while paragraphs are read one after another."""

    def __init__(self) -> None:
        self._leads: list[tuple[int, str]] = []
        """Leads from the outermost list to the innermost, with the mark of each lead."""
        self._style: str | None = None
        """Mark of the items of the innermost list; None before its first item."""
        self._ended = False

    def enter(self, paragraph: _Paragraph, plain: str) -> int | None:
        """The lead of this paragraph; lists it does not belong to are closed."""
        while self._leads and not self._belongs(paragraph, plain):
            self._leads.pop()
            self._style = None if not self._leads else paragraph.mark
            self._ended = False
        if not self._leads:
            return None
        self._style = paragraph.mark
        self._ended = not paragraph.mark and plain[: paragraph.end].rstrip().endswith(".")
        return self._leads[-1][0]

    def open(self, index: int, paragraph: _Paragraph) -> None:
        """The passage `index` ends with a colon: a list may follow."""
        self._leads.append((index, paragraph.mark))
        self._style, self._ended = None, False

    def _belongs(self, paragraph: _Paragraph, plain: str) -> bool:
        if self._ended:
            return False
        if self._style is None:
            is_sibling = bool(paragraph.mark) and paragraph.mark == self._leads[-1][1]
            return not is_sibling and (bool(paragraph.mark) or _is_plain_item(paragraph, plain))
        if paragraph.mark != self._style:
            return False
        return bool(paragraph.mark) or _is_plain_item(paragraph, plain)


def _is_plain_item(paragraph: _Paragraph, plain: str) -> bool:
    """An item without a mark: begins with a small letter or a number, or ends with `;`."""
    text = plain[paragraph.start : paragraph.end].strip()
    return text[:1].islower() or text[:1].isdigit() or text.endswith((";", ",")) or _is_label(text)


def _is_label(text: str) -> bool:
    return (
        len(text) < 120 and re.search(r"[-:]\s*\d[\d ]*\s*(?:\w{1,6}\.?)?[.;,]?$", text) is not None
    )


def _paragraphs(plain: str, lines: Sequence[Line]) -> Iterator[_Paragraph]:
    current: _Paragraph | None = None
    for index, line in enumerate(lines):
        text = plain[line.start : line.end]
        if current is not None and not line.cells and _is_wrapped(plain, current, text):
            current = replace(current, end=line.end)
            continue
        if current is not None:
            yield current
        current = None if line.cells or not text.strip() else _paragraph(text, line, index)
    if current is not None:
        yield current


def _paragraph(text: str, line: Line, index: int) -> _Paragraph:
    marker = _MARKER.match(text)
    if marker is None:
        mark, skipped = "listed" if line.listed else "", 0
    elif marker["mark"][0].isdigit():
        # The number of an item has digits, so it stays among the tokens as a whole of its own.
        mark, skipped = re.sub(r"\d+", "1", marker["mark"]), 0
    else:
        mark, skipped = marker["mark"][-1], marker.end()
    start = line.start + skipped
    return _Paragraph(begin=line.start, start=start, end=line.end, line=index, mark=mark)


def _is_wrapped(plain: str, current: _Paragraph, text: str) -> bool:
    """Whether a line goes on with the sentence of the one before."""
    before, after = plain[current.start : current.end].rstrip(), text.strip()
    if not before or not after or before[-1] in ".:;!?" or before[-1].isdigit():
        return False
    last_line = before.rpartition("\n")[2]
    if after[0].islower() and not _MARKER.match(text):
        return True
    return after[0].isdigit() and len(last_line) >= _WRAP_LENGTH and not _MARKER.match(text)


def _sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    sentence: list[Token] = []
    for place, token in enumerate(tokens):
        sentence.append(token)
        if place + 1 < len(tokens) and _ends(tokens, place):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _ends(tokens: Sequence[Token], place: int) -> bool:
    """Whether a sentence ends with the token at `place`."""
    token, following = tokens[place], tokens[place + 1]
    if following.start == token.end or token.rule == "list-item":
        return False
    starts_new = _starts_new(tokens, place + 1)
    if token.kind in {Kind.WHOLE, Kind.NUMBER}:
        # «2023 р.», «2 тис.» have their point inside.
        return token.text.endswith(".") and following.text[:1].isupper()
    if not token.is_mark(".!?…"):
        return False
    begins = starts_new or following.text[:1].isdigit()
    is_plain = token.text == "." and _is_abbreviated(tokens, place, starts_new=starts_new)
    return token.text != "." or (begins and not is_plain)


def _starts_new(tokens: Sequence[Token], at: int) -> bool:
    """A capital letter, after a quotation mark or a dash as well."""
    if tokens[at].is_mark('"-') and at + 1 < len(tokens):
        at += 1
    return tokens[at].text[:1].isupper()


def _is_abbreviated(tokens: Sequence[Token], place: int, *, starts_new: bool) -> bool:
    if place == 0 or tokens[place - 1].kind is not Kind.WORD:
        return False
    word = tokens[place - 1].text
    known = word.lower() in _BEFORE_NAMES or (len(word) == 1 and word.isupper())
    if place > 1 and tokens[place - 2].kind is Kind.NUMBER and word in {"м", "т", "с", "л", "год"}:
        return False
    if starts_new:
        return known
    return known or len(word) == 1 or not _VOWELS & set(word.lower())
