"""Numbers that go without their noun: «65 з яких», «2 відхилено», «8 – на прийомі»."""

import re
from collections.abc import Sequence

from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import (
    is_mainly,
    is_predicate,
    is_preposition,
    joins,
    lemmas,
    modifiers,
)

_FROM = frozenset({"з", "із", "зі", "серед", "з-поміж"})
_THEM = frozenset({"них", "яких", "котрих"})
# After these words a number needs no noun: «з яких 90», «усього їх 47», «проти 25».
_NOUNLESS = _THEM | frozenset("числі зокрема їх всього усього загалом разом проти".split())


LISTING = _THEM | {"числі"}
"""A numeral in words right after these counts without a noun."""
_CHANGED = re.compile(r"(?<!\w)(?:зрос|збільши|зменши|скороти|знизи|підвищи|впа)\w+", re.IGNORECASE)
_TOTAL_THERE = re.compile(
    r"(?<!\w)(?:всього|усього|загалом|нині|зараз|тепер)\s+їх\s+(?:у|в|на|по)(?:\s+[^\W\d]+){1,2}\s+-?\s*$",
    re.IGNORECASE,
)
_LONGEST_BRACKET = 60
"""Tokens before and after a number."""
_PLACED = 3
"""How far «з них» stands from a number after a preposition and a noun."""
IN_WORK = frozenset("роботі розгляді контролі виконанні опрацюванні стадії".split())
"""Where papers are with which nobody is done yet."""
_AIMS = frozenset({"щодо", "про", "для", "на", "стосовно"})
_AND = frozenset({"та", "і", "й"})
_RESTS = frozenset({"ще", "решта", "інші", "також"})


def is_partitive(spot: Spot) -> bool:
    """`65 з яких`; not `15, з них 3`, where «з них» opens a list of parts."""
    first, second = spot.words_after()
    if first not in _FROM or second not in _THEM:
        return False
    after = spot.place + 3
    while after < len(spot.tokens) and spot.tokens[after].is_mark("-:"):
        after += 1
    return after >= len(spot.tokens) or spot.tokens[after].kind is not Kind.NUMBER


def starts_total(tokens: Sequence[Token], place: int) -> bool:
    """Whether «з» right before a number may make it the total of the number before."""
    return 0 < place < len(tokens) - 1 and tokens[place - 1].text.lower() in {"з", "із", "зі"}


def total_after(spot: Spot) -> int | None:
    """Index of the total of `106 зі 133`, `15 із запланованих 18`."""
    if spot.words_after()[0] not in _FROM:
        return None
    between = spot.right(2)
    distance = 3 if between is not None and modifiers(between.text) else 2
    following = spot.right(distance)
    is_number = following is not None and following.kind is Kind.NUMBER
    return spot.place + distance if is_number else None


def is_rest(spot: Spot) -> bool:
    """`ще 16 в роботі`, `решта два – на розгляді`."""
    right = spot.right()
    if right is not None and right.is_mark("-"):
        right = spot.right(2)
    is_bound = right is not None and right.kind is Kind.WORD and is_preposition(right.text)
    return spot.word_before() in _RESTS and is_bound


def goes_on_in_words(spot: Spot) -> bool:
    """«20 вирішено, два – на контролі»; «поштою – 960, через старост – тисячу двісті»."""
    if spot.quantity.value == 1 or not any(
        token.quantity is not None for token in spot.tokens[: spot.place]
    ):
        return False
    left, right = spot.left(), spot.right()
    if left is not None and left.is_mark("-"):
        return right is None or right.is_mark(",;.)")
    return left is not None and left.is_mark(",") and _tells_how(spot)


def is_elliptic(spot: Spot) -> bool:
    """Whether a verb or a preposition beside the number lets its noun be left out."""
    right = spot.right()
    if right is not None and right.is_mark("-"):
        right = spot.right(2)
    does = right is not None and right.kind is Kind.WORD and _tells_deed(spot, right)
    if _goes_from_to(spot) or is_rest(spot) or _is_likewise(spot) or is_total_there(spot):
        return True
    if (
        does
        or total_after(spot) is not None
        or _is_in_work(spot)
        or _tells_how(spot)
        or spot.word_before() in _NOUNLESS
    ):
        return True
    left = spot.left()
    if left is None or not _is_ended(right) or _opens_numbers(spot):
        return False
    if _ends_opened(spot):
        return True
    if left.is_mark(",") and right is not None and is_preposition(right.text):
        return True
    if left.is_mark(":"):
        # «3 сесії: 29, 30 та 31» counts no sessions by 29.
        return right is None or (right.kind is Kind.WORD and is_preposition(right.text))
    return left.is_mark("(-") or (left.kind is Kind.WORD and follows_predicate(spot))


def _opens_numbers(spot: Spot) -> bool:
    """«3 сесії (17, 18 та 19)»: the numbers of the sessions."""
    left, comma, further = spot.left(), spot.right(), spot.right(2)
    if left is None or comma is None or further is None:
        return False
    return left.is_mark("(") and comma.is_mark(",") and further.quantity is not None


