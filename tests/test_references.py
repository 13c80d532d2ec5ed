"""Foreign keys within a dataset and across datasets."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline import messages, references
from pipeline.description import Reference
from pipeline.errors import ConfigurationError
from pipeline.model import Severity
from tests.builders import table
from tests.command import Command

ROWS = [{"act": "1", "day": "a"}, {"act": "2", "day": "a"}, {"act": "", "day": "a"}]


def test_a_row_that_speaks_of_what_is_not_there() -> None:
    reference = Reference(fields=("act",), table="LegalActs", to=("number",))
    (finding,) = references.of_table(table(ROWS), reference, frozenset({("1",)}))
    assert (finding.code, finding.row, finding.value) == ("reference-unknown", 2, "2")
    assert finding.severity is Severity.WARNING
    for language in messages.LANGUAGES:
        assert "LegalActs" in messages.text(language, "finding-reference-unknown", finding.details)
    assert list(references.of_table(table(ROWS), reference, frozenset({("1",), ("2",)}))) == []


def test_several_columns_belong_together() -> None:
    reference = Reference(fields=("act", "day"), table="LegalActs", severity=Severity.ERROR)
    found = list(references.of_table(table(ROWS), reference, frozenset({("1", "a"), ("2", "b")})))
    assert [(one.row, one.severity) for one in found] == [(2, Severity.ERROR)]


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(ConfigurationError):
        list(references.of_table(table(ROWS), Reference(fields=("x",), table="T"), frozenset()))
    with pytest.raises(ValidationError):
        Reference(fields=("a", "b"), table="T", to=("c",))


def told(command: Command, name: str) -> list[str]:
    found = json.loads(command("report", name, "--json").out)[name]
    return [one["code"] for one in found if one["code"].startswith("reference-")]


def declare(file: Path, reference: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert "    rows: mirror\n" in text
    rule = f"    rows: mirror\n    references: [{reference}]\n"
    file.write_text(text.replace("    rows: mirror\n", rule, 1), encoding="utf-8")


def test_references_across_datasets(command: Command) -> None:
    name = "public-organisations"
    file = command.council / name / "dataset.yaml"
    before = file.read_text(encoding="utf-8")
    to = "{fields: [edrpou], dataset: religious-organisations, table: ReligiousOrganisations}"
    declare(file, to)
    assert command("publish", name).code == 0
    assert told(command, name) == ["reference-not-held"]
    assert command("publish", "religious-organisations").code == 0
    file.write_text(file.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    assert command("publish", name).code == 0
    assert set(told(command, name)) == {"reference-unknown"}
    for wrong in ("table: Relig", "fields: [edrpu]"):
        file.write_text(before, encoding="utf-8")
        key = wrong.split(":")[0]
        right = "table: ReligiousOrganisations" if key == "table" else "fields: [edrpou]"
        declare(file, to.replace(right, wrong))
        assert command("publish", name).code == 2


def test_rows_that_wait_for_a_person_are_not_there_yet(command: Command) -> None:
    name, other = "public-organisations", "religious-organisations"
    file = command.council / other / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    text = text[: text.find("\napproval:") + 1] or text
    file.write_text(text + "approval: {first_on: [site]}\n", encoding="utf-8")
    declare(
        command.council / name / "dataset.yaml",
        f"{{fields: [edrpou], dataset: {other}, table: ReligiousOrganisations}}",
    )
    assert command("publish", other).code == 5
    assert command("publish", name).code == 0
    assert told(command, name) == ["reference-not-held"]
    assert command("approve", other, "--why", "перша публікація").code == 0
    assert command("publish", other).code == 0
    declared = command.council / name / "dataset.yaml"
    declared.write_text(declared.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    assert command("publish", name).code == 0
    assert "reference-unknown" in told(command, name)
