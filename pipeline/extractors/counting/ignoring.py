"""Numbers that count nothing, told by the words around them; each by the name of its rule."""

import re
from collections.abc import Callable

from pipeline.extractors.counting.differences import is_change, is_difference
from pipeline.extractors.counting.phrases import Phrase
from pipeline.extractors.counting.references import names_thing
from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Kind
from pipeline.ukrainian.months import is_month
from pipeline.ukrainian.morphology import lemmas, nouns

_STREET = re.compile(
    r"(?<!\w)(?:вул|вулиц\w{1,3}|просп\w*|пров(?:ул\w*)?(?!\w)|бульв\w*|пл|площ[аіу]|майдан(?:у|і|ом)?(?!\w)|мкр|мікрорайон\w*)"
    r"\.?\s+[^;:()\d]{2,40}?[,\s]\s*(?:буд\w*\.?\s*)?(?:\d+\s?\w?\s*(?:,|та|і|-)\s*)*$",
    re.IGNORECASE,
)
_ON_STREET = re.compile(r"\s+(?:по|на)\s+(?:вул|просп|пров|бульв|площ)", re.IGNORECASE)
"""«12 по вул. Садовій та 3 по вул. Лісовій»: three of something, no house."""
_AGE = re.compile(
    r"(?<!\w)(?:вік\w*|старш\w+|молодш\w+|до|від|після|понад|досяг\w+|виповн\w+)\s*"
    r"(?:\d+\s*)?(?:від|до|понад|за|років|-)?\s*$",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?<!\w)(?:сум[аіоу]\w*|варт\w+|цін(?:а|и|і|у|ою)(?!\w)|кошт\w+|бюджет\w*|субвенці\w+)\s*(?:в|у)?\s*"
    r"(?:розмірі)?\s*(?:-|:|станов\w+|склад\w+)?\s*(?:понад|близько|майже)?\s*$",
    re.IGNORECASE,
)
_DIMENSION = re.compile(
    r"(?<!загальною )(?<!\w)(?:площею|довжиною|шириною|висотою|глибиною|вагою|масою|протяжністю"
    r"|потужністю|місткіст[юі]|діаметром|ємністю|товщиною|завдовжки|заввишки|завширшки|завглибшки|завтовшки|відстан\w+|радіус\w+|об'ємом)"
    r"\s*(?:\d+(?:[.,]\d+)?(?:,|\s(?:та|і|й))\s)*(?:близько|понад|до|від|майже)?\s*$",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?<!\w)(?:(?:протяжн[оі]сть|довжина|обсяг)\s+най[^\W\d]+|радіус|висота|глибина|ширина"
    r"|діаметр|дистанці[яюї])(?:\s+[^\W\d]+){0,4}\s*(?:[-:]|станов\w+|склада\w+)?\s*$",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"(?<!загальна )(?<!\w)площа(?!\s+[^\W\d]+(?:ених|аних|утих|ятих|еної|аної)(?!\w))"
    r"(?:\s+[^\W\d]+){0,4}\s*(?:[-:]|станов\w+|склада\w+)?\s*$",
    re.IGNORECASE,
)
"""Said of one thing: «площа сховища – 214 кв. м»; what was done is «площа скошених газонів»."""
_AREA_ASIDE = re.compile(r"\(площа\s+$", re.IGNORECASE)
_WORKS = re.compile(
    r"(?<!\w)(?:робіт|роботи|ремонт\w*|прибиранн|обробк|підсипк|грейдеруванн|покіс|покос)\w*[^,;:()\d]*"
    r"\sна\s+$",
    re.IGNORECASE,
)
"""«Виконано ямковий ремонт на 1250 кв. м»: how much was done."""
_COPYING = re.compile(r"витрат\w*\s+на\s+(?:копіюв|виготов|друк)\w+\s+$", re.IGNORECASE)
_VOLUME = re.compile(r"(?<!\w)обсягом\s+(?:\d+(?:,|\s(?:та|і|й))\s)*$", re.IGNORECASE)
_PER = re.compile(r"(?:грн|гривень|гривні|коп|%)\.?\s+(?:за|на)\s+$", re.IGNORECASE)
_COST = re.compile(
    r"(?<!\w)(?:собі)?(?:варт[оі]ст|тривал[оі]ст|цін|витрат|тариф|оцінк)\w*(?:\s+[^\W\d]+){0,3}\s+$",
    re.IGNORECASE,
)
_PLACE_AMONG = re.compile(r"(?<!\w)місц[ея](?!\w)[^.;]*\sсеред\s+$", re.IGNORECASE)
"""«Посіла ІІ місце у конкурсі серед 40 учасників»."""
_AVERAGE = re.compile(
    r"(?<!\w)(?:навантаженн\w+\s+на(?:\s+[^\W\d]+){1,4}|(?:в|у)\s+середньому(?:\s+[^\W\d]+){0,4}|середн(?:я|ій|є|ю)\s+(?:\w+\s+)?"
    r"(?:наповн|кільк|чисельн|трив|вік|розмір|варт|показник|навантаж|бал|час|відвід|явк)\w*"
    r"(?:\s+[^\W\d]+){0,4}?|на\s+(?:1|одн\w+|кожн\w+)\s+[^\W\d]+(?:\s+[^\W\d]+)?\s+(?:претенду|припада)\w+|середньо(?:місячн|денн|річн|добов|квартальн)\w+(?:\s+[^\W\d]+){1,4}?)\s*[-:]?\s*(?:станов\w+|склада?\w+|близько|понад|до)?\s*$",
    re.IGNORECASE,
)
_ONE_ON_AVERAGE = re.compile(r"\s+[^\W\d]+\s+[ув]\s+середньому(?!\w)", re.IGNORECASE)
_MONEY = frozenset({"грн", "гривень", "гривні", "гривня"})
_MEASURED = frozenset({"м", "км", "м²", "м³", "га", "кг", "т", "л"})
_WHOLE = frozenset({"осіб", "шт"})
_FALLS_ON = frozenset({"припадає", "припадало", "припадають"})
_ROUND = frozenset({1, 10, 100, 1_000, 10_000, 100_000})
_OUT_OF = frozenset({"з", "із", "зі", "серед"})
_ANY = frozenset({"кожний", "кожен", "жоден", "жодний"})
_COPIES = frozenset({"примірник", "екземпляр"})
_BEFORE_YEARS = frozenset(
    "на за у в з до від квартал кварталу півріччя півріччі бюджет план".split()
)
_YEARS = range(1985, 2051)


