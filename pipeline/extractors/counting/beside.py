"""Counts told side by side: the noun of the second is left out, yet it is no part of the first."""

from collections.abc import Sequence

from pipeline.extractors.counting.counts import Context
from pipeline.extractors.counting.ellipsis import IN_WORK
from pipeline.extractors.counting.found import Found, Manner
from pipeline.extractors.counting.lexicon import tells_apart, tells_completion, tells_of_intake
from pipeline.extractors.counting.noun_phrases import (
    JOINS,
    adjectives_end,
    is_modifier,
    is_receiver,
)
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import is_predicate, is_preposition, lemmas, nouns

_LONGEST_BRACKET = 60
"""Tokens."""
_DASH_AND_WORD = 2
_DONE_IN_BRACKET = 4
_LEAVING = frozenset({"звільнити", "звільнитися", "вибути", "відправити", "надіслати"})
_AGREED = ("підтрим", "погодж", "схвал", "задовол", "виріш", "заверш", "викон", "провед", "реаліз")
_REFUSED = ("відхил", "відмовл", "поверн", "відмін", "скасов", "перенес", "переадрес", "надісл")
_FORMS = {"в": "у", "із": "з", "зі": "з"}
_GOING_ON = IN_WORK - {"контролі", "виконанні"}
_DEAD = frozenset({"загинути", "померти"})
_BESIDES = frozenset({"ще", "також", "додатково"})


def stands_beside(context: Context, at: int, found: Found) -> bool:
    """Whether a number without a noun is told beside the count `at`, which has one."""
    if _is_done_of_it(context, at, found):
        return False
    return (
        _is_left_over(context, at, found)
        or _has_own_predicate(context, at, found.place)
        or _is_another(context, found)
        or _is_other_deed(context, at, found)
        or _is_leaving(context, found)
        or _is_parallel(context, at, found)
        or _shares_bracket(context, at, found)
        or _is_another_kind(context, at, found)
        or _is_added(context, at, found)
        or _is_share(context, found)
        or _is_denied(context, at, found)
        or _is_elsewhere(context, at, found)
        or _is_of_number(context, found)
    )


def _is_done_of_it(context: Context, at: int, found: Found) -> bool:
    """«Вручено 44 приписи (виконано 31)»: a bracket that says nothing but what became of them."""
    tokens, one = context.passage.tokens, context.counts[at].found
    near = tokens[found.place - 2 : found.place + 2] if found.place > one.place + 2 else ()
    if len(near) < _DONE_IN_BRACKET or not (near[0].is_mark("(") and near[3].is_mark(")")):
        return False
    return one.end == found.place - 2 and is_predicate(near[1].text)


def _is_left_over(context: Context, at: int, found: Found) -> bool:
    """«Виконано 329 заявок, 17 – у роботі»: what is not done yet is no part of what is."""
    tokens = context.passage.tokens
    after = [token.text.lower() for token in tokens[found.place + 1 : found.place + 5]]
    one = context.counts[at].found
    told = {token.text.lower() for token in tokens[one.start : one.end]}
    if told & _GOING_ON:
        # «3 проєкти на стадії реалізації, 2 завершено».
        return True
    deed = _deed(tokens, 0, one.place)
    is_done = deed is not None and tells_completion(lemmas(deed))
    return is_done and bool(IN_WORK & set(after))


def _has_own_predicate(context: Context, at: int, before: int) -> bool:
    """«312 звернень вирішено, на 149 дано роз'яснення»: told side by side, none is part."""
    tokens = context.passage.tokens
    start = context.counts[at].found.place
    end = next((one for one in range(start, before) if tokens[one].is_mark(",;:(")), before)
    return any(is_predicate(token.text) for token in tokens[start:end])


def _is_other_deed(context: Context, at: int, found: Found) -> bool:
    """«Укладено 26 договорів, поновлено 9»: two deeds; what came in may be dealt with.

    «Надійшло 30 заяв, задоволено 12» are parts; «отримано 120 листів, відправлено 90» are none.
    """
    tokens = context.passage.tokens
    place = context.counts[at].found.place
    first = _deed(tokens, 0, place)
    if first is not None and _is_refused(first, tokens, found):
        return True
    if first is not None and lemmas(first) & _DEAD:
        # «Загинуло 87 захисників, 23 зникли безвісти, 8 – у полоні».
        return True
    done = _deed(tokens, place, found.place) or _deed_after(tokens, place, found.place)
    if done is None:
        return False
    if tells_apart(lemmas(done)):
        return True
    return first is not None and not tells_of_intake(lemmas(first))


