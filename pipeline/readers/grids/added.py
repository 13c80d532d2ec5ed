"""Columns that a table does not have and its file says all the same: links of cells, sections."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from pipeline.model import Finding, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.grid import Grid, SheetRow
from pipeline.readers.grids.headers import header_key
from pipeline.readers.grids.parts import Parts
from pipeline.ukrainian.text import fold_spaces


class Added:
    """What follows the columns of a table."""

    def __init__(
        self, grid: Grid, header: Sequence[str], parts: Parts, options: SpreadsheetOptions
    ) -> None:
        wanted = {header_key(name) for name in options.links}
        self._grid, self._parts = grid, parts
        self._linked = [at for at, name in enumerate(header) if name and header_key(name) in wanted]
        self.names = (
            *(f"{fold_spaces(header[at])} (посилання)" for at in self._linked),
            *(section.name for section in options.sections),
        )

    def cells(self, line: int) -> tuple[str, ...]:
        """The cells of these columns in a row."""
        first = self._grid.first
        links = (self._grid.links.get((line, at + first), "") for at in self._linked)
        return (*links, *self._parts.sections.get(line, ()))

    def unread(self, rows: Sequence[SheetRow]) -> Iterator[Finding]:
        """Links of cells that no column takes and that the cells themselves do not say."""
        lines = {row.line: row for row in rows}
        read = {at + self._grid.first for at in self._linked}
        left = sorted(
            (line, position)
            for (line, position), link in self._grid.links.items()
            if line in lines
            and position not in read
            and not _says(lines[line], position - self._grid.first, link)
        )
        if left:
            line, position = left[0]
            yield Finding(
                code="links-not-read",
                severity=Severity.INFO,
                place=self._grid.place(line, position - self._grid.first),
                details={"count": len(left)},
            )


def _says(row: SheetRow, position: int, link: str) -> bool:
    """Whether a cell is the address that it leads to, as programs make them of what is typed."""
    text = row.cells[position] if 0 <= position < len(row.cells) else ""
    return _bare(unquote(text)) == _bare(unquote(link))


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address.strip()).rstrip("/").casefold()
