"""Nasty tables, and a comparison of the fast lane with frictionless itself: the whole report."""

import csv
import io
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from frictionless import Dialect, Report, Schema, system
from frictionless.resources import TableResource
from hypothesis import strategies as st

from pipeline.validation.columnar.blocks import SIZE
from pipeline.validation.columnar.lane import Judged, validate

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
FIELDS: tuple[Mapping[str, Any], ...] = (
    {"type": "string"},
    {"type": "string", "constraints": {"minLength": 2, "maxLength": 4}},
    {"type": "string", "constraints": {"enum": ["a", "так", "5"]}},
    {"type": "string", "constraints": {"pattern": r"\d{1,2}|x"}},
    {"type": "string", "constraints": {"pattern": r"(?:[a-z]+)(?![\s\S])"}},
    {"type": "string", "constraints": {"pattern": r"\w+\b"}},
    {"type": "string", "constraints": {"pattern": r"https?://\S+"}},
    {"type": "string", "constraints": {"pattern": r"(?!(?:a|x)b|так)[^\s,]+(?:, ?[^№]*)?"}},
    {"type": "string", "constraints": {"pattern": r"^(a|b)$", "required": True}},
    {"type": "string", "format": "uri"},
    {"type": "string", "format": "email"},
    {"type": "string", "format": "uuid"},
    {"type": "string", "format": "binary"},
    {"type": "integer"},
    {"type": "integer", "constraints": {"minimum": 2, "exclusiveMaximum": 100}},
    {"type": "integer", "constraints": {"maximum": 5, "exclusiveMinimum": -3}},
    {"type": "integer", "bareNumber": False},
    {"type": "number"},
    {"type": "number", "decimalChar": ",", "groupChar": " "},
    {"type": "number", "decimalChar": ","},
    {"type": "number", "constraints": {"minimum": 1.5}},
    {"type": "number", "constraints": {"exclusiveMinimum": "1.5", "maximum": 12}},
    {"type": "boolean"},
    {"type": "boolean", "trueValues": ["так"], "falseValues": ["ні"]},
    {"type": "date"},
    {"type": "date", "constraints": {"minimum": "2024-01-05", "exclusiveMaximum": "2024-12-31"}},
    {"type": "date", "format": "%d.%m.%Y"},
    {"type": "date", "format": "any", "constraints": {"minimum": "2024-01-01"}},
    {"type": "datetime"},
    {"type": "datetime", "constraints": {"minimum": "2024-01-01T00:00:00"}},
    {"type": "datetime", "constraints": {"exclusiveMaximum": "2024-01-05T10:00:00Z"}},
    {"type": "time"},
    {"type": "year"},
    {"type": "year", "constraints": {"minimum": 2024, "exclusiveMaximum": "2030"}},
    {"type": "yearmonth"},
    {"type": "duration"},
    {"type": "any"},
    {"type": "array"},
    {"type": "object"},
    {"type": "geopoint"},
    {"type": "list"},
)
NASTY = (
    *("", "-", "a", "ab", "abcde", "так", "ні", "x", "xyyy", "12", "12yyy", "7\n", "b\n", "a\n"),
    *("-3", "-7", "100"),
    *("5", "+5", " 5 ", "05", "-0", "0", "1_000", "٣", "1e3", "5.0", "NaN", "-Infinity", "12,5"),
    *("1 000,5", "99999999999999999999", "1.5", "1.50", "true", "1", "5 грн", "2024", "24", "٢٠٢٤"),
    *("2024-01-05", "2024-1-5", "2024-02-30", "05.01.2024", "٢٠٢٤-01-05", "0000-01-01"),
    *(
        "2024-12-31",
        "2024-06-31",
        "2024-02-29",
        "2023-02-29",
        "2030",
        "2023",
        "2023-06-30",
        "2031-01-01T10:00:00Z",
        "1.500000001",
        "0999",
    ),
    *("2024-01-05T10:00:01", "2023-12-31T23:59:59.5", "2024-06-30T23:59:59+03:00", "+123", "1 00"),
    *("2024-01-05T10:00:00", "2024-01-05 10:00:00", "2024-01-05T10:00:00Z", "2024-01-05T24:00:00"),
    *("10:00:00", "25:00:00", "2024-13", "2024-05", "P1D", "P", "[1]", "{}", "1,2", "50,30", "91"),
    *("https://a.ua/b?c=d", "https://a.ua/б", "http://", "a@b.ua", "a@b", "ftp://a", "a b", "'q'"),
    *(
        'say "no"',
        "two\nlines",
        "two\r\nlines",
        "cr\rhere",
        " ",
        "\u00a0",
        "\u2028",
        "https://a.ua/\x1cб",
        "\x1c",
        "№",
        "e\u0301",
        "🙂",
    ),
    *("123e4567-e89b-12d3-a456-426614174000", "None", "null", "long " * 50),
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, Any], str, bytes]:
    """A schema and a file that belong together, more or less."""
    fields = draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=4))
    named: list[dict[str, Any]] = []
    for at, one in enumerate(fields):
        limits = dict(one.get("constraints", {}))
        limits |= {"unique": True} if draw(st.integers(0, 4)) == 0 else {}
        limits |= {"required": True} if draw(st.integers(0, 4)) == 0 else {}
        named.append({"name": f"f{at}", **one, "constraints": limits})
    schema: dict[str, Any] = {"fields": named}
    schema["missingValues"] = draw(st.sampled_from([[""], ["", "-"], [], ["None", "5"]]))
    schema["primaryKey"] = [f"f{at}" for at in range(draw(st.integers(0, len(named))))]
    cell = st.sampled_from(NASTY) if draw(st.booleans()) else st.sampled_from(NASTY[:20])
    even = st.lists(cell, min_size=len(named), max_size=len(named))
    ragged = st.lists(cell, max_size=len(named) + 2)
    rows = draw(st.lists(st.one_of(even, even, even, ragged), max_size=14))
    right = [one["name"] for one in named]
    labels = draw(st.sampled_from([right, right, right, ["f0", "f0"], [], ["f0", ""]]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "cp1251"]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = written([labels, *rows], end=end, quoting=1 if draw(st.booleans()) else 0).decode()
    broken = draw(st.sampled_from([b"", b"", b"", b"\xd0", b"\x00", b'"open', b"\x98"]))
    return schema, encoding, text.encode(encoding, "replace") + broken


def written(rows: list[list[str]], *, end: str = "\r\n", quoting: Literal[0, 1] = 0) -> bytes:
    """Rows as a file of CSV."""
    target = io.StringIO()
    csv.writer(target, lineterminator=end, quoting=quoting).writerows(rows)
    return target.getvalue().encode()


def both(
    schema: Mapping[str, Any], encoding: str, content: bytes, **extra: Any
) -> tuple[Judged | str, Report | str]:
    """What the lane says and what frictionless says; the name of the exception if it raised."""
    with tempfile.TemporaryDirectory() as folder, system.use_context(trusted=True):
        path = Path(folder) / "table.csv"
        path.write_bytes(content)
        limit = extra.pop("limit_errors", 0)
        size = extra.pop("block_size", SIZE)
        dialect = {"header": True, "headerRows": [1]} | extra.pop("dialect", {})

        def opened() -> TableResource:
            return TableResource(
                path=str(path),
                schema_profile=RESOURCE_PROFILE,
                encoding=encoding,
                schema=Schema.from_descriptor({"$schema": PROFILE, **schema}),
                dialect=Dialect.from_descriptor(dialect),
                **extra,
            )

        ours: Judged | str
        theirs: Report | str
        try:
            ours = validate(opened, limit_errors=limit, block_size=size)
        except Exception as error:  # noqa: BLE001 - what frictionless raises is compared
            ours = type(error).__name__
        try:
            theirs = opened().validate(limit_errors=limit)
        except Exception as error:  # noqa: BLE001
            theirs = type(error).__name__
    return ours, theirs


def plain(found: Judged | Report | str) -> Any:
    """A report without its seconds."""
    if isinstance(found, str):
        return found
    report = found.report if isinstance(found, Judged) else found
    return without_seconds(report.to_descriptor())


def without_seconds(descriptor: dict[str, Any]) -> Any:
    """The descriptor of a report without its seconds."""
    for stats in (descriptor["stats"], *(task["stats"] for task in descriptor["tasks"])):
        stats.pop("seconds", None)
    return descriptor
