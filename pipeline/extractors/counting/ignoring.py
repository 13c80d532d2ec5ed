"""Numbers that count nothing, told by the words around them; each by the name of its rule."""

import re
from collections.abc import Sequence

from pipeline.extractors.counting.phrases import Phrase
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import is_predicate, is_preposition, lemmas, nouns
from pipeline.ukrainian.periods import is_month

_ARTICLES = frozenset(
    "ст стаття ч частина п пп пункт підпункт абз абзац розділ глава додаток форма таблиця табл"
    " рисунок рис мал малюнок графа рядок параграф".split()
)
_NUMBERED = frozenset(
    "лот том стор сторінка каб кабінет кім кімната буд будинок корп корпус кв квартира під'їзд"
    " маршрут тел телефон лінія спецлінія номер індекс код школа ліцей гімназія дільниця".split()
)
_ACTS = frozenset(
    "закон указ постанова розпорядження наказ рішення протокол договір ухвала лист порядок".split()
)
_EMERGENCY = frozenset({"101", "102", "103", "104", "112"})
_STREET = re.compile(
    r"(?<!\w)(?:вул|вулиц\w{1,3}|просп\w*|пров\w*|бульв\w*|пл|площ[аіу]|майдан\w*|мкр|мікрорайон\w*)"
    r"\.?\s+[^;:()\d]{2,40}?[,\s]\s*(?:буд\w*\.?\s*)?(?:\d+\s?\w?\s*(?:,|та|і|-)\s*)*$",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?<!\w)(?:вік\w*|старш\w+|молодш\w+|до|від|після|понад|досяг\w+|виповн\w+)\s*"
    r"(?:\d+\s*)?(?:від|до|понад|за|років|-)?\s*$",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?<!\w)(?:сум[аіоу]\w*|варт\w+|цін\w+|кошт\w+|бюджет\w*|субвенці\w+)\s*(?:в|у)?\s*(?:розмірі)?"
    r"\s*(?:-|:|станов\w+|склад\w+|понад|близько|майже)?\s*(?:понад|близько|майже)?\s*$",
    re.IGNORECASE,
)
_DIMENSION = re.compile(
    r"(?<!загальною )(?<!\w)(?:площею|довжиною|шириною|висотою|глибиною|вагою|масою|протяжністю"
    r"|потужністю|місткістю|діаметром|ємністю|товщиною|завдовжки|відстан\w+|радіус\w+|об'ємом)"
    r"\s*(?:близько|понад|до|від|майже)?\s*$",
    re.IGNORECASE,
)
_DISABILITY = re.compile(r"інвалід", re.IGNORECASE)
_COMPARING = frozenset({"більше", "менше"})
_BY = re.compile(r"(?<!\w)на\s+(?:\d[\d ]*\s\w+\s(?:та|і|й)\s)?$", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?<!\w)(?:зрос\w+|збільш\w+|зменш\w+|скорот\w+|знизи\w+|впа\w+)\s+(?:\w+\s+){0,3}на\s+$",
    re.IGNORECASE,
)
_YEARS = range(1985, 2051)


def refers(tokens: Sequence[Token], place: int, phrase: Phrase | None) -> str:
    """`ст. 184`, `п.п. 3, 5`, `каб. 12`: the number is the name of a part or of a thing."""
    at = place - 1
    is_free = phrase is None or phrase.rule == "ordinal"
    while at >= 0 and is_free and _goes_on(tokens, at):
        at -= 1
    if 0 <= at < place - 1 and tokens[at].rule in {"phone", "law", "numbered", "clock"}:
        return tokens[at].rule
    if at >= 0 and tokens[at].is_mark(".") or at > 0 and tokens[at].is_mark('"'):
        at -= 1
    if at < 0 or tokens[at].kind is not Kind.WORD:
        return ""
    word = tokens[at].text.lower()
    is_letter = len(word) == 1
    if is_letter and at > 1 and tokens[at - 2].text.lower() == "т":
        return ""  # «у т. ч. 1 дитина»
    if is_letter and not tokens[at + 1].is_mark("."):
        return ""
    names = lemmas(word) | {word}
    if names & _ARTICLES and (tokens[at + 1].is_mark(".") or phrase is None or phrase.rule):
        return "article"
    if not names & _NUMBERED:
        return ""
    is_own = phrase is None or phrase.rule or tokens[place].text in _EMERGENCY
    return "numbered" if is_own or tokens[at + 1].is_mark(".") else ""


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """What may stand between `ст.` and the second number of a list of articles."""
    token = tokens[at]
    if token.kind is Kind.NUMBER:
        return True
    between = token.is_mark(",-") or token.text in {"та", "і", "й", "або"}
    return between and at > 0 and (tokens[at - 1].kind in {Kind.NUMBER, Kind.WHOLE})


def context_rule(plain: str, tokens: Sequence[Token], place: int, phrase: Phrase | None) -> str:
    """The rule of a number that has a phrase of its own but counts nothing by it; or empty."""
    before = _before(plain, tokens, place)
    if phrase is None:
        return ""
    if phrase.rule == "duration" and "рік" in phrase.lemmas and _AGE.search(before):
        return "age"
    if phrase.rule:
        return phrase.rule
    if phrase.unit in {"м", "км", "м²", "м³", "га", "кг", "т", "л"} and _DIMENSION.search(before):
        return "dimension"
    if "група" in phrase.lemmas and _DISABILITY.search(before[-40:] + _after(plain, tokens, place)):
        return "class"
    if _is_each(tokens, place, phrase):
        return "each"
    if is_out_of(tokens, place):
        return "out-of"
    if _is_difference(plain, tokens, place, phrase):
        return "difference"
    if phrase.lemmas & {"примірник", "екземпляр"} and re.search(r"(?<!\w)[ув]\s$", before.lower()):
        return "copies"
    return ""


