"""The codifier and the map of former codes, read from files when they are needed."""

from pathlib import Path

from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.codifier import read_codifier
from tests.readers.workbooks.saved import xlsx
from tests.ukrainian.test_territories import ROWS, TOWN


def test_the_codifier_and_the_map_between_both(tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_text(
        "\n".join(";".join(row) for row in [["рівень"] * 7, *ROWS]) + "\n", encoding="utf-8"
    )
    (tmp_path / "former.xlsx").write_bytes(
        xlsx([["Перехідна таблиця"], ["КОАТУУ", "КАТОТТГ"], ["9010100000", TOWN]])
    )
    found = read_codifier(
        tmp_path / "codes.csv",
        SpreadsheetOptions(delimiter=";"),
        tmp_path / "former.xlsx",
        SpreadsheetOptions(header_has=("КОАТУУ", "КАТОТТГ")),
    )
    assert len(found.territories) == len(ROWS)
    assert [item.name for item in found.of_koatuu("9010100000")] == ["Новозразківськ"]


def test_the_real_codifier_is_read_as_declared(inputs: Path) -> None:
    file = inputs / "tables" / "13a-katottg.csv"
    found = read_codifier(file, SpreadsheetOptions(delimiter=";"))
    assert len(found.territories) == 31748
