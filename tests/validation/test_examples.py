"""Every check has an example that passes and one that fails, and a page made from them."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from pipeline.model import Finding, Origin, Place, Table
from pipeline.parameters.checks import CheckSettings
from pipeline.sources.web import Failure
from pipeline.validation.checks import CHECKS
from pipeline.validation.examples import EXAMPLES, LINKS, Rows
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
    golden(ROOT / "docs" / "checks.md", page(found, linked(LINKS.fails)))


def linked(rows: Rows) -> Sequence[Finding]:
    return list(LinksAnswerCheck(ask=of_example, most=0).run(table_of(rows), URL_SCHEMA))


def of_example(address: str) -> Failure | None:
    gone = address.endswith("/gone")
    return Failure(code="link-is-dead", details={"status": 404}) if gone else None


def test_the_example_of_links_passes_and_fails() -> None:
    assert linked(LINKS.passes) == []
    assert tuple(one.code for one in linked(LINKS.fails)) == LINKS.codes
