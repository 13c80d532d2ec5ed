"""Numbers of acts as offices write them, folded to one form: `16-1/VIII`, `365-р`, `08-434/2021`.

The convocation (скликання) is a Roman numeral in Latin letters, whatever it was typed in («VІІІ»,
«V111», «VШ»); suffixes of the office («-р», «-П», «-ВР») are Cyrillic. Blanks of a draft
(«№ 8/____»), «б/н» and a range of numbers («№21 - №48») are no number.
"""

import re
from dataclasses import dataclass

from pipeline.ukrainian.text import plain, roman, to_cyrillic

SIGN = r"(?:№\s*№|№\.?|N[º°]|\bNo(?:\b\.?|(?=\d))|\bN\b|(?i:\bномер(?:ом)?\b)\s*:?|\#)"
"""The number sign and what stands for it on keyboards without one."""

_LETTER = r"[^\W\d_]"
_CONVOCATION = r"(?:[VX][IVXІХ]*|[IІ]{2,3}|[IІ][VXХ])"
# A separator with a space beside it goes on only before digits, a convocation or a short suffix:
# «16 - 19 /VIII», «134 - р», but «№ 48 - смт» ends at 48.
_JOINT = rf"""(?![-/]\d{{1,2}}\.\d\d\.\d{{4}})(?:
    \\\d+(?![^\W\d])
  | [-/_.](?:\d+(?:{_CONVOCATION}|{_LETTER}{{0,2}})
            |{_LETTER}{{1,5}}(?:(?:\d{{1,2}}|111)(?!\d))?)(?!{_LETTER})
  | \s?[-/]\s?(?:\d+(?!\s?[./]\d)|[IVXLІХ]+(?:(?![^\W_])|(?=від(?!\w)))
                |[а-яіїєґa-z]{{1,2}}(?![\w.])))
"""
# «14-р(к)», «214(1)»: a letter or a figure in brackets is part of the number it is glued to.
_GLUED_BRACKET = rf"(?:\((?:{_LETTER}{{1,2}}|\d)\)(?![^\W_]))?"
_NUMBER = rf"\d+(?:(?:{_CONVOCATION}|{_LETTER}{{1,2}})(?!\w))?(?:{_JOINT})*{_GLUED_BRACKET}"
# «№ 20-26 VIII» is one number, «№ 5 VIII скликання» is not.
_CONVOCATION_APART = rf"(?:(?<=\d)\s{_CONVOCATION}(?!\w)(?!\s+(?:скликан|сесі)))?"
# «№ 42 р від …», «№ 42 ОД Про …»: letters of an office without a hyphen. «№ 5 VI від …» has none.
_LONG_OFFICE = "осн|заг|адм|агп"
_OFFICE = rf"(?:[рРкКоОгГ]|од|ОД|аг|АГ|ос|ОС|вк|ВК|{_LONG_OFFICE})"
# «№ 77 к-тр від …».
_TWO_OFFICES = rf"(?![IVXІХ]){_LETTER}{{1,2}}[-/]{_LETTER}{{1,3}}"
_OFFICE_APART = rf"""(?:(?<=\d)\s(?:{_TWO_OFFICES}(?=\s+від\b|\s+"?[Пп]ро\s|\s*$)
         |(?:(?![IVXІХ]){_LETTER}{{1,2}}|{_LONG_OFFICE})(?=\.?\s+від\b)
         |{_OFFICE}(?=\s+"?[Пп](?:ро|РО)\s|\s*$)))?"""
_BEFORE_OFFICE = re.compile(
    rf"(?<=\d)\s(?=(?:(?![IVXІХ]){_LETTER}{{1,2}}|{_LONG_OFFICE}|{_TWO_OFFICES})$)"
)

