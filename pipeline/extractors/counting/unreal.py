"""Numbers of what has not happened: plans, norms and limits, rates; each by its rule.

A report quotes the law («група не може перевищувати 15 осіб») and tells what is to come:
«планується відкрити 2 заклади». What was done counts, also where it had been planned: «заплановано
20 перевірок, проведено 18» are two counts.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import is_predicate, lemmas, nouns, readings

_PLANS = frozenset(
    "планувати плануватися запланувати намітити намічатися передбачатися передбачити"
    " очікуватися".split()
)
_AS_PLANNED = re.compile(
    r"(?:(?:^|[(,;])\s*план(?:\s+[^\W\d]+){0,2}\s*[-:]|(?<!\w)(?:при|за)\s+план[іу])\s*$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?<!\w)(?:наступн|майбутн)\w+\s+\w+|(?<!\w)у\s+планах(?!\w)", re.IGNORECASE)
_LEFT = re.compile(
    r"(?<!\w)(?:залиш|лиш)(?:ило|ає|ають|ила)\w*\s+(?:ще\s+)?[^\W\d]+т(?:и|ися|ись)\s+(?:[^\W\d]+\s+)?$",
    re.IGNORECASE,
)
"""«Залишилося обстежити 40 будинків»."""
_STILL = re.compile(r"(?<!\w)(?:заплановано|передбачено)\s+ще\s+$", re.IGNORECASE)
_UNTIL_END = re.compile(
    r"[^,;.:()\n]*(?<!\w)до\s+кінця\s+(?:\w+\s+)?(?:року|півріччя|кварталу|місяця|тижня)(?!\w)",
    re.IGNORECASE,
)
_NEEDS = frozenset(
    "повинний зобов'язаний мусити слід треба необхідно потрібно належати мати".split()
)
_CHANCES = frozenset({"змога", "можливість", "право", "нагода", "честь"})
_ALLOWS = frozenset("могти дозволятися допускатися".split())
_ENDINGS = ("ти", "тися", "тись")
"""Of infinitives."""
_LIMIT = re.compile(
    r"(?<!\w)(?:не\s+)?(?:(?:бути\s+)?(?:більш|менш|нижч|вищ)\w*|рідше|частіше|до|понад|щонайменше)"
    r"\s*(?:ніж|як|від|за)?\s*$",
    re.IGNORECASE,
)
_EXCEEDS = re.compile(r"(?<!\w)не\s+(?:\w+\s+)?перевищу\w+\s*(?:[^\W\d]+\s+)?$", re.IGNORECASE)
_ONE_THING = re.compile(
    r"(?<!\w)(?:норм(?:[аи]|атив)\s[^,;:()]{0,60}[-:]"
    r"|(?:вмі[щс]\w+|(?:потужн|містк)[оі]ст\w+(?:\s+[^\W\d]+)?|розрахован(?!о\s)\w+\s+на)\s*[-:]?\s*(?:до|близько|понад)?"
    r"|(?:рекомендован|нормативн|граничн|допустим)\w+\s+(?:кільк|чисельн|наповн|навантаж|знач)\w+\s*-?"
    r"|(?:за|при)\s+(?:копіюванн|виготовленн|друкуванн|скануванн)\w+\s[^,;:()]{0,40}?(?:понад|до)"
    r"|(?:площа|довжина|ширина|висота|вага|об'єм)\s+кожн\w+\s*[-:]?)\s*$",
    re.IGNORECASE,
)
_WEIGHT = re.compile(
    r"(?<!\w)(?:маса|вага|зріст)(?:\s+[^\W\d]+){0,4}\s*(?:[-:]|станов\w+)?\s*$", re.IGNORECASE
)
_REQUIRED = re.compile(r"(?<!\w)(?:(?:необхідн|потрібн)(?:і|их)|не\s+набра\w+)\s+$", re.IGNORECASE)
_BY_STAFF = re.compile(
    r"\s*(?:[^\W\d]+\s+)?(?:за\s+штат|за\s+норм|передбачен|запланован|необхідн)\w+", re.IGNORECASE
)
_OF_PLANNED = re.compile(
    r"(?<!\w)(?:з|із|зі)\s+(?:запланован|передбачен|необхідн)\w+\s+$", re.IGNORECASE
)
_LAW = re.compile(
    r"(?<!\w)(?:закон|порядк|положенн|постанов|кодекс|норм|правил|вимог|інструкці|статт|стандарт)\w*",
    re.IGNORECASE,
)
_PEOPLE = r"(?:осіб|особ|жител|мешкан|населен|дітей|дитин|учн|працівник|доросл)"
_HEADS = (
    r"(?<!\w)на\s+(?:кожн\w+\s+)?1(?:0|00)?(?:[\s.]?000|\s?тис\.?|\s+тисяч\w*)?"
    rf"\s+(?:[^\W\d]+\s+)?{_PEOPLE}\w*"
)
_PER_HEAD = re.compile(rf"[^,;:()\n]{{0,50}}?{_HEADS}", re.IGNORECASE)
_OF_EACH = re.compile(r"[^\S\n]+[^\W\d]+(?:\s[^\W\d]+)?\s+кож(?:ен|ний|на|не)(?!\w)", re.IGNORECASE)
_EACH_DOES = re.compile(
    r"(?<!\w)кож(?:ен|ний|на|не)\s+(?:[^\W\d]+\s+){1,3}(?:по\s+)?$", re.IGNORECASE
)
"""«Кожна дитина відвідує 2-3 заняття»."""
_FOR_HEADS = re.compile(rf"{_HEADS}[^,;:()\n]*$", re.IGNORECASE)
_HEADS_FIRST = re.compile(rf"^\s?{_HEADS}", re.IGNORECASE)
_STAGES = frozenset("етап тур прийом черга частина зміна рядок ряд підхід крок".split())
_LONGEST_CLAUSE = 40
"""Tokens."""
_LONGEST_SENTENCE = 200
"""Characters to look at, on each side of a number."""


def unreal_rule(spot: Spot) -> str:
    """The rule of a number that tells no fact of the report; or empty."""
    return next((rule for rule, holds in _RULES if holds(spot)), "")


def _is_plan(spot: Spot) -> bool:
    """`планується відкрити 2`, `заплановано 3 на наступний тиждень`, `буде висаджено 300`."""
    own = list(_clause_before(spot))
    if _AS_PLANNED.search(spot.before) or _is_task(spot, own) or _is_planned_after(spot):
        return True
    if any(_is_future(token) for token in own) or _will_be(spot) or _LEFT.search(spot.before):
        return True
    if not any(_names(token) & _PLANS for token in own):
        return bool(_NEXT.search(spot.before)) and any(map(_is_infinitive, own))
    is_open = any(_is_planned_now(token) or _is_infinitive(token) for token in own)
    is_open = is_open or bool(_STILL.search(spot.before) or _UNTIL_END.match(spot.after))
    return is_open or _NEXT.search(_sentence(spot)) is not None


def _is_task(spot: Spot, own: Sequence[Token]) -> bool:
    """«До травня оновити 15 стендів»: no word of the sentence says that anything was done."""
    if not any(map(_is_infinitive, own)):
        return False
    colon = spot.left(len(own) + 1)
    if colon is not None and colon.is_mark(":") and _is_infinitive(own[-1]):
        # «Визначено завдання: оновити 15 стендів».
        return True
    deeds = (token for token in spot.tokens if token.kind is Kind.WORD and is_predicate(token.text))
    return all(map(_is_infinitive, deeds))


def _is_planned_after(spot: Spot) -> bool:
    """«Облаштовано 11 укриттів, ще 2 планується відкрити»."""
    for token in spot.tokens[spot.place + 1 : spot.place + _LONGEST_CLAUSE]:
        if token.kind is not Kind.WORD:
            return False
        if is_predicate(token.text):
            return _is_planned_now(token)
    return False


def _is_planned_now(token: Token) -> bool:
    """«Планується закупівля 5 генераторів»; what «заплановано» may be done already."""
    now = any("pres" in one.tags for one in readings(token.text))
    return now and bool(_names(token) & _PLANS)


def _is_norm(spot: Spot) -> bool:
    """`норма – 2,1 м³`, `має вміщувати 50`, `не може перевищувати 15`, by law `не більше 5`.

    `Набрали необхідні 250 голосів` as well.
    """
    if _REQUIRED.search(spot.before) or _is_capacity(spot) or _is_establishment(spot):
        return True
    if _EXCEEDS.search(spot.before) or _ONE_THING.search(spot.before):
        return True
    own = list(_clause_before(spot))
    names = frozenset[str]().union(*map(_names, own))
    limit = _LIMIT.search(spot.before)
    if names & _NEEDS and _needs_to(own):
        return True
    if limit is None:
        return False
    is_least = bool({"не", "щонайменше"} & set(limit.group().lower().split()))
    said_by_law = _LAW.search(_sentence_before(spot)) is not None and is_least
    return said_by_law or bool(names & _ALLOWS)


def _is_capacity(spot: Spot) -> bool:
    """«6 садків на 410 місць»: what a thing is made for; «розраховано на 25 ліжок» tells a fact."""
    thing, seats = spot.left(2), spot.right()
    if spot.word_before() != "на" or thing is None or seats is None or thing.kind is not Kind.WORD:
        return False
    return (
        "місце" in lemmas(seats.text) and bool(nouns(thing.text)) and not is_predicate(thing.text)
    )


def _is_establishment(spot: Spot) -> bool:
    """«Працюють 9 з 12 за штатом»: how many there should be."""
    if _OF_PLANNED.search(spot.before):
        return True
    return spot.word_before() in {"з", "із", "зі"} and bool(_BY_STAFF.match(spot.after))


def _needs_to(own: Sequence[Token]) -> bool:
    """«Має вміщувати» is a norm, «громада має 3 школи» is none; words from the number back."""
    infinitives = [at for at, token in enumerate(own) if _is_infinitive(token)]
    needs = [at for at, token in enumerate(own) if _names(token) & _NEEDS]
    if needs and any(_names(token) & _CHANCES for token in own[: needs[0]]):
        # «Мали змогу оздоровитися 45 дітей».
        return False
    return bool(infinitives) and bool(needs) and infinitives[0] < needs[0]


def _is_rate(spot: Spot) -> bool:
    """`14 випадків на 1000 осіб`, both numbers; `автобуси на 30 місць кожен`."""
    end = spot.tokens[-1].end
    if _EACH_DOES.search(spot.before) or _OF_EACH.match(spot.plain, spot.token.end, end):
        return True
    if _PER_HEAD.match(spot.plain, spot.token.end, end) or _FOR_HEADS.search(spot.before):
        return True
    own = spot.plain[spot.token.start : spot.token.end]
    return _HEADS_FIRST.search(spot.before[-3:] + own + spot.after) is not None


def _is_in_stages(spot: Spot) -> bool:
    """`у 3 етапи`: how it is done; `у 3 етапах взяли участь` counts."""
    head = spot.right()
    if spot.word_before() not in {"у", "в"} or head is None or not lemmas(head.text) & _STAGES:
        return False
    return all(form.case != "loct" for form in nouns(head.text))


def _clause_before(spot: Spot) -> Iterator[Token]:
    """Words from the number back: past one predicate of its own, up to the next or to a mark."""
    predicates = 0
    for token in reversed(spot.tokens[max(0, spot.place - _LONGEST_CLAUSE) : spot.place]):
        if token.is_mark(";:()") or predicates > 1:
            return
        if token.is_mark(",") and predicates:
            return
        if token.kind is not Kind.WORD:
            continue
        predicates += is_predicate(token.text)
        yield token


def _will_be(spot: Spot) -> bool:
    """`300 дерев буде висаджено`."""
    for token in spot.tokens[spot.place + 1 : spot.place + _LONGEST_CLAUSE]:
        if token.kind is not Kind.WORD:
            return False
        if is_predicate(token.text):
            return "бути" in lemmas(token.text) and _is_future(token)
    return False


def _is_future(token: Token) -> bool:
    """A word that can be nothing but a verb of the future: «перебуває» may be present."""
    return all("futr" in one.tags for one in readings(token.text))


def _is_infinitive(token: Token) -> bool:
    if token.text.lower() == "бути":
        # Likelier a form of «бута», says the dictionary.
        return True
    if token.kind is not Kind.WORD or not token.text.lower().endswith(_ENDINGS):
        # «Становить» may be an infinitive, says the dictionary.
        return False
    if token.text.lower() == "діти":
        # Children; the verb is that of «подіти».
        return False
    first = readings(token.text)[0]
    return first.part == "VERB" and "infn" in first.tags


def _names(token: Token) -> frozenset[str]:
    return frozenset(lemmas(token.text)) if token.kind is Kind.WORD else frozenset()


def _sentence_before(spot: Spot) -> str:
    return spot.plain[
        max(spot.tokens[0].start, spot.token.start - _LONGEST_SENTENCE) : spot.token.start
    ]


def _sentence(spot: Spot) -> str:
    start = max(spot.tokens[0].start, spot.token.start - _LONGEST_SENTENCE)
    return spot.plain[start : min(spot.tokens[-1].end, spot.token.end + _LONGEST_SENTENCE)]


_RULES = (
    ("plan", _is_plan),
    ("norm", _is_norm),
    ("rate", _is_rate),
    ("stages", _is_in_stages),
    ("dimension", lambda spot: _WEIGHT.search(spot.before) is not None),
)
