"""Rows of a kept release, read without the reader of the standard library."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kept import KeptTable, cells

TEXTS = st.text(st.sampled_from('aї",\n\r; ='), max_size=6)
ROWS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=6)


@given(ROWS)
def test_what_the_store_writes_reads_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    file = tmp_path_factory.mktemp("kept") / "Table.csv"
    frame = pd.DataFrame(rows, columns=["a", "b", "c"], dtype=str)
    file.write_bytes(frame.to_csv(index=False, lineterminator="\n").encode())
    table = KeptTable(file)
    assert table.header == ("a", "b", "c")
    assert list(table.rows()) == rows
    assert len(list(table.records())) == len(rows)
    assert list(table.parse(table.records())) == rows


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "Table.csv").write_bytes(b"")
    assert (
        KeptTable(tmp_path / "Table.csv").header,
        list(KeptTable(tmp_path / "Table.csv").rows()),
    ) == ((), [])


@pytest.mark.parametrize("record", ['a,"b', 'a,"b"c', '"'])
def test_a_quote_out_of_place_is_refused(record: str) -> None:
    with pytest.raises(ValueError, match="quote"):
        cells(record)
