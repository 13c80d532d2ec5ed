"""Every check has an example that passes and one that fails, and a page made from them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from pipeline import owed, references, reported
from pipeline.description import Reference, TableSpec
from pipeline.duties import Record, Update
from pipeline.frequencies import Frequency
from pipeline.model import Finding, Origin, Place, Table
from pipeline.parameters.checks import CheckSettings
from pipeline.sources.web import Failure
from pipeline.validation.checks import CHECKS
from pipeline.validation.examples import EXAMPLES, LINKS, Rows
from pipeline.validation.held_examples import HELD, Held
from pipeline.validation.links import LinksAnswerCheck
from pipeline.validation.schema import load_schema
from pipeline.workplace import SCHEMAS
from tests.conftest import ROOT, Golden
from tests.validation.checks_page import page

URL_SCHEMA = load_schema("835-2019/Legislation/LegalActs", SCHEMAS)
SETTINGS: TypeAdapter[CheckSettings] = TypeAdapter(CheckSettings)
CODIFIER = "1,2,3,4,5,cat,name\n,,,UA44120050000066819,,M,Лисичанськ\n"


def run(code: str, rows: Rows, folder: Path) -> Sequence[Finding]:
    given = YAML(typ="safe").load(EXAMPLES[code].settings)
    if "codifier" in given:
        file = folder / given["codifier"]
        file.write_text(CODIFIER, encoding="utf-8")
        given["codifier"] = str(file)
    settings = SETTINGS.validate_python({"check": code, **given})
    return list(CHECKS[code].run(table_of(rows), settings))


def table_of(rows: Rows) -> Table:
    origins = tuple(
        Origin(sha256="a", place=Place(source="t.csv", line=line))
        for line in range(2, 2 + len(rows))
    )
    return Table(schema="council/T", frame=pd.DataFrame(list(rows), dtype=str), origins=origins)


def test_every_check_has_an_example() -> None:
    assert set(EXAMPLES) == set(CHECKS)


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_the_examples_pass_and_fail(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    assert run(code, example.passes, tmp_path) == []
    assert tuple(one.code for one in run(code, example.fails, tmp_path)) == example.codes


def test_the_page_is_made_from_them(golden: Golden, tmp_path: Path) -> None:
    found = {code: run(code, EXAMPLES[code].fails, tmp_path) for code in CHECKS}
    beside = {key: [held(key, case) for case in HELD[key].fails] for key in HELD}
    golden(ROOT / "docs" / "checks.md", page(found, linked(LINKS.fails), beside))


def linked(rows: Rows) -> Sequence[Finding]:
    return list(LinksAnswerCheck(ask=of_example, most=0).run(table_of(rows), URL_SCHEMA))


def of_example(address: str) -> Failure | None:
    gone = address.endswith("/gone")
    return Failure(code="link-is-dead", details={"status": 404}) if gone else None


def test_the_example_of_links_passes_and_fails() -> None:
    assert linked(LINKS.passes) == []
    assert tuple(one.code for one in linked(LINKS.fails)) == LINKS.codes


DAY = date(2020, 12, 1)
TABLE = {"schema": "council/T", "key": ["name"], "rows": "mirror"}
COUNT = ("value", "valueMax", "partOf", "asOf", "periodStart", "periodEnd", "title", "report")


def held(key: str, case: Held) -> Sequence[Finding]:
    given = YAML(typ="safe").load(HELD[key].declared)
    if key == "passport.frequency":
        return list(lively(case, Frequency(given["passport"]["frequency"])))
    if key == "references":
        (rule,) = given["references"]
        known = frozenset(tuple(row.values()) for row in case.against) or None
        return list(references.of_table(table_of(case.rows), Reference.model_validate(rule), known))
    return list(counted(case, given["expect"]))


def lively(case: Held, frequency: Frequency) -> Iterator[Finding]:
    days = [date.fromisoformat(row["changed"]) for row in case.rows]
    record = Record(
        dataset="t",
        title="Т",
        frequency=frequency,
        term=3,
        read_on=None,
        waiting_since=None,
        updates=tuple(Update(noticed=day, published=day) for day in days),
    )
    return owed.of_tempo(record, DAY)


def counted(case: Held, expect: dict[str, object]) -> Iterator[Finding]:
    declared = TableSpec.model_validate({**TABLE, "expect": {"min_rows": 0, **expect}})
    how = declared.expect.reported
    assert how is not None
    blank = {**dict.fromkeys(COUNT, ""), "approximate": "false", "indicator": how.indicator}
    counts = pd.DataFrame([{**blank, **row} for row in case.against], dtype=str)
    for one in reported.compared(declared, how, table_of(case.rows), counts, DAY):
        yield replace(one, details={**one.details, "sources": "t.csv"})


@pytest.mark.parametrize("key", sorted(HELD))
def test_the_examples_of_what_is_held_against_other_data(key: str) -> None:
    assert held(key, HELD[key].passes) == []
    for case in HELD[key].fails:
        assert [one.code for one in held(key, case)] == [case.code]


def test_every_code_of_reports_and_references_has_an_example() -> None:
    shown = {case.code for example in HELD.values() for case in example.fails}
    codes = {"reference-unknown", "reference-not-held", "changes-more-often"}
    assert shown == reported.CODES | codes
