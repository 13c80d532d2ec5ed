"""Workbooks made for a test."""

import io
import zipfile
from collections.abc import Callable, Sequence

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # typed, but without py.typed
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the same

_ODF = "urn:oasis:names:tc:opendocument:xmlns"

Fill = Callable[[Workbook, Worksheet], None]


def xlsx(rows: Sequence[Sequence[object]], fill: Fill | None = None, name: str = "Дані") -> bytes:
    """A workbook of one sheet; `fill` adds what rows of values cannot say."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(name)
    for line, cells in enumerate(rows):
        for position, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(line, position, cell)
            else:
                sheet.write(line, position, cell)
    if fill is not None:
        fill(book, sheet)
    book.close()
    return buffer.getvalue()


def ods(rows: str) -> bytes:
    """An OpenDocument table; `rows` is the XML inside the table."""
    texts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": (
            f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            "</manifest:manifest>"
        ),
        "content.xml": (
            f'<office:document-content xmlns:office="{_ODF}:office:1.0"'
            f' xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0">'
            '<office:body><office:spreadsheet><table:table table:name="A">'
            f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        ),
    }
    return archive({name: text.encode() for name, text in texts.items()})


def ods_row(*cells: str, repeat: int = 1, cell_repeat: int = 1) -> str:
    """A row of an OpenDocument table; an empty cell holds nothing."""
    rows = f' table:number-rows-repeated="{repeat}"' if repeat > 1 else ""
    more = f' table:number-columns-repeated="{cell_repeat}"' if cell_repeat > 1 else ""
    inner = "".join(
        f'<table:table-cell{more} office:value-type="string"><text:p>{cell}</text:p>'
        "</table:table-cell>"
        if cell
        else f"<table:table-cell{more}/>"
        for cell in cells
    )
    return f"<table:table-row{rows}>{inner}</table:table-row>"


def archive(contents: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in contents.items():
            target.writestr(name, content)
    return buffer.getvalue()


def parts(book: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(book)) as source:
        return {name: source.read(name) for name in source.namelist()}


def with_part(book: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """The workbook with one part changed, or left out where the change gives none."""
    others = parts(book)
    changed = change(others.pop(name))
    return archive(others if changed is None else {**others, name: changed})
