"""A YAML file is read strictly: what is refused is named with its line and the nearest word."""

from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from pipeline import yamlfile
from pipeline.parameters import Parameters
from pipeline.yamlfile import YamlError


class Page(Parameters):
    kind: Literal["page"]
    encoding: str = "utf-8"


class Book(Parameters):
    kind: Literal["book"]
    sheet: str


class Shelf(Parameters):
    name: str = Field(max_length=9, json_schema_extra={yamlfile.PORTAL_FIELD: "title"})
    items: tuple[Annotated[Page | Book, Field(discriminator="kind")], ...] = ()
    limits: dict[str, int] = Field(default_factory=dict)


def read(tmp_path: Path, text: str) -> Shelf:
    file = tmp_path / "shelf.yaml"
    file.write_text(text, encoding="utf-8")
    return yamlfile.load(file, Shelf)


def test_reads_words_and_codes_as_text(tmp_path: Path) -> None:
    shelf = read(tmp_path, 'name: no\nitems:\n  - {kind: book, sheet: "0123"}\n')
    assert shelf.name == "no"
    assert shelf.items == (Book(kind="book", sheet="0123"),)


@pytest.mark.parametrize(
    ("text", "code", "line", "word"),
    [
        pytest.param("nmae: x\nname: y\n", "unknown-key", "1", "name", id="misspelt key"),
        pytest.param("limits: {a: 1}\n", "missing-key", "1", "", id="missing key"),
        pytest.param(
            "name: x\nitems:\n  - kind: page\n    encodng: cp1251\n",
            "unknown-key", "4", "encoding", id="misspelt key below a union",
        ),
        pytest.param(
            "name: x\nitems:\n  - kind: boook\n    sheet: a\n",
            "wrong-word", "3", "book", id="unknown tag",
        ),
        pytest.param(
            "name: x\nlimits:\n  a: one\n", "wrong-value", "3", "", id="not a number",
        ),
        pytest.param("name: [x\n", "syntax", "2", "", id="not YAML"),
        pytest.param("name: x\nname: y\n", "syntax", "2", "", id="a key twice"),
    ],
)  # fmt: skip
def test_refuses_with_place(tmp_path: Path, text: str, code: str, line: str, word: str) -> None:
    with pytest.raises(YamlError) as caught:
        read(tmp_path, text)
    found, details = caught.value.faults[0]
    assert (found, details["line"]) == (code, line)
    assert details.get("nearest", "") == word
    for language in ("uk", "en"):
        assert f" {line}" in caught.value.message(language) or code == "missing-key"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: abcdefghij\n", "10 символів, а можна щонайбільше 9"),
        ("limits: {}\n", "бракує ключа «name»"),
        ("name: [x]\n", "«name» має неприйнятне значення"),
    ],
)
def test_a_field_of_a_portals_form_is_called_by_its_name_there(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(YamlError) as caught:
        read(tmp_path, text)
    line = caught.value.message("uk").splitlines()[1]
    assert said in line
    assert line.endswith("На формі порталу це поле «Назва набору».")
    assert "«Назва набору»" in caught.value.message("en")


def test_a_field_of_no_form_is_not_said_to_be_on_one(tmp_path: Path) -> None:
    with pytest.raises(YamlError) as caught:
        read(tmp_path, "name: x\nlimits: {a: b}\n")
    assert "формі" not in caught.value.message("uk")


def test_names_all_faults_at_once(tmp_path: Path) -> None:
    with pytest.raises(YamlError) as caught:
        read(tmp_path, "name: x\nitms: []\nlimits: {a: b}\n")
    assert {code for code, _ in caught.value.faults} == {"unknown-key", "wrong-value"}


def test_an_absent_file_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(YamlError) as caught:
        yamlfile.load(tmp_path / "none.yaml", Shelf)
    assert caught.value.exit_code == 2
    assert "none.yaml" in str(caught.value)
