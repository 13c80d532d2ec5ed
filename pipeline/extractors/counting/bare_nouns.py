"""Nouns that are counted where no number stands by them: «Надійшло звернень: 12 письмових»."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extractors.counting.label_nouns import read_noun
from pipeline.extractors.counting.labels import AMOUNTS
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, unit_of
from pipeline.extractors.counting.passages import Passage
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import is_predicate, nouns

_HEADINGS = frozenset({"вид", "причина", "спосіб", "місце", "результат", "напрям", "форма"})
"""«Види допомоги:» tells by what the counts of a list are parted, not what they count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A counted noun."""

    lemmas: frozenset[str] = frozenset()
    unit: str = DEFAULT_UNIT
    token: Token | None = None
    """The word, where it stands elsewhere than the number."""


def last_noun(passage: Passage, end: int) -> Noun | None:
    """The last counted noun before `end` that belongs to no noun before it."""
    for at in range(end - 1, -1, -1):
        forms = tuple(form for form in read_noun(passage.tokens, at) if form.plural)
        if any(form.lemma in _HEADINGS for form in forms):
            continue
        if forms and not _is_attribute(passage.tokens, at):
            lemmas = frozenset(form.lemma for form in forms)
            return Noun(lemmas=lemmas, unit=unit_of(forms), token=passage.tokens[at])
    return None


def _is_attribute(tokens: Sequence[Token], at: int) -> bool:
    """«Категорії запитувачів» count no askers, «кількість запитів» counts requests.

    A capitalised word inside a sentence is a name.
    """
    if at == 0:
        return False
    left = tokens[at - 1]
    if tokens[at].text[:1].isupper():
        return True
    if left.kind is not Kind.WORD or is_predicate(left.text):
        return False
    forms = nouns(left.text)
    return bool(forms) and not any(form.lemma in AMOUNTS for form in forms)
