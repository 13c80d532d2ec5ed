import json
from dataclasses import replace

from pipeline.model import Finding, Place, Severity
from pipeline.publishing.notices import findings_json, notices
from tests.publishing import samples

KEYS = [
    "code",
    "severity",
    "messageUk",
    "messageEn",
    "source",
    "sheet",
    "cell",
    "line",
    "row",
    "table",
    "field",
]


def test_a_public_copy_has_the_place_and_the_sentences_but_no_value() -> None:
    (found,) = json.loads(findings_json([samples.FINDING]))
    assert list(found) == KEYS
    assert (found["severity"], found["sheet"], found["cell"], found["line"]) == (
        "warning",
        "1",
        "B3",
        3,
    )
    assert found["messageUk"].startswith("У таблиці «Benches» 1 комірку")
    assert samples.FINDING.value not in found.values()


def test_a_local_path_is_told_by_its_file_name_only() -> None:
    local = samples.FINDING
    web = replace(local, place=Place(source="https://example.org/benches.csv"))
    nowhere = replace(local, place=Place())
    found = json.loads(findings_json([local, web, nowhere]))
    assert [one["source"] for one in found] == [
        "benches-2026.csv",
        "https://example.org/benches.csv",
        None,
    ]


def test_a_sheet_that_is_called_after_a_person_is_named_nowhere() -> None:
    sheet = "Вербенко О.П."
    hidden = Finding(
        code="sheet-not-read",
        severity=Severity.WARNING,
        place=Place(source="заява_Вербенко_О_П.xlsx", sheet=sheet),
        details={"sheet": sheet, "hidden": "yes"},
    )
    (found,) = json.loads(findings_json([hidden]))
    (notice,) = notices([hidden])
    said = json.dumps([found, notice.message.uk, notice.message.en], ensure_ascii=False)
    assert "Вербенко" not in said
    assert "«…»" in notice.message.uk
    plain = replace(hidden, details={"sheet": "Підсумки", "hidden": "yes"})
    assert "«Підсумки»" in notices([plain])[0].message.uk


def test_findings_keep_their_order_and_notices_are_sorted_by_weight() -> None:
    info = replace(samples.FINDING, severity=Severity.INFO)
    error = replace(samples.FINDING, severity=Severity.ERROR)
    given = [info, samples.FINDING, error, info]
    assert [one["severity"] for one in json.loads(findings_json(given))] == [
        "info",
        "warning",
        "error",
        "info",
    ]
    assert [(one.severity, one.count) for one in notices(given)] == [
        (Severity.ERROR, 1),
        (Severity.WARNING, 1),
        (Severity.INFO, 2),
    ]


def test_nothing_found_is_an_empty_list() -> None:
    assert findings_json([]) == b"[]\n"
    assert notices([]) == ()
