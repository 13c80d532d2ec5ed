"""The reader of blocks against frictionless: quotes, line breaks and borders of every kind."""

import csv
import io
from collections.abc import Mapping
from contextlib import closing
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.validation.columnar import filed, frames, keys, lines, quoting, stream
from pipeline.validation.columnar.blocks import Splitter
from pipeline.validation.columnar.digest import Digest
from pipeline.validation.columnar.frames import Shape
from pipeline.validation.columnar.lines import Way
from tests.validation.columnar_tables import both, plain

# What a file is made of where quoting goes wrong.
_PIECES = (
    *("a", "5", "є", " ", "\ufeff", "\x00", "'", "\\", "\t", "\u2028", "\x85", "\x0b", "🙂"),
    *('"', '""', '"""', '"a"', '"є"', '"a\nb"', '"a\r\nb"', '"a\rb"', '"a""b"', '"a,b"', '"a;b"'),
    *(",", ",", ",", ";", "\n", "\n", "\n", "\r\n", "\r\n", "\r", ',"', '",', '"\n', "a,5\n"),
)
_SCHEMA: dict[str, list[dict[str, Any]]] = {
    "fields": [
        {"name": "a", "type": "string", "constraints": {"enum": ["a", "5", "є", "a,b"]}},
        {"name": "b", "type": "string", "constraints": {"unique": True}},
        {"name": "c", "type": "integer"},
    ]
}
_SIZES = st.sampled_from([1, 2, 3, 5, 8, 16, 40, 1 << 20])


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    st.integers(1, 3),
    st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "cp1251", "ascii"]),
    _SIZES,
)
def test_any_splitting_is_that_of_frictionless(
    text: str, width: int, encoding: str, size: int
) -> None:
    fields = _SCHEMA["fields"][:width]
    header = ",".join(one["name"] for one in fields)
    content = f"{header}\n{text}".encode(encoding, "replace")
    ours, theirs = both({"fields": fields}, encoding, content, block_size=size)
    assert plain(ours) == plain(theirs)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    st.sampled_from([",", ";", "\t", " ", "a"]),
    st.integers(1, 3),
    _SIZES,
)
def test_blocks_hold_the_records_of_the_reader_of_python(
    text: str, delimiter: str, width: int, size: int
) -> None:
    content = text.encode()
    found = _split(content, delimiter, width, size)
    with io.StringIO(text, newline="") as file:
        assert found == list(csv.reader(file, delimiter=delimiter))


def _split(content: bytes, delimiter: str, width: int, size: int) -> list[list[str]]:
    """The records of blocks, each of which is also read from its own bytes and must be the same."""

    class Excel(csv.excel):
        pass

    Excel.delimiter = delimiter
    way = Way("utf-8", Excel)
    with closing(Digest()) as digest:
        splitter = Splitter(
            io.BytesIO(content), way, Shape(width, delimiter, "utf-8"), digest, size
        )
        found: list[list[str]] = []
        for block in splitter.blocks(0):
            rows = iter(block.rows)
            even = iter(block.frame.rows()) if block.frame is not None else iter(())
            records = [list(next(even)) if one else next(rows) for one in block.even]
            starts = [0, *block.ends[:-1]]
            for start, end, record in zip(starts, block.ends, records, strict=True):
                assert way.record(content[block.start + start : block.start + end]) == record
            found.extend(records)
        assert digest.bytes == len(content)
    return found


_PLAIN = b'a,b,c\na,"x, ""y""\nz",5\n\xd1\x94,2,3\n'
_ENDS: tuple[tuple[str, bytes, Mapping[str, Any]], ...] = (
    ("plain", _PLAIN, {}),
    ("returns", _PLAIN.replace(b"\n", b"\r\n"), {}),
    ("no break at the end", _PLAIN[:-1], {}),
    ("mark of byte order", b"\xef\xbb\xbf" + _PLAIN, {"encoding": "utf-8-sig"}),
    ("semicolons", _PLAIN.replace(b",", b";"), {}),
    ("tabs", _PLAIN.replace(b",", b"\t"), {}),
    ("cp1251", _PLAIN.decode().encode("cp1251"), {"encoding": "cp1251"}),
    ("header only", b"a,b,c\n", {}),
    ("header without break", b"a,b,c", {}),
    ("quotes as letters", b'a,b,c\na,the "x",5\n5,y "z",6\n', {}),
    ("ragged", b"a,b,c\na\na,x,5,6\n\na,y,7\n", {}),
    ("header of two rows", b"a,b\nc,d\n" + _PLAIN, {"dialect": {"headerRows": [1, 2]}}),
    ("one column", b"a\na\n\n5\n", {"width": 1}),
    ("doubled labels", b"a,a,c\na,1,5\n", {}),
)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("content", "extra"), [one[1:] for one in _ENDS], ids=[x[0] for x in _ENDS]
)
@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 6, 7, 11, 1 << 20])
def test_files_that_are_read_in_blocks(content: bytes, extra: Mapping[str, Any], size: int) -> None:
    options = dict(extra)
    encoding = options.pop("encoding", "utf-8")
    fields = _SCHEMA["fields"][: options.pop("width", 3)]
    ours, theirs = both({"fields": fields}, encoding, content, block_size=size, **options)
    assert not isinstance(ours, str)
    assert ours.split == "blocks"
    assert plain(ours) == plain(theirs)


