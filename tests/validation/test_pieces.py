"""Blocks of a large CSV against the same file read record by record."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import SourceError
from pipeline.readers.batches import Batch, batches
from pipeline.validation import pieces

CONTENTS = {
    "plain": b"a,b\n1,2\n3,4\n",
    "no end of line": b"a,b\n1,2\n3,4",
    "mark of byte order": b"\xef\xbb\xbfa,b\n1,2\n",
    "quoted": b'a,b\n"1\n2",3\n"say ""no""",4\n',
    "quotes as letters": b'a,b\n1"2,3\n4",5\n',
    "returns between records": b"a,b\r\n1,2\r\n3,4\r\n",
    "returns in cells": b'a,b\n"1\r2",3\n"4\r\n5",6\n7,8\n',
    "returns alone": b"a,b\r1,2\r3,4\r",
    "another width": b"a,b\n1,2\n3\n4,5,6\n\n7,8\n",
    "one column": b"a\n1\n\n2\n",
    "an empty header": b"\n1,2\n",
    "nothing": b"",
    "the header alone": b"a,b",
    "the separator of cells": b"a,b\n1\x1f,2\n3,4\n",
    "broken quotes": b'a,b\n1,2\n"3"x,4\n5,6\n',
    "open quotes": b'a,b\n1,2\n"3,4\n5,6\n',
    "open quotes in the header": b'"a,b\n1,2\n',
    "a wrong byte": b"a,b\n1,2\n\xd0,4\n",
    "a zero": b"a,b\n1,\x00\n3,4\n",
    "a cell too large": b"a,b\n1,2\n" + b"3" * 140_000 + b",4\n5,6\n",
}


def _records(found: Iterable[Batch]) -> Any:
    """Line, cells and width of each record, or why there are none."""
    records = []
    try:
        for batch in found:
            every = range(len(batch.lines))
            records += [(batch.row(at), int(batch.widths[at])) for at in every]
    except SourceError as error:
        return error.message("en")
    return records


@pytest.mark.parametrize("size", [1, 8, 1 << 20])
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_the_records_are_the_same(
    content: bytes, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "SIZE", size)
    file = tmp_path / "t.csv"
    file.write_bytes(content)
    assert _records(pieces.pieces(file)) == _records(batches(file))


@pytest.mark.parametrize(
    ("name", "framed"), [("plain", True), ("quoted", True), ("returns in cells", False)]
)
def test_plain_blocks_stand_in_columns(name: str, framed: bool, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(CONTENTS[name])
    header, *others = pieces.pieces(file)
    assert len(header.lines) == 1
    assert [isinstance(one, pieces._Framed) for one in others] == [framed]


def test_every_byte_is_told(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(CONTENTS["plain"])
    told: list[tuple[int, int]] = []
    list(pieces.pieces(file, lambda done, total: told.append((done, total))))
    assert told[-1] == (12, 12)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        list(pieces.pieces(tmp_path / "none.csv"))
