"""Tables of a PDF without drawn lines: columns that white space alone parts, from top to bottom.

A column is a band in which words stand, with nothing in the gap beside it on any line of the table.
Each band must lie under a name of the declared header; where that does not come out, nothing is
guessed. One line is one row, unless the descriptor names the column that begins one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from pdfplumber.page import Page
from pdfplumber.utils.clustering import cluster_objects

from pipeline.errors import SourceError
from pipeline.parameters.spreadsheet import Aligned, SpreadsheetOptions
from pipeline.readers.grids.found import Found
from pipeline.readers.grids.headers import header_key
from pipeline.readers.links import followed

_SAME_LINE = 3.0
"""Points between words of one line, up or down."""
_NARROWEST = 0.7
"""A gap between columns, in heights of a letter; between words it is a quarter to a third."""
_LOOSE = 1.5
"""Points by which lines of one row may differ in their distance."""

Band = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page."""

    page: int
    number: int
    top: float
    bottom: float
    words: tuple[Mapping[str, Any], ...]
    links: tuple[Mapping[str, Any], ...] = ()

    @property
    def text(self) -> str:
        """Its words, a space between them."""
        return " ".join(str(word["text"]) for word in self.words)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its cells, where it stands, and where each cell leads."""

    cells: tuple[str, ...]
    place: str
    links: tuple[str, ...]


def lines_of(page: Page, number: int, links: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    """The lines of a page from top to bottom; `links`: areas of the page that lead somewhere."""
    words = sorted(page.extract_words(), key=lambda word: word["top"])
    for at, line in enumerate(cluster_objects(words, "top", _SAME_LINE), start=1):
        top, bottom = min(w["top"] for w in line), max(w["bottom"] for w in line)
        yield Line(
            page=number,
            number=at,
            top=top,
            bottom=bottom,
            words=tuple(sorted(line, key=lambda word: word["x0"])),
            links=tuple(one for one in links if top <= (one["top"] + one["bottom"]) / 2 <= bottom),
        )


def read_table(
    lines: Sequence[Line], shape: Aligned, options: SpreadsheetOptions, source: str
) -> Found:
    """The table that the lines hold, from the declared header down.

    Raises:
        SourceError: there is no such header, or columns or rows cannot be told.
    """
    body = list(_of_table(lines, shape, options, source))
    bands = _bands(body)
    header = options.header_rows
    names = [_cells(line, bands) for line in body[:header]]
    _confirm(names, body[0], options, source)
    top = [_row([line], bands, options.base) for line in body[:header]]
    rest = _grouped(body[header:], bands, _begins(names, shape, body[0], source), source)
    rows = [*top, *(_row(group, bands, options.base) for group in rest)]
    return Found(
        element=f"page[{body[0].page}]",
        rows=tuple(row.cells for row in rows),
        links={
            (line, at): link
            for line, row in enumerate(rows, start=1)
            for at, link in enumerate(row.links)
            if link
        },
        places=[row.place for row in rows],
    )


def _of_table(
    lines: Sequence[Line], shape: Aligned, options: SpreadsheetOptions, source: str
) -> Iterator[Line]:
    first = next((at for at, line in enumerate(lines) if _is_header(line, options)), None)
    if first is None:
        wanted = " · ".join(options.header_has)
        raise SourceError("table-is-absent", source=source, table=wanted, tables="-")
    for line in lines[first:]:
        if options.until and re.search(options.until, line.text):
            return
        if not (shape.skip and re.search(shape.skip, line.text)):
            yield line


def _is_header(line: Line, options: SpreadsheetOptions) -> bool:
    text, names = header_key(line.text), [header_key(name) for name in options.header_has]
    return all(name in text for name in names) and all(_has_words(line, name) for name in names)


def _has_words(line: Line, name: str) -> bool:
    """Whether neighbouring words are the name: «Список обʼєктів» has no «Обʼєкт»."""
    words = [str(word["text"]) for word in line.words]
    return any(
        header_key(" ".join(words[start:end])) == name
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    )


def _bands(lines: Sequence[Line]) -> list[Band]:
    words = [word for line in lines for word in line.words]
    gap = _NARROWEST * median(word["bottom"] - word["top"] for word in words)
    bands: list[Band] = []
    for left, right in sorted((float(word["x0"]), float(word["x1"])) for word in words):
        if bands and left - bands[-1][1] < gap:
            bands[-1] = bands[-1][0], max(bands[-1][1], right)
        else:
            bands.append((left, right))
    return bands


def _cells(line: Line, bands: Sequence[Band]) -> list[str]:
    return [
        " ".join(str(word["text"]) for word in line.words if left <= word["x0"] <= right)
        for left, right in bands
    ]


def _confirm(
    names: Sequence[Sequence[str]], first: Line, options: SpreadsheetOptions, source: str
) -> None:
    """Every band has a name above it, and the declared names are those of bands."""
    joined = [" ".join(filter(None, column)) for column in zip(*names, strict=True)]
    own = {header_key(cell) for row in [*names, joined] for cell in row}
    declared = {header_key(name) for name in options.header_has}
    if len(joined) < 2 or not all(joined) or not declared <= own:
        raise SourceError(
            "pdf-columns-are-unclear",
            source=source,
            page=first.page,
            columns=" · ".join(name or "-" for name in joined),
        )


def _begins(names: Sequence[Sequence[str]], shape: Aligned, first: Line, source: str) -> int | None:
    """The position of the column that begins a row; None: each line is one."""
    if not shape.begins:
        return None
    columns = [list(column) for column in zip(*names, strict=True)]
    wanted = header_key(shape.begins)
    for at, column in enumerate(columns):
        if wanted in (*map(header_key, column), header_key(" ".join(filter(None, column)))):
            return at
    raise SourceError(
        "pdf-columns-are-unclear",
        source=source,
        page=first.page,
        columns=" · ".join(" ".join(filter(None, column)) for column in columns),
    )


def _grouped(
    lines: Sequence[Line], bands: Sequence[Band], begins: int | None, source: str
) -> list[list[Line]]:
    """The lines of each row."""
    groups: list[list[Line]] = []
    for line in lines:
        if begins is None or _cells(line, bands)[begins]:
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        else:
            raise _unclear(line, source)
    for group, following in pairwise(groups):
        _refuse_between(group, following[0], source)
    return groups


def _refuse_between(group: Sequence[Line], following: Line, source: str) -> None:
    """A line nearer to the next row than to its own may be of either: cells stand in the middle."""
    last = group[-1]
    if len(group) == 1 or following.page != last.page or group[-2].page != last.page:
        return
    if last.top - group[-2].top > following.top - last.top + _LOOSE:
        raise _unclear(last, source)


def _unclear(line: Line, source: str) -> SourceError:
    return SourceError("pdf-rows-are-unclear", source=source, page=line.page, line=line.number)


def _row(lines: Sequence[Line], bands: Sequence[Band], base: str) -> Row:
    columns = zip(*(_cells(line, bands) for line in lines), strict=True)
    links = [
        (float(link["x0"] + link["x1"]) / 2, followed(str(link["uri"]), base))
        for line in lines
        for link in line.links
    ]
    return Row(
        tuple(" ".join(filter(None, column)) for column in columns),
        f"page[{lines[0].page}]/line[{lines[0].number}]",
        tuple(
            ", ".join(dict.fromkeys(to for at, to in links if to and left <= at <= right))
            for left, right in bands
        ),
    )
