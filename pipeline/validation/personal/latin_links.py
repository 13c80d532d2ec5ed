"""Names of persons in Latin letters inside of links and names of files.

«…/dopomoha-petrenko-i-i.pdf» is read back into Ukrainian and shown to the detector of names, with
capitals where a word can only be part of a name. One surname alone is not told from a street, so it
counts only behind a word for a citizen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.validation.personal.folding import LINK, Folded
from pipeline.validation.personal.hits import Detector, Hit
from pipeline.validation.personal.lexicon import lexicon
from pipeline.validation.personal.morphology import read
from pipeline.validation.personal.transliteration import Behind, behind

_HOST = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_ENDING = re.compile(r"\.[A-Za-z]\w{1,4}$")
_PIECE = re.compile(r"%[0-9A-Fa-f]{2}|[/?&=]|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_WORD = re.compile(r"[a-z]+")
_PARTING = frozenset("/?&=")
_JOINING = frozenset("авзійоуя")
"""Words of one letter: «petrenka-v-misti» has no initial."""
_NAMED_IN_ENGLISH = frozenset("park street str university school museum library lyceum".split())
"""«taras-shevchenko-university»: what bears the name stands behind it."""
_SHORTEST = 4
"""Letters of a surname or a given name; what is shorter is too often something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of a link, read back into Ukrainian."""

    text: str
    name: str
    """What part of a name it may be, or nothing."""
    latin: str
    start: int
    end: int

    @property
    def initial(self) -> bool:
        """A single letter."""
        return len(self.text) == 1 and self.text.isalpha()

    @property
    def given(self) -> bool:
        """A given name and nothing else."""
        reading = read(self.text)
        doubtful = self.text in lexicon().doubtful_given
        return self._long and reading.given and not (reading.common or doubtful)

    @property
    def patronymic(self) -> bool:
        """A patronymic."""
        return self._long and read(self.text).patronymic

    @property
    def sure(self) -> bool:
        """It can only be part of a name."""
        return self.given or self.patronymic or (self._long and read(self.text).surely_surname)

    @property
    def _long(self) -> bool:
        return len(self.text) >= _SHORTEST


def latin_names(text: str, detector: Detector) -> Iterator[Hit]:
    """Persons in the links of a text, in its own offsets."""
    for match in LINK.finditer(text):
        host = _HOST.match(match.group())
        words = _words(text, match.start() + (host.end() if host else 0), match.end())
        if any(word.sure or word.initial for word in words):
            yield from _named(words, detector)


def _words(text: str, start: int, end: int) -> list[_Word]:
    ending = _ENDING.search(text, start, end)
    pieces = _PIECE.finditer(text, start, ending.start() if ending else end)
    return [_word(piece) for piece in pieces if not piece.group().startswith("%")]


def _word(piece: re.Match[str]) -> _Word:
    small = piece.group().lower()
    said = behind(small) if _WORD.fullmatch(small) else Behind(plain=small, name="")
    return _Word(text=said.plain, name=said.name, latin=small, start=piece.start(), end=piece.end())


def _named(words: Sequence[_Word], detector: Detector) -> Iterator[Hit]:
    folded = _folded(words)
    for hit in detector.find(folded):
        start, end = folded.place(hit.start, hit.end)
        if _counts(words, start, end):
            yield Hit(start=start, end=end, rule=hit.rule, official=hit.official)


def _folded(words: Sequence[_Word]) -> Folded:
    """The words with a blank between them; every letter stands for its whole word."""
    letters = [
        (letter, word.start, word.end)
        for at, word in enumerate(words)
        for letter in (*_written(words, at), " ")
    ]
    return Folded(
        text="".join(letter for letter, _, _ in letters),
        starts=tuple(start for _, start, _ in letters),
        ends=tuple(end for _, _, end in letters),
    )


def _written(words: Sequence[_Word], at: int) -> str:
    word = words[at]
    if _is_initial(words, at):
        return f"{word.text.upper()}."
    if word.sure:
        return word.text.capitalize()
    if _stands_by_full_name(words, at) or _stands_alone(words, at):
        return (word.name or word.text).capitalize()
    return word.name.capitalize() if _is_part(words, at) else word.text


def _beside(words: Sequence[_Word], at: int) -> list[_Word]:
    return [words[step] for step in (at - 1, at + 1) if 0 <= step < len(words)]


def _is_initial(words: Sequence[_Word], at: int) -> bool:
    """A letter beside a surname or beside another letter, if it joins no words."""
    if not words[at].initial:
        return False
    beside = _beside(words, at)
    if at == len(words) - 1 or any(word.initial for word in beside):
        return True
    return words[at].text not in _JOINING and any(word.sure for word in beside)


def _stands_by_full_name(words: Sequence[_Word], at: int) -> bool:
    """The last word before a given name with its patronymic, or after them, at an end of a link.

    Surnames that are words too («verba», «subota») stand there; farther in it may be anything.
    """
    word, ahead = words[at], words[at + 1 : at + 3]
    if len(word.text) < _SHORTEST or _names_thing(word) or not word.text.isalpha():
        return False
    behind_it = words[max(at - 2, 0) : at]
    follows = at == len(words) - 1 and _is_full(behind_it)
    return follows or (at + 3 == len(words) and _is_full(ahead))


def _stands_alone(words: Sequence[_Word], at: int) -> bool:
    """A word beside a given name, or before two initials, that make up the whole name of a file."""
    word, segment = words[at], _segment(words, at)
    if len(word.text) < _SHORTEST or _names_thing(word) or not word.text.isalpha():
        return False
    others = [one for one in segment if one is not word]
    if len(others) == 1:
        return others[0].given
    return len(others) == 2 and segment[0] is word and _has_initials(others)


def _segment(words: Sequence[_Word], at: int) -> Sequence[_Word]:
    """The words between two signs that part an address, around one of them."""
    first, last = at, at
    while first > 0 and words[first - 1].latin not in _PARTING:
        first -= 1
    while last + 1 < len(words) and words[last + 1].latin not in _PARTING:
        last += 1
    return words[first : last + 1]


def _is_full(pair: Sequence[_Word]) -> bool:
    return len(pair) > 1 and pair[0].given and pair[1].patronymic


def _is_part(words: Sequence[_Word], at: int) -> bool:
    """A surname or a given name that is also a word, or none, beside what only a name has."""
    if len(words[at].name) < _SHORTEST - 1 or _names_thing(words[at]):
        return False
    beside, after = _beside(words, at), words[at + 1 : at + 3]
    if any(word.given or word.patronymic for word in (*beside, *after)):
        return True
    listed = _is_citizen(words, at - 1) or read(words[at].name).given
    return _has_initials(after) or (listed and any(word.sure for word in beside))


def _names_thing(word: _Word) -> bool:
    lists = lexicon()
    things = lists.saints | lists.thoroughfares | lists.memory | lists.never | lists.places
    return not read(word.text).lemmas.isdisjoint(things)


def _has_initials(words: Sequence[_Word]) -> bool:
    return len(words) > 1 and all(word.initial for word in words)


def _is_citizen(words: Sequence[_Word], at: int) -> bool:
    return at >= 0 and not read(words[at].text).lemmas.isdisjoint(lexicon().citizens)


def _counts(words: Sequence[_Word], start: int, end: int) -> bool:
    """Two words at least, or one behind a word for a citizen."""
    inside = [at for at, word in enumerate(words) if start <= word.start and word.end <= end]
    after = words[inside[-1] + 1 :][:1] if inside else []
    if any(word.latin in _NAMED_IN_ENGLISH for word in after):
        return False
    return len(inside) > 1 or (len(inside) == 1 and _is_citizen(words, inside[0] - 1))
