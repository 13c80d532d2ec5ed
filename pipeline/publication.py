"""The verbs of a publication: plan, publish, approve, verify, rollback; no logic."""

import getpass
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline import messages
from pipeline.desk import Desk
from pipeline.errors import DataError
from pipeline.model import Details, Outcome, Rejection, State
from pipeline.options import JSON, NAME, SOURCES, TARGET
from pipeline.reporting import words
from pipeline.reporting.night import outcome_lines
from pipeline.reporting.terminal import count_errors, say, show, show_findings, show_json


@click.command(epilog="Example: pipeline plan party-branches --save plan.json")
@NAME
@SOURCES
@TARGET
@click.option("--save", type=click.Path(path_type=Path, dir_okay=False), help="Keep it here.")
@JSON
@click.pass_obj
def plan(
    at: Desk, name: str, sources: Sequence[str], target: str | None, save: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Every change a publication would make; nothing is published."""
    from pipeline import verbs

    plans = verbs.plan(at, name, sources, target)
    if isinstance(plans, Rejection):
        show_findings(plans.findings, as_json=as_json, limit=20)
        raise DataError("data-not-fit", dataset=name, count=count_errors(plans.findings))
    if save is not None:
        verbs.save_plan(plans[0], save)
    if as_json:
        show_json([words.plan_record(found) for found in plans])
        return
    for found in plans:
        for language in messages.LANGUAGES:
            show(words.plan_lines(found, language))


@click.command(epilog="Example: pipeline publish council-decisions --plan plan.json")
@NAME
@SOURCES
@TARGET
@click.option("--plan", "plan_file", type=click.Path(path_type=Path), help="Apply this very plan.")
@click.option("--dry-run", is_flag=True, help="Only show the plan.")
@JSON
@click.pass_obj
def publish(
    at: Desk, name: str, sources: Sequence[str], target: str | None, plan_file: Path | None,
    dry_run: bool, as_json: bool,
) -> None:  # fmt: skip
    """Plan and apply, read back as the public, keep the receipt."""
    from pipeline import verbs

    if dry_run:
        given = {"name": name, "sources": sources, "target": target}
        click.get_current_context().invoke(plan, **given, save=None, as_json=as_json)
        return
    outcome = verbs.publish(at, name, sources, target, plan_file)
    _show_outcome(outcome, as_json)
    if outcome.state is State.REJECTED:
        raise DataError("data-not-fit", dataset=name, count=count_errors(outcome.findings))
    sys.exit(outcome.exit_code)


def _show_outcome(outcome: Outcome, as_json: bool) -> None:
    if as_json:
        show_json(words.outcome_record(outcome))
    apart = as_json or outcome.state is State.FAILED
    for language in messages.LANGUAGES:
        show(outcome_lines(outcome, len(outcome.dataset), language), error=apart)
    show([receipt.address for receipt in outcome.receipts], error=as_json)


@click.command(epilog='Example: pipeline approve streets --why "renamed by decision 12-3/VIII"')
@NAME
@TARGET
@click.option("--who", default=getpass.getuser, help="Who approves; default: who is logged in.")
@click.option("--why", required=True, help="In your own words; the ledger keeps it.")
@click.option("--plan", "plan_file", type=click.Path(path_type=Path), help="The plan looked at.")
@click.pass_obj
def approve(
    at: Desk, name: str, target: str | None, who: str, why: str, plan_file: Path | None
) -> None:
    """A person's approval of the plan that waits for it; holds for that very plan only."""
    from pipeline import verbs

    for asked in verbs.approve(at, name, target, who, why, plan_file):
        details = {"target": asked.target, "version": asked.version}
        say("approved", {"dataset": name, **details, "who": asked.who, "why": asked.why})


@click.command(epilog="Example: pipeline verify council-decisions")
@NAME
@TARGET
@JSON
@click.pass_obj
def verify(at: Desk, name: str, target: str | None, as_json: bool) -> None:
    """Read everything back as the public and compare it with the release."""
    from pipeline import verbs

    receipts = verbs.verify(at, name, target)
    if as_json:
        show_json([words.receipt_record(receipt) for receipt in receipts])
        return
    for receipt in receipts:
        details: Details = {
            "dataset": name,
            "address": receipt.address,
            "files": len(receipt.files),
        }
        say("verified", details, error=False)


@click.command(epilog="Example: pipeline rollback council-decisions --to 727c6ba08641")
@NAME
@TARGET
@click.option("--to", "version", help="Version, as `status` names it; default: the one before.")
@JSON
@click.pass_obj
def rollback(at: Desk, name: str, target: str | None, version: str | None, as_json: bool) -> None:
    """Publish an earlier version again."""
    from pipeline import verbs

    _show_outcome(verbs.roll_back(at, name, version, target), as_json)


VERBS = (plan, publish, approve, verify, rollback)
