"""Numbers joined into quantities: «2 тис.», «10-12», «5-ти», «двадцять три», «5 (п'ять)».

Also whether they are exact: «близько 320», «понад 100».
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.extractors.counting.tokens import Kind, Quantity, Token, is_glued
from pipeline.ukrainian.numerals import (
    inflection,
    multiplier,
    read_digits,
    read_words,
)

_ABOUT = frozenset(
    "близько майже понад приблизно орієнтовно більше більш менше менш щонайменше більше-менше"
    " порядку десь трохи".split()
)
_THAN = frozenset({"ніж", "як", "за", "чим"})
_LONE = frozenset("тисячу тисячі сотню сотні десяток десятка мільйон мільйона".split())
_LONGEST_NUMERAL = 12
"""Words."""
_Joined = tuple[Token, int]
"""A quantity and how many tokens it took."""
_LONGEST_RUNS = {"ст": 30, "ч": 5}
"""How far the last of a row of articles, or of parts of one, is from the first."""


def join_quantities(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with every number, in digits or in words, as one token with its quantity."""
    joined = _join(tokens, (_suffixed, _digits, _words))
    joined = _join(joined, (_repeated, _range))
    joined = _join(joined, (_multiplied,))
    joined = _join(joined, (_summed,))
    return tuple(_with_doubt(joined))


def _join(
    tokens: Sequence[Token], ways: Sequence[Callable[[Sequence[Token], int], _Joined | None]]
) -> tuple[Token, ...]:
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token, length = next(
            (joined for way in ways if (joined := way(tokens, place))), (tokens[place], 1)
        )
        out.append(token)
        place += length
    return tuple(out)


def _make(tokens: Sequence[Token], quantity: Quantity) -> Token:
    return Token(
        kind=Kind.NUMBER,
        start=tokens[0].start,
        end=tokens[-1].end,
        text=" ".join(token.text for token in tokens),
        quantity=quantity,
    )


def _suffixed(tokens: Sequence[Token], place: int) -> _Joined | None:
    """`5-ти`, `5-го`, `2 - х`; a longer word after the hyphen makes a word of it: `10-денний`."""
    run = tokens[place : place + 3]
    if len(run) < 3 or run[0].kind is not Kind.NUMBER or not run[1].is_mark("-"):
        return None
    if run[2].kind is not Kind.WORD or not (is_glued(run[0], run[1]) and is_glued(run[1], run[2])):
        return None
    meaning = inflection(run[0].text, run[2].text)
    if meaning is None:
        word = _make(run, Quantity(value=Decimal()))
        return replace(word, kind=Kind.WHOLE, rule="word", quantity=None), 3
    return _make(
        run, Quantity(value=read_digits(run[0].text.replace("'", "")), inflection=meaning)
    ), 3


def _digits(tokens: Sequence[Token], place: int) -> _Joined | None:
    token = tokens[place]
    if token.kind is not Kind.NUMBER or token.quantity is not None:
        return None
    return replace(token, quantity=Quantity(value=read_digits(token.text.replace("'", "")))), 1


def _words(tokens: Sequence[Token], place: int) -> _Joined | None:
    run: list[Token] = []
    for token in tokens[place : place + _LONGEST_NUMERAL]:
        if token.kind is not Kind.WORD:
            break
        run.append(token)
    numeral = read_words([token.text for token in run])
    if numeral is not None:
        quantity = Quantity(value=Decimal(numeral.value), in_words=True)
        return _make(run[: numeral.length], quantity), numeral.length
    return _paired(run[0]) or _lone_multiplier(tokens, place) if run else None


def _lone_multiplier(tokens: Sequence[Token], place: int) -> _Joined | None:
    """`понад тисячу`, `близько сотні`: without such a word before, a crowd as often as a number."""
    word = tokens[place].text
    factor = multiplier(word) if word.lower() in _LONE else None
    if factor is None or not _is_about(tokens, place):
        return None
    return _make([tokens[place]], Quantity(value=Decimal(factor), in_words=True)), 1


def _paired(token: Token) -> _Joined | None:
    """`два-три`."""
    ends = [read_words([part]) for part in token.text.split("-")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0].value >= ends[1].value:
        return None
    low, high = Decimal(ends[0].value), Decimal(ends[1].value)
    return _make([token], Quantity(value=low, value_max=high, in_words=True)), 1


