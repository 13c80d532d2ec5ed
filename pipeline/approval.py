"""A person's approval: which plans need one, and whether this very plan has it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace

from pipeline.errors import ApprovalError, ConfigurationError
from pipeline.ledger import Asked
from pipeline.model import Action, Details, Finding, Plan, Severity
from pipeline.parameters.publication import Approval
from pipeline.publishing.site import SHARED
from pipeline.settings import TARGETS
from pipeline.workplace import Workplace


def digest_of(plan: Plan) -> str:
    """Sixteen hexadecimal digits over everything a plan would change, and where it starts from.

    Pages of the whole catalogue are left out: another dataset published meanwhile changes nothing
    of what a person has looked at (seen 2026-11: it was asked about again).
    """
    own = (one for one in plan.changes if one.subject != "file" or one.name not in SHARED)
    content = asdict(replace(plan, notes=(), changes=tuple(own)))
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]


def reasons(
    plan: Plan, policy: Approval, rows: Mapping[str, int], stay: frozenset[str], *, first: bool
) -> tuple[Finding, ...]:
    """Why a person has to look at a plan; nothing where nobody has to.

    Args:
        plan: what a publication would change.
        policy: what the descriptor asks a person for.
        rows: table -> rows after the publication.
        stay: tables whose rows only accumulate: one that goes is always for a person to say.
        first: whether nothing of the dataset was ever published on this target.
    """
    said = [*_of_rows(plan, policy, rows, stay), *_of_columns(plan, policy)]
    if first and plan.target in policy.first_on:
        said.append(("first-publication", {}))
    named: Details = {"dataset": plan.dataset, "target": plan.target}
    return tuple(
        Finding(code=code, severity=Severity.WARNING, details={**named, **details})
        for code, details in said
    )


def _of_rows(
    plan: Plan, policy: Approval, rows: Mapping[str, int], stay: frozenset[str]
) -> Iterator[tuple[str, Details]]:
    counts = {
        (change.name, change.action): change.count
        for change in plan.changes
        if change.subject == "rows"
    }
    for (table, action), count in counts.items():
        if action is not Action.REMOVE:
            continue
        before = rows.get(table, 0) - counts.get((table, Action.ADD), 0) + count
        details: Details = {"table": table, "count": count, "before": before}
        if table in stay:
            yield "rows-would-be-withdrawn", details
        elif policy.rows_removed is not None and count > policy.rows_removed * before:
            yield "many-rows-removed", details


def _of_columns(plan: Plan, policy: Approval) -> Iterator[tuple[str, Details]]:
    names = [change.name for change in plan.changes if change.subject == "column"]
    if policy.columns and names:
        yield "columns-changed", {"count": len(names), "columns": ", ".join(names)}


def check(work: Workplace, plan: Plan, found: tuple[Finding, ...]) -> None:
    """Let a plan go on that needs nobody, or that somebody has approved.

    Raises:
        ApprovalError: a person has to approve this very plan first; the ledger knows that it waits.
    """
    if not found:
        return
    digest = digest_of(plan)
    asked = work.ledger.asked(plan.dataset, plan.target)
    if asked is not None and asked.who and (asked.digest == digest or _goes_on(plan, asked)):
        return
    if asked is None or asked.digest != digest:
        codes = [finding.code for finding in found]
        work.ledger.ask(plan.dataset, plan.target, plan.version, digest, codes)
    raise ApprovalError(found[0].code, **found[0].details)


def _goes_on(plan: Plan, asked: Asked) -> bool:
    """Whether the plan only ends what was approved and then cut short, on a portal."""
    unfinished = any(change.subject == "unfinished" for change in plan.changes)
    return unfinished and asked.version == plan.version


def waiting(work: Workplace, dataset: str) -> list[str]:
    """Targets where a plan of a dataset waits for a person.

    Raises:
        ConfigurationError: none does.
    """
    asked = [work.ledger.asked(dataset, target) for target in TARGETS]
    names = [one.target for one in asked if one is not None and not one.who]
    if not names:
        raise ConfigurationError("nothing-to-approve", dataset=dataset, target=", ".join(TARGETS))
    return names


def approve(
    work: Workplace, dataset: str, target: str, who: str, why: str, plan: Plan | None
) -> Asked:
    """Note a person's approval of the plan that waits for it.

    Args:
        work: what a run works with.
        dataset: its name.
        target: where the plan would be applied.
        who: the person.
        why: in the person's words.
        plan: the plan that the person looked at, where it was kept in a file.

    Raises:
        ConfigurationError: no plan waits; who or why is empty.
        ApprovalError: another plan than this one waits.
    """
    if not who.strip() or not why.strip():
        raise ConfigurationError("approval-says-nothing", dataset=dataset)
    asked = work.ledger.asked(dataset, target)
    if asked is None or asked.who:
        raise ConfigurationError("nothing-to-approve", dataset=dataset, target=target)
    if plan is not None and digest_of(plan) != asked.digest:
        raise ApprovalError("approval-of-another-plan", dataset=dataset, target=target)
    return work.ledger.approve(asked, who.strip(), why.strip())
