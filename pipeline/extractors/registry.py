"""Registries kept as tables: parties, public and religious organisations, whatever YAML describes.

Which column becomes which field, which rows stay and what follows from what is declared in
`pipeline.parameters.registry`; here the rules are carried out and every deviation is reported.
"""

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from pipeline.extractors.records.columns import map_columns
from pipeline.extractors.records.history import by_year, newest
from pipeline.extractors.records.rows import Record, Rows, read_rows
from pipeline.extractors.records.split import split_columns, unsplit
from pipeline.model import Extraction, Finding, Severity, Table
from pipeline.parameters.registry import Classified, History, RegistryParameters, Spelling
from pipeline.readers.grids.headers import header_key
from pipeline.readers.spreadsheet import Sheet

VERSION = "9"


def extract(materials: Sequence[Sheet], parameters: RegistryParameters) -> Extraction:
    """Make the tables of a registry from its sources, one sheet or one for each year.

    Raises:
        ConfigurationError: one name of a column is declared for two fields.
    """
    sources = [_source(sheet, parameters) for sheet in materials]
    records = [record for rows, _ in sources for record in rows.records]
    frame = _frame(records, parameters)
    said = [item for _, found in sources for item in found]
    said += unsplit(records, parameters)
    said += _unclassified(frame, records, parameters)
    if parameters.history is None:
        said += _unreviewed(frame, records, parameters)
        return Extraction(
            tables=(_table(parameters.table, _spelled(frame, parameters), records),),
            findings=tuple(said),
        )
    years = sorted({year for rows, _ in sources for year in rows.years})
    return _with_history(frame, records, parameters, parameters.history, years, said)


def _source(sheet: Sheet, parameters: RegistryParameters) -> tuple[Rows, tuple[Finding, ...]]:
    columns = map_columns(sheet, parameters)
    rows = read_rows(sheet, columns, parameters)
    return rows, (*sheet.findings, *columns.findings, *rows.findings)


def _with_history(
    frame: pd.DataFrame,
    records: Sequence[Record],
    parameters: RegistryParameters,
    history: History,
    years: Sequence[str],
    said: list[Finding],
) -> Extraction:
    frame = frame.assign(**{history.year_field: [record.year for record in records]}).astype(str)
    current = newest(frame, history, years)
    yearly = by_year(frame, history)
    said += _unreviewed(current, records, parameters)
    said += _repeated(len(frame) - len(yearly), history)
    return Extraction(
        tables=(
            _table(parameters.table, _spelled(current, parameters), records),
            _table(history.table, yearly, records),
        ),
        findings=tuple(said),
    )


def _frame(records: Sequence[Record], parameters: RegistryParameters) -> pd.DataFrame:
    """Fields of the table and those that follow from others; the index numbers the records."""
    columns = {
        name: pd.Series([record.values[name] for record in records], dtype=str)
        for name in (*parameters.columns, *parameters.helpers, *parameters.headings)
    }
    for name, rule in parameters.classify.items():
        found = columns[rule.column].map(lambda text, rule=rule: _class_of(text, rule))
        columns[name] = found.astype(str)
    columns |= (parted := split_columns(columns, parameters))
    names = [*parameters.columns, *parameters.headings, *parted, *parameters.classify]
    return pd.DataFrame({name: columns[name] for name in names}, dtype=str)


def _class_of(text: str, rule: Classified) -> str:
    return next((kind.value for kind in rule.rules if re.search(kind.matches, text)), "")


def _spelled(frame: pd.DataFrame, parameters: RegistryParameters) -> pd.DataFrame:
    """The table with reviewed spellings."""
    reviewed = {field: _spellings(spellings) for field, spellings in parameters.lookups.items()}
    return frame.assign(
        **{
            field: frame[field].map(lambda text, known=known: known.get(header_key(text), text))
            for field, known in reviewed.items()
        }
    )


def _spellings(spellings: Sequence[Spelling]) -> dict[str, str]:
    return {
        header_key(written): spelling.value
        for spelling in spellings
        for written in (spelling.value, *spelling.match)
    }


def _table(schema: str, frame: pd.DataFrame, records: Sequence[Record]) -> Table:
    origins = tuple(records[int(number)].origin for number in frame.index)
    return Table(schema=schema, frame=frame.reset_index(drop=True).astype(str), origins=origins)


def _unclassified(
    frame: pd.DataFrame, records: Sequence[Record], parameters: RegistryParameters
) -> Iterator[Finding]:
    for name, rule in parameters.classify.items():
        for number in frame.index[frame[name] == ""]:
            record = records[int(number)]
            yield Finding(
                code="value-unclassified",
                severity=Severity.WARNING,
                place=record.origin.at(rule.column),
                table=_name(parameters.table),
                field=name,
                value=record.values[rule.column],
                details={"field": name, "column": rule.column},
            )


def _unreviewed(
    frame: pd.DataFrame, records: Sequence[Record], parameters: RegistryParameters
) -> Iterator[Finding]:
    """Spellings that no lookup knows, each once: a person decides whether they are new."""
    for field, spellings in parameters.lookups.items():
        known = _spellings(spellings)
        for number, text in frame[field].drop_duplicates().items():
            if text and header_key(text) not in known:
                yield Finding(
                    code="spelling-unreviewed",
                    severity=Severity.INFO,
                    place=records[int(str(number))].origin.at(field),
                    table=_name(parameters.table),
                    field=field,
                    value=text,
                    details={"field": field},
                )


def _repeated(count: int, history: History) -> Iterator[Finding]:
    if count:
        yield Finding(
            code="rows-repeated",
            severity=Severity.INFO,
            table=_name(history.table),
            details={"count": count},
        )


def _name(schema: str) -> str:
    return schema.rpartition("/")[2]
