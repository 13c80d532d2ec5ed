"""Words of printed roll calls: who voted how, the totals under them, and the outcome.

The values are those of item 29 of the edition of 2025 (descriptions of `vote` and `voteEvents`).
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from pipeline.ukrainian.text import plain


class Choice(StrEnum):
    """How somebody voted; absent is not the same as present without a vote."""

    FOR = "За"
    AGAINST = "Проти"
    ABSTAINED = "Утримався"
    NOT_VOTING = "Не голосував"
    ABSENT = "Відсутній"


class Outcome(StrEnum):
    """What came of a vote."""

    ADOPTED = "Прийнято"
    NOT_ADOPTED = "Не прийнято"


_MORE = r"(?:\s*\([^()]{1,5}\))?"
_CHOICES = (
    (r"(?:голосува(?:в|ла)\s+)?[з3]а", Choice.FOR),
    (r"(?:голосува(?:в|ла)\s+)?проти", Choice.AGAINST),
    (rf"утрим(?:ав(?:ся|сь)?|алас[ья]|алися|ались|алося|алось)?{_MORE}|утр", Choice.ABSTAINED),
    (
        rf"не\s*гол(?:ос(?:ував|увала|ували|увало)?)?{_MORE}|н/?г"
        r"|не\s+(?:брал?[аи]?|брав|взя(?:в|ла))\s+участ[іь](?:\s+[ув]\s+голосуванні)?",
        Choice.NOT_VOTING,
    ),
    (
        rf"(?:бу(?:в|ла)\s+)?відсут(?:ній|ня|ні|ньо)?{_MORE}(?:\s+на\s+засіданні)?|відс",
        Choice.ABSENT,
    ),
)
_CHOICE = tuple(
    (re.compile(rf"(?:{words})\.?\*?", re.IGNORECASE), what) for words, what in _CHOICES
)
_AT_END = re.compile(
    r"(?P<name>.*?[^\W\d_].*?)[\s.:–—-]+(?P<choice>"
    + "|".join(f"(?:{words})" for words, _ in _CHOICES)
    + r")\.?\*?",
    re.IGNORECASE,
)

LONGEST = 400
"""Signs of a cell or of a line of totals; a longer one is a text."""
_LABELS: Mapping[str, str] = {
    "for": r"за",
    "against": r"проти",
    "abstained": r"утрим(?:алось|алося|алися|ались|ався)",
    "not_voting": r"не\s+голосувал[оиа]|не\s+голосував"
    r"|не\s+брал[ио]\s+участі(?:\s+[ув]\s+голосуванні)?",
    "absent": r"відсутн(?:і|іх|ьо|ій)",
    "present": r"присутн(?:і|іх|ьо)(?:\s+на\s+засіданні)?",
    "all": r"(?:усього|всього)(?:\s+(?:про)?голосувал[оиа])?|(?:про)?голосувал[оиа]|разом",
}
_TOTAL = (
    r"[\"']?(?:"
    + "|".join(f"(?P<{name}{{at}}>{words})" for name, words in _LABELS.items())
    + r")[\"']?\s*[:=–—-]*\s*(?P<number{at}>\d{{1,4}})"
    + r"(?:\s*(?:голос\w*|чол\w*\.?|депутат\w*|осіб))?"
)
_ONE = re.compile(_TOTAL.format(at=""), re.IGNORECASE)
_LINE = re.compile(
    r"(?:(?:з\s+них|результати?(?:\s+голосування)?)\s*:?\s*)?(?:"
    + re.sub(r"\?P<\w+>", "?:", _TOTAL.format(at=""))
    + r"[\s,;.|/]*)+",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"(?:результати?(?:\s+голосування)?\s*[:–—-]+\s*)?"
    r"(?:(?:про[єе]кт\s+)?(?:рішення|ухвал[ау]|пропозиці[яюї])\s*[:–—-]*\s*)?"
    r"(?:(?P<no>не\s+)?(?:прийнят|ухвален)[оаеиу]"
    r"(?:\s+(?:за\s+основу(?:\s+(?:і|й|та)\s+[ву]\s+цілому)?|[ву]\s+цілому))?"
    r"|(?P<down>відхилен[оаеиу]|не\s+набрал[оаи]\b.{0,80}))[.!]?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[^\W\d_][\w'-]+(?:\s*\([^\W\d_][\w'-]+\))?(?:\s+(?:[^\W\d_]\.\s?[^\W\d_]?\.?|[^\W\d_][\w'-]+)){1,3}"
)


def choice_of(words: str) -> Choice | None:
    """The choice that a cell consists of; None: it is something else."""
    folded = plain(words).strip(' .,;«»"')
    return next((what for pattern, what in _CHOICE if pattern.fullmatch(folded)), None)


def split_choice(words: str) -> tuple[str, Choice] | None:
    """Name and choice in one text: «Приклад П. П. – За»."""
    match = _AT_END.fullmatch(plain(words).strip()) if len(words) <= LONGEST else None
    choice = choice_of(match["choice"]) if match else None
    return (match["name"].strip(), choice) if match and choice else None


def is_name(words: str) -> bool:
    """Whether words look like a surname with names or initials, each with a capital letter."""
    folded = plain(words).strip()
    capital = all(part[:1].isupper() for part in re.findall(r"[^\W\d_][\w'-]*", folded))
    return _NAME.fullmatch(folded) is not None and capital


def totals_of(line: str) -> Mapping[str, int]:
    """Totals in a line that consists of them: `for`, `against`, …; empty: it is something else."""
    folded = plain(line[:LONGEST]).strip(" |")
    if not _LINE.fullmatch(folded):
        return {}
    return {_label(match): int(match["number"]) for match in _ONE.finditer(folded)}


def _label(match: re.Match[str]) -> str:
    return next(name for name in _LABELS if match[name])


def outcome_of(line: str) -> Outcome | None:
    """The outcome that a line announces."""
    match = _OUTCOME.fullmatch(plain(line[:LONGEST]).strip(" |"))
    if match is None:
        return None
    return Outcome.NOT_ADOPTED if match["no"] or match["down"] else Outcome.ADOPTED
