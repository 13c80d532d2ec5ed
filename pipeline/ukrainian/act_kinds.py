"""Kinds of acts in any grammatical case, with who issued them.

The words are Ukrainian even where the page is Russian, as older ones of some councils are.
Source of the list: the kinds that councils publish (resolution 835, annex, item on acts of local
self-government) and the acts of the state that their titles quote.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.ukrainian.text import KEPT_LINES, plain

# Stem as a pattern -> the word as a catalogue shows it. The order decides between two at one place.
_HEADS = (
    (r"про[єе]кт(?:у|ом|і|и)?\s*рішен(?:ня|ні|ням|ню|ь)", "проєкт рішення"),
    (r"про[єе]кт(?:у|ом|і|и)?\s*розпоряджен(?:ня|ні|ням|ню|ь)", "проєкт розпорядження"),
    (r"про[єе]кт(?:у|ом|і|и)?\s*(?:наказу|наказів)", "проєкт наказу"),
    (r"про[єе]кт(?:у|ом|і|и)?\s*(?:постанови|постанов)", "проєкт постанови"),
    (r"про[єе]кт(?:у|ом|і|и)?\s*(?:ухвали|ухвал)", "проєкт ухвали"),
    (r"рішен(?:ня|ням)\s*\(\s*про[єе]кт\s*\)", "проєкт рішення"),
    (r"розпоряджен(?:ня|ням)\s*\(\s*про[єе]кт\s*\)", "проєкт розпорядження"),
    (r"проект(?:а|ом)?\s*решени(?:я|й)", "проєкт рішення"),
    (r"поряд(?:ок|ку)\s+денн(?:ий|ого|ому)", "порядок денний"),
    (r"перелік(?:у|ом)?\s+рішень", "перелік рішень"),
    (r"перелік(?:у|ом)?\s+розпоряджень", "перелік розпоряджень"),
    (r"перелік(?:у|ом)?\s+наказів", "перелік наказів"),
    (r"аналіз(?:у|ом)?\s+регуляторного\s+впливу", "аналіз регуляторного впливу"),
    (r"регуляторн(?:ий|ого|ому|им)\s+акт(?:а|у|ом|ові)?", "регуляторний акт"),
    (r"рішен(?:ня|ні|ням|ню)|ріш\.(?=\s*(?:№|від))", "рішення"),
    (r"розпоряджен(?:ня|ні|ням|ню)|розп\.(?=\s*(?:№|від))", "розпорядження"),
    (r"решени(?:е|я|ем|ю|и)", "рішення"),
    (r"распоряжени(?:е|я|ем|ю|и)", "розпорядження"),
    (r"приказ(?:а|ом|у)?", "наказ"),
    (r"постановлени(?:е|я|ем|ю|и)", "постанова"),
    (r"декрет(?:у|ом|і)?", "декрет"),
    (r"наказ(?:у|ом|и|і|ові)?", "наказ"),
    (r"постанов(?:а|и|і|у|ою)", "постанова"),
    (r"ухвал(?:а|и|і|у|ою)", "ухвала"),
    (r"протокол(?:у|ом|і)?", "протокол"),
    (r"указ(?:у|ом|і)?", "указ"),
    (r"закон(?:у|ом|і)?", "закон"),
    (r"виснов(?:ок|ку|ком|ки)", "висновок"),
    (r"доручен(?:ня|ні|ням|ню)", "доручення"),
    (r"документ(?:а|у|ом)?", "документ"),
    (r"про[єе]кт(?:у|ом|і)?", "проєкт"),
)
# Words that name an act only where its number or date follows at once: «Звіт № 5», but «Звіт про …»
# is the title of an act.
_WEAK = "звіт лист акт припис довідка витяг повідомлення оголошення подання резолюція меморандум"
_FIRST_OF_WEAK = "".join(sorted({word[0] for word in _WEAK.split()}))
# Papers about another act: the number and date in them belong to that act.
_ABOUT_ANOTHER = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"звіт(?:у|ом)?(?=\s+про\s+(?:\w+\s+)?відстеження)", "звіт"),
        (r"аналіз(?:у|ом)?\s+регуляторного\s+впливу", "аналіз регуляторного впливу"),
        (r"повідомлен(?:ня|ням)(?=\s+про\s+(?:оприлюднення|публікацію))", "повідомлення"),
        (r"додат(?:ок|ка|ку)(?:\s*№?\s*\d+)?(?=\s+до\b)", "додаток"),
        (
            r"додат(?:ок|ка|ку)(?:\s*№?\s*\d+)?(?=\.?\s[^\"]{1,100}\sдо\s+(?:про[єе]кту\s+)?"
            r"(?:рішен|розпоряджен|наказ))",
            "додаток",
        ),
        (r"пояснювальн(?:а|ої|у)\s+записк(?:а|и|у)", "пояснювальна записка"),
    )
)
_ANOTHER_BEGINS = frozenset(pattern.pattern[:2] for pattern, _ in _ABOUT_ANOTHER)


def _by_first_letters() -> str:
    """All kinds, under the two letters that they begin with: few words begin with them."""
    groups: dict[str, list[str]] = {}
    for index, (pattern, _) in enumerate(_HEADS):
        groups.setdefault(pattern[:2], []).append(f"(?P<h{index}>{pattern})")
    return "|".join(f"(?={first})(?:{'|'.join(group)})" for first, group in groups.items())


_HEAD = re.compile(rf"(?<![\w'-])(?=[прандузв])(?:{_by_first_letters()})(?![\w'-])", re.IGNORECASE)
# … or of a letter, after who wrote it: «Лист Департаменту фінансів від …».
_WEAK_HEAD = re.compile(
    rf"(?<![\w'-])(?=[{_FIRST_OF_WEAK}])(?:{_WEAK.replace(' ', '|')})(?=\s*(?:№|\bN\b|від\s*\"?\d))"
    r"|\A(?:лист|припис|подання)(?=(?:\s+(?!про\s|від\s)[\w'().-]+){1,8}\s+(?:№|від\s)\s*\d)",
    re.IGNORECASE,
)
# What must stand after a weak one: where it is missing, nothing need be looked for.
_AFTER_WEAK = re.compile(r"[№Nn]|[вВ][іІ][дД]")
_ISSUER = re.compile(
    r"""
    \s+(?:(?:\d+(?:-?\w{1,2})?|(?-i:[IVXLІХ]+)|(?:[а-яіїє']+(?:ть|рок|сят|сто)\s+)?(?:перш|друг|трет|четверт|[а-яіїє']+(?:[тмс]|ов))ь?ої)
    \s+(?=\(?(?:поза)?чергової|сесії))?(?:\(?(?:поза)?чергової\)?\s+)?
    (?P<words>(?:(?:
        сесії | виконкому | виконавчого\s+(?:комітету|органу) | голови | ради(?!\s+оборони)
      | вк | вца | [мос]ва | р[вд]а | о[вд]а | [тв]\.\s?(?:в\.\s?)?о\. | секретаря
      | (?:першого\s+)?заступника | у\s+місті
      | [а-яіїєґ'-]+(?:ського|цького|зького)(?=\s+(?:міськ|сільськ|селищн)ого\s)
      | міністерства(?:\s+(?!від\b)[а-яіїєґ',]+){1,8}?(?=\s+україни)
      | (?:міськ|сільськ|селищн|районн|обласн|військов|цивільн|державн)\w*(?:-\w+)?
      | [а-яіїєґ'-]+(?:ської|цької|зької)
      | адміністрації | управління | відділу | департаменту | служби | комісії | постійної
      | начальника | керівника | кабінету\s+міністрів | каб\.\s+міністрів | кму | президента
      | верховної | міністерства | україни
    )(?!\w)\s*)+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PROPER = re.compile(
    r"кму|вца|[мос]ва|р[вд]а|о[вд]а|вк|україни|президента|верховної|кабінету|каб\.|міністрів|міністерства"
    r"|(?!міськ|сільськ|військов)[а-яіїєґ'-]+(?:ської|цької|зької|ського|цького|зького)"
)
_SINGLE = re.compile(r" \S \S ")
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?:[ \u00a0][^\W\d_]){3,}(?!\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundKind:
    """A kind in words, lower case, and where it stands with its issuer."""

    start: int
    end: int
    words: str
    head: str
    """The kind without its issuer: «рішення», «проєкт рішення»."""
    about_another: bool = False
    """Whether number and date beside it belong to another act."""


@lru_cache(maxsize=KEPT_LINES)
def join_spaced_letters(line: str) -> str:
    """«Р І Ш Е Н Н Я» as one word; letters that give no known kind stay as they are."""
    # Few lines have single letters: the expression is slow to find that out.
    single = _SINGLE.search(line.replace("\u00a0", " "))
    return _SPACED.sub(_joined, line) if single else line


@lru_cache(maxsize=KEPT_LINES)
def find_kinds(text: str) -> tuple[FoundKind, ...]:
    """All kinds in plain text, in their order."""
    found = [_strong(text, match) for match in _HEAD.finditer(text)]
    if _AFTER_WEAK.search(text):
        found += [_weak(match) for match in _WEAK_HEAD.finditer(text)]
        found.sort(key=lambda kind: kind.start)
    return tuple(found)


def head_of(words: str) -> str:
    """The kind without its issuer: «рішення» for «рішення виконавчого комітету»."""
    found = find_kinds(plain(words))
    return found[0].head if found else words


def match_paper_about_another(text: str) -> FoundKind | None:
    """The kind of a paper about another act, where plain text begins with one."""
    if text[:2].lower() not in _ANOTHER_BEGINS:
        return None  # as nearly all lines
    for pattern, words in _ABOUT_ANOTHER:
        match = pattern.match(text)
        if match:
            return FoundKind(start=0, end=match.end(), words=words, head=words, about_another=True)
    return None


def _strong(text: str, match: re.Match[str]) -> FoundKind:
    index = int((match.lastgroup or "h0")[1:])
    head = _HEADS[index][1]
    issuer = _ISSUER.match(text, match.end())
    words = f"{head} {_issuer(issuer['words'])}" if issuer else head
    end = issuer.end() if issuer else match.end()
    return FoundKind(start=match.start(), end=end, words=words, head=head)


def _issuer(words: str) -> str:
    """In lower case but for proper names: «РІШЕННЯ ВИКОНАВЧОГО КОМІТЕТУ», «Кабінету Міністрів»."""
    folded = (_proper(word) if _PROPER.fullmatch(word) else word for word in words.lower().split())
    return " ".join(folded).replace("Верховної ради", "Верховної Ради")


def _proper(word: str) -> str:
    if len(word) <= len("кму"):
        return word.upper()
    return "-".join(part.capitalize() for part in word.split("-"))


def _weak(match: re.Match[str]) -> FoundKind:
    head = match.group().lower()
    return FoundKind(start=match.start(), end=match.end(), words=head, head=head)


def _joined(match: re.Match[str]) -> str:
    word = "".join(match.group().split())
    return word if _HEAD.fullmatch(plain(word)) else match.group()
