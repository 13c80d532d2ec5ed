"""What a home keeps of its releases, and what it can get back from a target."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline import gate
from pipeline.descriptor import DatasetSpec
from pipeline.ledger import Version
from pipeline.model import Recovered, Release
from pipeline.publishing.kept_passport import passport_from_json
from pipeline.publishing.passport import Passport, PastVersion
from pipeline.publishing.target import Target
from pipeline.workplace import Workplace


def recover(spec: DatasetSpec, work: Workplace, targets: Sequence[Target]) -> None:
    """Note what stands on a target where the ledger knows of nothing: it was lost.

    So rows that accumulate stay, the day of the first publication stays, and what is unchanged is
    not published again.

    Raises:
        SourceError: a target that has the dataset cannot be read.
    """
    if work.ledger.latest_version(spec.name) is not None:
        return
    for target in targets:
        with work.ledger.stage(spec.name, f"recover-{target.name}"):
            found = target.recover(spec.name)
            if found is not None and _fits(found, spec):
                release = gate.recovered(found)
                work.releases.put(release)
                work.ledger.record_version(release)
                return


def _fits(found: Recovered, spec: DatasetSpec) -> bool:
    """Whether it is made of the tables that the descriptor names."""
    declared = {table.schema_path for table in spec.text.tables}
    return {table.schema for table in found.tables} == declared


def keep(work: Workplace, release: Release) -> Release:
    """Keep a release and note it; the same version made before is taken as it was then.

    A version that comes back after another one is released anew: its day is today.
    """
    name, version = release.dataset, release.version
    with work.ledger.stage(name, "keep"):
        release = as_kept(work, release)
        work.releases.put(release, over=is_lost(work, release))
        kept = gate.readmit(work.releases, name, version)
        latest = work.ledger.latest_version(name)
        came_back = work.ledger.version_of(name, version) and latest and latest.version != version
        day = work.clock() if came_back else kept.released_at
        work.ledger.record_version(replace(release, released_at=day))
    return released(work, name, version)


def as_kept(work: Workplace, release: Release) -> Release:
    """A release as it was made before, if it was.

    One that was read off a target does not know its sources: it takes the days of that one, and
    the rest of what was made now.
    """
    if not work.releases.has(release.dataset, release.version):
        return release
    kept = released(work, release.dataset, release.version)
    if not gate.is_recovered(kept):
        return kept
    return replace(release, first_released_at=kept.first_released_at, released_at=kept.released_at)


def is_lost(work: Workplace, release: Release) -> bool:
    """Whether what is kept of a release was read off a target."""
    name, version = release.dataset, release.version
    return work.releases.has(name, version) and gate.is_recovered(
        gate.readmit(work.releases, name, version)
    )


def released(work: Workplace, name: str, version: str) -> Release:
    """A release that was kept, with the day on which it was released last.

    Raises:
        MachineError: it is not there or cannot be read.
    """
    kept = gate.readmit(work.releases, name, version)
    noted = work.ledger.version_of(name, version)
    return replace(kept, released_at=noted.released_at if noted else kept.released_at)


def history(work: Workplace, release: Release, target: str) -> tuple[PastVersion, ...]:
    """Earlier versions that stood on a target, newest first, each once."""
    return _past(work, release, target, work.ledger.versions_of(release.dataset))


def _past(
    work: Workplace, release: Release, target: str, log: Sequence[Version]
) -> tuple[PastVersion, ...]:
    stood = {receipt.version for receipt in work.ledger.receipts_of(release.dataset, target)}
    past = {
        version.version: PastVersion(
            version=version.version,
            released_at=version.released_at,
            rows=sum(version.rows.values()),
        )
        for version in reversed(log)
        if version.version in stood - {release.version}
    }
    return tuple(sorted(past.values(), key=lambda item: item.released_at, reverse=True))


def passport_again(work: Workplace, release: Release, target: Target) -> Passport | None:
    """What was said of a release when it was published first; None where nobody kept it."""
    text = work.releases.passport(release.dataset, release.version)
    if text is None:
        return None
    # What was released since, even in vain, was no past then.
    log = work.ledger.versions_of(release.dataset)
    known = [version.version for version in log]
    then = log[known.index(release.version) :] if release.version in known else log
    past = _past(work, release, target.name, then)
    return replace(
        passport_from_json(text),
        history=past,
        modified=release.released_at,
        findings=release.findings,
    )
