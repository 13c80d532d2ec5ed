"""Whether an act is in force, where its line says so: «… від 20.05.2021р. Втратив чинність».

Source of the words: the closed list of the recommended structure `LegalActs` of resolution 835.
"""

import re
from functools import lru_cache

from pipeline.ukrainian.text import KEPT_LINES, plain

_STATUSES = (
    (r"не\s+набра(?:в|ла|ло)\s+чинності", "Не набрав чинності"),
    (r"набирає\s+чинності", "Набирає чинності"),
    (r"втрати(?:в|ла|ло)\s+чинність|не\s?чинн(?:ий|а|е)", "Втратив чинність"),
    (r"чинн(?:ий|а|е)", "Чинний"),
    (r"дію\s+зупинено", "Дію зупинено"),
    (r"дію\s+відновлено", "Дію відновлено"),
)
_STEM = re.compile(r"чинн|д[іi]ю\s", re.IGNORECASE)
_LONGEST = 30
"""Signs of the longest status with what stands after it."""
_ANY = "|".join(f"(?P<s{index}>{pattern})" for index, (pattern, _) in enumerate(_STATUSES))
# At the end of the line with a capital letter: «що втратило чинність, рішення» is a title.
_AT_END = re.compile(rf"(?:^|[\s.;|,\"])(?=[А-ЯІЇЄҐ])(?i:{_ANY})[\s.]*$")
_IN_BRACKETS = re.compile(rf"[(\[]\s*(?i:{_ANY})(?:[\s,;][^()\[\]]*)?[)\]][\s.;]*$")


def without_status(line: str) -> str:
    """The line without the status that stands at its end after other words, or in brackets."""
    match = _status(plain(line))
    return line[: match.start()].rstrip(" ;|,") if match and match.start() else line


@lru_cache(maxsize=KEPT_LINES)
def find_status(line: str) -> str | None:
    """The status that a line ends with, in the words of the closed list; None: it says none.

    Args:
        line: with its spaces folded.
    """
    match = _status(plain(line))
    return _STATUSES[int((match.lastgroup or "s0")[1:])][1] if match else None


def _status(text: str) -> re.Match[str] | None:
    """Where a status ends plain text; most lines have none, which the expressions find slowly."""
    match = _AT_END.search(text) if _STEM.search(text, len(text) - _LONGEST) else None
    if match is None and ("(" in text or "[" in text) and _STEM.search(text):
        match = _IN_BRACKETS.search(text)
    return match
