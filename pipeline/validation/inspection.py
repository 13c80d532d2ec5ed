"""Everything that is wrong with the tables of a dataset: schema first, then the declared checks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.description import TableSpec
from pipeline.descriptor import DatasetSpec
from pipeline.model import Finding, Table
from pipeline.parameters.checks import CheckSettings, TerritoryKnown
from pipeline.validation.checks import CHECKS
from pipeline.validation.links import Ask, LinksAnswerCheck
from pipeline.validation.schema import load_schema
from pipeline.validation.table import Verdict, empty, judge


def inspect(tables: tuple[Table, ...], spec: DatasetSpec) -> tuple[Finding, ...]:
    """Findings of all tables, in the order of the tables."""
    return tuple(finding for verdict in verdicts(tables, spec) for finding in verdict.findings)


def verdicts(tables: tuple[Table, ...], spec: DatasetSpec) -> Iterator[Verdict]:
    """The same table by table, each with the way that it was judged."""
    for table in tables:
        yield _inspect_table(table, spec.table(table.name), spec)


def _inspect_table(table: Table, declared: TableSpec, spec: DatasetSpec) -> Verdict:
    known = load_schema(table.schema, spec.schemas)
    schema = known.without_required(declared.expect.may_be_empty)
    # A table that may be empty is declared so: acts of a session that change no earlier ones.
    if len(table.frame) or declared.expect.min_rows:
        verdict = judge(table, schema)
    else:
        verdict = empty(table.name, list(map(str, table.frame.columns)), schema, fits=True)
    checked = [
        finding
        for settings in declared.checks
        for finding in CHECKS[settings.check].run(table, _settled(settings, spec.folder))
    ]
    return replace(verdict, findings=(*verdict.findings, *checked))


def ask_links(
    tables: tuple[Table, ...], spec: DatasetSpec, ask: Ask, most: int
) -> tuple[Finding, ...]:
    """What addresses in the tables answer; `most`: how many are asked in all, 0: every one."""
    check = LinksAnswerCheck(ask=ask, most=most)
    return tuple(
        finding
        for table in tables
        for finding in check.run(table, load_schema(table.schema, spec.schemas))
    )


def _settled(settings: CheckSettings, folder: Path) -> CheckSettings:
    """The settings with the path of a file that stands beside the descriptor."""
    if isinstance(settings, TerritoryKnown):
        return settings.model_copy(update={"codifier": str(folder / settings.codifier)})
    return settings
