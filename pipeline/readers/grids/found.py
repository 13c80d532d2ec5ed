"""What one table of a page or document holds, and two of them as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.readers.grids.grid import Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One table of a page or document."""

    element: str
    """`table[2]`."""
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...] = ()
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    caption: str = ""
    above: tuple[str, ...] = ()
    """Lines of text between it and the table before; only gathered for cards."""
    unused: tuple[str, ...] = ()
    """Those that look like the heading of a card, but head none of its own."""
    hidden: frozenset[int] = frozenset()
    """Rows from 1 that a person does not see."""
    marks: Mapping[str, Mapping[tuple[int, int], str]] = field(default_factory=dict)
    """Code of `pipeline.readers.grids.marked` -> what of which cell is so."""
    places: Sequence[str] = ()
    """Where each row stands, when not simply in the table."""


def places_of(table: Found) -> Sequence[str]:
    """Where each row stands."""
    lines = range(1, len(table.rows) + 1)
    return table.places or [f"{table.element}/row[{line}]" for line in lines]


def joined(first: Found, second: Found) -> Found:
    """Two tables as one, the second below the first."""
    down = len(first.rows)
    moved = (
        replace(area, top=area.top + down, bottom=area.bottom + down) for area in second.merged
    )
    return replace(
        first,
        rows=first.rows + second.rows,
        merged=(*first.merged, *moved),
        links={**first.links, **_moved(second.links, down)},
        marks={
            code: {**first.marks.get(code, {}), **_moved(second.marks.get(code, {}), down)}
            for code in (*first.marks, *second.marks)
        },
        hidden=first.hidden | {line + down for line in second.hidden},
        places=[*places_of(first), *places_of(second)],
    )


def _moved(said: Mapping[tuple[int, int], str], down: int) -> dict[tuple[int, int], str]:
    return {(line + down, at): text for (line, at), text in said.items()}
