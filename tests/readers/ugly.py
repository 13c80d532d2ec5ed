"""One table drawn the ways councils draw it, and written in every format that holds a table."""

import csv
import html
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import docx

from tests.readers.workbooks.saved import ods, xlsx

Merge = tuple[int, int, int, int]
"""Top, left, bottom, right; from 0, both ends included."""


@dataclass
class Drawing:
    """What stands in the cells, whatever the format."""

    rows: list[list[str]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)

    def add(self, cells: Sequence[str], *merges: tuple[int, int]) -> None:
        """A row, with the columns from and to which cells of it are merged."""
        line = len(self.rows)
        self.rows.append(list(cells))
        self.merges += [(line, left, line, right) for left, right in merges if left < right]

    @property
    def width(self) -> int:
        return max(len(row) for row in self.rows)

    def padded(self) -> list[list[str]]:
        return [row + [""] * (self.width - len(row)) for row in self.rows]

    def covered(self) -> set[tuple[int, int]]:
        """Cells under a merge, but for its first."""
        return {
            (line, position)
            for top, left, bottom, right in self.merges
            for line in range(top, bottom + 1)
            for position in range(left, right + 1)
            if (line, position) != (top, left)
        }

    def span(self, line: int, position: int) -> tuple[int, int]:
        """Rows and columns that a cell covers."""
        for top, left, bottom, right in self.merges:
            if (top, left) == (line, position):
                return bottom - top + 1, right - left + 1
        return 1, 1


def as_csv(drawing: Drawing) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(drawing.padded())
    return text.getvalue().encode()


def as_xlsx(drawing: Drawing) -> bytes:
    def merge(_: Any, sheet: Any) -> None:
        for top, left, bottom, right in drawing.merges:
            sheet.merge_range(top, left, bottom, right, "")
            sheet.write_string(top, left, drawing.padded()[top][left])

    return xlsx(drawing.padded(), merge)


def as_ods(drawing: Drawing) -> bytes:
    covered = drawing.covered()
    rows = []
    for line, cells in enumerate(drawing.padded()):
        parts = []
        for position, cell in enumerate(cells):
            down, across = drawing.span(line, position)
            name = "covered-table-cell" if (line, position) in covered else "table-cell"
            spans = (
                f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
                if down * across > 1
                else ""
            )
            text = f"<text:p>{html.escape(cell)}</text:p>" if cell else ""
            kind = ' office:value-type="string"' if cell else ""
            parts.append(f"<table:{name}{spans}{kind}>{text}</table:{name}>")
        rows.append(f"<table:table-row>{''.join(parts)}</table:table-row>")
    return ods("".join(rows))


def as_html(drawing: Drawing) -> bytes:
    covered = drawing.covered()
    lines = ["<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><p>До таблиці</p>"]
    lines.append("<table border=1>")
    for line, cells in enumerate(drawing.padded()):
        lines.append("<tr>")
        for position, cell in enumerate(cells):
            if (line, position) not in covered:
                down, across = drawing.span(line, position)
                spans = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
                lines.append(f"<td{spans}>\n  {html.escape(cell)}\n</td>")
        lines.append("</tr>")
    return ("\n".join(lines) + "</table></body></html>").encode()


def as_docx(drawing: Drawing) -> bytes:
    document = docx.Document()
    document.add_paragraph("До таблиці")
    rows = drawing.padded()
    table = document.add_table(len(rows), drawing.width)
    covered = drawing.covered()
    for line, cells in enumerate(rows):
        for position, cell in enumerate(cells):
            if (line, position) not in covered:
                table.cell(line, position).text = cell
    for top, left, bottom, right in drawing.merges:
        table.cell(top, left).merge(table.cell(bottom, right))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_pdf(drawing: Drawing, *, pages: int = 1, notes: str = "") -> bytes:
    """Lines around cells and text in them; the rows divided among the pages."""
    rows = drawing.padded()
    size = -(-len(rows) // pages)
    contents = []
    for page in range(pages):
        first = page * size
        part = Drawing(
            rows=rows[first : first + size],
            merges=[
                (top - first, left, bottom - first, right)
                for top, left, bottom, right in drawing.merges
                if first <= top and bottom < first + size
            ],
        )
        contents.append(_pdf_page(part))
    return pdf(contents, notes)


_HIGH = 20


def _pdf_page(drawing: Drawing) -> bytes:
    covered = drawing.covered()
    wide = 20 + 4 * max(len(cell) for row in drawing.rows for cell in row)
    parts = []
    for line, cells in enumerate(drawing.padded()):
        for position, cell in enumerate(cells):
            if (line, position) in covered:
                continue
            down, across = drawing.span(line, position)
            left, top = 40 + position * wide, 800 - line * _HIGH
            parts.append(f"{left} {top - down * _HIGH} {across * wide} {down * _HIGH} re S")
            text = cell.encode("utf-16-be").hex()
            parts.append(f"BT /F 8 Tf {left + 4} {top - 14} Td <{text}> Tj ET")
    return "\n".join(parts).encode()


_LETTERS = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /U def 1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"""


def pdf(contents: Iterable[bytes], notes: str = "") -> bytes:
    """A PDF of these pages; the codes of its font are those of Unicode.

    `notes`: what lies over every page, `/Annots[…]`.
    """
    pages = list(contents)
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]"
        b"/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/DW 500>>",
        _stream(_LETTERS),
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9000 842]/Contents {7 + 2 * number} 0 R"
            f"/Resources<</Font<</F 3 0 R>>>>{notes}>>".encode()
        )
        objects.append(_stream(content))
    return _pdf_file(objects)


def _stream(content: bytes) -> bytes:
    return f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def _pdf_file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj".encode() + content + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    return data + trailer.encode()


FORMATS = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "ods": as_ods,
    "html": as_html,
    "docx": as_docx,
    "pdf": as_pdf,
}
