"""What became of every line of a protocol: part of a vote, or left out under a name.

What nobody has used is left out, so no line can be lost without a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.extractors.voting.form_words import KINDS_OF_WORDS
from pipeline.extractors.voting.lines import Printed

OTHER = "other"
"""The kind of lines that are no words of the form."""
KINDS = (
    *KINDS_OF_WORDS,
    "above-table",
    "absent",
    "further-totals",
    "further-vote",
    "not-held",
    "present",
    "repeated",
)
"""Every other kind."""

_READ = frozenset({"legend", "list-head", "marks"})
"""Forms of lines that say how those under them are read, or what their signs mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A line of a protocol that is part of no vote."""

    kind: str
    """`registration`, `letterhead`, …"""
    line: Printed
    people: tuple[str, ...] = ()
    """Those whom a list of who came names."""


@dataclass(slots=True)
class Account:
    """What is known so far of the lines of one protocol, by their numbers."""

    _used: set[int] = field(default_factory=set)
    _kinds: dict[int, str] = field(default_factory=dict)
    _people: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def use(self, lines: Iterable[Printed]) -> None:
        """Note lines that a vote was made of, those that are said to be unread too."""
        self._used.update(number for line in lines for number in line.lines)

    def leave(self, kind: str, lines: Iterable[Printed]) -> None:
        """Note what lines are whose words do not tell; a vote may still be made of them."""
        self._kinds.update((number, kind) for line in lines for number in line.lines)

    def take_over(self, lines: Iterable[Printed]) -> None:
        """Note what the forms of protocols have made of the lines."""
        for line in lines:
            if line.form:
                self.leave(line.form, [line])
            self._people.update((number, line.people) for number in line.lines)

    def left_out(self, lines: Sequence[Printed]) -> Iterator[LeftOut]:
        """The lines, as they were printed, of which no vote was made."""
        for line in lines:
            number = min(line.lines)
            kind = self._kinds.get(number) or line.kind or OTHER
            if line.text and number not in self._used and kind not in _READ:
                yield LeftOut(kind=kind, line=line, people=self._people.get(number, ()))