def _is_refused(first: str, tokens: Sequence[Token], found: Found) -> bool:
    """«Підтримано 587 проєктів, 25 відхилено», «завершено 9, 2 не відбулися»: none of those."""
    near = (token for token in tokens[found.place + 1 : found.place + 3] if not token.is_mark("-"))
    after = [token.text.lower() for token in near][:1]
    agreed = first.lower().startswith(_AGREED)
    return agreed and any(word == "не" or word.startswith(_REFUSED) for word in after)


def _is_leaving(context: Context, found: Found) -> bool:
    """«Прийнято 9 лікарів, 3 звільнено»: others; «навчалося 57 осіб, 12 отримали …» are of them."""
    after = context.passage.tokens[found.place + 1 : found.place + 2]
    return any(
        token.kind is Kind.WORD and is_predicate(token.text) and set(lemmas(token.text)) & _LEAVING
        for token in after
    )


def tells_of_leaving(context: Context, found: Found) -> bool:
    """«212 осіб, прийнято 5, звільнено 7»: those who left are none of them."""
    last = context.counts[context.own[-1]].found.place
    words = context.passage.tokens[last + 1 : found.place]
    return any(tells_apart(lemmas(token.text)) for token in words if token.kind is Kind.WORD)


def _deed(tokens: Sequence[Token], start: int, number: int) -> str | None:
    """The predicate nearest before a number, in its clause."""
    for token in reversed(tokens[start:number]):
        if token.is_mark(",;:()"):
            return None
        if token.kind is Kind.WORD and is_predicate(token.text):
            return token.text
    return None


def _deed_after(tokens: Sequence[Token], place: int, number: int) -> str | None:
    """«Надано відповідь на 18 запитів; 3 переадресовано»: after a semicolon something new."""
    is_parted = any(token.is_mark(";") for token in tokens[place:number])
    after = [token.text for token in tokens[number + 1 : number + 2] if token.kind is Kind.WORD]
    return next((word for word in after if is_parted and is_predicate(word)), None)


def _is_another(context: Context, found: Found) -> bool:
    """«Задоволено 44 запити, ще 7 направлено»: besides, not among them."""
    tokens, at = context.passage.tokens, found.place - 1
    # «Ще у 2 роботи тривають».
    at -= at > 0 and is_preposition(tokens[at].text)
    return at >= 0 and tokens[at].text.lower() in _BESIDES


def _is_parallel(context: Context, at: int, found: Found) -> bool:
    """«5 записів про народження, 2 – про шлюб»: the same preposition, another thing."""
    tokens = context.passage.tokens
    one = context.counts[at].found
    # «402 дописи – у Facebook, 275 – у Telegram»: the dash ends the phrase.
    is_dashed = any(token.is_mark("-") for token in tokens[one.end : one.end + 1])
    end = one.end + (2 if is_dashed else 0)
    after_both = [token for own in (one, found) for token in tokens[own.place + 1 : own.place + 2]]
    if len(after_both) > 1 and all(token.is_mark("-") for token in after_both):
        # «Протоколів: 12 – за ст. 173, 8 – за ст. 184».
        return True
    told = [_aim(token) for token in tokens[one.start : end] if is_preposition(token.text)]
    after = [_aim(token) for token in tokens[found.place + 1 : found.place + 3]]
    if len(after) < _DASH_AND_WORD:
        return False
    # «9 довідок про склад та 5 про доходи».
    is_joined = tokens[found.place - 1].text.lower() in JOINS and after[0] in told
    is_told = is_joined or after[1] in told
    return is_told or _has_receivers(tokens, one, found) or _has_attributes(tokens, one, found)


def _aim(token: Token) -> str:
    """A preposition in one form: «в» and «у», «з» and «із» are the same."""
    return _FORMS.get(token.text.lower(), token.text.lower())


def _is_share(context: Context, found: Found) -> bool:
    """«Знижку 100 % мали 22 дитини, 50 % – 9»: each share has its own."""
    near = context.passage.tokens[max(0, found.place - 2) : found.place]
    return [one.text for one in near] == ["%", "-"]


