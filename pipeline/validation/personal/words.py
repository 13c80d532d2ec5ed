"""A text as words and marks, so that rules about names read like rules about words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.validation.personal.morphology import Reading, read

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+|[^\s]")
_GLUED = re.compile(r"(?<=[а-щьюяґєії])(?=[А-ЯҐЄІЇ])")
_ROMAN = re.compile(r"[IVXLІХVСМ]+(?:[-–][IVXLІХV]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a number or a single mark."""

    text: str
    start: int
    end: int
    spaced: bool
    """White space, or the beginning of the text, stands before it."""

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def word(self) -> bool:
        """Letters, at least two."""
        return len(self.text) > 1 and self.text[0].isalpha()

    @property
    def capital(self) -> bool:
        """A word that begins with a capital."""
        return self.word and self.text[0].isupper()

    @property
    def shouted(self) -> bool:
        """A word in capitals throughout."""
        return self.word and self.text.isupper()

    @property
    def small(self) -> bool:
        """A word that begins with a small letter."""
        return self.word and self.text[0].islower()

    @property
    def letter(self) -> bool:
        """A single letter, as an initial is."""
        return len(self.text) == 1 and self.text.isalpha()

    @property
    def roman(self) -> bool:
        """A numeral in roman letters, Latin or look-alike."""
        return bool(_ROMAN.fullmatch(self.text))

    @property
    def reading(self) -> Reading:
        """What the dictionary knows of the word."""
        return read(self.lower)


_NOTHING = Token(text="", start=0, end=0, spaced=True)


class Words:
    """Tokens of one text, with those that are known to be names of things.

    Any index may be asked for: beyond both ends stands an empty token.
    """

    def __init__(self, text: str) -> None:
        self.tokens = tuple(_tokens(text))
        self.things: set[int] = set()
        """Tokens of streets, places, institutions and other things that bear a name."""

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.tokens) else _NOTHING

    def is_mark(self, at: int, marks: str) -> bool:
        """Whether the token is one of the marks."""
        return bool(self[at].text) and self[at].text in marks

    def begins_sentence(self, at: int) -> bool:
        """Whether a capital at this place says nothing: the first word after a stop or a quote."""
        before = self[at - 1]
        if not before.text or before.text in '!?;:•«“„"(–—…*':
            return True
        if before.text.isdigit() or before.text == ")":
            return not self._inside_line(at)
        return before.text == "." and not self._abbreviated(at - 2)

    def _inside_line(self, at: int) -> bool:
        return any(token.small for token in self.tokens[max(0, at - 8) : at])

    def _abbreviated(self, at: int) -> bool:
        return self[at].letter or len(self[at].text) < 4

    def in_capitals(self, at: int) -> bool:
        """Whether the word and one beside it are in capitals, so that capitals mean nothing."""
        beside = (self[at - 1], self[at + 1])
        return self[at].shouted and any(token.shouted for token in beside)


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        start = match.start()
        for piece in _pieces(match.group()):
            spaced = start == 0 or text[start - 1].isspace()
            yield Token(text=piece, start=start, end=start + len(piece), spaced=spaced)
            start += len(piece)


def _pieces(word: str) -> list[str]:
    """«ПетренкоІ» is a surname with its initial typed without a space."""
    return _GLUED.split(word)
