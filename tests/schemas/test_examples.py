"""The official examples under our schemas: they pass, or the finding names their own mistake."""

from pathlib import Path

from pipeline.model import Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.validation.files import validate_file
from tests.builders import NOW
from tests.schemas.facts import published, schema

ADDRESSES = ("constituentDocUrl", "homepage", "socialAccount", "logo")
# Of votes the state agency shows headers alone.
EMPTY = ("table-empty", None, None)
WRONG = {
    "835-2019/ReferenceBook/Organizations": [
        ("constraint-pattern", "addressPostCode", "T3"),  # six digits
        ("constraint-pattern", "logo", "H4"),  # a line break after the address
        ("constraint-pattern", "addressPostCode", "T4"),
        ("constraint-pattern", "addressPostCode", "T5"),
    ],
    "835-2025/16/publicInfoSystem": [
        ("constraint-pattern", "disposerId", "G2"),  # a number that lost its zero
    ],
    "835-2025/2/organizationUnits": [
        *(("constraint-pattern", "homepage", f"E{row}") for row in (2, 3, 4)),
        ("constraint-pattern", "openingHours", "Y4"),
    ],
    "835-2025/2/organizations": [
        ("constraint-pattern", field, f"{column}{row}")
        for row in (2, 3, 4)
        for field, column in zip(ADDRESSES, "DEFG", strict=True)
    ],
    "835-2025/34/petitions": [
        ("constraint-pattern", "authorityId", "G3"),
        ("constraint-required", "answerDate", "M4"),
        ("constraint-required", "answerUrl", "N4"),
    ],
    "835-2025/29/voteEvents": [("label-differs", "votingAgainst", "I1"), EMPTY],
    **{
        f"835-2025/29/{name}": [EMPTY]
        for name in ("convocations", "motions", "motions2", "sessions", "vote", "votings")
    },
}


def table_of(file: Path) -> str:
    """The table that an official example shows."""
    name = file.stem.lower().removesuffix("-example")
    _, _, table = name.partition("835-" if "835-" in name else "835rec-")
    edition = "835-2019" if "835-" in name else "835-2025"
    return next(p for p in published() if p.lower() == f"{edition}/{table.replace('-', '/')}")


def test_official_examples_pass_or_their_mistake_is_named(inputs: Path) -> None:
    examples = sorted((inputs / "tables").glob("0[89]-*xample.xlsx"))
    assert len(examples) == 20
    for file in examples:
        path = table_of(file)
        found = validate_file(schema(path), file, options=SpreadsheetOptions(), now=NOW)
        errors = [item for item in found if item.severity is Severity.ERROR]
        said = [(item.code, item.field, item.place.cell) for item in errors]
        assert said == WRONG.get(path, []), path
