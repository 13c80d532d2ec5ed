"""Declared corrections: what is mended is counted, what is not declared stays."""

import pytest

from pipeline import messages
from pipeline.errors import ConfigurationError
from pipeline.extractors.corrections import correct
from pipeline.model import Severity
from pipeline.parameters.corrections import Correction
from tests.builders import table

ROWS = [
    {"number": "1", "title": "Про  тарифи", "note": "a  b"},
    {"number": "2", "title": "Прo  план", "note": "a  b"},
    {"number": "3", "title": "Про бюджет", "note": "a  b"},
]


def rule(*faults: str, fields: tuple[str, ...] = ("title",)) -> Correction:
    given = {"fields": fields, "faults": faults, "because": "site types so"}
    return Correction.model_validate(given)


def test_declared_faults_are_mended_and_counted() -> None:
    mended, findings = correct(table(ROWS), [rule("spaces", "alphabets")])
    assert list(mended.frame["title"]) == ["Про тарифи", "Про план", "Про бюджет"]
    assert list(mended.frame["note"]) == ["a  b"] * 3
    assert [(one.details["fault"], one.details["count"]) for one in findings] == [
        ("spaces", 2),
        ("alphabets", 1),
    ]
    for one in findings:
        assert (one.code, one.severity, one.field) == ("corrected", Severity.INFO, "title")
        for language in messages.LANGUAGES:
            assert "site types so" in messages.text(language, "finding-corrected", one.details)


def test_nothing_declared_changes_nothing() -> None:
    given = table(ROWS)
    same, findings = correct(given, [])
    assert same.frame.equals(given.frame)
    assert findings == ()


def test_an_unknown_column_is_refused() -> None:
    with pytest.raises(ConfigurationError) as caught:
        correct(table(ROWS), [rule("spaces", fields=("titel",))])
    assert caught.value.code == "correction-field-is-unknown"
