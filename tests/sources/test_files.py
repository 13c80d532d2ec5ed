import os
from pathlib import Path

import pytest

from pipeline.errors import MachineError, SourceError
from pipeline.sources.files import find_files, printable, read_file


def test_a_folder_gives_all_files_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b/2.csv", "b/1.csv", "a.csv", ".hidden/x.csv", "b/.x", "Thumbs.db"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"1")
    found = find_files(tmp_path)
    assert [str(file.relative_to(tmp_path)) for file in found.files] == [
        "a.csv",
        "b/1.csv",
        "b/2.csv",
    ]
    assert [str(file.relative_to(tmp_path)) for file in found.hidden] == [
        ".hidden",
        "Thumbs.db",
        "b/.x",
    ]


def test_a_file_that_is_named_is_read_even_when_hidden(tmp_path: Path) -> None:
    (tmp_path / ".x.csv").write_bytes(b"1")
    assert find_files(tmp_path / ".x.csv").files == (tmp_path / ".x.csv",)


def test_a_link_in_a_circle_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"1")
    (tmp_path / "circle").symlink_to(tmp_path)
    with pytest.raises(SourceError) as caught:
        find_files(tmp_path)
    assert caught.value.code == "source-is-not-a-file"


@pytest.mark.parametrize("kind", ["absent", "empty", "hidden-only", "pipe", "dangling"])
def test_what_gives_no_file_is_an_error(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x"
    match kind:
        case "empty":
            path.mkdir()
        case "hidden-only":
            path.mkdir()
            (path / ".x").touch()
        case "pipe":
            os.mkfifo(path)
        case "dangling":
            path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(SourceError) as caught:
        find_files(path)
    codes = {"empty": "source-folder-is-empty", "hidden-only": "source-folder-is-empty"}
    codes |= {"pipe": "source-is-not-a-file"}
    assert caught.value.code == codes.get(kind, "source-is-missing")
    assert str(path) in caught.value.message("uk")


def test_the_limit_is_the_largest_size(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"123")
    assert read_file(file, 3) == b"123"
    with pytest.raises(SourceError) as caught:
        read_file(file, 2)
    assert caught.value.code == "source-is-too-large"


def test_a_file_that_vanished_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read_file(tmp_path / "gone.csv", 10)
    assert caught.value.code == "source-is-missing"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    # The tests may run as root, whom no permission stops.
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(MachineError) as caught:
        read_file(tmp_path / "a.csv", 10)
    assert caught.value.code == "source-is-not-readable"


def test_a_disk_that_fails_is_of_this_machine(tmp_path: Path) -> None:
    with pytest.raises(MachineError) as caught:
        read_file(tmp_path, 10)
    assert caught.value.code == "source-cannot-be-read"


def test_a_name_that_is_not_utf_8_can_be_printed() -> None:
    assert printable(Path(os.fsdecode(b"\xcf.csv"))) == "�.csv"
