"""Counts and numbers: the sample, the truth of real reports, what is said of a report."""

import io
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TypedDict, cast

import docx
import pandas as pd
import pytest

from pipeline import messages, yamlfile
from pipeline.extractors import activity
from pipeline.model import Extraction, Severity
from pipeline.parameters.activity import ActivityParameters, IndicatorList
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.fetching import Kind
from pipeline.readers import document
from pipeline.readers.document import Document
from tests.conftest import ROOT, Golden
from tests.extractors.counting.reading import as_document, from_file, snapshot

DATASET = ROOT / "datasets" / "activity-counts"
GOLDEN = Path(__file__).parent / "golden" / "activity"
NO_INDICATORS = ActivityParameters()

OPTIONAL = {
    "lysychansk-2019-q3": [],
    "drabiv-police-2023-h2": [],
    # True counts of its sections on sport and on volunteers, which its scope calls optional.
    "drabiv-2023-01": [
        ("2", "перемоги"),
        ("10", "турів"),
        ("11", "призових місць"),
        ("3", "контейнери"),
        ("30", "шкарпеток"),
        ("14", "балаклав"),
        ("4", "бафи"),
        ("2200", "сигарет"),
        ("35", "кг"),
    ],
}


class Told(TypedDict, total=False):
    """A count as the truth has it."""

    id: str
    value: int
    unit: str
    sentence: str
    part_of: str
    approx: bool
    period_start: str
    period_end: str
    as_of: str


def known() -> ActivityParameters:
    return activity.with_indicators(ActivityParameters(indicators_file="indicators.yaml"), DATASET)


def extract(*texts: str, parameters: ActivityParameters = NO_INDICATORS) -> Extraction:
    documents = [
        as_document(text, f"reports/{number}.txt") for number, text in enumerate(texts, start=1)
    ]
    return activity.extract(documents, parameters)


def counts(extraction: Extraction) -> pd.DataFrame:
    return extraction.tables[0].frame


def numbers(extraction: Extraction) -> pd.DataFrame:
    return extraction.tables[1].frame


def rows(frame: pd.DataFrame) -> list[dict[str, str]]:
    return [{str(key): str(cell) for key, cell in row.items()} for row in frame.to_dict("records")]


