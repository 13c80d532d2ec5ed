"""How likely a word is a surname where it stands."""

from enum import IntEnum

from pipeline.validation.personal.lexicon import among, lexicon
from pipeline.validation.personal.words import Words


class Grade(IntEnum):
    """What must stand beside the word before it counts as a surname."""

    NONE = 0
    POSSIBLE = 1
    """A capitalised common word: initials or a sure given name must stand beside it."""
    LIKELY = 2
    """A surname that is also a word, or a word the dictionary does not know."""
    SURE = 3
    """A surname and nothing else: it counts alone."""


_SHORTEST = 3
"""Letters of an unknown word in capitals that may still be a surname, not an abbreviation."""


def grade(words: Words, at: int) -> Grade:
    """The grade of one word; things that bear a name have none."""
    token = words[at]
    if at in words.things or not token.capital or token.roman or _is_described(words, at):
        return Grade.NONE
    reading = token.reading
    if reading.surely_surname:
        return Grade.LIKELY if token.shouted and len(token.text) < 5 else Grade.SURE
    if among(token, lexicon().never) or _is_form(words, at):
        return Grade.NONE
    if reading.surname:
        return Grade.LIKELY
    if not reading.known and not (token.shouted and not reading.likely):
        return Grade.LIKELY
    if not reading.known and len(token.text) < _SHORTEST:
        return Grade.NONE
    if (reading.known and words.in_capitals(at)) or (
        reading.known and words.begins_sentence(at) and not reading.nominal
    ):
        return Grade.NONE
    return Grade.POSSIBLE


def _is_form(words: Words, at: int) -> bool:
    """An abbreviation of a legal form, a body or a street, in capitals."""
    token, lists = words[at], lexicon()
    known = (lists.private_forms, lists.public_forms, lists.thoroughfares, lists.citizens)
    return token.shouted and any(token.lower in words for words in known)


def _is_described(words: Words, at: int) -> bool:
    """«Зразківська селищна рада»: an adjective of a place before what it describes."""
    after = words[at + 1]
    reading = words[at].reading
    if not reading.of_place or reading.surely_surname or not after.small:
        return False
    return len(after.text) > 3 and after.reading.nominal


def end_of_surname(words: Words, at: int) -> int:
    """The token after a surname, with the second part of a double one and a maiden name."""
    end = at + 1
    if words.is_mark(end, "-–") and grade(words, end + 1) >= Grade.LIKELY:
        end += 2
    if words.is_mark(end, "(") and grade(words, end + 1) and words.is_mark(end + 2, ")"):
        end += 3
    return end
