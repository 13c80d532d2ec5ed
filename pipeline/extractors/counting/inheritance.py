"""From where a count without a noun takes its own.

From its whole; from the count before it in the sentence; from the count or the bare noun that
introduces the list: «Надійшло звернень: 12 письмових, 3 усних».
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.counting.bare_nouns import Noun, last_noun
from pipeline.extractors.counting.counts import Context
from pipeline.extractors.counting.found import Found, Manner
from pipeline.extractors.counting.labels import AMOUNTS, names_amount
from pipeline.extractors.counting.lexicon import (
    DEFAULT_UNIT,
    PERSONS,
    unit_of,
)
from pipeline.extractors.counting.noun_phrases import (
    counted_forms,
    find_head,
    is_modifier,
    is_receiver,
    phrase_end,
)
from pipeline.extractors.counting.parts import is_shut
from pipeline.extractors.counting.persons import is_of_persons, is_of_persons_alone
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.months import is_month
from pipeline.ukrainian.morphology import is_predicate, is_preposition, lemmas, nouns

_CLASSES = frozenset({"категорія", "група", "вік", "стать", "статус", "форма"})
"""«478 вихованців, з них пільгових категорій – 96»: of pupils, not of categories."""

_OF_TIME = frozenset(
    "торік початок той самий період рік минулий попередній аналогічний відповідний квартал р"
    " місяць".split()
)
_ABOUT = frozenset({"понад", "близько", "біля"})
_NUMBER = frozenset({"кількість", "число", "чисельність"})
_TOTALS = frozenset({"всього", "усього", "разом", "загалом"})
_CONCERNING = frozenset({"стосуватися", "торкатися", "щодо"})


_OF_PERSONS = Noun(lemmas=frozenset({"особа"}), unit=PERSONS)


def noun_of(context: Context, found: Found, whole: int | None) -> Noun | None:
    """The noun of a count: its own or inherited; None where a noun is needed and none is found."""
    topic = _of_topic(context, found) or _of_another_time(context, found)
    if topic is not None:
        return topic
    sibling = _sibling_with_noun(context, found)
    if sibling is not None:
        return _noun(context, sibling)
    is_class = whole is not None and found.manner is Manner.LABEL and found.lemmas <= _CLASSES
    if found.bare or (found.lemmas and not is_class):
        return Noun(lemmas=found.lemmas, unit=found.unit)
    inherited = _inherited(context, found, whole)
    if inherited is None:
        # A label says by itself what it counts, even if no noun of it is counted.
        return Noun(unit=found.unit) if found.manner is Manner.LABEL else None
    unit = inherited.unit if found.unit == DEFAULT_UNIT else found.unit
    return Noun(lemmas=inherited.lemmas, unit=unit, token=inherited.token)


def _inherited(context: Context, found: Found, whole: int | None) -> Noun | None:
    inherited = _from_counts(context, found, whole) or _without_number(context, found)
    if inherited is None and found.manner is Manner.ELLIPTIC:
        inherited = _told_later(context, found)
    if inherited is None or (inherited.token is None and not found.bare):
        inherited = _receivers(context, found) or inherited
    if inherited is None:
        return _OF_PERSONS if is_of_persons(context, found) else None
    is_thing = whole is None and inherited.unit == DEFAULT_UNIT
    return _OF_PERSONS if is_thing and is_of_persons_alone(context, found) else inherited


def _of_topic(context: Context, found: Found) -> Noun | None:
    """«Найбільше запитів стосувалося: бюджету – 13»: the label is a topic, requests are counted."""
    if found.manner is not Manner.LABEL or found.bare:
        return None
    questions = [at for at in context.own if _is_on_questions(context, at)]
    if questions and context.counts[questions[0]].lemmas:
        return _noun(context, questions[0])
    tokens = context.passage.tokens
    colon = next((at for at in range(found.start, 0, -1) if tokens[at].is_mark(":")), 0)
    place, end = context.number, colon
    if not colon and context.passage.lead is not None:
        place = context.passage.lead
        end = len(context.passages[place].tokens) - 1
    passage = context.passages[place]
    heading = passage.tokens[: max(0, end)]
    if found.head is not None and not any(token.quantity for token in heading):
        # «Кількість випускників: ліцей № 5 – 12».
        amount = _of_amount(heading) if heading and lemmas(heading[0].text) & _NUMBER else None
        if amount is not None and not found.lemmas & {"особа"}:
            return amount
    if end < 1 or not lemmas(passage.tokens[end - 1].text) & _CONCERNING:
        return None
    return last_noun(passage, end)


def _is_on_questions(context: Context, at: int) -> bool:
    """«Надійшло звернень з питань освіти – 51, земельних відносин – 19»: topics of appeals."""
    one = context.counts[at].found
    words = [token.text.lower() for token in context.passage.tokens[one.start : one.end]]
    return one.manner is Manner.LABEL and "питань" in words and words[0] not in {"питань", "з"}


def _of_another_time(context: Context, found: Found) -> Noun | None:
    """«Ветеранам – 377 (у 2024 р. за той самий період – 412)»: the label is nothing but a time."""
    tokens = context.passage.tokens
    opening = next((at for at in range(found.place, 0, -1) if tokens[at].is_mark("()")), 0)
    words = tokens[opening + 1 : found.place]
    is_open = bool(opening) and tokens[opening].is_mark("(")
    timed = any(one.kind is not Kind.MARK for one in words) and all(map(_tells_time, words))
    is_bare = found.manner is Manner.LABEL or (found.manner is Manner.ELLIPTIC and not found.lemmas)
    if not (is_bare and is_open and timed and context.own):
        return None
    noun = _noun(context, context.own[-1])
    told = context.counts[context.own[-1]].found
    at = told.start if noun.token is None or told.head is None else told.head
    if noun.token not in {None, tokens[at]}:
        return noun
    return replace(noun, token=_with_kind(tokens, at))


def _with_kind(tokens: Sequence[Token], at: int) -> Token:
    """«Колективних звернень – 21 (торік – 17)»: 17 are of this kind as well."""
    first = at
    while first > 0 and is_modifier(tokens[first - 1]):
        first -= 1
    return replace(tokens[at], start=tokens[first].start)


def _tells_time(token: Token) -> bool:
    if token.kind is Kind.WHOLE:
        return token.rule in {"year", "period"}
    word = token.text
    is_time = is_preposition(word) or is_month(word) or bool(lemmas(word) & _OF_TIME)
    return is_time if token.kind is Kind.WORD else token.is_mark("-:.")


def _told_later(context: Context, found: Found) -> Noun | None:
    """«Госпіталізовано 12, виписано 9, помер 1 пацієнт»: the last of such counts has the noun."""
    tokens, at = context.passage.tokens, found.place
    while (
        at + 3 < len(tokens) and tokens[at + 1].is_mark(",") and is_predicate(tokens[at + 2].text)
    ):
        at += 3
        if tokens[at].quantity is None:
            return None
        head = find_head(tokens, at + 1)
        if head is not None:
            forms = counted_forms(tokens[head].text)
            names = frozenset(form.lemma for form in forms)
            return Noun(lemmas=names, unit=unit_of(forms), token=tokens[head])
    return None


def _receivers(context: Context, found: Found) -> Noun | None:
    """«Виплачено допомогу: 15 – ветеранам»: where nothing else is counted, those who received."""
    tokens = context.passage.tokens
    head = find_head(tokens, found.start) if found.manner is Manner.ELLIPTIC else None
    if head is None or head >= found.end or not is_receiver(tokens[head].text):
        return None
    forms = counted_forms(tokens[head].text)
    return Noun(lemmas=frozenset(form.lemma for form in forms), unit=unit_of(forms))


def _sibling_with_noun(context: Context, found: Found) -> int | None:
    """«У місті – 12 родин, у селі – 8»: the label before said the noun for those that follow."""
    if found.manner is not Manner.LABEL or found.bare:
        return None
    if found.lemmas and names_amount(context.passage.tokens[found.start : found.end]):
        return None
    for at in reversed(context.own):
        one = context.counts[at].found
        if one.manner is Manner.GOVERNED:
            signs = [
                context.passage.tokens[place - 1]
                for place in (one.place, found.place)
                if place and context.passage.tokens[place - 1].is_mark("-(")
            ]
            is_pair = len(signs) == 2 and signs[0].text == signs[1].text
            return at if is_pair else None
        if one.manner is not Manner.LABEL:
            return None
    return None


def _from_counts(context: Context, found: Found, whole: int | None) -> Noun | None:
    if whole is not None:
        return _noun(context, whole)
    own = [at for at in context.own if context.counts[at].lemmas]
    # «Колективних звернень – 67 (підписали 940 осіб), повторних – 39» are appeals again.
    known = [at for at in own if not is_shut(context.passage, context.counts[at], found.place)]
    known = known or own
    # «Звернень надійшло 19 від 308 осіб, повторних – 7» are appeals again.
    known = [at for at in known if not _is_bound(context, at)] or known
    # «71 медаль: золотих 25, срібних 22» are medals.
    known = [at for at in known if not context.is_kind(at)] or known
    if found.manner is Manner.LABEL and _says_nothing(context, found):
        # «Дороги – 117, інше – 130»: no roads.
        known = [at for at in known if context.counts[at].found.manner is not Manner.LABEL]
    elif (heading := _of_heading(context, found, known)) is not None:
        return heading
    amount = None if known else _of_amount(context.passage.tokens[: found.place])
    if amount is not None:
        return amount
    goes_on = context.passage.lead is not None or _says_where(context, found)
    if not known and (goes_on or found.manner is not Manner.LABEL):
        known = _topmost(context, [at for at in context.earlier if context.counts[at].lemmas])
    return _noun(context, known[-1]) if known else None


def _of_heading(context: Context, found: Found, known: Sequence[int]) -> Noun | None:
    """«Надано послуг: зняття – 84, паспортні – 96, всього – 180»: services again."""
    tokens = context.passage.tokens
    is_label = found.manner is Manner.LABEL
    near = tokens[max(0, found.place - 2) : found.place]
    words = (
        tokens[found.start : found.end] if is_label else [one for one in near if one.text != "-"]
    )
    says_kind = all(token.text.lower() in _TOTALS for token in words[-1:])
    says_kind = says_kind or (is_label and all(map(is_modifier, words)))
    colons = [at for at in range(min(found.start, found.place)) if tokens[at].is_mark(":")]
    if not words or not says_kind or not colons:
        return None
    manners = {context.counts[at].found.manner for at in known}
    starts = [context.counts[at].found.start for at in known]
    is_listed = manners == {Manner.LABEL} and min(starts) > colons[-1]
    return last_noun(context.passage, colons[-1]) if is_listed else None


def _topmost(context: Context, known: list[int]) -> list[int]:
    """«604 проєкти: рішень – 420, розпоряджень – 184. Повернуто 17»: no orders but drafts."""
    known = [at for at in known if context.counts[at].whole is None] or known
    for nth, at in enumerate(known[:-1]):
        one = context.counts[at].found
        after = context.passages[one.passage].tokens[one.place : one.end + 1]
        total = sum(context.counts[part].value for part in known[nth + 1 :])
        if after and after[-1].is_mark(":") and total == context.counts[at].value:
            return known[: nth + 1]
    return known


def _says_nothing(context: Context, found: Found) -> bool:
    words = context.passage.tokens[found.start : found.end]
    return len(words) == 1 and words[0].text.lower() == "інше"


def _of_amount(tokens: Sequence[Token]) -> Noun | None:
    """«Кількість гуртків зросла з 34»: circles, whatever else; «про склад сім'ї» counts none."""
    for at in range(len(tokens) - 2, -1, -1):
        genitives = tuple(form for form in nouns(tokens[at + 1].text) if form.case == "gent")
        is_bound = at > 0 and is_preposition(tokens[at - 1].text)
        if genitives and not is_bound and lemmas(tokens[at].text) & AMOUNTS:
            names = frozenset(form.lemma for form in genitives)
            # «Кількість реєстрацій шлюбів зросла»: of marriages.
            last = tokens[phrase_end(tokens, at + 1) - 1]
            noun = replace(tokens[at + 1], end=last.end)
            return Noun(lemmas=names, unit=unit_of(genitives), token=noun)
    return None


