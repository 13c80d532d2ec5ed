"""Tables whose records are no rows and that nothing declares so: what to add to the descriptor."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Finding, Severity
from pipeline.parameters.registry import Column
from pipeline.readers.grids.headers import header_key
from pipeline.readers.spreadsheet import Sheet

_FEW = 3
"""So many names of fields do not stand one under another by chance."""
_DEEPEST = 3
"""Columns in which names of fields are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Names of fields that stand one under another."""

    known: tuple[str, ...]
    """Those that are declared and that the header lacks."""
    texts: tuple[str, ...]
    """All that stands in the column, the header first."""
    position: int


def lying(sheet: Sheet, declared: Mapping[str, Column], found: Iterable[str]) -> Finding | None:
    """What is said of a table whose columns have the names that its header lacks.

    Args:
        sheet: whose header it is.
        declared: field -> column of the descriptor.
        found: fields that the header has.
    """
    header = set(found)
    lacking = [column for name, column in declared.items() if name not in header]
    names = max(_columns(sheet, lacking), key=lambda names: len(names.known), default=None)
    if names is None or len(names.known) < _FEW or 2 * len(names.known) <= len(declared):
        return None
    way, begins = _way(sheet, names)
    return Finding(
        code="table-is-transposed",
        severity=Severity.ERROR,
        place=sheet.place(sheet.header_line),
        details={"lying": way, "names": " · ".join(names.known[:_FEW]), "begins": begins},
    )


def _columns(sheet: Sheet, lacking: Sequence[Column]) -> Iterator[_Names]:
    """The first columns of the sheet."""
    lines = [sheet.header, *(row.cells for row in sheet.rows)]
    for position in range(min(_DEEPEST, len(sheet.header))):
        texts = tuple(cells[position].strip() for cells in lines)
        below = {header_key(text) for text in texts[1:] if text}
        known = (
            column.names[0]
            for column in lacking
            if any(header_key(name) in below for name in column.names)
        )
        yield _Names(known=tuple(known), texts=texts, position=position)


def _way(sheet: Sheet, names: _Names) -> tuple[str, str]:
    """How the records lie, and what each of them begins with."""
    counted = Counter(key for text in names.texts if (key := header_key(text)))
    again = [text for text in names.texts if counted[header_key(text)] > 1]
    # Names that come again are those of another record.
    if 2 * len({header_key(text) for text in again}) <= len(names.known):
        return "side", ""
    before = [row.cells[: names.position] for row in sheet.rows]
    if any(sign.isalpha() for cells in before for cell in cells for sign in cell):
        return "beside", sheet.label(names.position - 1)
    return "cards", again[0].strip(" :")
