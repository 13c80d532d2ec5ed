"""Nouns that stand without a number and yet say what the numbers after them count.

«Надійшло звернень: 12 письмових, 3 усних», «Порушуються питання:» and a list of labels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extractors.counting.labels import AMOUNTS, read_noun
from pipeline.extractors.counting.lexicon import unit_of
from pipeline.extractors.counting.passages import Passage
from pipeline.extractors.counting.readings import Found, Manner
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import is_predicate, nouns


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A counted noun without a number."""

    lemmas: frozenset[str]
    unit: str
    noun: str
    """The word as the text has it."""


def noun_without_number(
    passages: Sequence[Passage], number: int, found: Found
) -> Named | None:
    """The noun in the same passage before a colon or the number, or in the one that leads to it."""
    passage = passages[number]
    if found.manner in {Manner.ELLIPTIC, Manner.PARTITIVE}:
        own = _named(passage, 0, found.place)
        if own is not None:
            return own
    if passage.lead is None:
        return None
    lead = passages[passage.lead]
    return _named(lead, 0, len(lead.tokens))


def _named(passage: Passage, start: int, end: int) -> Named | None:
    """The last counted noun before `end` that belongs to no noun before it."""
    for at in range(end - 1, start - 1, -1):
        forms = tuple(form for form in read_noun(passage.tokens, at) if form.plural)
        if forms and not _is_attribute(passage.tokens, at):
            return Named(
                lemmas=frozenset(form.lemma for form in forms),
                unit=unit_of(forms),
                noun=passage.tokens[at].text,
            )
    return None


def _is_attribute(tokens: Sequence[Token], at: int) -> bool:
    """«Категорії запитувачів» count no askers; «кількість запитів» counts requests; a name is none."""
    if at == 0:
        return False
    if tokens[at].text[:1].isupper():
        return True
    left = tokens[at - 1]
    if left.kind is not Kind.WORD or is_predicate(left.text):
        return False
    forms = nouns(left.text)
    return bool(forms) and not any(form.lemma in AMOUNTS for form in forms)