def _says_where(context: Context, found: Found) -> bool:
    """«На обліку 64 дитини. Під опікою – 49»: the label says where, not what is counted."""
    near = context.passage.tokens[max(0, found.start - 1) : found.start + 1]
    return not found.lemmas and any(is_preposition(token.text) for token in near)


def _is_bound(context: Context, at: int) -> bool:
    found = context.counts[at].found
    before = context.passages[found.passage].tokens[max(0, found.place - 1) : found.place]
    # «Понад 60 будинків, знищено 9» are houses.
    return any(is_preposition(token.text) and token.text.lower() not in _ABOUT for token in before)


def _noun(context: Context, at: int) -> Noun:
    count = context.counts[at]
    token = count.noun
    if token is None and count.found.head is not None:
        token = context.passages[count.found.passage].tokens[count.found.head]
    return Noun(lemmas=count.lemmas, unit=count.unit, token=token)


def _without_number(context: Context, found: Found) -> Noun | None:
    """The noun in the same passage before the number, or in the one that leads to it."""
    if found.manner is not Manner.LABEL:
        own = last_noun(context.passage, found.place)
        if own is not None:
            return own
    if context.passage.lead is None:
        return None
    lead = context.passages[context.passage.lead]
    return last_noun(lead, len(lead.tokens))
