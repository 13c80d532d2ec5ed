"""Names of persons in Ukrainian text: in titles of acts, in lists and in sentences.

No list of people is kept. A name is known by its shape (initials, patronymic, a given name beside a
surname), by the word that announces it, or because the dictionary knows it as a surname and nothing
else; streets, settlements, memorials and firms that bear a name are set aside first.
"""

from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule
from pipeline.validation.personal.markers import announced_name, next_in_list, previous_in_list
from pipeline.validation.personal.names import Name, name_at
from pipeline.validation.personal.officials import is_private_matter, post_before
from pipeline.validation.personal.surnames import grade
from pipeline.validation.personal.things import mark_things
from pipeline.validation.personal.words import Words

Found = list[tuple[Name, bool]]


class PersonDetector:
    """Finds persons; those who are named with their public post are told apart."""

    def __init__(self, *, quotes: bool = True) -> None:
        """Without `quotes` a name in «…» is a person's, whatever it is the name of."""
        self._quotes = quotes

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        words = Words(text.text)
        mark_things(words, quotes=self._quotes)
        private = is_private_matter(text.text)
        found = [(name, official and not private) for name, official in _people(words)]
        for name, official in _together(sorted([*found, *_again(words, found)])):
            yield Hit(
                start=words[name.start].start,
                end=words[name.end - 1].end,
                rule=Rule.PERSON,
                official=official,
            )


def _people(words: Words) -> Iterator[tuple[Name, bool]]:
    at = 0
    while at < len(words):
        name = announced_name(words, at)
        post = None
        if name is None and (name := name_at(words, at)):
            post = post_before(words, name.start)
            yield from _before(words, name)
        official = post is not None
        while name:
            yield name, official
            at = name.end - 1
            name = next_in_list(words, name)
            official = post is not None and post.reading.plural
        at += 1


def _before(words: Words, name: Name) -> Iterator[tuple[Name, bool]]:
    while earlier := previous_in_list(words, name):
        yield earlier, False
        name = earlier


def _again(words: Words, found: Found) -> Found:
    """A surname that was found once is the same private person wherever it stands in the text."""
    taken = {at for name, _ in found for at in range(name.start, name.end)}
    lemmas = {
        lemma
        for name, official in found
        for at in range(name.start, name.end)
        if not official and words[at].capital and grade(words, at)
        for lemma in words[at].reading.lemmas
    }
    return [
        (Name(start=at, end=at + 1), False)
        for at in range(len(words))
        if at not in taken and grade(words, at) and not lemmas.isdisjoint(words[at].reading.lemmas)
    ]


def _together(found: Found) -> Iterator[tuple[Name, bool]]:
    """Pieces of one name with nothing but a space between them are one person."""
    waiting: tuple[Name, bool] | None = None
    for name, official in found:
        if waiting is None:
            waiting = name, official
        elif name.start <= waiting[0].end:
            end = max(name.end, waiting[0].end)
            waiting = Name(start=waiting[0].start, end=end), waiting[1] and official
        else:
            yield waiting
            waiting = name, official
    if waiting:
        yield waiting
