"""Which count is part of which, and from where a count without a noun takes its own.

The rules, in their order:

1. «65 з яких», «троє з них»: part of the count named before. After another such count it stays
   open whose part it is («928 листів, на 65 з яких …, 3 з них …»); it is said, not guessed.
2. After «з них», «у тому числі», «зокрема»: parts of the count before, until a new predicate
   begins something else.
3. Items of a list: parts of the count that introduces it, if they have no noun of their own or the
   same one, or if together they make exactly that count.
4. «14 звернень, 3 колективних»: a count whose noun is left out is part of the one that has it.

A part is never larger than its whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extractors.counting.inheritance import noun_without_number
from pipeline.extractors.counting.openers import Opener, find_openers
from pipeline.extractors.counting.passages import Passage
from pipeline.extractors.counting.readings import Found, Manner
from pipeline.ukrainian.morphology import is_predicate

_COMPARED = frozenset(
    "проти торік торішніх порівняно минулого попереднього минулорічних раніше було".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count, its noun inherited where it has none, and the count it is part of."""

    found: Found
    lemmas: frozenset[str]
    unit: str
    whole: int | None = None
    """Index of the count this one is part of."""
    unclear: bool = False
    """Part of one of several counts; the text leaves open of which."""
    noun: str = ""
    """The inherited noun as the text has it."""

    @property
    def value(self) -> Decimal:
        """The number."""
        return self.found.token.quantity.value if self.found.token.quantity else Decimal()


def relate(passages: Sequence[Passage], found: Sequence[Found]) -> tuple[Count, ...]:
    """The counts among the numbers of a report, in order; what finds no noun is left out."""
    counts: list[Count] = []
    by_passage: dict[int, list[int]] = {}
    for number, passage in enumerate(passages):
        own = [one for one in found if one.passage == number and _may_count(one)]
        reader = _PassageReader(passages, number, counts, by_passage)
        for one in own:
            count = reader.read(one)
            if count is not None:
                by_passage.setdefault(number, []).append(len(counts))
                counts.append(count)
    return tuple(_with_lists(passages, counts, by_passage))


def _may_count(found: Found) -> bool:
    return not found.rule and found.manner is not Manner.UNMAPPED


