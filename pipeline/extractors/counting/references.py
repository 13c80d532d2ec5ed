"""Numbers that name instead of counting: articles, rooms, acts, schools, models."""

import re

from pipeline.extractors.counting.ellipsis import IN_WORK, is_total_there
from pipeline.extractors.counting.phrases import Phrase
from pipeline.extractors.counting.quantities import is_of_article
from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.months import is_month
from pipeline.ukrainian.morphology import is_predicate, is_preposition, lemmas, nouns

_ARTICLES = frozenset(
    "ст стаття ч частина п пп пункт підпункт абз абзац розділ глава додаток форма таблиця табл"
    " рисунок рис мал малюнок графа рядок параграф".split()
)
_POINTS = frozenset({"п", "пп", "підп"})
_WHOLES = frozenset({"стаття", "частина", "пункт", "підпункт", "абзац", "розділ"})
_NUMBERED = frozenset(
    "лот том стор сторінка каб кабінет кім кімната буд будинок корп корпус кв квартира під'їзд"
    " поверх маршрут тел телефон лінія спецлінія номер індекс код школа ліцей гімназія"
    " дільниця".split()
)
_ACTS = frozenset(
    "закон указ постанова розпорядження наказ рішення протокол договір ухвала лист порядок".split()
)
_NEVER_NUMBERED = frozenset(
    "участь допомога діяльність навчання лікування реєстрація підготовка робота служба категорія"
    " кваліфікація звання статус освіта атестація".split()
)
_EMERGENCY = frozenset({"101", "102", "103", "104", "112"})
_OPENING = frozenset({"числі", "решта", "разом", "вже", "уже", "решті", "решту"})
"""«У тому числі 6» opens a list, «числа 6» would name a number; «решта 6» are the others."""
_LONGEST_LIST = 60
_CODE = re.compile(r"КУпАП|КЗпП|КК|КПК|КАСУ?|ЦК|ЦПК|СК|ЗК|ГК|ГПК|ПК|БК|(?:К|ЦК|СК|ЗК|ГК|ПК|БК|КП)У")
_BETWEEN = frozenset({"та", "і", "й", "або"})
_CARRIED_ON = frozenset({"phone", "law", "numbered", "clock"})


def refers(spot: Spot, phrase: Phrase | None) -> str:
    """The rule of `ст. 184`, `п.п. 3, 5`, `каб. 12`; empty for other numbers."""
    if phrase is not None and phrase.lemmas & _ACTS and _is_point_of_act(spot):
        return "article"
    if phrase is not None and phrase.lemmas & _WHOLES and lemmas(spot.word_before()) & _WHOLES:
        # «Частини 1 статті 26».
        return "article"
    phrase = None if phrase is not None and _is_of_code(spot, phrase) else phrase
    at = _start_of_list(spot, phrase)
    if at < spot.place - 1 and _tells_by_what(spot):
        return ""
    if 0 <= at < spot.place - 1 and spot.tokens[at].rule in _CARRIED_ON:
        return spot.tokens[at].rule
    if at > 0 and spot.tokens[at].is_mark('."'):
        at -= 1
    if at < 0 or spot.tokens[at].kind is not Kind.WORD or _is_lone_letter(spot, at):
        return ""
    return _rule_of_word(spot, at, phrase)


def _tells_by_what(spot: Spot) -> bool:
    """«14 справ за ст. 130, 5 – за ст. 173-2»: five of them, no article."""
    dash, preposition = spot.right(), spot.right(2)
    is_comma = spot.place > 0 and spot.tokens[spot.place - 1].is_mark(",;")
    if not is_comma or dash is None or preposition is None or not dash.is_mark("-"):
        return False
    return preposition.text.lower() == "за"


def _is_point_of_act(spot: Spot) -> bool:
    """«На виконання п.п. 3, 4 рішення»: the points of an act, not four of them."""
    at = _start_of_list(spot, None)
    if not 0 < at < spot.place - 1 or not spot.tokens[at].is_mark("."):
        return False
    return spot.tokens[at - 1].text.lower() in _POINTS


def _start_of_list(spot: Spot, phrase: Phrase | None) -> int:
    """Index of the token before `121, 126 та 130`, seen from any of them."""
    at = spot.place - 1
    is_free = phrase is None or phrase.rule == "ordinal"
    first = max(0, at - _LONGEST_LIST)
    while at >= first and is_free and _goes_on(spot, at):
        at -= 1
    return at


def _is_of_code(spot: Spot, phrase: Phrase) -> bool:
    """«Статей 24, 116, 117 КЗпП»: articles of a code of law."""
    return phrase.head is not None and _CODE.fullmatch(spot.tokens[phrase.head].text) is not None


