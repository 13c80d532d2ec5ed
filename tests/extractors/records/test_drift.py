"""A header that drifted: both headers side by side, and YAML that mends it when pasted."""

from typing import Any

from ruamel.yaml import YAML

from pipeline import messages
from pipeline.extractors.registry import extract
from pipeline.model import Finding
from pipeline.parameters.registry import RegistryParameters
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import read
from tests.builders import snapshot

PARAMETERS: dict[str, Any] = {
    "table": "council/PublicOrganisations",
    "columns": {
        "edrpou": {"names": ["Код ЄДРПОУ"], "kind": "code", "width": 8},
        "name": {"names": ["Назва організації"]},
        "address": {"names": ["Адреса"]},
    },
}


def findings(header: str, parameters: dict[str, Any] = PARAMETERS) -> list[Finding]:
    sheet = read(f"{header}\n00000001,а,б\n".encode(), snapshot(), SpreadsheetOptions())
    return list(extract([sheet], RegistryParameters.model_validate(parameters)).findings)


def compared(header: str) -> str:
    (found,) = [item for item in findings(header) if item.code == "headers-compared"]
    for language in messages.LANGUAGES:
        assert messages.text(language, "finding-headers-compared", found.details)
    return found.value or ""


def test_both_headers_side_by_side() -> None:
    assert compared("Код за ЄДРПОУ,Назва організації,Телефон").splitlines()[:4] == [
        "edrpou: Код ЄДРПОУ ? Код за ЄДРПОУ",
        "name: Назва організації = Назва організації",
        "address: Адреса -",
        "- ? Телефон",
    ]


def test_the_yaml_mends_the_header() -> None:
    header = '"Код, за: ЄДРПОУ",Повна назва організації,"Тел. ""факс"""'
    text = compared(header)
    added = YAML(typ="safe").load(text[text.index("columns:") :])
    assert added["columns"]["edrpou"] == {
        "names": ["Код, за: ЄДРПОУ", "Код ЄДРПОУ"],
        "kind": "code",
        "width": 8,
    }
    columns = {**PARAMETERS["columns"], **added["columns"]}
    columns.pop("address")
    mended = {**PARAMETERS, "columns": columns, "ignore": added["ignore"]}
    assert [item.code for item in findings(header, mended)] == []


def test_one_unknown_and_one_missing_column_are_put_together() -> None:
    assert "address: Адреса ? Де" in compared("Код ЄДРПОУ,Назва організації,Де")


def test_a_header_as_declared_says_nothing() -> None:
    header = "Код ЄДРПОУ,Назва організації,Адреса"
    assert [item.code for item in findings(header)] == []