_SIGNED = re.compile(
    rf"""{SIGN}\s*(?P<number>(?:(?:{_LETTER}{{1,4}}|[IVXLІХ]{{1,7}})[-/.])?
         (?:\d+-\d+{_CONVOCATION_APART}(?![\w/-]|\s/\s?[IVXІХ\d])|{_NUMBER}){_OFFICE_APART})""",
    re.VERBOSE,
)
_BARE = re.compile(rf"(?P<number>(?:[IVXLІХ]{{1,7}}[-/])?{_NUMBER})(?!\w)", re.VERBOSE)
_BLANK = re.compile(
    rf"(?:{SIGN}\s*)?(?:[\w/-]{{0,6}}_{{2,}}[\w/-]*|б\s?/\s?н\b|без\s+номера\b)", re.IGNORECASE
)
_MAY_BE_BLANK = re.compile(r"__|[бБ](?:\s?/\s?[нН]|ез\s)")
# Where a sign may begin: the expression of a number is slow to find that out.
_MAY_BE_SIGN = re.compile(r"[№N#]|[нН][оО][мМ]")
# What optical recognition makes of «№» after a date: «ХМ» 713» (seen 2026-11).
_GARBAGE_SIGN = re.compile(r"""\s*(?=[ХXМMЛНЖJNН])[^\s\d]{1,4}\s*(?=\d)""")