def is_cost_of_one(spot: Spot) -> bool:
    """«Вартість харчування одного учня становить 45 грн»."""
    return spot.quantity.value == 1 and _COST.search(spot.before) is not None


def is_average(spot: Spot) -> bool:
    """`у середньому 12 звернень на день`, `середня наповнюваність класу – 18 учнів`.

    Both numbers of `на 1 жителя припадає 4,9 відвідування` as well.
    """
    if _AVERAGE.search(spot.before) is not None:
        return True
    if spot.quantity.value == 1 and _ONE_ON_AVERAGE.match(spot.after):
        return True
    if spot.word_before() not in {"на", *_FALLS_ON}:
        return False
    return any(token.text.lower() in _FALLS_ON for token in spot.tokens)


def phrase_rule(spot: Spot, phrase: Phrase) -> str:
    """The rule of a number that governs a phrase and yet counts nothing by it; or empty."""
    if phrase.rule == "duration" and "рік" in phrase.lemmas and _AGE.search(spot.before):
        return "age"
    if phrase.rule:
        return phrase.rule
    return next((rule for rule, holds in _PHRASE_RULES if holds(spot, phrase)), "")


def bare_rule(spot: Spot) -> str:
    """The rule of a number with nothing after it that could be counted; or empty."""
    return next((rule for rule, holds in _BARE_RULES if holds(spot)), "") or names_thing(spot)


def is_lone(spot: Spot) -> bool:
    """A line that holds nothing but one number: a page counter."""
    plain, token = spot.plain, spot.token
    start = plain.rfind("\n", 0, token.start) + 1
    end = plain.find("\n", token.end)
    around = plain[start : token.start] + plain[token.end : end if end >= 0 else len(plain)]
    return not any(sign.isalnum() or sign in "%$" for sign in around)


def is_share_of_money(spot: Spot) -> bool:
    """«Вартість – 18,6 млн грн, економія – 1,2 млн»: the hryvnias are not said twice."""
    words = spot.token.text.lower().rstrip(" .").split()
    if words[-1] not in {"тис", "млн", "млрд"}:
        return False
    return any(token.text.lower() in _MONEY for token in spot.tokens)


def _is_dimension(spot: Spot, phrase: Phrase) -> bool:
    """`площею 86 кв. м` says how large a thing is, `до 75 кг` how large it may be.

    `Загальною площею` adds things up.
    """
    if phrase.unit not in _MEASURED:
        return False
    is_limit = phrase.bare and (spot.word_before() in {"до", "на"} or _is_aside(spot, phrase))
    is_limit = is_limit and _WORKS.search(spot.before) is None
    patterns = [_DIMENSION, _SIZE, _AREA_ASIDE, *([_AREA] if phrase.unit == "м²" else [])]
    return is_limit or any(pattern.search(spot.before) for pattern in patterns)


def _is_aside(spot: Spot, phrase: Phrase) -> bool:
    """`2 контейнери (1,1 м³)`: in brackets right after what has been counted."""
    left, tokens = spot.left(), spot.tokens
    shut = left is not None and left.is_mark("(") and tokens[phrase.end : phrase.end + 1]
    near = tokens[max(0, spot.place - 6) : spot.place]
    is_alone = bool(shut) and tokens[phrase.end].is_mark(")")
    return is_alone and any(token.quantity is not None for token in near)


