"""A table drawn in any of the ugly ways and written in any format reads back the same."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import messages
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.headers import header_key
from pipeline.readers.spreadsheet import Sheet, read
from tests.builders import snapshot
from tests.readers.ugly import FORMATS, Drawing

WORD = st.text("абвгдежзиклмнопрстуфхцчшщьюяєіїґ", min_size=2, max_size=6)
PHRASE = st.lists(WORD, min_size=1, max_size=2).map(" ".join)
AMOUNT = st.integers(min_value=0, max_value=10**6)


@dataclass
class Plan:
    """A table as it is meant, and the ways in which it is drawn."""

    names: list[str]
    groups: list[str]
    """A name above each column; the same for neighbours."""
    sections: list[tuple[str, list[list[str]]]]
    """The last column is a sum of money."""
    title: int
    two_rows: bool
    merged: bool
    totals: bool
    subtotals: bool
    notes: int
    numbering: bool
    titled_sections: bool

    @property
    def header(self) -> list[str]:
        if not self.two_rows:
            return self.names
        return [f"{group} {name}" for group, name in zip(self.groups, self.names, strict=True)]

    @property
    def rows(self) -> list[list[str]]:
        return [
            [*row, name] if self.titled_sections else row
            for name, rows in self.sections
            for row in rows
        ]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    width = draw(st.integers(min_value=3, max_value=5))
    names = draw(
        st.lists(PHRASE, min_size=width, max_size=width, unique_by=header_key).filter(
            lambda found: all(header_key(name) for name in found)
        )
    )
    apart = draw(st.integers(min_value=1, max_value=width - 1))
    # A name that repeats the one above it stands in the joined name once.
    group = WORD.filter(lambda word: word not in names)
    first, second = draw(st.lists(group, min_size=2, max_size=2, unique_by=header_key))
    cells = st.lists(PHRASE, min_size=width - 1, max_size=width - 1)
    row = st.tuples(cells, AMOUNT).map(lambda pair: [*pair[0], str(pair[1])])
    rows = st.lists(row, min_size=1, max_size=3)
    sections = draw(st.lists(st.tuples(PHRASE, rows), min_size=1, max_size=3))
    flags = st.booleans()
    return Plan(
        names=names,
        groups=[first] * apart + [second] * (width - apart),
        sections=sections,
        title=draw(st.integers(min_value=0, max_value=3)),
        two_rows=draw(flags),
        merged=draw(flags),
        totals=draw(flags),
        subtotals=draw(flags),
        notes=draw(st.integers(min_value=0, max_value=2)),
        numbering=draw(flags),
        titled_sections=draw(flags),
    )


def drawn(plan: Plan, *, merges: bool) -> Drawing:
    drawing = Drawing()
    last = len(plan.names) - 1
    for number in range(plan.title):
        drawing.add([f"Титул {number}"], (0, last) if merges else (0, 0))
    add_header(drawing, plan, merges=merges)
    everything = 0
    for name, rows in plan.sections:
        if plan.titled_sections:
            drawing.add([name, *[""] * last], (0, last) if merges else (0, 0))
        add_rows(drawing, rows, merged=plan.merged and merges)
        total = sum(int(row[-1]) for row in rows)
        everything += total
        if plan.subtotals:
            drawing.add(["Разом", *[""] * (last - 1), f"{total:,}".replace(",", " ")])
    if plan.totals:
        drawing.add(["Усього", *[""] * (last - 1), str(everything)])
    for number in range(plan.notes):
        drawing.add([f"Примітка {number}", "", *[""] * (last - 1)])
    return drawing


def add_header(drawing: Drawing, plan: Plan, *, merges: bool) -> None:
    last = len(plan.names) - 1
    if plan.two_rows:
        apart = plan.groups.index(plan.groups[-1])
        groups = [plan.groups[0], *[""] * (apart - 1), plan.groups[-1], *[""] * (last - apart)]
        drawing.add(groups, *([(0, apart - 1), (apart, last)] if merges else ()))
    drawing.add(plan.names)
    if plan.numbering:
        drawing.add([str(number) for number in range(1, last + 2)])


def add_rows(drawing: Drawing, rows: list[list[str]], *, merged: bool) -> None:
    """Rows; equal first cells one under the other become one where cells are merged."""
    top = len(drawing.rows)
    for number, row in enumerate(rows):
        is_same = merged and number > 0 and row[0] == rows[number - 1][0]
        drawing.add(["" if is_same else row[0], *row[1:]])
    line = top
    while merged and line < len(drawing.rows):
        bottom = line
        while bottom + 1 < len(drawing.rows) and not drawing.rows[bottom + 1][0]:
            bottom += 1
        if bottom > line:
            drawing.merges.append((line, 0, bottom, 0))
        line = bottom + 1


def options(plan: Plan, kind: str) -> SpreadsheetOptions:
    said: dict[str, Any] = {
        "format": kind,
        "header_has": list(dict.fromkeys(plan.groups)) if plan.two_rows else plan.names,
        "header_rows": 2 if plan.two_rows else 1,
        "fill_header": plan.two_rows,
        "fill_merged": plan.merged,
        "skip_numbering": plan.numbering,
        "totals": [
            {"matches": "^Разом$", "of": "section"},
            {"matches": "^Усього$", "of": "table"},
        ],
    }
    if plan.titled_sections:
        said["sections"] = [{"name": "Розділ"}]
    if plan.notes:
        said["until"] = "^Примітка"
    return SpreadsheetOptions.model_validate(said)


def read_back(plan: Plan, kind: str) -> Sheet:
    data = FORMATS[kind](drawn(plan, merges=kind != "csv"))
    found = read(data, snapshot(address=f"table.{kind}"), options(plan, kind))
    for item in found.findings:
        for language in messages.LANGUAGES:
            assert messages.text(language, f"finding-{item.code}", item.details)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=40, deadline=None)
@given(plan=plans())
def test_reads_back_whatever_way_it_is_drawn(kind: str, plan: Plan) -> None:
    found = read_back(plan, kind)
    sections = ["Розділ"] if plan.titled_sections else []
    assert list(found.header) == [*plan.header, *sections]
    assert [list(row.cells) for row in found.rows] == plan.rows
    assert {item.code for item in found.findings} <= {
        "rows-above-header",
        "rows-below-table",
        "totals-left-out",
        "numbering-left-out",
        "header-repeated",
    }
