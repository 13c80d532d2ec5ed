"""Verbs that tell of persons, where no noun says so: «народилося 19», «12 ДТП, загинуло 2»."""

from pipeline.extractors.counting.counts import Context
from pipeline.extractors.counting.found import Found
from pipeline.extractors.counting.lexicon import tells_of_persons, tells_of_persons_alone
from pipeline.extractors.counting.tokens import Kind
from pipeline.ukrainian.morphology import lemmas

_TO_WORK = frozenset({"роботу", "посаду", "посади", "службу"})


def is_of_persons(context: Context, found: Found) -> bool:
    """«Народилося 19», «загинуло – 2»."""
    near = context.passage.tokens[max(0, found.place - 2) : found.place]
    return any(tells_of_persons(lemmas(token.text)) for token in near if token.kind is Kind.WORD)


def is_of_persons_alone(context: Context, found: Found) -> bool:
    """«12 ДТП, загинуло 2», «оголошено 4 конкурси, прийнято на роботу 2»: no accidents perished."""
    near = context.passage.tokens[max(0, found.place - 2) : found.place]
    words = [token.text.lower() for token in near if token.kind is Kind.WORD]
    return any(tells_of_persons_alone(lemmas(word)) for word in words) or (
        words[:1] == ["на"] and words[-1] in _TO_WORK
    )