def _is_group_of_disability(spot: Spot, phrase: Phrase) -> bool:
    return "група" in phrase.lemmas and "інвалід" in (spot.before[-40:] + spot.after).lower()


def _is_each(spot: Spot, phrase: Phrase) -> bool:
    """`по 4 працівники`, `8 грн за 1 м³`: of each; `по 12 справах` is another «по».

    `3,1 на 10 тис. населення` as well.
    """
    before = spot.left(2)
    is_pair = spot.word_before() == "на" and before is not None and before.quantity is not None
    if is_pair and spot.quantity.value in _ROUND:
        return True
    if is_cost_of_one(spot) or (spot.quantity.value == 1 and _PER.search(spot.before)):
        return True
    if spot.word_before() != "по" or phrase.head is None:
        return spot.word_before() == "по" and phrase.bare
    forms = nouns(spot.tokens[phrase.head].text)
    if spot.quantity.value > 1 and spot.quantity.value % 10 == 1:
        # «По 41 справі розгляд триває».
        return not any(form.case == "loct" and form.singular for form in forms)
    return any(form.case != "loct" for form in forms)


def _is_copies(spot: Spot, phrase: Phrase) -> bool:
    """`у 2 примірниках`, `на 7 арк.`: how long a paper is."""
    if spot.word_before() == "на" and re.match(
        r"\s*(?:арк|аркуш\w*|стор|сторінк\w*)\b", spot.after
    ):
        return True
    is_long = _COPYING.search(spot.before) or _VOLUME.search(spot.before)
    if is_long and re.match(r"\s*(?:арк|стор)", spot.after):
        return True
    in_copies = bool(phrase.lemmas & _COPIES) or re.match(r"\s*(?:прим|екз)\.", spot.after)
    return bool(in_copies) and spot.word_before() in {"у", "в"}


def _is_out_of(spot: Spot) -> bool:
    """`22 депутати з 26`, `3 з 4 груп`, `друге місце серед 8 команд`, `у кожному з 9`."""
    if spot.word_before() not in _OUT_OF or spot.place < 2:
        return False
    before = spot.tokens[spot.place - 2].text
    if before.lower() == "місце" or lemmas(before) & _ANY:
        return True
    if spot.word_before() == "серед":
        return _PLACE_AMONG.search(spot.before) is not None
    if spot.tokens[spot.place - 2].quantity is not None:
        return True
    right = spot.right()
    is_closed = right is None or right.kind is Kind.MARK
    near = spot.tokens[max(0, spot.place - 4) : spot.place - 1]
    return is_closed and any(token.quantity is not None for token in near)


def _is_year(spot: Spot) -> bool:
    text = spot.token.text
    if not re.fullmatch(r"\d{4}", text) or int(text) not in _YEARS:
        return False
    before = spot.word_before()
    return spot.place == 0 or before in _BEFORE_YEARS or is_month(before)


def _is_address(spot: Spot) -> bool:
    return _STREET.search(spot.before) is not None and _ON_STREET.match(spot.after) is None


def _is_sum(spot: Spot) -> bool:
    return _SUM.search(spot.before) is not None


def _is_in_each(spot: Spot) -> bool:
    """`10 стипендіатів (по 5 у кожній номінації)`."""
    return spot.word_before() == "по" and re.match(r"\s+[ув]\s+кожн", spot.after) is not None


def _is_ratio(spot: Spot) -> bool:
    """`30 на 70`."""
    before = spot.left(2)
    return spot.word_before() == "на" and before is not None and before.kind is Kind.NUMBER


def _is_part_of_one(spot: Spot, phrase: Phrase) -> bool:
    """`8,2 підопічних` on each worker: nobody is counted in parts. `3.105 послуг` are thousands."""
    value = spot.quantity.value
    is_pointed = value.as_tuple().exponent == -3 and "," not in spot.token.text
    return phrase.unit in _WHOLE and value % 1 != 0 and not is_pointed


_PHRASE_RULES: tuple[tuple[str, Callable[[Spot, Phrase], bool]], ...] = (
    ("dimension", _is_dimension),
    ("class", _is_group_of_disability),
    ("each", _is_each),
    ("out-of", lambda spot, _phrase: _is_out_of(spot)),
    ("difference", is_difference),
    ("copies", _is_copies),
    ("average", _is_part_of_one),
)
_BARE_RULES: tuple[tuple[str, Callable[[Spot], bool]], ...] = (
    ("year", _is_year),
    ("address", _is_address),
    ("each", _is_in_each),
    ("money", _is_sum),
    ("difference", is_change),
    ("out-of", _is_out_of),
    ("ratio", _is_ratio),
)
