import io
import struct
import zipfile

import pytest

from pipeline.errors import SourceError
from pipeline.parameters.fetching import FetchOptions
from pipeline.sources.archives import check_package, is_hidden, open_archive
from tests.sources.conftest import CSV, XLSX_TYPE, office, packed

OPTIONS = FetchOptions()


def refusal(data: bytes, options: FetchOptions = OPTIONS) -> SourceError:
    with pytest.raises(SourceError) as caught:
        list(open_archive(data, "a.zip", options).members())
    assert "a.zip" in caught.value.message("uk")
    return caught.value


def with_entry(name: str, **attributes: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo(name)
        for attribute, value in attributes.items():
            setattr(entry, attribute, value)
        archive.writestr(entry, CSV)
    return buffer.getvalue()


def test_members_come_in_the_order_of_names_without_folders_and_hidden_files() -> None:
    data = packed(
        {"b/": b"", "b/2.csv": CSV, "a.csv": b"1", "__MACOSX/a.csv": b"x", "b/.DS_Store": b"x"}
    )
    archive = open_archive(data, "a.zip", OPTIONS)
    assert [(member.name, member.data) for member in archive.members()] == [
        ("a.csv", b"1"),
        ("b/2.csv", CSV),
    ]
    assert archive.hidden == ("__MACOSX/a.csv", "b/.DS_Store")


@pytest.mark.parametrize(
    "name",
    ["../a.csv", "b/../../a.csv", "/etc/a.csv", "C:\\a.csv", "c:a.csv", "..\\a.csv", "b/a\n.csv"],
)
def test_a_name_that_points_outside_is_refused(name: str) -> None:
    assert refusal(with_entry(name)).code == "archive-member-is-unsafe"


def test_backslashes_between_folders_are_read_as_slashes() -> None:
    archive = open_archive(with_entry("рік\\а.csv"), "a.zip", OPTIONS)
    assert [member.name for member in archive.members()] == ["рік/а.csv"]


def test_a_link_is_refused() -> None:
    linked = with_entry("a.csv", external_attr=0o120777 << 16, create_system=3)
    assert refusal(linked).code == "archive-member-is-unsafe"


def test_a_password_is_refused() -> None:
    data = bytearray(packed({"a.csv": CSV}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)).code == "archive-needs-a-password"


def test_the_same_name_twice_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.csv", b"1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.csv", b"2")
    assert refusal(buffer.getvalue()).code == "archive-repeats-a-name"


def test_names_of_windows_are_read_in_the_declared_encoding() -> None:
    data = bytearray(packed({"XXXX.csv": CSV}))
    shown = bytes(data).replace(b"XXXX", "ЗВІТ".replace("І", "I").encode("cp866"))
    names = [entry.filename for entry in open_archive(shown, "a.zip", OPTIONS).entries]
    assert names == ["ЗВIТ.csv"]


@pytest.mark.parametrize(
    ("members", "limits", "code"),
    [
        ({"a": b"0" * 3_000_000}, {}, "archive-is-a-bomb"),
        ({"a": b"1", "b": b"2", "c": b"3"}, {"member_limit": 2}, "archive-has-too-many-members"),
        ({"a": b"1" * 60, "b": b"2" * 60}, {"unpacked_limit": 100}, "archive-unpacks-too-large"),
        ({".hidden": b"1"}, {}, "archive-is-empty"),
        ({}, {}, "archive-is-empty"),
    ],
    ids=["bomb", "many", "large", "hidden-only", "empty"],
)
def test_limits_hold_before_anything_is_unpacked(
    members: dict[str, bytes], limits: dict[str, int], code: str
) -> None:
    assert refusal(packed(members), FetchOptions.model_validate(limits)).code == code


def test_limits_are_the_last_values_that_pass() -> None:
    options = FetchOptions(member_limit=2, unpacked_limit=120)
    archive = open_archive(packed({"a": b"1" * 60, "b": b"2" * 60}), "a.zip", options)
    assert len(list(archive.members())) == 2
    small = packed({"a": b"0" * 1024 * 1024})
    assert len(list(open_archive(small, "a.zip", OPTIONS).members())) == 1


def test_a_false_size_is_an_error_and_is_not_unpacked_further() -> None:
    data = packed({"a.csv": b"0" * 500_000})
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        assert struct.unpack("<I", data[at : at + 4]) == (500_000,)
        data = data[:at] + struct.pack("<I", 10) + data[at + 4 :]
    assert refusal(data).code == "archive-member-is-damaged"


def test_damaged_bytes_are_an_error() -> None:
    data = bytearray(packed({"a.csv": CSV}, zipfile.ZIP_STORED))
    data[data.index("бюджет".encode())] ^= 0xFF
    error = refusal(bytes(data))
    assert (error.code, error.details["member"]) == ("archive-member-is-damaged", "a.csv")


def test_a_cut_archive_is_an_error() -> None:
    assert refusal(packed({"a.csv": CSV})[:-10]).code == "archive-is-damaged"


def test_a_bomb_in_a_workbook_is_refused() -> None:
    bomb = office(XLSX_TYPE, **{"xl/worksheets/sheet1.xml": b"<c/>" * 1_000_000})
    with pytest.raises(SourceError) as caught:
        check_package(bomb, "a.xlsx", OPTIONS)
    assert caught.value.code == "archive-is-a-bomb"
    assert caught.value.details["member"] == "xl/worksheets/sheet1.xml"
    check_package(office(XLSX_TYPE), "a.xlsx", OPTIONS)


@pytest.mark.parametrize(
    ("name", "hidden"),
    [("a/.b/c.csv", True), ("Thumbs.DB", True), ("__MACOSX/x", True), ("a.b/c.csv", False)],
)
def test_what_is_hidden(name: str, hidden: bool) -> None:
    assert is_hidden(name) is hidden
