"""What a count is called on a report nobody has described: its own words."""

from collections.abc import Sequence

from pipeline.extractors.counting.counts import Count
from pipeline.extractors.counting.ellipsis import starts_total
from pipeline.extractors.counting.found import Manner
from pipeline.extractors.counting.labels import read_label
from pipeline.extractors.counting.noun_phrases import JOINS, is_modifier, is_part_of_name
from pipeline.extractors.counting.tokens import Token
from pipeline.ukrainian.morphology import is_predicate, joins

_LONGEST = 200
_SHORT_PHRASE = 2
_SAY_NOTHING = frozenset({"особа", "людина", "раз"})
_ABOUT = frozenset("близько понад майже орієнтовно всього усього лише ще більше менше".split())


def title_of(text: str, tokens: Sequence[Token], count: Count) -> str:
    """The counted phrase as the text has it; an inherited noun stands before its clause."""
    found = count.found
    noun = "" if count.noun is None else text[count.noun.start : count.noun.end]
    own = _slice(text, tokens, found.start, found.end)
    if found.manner in {Manner.PARTITIVE, Manner.ELLIPTIC} or found.bare:
        return _shortened(f"{noun}: {_clause(text, tokens, found.place)}".strip(": "))
    if noun:
        return _shortened(f"{noun}: {own}")
    if found.manner is Manner.GOVERNED and found.end - found.start <= _SHORT_PHRASE:
        label = read_label(tokens, found.place, found.place + 1)
        if label is not None:
            return _shortened(f"{own} ({_slice(text, tokens, label.start, label.end)})")
        if found.end == found.start + 1 and found.lemmas & _SAY_NOTHING:
            return _shortened(_with_deed(text, tokens, count, own))
    if found.head is not None and not found.start <= found.head < found.end:
        # «8 чергових та 6 позачергових сесій»: the noun stands by the next number.
        head = tokens[found.head]
        return _shortened(f"{text[head.start : head.end]}: {own}")
    return _shortened(own)


def _with_deed(text: str, tokens: Sequence[Token], count: Count, own: str) -> str:
    """«Слухачами стали 57 осіб»: what kind of persons only the rest of the clause tells."""
    place, end = count.found.place, count.found.end
    start, last = place, end
    while start > 0 and not _is_boundary(tokens[start - 1]):
        start -= 1
    follows_number = start > 0 and tokens[start - 1].quantity is not None
    while follows_number and start < place and not is_predicate(tokens[start].text):
        # «Рада у складі 15 осіб збиралася сім разів»: the persons are those of another number.
        start += 1
    while place > start and _is_idle(tokens[place - 1].text):
        place -= 1
    while last < len(tokens) and not _is_boundary(tokens[last]):
        last += 1
    told = _slice(text, tokens, start, place) or _slice(text, tokens, end, last).strip(" .-–—")
    return f"{own} ({told.strip(' -–—')})" if told.strip(" -–—") else own


def _is_idle(word: str) -> bool:
    return joins(word) or word.lower() in _ABOUT


def _slice(text: str, tokens: Sequence[Token], start: int, end: int) -> str:
    if end <= start:
        return ""
    in_quotes = sum(token.is_mark('"') for token in tokens[start:end]) % 2 == 1
    if in_quotes and start and tokens[start - 1].is_mark('"'):
        # «5 «Кабінетів довіри»»: the number stands before the quote, the phrase within.
        start -= 1
    return " ".join(text[tokens[start].start : tokens[end - 1].end].split())


def _clause(text: str, tokens: Sequence[Token], place: int) -> str:
    """The clause around a number, without the number."""
    start, end = place, place + 1
    # «60 об'єктам й 30 ділянкам»: the words before «й» are those of the other number.
    is_joined = start > 0 and tokens[start - 1].text.lower() in JOINS
    # «5 дільниць із 14 наявних» as well.
    is_joined = is_joined or (starts_total(tokens, place) and is_modifier(tokens[place + 1]))
    while start > 0 and not is_joined and not _is_boundary(tokens[start - 1]):
        start -= 1
    while end < len(tokens) and (not _is_boundary(tokens[end]) or is_part_of_name(tokens, end)):
        end += 1
    while end > place + 1 and joins(tokens[end - 1].text):
        end -= 1
    before, after = _slice(text, tokens, start, place), _slice(text, tokens, place + 1, end)
    return f"{before} … {after}".strip(" .-–—") if before else after.strip(" .-–—")


def _is_boundary(token: Token) -> bool:
    in_digits = token.quantity is not None and not token.quantity.in_words
    return in_digits or token.is_mark(",;:()")


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    return title[:_LONGEST].rpartition(" ")[0] + " …"
