"""Rows of a kept release, read without the reader of the standard library."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import kept
from pipeline.kept import KeptTable, cells, unlike

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


def stored(file: Path, rows: list[tuple[str, ...]]) -> KeptTable:
    frame = pd.DataFrame(rows, columns=["a", "b", "c"], dtype=str)
    file.write_bytes(frame.to_csv(index=False, lineterminator="\n").encode())
    return KeptTable(file)


DISTINCT = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=12, unique=True)


@pytest.mark.parametrize("window", [4, 16, kept._WINDOW])
@given(shared=DISTINCT, old=DISTINCT, new=DISTINCT, at=st.integers(0, 12))
def test_what_only_one_of_two_versions_has(
    tmp_path_factory: pytest.TempPathFactory,
    window: int,
    shared: list[tuple[str, ...]],
    old: list[tuple[str, ...]],
    new: list[tuple[str, ...]],
    at: int,
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    before = list(dict.fromkeys([*shared[:at], *old, *shared[at:]]))
    after = list(dict.fromkeys([*shared, *new]))
    one, other = stored(folder / "old.csv", before), stored(folder / "new.csv", after)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "_WINDOW", window)
        patch.setattr(kept, "_RECORDS", 2)
        gone, fresh = unlike(one, other)
    assert set(one.parse(gone)) == set(before) - set(after)
    assert set(other.parse(fresh)) == set(after) - set(before)
    assert (len(gone), len(fresh)) == (len({*gone}), len({*fresh}))


def test_a_record_that_breaks_off_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "Table.csv"
    file.write_bytes(b'a,b\n1,2\n3,"4')
    with pytest.raises(ValueError, match="quote"):
        list(KeptTable(file).rows())
