"""Whether an act is in force, where its line says so: «… від 20.05.2021р. Втратив чинність».

Source of the words: the closed list of the recommended structure `LegalActs` of resolution 835.
"""

import re
from functools import lru_cache

from pipeline.ukrainian.text import KEPT_LINES, plain

_BY = r"[\s,]+(?:згідно|відповідно|на\s+підставі|рішенням|розпорядженням|з\s+\d)"
"""What a status may go on with: by what the act lost its force."""
_STATUSES = (
    (r"не\s+набра(?:в|ла|ло)\s+чинності", "Не набрав чинності"),
    (r"набирає\s+чинності", "Набирає чинності"),
    (r"втрати(?:в|ла|ло)\s+чинність|не\s?(?:чинн|діюч)(?:ий|а|е)|не\s?діє", "Втратив чинність"),
    (r"(?:чинн|діюч)(?:ий|а|е)|діє(?!\s+до)", "Чинний"),
    (r"дію\s+зупинено", "Дію зупинено"),
    (r"дію\s+відновлено", "Дію відновлено"),
    (rf"скасован(?:о|ий|а|е)(?=\s*[)\].;]|\s*$|{_BY})", "Втратив чинність"),
)
_ANY = "|".join(f"(?P<s{index}>{pattern})" for index, (pattern, _) in enumerate(_STATUSES))
# At the end of the line with a capital letter or behind a dash: «що втратило чинність, рішення»
# is a title.
_AT_END = re.compile(rf"(?:\s-\s+|(?:^|[\s.;|,\"])(?=[А-ЯІЇЄҐ]))(?i:{_ANY})[\s.]*$")
# Before the words of the line, with a sign that sets it apart: «[Втратило чинність] Рішення № 5».
_BEFORE = re.compile(
    rf"(?P<open>[(\[]\s*)?(?=[А-ЯІЇЄҐ]|(?<=[(\[]))(?i:{_ANY})\s*(?(open)[)\]]\s*|[!.:;|]\s+)(?=\S)"
)
_FIRST_SIGNS = tuple("([НВЧДС")
_SAID = r"(?i:визнан[ои]?\s+так[аиоі]\w+,?\s+що\s+)?"
# After the closing quote of a title, or a line or cell of its own, in small letters as well.
_APART = re.compile(rf"(?:^|\"[\s.,;-]*){_SAID}(?i:{_ANY})(?:[\s.]*$|{_BY}\s.*$)")
_IN_BRACKETS = re.compile(rf"(?:[(\[]|\s/)\s*{_SAID}(?i:{_ANY})(?:[\s,;][^()\[\]]*)?[)\]/][\s.;]*$")


def without_status(line: str) -> str:
    """The line without the status that stands at its end after other words, or in brackets."""
    if not may_say_status(line):
        return line
    text = plain(line)
    match = _AT_END.search(text) or _IN_BRACKETS.search(text)
    return line[: match.start()].rstrip(" ;|,") if match and match.start() else line


def without_status_before(line: str) -> str:
    """The line without the status that stands before its words, set apart by a sign."""
    if not (line.startswith(_FIRST_SIGNS) and may_say_status(line)):
        return line
    match = _BEFORE.match(plain(line))
    return line[match.end() :] if match else line


@lru_cache(maxsize=KEPT_LINES)
def find_status(line: str) -> str | None:
    """The status that a line ends or begins with, in the words of the closed list; or None.

    Args:
        line: with its spaces folded.
    """
    if not may_say_status(line):
        return None
    text = plain(line)
    for pattern in (_AT_END, _APART, _IN_BRACKETS):
        if match := pattern.search(text):
            return _said(match)
    before = _BEFORE.match(text)
    return _said(before) if before else None


def _said(match: re.Match[str]) -> str:
    return next(words for index, (_, words) in enumerate(_STATUSES) if match[f"s{index}"])


@lru_cache(maxsize=KEPT_LINES)
def may_say_status(line: str) -> bool:
    """Whether a word of a status is there at all: the expressions are slow to find out."""
    folded = plain(line).lower()
    return "чинн" in folded or "дію" in folded or "діє" in folded or "скасован" in folded
