"""Words that open a list of parts: «з них», «у тому числі», «зокрема»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extractors.counting.tokens import Kind, Token

_STRONG = (
    *(
        (first, them)
        for first in ("з", "із", "зі", "серед", "з-поміж")
        for them in ("них", "яких", "котрих")
    ),
    ("у", "тому", "числі"),
    ("в", "тому", "числі"),
    ("у", "т", ".", "ч"),
    ("в", "т", ".", "ч"),
    ("із", "загальної", "кількості"),
    ("з", "загальної", "кількості"),
    ("з", "цієї", "кількості"),
    ("із", "цієї", "кількості"),
    ("із", "зазначених"),
    ("із", "загального", "числа"),
)
_WEAK = (("зокрема",), ("а", "саме"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """Where a list of parts opens in a passage; indices of tokens."""

    start: int
    end: int
    strong: bool
    """Looks for its whole in an earlier sentence as well."""


def find_openers(tokens: Sequence[Token]) -> tuple[Opener, ...]:
    """The openers of a passage, in order; «65 з яких» says whose part 65 is and opens nothing."""
    return tuple(_openers(tokens))


def _openers(tokens: Sequence[Token]) -> Iterator[Opener]:
    words = [token.text.lower() for token in tokens]
    for start in range(len(tokens)):
        for forms, strong in ((_STRONG, True), (_WEAK, False)):
            for form in forms:
                end = start + len(form)
                if tuple(words[start:end]) != form:
                    continue
                if not _closes_number(tokens, start, end):
                    yield Opener(start=start, end=end, strong=strong)


def _closes_number(tokens: Sequence[Token], start: int, end: int) -> bool:
    """`65 з яких`, unless a number follows at once: `15 з них 3 повторні`."""
    if start == 0 or tokens[start - 1].kind is not Kind.NUMBER:
        return False
    after = end
    while after < len(tokens) and tokens[after].is_mark("-:,"):
        after += 1
    return after >= len(tokens) or tokens[after].kind is not Kind.NUMBER
