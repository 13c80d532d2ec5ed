"""The summary of a night, line by line."""

from datetime import UTC, datetime

from pipeline.model import Finding, Outcome, Receipt, Severity, State
from pipeline.reporting.night import summary

RECEIPT = Receipt(
    dataset="acts",
    target="site",
    version="0" * 12,
    fingerprint="f",
    address="https://d.example.org/",
    files=(),
    rows={"LegalActs": 21, "Other": 2},
    masked={},
    read_back_at=datetime(2026, 11, 23, tzinfo=UTC),
)
BAD = Finding(code="table-empty", severity=Severity.ERROR, details={"table": "LegalActs"})
DOUBT = Finding(code="column-appeared", severity=Severity.WARNING)
OUTCOMES = (
    Outcome(dataset="acts", state=State.PUBLISHED, receipts=(RECEIPT,), findings=(DOUBT,)),
    Outcome(dataset="b", state=State.UNCHANGED),
    Outcome(dataset="c", state=State.REJECTED, findings=(BAD,) * 5),
    Outcome(dataset="d", state=State.FAILED, failure={"uk": "Сайт мовчить.", "en": "Silent."}),
)


def test_the_summary_says_what_became_of_each_and_what_to_do() -> None:
    lines = summary(OUTCOMES, "/srv/site", "https://d.example.org", "uk")
    assert lines[0] == "acts  опубліковано, 23 рядки, 1 застереження"
    assert lines[1] == "b     без змін"
    assert lines[2] == "c     відхилено"
    assert sum("Помилка" in line for line in lines) == 3, "the rest is for `pipeline report`"
    assert "      Сайт мовчить." in lines
    assert lines[-2] == "Разом: опубліковано 1, без змін 1, відхилено 1, не вдалося 1."
    assert "/srv/site/index.html" in lines[-1]


def test_english_says_the_same() -> None:
    lines = summary(OUTCOMES, "/srv/site", "https://d.example.org", "en")
    assert lines[0] == "acts  published, 23 rows, 1 warning"
    assert "Silent." in "\n".join(lines)
