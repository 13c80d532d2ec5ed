"""Cells that stand for the cell above them: ditto marks and, where declared, empty ones.

What is taken is counted; what cannot be taken for certain stays as it is and is an error, since a
ditto is never a value.
"""

from collections.abc import Iterator, Mapping

from pipeline.parameters.registry import Column
from pipeline.ukrainian.dittos import is_ditto

TAKEN = "taken-from-above"
"""Code of a cell that has the value of the row above it."""
UNREAD = "ditto-unread"
"""Code of a cell that says «as above» where nobody declared it, or nothing certain is above."""


class RowAbove:
    """What the last row says, column by column."""

    def __init__(self, columns: Mapping[str, Column]) -> None:
        self._columns = columns
        self._section: tuple[str, ...] = ()
        self._cells: dict[str, str] = {}
        self._doubtful: set[str] = set()

    def fill(
        self, raw: Mapping[str, str], section: tuple[str, ...]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """The cells of a row, and field -> code where one of them stands for the row above."""
        if section != self._section:
            self.forget()
        self._section = section
        codes = dict(self._codes(raw))
        taken = {name: self._cells[name] for name, code in codes.items() if code == TAKEN}
        whole = {**raw, **taken}
        # What is under a ditto that cannot be read cannot be read, either.
        self._doubtful = {name for name, code in codes.items() if code == UNREAD}
        self._cells = {
            name: cell
            for name, cell in whole.items()
            if cell.strip() and name not in self._doubtful
        }
        return whole, codes

    def pass_by(self, raw: Mapping[str, str]) -> None:
        """A row was left out: whether «above» means it or the one before is not known."""
        for name, cell in raw.items():
            if cell.strip():
                self._cells.pop(name, None)
                self._doubtful.add(name)

    def forget(self) -> None:
        """A section begins: nothing of it stands above."""
        self._cells, self._doubtful = {}, set()

    def _codes(self, raw: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for name, column in self._columns.items():
            cell = raw.get(name, "")
            if is_ditto(cell):
                is_known = column.from_above != "nothing" and name in self._cells
                yield name, TAKEN if is_known else UNREAD
            elif column.from_above == "blanks" and not cell.strip():
                if name in self._cells:
                    yield name, TAKEN
                elif name in self._doubtful:
                    yield name, UNREAD