def _goes_on(spot: Spot, at: int) -> bool:
    token = spot.tokens[at]
    if token.kind is Kind.NUMBER:
        return True
    between = token.is_mark(",-") or token.text in _BETWEEN
    if not between or at == 0 or spot.tokens[at - 1].kind not in {Kind.NUMBER, Kind.WHOLE}:
        return False
    if not token.is_mark("-"):
        return True
    if spot.tokens[at - 1].rule == "phone" or _labels(spot, at):
        # «До служби 103 – 412»: so many calls.
        return False
    rises = _rises(spot.tokens[at - 1], spot.tokens[at + 1])
    return rises and not is_of_article(spot.tokens, at - 1)


def _labels(spot: Spot, dash: int) -> bool:
    """«Ліцей № 5 – 12»: a dash between spaces after one thing; «будинки № 5 – 12» are many."""
    number, sign, after = spot.tokens[dash - 1 : dash + 2]
    is_spaced = number.end < sign.start and sign.end < after.start
    word = spot.tokens[dash - 2].text if dash > 1 else ""
    forms = nouns(word)
    is_one = not forms or any(form.singular for form in forms)
    return is_spaced and number.kind is Kind.WHOLE and number.text.startswith("№") and is_one


def _rises(first: Token, last: Token) -> bool:
    """«Ст. 121 - 126» is a range; in «за ст. 178 – 8» eight is how many."""
    if first.quantity is None or last.quantity is None:
        return True
    return first.quantity.value < last.quantity.value


def _is_lone_letter(spot: Spot, at: int) -> bool:
    """`п`, `ч` are abbreviations only with a point, and not in «у т. ч. 1 дитина»."""
    if len(spot.tokens[at].text) > 1:
        return False
    in_number = at > 1 and spot.tokens[at - 2].text.lower() == "т"
    return in_number or not spot.tokens[at + 1].is_mark(".")


def _rule_of_word(spot: Spot, at: int, phrase: Phrase | None) -> str:
    word = spot.tokens[at].text.lower()
    names = lemmas(word) | {word}
    is_short = spot.tokens[at + 1].is_mark(".")
    counts_nothing = phrase is None or bool(phrase.rule)
    if names & _ARTICLES and len(word) > 3 and all(form.singular for form in nouns(word)):
        # «До пункту 4 розпорядження»: no four orders.
        return "article"
    if names & _ARTICLES and (is_short or counts_nothing):
        return "article"
    is_named = is_short or counts_nothing or spot.token.text in _EMERGENCY
    return "numbered" if names & _NUMBERED and is_named else ""


def names_thing(spot: Spot) -> str:
    """The rule of `Постанови КМУ 835`, `ліцей 5`, `Windows 10`; empty for other numbers."""
    left = spot.left()
    if left is not None and left.is_mark('"') and spot.place > 1:
        return names_thing(spot.at(spot.place - 1))
    if left is None or re.search(r"\d\s\d", spot.token.text):
        # «Українською мовою 25 107»: a name is no thousand written in groups.
        return ""
    named = None if is_total_there(spot) else _numbered_thing(spot)
    if named is not None and not _is_done_with(spot):
        return "law" if lemmas(named.text) & _ACTS else "numbered"
    return "name" if _is_name(left, is_first=spot.place == 1) else ""


def _numbered_thing(spot: Spot) -> Token | None:
    """A noun that can only be singular; up to two abbreviations may stand between."""
    at = spot.place - 1
    while at > 0 and spot.place - at <= 2 and _is_abbreviation(spot.tokens[at].text):
        at -= 1
    word = spot.tokens[at]
    if word.text.lower() in _OPENING | IN_WORK or is_month(word.text):
        return None
    if word.kind is not Kind.WORD or is_predicate(word.text) or word.end == spot.token.start:
        return None
    forms = nouns(word.text)
    is_act = any(form.lemma in _ACTS for form in forms)
    many = any(form.plural and (form.case == "gent" or not is_act) for form in forms)
    if at == spot.place - 1 and many:
        return None
    return word if any(form.singular and form.known for form in forms) else None


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _is_done_with(spot: Spot) -> bool:
    """«Знято з обліку 14»: a predicate, a preposition, its noun; the number is the object.

    «Отримали допомогу 12» as well: nobody numbers help.
    """
    verb, preposition, thing = spot.left(3), spot.left(2), spot.left()
    if preposition is None or thing is None:
        return False
    if is_predicate(preposition.text) and lemmas(thing.text) & _NEVER_NUMBERED:
        return True
    # «У вирішенні 24 відмовлено».
    told = (one.text for one in (verb, spot.right()) if one is not None)
    return any(map(is_predicate, told)) and is_preposition(preposition.text)


def _is_name(left: Token, *, is_first: bool) -> bool:
    """A Latin word, or a capitalised one inside a sentence: `Windows 10`, `Газель 33`."""
    if left.kind is not Kind.WORD:
        return False
    return left.text.isascii() or (left.text[:1].isupper() and not is_first)
