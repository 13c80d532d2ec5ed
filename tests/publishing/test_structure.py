import csv
import io
import json
from dataclasses import replace

from pipeline.publishing.passport import Json, Text
from pipeline.publishing.structure import columns, csvw, link_beside, numeric_names, structure_csv
from tests.publishing import samples

CARD = samples.passport().tables[0]


def test_structure_has_the_five_columns_of_the_recommendations() -> None:
    lines = list(csv.reader(io.StringIO(structure_csv(CARD).decode())))
    assert lines[0] == ["name", "title", "description", "datatype", "required"]
    assert lines[1] == ["identifier", "Номер", "Інвентарний номер лавки.", "string", "true"]
    assert [line[3] for line in lines[1:]] == [
        "string",
        "string",
        "integer",
        "decimal",
        "date",
        "anyURI",
    ]
    assert {line[4] for line in lines[2:]} == {"false"}


def test_a_title_of_a_column_that_begins_like_a_formula_is_inert() -> None:
    card = replace(CARD, definition={"fields": [{"name": "a", "title": "=1+1"}]})
    assert b"a,'=1+1,,string,false\n" in structure_csv(card)


def test_csvw_describes_the_csv_file_by_its_header() -> None:
    found = json.loads(csvw(CARD, link_beside(CARD)))
    assert found["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "uk"}]
    assert found["url"] == "Benches.csv"
    assert found["tableSchema"]["primaryKey"] == ["identifier"]
    first = found["tableSchema"]["columns"][0]
    assert first["titles"] == {"und": "identifier", "uk": "Номер", "en": "Number"}
    assert first["required"] is True


def test_a_table_without_a_key_has_no_primary_key_in_csvw() -> None:
    assert (
        "primaryKey"
        not in json.loads(csvw(replace(CARD, key=()), link_beside(CARD)))["tableSchema"]
    )


def test_columns_speak_both_languages_and_fall_back_on_the_name() -> None:
    card = replace(CARD, definition={"fields": [{"name": "bare"}]})
    assert columns(card)[0].title == Text(uk="bare")
    assert columns(CARD)[0].title.get("en") == "Number"


def test_only_integers_and_numbers_are_numeric() -> None:
    assert numeric_names(CARD) == {"seats", "length"}


def test_a_declared_data_type_goes_before_the_one_of_the_type() -> None:
    page: dict[str, Json] = {"name": "page", "datatype": "anyURI"}
    day: dict[str, Json] = {"name": "day", "type": "date", "datatype": "string"}
    found = columns(replace(CARD, definition={"fields": [page, day]}))
    assert [column.datatype for column in found] == ["anyURI", "string"]