_OTHERWISE: tuple[tuple[bytes, Mapping[str, Any], str], ...] = (
    (b"", {}, "no-header"),
    (b"a,b,c\n" + b"a,2,3\n" * 3000 + b"\xff,2,3\n", {}, "unreadable: UnicodeDecodeError"),
    (_PLAIN * 600 + b"\xd1", {}, "unreadable: UnicodeDecodeError"),
    (_PLAIN, {"encoding": "utf-16"}, "encoding"),
    (_PLAIN, {"dialect": {"commentChar": "#"}}, "rows-left-out"),
    (_PLAIN, {"dialect": {"skipBlankRows": True}}, "rows-left-out"),
)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("content", "extra", "why"), _OTHERWISE)
def test_files_that_frictionless_must_split(
    content: bytes, extra: Mapping[str, Any], why: str
) -> None:
    options = dict(extra)
    encoding = options.pop("encoding", "utf-8")
    if encoding == "utf-16":
        content = content.decode().encode(encoding)
    ours, theirs = both(_SCHEMA, encoding, content, **options)
    assert not isinstance(ours, str)
    assert (ours.lane, ours.split) == ("fast", why)
    assert plain(ours) == plain(theirs)


_RECORDS: tuple[tuple[bytes, list[int] | None], ...] = (
    (b"a,b\nc,d\n", [4, 8]),
    (b"a,b\r\nc,d", [5]),
    (b'"a\nb",c\n', [8]),
    (b'"a""b",c\n', [9]),
    (b'a "b",c\n', [8]),
    (b'a "b,c\nd\n', [7, 9]),
    (b'a,"b"x\n', None),
    (b'a,b\n"c"x\nd\n', [4]),
    (b'"a\nb\n', None),
    (b"a\rb\nc\n", None),
    (b"a\nb\rc\n", [2]),
    (b'"a\r",b\n', [7]),
    (b"a\0\n", None),
    (b'x "y"\n"z"\n', None),
    (b'"x"\na "y"\n', [4]),
)


@pytest.mark.parametrize(("block", "ends"), _RECORDS)
def test_records_are_found_as_far_as_quoting_is_plain(block: bytes, ends: list[int] | None) -> None:
    assert _ends(block) == ends


def _ends(block: bytes) -> list[int] | None:
    found = quoting.records(np.frombuffer(block, dtype=np.uint8), ord(","))
    return found.ends.tolist() if found else None


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("_sure_of_quotes", lambda signs, *_: len(signs)),
        ("_sure_of_returns", lambda signs, *_: len(signs)),
        ("_some_open", lambda *_: False),
        ("_some_open", lambda *_: True),
    ],
)
def test_table_of_records_notices_each_proof_that_is_left_out(
    name: str, wrong: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quoting, name, wrong)
    assert [_ends(block) for block, _ in _RECORDS] != [ends for _, ends in _RECORDS]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("module", "name", "wrong"),
    [
        (frames, "_complete", lambda *_: True),
        (keys, "repeated", lambda numbers, **_: np.zeros(len(numbers), dtype=np.bool_)),
        (filed, "_mark", lambda *_: 0),
        (lines, "_cut", len),
    ],
)
def test_comparison_notices_each_part_that_is_wrong(
    module: Any, name: str, wrong: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, wrong)
    monkeypatch.setattr(stream, "repeated", keys.repeated)
    content = b'\xef\xbb\xbf"a\n",b,c\na,x,5\n\n5\na,x,7\na,"y""\r\nz"\xd1\x94,8\n'
    differ = []
    for size in range(1, 30):
        ours, theirs = both(_SCHEMA, "utf-8-sig", content, block_size=size)
        assert not isinstance(ours, str)
        differ.append(ours.split != "blocks" or plain(ours) != plain(theirs))
    assert any(differ)
