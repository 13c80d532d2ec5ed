"""What a published workbook does not carry: its author, comments, hidden sheets, formulas."""

from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook

from pipeline.publishing.workbook import to_xlsx

ROWS = [("=1+1", "+380671234567", "-5"), ("https://rada.example/a.pdf", "olena@ukr.net", "@x")]


def book() -> bytes:
    return to_xlsx("Acts", "Акти", ("a", "b", "c"), ROWS, frozenset())


def test_nobody_is_named_as_its_author() -> None:
    properties = load_workbook(BytesIO(book())).properties
    assert properties.creator in (None, "")
    assert properties.lastModifiedBy in (None, "")
    told = (properties.description, properties.keywords, properties.category, properties.subject)
    assert not any(told)


def test_it_has_one_visible_sheet_without_comments_and_links() -> None:
    opened = load_workbook(BytesIO(book()))
    (sheet,) = opened.worksheets
    assert sheet.sheet_state == "visible"
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.comment or cell.hyperlink or cell.data_type == "f"]
    assert [cell.value for cell in cells[3:6]] == list(ROWS[0])


def test_its_archive_holds_no_part_of_another_kind() -> None:
    names = ZipFile(BytesIO(book())).namelist()
    unwanted = ("comment", "custom", "vba", "external", "drawing", "hyperlink")
    assert [name for name in names if any(word in name.lower() for word in unwanted)] == []
