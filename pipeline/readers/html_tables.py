"""The table of a web page, or of a workbook saved as one: merged cells where the page has them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from pipeline.model import Snapshot
from pipeline.parameters.page import PageOptions
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers import page
from pipeline.readers.grids.found import Found
from pipeline.readers.grids.grid import Grid
from pipeline.readers.grids.marked import BROKEN, PICTURE, STRUCK, UNSEEN
from pipeline.readers.grids.spans import Span, laid_out
from pipeline.readers.grids.tables import chosen
from pipeline.readers.links import followed
from pipeline.readers.pages.pre import break_lines
from pipeline.readers.raised import raised
from pipeline.ukrainian.text import fold_spaces

_CELLS = ("td", "th")
_TITLES = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "summary", "legend")
_UNSEEN = ("script", "style", "template", "noscript")
_BLOCKS = ("p", "div", "li", "tr")
_STRUCK = ("s", "del", "strike")
_RAISED = "sup"
_PICTURES = ("img", "svg", "input", "select", "textarea")
_MARK = re.compile(r"[\[(]?[0-9]{1,2}[\])]?")
_NOT_SHOWN = ("display:none", "visibility:hidden")
_STEPS = {"start": 1, "end": -1}


def read_grid(data: bytes, snapshot: Snapshot, options: SpreadsheetOptions) -> Grid:
    """Read the declared table of a page.

    Raises:
        SourceError: the bytes are no page, not in the declared encoding, or have no such table.
    """
    asked = PageOptions(encoding=options.encoding, base=options.base)
    opened = page.open_page(data, snapshot, asked)
    break_lines(opened.root)
    source = snapshot.address
    base = opened.address or options.base
    tables = [table for table in opened.root.iter("table") if _has_rows(table)]
    found = [
        _found(table, place, base, source, options) for place, table in enumerate(tables, start=1)
    ]
    below: tuple[str, ...] = ()
    if options.cards or options.every:
        *above, below = _around(opened.root, tables)
        found = list(map(_under, found, above))
    grid = chosen(found, source, options, below)
    of_page = page.read_opened(opened, snapshot).findings
    return replace(grid, findings=(*of_page, *grid.findings))


def _has_rows(table: etree._Element) -> bool:
    """Whether it holds rows; a table around other tables, or of one column, lays out the page."""
    if sum(1 for _ in table.iter("table")) > 1:
        return False
    return any(len(_cells(row)) > 1 for row in table.iter("tr"))


def _under(table: Found, lines: tuple[str, ...]) -> Found:
    return replace(table, above=(*lines, table.caption))


def _around(root: etree._Element, tables: Sequence[etree._Element]) -> Iterator[tuple[str, ...]]:
    """The lines of text between each table and the one before, and those after the last."""
    lines: list[str] = []
    for element in root.iter("table", *_TITLES):
        if element in tables:
            yield tuple(lines)
            lines = []
        elif element.tag in _TITLES and not _holds_tables(element):
            lines += _text(element).split("\n")
    yield tuple(lines)


def _holds_tables(element: etree._Element) -> bool:
    """Whether it lies around or inside a table."""
    around = next(element.iterancestors("table"), None)
    return around is not None or next(element.iter("table"), None) is not None


def _found(
    table: etree._Element, place: int, base: str, source: str, options: SpreadsheetOptions
) -> Found:
    elements = list(table.iter("tr"))
    spans = [[_span(cell, len(elements), base) for cell in _cells(row)] for row in elements]
    laid = laid_out(spans, source, options)
    captions = (_text(caption) for caption in table.iter("caption"))
    return Found(
        element=f"table[{place}]",
        rows=laid.rows,
        merged=laid.merged,
        links=laid.links,
        marks=laid.marks,
        caption=fold_spaces(next(captions, "")),
        hidden=frozenset(number for number, row in enumerate(elements, start=1) if _is_hidden(row)),
    )


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in _CELLS]


def _span(cell: etree._Element, height: int, base: str) -> Span:
    # `rowspan="0"` reaches to the end of the table (HTML standard, 4.9.11).
    return Span(
        text=_text(cell),
        across=_count(cell.get("colspan"), 1),
        down=_count(cell.get("rowspan"), height),
        link=", ".join(dict.fromkeys(_links(cell, base))),
        marks=_marks(cell),
    )


def _marks(cell: etree._Element) -> dict[str, str]:
    if not len(cell):  # as most
        return {}
    drawn = [] if _text(cell) else list(cell.iter(*_PICTURES))
    return {
        STRUCK: _parts(cell, _is_struck),
        UNSEEN: _parts(cell, _is_hidden),
        BROKEN: _text(cell) if next(cell.iterdescendants("tr", *_CELLS), None) is not None else "",
        PICTURE: ", ".join(one.get("alt") or one.get("value") or one.tag for one in drawn),
    }


def _parts(cell: etree._Element, sign: Callable[[etree._Element], bool]) -> str:
    """The texts of the elements in a cell of which something is said."""
    found = [element for element in cell.iterdescendants(etree.Element) if sign(element)]
    return " ".join(text for one in found if (text := _text(one)))


def _is_struck(element: etree._Element) -> bool:
    return element.tag in _STRUCK


def _links(cell: etree._Element, base: str) -> Iterator[str]:
    """Whole addresses, out of the wrapping of counters; one that is only relative as it stands."""
    for anchor in cell.iter("a"):
        address = followed(anchor.get("href") or "", base)
        if address is not None:
            yield address


def _count(said: str | None, for_zero: int) -> int:
    text = (said or "").strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 1
    return number or for_zero


def _is_hidden(element: etree._Element) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    return any(sign in style for sign in _NOT_SHOWN) or element.get("hidden") is not None


def _text(cell: etree._Element) -> str:
    """What a person reads in a cell: one line for each line of its own."""
    lines = "".join(_pieces(cell)).split("\n")
    return "\n".join(text for line in lines if (text := fold_spaces(line)))


def _pieces(root: etree._Element) -> Iterator[str]:
    """Texts in order; line breaks of the source are spaces, `br` and blocks begin a line."""
    above = unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if step := _STEPS.get(event, 0):
            above += step if element.tag == _RAISED or _is_note(element, root) else 0
            unseen += step if element is not root and _is_unseen(element) else 0
            yield "\n" if element.tag in _BLOCKS or (element.tag == "br" and step < 0) else ""
        if unseen or (element is root and event == "end"):
            continue
        text = _inline(element.text if event == "start" else element.tail)
        yield raised(text) if above else text


def _is_note(element: etree._Element, root: etree._Element) -> bool:
    """Whether it is the mark of a note behind a text: «12» and a link `#n1` to the note 1."""
    if element.tag != "a" or not (element.get("href") or "").startswith("#"):
        return False
    mark = "".join(map(str, element.itertext())).strip()
    return _MARK.fullmatch(mark) is not None and _stands_behind(element, root)


def _stands_behind(element: etree._Element, root: etree._Element) -> bool:
    """Whether a text stands before it in the cell."""
    while element is not root and (above := element.getparent()) is not None:
        before = [
            above.text,
            *(
                part
                for one in element.itersiblings(preceding=True)
                for part in (*one.itertext(), one.tail)
            ),
        ]
        if any((text or "").strip() for text in before):
            return True
        element = above
    return False


def _is_unseen(element: etree._Element) -> bool:
    return element.tag in _UNSEEN or _is_hidden(element)


def _inline(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")
