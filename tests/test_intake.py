"""A dataset reads its table from any kind of file that the descriptor declares."""

import csv
from pathlib import Path

import pytest

from tests.command import Command
from tests.readers.ugly import FORMATS, Drawing

NAME = "party-branches"
CHANGED = 'readers:\n  spreadsheet: {encoding: utf-8, delimiter: ","}'


@pytest.fixture
def drawing(command: Command) -> Drawing:
    """The newest list of the sample."""
    file = sorted((command.council / NAME / "sample").glob("*.csv"))[-1]
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    title = ["Перелік", *[""] * (len(rows[0]) - 1)]
    return Drawing(rows=[title, *rows, ["Примітка: без змін", *[""] * (len(rows[0]) - 1)]])


def declare(command: Command, kind: str) -> None:
    file = command.council / NAME / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    assert CHANGED in text
    options = f"{{format: {kind}, header_has: [Партія], until: ^Примітка}}"
    new = f"readers:\n  spreadsheet: {options}"
    file.write_text(text.replace(CHANGED, new), encoding="utf-8")


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_table_from_any_kind_of_file(
    kind: str, command: Command, drawing: Drawing, tmp_path: Path
) -> None:
    declare(command, kind)
    source = tmp_path / f"parties-2024.{kind}"
    source.write_bytes(FORMATS[kind](drawing))
    done = command("extract", NAME, "--source", source, "--to", tmp_path / kind)
    assert done.code == 0, done.said
    table = (tmp_path / kind / "PartyBranches.csv").read_text(encoding="utf-8")
    assert len(table.splitlines()) == len(drawing.rows) - 2
    assert "rows-below-table" in (tmp_path / kind / "findings.jsonl").read_text(encoding="utf-8")


def test_a_page_is_no_table_unless_it_is_declared(
    command: Command, drawing: Drawing, tmp_path: Path
) -> None:
    source = tmp_path / "parties-2024.html"
    source.write_bytes(FORMATS["html"](drawing))
    done = command("extract", NAME, "--source", source)
    assert done.code == 4
    assert "format: html" in done.said
