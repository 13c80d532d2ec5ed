"""Properties, comments, hidden sheets: what a file says beside its table. Names are invented."""

import io
import struct
import zipfile

import docx
import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # typed, but without py.typed
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the same

from pipeline.parameters.fetching import Kind
from pipeline.readers.beside import SPEAKING, UnreadError, asides
from pipeline.readers.workbooks.summary import summary
from tests.readers.ugly import pdf
from tests.readers.workbooks.saved import archive, ods, xlsx
from tests.readers.workbooks.test_compound import END, TABLE, container, entry

PERSON = "Вербенко Олена Іванівна"
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)


def said(data: bytes, kind: Kind) -> set[tuple[str, str]]:
    return {(aside.part.value, aside.text) for aside in asides(data, kind)}


def test_properties_comments_and_hidden_sheets_of_a_workbook() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        book.set_properties({"author": PERSON, "comments": "чернетка"})
        book.set_custom_property("Виконавець", "Цвіркун О.")
        sheet.write_comment("A1", "тел. 2-15-34", {"author": "Гай М."})
        hidden = book.add_worksheet("Чернетка")
        hidden.write_row(0, 0, ["Сокира П.", 7])
        hidden.hide()
        book.add_worksheet("Таємна").very_hidden()

    found = said(xlsx([["видиме"]], fill), Kind.XLSX)
    assert {
        ("properties", PERSON),
        ("properties", "чернетка"),
        ("properties", "Цвіркун О."),
        ("comments", "тел. 2-15-34"),
        ("comments", "Гай М."),
        ("hidden-sheets", "Сокира П."),
        ("hidden-sheets", "7"),
    } <= found
    assert "видиме" not in {text for _, text in found}


def test_an_opendocument_table() -> None:
    cell = (
        "<table:table-row><table:table-cell><office:annotation><text:p>від Гай М.</text:p>"
        "</office:annotation></table:table-cell></table:table-row>"
    )
    meta = (
        f"<office:document-meta {SPACES}><office:meta><dc:creator>{PERSON}</dc:creator>"
        "<meta:generator>LibreOffice</meta:generator></office:meta></office:document-meta>"
    )
    with zipfile.ZipFile(io.BytesIO(ods(cell))) as book:
        with_meta = archive(
            {**{one: book.read(one) for one in book.namelist()}, "meta.xml": meta.encode()}
        )
    assert said(ods(cell), Kind.ODS) == {("comments", "від Гай М.")}
    assert said(with_meta, Kind.ODS) == {("comments", "від Гай М."), ("properties", PERSON)}


def test_a_document() -> None:
    document = docx.Document()
    document.core_properties.author, document.core_properties.last_modified_by = PERSON, "Гай М."
    document.add_comment(
        document.add_paragraph("текст").runs, text="тел. 2-15-34", author="Цвіркун"
    )
    buffer = io.BytesIO()
    document.save(buffer)
    found = said(buffer.getvalue(), Kind.DOCX)
    assert {
        ("properties", PERSON),
        ("properties", "Гай М."),
        ("comments", "тел. 2-15-34"),
        ("comments", "Цвіркун"),
    } <= found


def test_a_pdf() -> None:
    data = pdf([b""])
    place = data.index(b"trailer")
    author = b"\xfe\xff" + PERSON.encode("utf-16-be")
    info = b"<</Author<" + author.hex().encode() + b">/Producer(x)>>"
    assert said(data[:place] + data[place:].replace(b"<<", b"<</Info " + info, 1), Kind.PDF) == {
        ("properties", PERSON),
        ("properties", "x"),
    }


def properties(*texts: bytes, page: int = 1251) -> bytes:
    """A property set with a code page, and the author and the last author as texts."""
    values = [struct.pack("<IHxx", 2, page)]
    values += [struct.pack("<II", 0x1E, len(text)) + text.ljust(64, b"\0") for text in texts]
    names, place, listed = (1, 4, 8)[: len(values)], 8 + 8 * len(values), b""
    for name, value in zip(names, values, strict=True):
        listed += struct.pack("<II", name, place)
        place += len(value)
    head = struct.pack("<II", place, len(values))
    return b"\xfe\xff".ljust(44, b"\0") + struct.pack("<I", 48) + head + listed + b"".join(values)


def named(name: str, plain: bytes) -> bytes:
    letters = name.encode("utf-16-le")
    return letters.ljust(64, b"\0") + struct.pack("<H", len(letters) + 2) + plain[66:]


NAME = "\x05SummaryInformation"


def long_file(content: bytes) -> bytes:
    directory = named(NAME, entry(2, 4096)).ljust(512, b"\0")
    chain = [TABLE, END, *range(3, 10), END]
    return container(chain, directory=1, content=directory + content.ljust(4096, b"\0"))


def small_file(content: bytes) -> bytes:
    """The stream stands in the 64-byte sectors of the root."""
    count = -(-len(content) // 64)
    directory = (entry(2, 64 * count, kind=5) + named(NAME, entry(0, len(content)))).ljust(
        512, b"\0"
    )
    follows = struct.pack(f"<{count}I", *range(1, count), END).ljust(512, b"\xff")
    body = directory + content.ljust(512, b"\0") + follows
    return container([TABLE, END, END, END], directory=1, small=3, content=body)


@pytest.mark.parametrize("file", [long_file, small_file])
def test_an_old_workbook_names_its_author(file: object) -> None:
    assert callable(file)
    data = file(properties(PERSON.encode("cp1251"), "Гай М.".encode("cp1251")))
    assert summary(data) == (PERSON, "Гай М.")
    assert ("properties", PERSON) in said(data, Kind.DOC)


def test_properties_in_utf_8() -> None:
    assert summary(small_file(properties(PERSON.encode(), page=65001))) == (PERSON,)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        container([TABLE]),
        long_file(b"\xff" * 4096),
        small_file(properties(b"x", page=9)),
    ],
    ids=["nothing", "no properties", "nonsense", "no such code page"],
)
def test_what_cannot_be_followed_says_nothing(data: bytes) -> None:
    assert summary(data) == ()


@pytest.mark.parametrize("kind", sorted(SPEAKING - {Kind.DOC}))
@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 cut off",
        archive({"docProps/core.xml": b"<a><b>", "xl/comments1.xml": b""}),
    ],
    ids=["cut off", "no XML"],
)
def test_that_a_file_cannot_be_looked_at_is_told(kind: Kind, data: bytes) -> None:
    with pytest.raises(UnreadError):
        said(data, kind)


@pytest.mark.parametrize("kind", sorted({*Kind} - SPEAKING | {Kind.DOC}))
def test_other_files_say_nothing(kind: Kind) -> None:
    assert said(b"PK\x03\x04 cut off", kind) == set()
