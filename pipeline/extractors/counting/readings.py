"""Every number of a passage: what it counts, or the rule that ignores it, or neither."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipeline.extractors.counting.closing import closing_numbers
from pipeline.extractors.counting.differences import names_growth
from pipeline.extractors.counting.distributed import is_distributed
from pipeline.extractors.counting.ellipsis import total_after
from pipeline.extractors.counting.found import (
    Found,
    Manner,
    follows_sign,
    is_told_by_list,
    label_of,
    of_bare_unit,
    of_label,
    of_phrase,
    without_noun,
)
from pipeline.extractors.counting.ignoring import (
    bare_rule,
    is_average,
    is_lone,
    is_share_of_money,
    phrase_rule,
)
from pipeline.extractors.counting.in_words import read_words
from pipeline.extractors.counting.labels import Label
from pipeline.extractors.counting.phrases import Phrase, read_phrase
from pipeline.extractors.counting.quotes import Quoted
from pipeline.extractors.counting.references import refers
from pipeline.extractors.counting.settling import WHOLE_UNITS, settled_token
from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.sums import is_sum
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.extractors.counting.unreal import unreal_rule
from pipeline.ukrainian.numerals import Inflection


def read_numbers(
    plain: str, tokens: Sequence[Token], passage: int, names: Sequence[Quoted]
) -> Iterator[Found]:
    """The numbers and wholes of one passage, in order; numerals in words only where they count."""
    ignored: set[int] = set()
    closing = closing_numbers(tokens)
    for place, token in enumerate(tokens):
        base = Found(token=token, passage=passage, place=place)
        if token.kind is Kind.WHOLE:
            yield replace(base, rule=token.rule)
        elif token.quantity is not None:
            spot = Spot(plain=plain, tokens=tokens, place=place, closing=closing)
            in_name = any(name.start <= token.start < name.end for name in names)
            found = _read_number(spot, base, ignored, in_name=in_name)
            if found is None or found.rule:
                ignored.add(place)
            if found is not None:
                yield found


def _read_number(
    spot: Spot, base: Found, ignored: Collection[int], *, in_name: bool
) -> Found | None:
    if spot.quantity.in_words:
        return None if in_name or unreal_rule(spot) else read_words(spot, base)
    if in_name:
        return replace(base, rule="quoted-name")
    if is_lone(spot):
        return replace(base, rule="page")
    phrase = read_phrase(spot)
    rule = _rule(spot, phrase)
    if rule:
        return replace(base, rule=rule)
    if is_distributed(spot):
        return base
    found = _settled(_read_count(spot, base, phrase, ignored))
    return replace(base, rule="rate") if _is_broken(found) else found


def _settled(found: Found) -> Found:
    if found.rule or found.manner is Manner.UNMAPPED:
        return found
    return replace(found, token=settled_token(found.token, found.unit))


def _is_broken(found: Found) -> bool:
    """«Читаність – 15,4»: where no noun stands by the number, it has to be whole."""
    quantity = found.token.quantity
    told = found.bare or found.manner is Manner.GOVERNED or found.unit not in WHOLE_UNITS
    return quantity is not None and not found.rule and not told and quantity.value % 1 != 0


def _rule(spot: Spot, phrase: Phrase | None) -> str:
    if spot.quantity.inflection is Inflection.ORDINAL:
        return (phrase.rule if phrase else "") or "ordinal"
    rule = refers(spot, phrase) or (phrase_rule(spot, phrase) if phrase else "")
    if not rule and phrase is None and is_share_of_money(spot):
        return "money"
    return rule or ("average" if is_average(spot) else unreal_rule(spot))


def _label_rule(spot: Spot, label: Label) -> str:
    """The rule of a number whose label names no things: «видатки – 45 тис.», «приріст – 12»."""
    if is_sum(spot, label):
        return "money"
    return "difference" if names_growth(label.lemmas) else ""


def _read_count(spot: Spot, base: Found, phrase: Phrase | None, ignored: Collection[int]) -> Found:
    if phrase is not None and phrase.bare:
        return of_bare_unit(base, phrase, label_of(spot, phrase.end, ignored))
    if phrase is not None and phrase.lemmas:
        return of_phrase(base, phrase, Manner.GOVERNED)
    out_of = total_after(spot) if phrase is None else None
    total = None if out_of is None else read_phrase(spot.at(out_of))
    if total is not None and total.lemmas and not total.rule:
        return of_phrase(base, total, Manner.GOVERNED)
    label = label_of(spot, spot.place + 1, ignored)
    rule = "" if phrase is not None or label is None else _label_rule(spot, label)
    if rule:
        return replace(base, rule=rule)
    if phrase is None and not is_told_by_list(spot):
        rule = bare_rule(spot)
        if rule and not (label is not None and follows_sign(spot)):
            return replace(base, rule=rule)
    if label is not None and (phrase is None or label.lemmas):
        return of_label(spot, base, label)
    return without_noun(spot, base, phrase)