def _is_denied(context: Context, at: int, found: Found) -> bool:
    """«8 рішень на користь ради, 2 – не на користь»: none of the eight."""
    tokens, one = context.passage.tokens, context.counts[at].found
    words = [token.text.lower() for token in tokens[found.place + 1 : found.place + 4]]
    told = {token.text.lower() for token in tokens[one.start : one.end]}
    return words[:2] == ["-", "не"] and bool(told.intersection(words[2:]))


def _is_elsewhere(context: Context, at: int, found: Found) -> bool:
    """«У 8-Б класі 28 учнів, у 9-А – 24», «дітям від 6 років – 97, від 3 – 74»."""
    tokens = context.passage.tokens
    if not found.place or not tokens[found.place - 1].is_mark("-"):
        return False
    first = _clause_start(tokens, context.counts[at].found.place)
    second = _clause_start(tokens, found.place - 1)
    said = {_aim(token) for token in tokens[first : context.counts[at].found.place]}
    aim = _aim(tokens[second])
    return first < second and aim in said and is_preposition(aim)


def _is_of_number(context: Context, found: Found) -> bool:
    """«У філії № 3 – 412, № 4 – 380»: each has its own."""
    near = context.passage.tokens[max(0, found.place - 2) : found.place]
    quantity = near[0].quantity if near else None
    is_range = quantity is not None and quantity.value_max is not None
    # «Дітям від 6 до 10 років – 97, від 3 до 6 – 74» as well.
    return len(near) > 1 and near[1].is_mark("-") and (is_range or near[0].rule == "numbered")


def _clause_start(tokens: Sequence[Token], place: int) -> int:
    marks = [at for at in range(place) if tokens[at].is_mark(",;:()")]
    return marks[-1] + 1 if marks else 0


def _is_another_kind(context: Context, at: int, found: Found) -> bool:
    """«90 продуктових наборів, 60 гігієнічних»; «18 звернень, 4 усних» are parts."""
    tokens, one = context.passage.tokens, context.counts[at].found
    before = tokens[found.place - 1] if found.place > 0 else None
    is_joined = before is not None and (before.text.lower() in JOINS or before.is_mark(","))
    has_kind = one.place + 1 < len(tokens) and is_modifier(tokens[one.place + 1])
    further = [context.counts[own] for own in context.own if own > at]
    follows = all(own.found.manner is Manner.ELLIPTIC and own.whole is None for own in further)
    return (
        is_joined and has_kind and follows and adjectives_end(tokens, found.place + 1) == found.end
    )


def _is_added(context: Context, at: int, found: Found) -> bool:
    """«17 змаганнях обласного та 6 – всеукраїнського рівня»: joined right after the count."""
    tokens, one = context.passage.tokens, context.counts[at].found
    near = tokens[found.place - 1 : found.place + 2]
    is_joined = len(near) > 2 and near[0].text.lower() in JOINS and near[2].is_mark("-")
    return is_joined and one.end == found.place - 1


def _has_receivers(tokens: Sequence[Token], one: Found, found: Found) -> bool:
    """«75 посвідчень ветеранам, 23 – учасникам»: both tell to whom."""
    own = any(is_receiver(token.text) for token in tokens[one.start + 1 : one.end])
    return own and any(is_receiver(token.text) for token in tokens[found.start : found.end])


def _has_attributes(tokens: Sequence[Token], one: Found, found: Found) -> bool:
    """«26 випадків грипу, 8 – туберкульозу»: both tell of what in the genitive."""
    dash, word = tokens[found.place + 1 : found.place + 3]
    if one.head is None or not dash.is_mark("-") or one.end != one.head + 2:
        return False
    return _is_of_thing(tokens[one.head + 1]) and _is_of_thing(word)


def _is_of_thing(token: Token) -> bool:
    """A noun in the genitive that is nobody: «заяв громадян, 12 – пенсіонерів» are parts."""
    forms = nouns(token.text) if token.kind is Kind.WORD else ()
    genitives = [form for form in forms if form.case == "gent"]
    is_thing = bool(genitives) and not any(form.animate for form in genitives)
    return is_thing and not is_modifier(token)


def _shares_bracket(context: Context, at: int, found: Found) -> bool:
    """«320 користувачів (дітей 110, юнацтва 48)»: items of one bracket are no parts of another."""
    tokens = context.passage.tokens
    near = range(found.place - 1, max(0, found.place - _LONGEST_BRACKET), -1)
    opening = next((at for at in near if tokens[at].is_mark("()")), 0)
    is_open = bool(opening) and tokens[opening].is_mark("(")
    return is_open and context.counts[at].found.place > opening
