"""Which declared indicator a count is, by dictionary forms of its words."""

from collections.abc import Collection, Sequence

from pipeline.extractors.counting.statements import Statement
from pipeline.parameters.activity import Indicator, Match


def indicator_of(statement: Statement, indicators: Sequence[Indicator]) -> Indicator | None:
    """The indicator whose words the count has; of several the one that asks for most words.

    Where two ask for equally many, the one declared first is taken.
    """
    matching = [one for one in indicators if _matches(statement, one.match)]
    return max(matching, key=lambda one: _weight(one.match), default=None)


def _matches(statement: Statement, match: Match) -> bool:
    if match.counted and not statement.lemmas & set(match.counted):
        return False
    if any(_has(statement.clause, word) for word in match.without):
        return False
    asked = (
        (match.phrase, statement.phrase),
        (match.clause, statement.clause),
        (match.sentence, statement.sentence),
    )
    return all(_has(known, word) for words, known in asked for word in words)


def _has(lemmas: Collection[str], word: str) -> bool:
    return any(either in lemmas for either in word.split("|"))


def _weight(match: Match) -> int:
    near = len(match.phrase) + len(match.clause)
    return bool(match.counted) + 2 * near + len(match.sentence) + len(match.without)
