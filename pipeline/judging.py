"""From sources to a verdict: fetch, extract, guard, carry over, validate, pass the gate."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from pipeline import correspondence, gate, intake, owed, references, register, reported
from pipeline.description import Catalogue
from pipeline.descriptor import DatasetSpec, load_council
from pipeline.errors import ConfigurationError, SourceError
from pipeline.latest import last_release
from pipeline.ledger import Progress
from pipeline.model import (
    Candidate,
    Extraction,
    Finding,
    Rejection,
    Release,
    Severity,
    Snapshot,
    Table,
)
from pipeline.publishing.target import Target
from pipeline.sources.answering import answer
from pipeline.sources.crawl import Trail
from pipeline.sources.fetch import Fetched
from pipeline.sources.web import open_web
from pipeline.validation import asides, inspection, privacy
from pipeline.validation.marks import count_marks
from pipeline.validation.personal.asked import asked_by
from pipeline.validation.schema import load_schema
from pipeline.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What the sources gave, before anything is read."""

    snapshots: tuple[Snapshot, ...]
    findings: tuple[Finding, ...]
    fingerprint: str


def fetch(
    spec: DatasetSpec,
    work: Workplace,
    target: Target,
    addresses: Sequence[str],
    *,
    noted: bool = True,
) -> Intake:
    """Fetch the sources and name what they, the YAML and the code make together.

    Where a source is not what it should be, its owner gets a letter; `noted`: whether to write it.
    """
    with work.ledger.stage(spec.name, "fetch"), _lettered(spec, work, (), noted=noted):
        fetched = _fetched(spec, work, target, addresses)
        work.ledger.record_snapshots(spec.name, fetched.everything)
    return Intake(
        snapshots=fetched.snapshots,
        findings=fetched.findings + _about_addresses(spec, work),
        fingerprint=intake.fingerprint(spec, fetched.snapshots),
    )


def _about_addresses(spec: DatasetSpec, work: Workplace) -> tuple[Finding, ...]:
    """The register is made of addresses: while nobody has said the public one, it says so."""
    if isinstance(spec.text.extractor, Catalogue) and work.settings.site_is_local:
        return (Finding(code="site-address-is-local", severity=Severity.WARNING),)
    return ()


def _fetched(
    spec: DatasetSpec, work: Workplace, target: Target, addresses: Sequence[str]
) -> Fetched:
    if isinstance(spec.text.extractor, Catalogue):
        if addresses:
            raise ConfigurationError("source-not-for-catalogue")
        council = load_council(work.council, work.schemas)
        return Fetched(snapshots=(register.snapshot(spec, work, council, target),))
    return intake.gather(
        spec,
        addresses or intake.addresses_of(spec),
        store=work.snapshots,
        web=work.web,
        known=work.ledger.latest_snapshot,
        trail=_trail(spec, work),
    )


def _trail(spec: DatasetSpec, work: Workplace) -> Trail:
    """Every page is noted at once; those of fetches that did not end well are taken up again."""
    oldest = work.clock() - timedelta(seconds=spec.text.fetch.resume)
    broken = work.ledger.broken_since(spec.name, "fetch")

    def left(address: str) -> Snapshot | None:
        last = work.ledger.latest_snapshot(address, since=broken) if broken else None
        return last if last and last.fetched_at > oldest else None

    return Trail(
        left=left, note=lambda snapshot: work.ledger.record_snapshots(spec.name, [snapshot])
    )


@contextmanager
def _lettered(
    spec: DatasetSpec, work: Workplace, snapshots: Sequence[Snapshot], *, noted: bool
) -> Iterator[None]:
    try:
        yield
    except SourceError as error:
        if noted and "source" in error.details:
            correspondence.write_unread(spec, work, snapshots, error)
        raise


Recover = Callable[[], None]
"""Notes what stands on the targets where the ledger knows of nothing; it may ask a portal."""