def _tells_deed(spot: Spot, right: Token) -> bool:
    """`5 відхилено`, `у 61 вперше виявлено`, `3 не розглянуто`."""
    following = spot.right(2)
    is_adverb = is_mainly(right.text, "ADVB") or right.text.lower() == "не"
    goes_on = is_adverb and following is not None and following.kind is Kind.WORD
    return is_predicate(right.text) or (
        goes_on and following is not None and is_predicate(following.text)
    )


def _is_in_work(spot: Spot) -> bool:
    """`отримано 120 заяв, погоджено 98, у розгляді 7`."""
    before, right = spot.left(2), spot.right()
    is_ended = right is None or right.is_mark(",;.)")
    bound = before is not None and is_preposition(before.text)
    return bound and is_ended and spot.word_before() in IN_WORK


def _goes_from_to(spot: Spot) -> bool:
    """`кількість зменшилася (з 3228 до 2914)`, `з 64 у 2023 році до 99`: each of its time."""
    if _CHANGED.search(spot.before) is None:
        return False
    tokens, at = spot.tokens, spot.place
    if spot.word_before() in _FROM:
        end = at + 1 + _time_at(tokens[at + 1 : at + 3])
        following = [token.text.lower() for token in tokens[end : end + 1]]
        return following == ["до"] and any(one.quantity for one in tokens[end + 1 : end + 2])
    start = at - 2 - _time_at(tokens[max(0, at - 3) : at - 1])
    if spot.word_before() != "до" or start < 1:
        return False
    return tokens[start].quantity is not None and tokens[start - 1].text.lower() in _FROM


def _time_at(two: Sequence[Token]) -> int:
    """How many of two tokens are «у 2023 році»: all or none."""
    is_time = len(two) > 1 and two[1].rule in {"year", "period"} and is_preposition(two[0].text)
    return 2 if is_time else 0


def _is_likewise(spot: Spot) -> bool:
    """`зокрема 6 щодо опіки та 10 щодо піклування`: both numbers are told by what they aim at."""
    aim = spot.words_after()[0]
    if aim not in _AIMS or spot.word_before() not in _AND:
        return False
    before = [at for at in range(spot.place) if spot.tokens[at].kind is Kind.NUMBER]
    between = spot.tokens[before[-1] + 1 : spot.place] if before else ()
    if not between or any(token.kind is Kind.WHOLE for token in between):
        # «Від школи № 5 на Садовій та 7 на Зеленій».
        return False
    return between[0].text.lower() in _AIMS or any(one.text.lower() == aim for one in between)


def is_total_there(spot: Spot) -> bool:
    """`встановлено 4 камери, всього їх у місті 211`: no city is numbered."""
    return _TOTAL_THERE.search(spot.before) is not None


def closes_bracket(spot: Spot) -> bool:
    """`320 користувачів (дітей 110, юнацтва 48)`: items of a bracket, each ends with its number."""
    tokens = spot.tokens
    near = range(spot.place - 1, max(0, spot.place - _LONGEST_BRACKET), -1)
    opening = next((at for at in near if tokens[at].is_mark("()")), 0)
    if not opening or not tokens[opening].is_mark("("):
        return False
    rest = range(spot.place, min(len(tokens), spot.place + _LONGEST_BRACKET))
    shut = next((at for at in rest if tokens[at].is_mark(")")), 0)
    ends = [at for at in range(opening + 1, shut + 1) if tokens[at].is_mark(",;)")]
    words = [opening + 1, *(at + 1 for at in ends[:-1])]
    named = all(tokens[at].kind is Kind.WORD and tokens[at].text.islower() for at in words)
    return len(ends) > 1 and named and all(tokens[at - 1].quantity is not None for at in ends)


def closes_item(spot: Spot) -> bool:
    """`Із них: поштою 140, на прийомі 5`: whether every item of the list ends with its number."""
    return spot.place in spot.closing


def _ends_opened(spot: Spot) -> bool:
    """`з яких українською мовою 25 107`: the last word of what «з яких» opens."""
    for at in range(spot.place - 2, 0, -1):
        if spot.tokens[at].kind is not Kind.WORD:
            return False
        if spot.tokens[at].text.lower() in LISTING:
            # «З них на дому 4 116»: a place of two words; more of them may tell anything.
            return not is_preposition(spot.tokens[at + 1].text) or spot.place - at == _PLACED
    return False


def _is_ended(right: Token | None) -> bool:
    return right is None or right.kind is Kind.MARK or joins(right.text)


def _tells_how(spot: Spot) -> bool:
    """`8 – на прийомі`, `3 – письмово`: how or where, after a dash."""
    dash, word = spot.right(), spot.right(2)
    if dash is None or word is None or not dash.is_mark("-"):
        return False
    # «У 7 – не на користь громади».
    word = (spot.right(3) or word) if word.text.lower() == "не" else word
    left = spot.left()
    if word.kind is Kind.NUMBER and left is not None and left.is_mark(":,;"):
        # «176 випускників: 101 – 9 класу, 75 – 11 класу».
        after = spot.right(3)
        return after is not None and "клас" in lemmas(after.text)
    return is_preposition(word.text) or is_mainly(word.text, "ADVB")


def follows_predicate(spot: Spot) -> bool:
    """Whether the clause up to the number says that something was done: «знято з обліку 14»."""
    for token in reversed(spot.tokens[: spot.place]):
        if token.is_mark(",;:()"):
            return False
        if token.kind is Kind.WORD and is_predicate(token.text):
            return True
    return False
