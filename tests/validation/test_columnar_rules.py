"""Each compiled rule is needed: the comparison with frictionless notices when one is wrong."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl
import pytest
from frictionless import Schema
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.validation.columnar import columns
from pipeline.validation.columnar.patterns import searched
from pipeline.validation.columnar.rules import Rule, compiled
from tests.validation.columnar_tables import FIELDS, NASTY, PROFILE, both, plain, written


def _field(descriptor: Mapping[str, Any]) -> Any:
    fields = [{"name": "f", **descriptor}]
    return Schema.from_descriptor({"$schema": PROFILE, "fields": fields}).fields[0]


def _rules() -> Iterator[tuple[Mapping[str, Any], str]]:
    for one in FIELDS:
        rule = compiled(_field(one))
        # A bound refuses by itself what is no integer or moment, and two what is no number.
        few = {"integer": 0, "year": 0, "datetime": 0, "number": 1}.get(one["type"], 9)
        bound = len(one.get("constraints", {})) > few
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
        return Rule({**rule.checks, check: lambda _: pl.lit(value=True)})

    monkeypatch.setattr(columns, "compiled", mutated)
    schema = {"fields": [{"name": "n", "type": "string"}, {"name": "f", **field}]}
    rows = [["n", "f"], *(["r", cell] for cell in _readable(field))]
    ours, theirs = both(schema, "utf-8", written(rows))
    assert plain(ours) != plain(theirs)


def _readable(descriptor: Mapping[str, Any]) -> Iterator[str]:
    """Cells at which frictionless does not stop, as at a zone under a bound without one."""
    read = _field(descriptor).create_cell_reader()
    for cell in NASTY:
        try:
            read(cell)
        except TypeError:
            continue
        yield cell


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"a++", r"(?=a)b", r"(a)\1", r"\w", r"\b", r"[\d-x]", r"a*?", r"a{,2}", "*"),
        *(r"\s", r"[\S]", r"[^\d]", r"[^\s-x]", r"[^a--b]", r"[^\w]"),
        *(r"(?!a+)b", r"(?!a)b|c", r"^(?!a)b", r"(?!\s)b", r"(?!a)(?!b)c", "(?!.)b"),
    ],
)
def test_patterns_that_engines_read_differently_are_refused(pattern: str) -> None:
    assert searched(pattern) is None


_SEPARATORS = "\x1c\x1f\x85\xa0\u2028\u200b\ufeff\n\r\t \x00"


@pytest.mark.parametrize(
    ("pattern", "taken", "refused"),
    [
        (r"https?://\S+", ["http://a", "https://б/№\u200b"], ["http://", "http://a b", "ftp://a"]),
        (r"\S.*", ["a b", "я"], [" a", ""]),
        ("[^№]+", ["a\nb", "\x1c", " "], ["№", "a№"]),
        (r"[^@\s,]+@[^@\s,]+", ["a@б"], ["a@b c", "a@b,c", "a@@b", "@b"]),
        (r"[0-9]{8}|[^0-9]+", ["12345678", "немає"], ["1234567", "a1"]),
        (r"(?!(?:м|смт)\.|(?:місто|село) )\S.*", ["Мале", "містоа"], ["м.А", "село А", " А"]),
        (r"(?!a(?:b|c)|d)[a-z]+", ["ad", "b"], ["abd", "ac", "d"]),
    ],
)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_a_pattern_takes_in_rust_it_takes_in_python(
    pattern: str, taken: list[str], refused: list[str], data: st.DataObject
) -> None:
    field = _field({"type": "string", "constraints": {"pattern": pattern}})
    rule = compiled(field)
    assert rule is not None
    letters = st.sampled_from(sorted({*"".join((*taken, *refused)), *_SEPARATORS}))
    changed = [data.draw(_changed(one, letters)) for one in taken]
    drawn = data.draw(st.lists(st.text(letters, min_size=1), max_size=20))
    cells = [*taken, *refused, *changed, *drawn]
    frame = pl.DataFrame({"f": cells}).select(rule.accepts(pl.col("f")).alias("good"))
    read = field.create_cell_reader()
    good = [cell for cell, well in zip(cells, frame["good"], strict=True) if well]
    assert [cell for cell in good if read(cell)[1]] == []
    assert set(taken) <= set(good)
    assert not set(refused) & set(good)


# Cells near to what a type takes: made of the letters of one that it does take.
_NEAR: tuple[tuple[Mapping[str, Any], str], ...] = (
    ({"type": "string", "format": "uri"}, "https://a-1.ua:80/b%2F?c=d&e#f "),
    ({"type": "string", "format": "email"}, "ab.c-d_1@e-f.ua"),
    ({"type": "string", "format": "uuid"}, "123e4567-e89b-12d3-a456-426614174000"),
    ({"type": "date"}, "2024-02-29"),
    ({"type": "datetime"}, "2024-02-29T23:59:59.5+03:00"),
    ({"type": "number"}, "-12.50"),
    ({"type": "number", "decimalChar": ",", "groupChar": " "}, "-1 200,5"),
    ({"type": "integer"}, "-120"),
    ({"type": "year"}, "2024"),
)


@pytest.mark.parametrize(("descriptor", "seed"), _NEAR, ids=str)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_a_rule_takes_frictionless_takes(
    descriptor: Mapping[str, Any], seed: str, data: st.DataObject
) -> None:
    field = _field(descriptor)
    rule = compiled(field)
    assert rule is not None
    letters = st.sampled_from(sorted({*seed, "0", "9"}))
    cells = [seed, *data.draw(st.lists(_changed(seed, letters), min_size=1, max_size=20))]
    frame = pl.DataFrame({"f": cells}).select(rule.accepts(pl.col("f")).alias("good"))
    taken = [cell for cell, good in zip(cells, frame["good"], strict=True) if good]
    read = field.create_cell_reader()
    assert [cell for cell in taken if read(cell)[1]] == []


def _changed(seed: str, letters: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The seed with a few letters changed, doubled or dropped."""
    change = st.tuples(
        st.integers(0, len(seed) - 1), st.one_of(letters, st.just(""), st.text(letters))
    )

    def made(changes: list[tuple[int, str]]) -> str:
        cell = list(seed)
        for at, letter in changes:
            cell[at] = letter
        return "".join(cell)

    return st.lists(change, max_size=4).map(made)
