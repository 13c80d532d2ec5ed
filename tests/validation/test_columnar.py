"""The fast lane against frictionless itself: whole reports, on files made to be nasty."""

import csv
import io
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from frictionless import Dialect, Report, Schema, system
from frictionless.resources import TableResource
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.validation.columnar import columns, stream
from pipeline.validation.columnar.lane import Judged, validate
from pipeline.validation.columnar.patterns import searched
from pipeline.validation.columnar.rules import Rule, compiled

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
FIELDS: tuple[Mapping[str, Any], ...] = (
    {"type": "string"},
    {"type": "string", "constraints": {"minLength": 2, "maxLength": 4}},
    {"type": "string", "constraints": {"enum": ["a", "так", "5"]}},
    {"type": "string", "constraints": {"pattern": r"\d{1,2}|x"}},
    {"type": "string", "constraints": {"pattern": r"(?:[a-z]+)(?![\s\S])"}},
    {"type": "string", "constraints": {"pattern": r"\w+\b"}},
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
    {"type": "number", "constraints": {"minimum": 1.5}},
    {"type": "boolean"},
    {"type": "boolean", "trueValues": ["так"], "falseValues": ["ні"]},
    {"type": "date"},
    {"type": "date", "format": "%d.%m.%Y"},
    {"type": "date", "format": "any", "constraints": {"minimum": "2024-01-01"}},
    {"type": "datetime"},
    {"type": "datetime", "constraints": {"minimum": "2024-01-01T00:00:00"}},
    {"type": "time"},
    {"type": "year"},
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
    labels = draw(st.sampled_from([[one["name"] for one in named], ["f0", "f0"], [], ["f0", ""]]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "cp1251"]))
    text = _written([labels, *rows], draw)
    broken = draw(st.sampled_from([b"", b"", b"", b"\xd0", b"\x00", b'"open', b"\x98"]))
    return schema, encoding, text.encode(encoding, "replace") + broken


def _written(rows: list[list[str]], draw: st.DrawFn) -> str:
    target = io.StringIO()
    end = draw(st.sampled_from(["\n", "\r\n"]))
    csv.writer(target, lineterminator=end, quoting=1 if draw(st.booleans()) else 0).writerows(rows)
    return target.getvalue()


def both(
    schema: Mapping[str, Any], encoding: str, content: bytes, **extra: Any
) -> tuple[Judged | str, Report | str]:
    """What the lane says and what frictionless says; the name of the exception if it raised."""
    with tempfile.TemporaryDirectory() as folder, system.use_context(trusted=True):
        path = Path(folder) / "table.csv"
        path.write_bytes(content)
        limit = extra.pop("limit_errors", 0)

        def opened() -> TableResource:
            return TableResource(
                path=str(path),
                schema_profile=RESOURCE_PROFILE,
                encoding=encoding,
                schema=Schema.from_descriptor({"$schema": PROFILE, **schema}),
                dialect=Dialect(header=True, header_rows=[1]),
                **extra,
            )

        ours: Judged | str
        theirs: Report | str
        try:
            ours = validate(opened, limit_errors=limit)
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
    descriptor = report.to_descriptor()
    for stats in (descriptor["stats"], *(task["stats"] for task in descriptor["tasks"])):
        stats.pop("seconds", None)
    return descriptor


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables(), st.sampled_from([1, 2, 50_000]), st.sampled_from([0, 0, 0, 3]))
def test_report_is_the_very_same(
    table: tuple[dict[str, Any], str, bytes], batch: int, limit: int
) -> None:
    before, stream.BATCH = stream.BATCH, batch
    try:
        ours, theirs = both(*table, limit_errors=limit)
    finally:
        stream.BATCH = before
    assert plain(ours) == plain(theirs)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_each_kind_of_field_on_every_nasty_cell(field: Mapping[str, Any]) -> None:
    schema = {"fields": [{"name": "n", "type": "integer"}, {"name": "f", **field}]}
    rows = [["n", "f"], *([str(at), cell] for at, cell in enumerate(NASTY))]
    target = io.StringIO()
    csv.writer(target).writerows(rows)
    ours, theirs = both(schema, "utf-8", target.getvalue().encode())
    # It stops at times with a zone under a bound without one, and so must the lane.
    assert isinstance(ours, str) or ours.lane == "fast"
    assert plain(ours) == plain(theirs)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("extra", [{"hash": "md5:0" * 2}, {"bytes": 7}, {"rows": 99}, {"bytes": 8}])
def test_expected_figures(extra: Mapping[str, Any]) -> None:
    ours, theirs = both(
        {"fields": [{"name": "a", "type": "string"}]}, "utf-8", b"a\nb\nc\n", **extra
    )
    assert plain(ours) == plain(theirs)


def _rules() -> Iterator[tuple[Mapping[str, Any], str]]:
    for one in FIELDS:
        rule = compiled(
            Schema.from_descriptor({"$schema": PROFILE, "fields": [{"name": "f", **one}]}).fields[0]
        )
        # A bound refuses by itself what is no integer: there the shape says nothing more.
        bound = one["type"] == "integer" and "constraints" in one
        checks = rule.checks if rule else ()
        yield from ((one, check) for check in checks if not (bound and check == "shape"))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("field", "check"), list(_rules()), ids=str)
def test_comparison_notices_each_rule_that_is_wrong(
    field: Mapping[str, Any], check: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mutated(one: Any) -> Rule | None:
        rule = compiled(one)
        if rule is None or check not in rule.checks:
            return rule
        yes = {check: lambda cells: pl.Series([True]).new_from_index(0, len(cells))}
        return Rule({**rule.checks, **yes})

    monkeypatch.setattr(columns, "compiled", mutated)
    schema = {"fields": [{"name": "n", "type": "string"}, {"name": "f", **field}]}
    target = io.StringIO()
    csv.writer(target).writerows([["n", "f"], *(["r", cell] for cell in NASTY)])
    ours, theirs = both(schema, "utf-8", target.getvalue().encode())
    assert plain(ours) != plain(theirs)


@pytest.mark.parametrize(
    "pattern",
    [r"a++", r"(?=a)b", r"(a)\1", r"\w", r"\b", r"[^a]", r"[\d-x]", r"a*?", r"a{,2}", "*"],
)
def test_patterns_that_engines_read_differently_are_refused(pattern: str) -> None:
    assert searched(pattern) is None
