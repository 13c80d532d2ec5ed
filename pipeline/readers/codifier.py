"""The codifier of territories and the map of former codes, from tables that a descriptor names."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import SourceError
from pipeline.model import Snapshot
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import Sheet, read
from pipeline.ukrainian.territories import Codifier, codifier, former_codes

_NARROWEST = 2
_NEVER = datetime.fromtimestamp(0, UTC)
"""What a snapshot that is not kept says of its time."""


def read_codifier(
    path: Path,
    options: SpreadsheetOptions,
    former: Path | None = None,
    former_options: SpreadsheetOptions | None = None,
) -> Codifier:
    """The codifier: five columns of codes, category, name; `former` has КОАТУУ, then КАТОТТГ.

    Raises:
        SourceError: a file is missing, or is not such a table.
    """
    rows = [row.cells for row in _sheet(path, options).rows]
    pairs = _pairs(former, former_options or options) if former is not None else []
    found = codifier(rows, pairs)
    if not found.territories:
        raise SourceError("codifier-has-no-codes", source=str(path))
    return found


def read_former(path: Path, options: SpreadsheetOptions) -> dict[str, tuple[str, ...]]:
    """Code of КОАТУУ -> codes of КАТОТТГ, from a table whose first two columns these are.

    Raises:
        SourceError: the file is missing, or is not such a table.
    """
    found = former_codes(_pairs(path, options))
    if not found:
        raise SourceError("codifier-has-no-codes", source=str(path))
    return found


def _pairs(path: Path, options: SpreadsheetOptions) -> list[tuple[str, str]]:
    rows = _sheet(path, options).rows
    return [(row.cells[0].strip(), row.cells[1].strip()) for row in rows]


def _sheet(path: Path, options: SpreadsheetOptions) -> Sheet:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError("source-is-missing", source=str(path)) from error
    sheet = read(
        data,
        Snapshot(
            address=str(path),
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            media_type="",
            fetched_at=_NEVER,
        ),
        options,
    )
    if len(sheet.header) < _NARROWEST:
        raise SourceError("codifier-has-no-codes", source=str(path))
    return sheet