@pytest.mark.parametrize(
    "parameters", [known(), NO_INDICATORS], ids=["indicators", "no-indicators"]
)
@pytest.mark.parametrize("name", OPTIONAL)
def test_truth_of_a_real_report(inputs: Path, name: str, parameters: ActivityParameters) -> None:
    truth = json.loads((inputs / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    report = from_file(inputs / "reports" / f"{name}.txt")
    left = rows(counts(activity.extract([report], parameters)))
    ids: dict[str, str] = {}
    for told in cast(list[Told], truth["indicators"]):
        row = next((one for one in left if is_same(one, told)), None)
        assert row is not None, told
        left.remove(row)
        ids[told["id"]] = row["id"]
        assert row["partOf"] == (ids[told["part_of"]] if "part_of" in told else "")
        assert row["unit"] == told["unit"]
        assert row["approximate"] == ("true" if told.get("approx") else "false")
        assert row["periodStart"] == told.get("period_start", truth["period"]["start"])
        assert row["periodEnd"] == told.get("period_end", truth["period"]["end"])
        assert row["asOf"] == told.get("as_of", "")
    unnamed = [
        (one["value"], one["title"])
        for one in left
        if not any(one["value"] == value and word in one["title"] for value, word in OPTIONAL[name])
    ]
    if parameters is NO_INDICATORS:
        assert unnamed == []
    assert len(left) == len(OPTIONAL[name])


def is_same(row: dict[str, str], told: Told) -> bool:
    sentence = " ".join(told["sentence"].split())
    return row["value"] == str(told["value"]) and sentence in " ".join(row["quote"].split())


def test_every_count_of_the_seed_report_is_an_indicator_of_its_own(inputs: Path) -> None:
    report = from_file(inputs / "reports" / "lysychansk-2019-q3.txt")
    indicators = Counter(counts(activity.extract([report], known()))["indicator"])
    assert len(indicators) == 30
    assert set(indicators.values()) == {1}
    assert "" not in indicators


@pytest.mark.parametrize("name", OPTIONAL)
def test_every_digit_of_a_real_report_is_in_one_row(inputs: Path, name: str) -> None:
    report = from_file(inputs / "reports" / f"{name}.txt")
    table = numbers(activity.extract([report], NO_INDICATORS))
    assert_rows_cover(report.text, rows(table))
    assert "unmapped" not in set(table["role"])


def assert_rows_cover(text: str, table: list[dict[str, str]]) -> None:
    taken: list[int] = []
    for row in table:
        start = int(row["offset"])
        assert text[start : start + len(row["text"])] == row["text"]
        taken += range(start, start + len(row["text"]))
    assert len(taken) == len(set(taken))
    assert {at for at, sign in enumerate(text) if sign.isdigit()} <= set(taken)


def sample() -> list[Document]:
    return [from_file(path) for path in sorted((DATASET / "sample").glob("*.txt"))]


def test_the_sample_report(golden: Golden) -> None:
    extraction = activity.extract(sample(), known())
    for table in extraction.tables:
        golden(GOLDEN / f"{table.name}.csv", table.frame.to_csv(index=False, lineterminator="\n"))


def test_the_sample_uses_every_kind_of_indicator_and_some_of_its_own_words() -> None:
    table = counts(activity.extract(sample(), known()))
    declared = yamlfile.load(DATASET / "indicators.yaml", IndicatorList).indicators
    assert len(set(table["indicator"]) - {""}) >= len(declared) * 3 // 4
    assert "" in set(table["indicator"])


def test_a_report_reads_the_same_as_docx() -> None:
    (report,) = sample()
    made = docx.Document()
    for line in report.text.split("\n"):
        made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    data = out.getvalue()
    address = report.snapshot.address.replace(".txt", ".docx")
    again = document.read(data, snapshot(data, address, Kind.DOCX), DocumentOptions())
    first, second = (counts(activity.extract([one], known())) for one in (report, again))
    pd.testing.assert_frame_equal(first, second)


def test_columns_of_the_schemas() -> None:
    extraction = extract("Звіт за 2023 рік\nНадійшло 14 звернень, з них 3 колективних.")
    for table in extraction.tables:
        schema = json.loads((ROOT / "schemas" / f"{table.schema}.json").read_text("utf-8"))
        names = [field["name"] for field in schema["fields"]]
        given = [str(name) for name in table.frame]
        # The report does not say whose it is: `holder` is left to the rules of the descriptor.
        assert given == [name for name in names if name != "holder"]
        assert len(table.origins) == len(table.frame)


def test_rows_of_a_small_report() -> None:
    extraction = extract("Звіт за 2023 рік\nНадійшло близько 14 звернень, з них 10-12 усних.")
    whole, part = rows(counts(extraction))
    assert (whole["value"], whole["approximate"]) == ("14", "true")
    assert (part["value"], part["valueMax"], part["partOf"]) == ("10", "12", whole["id"])
    assert (whole["periodStart"], whole["periodEnd"]) == ("2023-01-01", "2023-12-31")
    assert whole["quote"] == "Надійшло близько 14 звернень, з них 10-12 усних."
    year, first, second = rows(numbers(extraction))
    assert (year["role"], year["rule"], year["value"], year["text"]) == (
        "ignored",
        "year",
        "",
        "2023 рік",
    )
    assert (first["id"], first["role"], first["rule"], first["text"]) == (
        whole["id"],
        "count",
        "noun-after-number",
        "14",
    )
    assert (second["text"], second["value"]) == ("10-12", "10")
    assert extraction.tables[0].origins[0].place.line == 2


def test_a_numeral_in_words_has_a_row_only_where_it_counts() -> None:
    extraction = extract("Звіт за 2023 рік\nОдин із відділів провів два рейди.")
    assert list(numbers(extraction)["text"]) == ["2023 рік", "два"]
    assert list(counts(extraction)["value"]) == ["2"]


def test_an_id_does_not_change_with_the_number_nor_with_other_sentences() -> None:
    first = extract("Звіт за 2023 рік\nНадійшло 14 звернень.")
    second = extract("Звіт за 2023 рік\nПроведено 3 наради.\nНадійшло 15 звернень.")
    assert counts(first)["id"].iloc[0] == counts(second)["id"].iloc[1]


def test_equal_sentences_get_ids_of_their_own() -> None:
    extraction = extract("Звіт за 2023 рік\nНадано 5 послуг.\nНадано 5 послуг.")
    first, second = counts(extraction)["id"]
    assert second == f"{first}-2"


def test_the_day_the_reports_speak_of_is_their_last() -> None:
    extraction = extract("Звіт за 2022 рік\n5 рейдів", "Звіт за І квартал 2023 року\n5 рейдів")
    assert extraction.actual_on == date(2023, 3, 31)
    assert extract("Звіт\n5 рейдів").actual_on is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("reports/2019-q3.txt", "2019-q3"),
        ("C:\\звіти\\звіт за рік.docx", "звіт-за-рік"),
        ("https://rada.example.ua/docs/%D0%B7%D0%B2%D1%96%D1%82.docx?v=2", "звіт"),
        ("https://rada.example.ua/", "report"),
    ],
)
def test_a_report_is_called_as_its_file(address: str, name: str) -> None:
    assert activity.report_name(address) == name


