"""RAR and 7-Zip archives: the real one when present, and what is refused."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.errors import MachineError, SourceError
from pipeline.parameters.fetching import FetchOptions
from pipeline.sources import packed
from pipeline.sources.packed import unpack


def refusal(data: bytes, **limits: int) -> str:
    with pytest.raises(SourceError) as caught:
        unpack(data, "a.rar", FetchOptions.model_validate(limits))
    assert "a.rar" in caught.value.message("uk")
    return caught.value.code


def archive(*names: str, body: bytes = b"1") -> bytes:
    """libarchive reads ZIP as well: the checks of names and sizes are the same for it."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, body)
    return buffer.getvalue()


@pytest.fixture
def real(inputs: Path) -> bytes:
    return (inputs / "votes" / "01.07.2016.rar").read_bytes()


def test_a_real_archive_is_read_whole(real: bytes) -> None:
    members = unpack(real, "a.rar", FetchOptions()).members
    assert [(one.name, len(one.data)) for one in members] == [
        ("5-19.rtf", 83052),
        ("5-20.rtf", 83785),
    ]


@pytest.mark.parametrize("end", [8, 40, 3000, 9000])
def test_a_cut_archive_is_refused(real: bytes, end: int) -> None:
    assert refusal(real[:end]) in {"archive-is-damaged", "archive-is-empty"}


def test_a_changed_byte_is_noticed(real: bytes) -> None:
    data = bytearray(real)
    data[5000] ^= 0xFF
    assert refusal(bytes(data)) == "archive-is-damaged"


@pytest.mark.parametrize(
    "name", ["../a.rtf", "b/../../a.rtf", "/etc/a.rtf", "C:\\a.rtf", "a\n.rtf"]
)
def test_a_name_that_points_outside_is_refused(name: str) -> None:
    assert refusal(archive(name)) == "archive-member-is-unsafe"


def test_limits_hold_for_what_is_unpacked() -> None:
    two = archive("a.rtf", "b.rtf", body=b"0" * 3_000_000)
    assert refusal(two, member_limit=1, ratio_limit=100_000) == "archive-has-too-many-members"
    assert (
        refusal(two, unpacked_limit=4_000_000, ratio_limit=100_000) == "archive-unpacks-too-large"
    )
    assert refusal(two, ratio_limit=2) == "archive-is-a-bomb"


def test_a_name_twice_and_hidden_files_alone_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = archive("a.rtf", "a.rtf")
    assert refusal(twice) == "archive-repeats-a-name"
    assert refusal(archive(".a.rtf")) == "archive-is-empty"


def test_hidden_files_are_named_and_left_out() -> None:
    found = unpack(archive("b.rtf", ".a.rtf", "a.rtf"), "a.rar", FetchOptions())
    assert [one.name for one in found.members] == ["a.rtf", "b.rtf"]
    assert found.hidden == (".a.rtf",)


def test_without_the_library_the_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packed, "is_installed", lambda: False)
    with pytest.raises(MachineError) as caught:
        unpack(b"Rar!", "a.rar", FetchOptions())
    assert "apt-get install libarchive13" in caught.value.message("en")
