"""Which lines of a text are rows of a table drawn with spaces."""

import pytest

from pipeline.readers.documents.aligned import aligned_cells


def rows(text: str) -> dict[int, list[str]]:
    lines = text.split("\n")
    found = aligned_cells(lines)
    return {at: [lines[at][a:b] for a, b in cells] for at, cells in sorted(found.items())}


def test_a_table_with_its_header() -> None:
    assert rows("Вступ.\nРинок    Місць\nСхідний     64\n«Колос»     30\nКінець.") == {
        1: ["Ринок", "Місць"],
        2: ["Східний", "64"],
        3: ["«Колос»", "30"],
    }


def test_an_empty_corner_is_a_cell() -> None:
    assert rows("          Село   Місто\nЗаяви        5       -\nСкарги       1   1 200")[0] == [
        "",
        "Село",
        "Місто",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Начальник відділу        О. Зразок\nВиконавець        П. Приклад",
        "Заяви        5\nСкарг не було.",
        "Надано послуг.    12\nСкарг:    3",
        "Заяви  5\nСкарги  1  2",
        "Усе  в  словах\nі  тут  так",
        "",
    ],
    ids=["signers", "one row", "sentences", "unlike rows", "no figures", "nothing"],
)
def test_other_lines_are_no_table(text: str) -> None:
    assert rows(text) == {}
