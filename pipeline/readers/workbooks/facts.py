"""What a workbook says beside values: formats, hidden rows, errors, comments, formulas."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.readers.raised import raised

Spot = tuple[int, int]
"""Row from 1, column by position from 0."""

_CALLED = re.compile(r'=\s*HYPERLINK\s*\(\s*"((?:[^"]|"")+)"', re.IGNORECASE)
_ZEROS = re.compile(r"(0{2,})(;.*)?")

# openpyxl has no error of its own for a workbook whose parts contradict each other.
_REFUSALS = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    zipfile.BadZipFile,
    InvalidFileException,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts about one sheet."""

    widths: Mapping[Spot, int] = field(default_factory=dict)
    """Numbers that a format like `00000000` shows with leading zeros: how many digits."""
    errors: Mapping[Spot, str] = field(default_factory=dict)
    """`#REF!` and the like, also as the result of a formula."""
    uncalculated: frozenset[Spot] = frozenset()
    """Formulas saved without their value."""
    comments: frozenset[Spot] = frozenset()
    texts: Mapping[Spot, str] = field(default_factory=dict)
    """Texts that the values do not tell: with figures above the line, or lost breaks."""
    struck: Mapping[Spot, str] = field(default_factory=dict)
    """What of a cell is crossed out; empty: all of it."""
    percents: frozenset[Spot] = frozenset()
    """Numbers that are shown as percents: 0.15 as 15%."""
    links: Mapping[Spot, tuple[str, ...]] = field(default_factory=dict)
    """Where cells lead, as it is written."""
    lost_links: frozenset[Spot] = frozenset()
    """Cells that lead somewhere, and where cannot be read."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    """Positions of columns from 0."""


def read_facts(
    data: bytes, name: str, size: tuple[int, int], *, has_formulas: bool
) -> Facts | None:
    """Facts about the sheet `name`, within `size` rows and columns.

    None where openpyxl refuses the workbook, for example because a drawing is missing from it;
    its values may be readable all the same.
    """
    try:
        sheet = _open(data, name, values=True)
        formulas = _open(data, name, values=False) if has_formulas else None
        return _facts(sheet, formulas, size)
    except _REFUSALS:
        return None


def _open(data: bytes, name: str, *, values: bool) -> Worksheet:
    with warnings.catch_warnings():
        # It warns of features it would lose when saving, which never happens here.
        warnings.simplefilter("ignore", UserWarning)
        stream = io.BytesIO(data)
        sheet = openpyxl.load_workbook(stream, data_only=values, rich_text=values)[name]
    if not isinstance(sheet, Worksheet):
        raise TypeError(name)
    return sheet


def _facts(sheet: Worksheet, formulas: Worksheet | None, size: tuple[int, int]) -> Facts:
    cells = list(_cells(sheet, size))
    rows, columns = size
    return Facts(
        widths={spot: width for spot, cell in cells if (width := _width(cell))},
        errors={spot: str(cell.value) for spot, cell in cells if cell.data_type == "e"},
        uncalculated=_uncalculated(dict(cells), formulas, size),
        comments=frozenset(spot for spot, cell in cells if cell.comment is not None),
        texts={spot: text for spot, cell in cells if (text := _raised(cell))},
        percents=frozenset(spot for spot, cell in cells if _is_percent(cell)),
        struck={spot: text for spot, cell in cells if (text := _struck(cell))},
        links=dict(_links(cells, dict(_cells(formulas, size)) if formulas else {})),
        hidden_rows=frozenset(
            line for line, row in sheet.row_dimensions.items() if row.hidden and line <= rows
        ),
        hidden_columns=frozenset(_hidden_columns(sheet, columns)),
    )


def _cells(sheet: Worksheet, size: tuple[int, int]) -> Iterator[tuple[Spot, Cell]]:
    for row in sheet.iter_rows(max_row=max(size[0], 1), max_col=max(size[1], 1)):
        for cell in row:
            if isinstance(cell, Cell):
                yield (cell.row, cell.column - 1), cell


def _width(cell: Cell) -> int:
    """Digits of a number shown with leading zeros; 0 for any other cell."""
    match = _ZEROS.fullmatch(cell.number_format) if cell.data_type == "n" else None
    return len(match[1]) if match and cell.value is not None else 0


def _is_percent(cell: Cell) -> bool:
    return cell.data_type == "n" and cell.value is not None and "%" in cell.number_format


def _raised(cell: Cell) -> str:
    """The text with its figures above the line; empty where it has none."""
    runs = _runs(cell)
    texts = [raised(text) if font.vertAlign == "superscript" else text for text, font in runs]
    return shown if (shown := "".join(texts)) != "".join(text for text, _ in runs) else ""


def _struck(cell: Cell) -> str:
    """What of a cell is crossed out: all of it, or runs of its text."""
    whole = cell.value is not None and cell.has_style and cell.font.strike
    return str(cell.value) if whole else "".join(text for text, font in _runs(cell) if font.strike)


def _runs(cell: Cell) -> list[tuple[str, InlineFont]]:
    """The texts of a cell that has several formats, each with its own."""
    parts = cell.value if isinstance(cell.value, CellRichText) else ()
    return [
        (part.text, part.font) if isinstance(part, TextBlock) else (str(part), InlineFont())
        for part in parts
    ]


def _uncalculated(
    values: Mapping[Spot, Cell], formulas: Worksheet | None, size: tuple[int, int]
) -> frozenset[Spot]:
    if formulas is None:
        return frozenset()
    # Without a value the cell reads as an empty number; an empty text result keeps the type `str`.
    return frozenset(
        spot
        for spot, cell in _cells(formulas, size)
        if cell.data_type == "f" and values[spot].value is None and values[spot].data_type == "n"
    )


def _links(
    cells: Iterable[tuple[Spot, Cell]], formulas: Mapping[Spot, Cell]
) -> Iterator[tuple[Spot, tuple[str, ...]]]:
    """Of the cell, or of its formula where that names the address itself."""
    for spot, cell in cells:
        link = cell.hyperlink
        formula = formulas.get(spot)
        called = _CALLED.match(str(formula.value)) if formula is not None else None
        if link is not None and link.target:
            # Windows parts the folders of a file beside the workbook in its own way.
            target = link.target if "://" in link.target else link.target.replace("\\", "/")
            yield spot, (f"{target}#{link.location}" if link.location else target,)
        elif called is not None:
            yield spot, (called[1].replace('""', '"'),)


def _hidden_columns(sheet: Worksheet, columns: int) -> Iterator[int]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            last = min(dimension.max or 0, columns)
            yield from range((dimension.min or 1) - 1, last)
