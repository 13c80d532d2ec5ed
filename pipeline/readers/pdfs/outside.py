"""Words of a PDF that no cell of a table holds: where its lines are not drawn whole they are lost.

A cell that goes on over the page may have no line at its end, so that nothing says it is a cell.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table

from pipeline.model import Finding, Place, Severity
from pipeline.readers.grids.grid import Grid

_DIGITS = re.compile(r"[\W\d_]+")
_LINE = 3.0
"""Points: words whose tops are nearer stand on one line."""
_FEWEST = 3
"""Lines that part two columns at least."""
_PAGE = re.compile(r"page\[([0-9]+)\]")

Words = Sequence[Mapping[str, Any]]


def without_cell(words: Words, table: Table) -> dict[tuple[int, int], str]:
    """Row and column -> words that stand inside the table, and in none of its cells."""
    lost: dict[tuple[int, int], str] = {}
    lefts = sorted({cell[0] for cell in table.cells})
    for word in words:
        if _is_in(word, table.bbox) and not any(_is_in(word, cell) for cell in table.cells):
            line = sum(row.bbox[1] <= _middle(word)[1] for row in table.rows) or 1
            position = max(sum(left <= _middle(word)[0] for left in lefts) - 1, 0)
            spot = (line, position)
            lost[spot] = f"{lost.get(spot, '')} {word['text']}".strip()
    return lost


def words_around(words: Words, tables: Sequence[Table]) -> tuple[list[str], list[str]]:
    """The lines above the first table of a page, and those below its last."""
    top, bottom = min(one.bbox[1] for one in tables), max(one.bbox[3] for one in tables)
    above = [word for word in words if _middle(word)[1] < top]
    return list(_lines(above)), list(_lines([w for w in words if _middle(w)[1] > bottom]))


def between(gaps: Mapping[int, Sequence[str]], around: Sequence[Sequence[str]]) -> dict[int, str]:
    """Row -> what stands between it and the next page, without numbers and heads of pages.

    Args:
        gaps: row -> lines between it and the next page.
        around: lines around the tables of each page.
    """
    often = Counter(bare for lines in around for bare in {_DIGITS.sub("", one) for one in lines})
    kept = {
        row: [one for one in lines if (bare := _DIGITS.sub("", one)) and often[bare] == 1]
        for row, lines in gaps.items()
    }
    return {row: "\n".join(lines) for row, lines in kept.items() if lines}


def in_open_row(page: Page, words: Words, tables: Sequence[Table]) -> str:
    """Words between lines that go down and are joined by none below: a row cut by the page."""
    boxes = [table.bbox for table in tables]
    upright = [edge for edge in page.edges if edge["orientation"] == "v" and _is_free(edge, boxes)]
    if len({round(edge["x0"] / _LINE) for edge in upright}) < _FEWEST:
        return ""
    left, top = (min(edge[side] for edge in upright) for side in ("x0", "top"))
    right, bottom = (max(edge[side] for edge in upright) for side in ("x1", "bottom"))
    open_area = (left, top, right, bottom)
    found = (word for word in words if _is_in(word, open_area) and _is_free(word, boxes))
    return " ".join(word["text"] for word in found)


def open_rows(texts: Mapping[int, str], grid: Grid) -> Iterator[Finding]:
    """What is said of rows cut on the pages of a table, and on the page after it."""
    of_table = {int(at[1]) for one in grid.elements.values() if (at := _PAGE.match(one))}
    for page in range(min(of_table, default=1), max(of_table, default=0) + 2):
        if text := texts.get(page, ""):
            place = Place(source=grid.source, element=f"page[{page}]")
            yield Finding(
                code="pdf-row-is-open",
                severity=Severity.ERROR,
                place=place,
                value=text,
                details={"page": page},
            )


def words_of(page: Page) -> Words:
    """The words of a page with their places."""
    return list(page.extract_words())


def _lines(words: Words) -> Iterator[str]:
    line: list[str] = []
    top = 0.0
    for word in sorted(words, key=lambda one: (round(one["top"] / _LINE), one["x0"])):
        if line and abs(word["top"] - top) > _LINE:
            yield " ".join(line)
            line = []
        top = word["top"]
        line.append(word["text"])
    if line:
        yield " ".join(line)


def _middle(word: Mapping[str, Any]) -> tuple[float, float]:
    return (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2


def _is_free(thing: Mapping[str, Any], boxes: Sequence[tuple[float, float, float, float]]) -> bool:
    """Whether it is as high as a line of text, and in no table."""
    wide = [(x0 - 1, top - 1, x1 + 1, bottom + 1) for x0, top, x1, bottom in boxes]
    high = thing["bottom"] - thing["top"] > _LINE
    return high and not any(_is_in(thing, box) for box in wide)


def _is_in(word: Mapping[str, Any], box: tuple[float, float, float, float]) -> bool:
    across, down = _middle(word)
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])
