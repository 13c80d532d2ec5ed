"""Whether the numbers of a list stand above their titles or below them."""

from collections.abc import Iterable

from pipeline.extractors.decision_lines import Line, Role


def numbers_stand_above(lines: Iterable[Line]) -> bool:
    """Whether the first act begins with a line of its number and the last one ends with its title.

    Then a title that follows a title has no number, and the next number is not its.
    """
    parts = [line for line in lines if line.role is Role.ACT or _is_number(line)]
    return len(parts) > 1 and _is_number(parts[0]) and not _is_number(parts[-1])


def _is_number(line: Line) -> bool:
    return line.role is Role.REQUISITES and line.act.number is not None
