"""Where titles stand, and whether the numbers and days of a list stand above or below them."""

from collections.abc import Callable, Iterable, Sequence

from pipeline.extractors.act_pages.lines import Line
from pipeline.extractors.act_pages.places import Cards
from pipeline.extractors.act_pages.roles import Role


def numbers_stand_above(lines: Sequence[Line]) -> bool:
    """Whether the first act begins with a line of its number and the last one ends with its title.

    Then a title that follows a title has no number, and the next number is not its.
    """
    return _stand_above(lines, _is_number)


def days_stand_above(lines: Sequence[Line]) -> bool:
    """Whether days alone begin what they are the days of, as headings do."""
    return _stand_above(lines, Line.is_day)


def cards_of(lines: Sequence[Line | None]) -> Cards:
    """Where the titles of a page stand; None for rows of tables."""
    titles = ((at, line) for at, line in enumerate(lines) if line and line.role is Role.ACT)
    return Cards(tuple((at, line.block.element) for at, line in titles))


def _stand_above(lines: Sequence[Line], is_part: Callable[[Line], bool]) -> bool:
    first = _first(lines, is_part)
    if first is None or not is_part(first):
        return False
    last = _first(reversed(lines), is_part)
    return last is not None and not is_part(last)


def _first(lines: Iterable[Line], is_part: Callable[[Line], bool]) -> Line | None:
    return next((line for line in lines if line.role is Role.ACT or is_part(line)), None)


def _is_number(line: Line) -> bool:
    return line.role is Role.REQUISITES and line.act.number is not None
