"""Cells of a form that the recommended structures want, and codes that the codifier has."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import SourceError
from pipeline.parameters.checks import ValueForm
from pipeline.validation.forms import FORMS
from tests.ukrainian.test_territories import ROWS, TOWN
from tests.validation.test_checks import run, said

GOOD_AND_BAD = {
    "phone": ("+380445550101", "044 555-01-01"),
    "hours": ("Пн-Чт 08:00-17:20, Пт 08:00-16:00", "з 8 до 17"),
    "katottg": (TOWN, "UA900100"),
    "koatuu": ("4411800000", "441180000"),
    "post-code": ("93100", "9310"),
    "houses": ("1, 2А; 5/1; 14-а", "1, 20 21; 3"),
    "url": ("https://rada.example/acts", "rada.example"),
}


def test_every_form_has_its_test_and_its_word() -> None:
    assert set(FORMS) == set(GOOD_AND_BAD)
    for form in FORMS:
        ValueForm.model_validate({"check": "value-form", "fields": ["a"], "form": form})


@pytest.mark.parametrize("form", GOOD_AND_BAD)
def test_a_cell_of_another_form_is_told(form: str) -> None:
    good, bad = GOOD_AND_BAD[form]
    found = run([{"a": good}, {"a": bad}, {"a": ""}], "value-form", fields=["a"], form=form)
    assert said(found) == [("value-form", 2, "B3")]
    assert (found[0].value, found[0].details["form"]) == (bad, form)


@pytest.fixture
def codes(tmp_path: Path) -> dict[str, Any]:
    file = tmp_path / "codes.csv"
    lines = [["1", "2", "3", "4", "5", "категорія", "назва"], *ROWS]
    file.write_text("\n".join(";".join(row) for row in lines) + "\n", encoding="utf-8")
    return {"fields": ["a"], "codifier": str(file), "reading": {"delimiter": ";"}}


def test_a_code_that_the_codifier_lacks(codes: dict[str, Any]) -> None:
    rows = [{"a": TOWN}, {"a": ""}, {"a": TOWN[:-1] + "9"}]
    assert said(run(rows, "territory-known", **codes)) == [("territory-unknown", 3, "B4")]


@pytest.mark.parametrize(
    ("text", "code"),
    [(None, "source-is-missing"), ("a;b\n1;2\n", "codifier-has-no-codes"),
     ("a\n1\n", "codifier-has-no-codes")],
    ids=["no file", "another table", "one column"],
)  # fmt: skip
def test_no_codifier(codes: dict[str, Any], text: str | None, code: str) -> None:
    file = Path(codes["codifier"])
    file.unlink()
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        run([{"a": TOWN}], "territory-known", **codes)
    assert caught.value.code == code
    assert "codes.csv" in caught.value.message("uk")
