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
    (r"втрати(?:в|ла|ло)\s+чинність|не\s?чинн(?:ий|а|е)", "Втратив чинність"),
    (r"(?:чинн|діюч)(?:ий|а|е)", "Чинний"),
    (r"дію\s+зупинено", "Дію зупинено"),
    (r"дію\s+відновлено", "Дію відновлено"),
    (rf"скасован(?:о|ий|а|е)(?=\s*[)\].;]|\s*$|{_BY})", "Втратив чинність"),
)
_STEMS = ("чинн", "дію", "скасован")
_ANY = "|".join(f"(?P<s{index}>{pattern})" for index, (pattern, _) in enumerate(_STATUSES))
# At the end of the line with a capital letter: «що втратило чинність, рішення» is a title.
_AT_END = re.compile(rf"(?:^|[\s.;|,\"])(?=[А-ЯІЇЄҐ])(?i:{_ANY})[\s.]*$")
_SAID = r"(?i:визнан[ои]?\s+так[аиоі]\w+,?\s+що\s+)?"
# After the closing quote of a title, or a line or cell of its own, in small letters as well.
_APART = re.compile(rf"(?:^|\"[\s.,;-]*){_SAID}(?i:{_ANY})(?:[\s.]*$|{_BY}\s.*$)")
_IN_BRACKETS = re.compile(rf"[(\[]\s*{_SAID}(?i:{_ANY})(?:[\s,;][^()\[\]]*)?[)\]][\s.;]*$")


def without_status(line: str) -> str:
    """The line without the status that stands at its end after other words, or in brackets."""
    text = plain(line)
    if not _may_say_any(text):
        return line
    match = _AT_END.search(text) or _IN_BRACKETS.search(text)
    return line[: match.start()].rstrip(" ;|,") if match and match.start() else line


@lru_cache(maxsize=KEPT_LINES)
def find_status(line: str) -> str | None:
    """The status that a line ends with, in the words of the closed list; None: it says none.

    Args:
        line: with its spaces folded.
    """
    text = plain(line)
    if not _may_say_any(text):
        return None
    for pattern in (_AT_END, _APART, _IN_BRACKETS):
        if match := pattern.search(text):
            return _STATUSES[int((match.lastgroup or "s0")[1:])][1]
    return None


def _may_say_any(text: str) -> bool:
    """Whether a word of a status is there at all: the expressions are slow to find out."""
    folded = text.lower()
    return any(stem in folded for stem in _STEMS)
