"""Saints in names of parishes and churches: «громада Святителя Миколая Чудотворця».

A saint is no living person, but what stands after the saint may be: «храму Святого Миколая
Петренко І. П.». Only a given name, and a byname that no surname could be, belong to the saint.
"""

from pipeline.validation.personal.initials import initials_at
from pipeline.validation.personal.lexicon import among, lexicon
from pipeline.validation.personal.words import Words


def mark_saints(words: Words) -> None:
    """Note in `words.things` the words for a saint and the name that follows them."""
    for at in range(len(words)):
        start = _after_titles(words, at)
        if start > at:
            words.things.update(range(at, _end(words, start)))


def _after_titles(words: Words, at: int) -> int:
    """«Святого апостола», «св. вмч.»: where the name may begin; `at` where no title stands."""
    while among(words[at], lexicon().saints):
        at += 1 + words.is_mark(at + 1, ".")
    return at


def _end(words: Words, start: int) -> int:
    """The token after the name; `start` where a person stands instead of a saint."""
    token, after = words[start], words[start + 1]
    if not (token.capital and token.reading.given) or after.reading.patronymic:
        return start
    return start + 1 + _is_byname(words, start + 1)


def _is_byname(words: Words, at: int) -> bool:
    """«Радонезького», «Чудотворця»: in the genitive, with no initials or given name after it."""
    reading = words[at].reading
    person = initials_at(words, at + 1) or words[at + 1].reading.given
    person = person or words[at + 1].reading.patronymic
    return words[at].capital and not person and reading.genitive and not reading.surely_surname
