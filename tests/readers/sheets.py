"""What tests look at in a table that was read."""

from pipeline import messages
from pipeline.model import Finding
from pipeline.readers.spreadsheet import Sheet


def cells(table: Sheet) -> list[list[str]]:
    """Its data, row by row."""
    return [list(row.cells) for row in table.rows]


def one(table: Sheet, code: str) -> Finding:
    """The only finding with a code, which can be said in every language."""
    (found,) = [item for item in table.findings if item.code == code]
    for language in messages.LANGUAGES:
        assert messages.text(language, f"finding-{code}", found.details)
    return found
