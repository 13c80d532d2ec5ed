"""The verb `validate`: a dataset, any file against any schema, or a data package; no logic."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import messages
from pipeline.desk import Desk, write_file
from pipeline.errors import ConfigurationError
from pipeline.options import JSON, NAME_OR_FILE, NEW_FILE, SOURCES
from pipeline.reporting.terminal import (
    exit_on_errors,
    read_progress,
    show,
    show_findings,
    show_json,
    shown_findings,
)

if TYPE_CHECKING:
    from pipeline.validation.lanes import Validated

MOST_LINKS = 200
"""Addresses that `--links` asks when nobody says how many."""


@click.command(epilog="Example: pipeline validate --schema 835-2019/Legislation/LegalActs acts.csv")
@NAME_OR_FILE
@click.option("--schema", help="Of the library, or a structure as CSV.")
@SOURCES
@click.option("--limit", type=click.IntRange(min=0), default=50, help="Findings shown; 0: all.")
@click.option("--explain", is_flag=True, help="Say how each table was judged, and why so.")
@click.option("--package", is_flag=True, help="The file is a datapackage.json.")
@click.option("--report", type=NEW_FILE, help="Leave frictionless' report as JSON here.")
@click.option("--memory", type=click.IntRange(min=300), help="Of a package: megabytes to use.")
@click.option("--links", is_flag=True, help="Of a dataset: ask every address whether it answers.")
@click.option(
    "--ask-at-most", type=click.IntRange(min=0), help="With --links: addresses asked; 0: all."
)
@JSON
@click.pass_obj
def validate(
    at: Desk, name_or_file: str, schema: str | None, sources: Sequence[str], limit: int,
    explain: bool, package: bool, report: Path | None, memory: int | None,
    links: bool, ask_at_most: int | None, as_json: bool,
) -> None:  # fmt: skip
    """Findings of a dataset, of any file against any schema, or of a data package."""
    of_dataset = not package and schema is None
    _refuse_idle("schema", given=schema is not None, fits=not package)
    _refuse_idle("memory", given=memory is not None, fits=package)
    _refuse_idle("source", given=bool(sources), fits=of_dataset)
    _refuse_idle("links", given=links, fits=of_dataset)
    _refuse_idle("ask-at-most", given=ask_at_most is not None, fits=links)
    if package:
        found = _package(Path(name_or_file), report, memory)
    elif schema is not None:
        found = _file(at, schema, Path(name_or_file))
    else:
        most = MOST_LINKS if ask_at_most is None else ask_at_most
        found = _dataset(at, name_or_file, sources, most if links else None)
    if report is not None and not package:
        _leave_report(found, report)
    _show(found, explain=explain, limit=limit, as_json=as_json)
    exit_on_errors(found.findings)


def _package(file: Path, report: Path | None, megabytes: int | None) -> "Validated":
    from pipeline.validation.lanes import Validated
    from pipeline.validation.package import validate_package

    memory = megabytes * 1_000_000 if megabytes else None
    found = validate_package(file, progress=read_progress(), memory=memory)
    if report is not None:
        write_file(report, found.report.encode())
    return Validated(findings=found.findings, lanes=found.lanes)


def _file(at: Desk, schema: str, file: Path) -> "Validated":
    from pipeline.examination import validate_against

    return validate_against(at, schema, file, read_progress())


def _dataset(at: Desk, name: str, sources: Sequence[str], links: int | None) -> "Validated":
    from pipeline.verbs import validate as validate_dataset

    return validate_dataset(at, name, sources, links)


def _leave_report(found: "Validated", file: Path) -> None:
    from pipeline.validation.lanes import report_of

    write_file(file, report_of(found.lanes).encode())


def _show(found: "Validated", *, explain: bool, limit: int, as_json: bool) -> None:
    from pipeline.reporting.lanes import lane_line, lane_record

    if explain and as_json:
        shown = shown_findings(found.findings, limit)
        show_json({"findings": shown, "lanes": [lane_record(lane) for lane in found.lanes]})
        return
    show_findings(found.findings, as_json=as_json, limit=limit)
    if explain:
        for language in messages.LANGUAGES:
            show((lane_line(lane, language) for lane in found.lanes), error=True)


def _refuse_idle(option: str, *, given: bool, fits: bool) -> None:
    """An option that would change nothing here is a mistake of whoever typed it."""
    if given and not fits:
        raise ConfigurationError("option-changes-nothing", option=option)