def _is_each(tokens: Sequence[Token], place: int, phrase: Phrase) -> bool:
    """`по 4 працівники`: how many each time; `по 12 справах` is another «по»."""
    if place == 0 or tokens[place - 1].text.lower() != "по" or phrase.head is None:
        return False
    return any(form.case != "loct" for form in nouns(tokens[phrase.head].text))


def _is_difference(plain: str, tokens: Sequence[Token], place: int, phrase: Phrase) -> bool:
    """`на 12 учнів менше`, `зросла на 3 особи`: by how much, not how many."""
    before = _before(plain, tokens, place)
    if not _BY.search(before):
        return False
    end = next((at for at in range(place, len(tokens)) if tokens[at].is_mark(",;.")), len(tokens))
    after = {token.text.lower() for token in tokens[phrase.start : end]}
    return bool(after & _COMPARING) or _CHANGED.search(before) is not None


def bare_rule(plain: str, tokens: Sequence[Token], place: int) -> str:
    """The rule of a number with nothing after it that could be counted; or empty."""
    before = _before(plain, tokens, place)
    if _is_year(tokens, place):
        return "year"
    if _STREET.search(before[-90:]):
        return "address"
    if _SUM.search(before[-50:]):
        return "money"
    if _CHANGED.search(before):
        return "difference"
    if is_out_of(tokens, place):
        return "out-of"
    if place > 1 and tokens[place - 1].text == "на" and tokens[place - 2].kind is Kind.NUMBER:
        return "ratio"
    if place == 0:
        return ""
    if tokens[place - 1].is_mark('"') and place > 1:
        place -= 1
    left = tokens[place - 1]
    named = _numbered_thing(tokens, place)
    if named is not None and not _is_done_with(tokens, place):
        return "law" if lemmas(named.text) & _ACTS else "numbered"
    return "name" if _is_name(left, is_first=place == 1) else ""


def is_out_of(tokens: Sequence[Token], place: int) -> bool:
    """`22 депутати з 26`: out of how many."""
    if place < 2 or tokens[place - 1].text.lower() not in {"з", "із", "зі"}:
        return False
    if tokens[place - 2].quantity is not None:
        return True
    is_closed = place + 1 >= len(tokens) or tokens[place + 1].kind is Kind.MARK
    return is_closed and any(
        token.quantity is not None for token in tokens[max(0, place - 4) : place - 1]
    )


def is_lone(plain: str, token: Token) -> bool:
    """A line that holds nothing but one number: a page counter."""
    start = plain.rfind("\n", 0, token.start) + 1
    end = plain.find("\n", token.end)
    around = plain[start : token.start] + plain[token.end : end if end >= 0 else len(plain)]
    return not any(sign.isalnum() or sign in "%$" for sign in around)


def _before(plain: str, tokens: Sequence[Token], place: int) -> str:
    return plain[tokens[0].start : tokens[place].start]


def _after(plain: str, tokens: Sequence[Token], place: int) -> str:
    return plain[tokens[place].end : tokens[place].end + 40]


def _is_year(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if not re.fullmatch(r"\d{4}", token.text) or int(token.text) not in _YEARS:
        return False
    if place == 0:
        return True
    left = tokens[place - 1].text.lower()
    return (
        left in {"на", "за", "у", "в", "з", "до", "від"}
        or is_month(left)
        or left
        in {
            "квартал",
            "кварталу",
            "півріччя",
            "півріччі",
            "бюджет",
            "план",
        }
    )


def _numbered_thing(tokens: Sequence[Token], place: int) -> Token | None:
    """`Постанови 409`, `ліцей 5`: a noun that can only be singular right before the number.

    Up to two abbreviations may stand between: `Постанови КМУ 835`.
    """
    at = place - 1
    while at > 0 and place - at <= 2 and tokens[at].text.isupper() and len(tokens[at].text) > 1:
        at -= 1
    word = tokens[at]
    if word.kind is not Kind.WORD or is_predicate(word.text) or word.end == tokens[place].start:
        return None
    forms = nouns(word.text)
    is_act = any(form.lemma in _ACTS for form in forms)
    if at == place - 1 and any(
        form.plural and (form.case == "gent" or not is_act) for form in forms
    ):
        return None
    return word if any(form.singular and form.known for form in forms) else None


def _is_done_with(tokens: Sequence[Token], place: int) -> bool:
    """«Знято з обліку 14»: a predicate, a preposition, its noun; the number is the object."""
    before = [token.text for token in tokens[max(0, place - 3) : place - 1]]
    return len(before) == 2 and is_predicate(before[0]) and is_preposition(before[1])


def _is_name(left: Token, *, is_first: bool) -> bool:
    """A Latin word, or a capitalised one inside a sentence: `Windows 10`, `Газель 33`."""
    if left.kind is not Kind.WORD:
        return False
    return left.text.isascii() or (left.text[:1].isupper() and not is_first)
