"""Plans, receipts and lists as lines for a terminal and as records for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from pipeline import messages
from pipeline.model import Action, Change, Details, Outcome, Plan, Receipt, Table
from pipeline.reporting.findings import as_line, as_public_record

if TYPE_CHECKING:
    from pipeline.descriptor import DatasetSpec
    from pipeline.ledger import Run, Version

_PLACE = ("source", "sheet", "line", "element")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetStatus:
    """What the ledger and the releases know of a dataset."""

    name: str
    versions: "tuple[Version, ...]"
    """The newest first."""
    receipts: tuple[Receipt, ...]
    tables: tuple[Table, ...] = ()
    """Of the last release, when each row is to be traced."""


def plan_record(plan: Plan) -> dict[str, Any]:
    """A plan for `--json` and `--save`."""
    return asdict(plan)


def plan_from_record(text: dict[str, Any]) -> Plan:
    """The plan that `plan_record` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is not one.
    """
    changes = tuple(
        Change(
            **{
                **change,
                "action": Action(change["action"]),
                "samples": tuple(change["samples"]),
            }
        )
        for change in text["changes"]
    )
    return Plan(**{**text, "changes": changes, "notes": ()})


def plan_lines(plan: Plan, language: str) -> Iterator[str]:
    """What a publication would change, a line a change."""
    yield messages.text(
        language,
        "plan-heading",
        {"dataset": plan.dataset, "target": plan.target, "count": len(plan.changes)},
    )
    for change in plan.changes:
        details: Details = {"name": change.name, "count": change.count}
        line = messages.text(language, f"change-{change.action.value}-{change.subject}", details)
        samples = ", ".join(change.samples)
        yield f"  {line} ({samples})" if samples else f"  {line}"
    for note in plan.notes:
        yield f"  {as_line(note, language)}"


def dataset_record(spec: "DatasetSpec", latest: "Version | None") -> dict[str, Any]:
    """A dataset for `list --json`."""
    text = spec.text
    return {
        "name": spec.name,
        "title": text.passport.title.uk,
        "holder": spec.holder.bodies[text.body][-1].title.uk,
        "edition": text.edition,
        "item": text.item or None,
        "frequency": text.passport.frequency.value,
        "schedule": text.schedule,
        "tables": [table.schema_path for table in text.tables],
        "version": latest.version if latest else None,
        "releasedAt": latest.released_at.isoformat() if latest else None,
    }


def dataset_line(record: dict[str, Any], width: int, language: str) -> str:
    """A dataset for `list`."""
    never = messages.text(language, "list-never")
    released = record["releasedAt"][:10] if record["releasedAt"] else never
    edition = record["edition"] or "-"
    columns = (f"{record['name']:<{width}}", f"{edition:<8}", f"{record['schedule']:<9}", released)
    return "  ".join((*columns, record["holder"]))


def outcome_record(outcome: Outcome) -> dict[str, Any]:
    """What became of a dataset, for `--json`; findings without what they quote."""
    return {
        "dataset": outcome.dataset,
        "state": outcome.state.value,
        "version": outcome.version,
        "exitCode": outcome.exit_code,
        "failure": dict(outcome.failure) or None,
        "receipts": [receipt_record(receipt) for receipt in outcome.receipts],
        "findings": [as_public_record(finding) for finding in outcome.findings],
    }


def receipt_record(receipt: Receipt) -> dict[str, Any]:
    """Proof of what was published, for `--json`."""
    return {
        "dataset": receipt.dataset,
        "target": receipt.target,
        "version": receipt.version,
        "fingerprint": receipt.fingerprint,
        "address": receipt.address,
        "readBackAt": receipt.read_back_at.isoformat(),
        "rows": dict(receipt.rows),
        "masked": dict(receipt.masked),
        "files": [asdict(file) for file in receipt.files],
    }


def status_record(item: DatasetStatus) -> dict[str, Any]:
    """Where each published version came from, newest first."""
    return {
        "dataset": item.name,
        "versions": [_version_record(version, item.receipts) for version in item.versions],
        "rows": [_origin_record(table, number) for table, number in _rows(item.tables)],
    }


def _version_record(version: "Version", receipts: Sequence[Receipt]) -> dict[str, Any]:
    return {
        "version": version.version,
        "fingerprint": version.fingerprint,
        "releasedAt": version.released_at.isoformat(),
        "actualOn": version.actual_on.isoformat() if version.actual_on else None,
        "rows": dict(version.rows),
        "masked": dict(version.masked),
        "sources": [
            {
                "address": snapshot.address,
                "sha256": snapshot.sha256,
                "fetchedAt": snapshot.fetched_at.isoformat(),
                "bytes": snapshot.size,
            }
            for snapshot in version.snapshots
        ],
        "published": [
            receipt_record(receipt) for receipt in receipts if receipt.version == version.version
        ],
    }


def _rows(tables: Sequence[Table]) -> Iterator[tuple[Table, int]]:
    return ((table, number) for table in tables for number in range(len(table.origins)))


def _origin_record(table: Table, number: int) -> dict[str, Any]:
    origin = table.origins[number]
    return {
        "table": table.name,
        "row": number + 1,
        "sha256": origin.sha256,
        **{name: item for name, item in asdict(origin.place).items() if item is not None},
        "columns": dict(origin.columns),
    }


def night_record(run: "Run | None") -> dict[str, Any] | None:
    """The last good night, for `--json`."""
    if run is None or run.finished_at is None:
        return None
    return {"startedAt": run.started_at.isoformat(), "finishedAt": run.finished_at.isoformat()}


def status_lines(record: dict[str, Any], language: str) -> Iterator[str]:
    """The same for a terminal."""
    yield record["dataset"]
    for version in record["versions"]:
        rows = sum(version["rows"].values())
        details = {"version": version["version"], "day": version["releasedAt"], "rows": rows}
        yield "  " + messages.text(language, "status-version", details)
        for source in version["sources"]:
            details = {
                "address": source["address"],
                "sha": source["sha256"],
                "day": source["fetchedAt"],
            }
            yield "    " + messages.text(language, "status-source", details)
        # The newest first: what was read back again is told once.
        for published in {one["address"]: one for one in version["published"][::-1]}.values():
            details = {"address": published["address"], "day": published["readBackAt"]}
            yield "    " + messages.text(language, "status-published", details)
    for row in record["rows"]:
        place = [str(row[name]) for name in _PLACE if name in row]
        yield f"    {row['table']} {row['row']}: {row['sha256'][:12]} {' '.join(place)}"


def last_night_line(run: "Run | None", language: str) -> str:
    """When a night last went well."""
    if run is None or run.finished_at is None:
        return messages.text(language, "status-no-night")
    return messages.text(language, "status-last-night", {"day": run.finished_at.isoformat()})
