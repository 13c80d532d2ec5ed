"""Which count is part of which.

The rules, in their order:

1. «65 з яких», «троє з них»: part of the count named before. After another part, which is no
   smaller, it stays open whose part it is («900 листів, на 60 з яких …, 5 з них …»); that is said,
   not guessed.
2. After «з них», «у тому числі», «зокрема»: parts of the count before, until a new predicate
   begins something else.
3. «56 заявок: термінових – 33, планових – 23»: after a colon, parts without a noun of their own,
   and counts that together make exactly the count before the colon.
4. «14 звернень, 3 колективних»: a count whose noun is left out is part of the one that has it,
   unless they are told side by side (`beside`).
5. Items of a list: parts of the count that introduces it, if they have no noun of their own or the
   same one, or if together they make exactly that count (`lists`).
6. «41 справа, на користь ради – 36»: a label that says which or how of the count before (`which`).
7. Counts that together make exactly one told before, the larger the farther off, if they may be
   of its noun; «5 дільниць із 14 наявних» (`exact`).
8. Rows of a table: «у тому числі …», columns of parts, rows of totals (`table_wholes`), a sentence
   that introduces the table (`tabled`).

A part is never larger than its whole.
"""

import re
from collections.abc import Sequence

from pipeline.extractors.counting.beside import stands_beside, tells_of_leaving
from pipeline.extractors.counting.counts import Context, Count
from pipeline.extractors.counting.found import Found, Manner
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, FAMILIES, PERSONS
from pipeline.extractors.counting.list_ends import ends_before
from pipeline.extractors.counting.noun_phrases import is_modifier
from pipeline.extractors.counting.openers import Opener
from pipeline.extractors.counting.passages import Passage
from pipeline.extractors.counting.which import tells_which
from pipeline.ukrainian.morphology import is_predicate, lemmas, nouns

_OTHERS = frozenset({"решта", "інші"})
_COMPARED = frozenset(
    "проти торік торішніх порівняно минулого попереднього минулорічних раніше було менше"
    " більше".split()
)


def find_whole(context: Context, found: Found) -> tuple[int | None, bool]:
    """The count that this one is part of, and whether the text leaves open which one it is."""
    if found.manner is Manner.PARTITIVE:
        return _of_partitive(context, found)
    opener = _open_at(context, found)
    if opener is not None:
        return _unlike_families(context, found, _of_opener(context, found, opener)), False
    if found.lemmas or _is_compared(context, found):
        return None, False
    named = context.named(context.own)
    unshut = [at for at in named if not is_shut(context.passage, context.counts[at], found.place)]
    named = unshut or named
    if named and (found.manner is Manner.ELLIPTIC or _is_deed(context, found)):
        sibling = context.counts[context.own[-1]]
        is_listed = sibling.found.manner is Manner.ELLIPTIC and sibling.whole is not None
        if is_listed and not tells_of_leaving(context, found):
            return context.fitting(found, sibling.whole), False
        is_rest = context.passage.tokens[found.place - 1].text.lower() in _OTHERS
        if is_rest or _goes_on_from_labels(context, named[-1]):
            # «22 заяви, решта 10 – пізніше»: none of the 22.
            return None, False
        is_beside = stands_beside(context, named[-1], found)
        return (None if is_beside else context.fitting(found, named[-1])), False
    if named and found.manner is Manner.LABEL and tells_which(context, named[-1], found):
        return context.fitting(found, named[-1]), False
    return context.fitting(found, _before_colon(context, found)), False


def _goes_on_from_labels(context: Context, named: int) -> bool:
    """«Поштою надійшло 140 запитів, факсом – 21, особисто подано 3»: none of the 140."""
    last = context.counts[context.own[-1]].found
    between = context.passage.tokens[context.counts[named].found.place : last.place]
    is_beside = last.manner is Manner.LABEL and not last.lemmas and context.own[-1] > named
    whole = context.counts[context.own[-1]].whole
    return is_beside and whole is None and not any(token.is_mark(":(") for token in between)