def test_two_reports_of_one_name_are_told_apart() -> None:
    one, two = (
        as_document("Звіт\n5 рейдів", "a/звіт.txt"),
        as_document("Звіт\n6 рейдів", "b/звіт.txt"),
    )
    other = two.snapshot.__class__(
        address=two.snapshot.address,
        sha256="a" * 64,
        size=1,
        media_type=two.snapshot.media_type,
        fetched_at=two.snapshot.fetched_at,
    )
    two = Document(snapshot=other, text=two.text, lines=two.lines)
    names = list(counts(activity.extract([one, two], NO_INDICATORS))["report"])
    assert names == ["звіт-55555555", "звіт-aaaaaaaa"]


@pytest.mark.parametrize(
    ("text", "code", "severity", "details"),
    [
        pytest.param(
            "Звіт за 2023 рік\nНадано 5 послуг.\nІваненко 7 і далі.\nІваненко 8 і далі.",
            "numbers-unmapped",
            Severity.WARNING,
            {"count": 2, "lines": "3, 4"},
            id="unmapped",
        ),
        pytest.param(
            "Звіт за 2023 рік\nНадійшло 9 листів, на 5 з яких дано відповідь, 2 з них – запити.",
            "part-is-unclear",
            Severity.INFO,
            {"count": 1, "lines": "2"},
            id="unclear",
        ),
        pytest.param(
            "Звіт\nНадано 5 послуг.", "report-has-no-period", Severity.WARNING, {}, id="period"
        ),
        pytest.param(
            "Звіт за 2023 рік", "report-has-no-counts", Severity.WARNING, {}, id="no-counts"
        ),
    ],
)
def test_what_is_said_of_a_report(
    text: str, code: str, severity: Severity, details: dict[str, str | int]
) -> None:
    (finding,) = extract(text).findings
    assert (finding.code, finding.severity) == (code, severity)
    assert finding.details == {"report": "1", **details}
    assert finding.place.source == "reports/1.txt"
    assert finding.value is None
    for language in messages.LANGUAGES:
        assert "«1»" in messages.text(language, f"finding-{code}", finding.details) or "“1”" in (
            messages.text(language, f"finding-{code}", finding.details)
        )


def test_a_clean_report_needs_no_words() -> None:
    assert extract("Звіт за 2023 рік\nНадано 5 послуг.").findings == ()


def test_an_empty_list_of_indicators_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "none.yaml").write_text("", encoding="utf-8")
    parameters = ActivityParameters(indicators_file="none.yaml")
    assert activity.with_indicators(parameters, tmp_path).indicators == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "indicators: [{id: A, title: {uk: а, en: a}, match: {counted: [б]}}]", id="id"
        ),
        pytest.param("indicators: [{id: a, title: {uk: а}, match: {counted: [б]}}]", id="title"),
        pytest.param("indicators: [{id: a, title: {uk: а, en: a}, match: {}}]", id="no-words"),
        pytest.param("indicators: [{id: a, title: {uk: а, en: a}, match: {noun: [б]}}]", id="key"),
        pytest.param(
            "indicators:\n"
            "- {id: a, title: {uk: а, en: a}, match: {counted: [б]}}\n"
            "- {id: a, title: {uk: а, en: a}, match: {counted: [в]}}",
            id="twice",
        ),
    ],
)
def test_a_wrong_list_of_indicators_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(yamlfile.YamlError):
        yamlfile.load(tmp_path / "wrong.yaml", IndicatorList)
