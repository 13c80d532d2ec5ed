"""Files under a structure that came beside them, as the official examples of resolution 835 do."""

from pathlib import Path

import pytest

from pipeline.errors import ConfigurationError
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.validation.files import validate_file
from pipeline.validation.schema import load_schema
from pipeline.validation.structure_file import load_structure
from tests.builders import NOW
from tests.command import Command
from tests.validation.test_schema import SCHEMAS

HEADER = "name,title,description,datatype,required\n"
# What is wrong in the official examples themselves: code, field and cell of each error.
_WRONG = {
    "08-835-ReferenceBook-Organizations": [("constraint-pattern", "logo", "H4")],
    "09-835rec-2-organizationUnits": [
        ("constraint-pattern", "homepage", f"E{row}") for row in (2, 3, 4)
    ],
    "09-835rec-2-organizations": [
        ("constraint-pattern", field, f"{column}{row}")
        for row in (2, 3, 4)
        for field, column in (
            ("constituentDocUrl", "D"),
            ("homepage", "E"),
            ("socialAccount", "F"),
            ("logo", "G"),
        )
    ],
    "09-835rec-29-voteEvents": [("label-differs", "votingAgainst", "I1")],
    "09-835rec-34-petitions": [
        ("constraint-required", "answerDate", "M4"),
        ("constraint-required", "answerUrl", "N4"),
    ],
}
# Of the tables of votes the state agency shows headers alone.
_WITHOUT_ROWS = ("convocations", "motions", "motions2", "sessions", "vote", "voteEvents", "votings")


# The structure of 2019 wants text for a day; the schema of the project asks for the day.
_STRICTER = {("Legislation-Projects", "registrationDate")}


def structure(folder: Path, *lines: str) -> Path:
    file = folder / "Benches-Structure.csv"
    file.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def test_the_official_examples_hold_to_their_structures_or_their_mistake_is_named(
    inputs: Path,
) -> None:
    examples = sorted((inputs / "tables").glob("0[89]-*xample.xlsx"))
    assert len(examples) == 20
    for file in examples:
        name = file.stem.removesuffix("-Example").removesuffix("-example")
        form = next((inputs / "tables").glob(f"{name}-[Ss]*.csv"))
        options = SpreadsheetOptions()
        found = validate_file(load_structure(form), file, options=options, now=NOW)
        errors = [item for item in found if item.severity.value == "error"]
        said = [(item.code, item.field, item.place.cell) for item in errors if item.field]
        assert said == _WRONG.get(name, []), name
        empty = [item.code for item in errors if not item.field]
        without_rows = "-29-" in name and name.rpartition("-")[2] in _WITHOUT_ROWS
        assert empty == (["table-empty"] if without_rows else []), name


@pytest.mark.parametrize(
    "name", ["Legislation-LegalActs", "Legislation-Projects", "ListOfRegulatoryActs",
             "PublicInfoSystem", "RegisterOfDatasets", "Reports"],
)  # fmt: skip
def test_schemas_of_the_project_are_the_recommended_structures(inputs: Path, name: str) -> None:
    path = f"835-2019/{name.replace('-', '/')}"
    if not (SCHEMAS / f"{path}.json").is_file():
        pytest.skip(f"the project has no schema {path}")
    own = load_schema(path, SCHEMAS)
    form = load_structure(inputs / "tables" / f"08-835-{name}-Structure.csv")
    assert own.names == form.names
    assert own.required == form.required
    for field in own.fields:
        if (name, field.name) not in _STRICTER:
            assert field.datatype == form.field(field.name).datatype, field.name
    example = inputs / "tables" / f"08-835-{name}-Example.xlsx"
    found = validate_file(own, example, options=SpreadsheetOptions(), now=NOW)
    assert [item.code for item in found if item.severity.value == "error"] == []


def test_every_type_of_the_form_is_held_to(tmp_path: Path) -> None:
    form = structure(
        tmp_path,
        "id,Номер,Номер лавки.,string,true",
        "placed,Поставлено,День.,date,false",
        "seats,Місць,Скільки.,integer,True",
        "page,Сторінка,Адреса.,anyURL,False",
    )
    file = tmp_path / "t.csv"
    file.write_text("id,placed,seats,page\nа1,null,2,https://rada.example\n,1.2.2020,два,www\n")
    found = validate_file(load_structure(form), file, options=SpreadsheetOptions(), now=NOW)
    assert [(item.code, item.field) for item in found if item.row == 2] == [
        ("constraint-required", "id"),
        ("type-error", "placed"),
        ("type-error", "seats"),
        ("constraint-pattern", "page"),
    ]
    assert [item for item in found if item.row == 1] == []


def test_a_name_broken_by_a_space_is_the_name_without_it(tmp_path: Path) -> None:
    form = load_structure(structure(tmp_path, "bench Name,Назва,,string,true"))
    assert form.names == ("benchName",)
    assert form.required == ("benchName",)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name,title\na,b\n", "1"),
        (HEADER, "1"),
        (HEADER + "a,А,,string,true\nb,Б,,number,true\n", "3"),
        (HEADER + "a,А,,string,так\n", "2"),
        (HEADER + "назва,А,,string,true\n", "2"),
    ],
    ids=["other columns", "no rows", "unknown type", "unknown answer", "cyrillic name"],
)
def test_what_is_no_structure_is_refused_with_its_line(
    tmp_path: Path, text: str, line: str
) -> None:
    file = tmp_path / "s.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_structure(file)
    assert caught.value.code == "structure-is-refused"
    assert caught.value.details["line"] == line


def test_a_structure_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError):
        load_structure(tmp_path / "absent.csv")
    (tmp_path / "s.csv").write_bytes("имя".encode("cp1251"))
    with pytest.raises(ConfigurationError):
        load_structure(tmp_path / "s.csv")


def test_the_command_takes_a_structure_for_a_schema(command: Command, tmp_path: Path) -> None:
    form = structure(tmp_path, "id,Номер,Номер лавки.,string,true")
    file = tmp_path / "t.csv"
    file.write_text("id\nа1\n", encoding="utf-8")
    assert command("validate", "--schema", form, file).code == 0
    file.write_text("code\nа1\n", encoding="utf-8")
    assert command("validate", "--schema", form, file).code == 1
