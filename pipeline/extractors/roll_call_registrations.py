"""The list of who came, which systems print before the votes: nobody votes in it.

| 1 | Приклад Петро Іванович | присутній  |
| 2 | Зразок Ольга Петрівна  | відсутня   |

«Відсутня» is a choice as well, so such a list is told by the others in it who are present.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.roll_call_headings import is_about
from pipeline.extractors.roll_call_lines import Printed, bare
from pipeline.ukrainian.text import plain
from pipeline.ukrainian.vote_totals import totals_of
from pipeline.ukrainian.votes import Choice, is_name

_PRESENT = re.compile(
    r"(?<!\w)(?:присутн(?:ій|я)|зареєстрован(?:ий|а)|прису?т?\.)\)?\s*$", re.IGNORECASE
)
_COMERS = re.compile(r"\W*(?:на\s+сесії\s+|на\s+засіданні\s+)?присутні", re.IGNORECASE)
OF_COMERS = frozenset({"present", "absent", "seats", "quorum"})
"""Totals of those who came, not of a vote."""


def without_registrations(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, with those of such a list and the totals right under it as words of the form."""
    found = list(lines)
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and (found[end].votes or _is_present(found[end])):
            end += 1
        if _is_registration(found[at:end]):
            end = _after_totals(found, end)
            found[at:end] = [
                replace(one, votes=(), rest=(), said={}, text="", form="registration")
                for one in found[at:end]
            ]
        at = max(end, at + 1)
    return found


def _is_present(line: Printed) -> bool:
    found = None if line.votes else _PRESENT.search(plain(line.text))
    return found is not None and is_name(bare(line.text[: found.start()].rstrip(" .:–—-(")))


def _is_registration(lines: Sequence[Printed]) -> bool:
    """Whether everybody in it is present or absent, and somebody present."""
    present = any(map(_is_present, lines))
    return present and all(vote.choice is Choice.ABSENT for line in lines for vote in line.votes)


def _after_totals(lines: Sequence[Printed], at: int) -> int:
    while at < len(lines):
        totals = totals_of(lines[at].text)
        if lines[at].text and not (totals and set(totals) <= OF_COMERS):
            break
        at += 1
    return at


def without_comers(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, with «Відсутні: Приклад П.І.» under «Присутні: …» as words of the form.

    That is so before the first matter of the meeting alone; under a matter they are its votes.
    """
    first = next((at for at, line in enumerate(lines) if line.votes), len(lines))
    above = [line.text for line in lines[:first] if line.text]
    is_list = bool(above) and _COMERS.match(plain(above[-1])) is not None
    titled = any(map(is_about, above))
    if not is_list or titled or not _is_followed_by_matter(lines[first:]):
        return list(lines)
    said = replace(lines[first], votes=(), said={}, text="", form="absent")
    return [*lines[:first], said, *lines[first + 1 :]]


def _is_followed_by_matter(lines: Sequence[Printed]) -> bool:
    """Whether the first line lists absent people alone, and a matter comes before other votes."""
    if not all(vote.choice is Choice.ABSENT for vote in lines[0].votes):
        return False
    return next(
        (is_about(line.text) for line in lines[1:] if line.votes or is_about(line.text)), False
    )