_DIGITS = re.compile(r"\d+")
_PART = re.compile(r"[-/_.]")
# «№ 1О», «№ 5З/VIII», «№ 41-З/VIII»: nobody can say whether a letter is the figure it looks like.
_MISREAD = re.compile(r"\d[ОOЗl](?![^\W_])|[-/][ОOЗl](?=[-/][IVXІХ]+$)")
# «VШ», «VП», «УІІІ»: typed with the letters that look so; «УІ» may be an office.
_TYPED_ALIKE = re.compile(r"[XХ]{0,3}(?:V[ШП]|У[IІ]{2,3})")
_ALIKE = str.maketrans({"У": "V", "Ш": "III", "П": "II"})
# As most offices write it: nothing to fold.
_NORMAL = re.compile(r"[0-9]+(?:[-/][0-9]+)*(?:/X?(?:IX|IV|V?I{1,3}|V|(?<=X)))?")
_LONG = r"\d[\w.-]*/[\w-]+"
_RANGES = (
    rf"{SIGN}\s*(?P<first>[\w/.-]*?\d[\w/.]*?)\s*(?:-|до|по)\s*{SIGN}\s*(?P<last>\d[\w/.-]*)",
    rf"(?:{SIGN}\s*)?(?P<first_long>\d[\w.-]*/(?:[\w-]+?(?=\s*-\s)|[IVXІХ]+))\s*-\s*"
    rf"(?P<last_long>{_LONG})",
    r"№\s*(?P<first_letters>\d+-[а-яіїє]{1,3})\s*-\s*(?P<last_letters>\d+-[а-яіїє]{1,3})(?!\w)",
    r"№\s*№\s*(?P<first_plural>\d[\w/.]*)\s*-\s*(?P<last_plural>\d[\w/.]*)",
    # «10 - 18 травня», «9 - 18 години» are no numbers of acts.
    r"^(?P<first_item>\d+)\s-\s(?P<last_item>\d+)"
    r"(?=[.)](?:\s|$)|\s+(?:[^\W\d]+\s+)?(?i:рішен|розпоряджен|питан|ухвал|проєкт|проект))",
)
_RANGE = re.compile("|".join(_RANGES))
# «№ 5, № 6 та № 7 від …», «№ 5, 6 Про …»: several numbers, of which none is that of the line.
# «№ 1 234 від …»: nobody can say whether it is one.
_FURTHER = re.compile(
    rf"\s*(?:[,;]|\s(?:та|і|й)\s)\s*(?:{SIGN}\s*\d|\d+(?:[-/]\w+)*\s*(?=$|[,;]|(?:та|і|від)\s))"
    r"|(?<=\d)\s\d{3}(?=\s*$|\s+від\s)"
)
# Most lines name no range: the expressions above are slow to find that out.
_MAY_BE_RANGE = re.compile(
    r"(?:-|до|по)\s*(?:[№N#]|[нН][оО][мМ])|/[^/]*-\s*\d[^/]*/|№\s*№|^\d+\s-\s\d|[а-яіїє]\s*-\s*\d+-[а-яіїє]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """A number and where it stands, with its sign; None as value: the place is left blank."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRange:
    """Many acts under one line, from the first number to the last, and where the words stand."""

    start: int
    end: int
    first: str
    last: str


def normalise_number(raw: str) -> str:
    """One form of a number: no spaces, Latin convocation, Cyrillic suffixes, hyphens."""
    if _NORMAL.fullmatch(raw):
        return raw
    compact = re.sub(r"\s*([-/_.])\s*", r"\1", plain(raw).strip().replace("\\", "/"))
    compact = re.sub(r"\s+(?=[IVXLІХ]+$)", "/", compact)
    compact = re.sub(r"(?<=\d-)(\d+)(?=[VXІI])", r"\1/", compact)
    separators = _PART.findall(compact)
    parts = [_normal_part(part) for part in _PART.split(compact)]
    return "".join(part + sep for part, sep in zip(parts, [*separators, ""], strict=True))


def find_signed(text: str) -> FoundNumber | None:
    """The first number after a number sign, or the first blank one, in plain text."""
    sign = _MAY_BE_SIGN.search(text)
    signed = _SIGNED.search(text, sign.start()) if sign else None
    blank = _BLANK.search(text) if _MAY_BE_BLANK.search(text) else None
    if blank and (signed is None or blank.start() <= signed.start()):
        return FoundNumber(start=blank.start(), end=blank.end(), value=None)
    return _found(signed) if signed else None


def is_one_of_many(text: str, number: FoundNumber) -> bool:
    """Whether further numbers follow this one in plain text."""
    return _FURTHER.match(text, number.end) is not None


def match_bare(text: str, position: int = 0) -> FoundNumber | None:
    """The number without a sign that begins exactly at the position of plain text."""
    match = _BARE.match(text, position)
    return _found(match) if match else None


def match_after_garbage(text: str, position: int) -> FoundNumber | None:
    """The number after what optical recognition left of a number sign."""
    garbage = _GARBAGE_SIGN.match(text, position)
    return match_bare(text, garbage.end()) if garbage else None


def find_range(text: str) -> NumberRange | None:
    """The range of numbers that a line speaks of, in plain text."""
    match = _RANGE.search(text) if _MAY_BE_RANGE.search(text) else None
    if match is None:
        return None
    first, last = (normalise_number(part) for part in match.groups() if part)
    if match["first_plural"] and _falls(first, last):
        return None
    if match["first_letters"] and first.partition("-")[2] != last.partition("-")[2]:
        return None  # «№ 15-р - 2-й план»
    return NumberRange(start=match.start(), end=match.end(), first=first, last=last)


def _falls(first: str, last: str) -> bool:
    """«№№ 870-30/VIII»: one number with its session, and a sign too many."""
    begins = [_DIGITS.match(part) for part in (first, last)]
    low, high = (int(digits.group()) if digits else 0 for digits in begins)
    return low > high


def _found(match: re.Match[str]) -> FoundNumber:
    raw = _BEFORE_OFFICE.sub("-", match["number"])
    value = None if _may_be_misread(raw) else normalise_number(raw)
    return FoundNumber(start=match.start(), end=match.end(), value=value)


def _may_be_misread(raw: str) -> bool:
    letter = "О" in raw or "З" in raw or "O" in raw or "l" in raw
    return letter and _MISREAD.search(raw) is not None


def _normal_part(part: str) -> str:
    """A convocation in Latin letters, a suffix in Cyrillic ones, anything else as it is."""
    if part.isdigit():
        return part
    part = part.translate(_ALIKE) if _TYPED_ALIKE.fullmatch(part) else part
    convocation = re.sub(r"(?<=[VXІI])[1l]+", lambda ones: "I" * len(ones.group()), part)
    return roman(convocation) or to_cyrillic(part)
