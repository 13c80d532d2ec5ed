"""Text that people type badly: told cell by cell, never mended here."""

from collections.abc import Callable, Iterator, Sequence

from pipeline.model import Finding, Table
from pipeline.parameters.checks import CheckSettings, TextHygiene
from pipeline.ukrainian.hygiene import faults_of
from pipeline.validation.findings import cell_finding

Cells = Callable[[Table, Sequence[str], str], Iterator[tuple[str, ...]]]


class TextHygieneCheck:
    """Odd spaces, letters of two alphabets in a word, odd apostrophes and quotes, all capitals."""

    code = "text-hygiene"

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def run(self, table: Table, parameters: CheckSettings) -> Iterator[Finding]:
        """Yield `text-hygiene` for every cell and fault."""
        if not isinstance(parameters, TextHygiene):
            raise TypeError(type(parameters).__name__)
        for name in parameters.fields:
            for row, (text,) in enumerate(self._cells(table, [name], self.code), start=1):
                for fault in faults_of(text):
                    if fault in parameters.faults:
                        yield cell_finding(
                            self.code, table, row, name, parameters.severity, fault=fault
                        )
