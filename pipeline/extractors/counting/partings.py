"""Whether a list may part a count of a sentence before only because its numbers make that count.

«Надійшло 30 доповідних. Зареєстровано: наказів – 12, протоколів – 10, доручень – 8» make thirty by
chance; «За видами: заяв – 12, скарг – 18» says that it parts what was told.
"""

from collections.abc import Sequence

from pipeline.extractors.counting.counts import Count
from pipeline.extractors.counting.label_nouns import countable, read_noun
from pipeline.extractors.counting.passages import Passage
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import is_predicate, lemmas, nouns

_PARTING = frozenset(
    "вид місце тематика тема категорія характер напрям питання спосіб ознака стать вік результат"
    " розріз розподіл розподілити розподілитися структура група форма тип причина підстава джерело"
    " надходження стосуватися класифікувати порушити порушуватися".split()
)
_LARGE = 100
_ROUND = 5
_NEAR = 3
"""Sentences."""


def may_part(
    passages: Sequence[Passage], counts: Sequence[Count], parts: Sequence[int], whole: int
) -> bool:
    """Whether counts that make exactly `whole`, told in a sentence before, may be its parts."""
    if _is_no_chance(counts, parts):
        return True
    first = counts[parts[0]].found
    lead = _lead(passages, first.passage, first.place)
    told = {name for token in lead if token.kind is Kind.WORD for name in lemmas(token.text)}
    if told & counts[whole].lemmas:
        return True
    others = any(_is_other(passages, counts[at], counts[whole]) for at in parts)
    if told & _PARTING:
        return not others or first.passage - counts[whole].found.passage <= _NEAR
    return not others and not _names_others(lead, counts[whole])


def _is_no_chance(counts: Sequence[Count], parts: Sequence[int]) -> bool:
    """A large sum of numbers that are not all round is hardly made by chance."""
    values = [counts[at].value for at in parts]
    return sum(values) >= _LARGE and any(value % _ROUND for value in values)


def _lead(passages: Sequence[Passage], number: int, place: int) -> Sequence[Token]:
    """The words that introduce the list: before its colon, or of the sentence before its items."""
    tokens, lead = passages[number].tokens, passages[number].lead
    colons = [at for at in range(place - 1) if tokens[at].is_mark(":")]
    if colons:
        return tokens[: colons[0]]
    return passages[lead].tokens if lead is not None else ()


def _names_others(lead: Sequence[Token], whole: Count) -> bool:
    """«Проведено інструктажі: вступних – 40, …»: briefings, whatever else was counted before."""
    if not any(token.kind is Kind.WORD and is_predicate(token.text) for token in lead):
        return False
    read = [read_noun(lead, at) for at in countable(lead, 0, len(lead))]
    plural = [forms for forms in read if any(form.plural for form in forms)]
    things = [{form.lemma for form in forms} for forms in plural]
    return bool(things) and not any(names & whole.lemmas for names in things)


def _is_other(passages: Sequence[Passage], part: Count, whole: Count) -> bool:
    """«Наказів – 12» are no reports; a singular is a topic: «футбол – 12» are of the children."""
    found = part.found
    if found.head is None or not found.lemmas or found.lemmas & whole.lemmas:
        return False
    forms = nouns(passages[found.passage].tokens[found.head].text)
    return any(form.plural for form in forms)
