"""The list of who came, which systems print before the votes: nobody votes in it.

| 1 | Приклад Петро Іванович | присутній  |
| 2 | Зразок Ольга Петрівна  | відсутня   |

«Відсутня» is a choice as well, so such a list is told by the others in it who are present.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.roll_call_lines import Printed, bare
from pipeline.ukrainian.text import plain
from pipeline.ukrainian.vote_totals import totals_of
from pipeline.ukrainian.votes import Choice, is_name

_PRESENT = re.compile(
    r"(?<!\w)(?:присутн(?:ій|я)|зареєстрован(?:ий|а)|прису?т?\.)\)?\s*$", re.IGNORECASE
)
_OF_COMERS = {"present", "absent", "seats", "all"}


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
                replace(one, votes=(), rest=(), said={}, text="", is_head=True)
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
        if lines[at].text and not (totals and set(totals) <= _OF_COMERS):
            break
        at += 1
    return at