def judge(
    spec: DatasetSpec, work: Workplace, taken: Intake, recover: Recover, *, noted: bool = True
) -> Release | Rejection:
    """Extract, guard, validate and pass the gate; `noted`: whether a report shows the findings.

    `recover` is called when the guard has refused nothing: before that no portal hears of us.
    """
    snapshots = taken.snapshots
    with work.ledger.stage(spec.name, "extract"), _lettered(spec, work, snapshots, noted=noted):
        extraction = intake.extract(spec, snapshots, work.snapshots, work.understood)
    return judged(spec, work, taken, extraction, recover, noted=noted)


def judged(
    spec: DatasetSpec,
    work: Workplace,
    taken: Intake,
    extraction: Extraction,
    recover: Recover,
    *,
    noted: bool,
) -> Release | Rejection:
    """Guard, validate and pass the gate."""
    with work.ledger.stage(spec.name, "guard"):
        guarded = guarded_tables(spec, extraction)
    if not any(item.refuses for item in guarded):
        recover()
    previous = last_release(spec.name, work)
    with work.ledger.stage(spec.name, "validate"):
        candidate = candidate_of(spec, taken, extraction, guarded, previous)
        findings = (
            *inspection.inspect(candidate.tables, spec),
            *references.strangers(spec, work, candidate.tables),
            *reported.contradictions(spec, work, candidate, taken.snapshots),
            *owed.lively(spec, work),
            *_beside(work, taken),
        )
    with work.ledger.stage(spec.name, "gate") as note:
        decision = gate.decide(candidate, findings, spec, previous, work.clock())
        if noted:
            work.ledger.record_findings(spec.name, decision.findings)
            said = decision.findings
            correspondence.write(spec, work, taken.snapshots, candidate.tables, said)
        if isinstance(decision, Rejection):
            note.progress = Progress.REJECTED
    return decision


def _beside(work: Workplace, taken: Intake) -> Iterator[Finding]:
    """Personal data that sources hold where nothing is published from."""
    yield from asides.in_addresses(taken.snapshots)
    for snapshot in taken.snapshots:
        if asides.may_hold(snapshot):
            yield from asides.beside_the_table(work.snapshots.get(snapshot.sha256), snapshot)


def asked_links(
    spec: DatasetSpec, tables: tuple[Table, ...], most: int, clock: Callable[[], datetime]
) -> tuple[Finding, ...]:
    """What the addresses in tables answer; `most`: how many are asked, 0: every one."""
    with open_web(clock) as web:
        ask = partial(answer, options=spec.text.fetch, web=web)
        return inspection.ask_links(tables, spec, ask, most)


def guarded_tables(spec: DatasetSpec, extraction: Extraction) -> tuple[privacy.Guarded, ...]:
    """Personal data masked or refused, table by table."""
    return tuple(
        privacy.guard(
            table,
            spec.table(table.name).privacy,
            asked_by(load_schema(table.schema, spec.schemas)),
        )
        for table in extraction.tables
    )


def candidate_of(
    spec: DatasetSpec,
    taken: Intake,
    extraction: Extraction,
    guarded: Sequence[privacy.Guarded],
    previous: Release | None,
) -> Candidate:
    """Guarded tables with earlier rows carried over, everything said so far in one place."""
    before = {table.name: table for table in previous.tables} if previous else {}
    tables = tuple(
        gate.carry_over(item.table, spec.table(item.table.name), before.get(item.table.name))
        for item in guarded
    )
    masked: Counter[str] = Counter()
    for table in tables:
        masked.update(count_marks(table, spec.table(table.name).privacy))
    return Candidate(
        dataset=spec.name,
        fingerprint=taken.fingerprint,
        extractor=intake.extractor_of(spec),
        snapshots=taken.snapshots,
        tables=tables,
        fresh={item.table.name: len(item.table.frame) for item in guarded},
        findings=(
            *taken.findings,
            *extraction.findings,
            *(finding for item in guarded for finding in item.findings),
        ),
        masked=dict(masked),
        actual_on=extraction.actual_on,
    )
