"""The list of who came, which systems print before the votes: nobody votes in it.

| 1 | Приклад Петро Іванович | присутній  |
| 2 | Зразок Ольга Петрівна  | відсутня   |

«Відсутня» is a choice as well, so such a list is told by the others in it who are present.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extractors.voting.above import read_above
from pipeline.extractors.voting.heading import is_about
from pipeline.extractors.voting.lines import Printed, bare, names_alone
from pipeline.ukrainian.text import plain
from pipeline.ukrainian.vote_totals import totals_of
from pipeline.ukrainian.votes import Choice, choice_of, group_of, is_name

_PRESENT = re.compile(
    r"(?<!\w)(?:присутн(?:ій|я)|зареєстрован(?:ий|а)|прису?т?\.)\)?\s*$", re.IGNORECASE
)
# «Присутні:», «Відсутні – 2 депутати: Приклад П.І., …»; a name may stand under it as well.
_HEAD = re.compile(
    r"\W*(?:на\s+(?:сесії|засіданні)\s+)?(?:були\s+)?"
    r"(?:(?P<came>присутн(?:і|іх|ьо)|зареєстрован[оі]|запрошені)|відсутн(?:і|іх|ьо|ій|я))"
    r"(?:(?:\s+(?:на\s+(?:сесії|засіданні)|депутат\w*))*\s*"
    r"(?:[-(]*\s*\d{1,3}\s*\)?(?:\s*(?:чол\w*\.?|депутат\w*|осіб))?)?|\s[^:]{0,60}(?=:))"
    r"\s*(?:[:-]+\s*(?P<names>.*))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,;]\s*")
_STOP = re.compile(r"(?<![\s.,][^\W\d_])\.$")
_HEADS_OTHERS = re.compile(r"відсутні\s*:?", re.IGNORECASE)
_LONGEST_LIST = 200
"""Lines of one list of names."""
OF_COMERS = frozenset({"present", "absent", "seats", "quorum"})
"""Totals of those who came, not of a vote."""


def without_registrations(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, with those of such a list and the totals right under it as words of the form."""
    found = list(lines)
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and (found[end].votes or _present(found[end])):
            end += 1
        if _is_registration(found[at:end]):
            end = _after_totals(found, end)
            found[at:end] = map(_of_registration, found[at:end])
        at = max(end, at + 1)
    return found


def says_present(text: str) -> bool:
    """Whether a line says that somebody came and nothing else: the name stands above it."""
    return _PRESENT.fullmatch(plain(text).strip()) is not None


def _present(line: Printed) -> tuple[str, ...]:
    """Those of whom a line says that they came."""
    cells = [cell for cell in line.cells if cell]
    pairs = [_came(cell, above) for above, cell in pairwise(["", *cells])]
    names = tuple(filter(is_name, pairs))
    whole = _came(line.text)
    return names or ((whole,) if is_name(whole) else ())


def _came(words: str, before: str = "") -> str:
    """Who came by such words; the name may stand in the cell before."""
    found = _PRESENT.search(plain(words))
    if found is None:
        return ""
    name = bare(words[: found.start()].rstrip(" :–—-("))
    return name if is_name(name) else name.rstrip(" .") or bare(before)


def _of_registration(line: Printed) -> Printed:
    absent = tuple(vote.name for vote in line.votes)
    present = _present(line)
    form = "present" if present else "absent" if absent else "registration"
    return _left(line, form, present or absent)


def _left(line: Printed, form: str, people: Sequence[str]) -> Printed:
    """The line as words of the form, with those whom it names."""
    return replace(line, votes=(), rest=(), said={}, text="", form=form, people=tuple(people))


def _is_registration(lines: Sequence[Printed]) -> bool:
    """Whether everybody in it is present or absent, and somebody present."""
    present = any(map(_present, lines))
    return present and all(vote.choice is Choice.ABSENT for line in lines for vote in line.votes)


def _after_totals(lines: Sequence[Printed], at: int) -> int:
    while at < len(lines):
        totals = totals_of(lines[at].text)
        if lines[at].text and not (totals and set(totals) <= OF_COMERS):
            break
        at += 1
    return at


def without_comers(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, with «Присутні: Приклад П.І., …» and the like as words of the form.

    «Відсутні: …» is so before the first matter of the meeting alone; under a matter those absent
    are of its votes.
    """
    found, first = list(lines), _first_matter(lines)
    at, came = 0, False
    while at < len(found):
        names = _list_at(found[at : at + _LONGEST_LIST])
        is_came = bool(names) and _is_of_present(found[at])
        came |= is_came
        if is_came or (names and at < first and (came or not _is_titled(found[:at]))):
            form = "present" if is_came else "absent"
            many = zip(found[at : at + len(names)], names, strict=True)
            found[at : at + len(names)] = [_left(line, form, who) for line, who in many]
        at += max(len(names), 1)
    return found


def _first_matter(lines: Sequence[Printed]) -> int:
    """How many lines stand over the first matter; none where votes come before it."""
    for at, line in enumerate(lines):
        if is_about(line.text):
            return at
        group = group_of(line.text)
        choices = {vote.choice for vote in line.votes} | ({group.choice} if group else set())
        if choices - {Choice.ABSENT}:
            return 0
    return 0


def _is_titled(above: Sequence[Printed]) -> bool:
    """Whether a matter may stand above: then those absent are of its votes."""
    return bool(read_above(above).title)


def _is_of_present(line: Printed) -> bool:
    head = _HEAD.fullmatch(plain(line.text))
    return head is not None and bool(head["came"])


def _list_at(lines: Sequence[Printed]) -> list[tuple[str, ...]]:
    """The names in each line of the list of who came that begins here; empty: none does."""
    first = lines[0]
    if first.votes:
        are_absent = all(vote.choice is Choice.ABSENT for vote in first.votes)
        return [tuple(vote.name for vote in first.votes)] if are_absent else []
    head = _HEAD.fullmatch(plain(first.text))
    if head is None:
        return []
    number = _number(first)
    if number is not None or not head["names"]:
        below = _names_below(lines[1:])
        return [(), *below] if number in {None, sum(map(len, below))} else []
    return _in_words(lines, head["names"], is_sure=bool(head["came"]))


def _number(line: Printed) -> int | None:
    """How many came, where the line says it and nothing else; None: it is no line of totals."""
    return next(iter(totals_of(line.text).values()), None)


def _names_below(lines: Sequence[Printed]) -> list[tuple[str, ...]]:
    """The lines of nothing but names, and empty ones between; none where a choice follows them."""
    found: list[tuple[str, ...]] = []
    for line in lines:
        names = names_alone(line)
        if line.text and not names:
            follows = choice_of(line.text) is not None
            return [] if follows and not _HEADS_OTHERS.fullmatch(plain(line.text)) else found
        found.append(names)
    return found


def _in_words(lines: Sequence[Printed], words: str, *, is_sure: bool) -> list[tuple[str, ...]]:
    """The names of a list in one line, which goes on where a line ends with a comma."""
    texts = [words]
    for line in lines[1:]:
        if not texts[-1].endswith((",", ";")):
            break
        texts.append(line.text)
    split = [filter(None, _BETWEEN.split(text)) for text in texts]
    named = [tuple(bare(_STOP.sub("", one)) for one in many) for many in split]
    if all(is_name(one) for many in named for one in many):
        return named
    is_sure = is_sure and not lines[0].text[:1].islower()
    # «Присутні: 20 депутатів, міський голова»: no title, whoever they are.
    return [tuple(filter(is_name, named[0]))] if is_sure else []
