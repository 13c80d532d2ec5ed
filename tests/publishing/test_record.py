import csv
import io
from dataclasses import replace

import pytest

from pipeline import messages
from pipeline.frequencies import RHYTHMS, Frequency
from pipeline.publishing.passport import Keywords, Text
from pipeline.publishing.record import Record, elements, record, record_csv, record_json
from tests.publishing import samples


def made(landing: str = "https://data.example.org/datasets/benches/") -> Record:
    return record(samples.release(), samples.passport(), ("CSV", "JSON"), landing)


def test_passport_json_reads_back_as_it_was() -> None:
    assert Record.model_validate_json(record_json(made())) == made()


def test_a_later_passport_with_more_in_it_can_still_be_read() -> None:
    data = record_json(made()).replace(b'"identifier"', b'"unheardOf": 1,\n  "identifier"', 1)
    assert Record.model_validate_json(data) == made()


def test_passport_csv_has_every_element_of_the_regulation() -> None:
    lines = list(csv.reader(io.StringIO(record_csv(made()).decode())))
    assert lines[0] == ["name", "title", "value"]
    values = {name: value for name, _, value in lines[1:]}
    assert values["identifier"] == "benches"
    assert values["distributionFormat"] == "CSV, JSON"
    assert values["issued"] == "2026-05-02T06:30:00+00:00"
    assert values["modified"] == "2026-06-03T22:15:00+00:00"
    assert values["actualOn"] == "2026-05-01"
    assert values["accrualPeriodicity"] == "Щокварталу"
    assert values["landingPage"] == "https://data.example.org/datasets/benches/"
    assert values["structure"] == "Benches-structure.csv"
    assert values["language"] == "українська"
    assert values["purpose"] == "Облік благоустрою."
    assert values["publisherIdentifier"] == "00000000"
    assert values["contactPointHasEmail"] == "data@example.org"
    assert values["version"] == "a1b2c3d4e5f6"


def test_an_element_without_a_value_is_left_out() -> None:
    passport = replace(samples.passport(), annex_item="", actual_on=None)
    found = record(samples.release(), passport, ("CSV",), "x")
    names = {element.name for element in elements(found, "uk")}
    assert not names & {"annexItem", "actualOn"}


def test_english_elements_say_which_words_are_ukrainian() -> None:
    spoken = {element.name: element.spoken for element in elements(made(), "en")}
    assert (spoken["title"], spoken["description"]) == ("en", "uk")
    assert (spoken["keyword"], spoken["accrualPeriodicity"]) == ("en", "en")


def test_words_like_a_formula_are_inert_in_passport_csv() -> None:
    passport = replace(samples.passport(), title=Text(uk="=1+1"))
    assert b",'=1+1\n" in record_csv(record(samples.release(), passport, ("CSV",), "x"))


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("frequency", Frequency)
def test_every_frequency_has_words_and_codes(frequency: Frequency, language: str) -> None:
    assert frequency.phrase(language)
    assert RHYTHMS[frequency].eu


def test_texts_fall_back_on_ukrainian() -> None:
    assert Text(uk="а").get("en") == "а"
    assert Text(uk="а", en="a").get("en") == "a"
    assert Keywords(uk=("а",)).get("en") == ("а",)
