"""One spelling for the detectors: look-alike letters, apostrophes, hyphens and invisible marks.

Names are typed with Latin initials, stress marks, soft hyphens or a decomposed «й»: whatever is
folded here keeps its way back to the text that a person reads.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

_ALIKE = dict(zip("ABCEHIKMOPTXYaceiopxyïÏ", "АВСЕНІКМОРТХУасеіорхуїЇ", strict=True))
_APOSTROPHES = frozenset("'’‘‛ʼ`´′ʹ＇")
_HYPHENS = frozenset("‐‑–—−")
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-zïÏ]")
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_]){3,}(?![^\W_])")
"""«П р і з в и щ е»: a word with a space after every letter."""
LINK = re.compile(
    r"https?://\S+|\S+\.(?:pdf|docx?|xlsx?|odt|ods|rtf|txt|csv|zip|rar|7z|jpe?g|png|html?)\b", re.I
)
"""A link or the name of a file: words in it are parted by `_`, `-` and `+`."""
_PARTING = re.compile(r"(?<=[^\W\d_])[_+-]+(?=[^\W\d_])")
_UNDERLINES = re.compile(r"(?<=[^\W_])_+(?=[^\W_])")
_WITHOUT_MAILBOX = re.compile(r"(?<!\S)[^\s@]+(?!\S)")
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A text as detectors read it, with the place of every character in the text as written."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as written of a stretch that is not empty."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text; every character of the result stands for one or more of the original."""
    pieces = _tightened(list(_characters(text)))
    plain = "".join(letter for letter, _, _ in pieces)
    return Folded(
        text=_hyphenated(_unmixed(_parted(plain))),
        starts=tuple(start for _, start, _ in pieces),
        ends=tuple(end for _, _, end in pieces),
    )


def _characters(text: str) -> Iterator[tuple[str, int, int]]:
    at = 0
    while at < len(text):
        if text[at] == "%" and (encoded := _ENCODED.match(text, at)):
            yield from _decoded(encoded)
            at = encoded.end()
            continue
        end = at + 1
        while end < len(text) and _invisible(text[end]):
            end += 1
        letter = _plain(text[at:end])
        if letter:
            yield letter, at, end
        at = end


def _decoded(encoded: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The characters of «%D0%9F…» in a link, each in the place of its bytes."""
    at = encoded.start()
    try:
        letters = unquote(encoded.group(), errors="strict")
    except UnicodeDecodeError:
        letters = encoded.group()
    wide = 1 if letters == encoded.group() else 3
    for letter in letters:
        end = at + (wide * len(letter.encode()) if wide > 1 else 1)
        yield _plain(letter) or " ", at, end
        at = end


def _tightened(pieces: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The same without the spaces inside of a word that is written letter by letter."""
    plain = "".join(letter for letter, _, _ in pieces)
    inside = {at for run in _SPACED.finditer(plain) for at in range(run.start() + 1, run.end(), 2)}
    return [piece for at, piece in enumerate(pieces) if at not in inside] if inside else pieces


def _parted(text: str) -> str:
    """Links and names of files with blanks between their words; underlines are blanks anywhere."""

    def blanks(match: re.Match[str]) -> str:
        return " " * len(match.group())

    if "_" in text:
        text = _WITHOUT_MAILBOX.sub(lambda one: _UNDERLINES.sub(blanks, one.group()), text)
    return LINK.sub(lambda address: _PARTING.sub(blanks, address.group()), text)


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Cf")


@lru_cache(maxsize=4_096)
def _plain(cluster: str) -> str:
    """One character for a letter with its marks; nothing where only marks stand."""
    visible = "".join(letter for letter in cluster if unicodedata.category(letter) != "Cf")
    if not visible or unicodedata.category(visible[0]) == "Mn":
        return ""
    letter = unicodedata.normalize("NFC", visible)[0]
    narrow = unicodedata.normalize("NFKC", letter)
    if letter in _APOSTROPHES:
        return "'"
    if letter == "\n" or not letter.isspace():
        return narrow if len(narrow) == 1 and not letter.isspace() else letter
    return " "


def _unmixed(text: str) -> str:
    """Latin letters that look Cyrillic are Cyrillic in a Cyrillic text, word by word."""
    if not _CYRILLIC.search(text):
        return text
    return _LETTERS.sub(lambda word: _cyrillic(word.group()), text)


def _cyrillic(word: str) -> str:
    if all(letter in _ALIKE for letter in _LATIN.findall(word)):
        return "".join(_ALIKE.get(letter, letter) for letter in word)
    return word


def _hyphenated(text: str) -> str:
    """A dash between two letters joins a double surname; any other dash stays."""
    return "".join("-" if _joins(text, at) else letter for at, letter in enumerate(text))


def _joins(text: str, at: int) -> bool:
    inside = 0 < at < len(text) - 1 and text[at] in _HYPHENS
    return inside and text[at - 1].isalpha() and text[at + 1].isalpha()
