"""What a printed roll call says of a vote as a whole: totals in words and numbers, the outcome.

The values are those of item 29 of the edition of 2025 (descriptions of `voteEvents`).
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from pipeline.ukrainian.text import plain


class Outcome(StrEnum):
    """What came of a vote."""

    ADOPTED = "Прийнято"
    NOT_ADOPTED = "Не прийнято"


LONGEST = 400
"""Signs of a cell or of a line of totals; a longer one is a text."""
_LABELS: Mapping[str, str] = {
    "for": r"за",
    "against": r"против|проти",
    "abstained": r"утрим(?:алось|алося|алися|ались|ався|алась)|воздержал(?:ись|ся|ось)"
    r"|утр(?:им)?\.?",
    "not_voting": r"не\s+голосувал[оиа]|не\s+голосував|не\s+голосовал[иоа]?"
    r"|не\s+брал[ио]\s+участі(?:\s+[ув]\s+голосуванні)?|не\s+гол(?:ос)?\.?|н/г",
    "absent": r"відсутн(?:і|іх|ьо|ій)|отсутству(?:ют|ет)|відс(?:утн?)?\.?",
    "present": r"присутн(?:і|іх|ьо)(?:\s+на\s+засіданні)?|прис(?:утн?)?\.",
    # The seats of the council, taken or not: no total of this vote.
    "seats": r"(?:усього|всього|загальна\s+кількість)\s+(?:обраних\s+)?депутатів"
    r"(?:\s+[ув]\s+раді)?",
    "quorum": r"кворум",
    "all": r"(?:усього|всього)(?:\s+(?:про)?голосувал[оиа])?|(?:про)?голосувал[оиа]|разом",
}
_TOTAL = (
    r"[\"']?(?:"
    + "|".join(f"(?P<{name}{{at}}>{words})" for name, words in _LABELS.items())
    + r")[\"']?\s*[:=.–—-]*\s*(?P<number{at}>\d{{1,3}}(?!\d)|нема(?:є)?(?!\w)|жодн\w+)"
    + r"(?:\s*\(?(?:голос\w*|чол\w*\.?|депутат\w*|осіб)\)?)?"
    # «21 (84,6 %)»: the share says nothing that the number does not.
    + r"(?:\s*[(,;-]?\s*\d{{1,3}}(?:[.,]\d{{1,2}})?\s*%\)?)?"
)
_ONE = re.compile(_TOTAL.format(at=""), re.IGNORECASE)
_LINE = re.compile(
    r"(?:(?:з\s+них|результати?(?:\s+голосування)?|разом|усього|всього|підсумки?(?:\s+голосування)?"
    r"|(?:про)?голосувал[иао]|кількість\s+голосів)\s*:?\s*)?(?:(?>"
    + re.sub(r"\?P<\w+>", "?:", _TOTAL.format(at=""))
    + r"[\s,;.|/]*))+",
    re.IGNORECASE,
)
# «ВСЬО Г О : 45», «В С Ь О Г:О 45»: what print to PDF leaves of the word.
_ALL = re.compile(r"[ВУ]СЬОГО(?P<number>\d{1,4})")
_TAIL = re.compile(r"[;,.]\s*(?P<outcome>[^;,.]*[^\W\d_]{5}\s*[.!]?)\Z")
_SPREAD = re.compile(r"(?<!\w)(?:[^\W\d_]\s+){3,}[^\W\d_](?!\w)")
# Who or how many were for it: «прийнято одноголосно», «прийнято більшістю голосів».
_HOW = r"(?:\s*[,(-]?\s*(?:одноголосно|одностайно|більшістю(?:\s+голосів)?)(?:\s+депутат\w+)?\)?)"
_MATTER = r"(?:про[єе]кт\s+)?(?:рішення|решение|ухвал[ау]|пропозиці[яюї]|висновок)"
_OUTCOME = re.compile(
    r"(?:(?:вирішили|ухвалили)\s*:\s*)?(?:результати?(?:\s+голосування)?\s*[:–—-]+\s*)?"
    rf"(?:{_MATTER}\s*(?:№\s*[\w./-]+\s*)?[:–—-]*\s*)?(?:одноголосно\s+)?"
    r"(?:(?P<no>не\s*)?(?:прийнят|ухвален|принят|підтриман)[оаеиу]"
    rf"(?:\s+(?:за\s+основу(?:\s+(?:і|й|та)\s+[ву]\s+цілому)?|[ву]\s+цілому))?{_HOW}?"
    r"(?:\s*\((?:додається|(?:недостатньо|не\s+вистач\w+|не\s+набра\w+)\s[^()]{1,60})\))?"
    r"|(?P<down>відхилен[оаеиу]|не\s+набрал[оаи]\b.{0,80}))[.!]?",
    re.IGNORECASE,
)


def totals_of(line: str) -> Mapping[str, int]:
    """Totals in a line that consists of them: `for`, `against`, …; empty: it is something else."""
    folded = _together(_unbarred(line).strip("()"))
    spread = _ALL.fullmatch(re.sub(r"[\s:]", "", folded)) if len(folded) <= LONGEST else None
    if spread is not None:
        return {"all": int(spread["number"])}
    tail = _TAIL.search(folded) if len(folded) <= LONGEST else None
    if tail is not None and _OUTCOME.fullmatch(tail["outcome"]):
        folded = folded[: tail.start()]
    folded = _headed(folded)[1] if len(folded) <= LONGEST else folded
    if len(folded) > LONGEST or not _LINE.fullmatch(folded):
        return {}
    return {_label(match): _number(match["number"]) for match in _ONE.finditer(folded)}


def _headed(folded: str) -> tuple[str, str]:
    """Outcome and totals of a line where the one stands over the other: «Прийнято: за – 20»."""
    head, _, rest = folded.partition(":")
    return (head, rest.strip()) if _OUTCOME.fullmatch(head.strip()) else ("", folded)


def _unbarred(line: str) -> str:
    return plain(line).replace("|", " ").strip()


def _together(folded: str) -> str:
    """«В С Ь О Г О: 20», «Р І Ш Е Н Н Я  П Р И Й Н Я Т О»: words spread for the eye."""
    return _SPREAD.sub(lambda found: re.sub(r"\s", "", found.group()), folded)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else 0


def _label(match: re.Match[str]) -> str:
    return next(name for name in _LABELS if match[name])


def outcome_of(line: str) -> Outcome | None:
    """The outcome that a line announces, also after totals: «За – 20, проти – 1. Прийнято»."""
    tail = _TAIL.search(_unbarred(line)) if len(line) <= LONGEST else None
    if len(line) <= LONGEST and totals_of(line):
        line = _headed(_unbarred(line))[0] or (tail["outcome"] if tail is not None else line)
    match = _OUTCOME.fullmatch(_together(_unbarred(line))) if len(line) <= LONGEST else None
    if match is None:
        return None
    return Outcome.NOT_ADOPTED if match["no"] or match["down"] else Outcome.ADOPTED