def _multiplied(tokens: Sequence[Token], place: int) -> _Joined | None:
    """`2 тис.`, `1,2 млн`, `5 тисяч`."""
    token, following = tokens[place], tokens[place + 1 : place + 3]
    if token.quantity is None or not following or following[0].kind is not Kind.WORD:
        return None
    factor = multiplier(following[0].text)
    if factor is None or token.quantity.inflection is not None:
        return None
    has_point = len(following[0].text) <= 4 and len(following) == 2 and following[1].is_mark(".")
    length = 3 if has_point else 2
    top = token.quantity.value_max
    quantity = replace(
        token.quantity,
        value=token.quantity.value * factor,
        value_max=None if top is None else top * factor,
    )
    return _make(tokens[place : place + length], quantity), length


def _summed(tokens: Sequence[Token], place: int) -> _Joined | None:
    """`1 тис. 501`, `4 млн 360 тис.`."""
    run = tokens[place : place + 2]
    if len(run) < 2 or run[0].quantity is None or run[1].quantity is None:
        return None
    factor = multiplier(run[0].text.rstrip(" .").rpartition(" ")[2]) or 0
    first, second = run[0].quantity, run[1].quantity
    is_rest = factor >= 1000 and second.value < factor and first.value % factor == 0
    if not is_rest or second.value_max is not None or second.inflection is not None:
        return None
    return _make(run, replace(first, value=first.value + second.value)), 2


def _repeated(tokens: Sequence[Token], place: int) -> _Joined | None:
    """`5 (п'ять)` and `п'ять (5)`."""
    run = tokens[place : place + 4]
    if len(run) < 4 or not (run[1].is_mark("(") and run[3].is_mark(")")):
        return None
    first, second = run[0].quantity, run[2].quantity
    if first is None or second is None or first.value != second.value:
        return None
    if first.in_words == second.in_words:
        return None
    return _make(run, replace(first, in_words=False)), 4


def _range(tokens: Sequence[Token], place: int) -> _Joined | None:
    """`10-12`, `10 - 12`, `від 10 до 12`."""
    if tokens[place].kind is Kind.WORD and tokens[place].text.lower() == "від":
        run = tokens[place + 1 : place + 4]
        between = len(run) == 3 and run[1].text.lower() == "до"
        return _range_of(run, 4) if between else None
    run = tokens[place : place + 3]
    between = len(run) == 3 and run[1].is_mark("-") and _is_even(run)
    if not between or _is_of_year(tokens, place) or is_of_article(tokens, place):
        return None
    return _range_of(run, 3)


def is_of_article(tokens: Sequence[Token], place: int) -> bool:
    """`ст. 156 ч. 2 – 88`: how many by an article; no act breaks so many in a row."""
    first, last = tokens[place].quantity, tokens[place + 2].quantity
    words = [one.text.lower() for one in tokens[max(0, place - 2) : place] if one.text != "."]
    longest = _LONGEST_RUNS.get(words[-1]) if words else None
    if first is None or last is None or longest is None:
        return False
    is_spaced = not is_glued(tokens[place], tokens[place + 1])
    return is_spaced and last.value - first.value > longest


def _is_of_year(tokens: Sequence[Token], place: int) -> bool:
    """`у 2023 – 3 900`: how many in that year."""
    before = tokens[place - 1].text.lower() if place else ""
    is_year = re.fullmatch(r"(?:19|20)\d\d", tokens[place].text) is not None
    return is_year and before in {"у", "в", "за"} and not is_glued(tokens[place], tokens[place + 1])


def _is_even(run: Sequence[Token]) -> bool:
    return is_glued(run[0], run[1]) == is_glued(run[1], run[2])


def _range_of(run: Sequence[Token], length: int) -> _Joined | None:
    low, high = run[0].quantity, run[2].quantity
    if low is None or high is None or low.value >= high.value or low.value_max is not None:
        return None
    if low.in_words != high.in_words or high.value > 100 * max(low.value, Decimal(1)):
        return None
    return _make(run, replace(high, value=low.value, value_max=high.value)), length


def _with_doubt(tokens: Sequence[Token]) -> Iterator[Token]:
    for place, token in enumerate(tokens):
        if token.quantity is not None and _is_about(tokens, place):
            yield replace(token, quantity=replace(token.quantity, approximate=True))
        else:
            yield token


def _is_about(tokens: Sequence[Token], place: int) -> bool:
    before = [token.text.lower() for token in tokens[max(0, place - 2) : place]]
    if before[-1:] == ["~"] or re.fullmatch("≈", "".join(before[-1:])):
        return True
    if before and before[-1] in _THAN:
        return len(before) == 2 and before[0] in _ABOUT
    return bool(before) and before[-1] in _ABOUT
