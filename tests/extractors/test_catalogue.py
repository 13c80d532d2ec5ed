"""The register of datasets follows from descriptors and receipts."""

from dataclasses import replace
from pathlib import Path

from pipeline.extractors.catalogue import Entry, extract, source
from tests.builders import dataset, snapshot


def test_a_row_for_each_published_dataset(tmp_path: Path) -> None:
    spec = dataset(tmp_path)
    address = "https://d.example.org/acts/"
    entry = Entry(spec=spec, identifier="acts", address=address, formats=("XLSX", "CSV"))
    made = extract(source([entry]), snapshot(address="register"))
    (table,) = made.tables
    assert table.frame.to_dict("records") == [
        {
            "identifier": "acts",
            "title": "Рішення",
            "description": "Рішення ради",
            "accrualPeriodicity": "Щотижня",
            "keyword": "рішення",
            "purpose": "Закон",
            "landingPage": "https://d.example.org/acts/",
            "distributionFormat": "CSV, XLSX",
            "publisherPrefLabel": "Тестова адміністрація",
            "publisherIdentifier": "",
            "contactPointFn": "Відділ",
            "contactPointHasEmail": "od@test.example",
        }
    ]
    assert table.origins[0].place.source == "register"


def test_the_source_does_not_depend_on_the_order(tmp_path: Path) -> None:
    spec = dataset(tmp_path)
    one = Entry(spec=spec, identifier="acts", address="https://d.example.org/a/", formats=("CSV",))
    other = replace(one, address="https://d.example.org/b/")
    assert source([one]) != source([other])
    assert source([one, one]) == source([one, one])
