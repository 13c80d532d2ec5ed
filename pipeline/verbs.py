"""What each verb of the command does, from settings to values; printing is not its business."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline import approval, intake, judging, night, proof, run
from pipeline.description import Catalogue
from pipeline.descriptor import DatasetSpec, dataset_folders, load_council
from pipeline.desk import Desk, write_file
from pipeline.errors import ConfigurationError, DataError, NightError
from pipeline.ledger import Asked, Progress, Version
from pipeline.model import Extraction, Outcome, Plan, Receipt, Rejection
from pipeline.reporting import extracts
from pipeline.reporting.words import plan_from_record, plan_record
from pipeline.session import running
from pipeline.sources import recording
from pipeline.sources.fetch import never_fetched
from pipeline.sources.snapshots import passing_store
from pipeline.sources.web import open_web
from pipeline.targets import open_targets
from pipeline.validation import inspection
from pipeline.validation.lanes import Validated
from pipeline.validation.schema import load_schema
from pipeline.workplace import SCHEMAS, clock_of, open_workplace


def datasets(desk: Desk) -> list[tuple[DatasetSpec, Version | None]]:
    """All datasets with their last release."""
    specs = load_council(desk.council, SCHEMAS)
    with open_workplace(desk.settings, desk.council) as work:
        return [(spec, work.ledger.latest_version(spec.name)) for spec in specs]


def extract(desk: Desk, name: str, sources: Sequence[str]) -> Extraction:
    """Tables of a dataset as its source says; no guard, no gate, nothing kept.

    Raises:
        PipelineError: a source cannot be fetched or read.
    """
    spec = desk.spec(name)
    if isinstance(spec.text.extractor, Catalogue):
        return _extract_register(desk, spec, sources)
    with open_web(clock_of(desk.settings)) as web, passing_store() as store:
        fetched = intake.gather(
            spec,
            sources or intake.addresses_of(spec),
            store=store,
            web=web,
            known=never_fetched,
        )
        extraction = intake.extract(spec, fetched.snapshots, store)
    return Extraction(
        tables=extraction.tables,
        findings=fetched.findings + extraction.findings,
        actual_on=extraction.actual_on,
    )


def _extract_register(desk: Desk, spec: DatasetSpec, sources: Sequence[str]) -> Extraction:
    with running(desk.settings, desk.council, desk.typed) as (work, note):
        taken = judging.fetch(spec, work, open_targets(spec, work)[0], sources)
        extraction = intake.extract(spec, taken.snapshots, work.snapshots)
        note.end()
    return extraction


def write_extract(desk: Desk, name: str, extraction: Extraction, folder: Path) -> None:
    """Leave tables, Data Package and findings in a folder."""
    spec = desk.spec(name)
    schemas = {
        table.name: load_schema(table.schema_path, spec.schemas).descriptor
        for table in spec.text.tables
    }
    extracts.write(folder, name, extraction, schemas)


def record(desk: Desk, name: str, sources: Sequence[str], folder: Path, pages: int) -> int:
    """Keep what the sources give, of a section no more than so many pages; how many files.

    Raises:
        PipelineError: a source cannot be fetched, or the folder has something in it.
    """
    spec = desk.spec(name)
    if isinstance(spec.text.extractor, Catalogue):
        raise ConfigurationError("source-not-for-catalogue")
    fetch = spec.text.fetch.model_copy(update={"page_limit": pages, "list_limit": pages})
    few = replace(spec, text=spec.text.model_copy(update={"fetch": fetch}))
    with open_web(clock_of(desk.settings)) as web, passing_store() as store:
        addresses = sources or intake.addresses_of(spec)
        fetched = intake.gather(few, addresses, store=store, web=web, known=never_fetched)
        return recording.keep(fetched, store, folder)


def validate(desk: Desk, name: str, sources: Sequence[str], links: int | None = None) -> Validated:
    """Everything that would be said of a dataset before the gate; `links`: how many are asked."""
    spec, extraction = desk.spec(name), extract(desk, name, sources)
    guarded = judging.guarded_tables(spec, extraction)
    found = [finding for item in guarded for finding in item.findings]
    tables = tuple(item.table for item in guarded)
    verdicts = list(inspection.verdicts(tables, spec))
    said = [finding for verdict in verdicts for finding in verdict.findings]
    lanes = tuple(verdict.lane for verdict in verdicts if verdict.lane)
    now = clock_of(desk.settings)
    asked = () if links is None else judging.asked_links(spec, tables, links, now)
    return Validated(findings=(*extraction.findings, *found, *said, *asked), lanes=lanes)


def plan(
    desk: Desk, name: str, sources: Sequence[str], target: str | None
) -> tuple[Plan, ...] | Rejection:
    """Every change a publication would make, for each target."""
    spec = desk.spec(name)
    plans = []
    with running(desk.settings, desk.council, desk.typed) as (work, note):
        for opened in open_targets(spec, work, _named(target)):
            found = run.preview(spec, work, opened, sources)
            if isinstance(found, Rejection):
                note.end(Progress.REJECTED, DataError.exit_code)
                return found
            plans.append(found)
        note.end()
    return tuple(plans)


def save_plan(plan: Plan, file: Path) -> None:
    """Keep a plan for `publish --plan`."""
    text = json.dumps(plan_record(plan), ensure_ascii=False, indent=2) + "\n"
    write_file(file, text.encode())


def read_plan(file: Path, name: str) -> Plan:
    """A plan that was kept.

    Raises:
        ConfigurationError: the file holds none, or one for another dataset.
    """
    try:
        plan = plan_from_record(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigurationError("plan-is-not-readable", path=str(file)) from error
    if plan.dataset != name:
        raise ConfigurationError("plan-is-for-another", planned=plan.dataset, dataset=name)
    return plan


def publish(
    desk: Desk, name: str, sources: Sequence[str], target: str | None, plan: Path | None
) -> Outcome:
    """Plan, apply, read back, receipt."""
    expected = read_plan(plan, name) if plan else None
    spec = desk.spec(name)
    asked = _named(target or (expected.target if expected else None))
    with running(desk.settings, desk.council, desk.typed) as (work, note):
        targets = open_targets(spec, work, asked)
        outcome = run.publish(spec, work, targets, addresses=sources, expected=expected)
        note.end(night.progress_of(outcome), outcome.exit_code)
    return outcome


def approve(
    desk: Desk, name: str, target: str | None, who: str, why: str, plan: Path | None
) -> tuple[Asked, ...]:
    """A person's approval of what waits for it, on the target named or on each that waits.

    Raises:
        ConfigurationError: nothing waits, or the approval says nothing.
        ApprovalError: another plan than the given one waits.
    """
    expected, spec = read_plan(plan, name) if plan else None, desk.spec(name)
    asked = target or (expected.target if expected else None)
    with running(desk.settings, desk.council, desk.typed) as (work, note):
        names = [asked] if asked else approval.waiting(work, name)
        given = tuple(approval.approve(work, spec.name, one, who, why, expected) for one in names)
        note.end()
    return given


def nightly(
    desk: Desk, only: Sequence[str], told: Callable[[Outcome], None]
) -> tuple[tuple[Outcome, ...], NightError | None]:
    """All datasets; one failure stops no other."""
    names = list(only) or [folder.name for folder in dataset_folders(desk.council)]
    for name in only:
        desk.spec(name)
    if not names:
        raise ConfigurationError("council-has-no-datasets", path=str(desk.council))
    with running(desk.settings, desk.council, desk.typed, whole_night=not only) as (work, note):
        outcomes = night.go_through(names, work, told)
        progress, error = night.verdict(outcomes)
        note.end(progress, error.exit_code if error else 0)
    return outcomes, error


def verify(desk: Desk, name: str, target: str | None) -> tuple[Receipt, ...]:
    """Read back everything that the last receipts say.

    Raises:
        ConfigurationError: nothing has been published yet.
        SourceError: the target does not show what was published.
    """
    spec = desk.spec(name)
    with running(desk.settings, desk.council, desk.typed) as (work, note):
        receipts = tuple(
            proof.verify(spec, work, opened) for opened in open_targets(spec, work, _named(target))
        )
        note.end()
    return receipts


def roll_back(desk: Desk, name: str, version: str | None, target: str | None) -> Outcome:
    """An earlier version again, on the target named or the first one declared."""
    spec = desk.spec(name)
    with running(desk.settings, desk.council, desk.typed) as (work, note):
        opened = open_targets(spec, work, _named(target))[0]
        outcome = run.roll_back(spec, work, opened, version)
        note.end(night.progress_of(outcome))
    return outcome


def _named(target: str | None) -> tuple[str, ...]:
    return (target,) if target else ()
