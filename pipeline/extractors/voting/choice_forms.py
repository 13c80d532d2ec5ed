"""Forms of a protocol where the choice does not stand beside the name.

1. Приклад Петро Іванович      a line for the name, the next one for the choice
За

ЗА (2): Приклад П. І., …       those who voted alike, in one line or under a head
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extractors.voting.lines import Manner, Printed, Vote, bare, names_alone
from pipeline.extractors.voting.marks import marked
from pipeline.extractors.voting.registrations import (
    says_present,
    without_comers,
    without_registrations,
)
from pipeline.ukrainian.votes import Choice, Group, choice_of, group_of, groups_in

_LONGEST_GROUP = 100
"""Lines of one list of names."""


def completed(lines: Sequence[Printed], manner: Manner) -> list[Printed]:
    """The lines with votes where one of these forms gives them; all others as they are."""
    lines = without_comers(without_registrations(list(_choices_below(lines))))
    return list(marked(list(_grouped(_whole_lists(lines, manner), manner))))


def _choices_below(lines: Sequence[Printed]) -> Iterator[Printed]:
    """A name on one line and nothing but a choice on the next.

    Under another name or under a choice it would be a guess: there a choice may head a list.
    """
    kept: Printed | None = None
    is_clear = True
    for line in lines:
        choice = None if line.votes else choice_of(line.text)
        if kept is not None and choice is not None and is_clear:
            vote = Vote(name=bare(kept.text), choice=choice, place=kept.place)
            yield replace(kept, votes=(vote,), rest=(), lines=(*kept.lines, *line.lines))
            kept = None
            continue
        if kept is not None and says_present(line.text):
            whole = f"{kept.text} {line.text}"
            yield replace(kept, text=whole, cells=(), lines=(*kept.lines, *line.lines))
            kept = None
            continue
        if kept is not None:
            yield kept
        is_lone = len(names_alone(line)) == 1
        is_clear = kept is None and is_clear if is_lone else choice is None
        kept = line if is_lone else None
        if kept is None:
            yield line
    if kept is not None:
        yield kept


def _whole_lists(lines: Sequence[Printed], manner: Manner) -> list[Printed]:
    """Lists of those who voted alike that go on over several lines, each in one."""
    found: list[Printed] = []
    at = 0
    while at < len(lines):
        many = _going_on(lines, at)
        text = " ".join(line.text for line in lines[at : at + many])
        group = group_of(text, manner.is_person) if many > 1 else None
        if group is not None and group.names:
            numbers = tuple(one for line in lines[at : at + many] for one in line.lines)
            found.append(replace(lines[at], text=text, rest=(), lines=numbers))
            at += many
        else:
            found.append(lines[at])
            at += 1
    return found


def _going_on(lines: Sequence[Printed], at: int) -> int:
    """How many lines a list takes: each but the last ends with a comma."""
    end = at
    while (
        end + 1 < len(lines)
        and end - at < _LONGEST_GROUP
        and lines[end].text.endswith(",")
        and not lines[end + 1].votes
    ):
        end += 1
    return end - at + 1


def _grouped(lines: Sequence[Printed], manner: Manner) -> Iterator[Printed]:
    """Those who voted alike, listed after the choice or under it."""
    at, listed = 0, any(line.votes for line in lines)
    while at < len(lines):
        line = lines[at]
        group = None if line.votes else group_of(line.text, manner.is_person)
        at += 1
        many = () if group is not None or line.votes else groups_in(line.text)
        if many:
            yield _of_groups(line, many)
            continue
        if group is None:
            yield line
            continue
        below = [] if group.names or listed or group.number == 0 else _names_below(lines[at:])
        count = len(group.names) or sum(len(names) for _, names in below)
        if group.number == 0 and not group.names:
            yield replace(line, said={group.label: 0}, form="list-head")
        elif _fits(group, count):
            at += len(below)
            yield _of_groups(line, (group,))
            yield from (_votes_of(one, names, group.choice) for one, names in below)
        else:
            yield line


def _fits(group: Group, count: int) -> bool:
    """A printed number tells a list of names from the signatures under the totals."""
    return count > 0 and (bool(group.names) or group.number in {None, count})


def _names_below(lines: Sequence[Printed]) -> list[tuple[Printed, tuple[str, ...]]]:
    """The lines that are one name each, and the rows of nothing but names."""
    found: list[tuple[Printed, tuple[str, ...]]] = []
    for line in lines:
        names = names_alone(line)
        if not names:
            break
        found.append((line, names))
    return found


def _of_groups(line: Printed, groups: Sequence[Group]) -> Printed:
    votes = tuple(
        Vote(name=name, choice=group.choice, place=line.place)
        for group in groups
        for name in group.names
    )
    said = {group.label: group.number for group in groups if group.number is not None}
    return replace(line, votes=votes, rest=(), said=said, form="list-head")


def _votes_of(line: Printed, names: Sequence[str], choice: Choice) -> Printed:
    votes = tuple(Vote(name=name, choice=choice, place=line.place) for name in names)
    return replace(line, votes=votes, rest=())
