"""What a clerk should know of a column: its Ukrainian title, what is expected, an example."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from pipeline import messages
from pipeline.description import Registry
from pipeline.descriptor import DatasetSpec
from pipeline.letters.letter import LANGUAGE, Column, ColumnOf
from pipeline.model import Finding, Table
from pipeline.parameters.registry import Column as Declared
from pipeline.validation.schema import SchemaField, load_schema

_EXAMPLE_DAY = date(2026, 11, 5)
_MOST_CHOICES = 8
_DIGITS = re.compile(r"\[0-9\]\{(?P<count>\d+)\}")

Bad = frozenset[tuple[str, int | None, str | None]]


def columns_of(spec: DatasetSpec, tables: Iterable[Table], findings: Iterable[Finding]) -> ColumnOf:
    """What is known of the columns of a dataset.

    Args:
        spec: the dataset, for its schemas and the declared columns of its source.
        tables: as they would be published, personal data masked: a sound cell is an example.
        findings: of these tables; a cell that one of them speaks of is no example.
    """
    bad: Bad = frozenset((one.table or "", one.row, one.field) for one in findings)
    frames = {table.name: table for table in tables}
    known: dict[tuple[str, str], Column] = {}
    spellings = _spellings(spec)
    for declared in spec.text.tables:
        for field in load_schema(declared.schema_path, spec.schemas).fields:
            source = _declared(spec).get(field.name)
            example = _of_source(source) or _sound(frames.get(declared.name), field.name, bad)
            known[declared.name, field.name] = Column(
                title=_title(field, source), expected=_expected(field, spellings), example=example
            )
    return lambda finding: _found(known, finding)


def _found(known: Mapping[tuple[str, str], Column], finding: Finding) -> Column | None:
    name = finding.field or str(finding.details.get("field", ""))
    table = finding.table or next((table for table, field in known if field == name), "")
    return known.get((table, name))


def _declared(spec: DatasetSpec) -> Mapping[str, Declared]:
    extractor = spec.text.extractor
    return extractor.parameters.columns if isinstance(extractor, Registry) else {}


def _title(field: SchemaField, source: Declared | None) -> str:
    """As the source heads it, since the clerk looks there."""
    return source.names[0] if source else field.title


def _spellings(spec: DatasetSpec) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Field and value -> how else the source may write it."""
    extractor = spec.text.extractor
    if not isinstance(extractor, Registry):
        return {}
    return {
        (name, one.value): one.match
        for name, known in extractor.parameters.lookups.items()
        for one in known
    }


def _choice(value: str, others: tuple[str, ...]) -> str:
    if not others:
        return f"«{value}»"
    listed = ", ".join(f"«{other}»" for other in others)
    return messages.text(LANGUAGE, "letter-expected-or", {"value": value, "others": listed})


def _expected(field: SchemaField, spellings: Mapping[tuple[str, str], tuple[str, ...]]) -> str:
    if field.constraints.enum:
        choices = [str(choice) for choice in field.constraints.enum]
        more = " …" if len(choices) > _MOST_CHOICES else ""
        listed = ", ".join(
            _choice(choice, spellings.get((field.name, choice), ()))
            for choice in choices[:_MOST_CHOICES]
        )
        return messages.text(LANGUAGE, "letter-expected-choice", {"choices": f"{listed}{more}"})
    digits = _DIGITS.fullmatch(field.constraints.pattern or "")
    if digits:
        return messages.text(LANGUAGE, "letter-expected-digits", {"count": int(digits["count"])})
    return (
        messages.text(LANGUAGE, f"letter-expected-{field.type}") if field.type != "string" else ""
    )


def _of_source(source: Declared | None) -> str:
    """A date as the source is declared to write it."""
    forms = [form for form in source.formats if "%" in form] if source else []
    return _EXAMPLE_DAY.strftime(forms[0]) if forms else ""


def _sound(table: Table | None, name: str, bad: Bad) -> str:
    """The first cell of the column that nothing is said of."""
    if table is None or name not in table.frame:
        return ""
    cells = enumerate(table.frame[name].tolist(), start=1)
    return next((cell for row, cell in cells if cell and (table.name, row, name) not in bad), "")
