"""Every format that frictionless reads: the lane says what frictionless says, or hands it over.

A library that is not installed is refused by frictionless, and by the lane in the same words;
`.ci/matrix` runs these tests where all of them are.
"""

import bz2
import csv
import gzip
import io
import json
import lzma
import zipfile
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from frictionless import Dialect, Schema, system
from frictionless.resources import TableResource

from pipeline.validation.columnar import stream, workbooks
from pipeline.validation.columnar.lane import Judged
from tests.validation.columnar_tables import PROFILE, RESOURCE_PROFILE, plain

HEADER = ["a", "n", "day", "b"]
ROWS: list[list[Any]] = [
    ["так", 1, "2024-01-05", True],
    ["ні", 2, "2024-1-5", False],
    ["", 3, "05.01.2024", True],
    ["так", 2, "2024-01-05", None],
    ["x", "y", "2024-02-30", "z"],
    ["так", 1.5, None, "true"],
]
SCHEMA = {
    "fields": [
        {"name": "a", "type": "string", "constraints": {"required": True}},
        {"name": "n", "type": "integer"},
        {"name": "day", "type": "date"},
        {"name": "b", "type": "boolean"},
    ]
}


def text(rows: list[list[Any]] = ROWS, delimiter: str = ",") -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, lineterminator="\n").writerows([HEADER, *rows])
    return target.getvalue().encode()


def archive(name: str, data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr(name, data)
    return target.getvalue()


def records() -> list[dict[str, Any]]:
    return [dict(zip(HEADER, row, strict=True)) for row in ROWS]


def lines(items: list[Any]) -> bytes:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items).encode()


FILES: Mapping[str, bytes] = {
    "t.csv": text(),
    "t.tsv": text(delimiter="\t"),
    "t.csv.gz": gzip.compress(text()),
    "t.csv.bz2": bz2.compress(text()),
    "t.csv.xz": lzma.compress(text()),
    "t.csv.zip": archive("t.csv", text()),
    "broken.csv.gz": gzip.compress(text())[:-9],
    "broken.csv.zip": archive("t.csv", text())[:-9],
    "keyed.json": json.dumps(records()).encode(),
    "lists.json": json.dumps([HEADER, *ROWS]).encode(),
    "keyed.jsonl": lines(records()),
    "lists.jsonl": lines([HEADER, *ROWS]),
    "broken.jsonl": lines([HEADER, *ROWS]) + b"[1,",
    "keyed.ndjson": lines(records()),
    "t.yaml": b"- {a: x, n: 1, day: 2024-01-05, b: true}\n- {a: y, n: z, day: 1, b: 2}\n",
    "t.html": b"<table><tr><td>a</td><td>n</td></tr><tr><td>x</td><td>y</td></tr></table>",
    "t.md": b"| a | n |\n|---|---|\n| x | y |\n",
    "t.xls": b"\xd0\xcf\x11\xe0 no workbook",
    "t.parquet": b"PAR1 no table",
    "t.ods": b"PK no workbook",
}
FAST = frozenset(
    "t.csv t.tsv t.csv.gz t.csv.bz2 t.csv.xz t.csv.zip".split()  # the rest needs libraries
)


def generated() -> Iterator[list[Any]]:
    yield HEADER
    yield from ROWS


DATA: Mapping[str, Any] = {
    "lists": [HEADER, *ROWS],
    "tuples": [tuple(HEADER), *map(tuple, ROWS)],
    "keyed": records(),
    "function": generated,
    "frame": pd.DataFrame(records()),
    "frame of text": pd.DataFrame([list(map(str, row)) for row in ROWS], columns=HEADER),
    "frame of numbers": pd.DataFrame({"a": ["x", "y"], "n": [1, 2], "b": [True, False]}),
    "frame with index": pd.DataFrame(records()).set_index("n"),
}


def compared(opened: Callable[[], TableResource]) -> Judged | None:
    """The lane's answer, which is frictionless' own; none where both raise the same."""
    found: list[Any] = []
    with system.use_context(trusted=True):
        for judge in (workbooks.validate, lambda make: make().validate(limit_errors=0)):
            try:
                found.append(judge(opened))
            except Exception as error:  # noqa: BLE001 - what frictionless raises is compared
                found.append(f"{type(error).__name__}: {error}")
    assert plain(found[0]) == plain(found[1])
    return found[0] if isinstance(found[0], Judged) else None


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("key", [[], ["n"], ["a", "n"]], ids=str)
@pytest.mark.parametrize("batch", [1, 50_000])
@pytest.mark.parametrize("name", FILES)
def test_files(
    name: str, key: list[str], batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "BATCH", batch)
    (tmp_path / name).write_bytes(FILES[name])

    def opened() -> TableResource:
        return TableResource(
            path=str(tmp_path / name),
            schema_profile=RESOURCE_PROFILE,
            schema=Schema.from_descriptor({"$schema": PROFILE, **SCHEMA, "primaryKey": key}),
            dialect=Dialect(header=True, header_rows=[1]),
        )

    judged = compared(opened)
    if name in FAST:
        assert judged
        assert (judged.lane, judged.reason) == ("fast", "")
    elif judged and judged.lane != "fast":
        assert judged.reason


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("key", [[], ["n"]], ids=str)
@pytest.mark.parametrize("name", DATA)
def test_data_in_memory(name: str, key: list[str]) -> None:
    def opened() -> TableResource:
        return TableResource(
            data=DATA[name],
            schema=Schema.from_descriptor({"$schema": PROFILE, **SCHEMA, "primaryKey": key}),
            dialect=Dialect(header=True, header_rows=[1]),
        )

    judged = compared(opened)
    assert judged
    assert judged.lane == "fast" or judged.reason


@pytest.mark.filterwarnings("ignore")
def test_a_parquet_file_of_the_library_itself(tmp_path: Path) -> None:
    file = tmp_path / "t.parquet"
    frame = pd.DataFrame([list(map(str, row)) for row in ROWS], columns=HEADER)
    if find_spec("pyarrow"):
        frame.to_parquet(file)
    else:
        file.write_bytes(b"PAR1")

    def opened() -> TableResource:
        return TableResource(path=str(file), schema=Schema.from_descriptor(SCHEMA))

    judged = compared(opened)
    assert judged is None or judged.lane == "fast" or judged.reason


@pytest.mark.filterwarnings("ignore")
def test_an_ods_file_of_the_library_itself(tmp_path: Path) -> None:
    file = tmp_path / "t.ods"
    file.write_bytes(b"PK")
    if find_spec("ezodf"):
        whole = [[str(cell) or "-" for cell in row] for row in ROWS]
        TableResource(data=[HEADER, *whole]).write(TableResource(path=str(file)))

    def opened() -> TableResource:
        return TableResource(path=str(file), schema=Schema.from_descriptor(SCHEMA))

    judged = compared(opened)
    assert judged is None or judged.lane == "fast" or judged.reason