def _of_partitive(context: Context, found: Found) -> tuple[int | None, bool]:
    opening = _opened_by(context, found)
    if opening is not None:
        return context.fitting(found, opening), False
    open_ones = [at for at in context.own if not _is_aside(context, at, found)] or context.own
    last = [at for at in open_ones[-1:] if context.fitting(found, at) is not None]
    if any(_is_part(context.counts[at]) for at in last):
        return None, True
    named = context.named([*context.earlier, *open_ones])
    fitting = [at for at in named if context.fitting(found, at) is not None]
    # «13 злочинів: крадіжок – 6, шахрайств – 7. Розкрито 9 із них»: of all.
    top = [at for at in fitting if not context.own and context.counts[at].whole is None]
    return ((top or fitting)[-1] if fitting else None), False


def _is_aside(context: Context, at: int, found: Found) -> bool:
    """«7 сіл (1480 абонентів), 5 з них»: the bracket is shut; «крадіжки (7)» has it as its own."""
    tokens, one = context.passage.tokens, context.counts[at].found
    is_label = one.manner is Manner.LABEL and one.place > 0 and tokens[one.place - 1].is_mark("(")
    return not is_label and is_shut(context.passage, context.counts[at], found.place)


def _opened_by(context: Context, found: Found) -> int | None:
    """«Від спілок – 8 (двоє з них – від …)»: the count right before the bracket."""
    tokens = context.passage.tokens
    signs = [at for at in range(found.place) if tokens[at].is_mark("()")]
    if not signs or not tokens[signs[-1]].is_mark("("):
        return None
    before = [at for at in context.own if context.counts[at].found.place == signs[-1] - 1]
    return before[-1] if before else None


def _is_part(count: Count) -> bool:
    return count.whole is not None or count.found.manner is Manner.PARTITIVE


def _of_opener(context: Context, found: Found, opener: Opener) -> int | None:
    inside = [at for at in context.own if context.counts[at].found.place >= opener.end]
    if inside and (shared := context.fitting(found, context.counts[inside[0]].whole)) is not None:
        # «74 дитини: 47 сиріт, 27 … З них під опікою – 52, у ДБСТ – 22»: of the same children.
        return shared
    before = [at for at in context.own if context.counts[at].found.place < opener.start]
    if before:
        unshut = [
            at for at in before if not is_shut(context.passage, context.counts[at], opener.start)
        ]
        return context.fitting(found, _alike(context, found, unshut or before))
    if not opener.strong and opener.start > 0:
        return None
    unshut = [at for at in context.earlier if not _is_shut_before(context, at)]
    fitting = [at for at in unshut if context.fitting(found, at) is not None]
    top = [at for at in fitting if context.counts[at].whole is None]
    named = [at for at in top or fitting if _names_whole(context, opener, at)]
    if named:
        return named[-1]
    chosen = context.named(top) or top or fitting
    if found.lemmas:
        # «64 заходи, їх відвідали 3000 глядачів. Серед них – 9 концертів»: no spectators.
        alike = [at for at in chosen if are_comparable(found.unit, context.counts[at].unit)]
        chosen = alike or chosen
    return chosen[-1] if chosen else None


def _alike(context: Context, found: Found, before: Sequence[int]) -> int:
    """«187 фондів, що налічують 64 215 справ, в тому числі 12 фондів»: of the collections.

    «72 заходи за участю 1905 осіб, із них 38 концертів»: of the events.
    """
    fitting = [at for at in before if context.fitting(found, at) is not None]
    alike = [at for at in fitting if context.counts[at].lemmas & found.lemmas]
    if (
        not alike
        and found.lemmas
        and not are_comparable(found.unit, context.counts[before[-1]].unit)
    ):
        alike = [at for at in fitting if found.unit == context.counts[at].unit]
    return (alike or before)[-1]