class _PassageReader:
    """Relates the counts of one passage, from left to right."""

    def __init__(
        self,
        passages: Sequence[Passage],
        number: int,
        counts: Sequence[Count],
        by_passage: dict[int, list[int]],
    ) -> None:
        self._passages = passages
        self._number = number
        self._passage = passages[number]
        self._counts = counts
        self._by_passage = by_passage
        self._openers = find_openers(self._passage.tokens)
        self._closed: set[int] = set()

    def read(self, found: Found) -> Count | None:
        """The count with its noun and its whole; None where no noun is to be found."""
        whole, unclear = self._whole(found)
        source = whole if whole is not None else self._source(found)
        lemmas, unit, noun = found.lemmas, found.unit, ""
        if not lemmas and source is not None and not found.bare:
            given = self._counts[source]
            lemmas, noun = given.lemmas, given.noun or self._word(given.found)
            unit = given.unit if found.unit == "шт" else found.unit
        elif not lemmas and not found.bare:
            named = noun_without_number(self._passages, self._number, found)
            if named is None and found.manner is not Manner.LABEL and found.head is None:
                return None if not found.end or found.unit == "шт" else self._bare(found)
            if named is not None:
                lemmas, noun = named.lemmas, named.noun
                unit = named.unit if found.unit == "шт" else found.unit
        return Count(
            found=found, lemmas=lemmas, unit=unit, whole=whole, unclear=unclear, noun=noun
        )

    def _bare(self, found: Found) -> Count:
        """`35 кг`: the unit is all that is said."""
        return Count(found=found, lemmas=frozenset(), unit=found.unit)

    def _source(self, found: Found) -> int | None:
        """The count whose noun a count without one takes."""
        before = [at for at in self._before(found) if self._counts[at].lemmas]
        if before and found.manner is not Manner.LABEL:
            return before[-1]
        is_told_on = self._passage.lead is not None or found.manner is not Manner.LABEL
        earlier = [at for at in self._earlier() if self._counts[at].lemmas] if is_told_on else []
        return earlier[-1] if earlier else None

    def _word(self, found: Found) -> str:
        if found.head is None:
            return ""
        return self._passages[found.passage].tokens[found.head].text

    def _whole(self, found: Found) -> tuple[int | None, bool]:
        if found.manner is Manner.PARTITIVE:
            return self._whole_of_partitive(found)
        opener = self._opener(found)
        if opener is not None:
            return self._whole_of_opener(found, opener), False
        if found.manner is Manner.ELLIPTIC and not found.lemmas and not self._is_compared(found):
            return self._fitting(found, self._nearest(found, named=True, near=True)), False
        return None, False

    def _whole_of_partitive(self, found: Found) -> tuple[int | None, bool]:
        before = self._before(found)
        last = before[-1] if before else None
        named = self._nearest(found, named=True)
        if last is not None and self._counts[last].found.manner is Manner.PARTITIVE:
            if self._fitting(found, last) is not None:
                return None, True
        return self._fitting(found, named), False

    def _whole_of_opener(self, found: Found, opener: Opener) -> int | None:
        before = [
            at for at in self._before(found) if self._counts[at].found.place < opener.start
        ]
        if before:
            return self._fitting(found, before[-1])
        if not opener.strong and opener.start > 0:
            return None
        earlier = self._earlier()
        fitting = [at for at in earlier if self._fitting(found, at) is not None]
        top = [at for at in fitting if self._counts[at].whole is None]
        chosen = top or fitting
        return chosen[-1] if chosen else None

    def _opener(self, found: Found) -> Opener | None:
        """The opener whose list the count belongs to."""
        openers = [one for one in self._openers if one.end <= found.place]
        if not openers or openers[-1].start in self._closed:
            return None
        opener = openers[-1]
        inside = [at for at in self._before(found) if self._counts[at].found.place >= opener.end]
        if inside and self._begins_anew(found, inside):
            self._closed.add(opener.start)
            return None
        return opener

    def _begins_anew(self, found: Found, siblings: Sequence[int]) -> bool:
        """A predicate, then a noun that none of the parts has: something else is told."""
        if found.manner is not Manner.GOVERNED:
            return False
        known = frozenset[str]().union(*(self._counts[at].lemmas for at in siblings))
        whole = self._counts[siblings[0]].whole
        if whole is not None:
            known |= self._counts[whole].lemmas
        if found.lemmas & known:
            return False
        start = self._counts[siblings[-1]].found.place
        return any(is_predicate(one.text) for one in self._passage.tokens[start : found.place])

    def _is_compared(self, found: Found) -> bool:
        words = self._passage.tokens[max(0, found.place - 4) : found.place]
        return any(one.rule in {"year", "period"} or one.text.lower() in _COMPARED for one in words)

    def _before(self, found: Found) -> list[int]:
        own = self._by_passage.get(self._number, [])
        return [at for at in own if self._counts[at].found.place < found.place]

    def _earlier(self) -> list[int]:
        """Counts of the passage that introduces this one, or of the one before it."""
        lead = self._passage.lead
        if lead is not None:
            return self._by_passage.get(lead, [])
        before = self._passages[self._number - 1] if self._number else None
        goes_on = before is not None and before.line == self._passage.line
        opens = bool(self._openers) and self._openers[0].start == 0
        return self._by_passage.get(self._number - 1, []) if goes_on or opens else []

    def _nearest(self, found: Found, *, named: bool, near: bool = False) -> int | None:
        own = self._before(found)
        places = own if near else [*self._earlier(), *own]
        fitting = [at for at in places if not named or self._counts[at].found.lemmas]
        return fitting[-1] if fitting else None

    def _fitting(self, found: Found, whole: int | None) -> int | None:
        """The whole, unless the part would be larger."""
        if whole is None or found.token.quantity is None:
            return None
        return whole if found.token.quantity.value <= self._counts[whole].value else None


def _with_lists(
    passages: Sequence[Passage], counts: Sequence[Count], by_passage: dict[int, list[int]]
) -> Iterator[Count]:
    """The counts, those of list items related to the count that introduces the list."""
    wholes = dict(_list_parts(passages, counts, by_passage))
    for place, count in enumerate(counts):
        yield replace(count, whole=wholes[place]) if place in wholes else count


def _list_parts(
    passages: Sequence[Passage], counts: Sequence[Count], by_passage: dict[int, list[int]]
) -> Iterator[tuple[int, int]]:
    leads = sorted({one.lead for one in passages if one.lead is not None})
    for lead in leads:
        introducing = by_passage.get(lead, [])
        if not introducing:
            continue
        whole = introducing[-1]
        items = [number for number, one in enumerate(passages) if one.lead == lead]
        opens = any(
            one.end >= len(passages[lead].tokens) - 2 for one in find_openers(passages[lead].tokens)
        )
        heads = [at for number in items for at in _heads(counts, by_passage.get(number, []))]
        makes_whole = sum(counts[at].value for at in heads) == counts[whole].value
        for at in heads:
            if opens or makes_whole or _is_alike(counts[at], counts[whole]):
                if counts[at].whole is None and counts[at].value <= counts[whole].value:
                    yield at, whole


def _heads(counts: Sequence[Count], own: Sequence[int]) -> list[int]:
    """The first count of an item and those that are told like labels."""
    rest = [at for at in own[1:] if counts[at].found.manner is Manner.LABEL]
    return [*own[:1], *rest]


def _is_alike(part: Count, whole: Count) -> bool:
    return not part.found.lemmas or bool(part.lemmas & whole.lemmas)
