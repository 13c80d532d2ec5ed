"""Initials: one or two letters, with dots or without, before or after a surname."""

from dataclasses import dataclass

from pipeline.validation.personal.lexicon import among, lexicon
from pipeline.validation.personal.words import Words

_SMALL_WORDS = frozenset("авзійоуєяібж")
"""Words of one letter: «Петренко в приміщенні» has no initial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Initials:
    """Where initials end, and how sure they are."""

    end: int
    """The token after them."""
    count: int
    dotted: bool
    glued: bool = False
    """Written together, as «ВП»: an abbreviation looks the same."""


def initials_at(words: Words, at: int) -> Initials | None:
    """Initials that begin at a token, or None."""
    if _glued(words, at):
        end = at + 1 + words.is_mark(at + 1, ".")
        return Initials(end=end, count=2, dotted=False, glued=True)
    if not _is_capital_letter(words, at):
        return None
    dotted = words.is_mark(at + 1, ".")
    second = at + 1 + dotted
    second += words.is_mark(second, "-–") and _is_capital_letter(words, second + 1)
    if _is_second(words, second, dotted=dotted):
        end = second + 1 + words.is_mark(second + 1, ".")
        double = words.is_mark(second - 1, "-–") and _is_capital_letter(words, end)
        end += double and 1 + words.is_mark(end + 1, ".")  # «Б.-А.П.»: a double given name
        return Initials(end=end, count=2, dotted=dotted)
    if (not dotted and _is_numeral(words, at)) or _is_shortened(words, at):
        return None
    return Initials(end=at + 1 + dotted, count=1, dotted=dotted)


def small_initials_at(words: Words, at: int) -> int:
    """The token after initials in small letters: «петренко і.п.», «Петренка с від 2014 року»."""
    letters = at
    while words[letters].letter and words.is_mark(letters + 1, "."):
        letters += 2
    if letters - at > 2:
        return letters
    alone = words[at].letter and words[at].lower not in _SMALL_WORDS
    last = words[at].letter and not words[at + 1].text
    return at + 1 + words.is_mark(at + 1, ".") if alone or last else at


def _is_capital_letter(words: Words, at: int) -> bool:
    if at in words.things or _is_model(words, at):
        return False
    return (words[at].letter and words[at].text.isupper()) or _is_shortened(words, at)


def _is_shortened(words: Words, at: int) -> bool:
    """«Ст.», «Вол.»: a given name or a patronymic cut short, with its dot."""
    token = words[at]
    short = token.capital and token.lower in lexicon().short_given
    return short and words.is_mark(at + 1, ".") and not _is_street_before(words, at)


def _is_street_before(words: Words, at: int) -> bool:
    return any(among(words[step], lexicon().thoroughfares) for step in (at - 1, at - 2))


def _is_model(words: Words, at: int) -> bool:
    """«T4», «А-5»: a letter with a number is the name of a thing."""
    after = at + 1 + words.is_mark(at + 1, "-–")
    return words[after].text.isdigit() and not words[after].spaced


def _is_second(words: Words, at: int, *, dotted: bool) -> bool:
    return _is_capital_letter(words, at) and (dotted or not _is_numeral(words, at))


def _glued(words: Words, at: int) -> bool:
    """Two capitals written together, as «ВП»; not a numeral and not a known abbreviation."""
    token = words[at]
    plain = len(token.text) == 2 and token.shouted and token.spaced and not _is_model(words, at)
    return plain and not token.roman and not among(token, lexicon().abbreviations)


def _is_numeral(words: Words, at: int) -> bool:
    """«І квартал», «ІІ-ІІІ ступенів», «V скликання»: a letter that counts something."""
    if not words[at].roman:
        return False
    after = at + 1
    if words.is_mark(after, "-–—,") or words[after].lower in ("та", "і"):
        return words[after + 1].roman and words[after + 1].text.isupper()
    return among(words[after], lexicon().numbered)