def _unlike_families(context: Context, found: Found, whole: int | None) -> int | None:
    """«2318 мешканців, з них дітей – 402, родин – 23»: families are no part of persons."""
    if whole is None or {found.unit, context.counts[whole].unit} != {PERSONS, FAMILIES}:
        return whole
    words = context.passage.tokens[found.start : found.end]
    # «12 сімей, з них 4 багатодітні»: the word is an adjective as well.
    is_kind = found.unit == PERSONS and len(words) == 1 and is_modifier(words[0])
    return whole if is_kind else None


def _is_shut_before(context: Context, at: int) -> bool:
    """«148 заходів (торік – 131). Із них …»: whether the count stands in a bracket of its own."""
    count = context.counts[at]
    passage = context.passages[count.found.passage]
    return is_shut(passage, count, len(passage.tokens))


def _names_whole(context: Context, opener: Opener, at: int) -> bool:
    """«Із загальної кількості заходів 39 – благодійні»: the noun of the whole is told again."""
    after = context.passage.tokens[opener.end : opener.end + 1]
    return any(context.counts[at].lemmas & lemmas(token.text) for token in after)


def is_shut(passage: Passage, count: Count, before: int) -> bool:
    """«52 звернення (торік – 48), з них …»: whether a bracket after the count closes its own."""
    tokens = passage.tokens[count.found.place : before]
    return sum(one.is_mark(")") for one in tokens) > sum(one.is_mark("(") for one in tokens)


def _open_at(context: Context, found: Found) -> Opener | None:
    """The opener to whose list the count belongs."""
    openers = [one for one in context.openers if one.end <= found.place]
    if not openers:
        return None
    opener = openers[-1]
    after = context.passage.tokens[opener.end : found.place]
    if sum(one.is_mark(")") for one in after) > sum(one.is_mark("(") for one in after):
        return None
    inside = [at for at in context.own if context.counts[at].found.place >= opener.end]
    if inside and any(context.counts[at].whole is None for at in inside):
        return None
    return None if inside and ends_before(context, found, inside, opener) else opener


def _is_deed(context: Context, found: Found) -> bool:
    """«Виявлено 17 порушень, усунуто – 13»: the label is nothing but what was done."""
    words = context.passage.tokens[found.start : found.end]
    is_lone = found.manner is Manner.LABEL and len(words) == 1
    # «Благоустрою» is a form of a verb as well, says the dictionary.
    return is_lone and is_predicate(words[0].text) and not nouns(words[0].text)


def _is_compared(context: Context, found: Found) -> bool:
    """«(у 2022 році – 190)», «проти 25 торік»: a count of another time is no part."""
    near = context.passage.tokens[max(0, found.place - 6) : found.place]
    is_other_time = any(
        one.rule in {"year", "period"} or re.fullmatch(r"(?:19|20)\d\d", one.text)
        for one in near[-4:]
    )
    # «10 липня прийнято 12 осіб, 24 липня – 8».
    is_other_time = is_other_time or any(one.rule == "date" for one in near[-2:])
    return is_other_time or any(one.text.lower() in _COMPARED for one in near)


def _before_colon(context: Context, found: Found) -> int | None:
    """The last count before the colon that opens the list in which the number stands."""
    tokens = context.passage.tokens
    colons = [at for at in range(found.place - 1) if tokens[at].is_mark(":")]
    if not colons:
        return None
    before = [at for at in context.own if context.counts[at].found.place < colons[-1]]
    # «318 протоколів (у 2023 – 274), які надійшли: …»: of this year's.
    unshut = [at for at in before if not is_shut(context.passage, context.counts[at], colons[-1])]
    return (unshut or before)[-1] if before else None


def are_comparable(part: str, whole: str) -> bool:
    """Whether what one unit measures may be a part of the other: pairs of things, not persons."""
    return part == whole or (whole == DEFAULT_UNIT and part not in {PERSONS, FAMILIES})
