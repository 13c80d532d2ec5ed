"""What has digits but is no number, recognised by its shape alone.

The rules run in the order of the table; what one has taken, no later one touches. Rules that need
grammar (ordinals, ages, sums of money) are in `ignoring`.
"""

import re
from collections.abc import Callable, Iterator

from pipeline.extractors.counting.lexicon import measure_at
from pipeline.extractors.counting.tokens import Whole
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.months import MONTH
from pipeline.ukrainian.periods import find_mentions

_UP = "А-ЯІЇЄҐA-Z"
_ACTS = (
    r"закон\w*|указ\w*|постанов\w*|розпорядж\w*|наказ\w*|рішенн\w*|протокол\w*|договор\w*|договір"
    r"|ухвал\w*|лист\w{0,2}|доручен\w*|порядк\w*|КМУ|МОЗ|МВС|МОН"
)
_COUNTED = frozenset({"впо", "убд", "фоп", "дтп", "осбб", "сжо"})
"""Abbreviations that are counted: «ВПО-11» is no model as «ГАЗ-53» is."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = rf"{_DAY}(?:-?(?:го|е|ого))?"
_YEAR = r"(?:19|20)\d\d"
_YEARS = rf"{_YEAR}(?:\s*[-/]\s*(?:{_YEAR}|\d\d(?!\d)))?"
_YEAR_WORD = r"(?:років|роками|роках|роком|року|роки|рік|році|рр\.?|р\.|р(?![\w]))"

_NEXT_CELL = re.compile(rf"[\n\t]\s*(?:[{_UP}]|\w+(?:ень|ий|пад)(?!\w))")

_Test = Callable[[str, re.Match[str]], bool]


def find_wholes(plain: str) -> tuple[Whole, ...]:
    """Every whole of a text in plain signs, in the order of the text."""
    taken = bytearray(len(plain))
    found: list[Whole] = []
    for whole in _candidates(plain):
        if any(taken[whole.start : whole.end]) or not _has_digit(plain, whole):
            continue
        taken[whole.start : whole.end] = b"\1" * (whole.end - whole.start)
        found.append(whole)
    return tuple(sorted(found, key=lambda whole: whole.start))


def _has_digit(plain: str, whole: Whole) -> bool:
    return any(sign.isdigit() for sign in plain[whole.start : whole.end])


def _candidates(plain: str) -> Iterator[Whole]:
    yield from _by(_FIRST, plain)
    for day in find_dates(plain):
        if not _NEXT_CELL.search(plain, day.start, day.end):
            yield Whole(start=day.start, end=day.end, rule="date")
    yield from _by(_DATES, plain)
    for mention in find_mentions(plain, year=2000):
        text = plain[mention.start : mention.end]
        rule = "year" if re.match(r"\d{4}", text) else "period"
        if not re.search(r"\d\s*[./]\s*\d|[-–]", text):
            yield Whole(start=mention.start, end=mention.end, rule=rule)
    yield from _by(_LAST, plain)
    for at, sign in enumerate(plain):
        if sign.isdigit() and not sign.isdecimal():
            yield Whole(start=at, end=at + 1, rule="foreign-digit")


def _by(rules: tuple[tuple[str, re.Pattern[str], _Test], ...], plain: str) -> Iterator[Whole]:
    for rule, pattern, holds in rules:
        for match in pattern.finditer(plain):
            if holds(plain, match):
                yield Whole(start=match.start("it"), end=match.end("it"), rule=rule)


def _always(_plain: str, _match: re.Match[str]) -> bool:
    return True


def _is_day_and_month(plain: str, match: re.Match[str]) -> bool:
    """`01.07` is a date, `12.05 га` is not, nor is `12.05 тис`."""
    if measure_at(plain, match.end()) is not None:
        return False
    return re.match(r"\s*(?:тис|млн|млрд)", plain[match.end() :]) is None


def _is_in_one_cell(_plain: str, match: re.Match[str]) -> bool:
    """«12», on the next line «Серпень»: a row of a table begins with its month."""
    return _NEXT_CELL.search(match["it"]) is None


def _is_clock(plain: str, match: re.Match[str]) -> bool:
    before = plain[max(0, match.start() - 24) : match.start()].lower()
    if re.search(r"(?:рахун\w+|матч\w*|перемог\w*|\"\s*-)\s*$", before):
        return False
    return int(match["hour"]) <= 24 and int(match["minute"]) < 60


def _is_act(plain: str, match: re.Match[str]) -> bool:
    before = plain[max(0, match.start() - 80) : match.start()]
    within = re.split(r"[.;]\s", before)[-1]
    if re.search(r"[/-]\w", match["it"]) or re.search(r"(?:\d{4}|року|р\.)\s*$", within):
        return True
    return re.search(rf"(?<!\w)(?:{_ACTS})\b[^,]*$", within, re.IGNORECASE) is not None


def _is_unopened(plain: str, match: re.Match[str]) -> bool:
    """`Завдання: 1) відкрити …; 2) придбати …`, unless the bracket closes one."""
    line = plain[plain.rfind("\n", 0, match.start()) + 1 : match.start()]
    return line.count("(") <= line.count(")")


def _is_name(_plain: str, match: re.Match[str]) -> bool:
    """`ГАЗ-53`, `T4`, `COVID-19`; not `заяв-8` nor `скарг-3`, where the hyphen is a dash."""
    letters = match["letters"]
    if letters.lower() in _COUNTED and "-" in match["it"]:
        return False
    return letters != letters.lower() or not re.search("[а-яіїєґ]", letters)


def _rule(
    rule: str, pattern: str, holds: _Test = _always, flags: int = re.IGNORECASE
) -> tuple[str, re.Pattern[str], _Test]:
    named = pattern if "(?P<it>" in pattern else f"(?P<it>{pattern})"
    return rule, re.compile(named, flags | re.MULTILINE), holds


_SIZE = r"\d+(?:[.,]\d+)?(?:\s?(?:мм|см|м))?"
_HOUR = r"(?P<hour>\d{1,2})"
_NUMBER_SIGN = r"(?:№+|(?<!\w)No\.?|(?<!\w)N(?=\s?\d))"
_FIRST = (
    _rule(
        "numbered", rf"(?<!\w)(?:ДБН|ДСТУ|ГОСТ|ДСанПіН|ISO|СОУ)\s+(?:[{_UP}.]+[\s.])*\d[\d.:-]*\d"
    ),
    _rule("bookmark", r"\[bookmark:[^\]\n]*\]"),
    _rule("percent", r"\(\s?(?:або\s|це\s)?\d+(?:[.,]\d+)?\s?(?:%|відсот\w+)\s?\)"),
    _rule("footnote", r"\[\d{1,3}\]"),
    _rule(
        "web-address",
        r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:[\w-]+\.)+(?:ua|com|org|net)(?:/\S*)?(?!\w)",
    ),
    _rule("code", r"(?<![\d:])\d{10}:\d{2}:\d{3}:\d{3,4}(?![\d:])"),
    _rule(
        "phone",
        r"(?<![\d-])(?:\+?38[\s-]?)?(?:\(?0\d{2,3}\)?|0\s?\(\d{2,4}\))"
        r"[\s-]?\d{2,3}[\s-]\d{2}[\s-]?\d{2}(?!\d)",
    ),
    _rule("phone", r"(?<![\d-])0[\s-]?800[\s-]?(?:\d{3}[\s-]?\d{3}|\d\d(?:[\s-]\d\d){2})(?!\d)"),
    _rule("phone", r"(?<!\d)\+?380\d{9}(?!\d)|(?<!\d)0\d{9}(?!\d)"),
    _rule("phone", r"(?<![\d.,-])0\d\d(?:[- ]?\d){7}(?![\d-])"),
    _rule("phone", r"(?<![\d-])(?:\(0\d{2,4}\)\s?)?\d{1,3}-\d\d-\d\d(?![\d-])"),
    _rule(
        "page-visits",
        r"(?<!\w)(?:переглядів|перегляди|перегляд|коментарі|коментарів)\s*:?\s*"
        r"\(?(?P<it>\d[\d ]*)\)?(?=\s*(?:\||$))",
    ),
    _rule(
        "phone",
        r"(?<!\w)(?:(?:лін(?:ія|ії|ію)|тел\.|телефони?|номери?)\"?(?:\s+[^\W\d]+(?:'\w+)?){0,3}\s*[:(\"]+"
        r"|(?:тел\.?|телефон|номер)(?:\s+[^\W\d]+(?:'\w+)?){0,3}\s+-)\s*"
        r"(?P<it>1[56]\d\d|10[1-4]|112|116\s?\d{3})(?!\s?\d)",
    ),
    _rule(
        "phone",
        r"(?<!\w)(?:служб[иіуа]|(?:спец)?ліні[юії]|номер(?:ом|а|у)?)\s+\"?(?P<it>10[1-4]|112)(?![\d.,]*\d)",
    ),
    _rule("phone", r"(?<![\d.,-])(?:10[1-4]|112)(?:,\s*(?:10[1-4]|112))+(?![.,]?\d)(?=\s*[.;)]|$)"),
    _rule(
        "numbered",
        r"(?<!\w)(?:ф\.|фонд\w{0,3})\s*(?P<it>[^\W\d]?-?\d+,\s*оп(?:\.|ис\w{0,3})\s*\d+"
        r"(?:,\s*(?:спр\.|справ\w*|од\.\s?зб\.)\s*\d+(?:\s?[-,]\s?\d+)*)?)(?![\w-])",
    ),
    _rule("phone", r"(?<!\w)(?:диспетчер|чергов)\w+\s*[-:]?\s*(?P<it>15-\d\d)(?![\d-])"),
    _rule("phone", r"(?<![\d.,-])(?:10[1-4]|112)(?=(?:,|\s+(?:або|чи|та|і))\s+(?:\+?38|\(?0)\d)"),
    _rule(
        "phone",
        r"(?<!\w)(?:теле?фону\w+|дзвон\w+|подзвон\w+)\s+(?:за\s|на\s)?(?:\w+\s)?"
        r"(?P<it>1[56]\d\d|10[1-4]|112)(?!\s?\d)(?!\s+раз)",
    ),
    _rule(
        "article",
        r"(?<![\w.])(?<!т\.\s)(?:ст|статт\w+|ч|частин\w+|пп?|пункт\w*|підпункт\w*)\.?\s*"
        r"(?P<it>(?:\d+,\s*)*\d+-\d+(?:\s*(?:,|та|і|й)\s*\d+-\d+)*)(?![\d-])",
    ),
    _rule(
        "article",
        r"(?<!\w)(?:ст|статт\w+|ч|частин\w+|пп?|пункт\w*|підпункт\w*)\.?\s*"
        r"(?P<it>\d+(?:\.\d+){2,}(?:-\d+)?)(?![\d-])",
    ),
    _rule(
        "address", rf"(?<![\w.,-])\d{{5}}(?=,\s*(?:(?:м|с|смт|сел|с-ще)\b|[{_UP}]\w+\s(?:обл|р-н)))"
    ),
    _rule("code", r"(?<![\w.,:/+'-])(?<!\d\s)0\d{2,}(?![.,:/-]?\w)"),
    _rule("age", r"(?<![\w.,])(?P<it>\d+)(?=\s+(?:і|й|та|або)\s+(?:більше|старше|менше)\s+рок)"),
    _rule("list-item", r"^[^\S\n]*(?P<it>\d{1,2}[.)])(?!\d)(?=\s)"),
    _rule("list-item", r"(?<=[:;,]\s)(?P<it>[1-9]\d?\))(?=\s+[^\W\d])", _is_unopened),
    _rule(
        "list-item",
        rf"^[^\S\n]*(?P<it>[1-9]\d?(?:\.[1-9]\d?){{1,3}}[.)]?)(?=\s+[\"(]?[{_UP}])",
        flags=0,
    ),
    _rule("law", rf"{_NUMBER_SIGN}\s*\d+(?:[-/.]\w+|\s?[-/]\s?[\dIVXІХ]+)*", _is_act),
    _rule(
        "numbered",
        rf"{_NUMBER_SIGN}\s*\d+(?:[-/.]\w+)*(?:\s*(?:,|та|і|й)\s*\d+(?=\s*(?:[,.;)]|$)))*",
    ),
    _rule("law", r"(?<![\w-])\d+(?:-\d+)?[-/](?:[IVXLІХ]{1,5}|р|п|од|ОД|рс)(?!\w)", flags=0),
    _rule(
        "date",
        rf"(?<![\d.,]){_DAY}(?:\.\d\d)?\s?-\s?{_DAY}\.(?:0[1-9]|1[0-2])"
        rf"(?:\.{_YEAR}|\.\d\d|\s{_YEAR})?(?!\d)(?:\s*{_YEAR_WORD})?",
    ),
    _rule(
        "date",
        rf"(?<![\d.,]){_NTH}(?:,\s*{_NTH})*\s*(?:-|та|і|й|по|до)\s*{_NTH}\s*{MONTH}"
        rf"(?:\s+{_YEAR})?(?:\s*{_YEAR_WORD})?",
    ),
    _rule("law", r"\(\s?\d[\w-]*-(?:[IVXІХ\d]+|п|р)\s?\)"),
    _rule(
        "birth-year",
        rf"(?<!\d){_YEARS}(?:\s*(?:,|та|і|й)\s*{_YEARS})*(?=\s*(?:р\.?\s?н\.?(?!\w)|{_YEAR_WORD}\s+народж))",
    ),
)
_DATES = (
    _rule(
        "year",
        rf"(?<!\w)(?:з|із|від)\s+(?P<it>{_YEAR})(?=\s+(?:по|до)\s+{_YEAR}\s*{_YEAR_WORD})",
    ),
    _rule(
        "date", rf"(?<![\d.,]){_DAY}\.(?:0[1-9]|1[0-2])\.(?:{_YEAR}|\d\d)(?!\d)(?:\s*{_YEAR_WORD})?"
    ),
    _rule("date", rf"(?<![\d.,]){_DAY}\.(?:0[1-9]|1[0-2])\s{_YEAR}(?!\d)(?:\s*{_YEAR_WORD})?"),
    _rule(
        "date",
        rf"(?<![\d.,]){_NTH}\s*{MONTH}(?:\s+{_YEAR})?(?:\s*{_YEAR_WORD})?",
        _is_in_one_cell,
    ),
    _rule("clock", rf"(?<![\d:]){_HOUR}:(?P<minute>\d\d)(?:-\d\d?:\d\d)?(?![\d:])", _is_clock),
    _rule("clock", rf"(?<!\d){_HOUR}[.-](?P<minute>[0-5]\d)(?=\s*(?:год|хв))"),
    _rule(
        "clock",
        rf"(?:(?<!\w)(?:о|об|з|із|від|до|по|на)\s)(?P<it>{_HOUR}[.-](?P<minute>00|15|30|45))(?!\.?\d)",
    ),
    _rule("clock", r"(?<!\d)\d{1,2}[.:]00\s?-\s?\d{1,2}[.:]00(?!\d)"),
    _rule(
        "clock",
        r"(?<!\w)(?:з|із|від)\s+(?P<it>(?:[01]?\d|2[0-4])\s+до\s+(?:[01]?\d|2[0-4]))(?=\s*год)",
    ),
    _rule(
        "date",
        r"(?<![\d.,])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d.]?\d)",
        _is_day_and_month,
    ),
)
_LAST = (
    _rule(
        "year", rf"(?<!\d){_YEARS}\s*-?\s*(?:{_YEAR_WORD}|н\.\s?р|навч\w*|-?(?:го|му|й|ому)(?!\w))"
    ),
    _rule("age", r"(?<!\w)най(?:старш|молодш)\w{2,3}\s*-\s*(?P<it>\d{1,3})(?![\w.,]\d)"),
    _rule(
        "word",
        r"(?<![\w.,])(?P<it>\d+-?(?:ти|х|ми))"
        r"(?=\s+(?:поверхов|кімнатн|річн|денн|місн|томн|разов|годинн|тижнев)(?:а|е|у|ий|ої|ого|их|і)\b)",
    ),
    _rule("score", r"(?<![\w.,])\d{1,3}\+(?=\s*бал)"),
    _rule("age", r"(?<![\w.,])(?:вік\w*\s+|\()(?P<it>\d{1,3}\+)(?!\w)"),
    _rule(
        "year", r"(?:(?<=[:,;]\s)|(?<=\()|(?<=\([ув]\s))20[0-4]\d(?=\s-\s\d)(?!\s-\s20\d\d(?!\d))"
    ),
    _rule("score", r"(?<![\d.,:])\d{1,2}[.:][0-5]\d,\d{1,2}(?![.,:]?\d)"),
    _rule("score", r"(?<![\d:])\d{1,3}\s?:\s?\d{1,3}(?![\d:])"),
    _rule("year", rf"(?<!\w)рок(?:у|ів|и)\s*-\s*(?P<it>{_YEAR})(?=\s*(?:$|[.,;)]))"),
    _rule("year", rf"(?<!\d){_YEAR}/(?:{_YEAR}|\d\d)(?!\d)"),
    _rule("fraction", r"(?<![\d/])\d+(?:[.,]\d+)?/\d+(?:[.,]\d+)?(?![\d/])"),
    _rule("unit-exponent", r"(?<![^\W\d_])(?:к|с|д)?м(?P<it>[23])(?!\d)"),
    _rule("unit-exponent", "[²³¹⁰⁴-⁹₀-₉]+"),
    _rule(
        "name",
        r"(?<![\w-])(?P<it>(?P<letters>[^\W\d_]+)-?\d[\w]*(?:-\w+)*)",
        _is_name,
    ),
    _rule("name", rf"(?<![\w.,-])\d+(?:-?[A-Z]{{1,3}}|-?[{_UP}](?:-[{_UP}])?)(?!\w)", flags=0),
    _rule("name", r"(?<![\w.,-])\d{1,4}(?:-\d{1,4}){2,}(?![\w-]|[.,]\d)"),
    _rule("name", r"(?<![\w,.])\d\+\d(?!\w|[.,]\d)"),
    _rule("name", rf"(?<![\w-])\d{{1,2}}-[{_UP}]{{2,}}(?!\w)", flags=0),
    _rule(
        "numbered",
        rf"(?<!\d)(?P<it>\d{{1,3}})(?=\s+(?:о?[{_UP}]{{1,5}}Бр|[{_UP}]{{0,3}}ТрО|О?ДПР[ЧПЗ])(?!\w))",
        flags=0,
    ),
    _rule("dimension", rf"(?<![\w.,]){_SIZE}(?:\s?[хx×*]\s?{_SIZE})+(?![\d])"),
    _rule("code", r"(?<!\d)\d{8,}(?!\d)"),
    _rule(
        "code",
        r"(?<!\w)(?:код(?:ом|у|и)?|єдрпоу|кекв|кпквк|ідентифікатор)(?!\w)\D{0,12}(?P<it>\d[\d-]{2,})",
    ),
    _rule("code", r"(?<!\w)рахун(?:ок|ку|ком)(?!\w)\D{0,12}(?P<it>\d[\d-]{4,})"),
    _rule("numbered", r"(?<![\d.,])(?!\d+(?:\.\d{3})+(?!\d))\d{1,3}(?:\.\d{1,3}){2,}(?![\d])"),
    _rule("technical-measure", r"(?<!\d)(?<!\d\s)[+-]\d+\s?°"),
)
