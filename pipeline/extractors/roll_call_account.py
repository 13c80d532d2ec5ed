"""What became of every line of a protocol: part of a vote, or left out under a name.

What nobody has used is left out, so no line can be lost without a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.extractors.roll_call_lines import Printed

OTHER = "other"
"""The kind of lines that are no words of the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A line of a protocol that is part of no vote."""

    kind: str
    """`registration`, `letterhead`, …"""
    line: Printed


@dataclass(slots=True)
class Account:
    """What is known so far of the lines of one protocol, by their numbers."""

    _used: set[int] = field(default_factory=set)
    _kinds: dict[int, str] = field(default_factory=dict)

    def use(self, lines: Iterable[Printed]) -> None:
        """Note lines that a vote was made of, those that are said to be unread too."""
        self._used.update(number for line in lines for number in line.lines)

    def leave(self, kind: str, lines: Iterable[Printed]) -> None:
        """Note what lines are whose words do not tell; a vote may still be made of them."""
        self._kinds.update((number, kind) for line in lines for number in line.lines)

    def left_out(self, lines: Sequence[Printed]) -> Iterator[LeftOut]:
        """The lines, as they were printed, of which no vote was made."""
        for line in lines:
            number = min(line.lines)
            if line.text and number not in self._used:
                yield LeftOut(kind=self._kinds.get(number) or line.kind or OTHER, line=line)
