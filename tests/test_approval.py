"""A person's approval: when it is asked for, what it holds for, what it leaves."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import approval, messages
from pipeline.model import Action, Change, Plan
from pipeline.parameters.publication import Approval
from tests.command import Command, contents

NAME = "streets"


def plan(*changes: Change, target: str = "site") -> Plan:
    return Plan(dataset=NAME, target=target, version="a" * 12, base="b", changes=changes)


def rows(action: Action, count: int) -> Change:
    return Change(action=action, subject="rows", name="Streets", count=count)


COLUMN = Change(action=Action.REMOVE, subject="column", name="Streets.houses")
SHARE, COLUMNS = Approval(rows_removed=0.1), Approval(columns=True)
FIRST = Approval(first_on=("ckan",))


@pytest.mark.parametrize(
    ("changes", "policy", "stay", "first", "target", "codes"),
    [
        ([], Approval(), False, True, "ckan", []),
        ([rows(Action.REMOVE, 50), COLUMN], Approval(), False, False, "site", []),
        ([rows(Action.REMOVE, 10)], SHARE, False, False, "site", []),
        ([rows(Action.REMOVE, 11)], SHARE, False, False, "site", ["many-rows-removed"]),
        ([rows(Action.REMOVE, 10), rows(Action.ADD, 10)], SHARE, False, False, "site", []),
        ([rows(Action.ADD, 90)], SHARE, False, False, "site", []),
        ([rows(Action.REMOVE, 1)], Approval(), True, False, "site", ["rows-would-be-withdrawn"]),
        ([COLUMN], COLUMNS, False, False, "site", ["columns-changed"]),
        ([COLUMN], FIRST, False, True, "ckan", ["first-publication"]),
        ([COLUMN], FIRST, False, True, "site", []),
        ([COLUMN], FIRST, False, False, "ckan", []),
    ],
)
def test_what_a_person_is_asked_about(
    changes: Sequence[Change],
    policy: Approval,
    stay: bool,
    first: bool,
    target: str,
    codes: Sequence[str],
) -> None:
    after = 100 + sum(
        change.count if change.action is Action.ADD else -change.count
        for change in changes
        if change.subject == "rows"
    )
    tables = frozenset({"Streets"} if stay else ())
    found = approval.reasons(
        plan(*changes, target=target), policy, {"Streets": after}, tables, first=first
    )
    assert [finding.code for finding in found] == codes
    for finding in found:
        for language in messages.LANGUAGES:
            assert messages.text(language, f"finding-{finding.code}", finding.details)
            assert "approve" in messages.text(language, f"error-{finding.code}", finding.details)


@pytest.mark.parametrize(
    "other",
    [
        plan(rows(Action.REMOVE, 2)),
        plan(rows(Action.REMOVE, 1), target="ckan"),
        replace(plan(rows(Action.REMOVE, 1)), base="c"),
        replace(plan(rows(Action.REMOVE, 1)), version="c" * 12),
    ],
)
def test_another_plan_has_another_digest(other: Plan) -> None:
    assert approval.digest_of(other) != approval.digest_of(plan(rows(Action.REMOVE, 1)))


@pytest.fixture
def asks(command: Command) -> Command:
    """A council where nobody but a person takes a street away; five are published."""
    file = command.council / NAME / "dataset.yaml"
    text = file.read_text(encoding="utf-8").replace("max_shrink: 0.1", "max_shrink: 0.9")
    text = text[: text.find("\napproval:") + 1] or text
    policy = "approval: {rows_removed: 0.1, columns: true}\n"
    file.write_text(text.rstrip() + "\n" + policy, encoding="utf-8")
    done = command("publish", NAME)
    assert done.code == 0, done.err
    return command


def without_last(command: Command) -> None:
    file = command.council / NAME / "sample" / "streets.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:-1]), encoding="utf-8")


def test_a_person_says_that_rows_may_go_and_the_ledger_keeps_it(asks: Command) -> None:
    assert asks("approve", NAME, "--why", "чому").code == 2
    before = contents(asks.site)
    without_last(asks)
    assert "зникло б" in asks("plan", NAME).out
    done = asks("publish", NAME)
    assert (done.code, contents(asks.site)) == (5, before)
    assert f"pipeline approve {NAME}" in done.said
    assert asks("approve", NAME).code == 2
    assert asks("approve", NAME, "--why", "  ").code == 2
    assert asks("nightly", "--only", NAME).code == 3
    said = asks("approve", NAME, "--who", "Відповідальна особа", "--why", "рішення № 12-3/VIII")
    assert said.code == 0, said.err
    assert contents(asks.site) == before
    assert asks("publish", NAME).code == 0
    assert contents(asks.site) != before
    with sqlite3.connect(asks.home / "ledger.sqlite") as ledger:
        kept = ledger.execute("SELECT who, why, reasons FROM approvals").fetchall()
    assert kept == [("Відповідальна особа", "рішення № 12-3/VIII", '["many-rows-removed"]')]


def test_an_approval_holds_for_no_other_plan(asks: Command, tmp_path: Path) -> None:
    before, kept = contents(asks.site), tmp_path / "plan.json"
    without_last(asks)
    assert asks("plan", NAME, "--save", kept).code == 0
    assert asks("publish", NAME).code == 5
    assert asks("approve", NAME, "--why", "так і має бути").code == 0
    without_last(asks)
    assert asks("publish", NAME).code == 5
    assert asks("approve", NAME, "--why", "подивилась", "--plan", kept).code == 5
    assert asks("publish", NAME).code == 5
    assert contents(asks.site) == before
    assert asks("plan", NAME, "--save", kept).code == 0
    assert asks("approve", NAME, "--why", "подивилась", "--plan", kept).code == 0
    assert asks("publish", NAME).code == 0


def test_rows_that_nobody_approved_are_never_carried_over(command: Command) -> None:
    file = command.council / NAME / "dataset.yaml"
    text = file.read_text(encoding="utf-8").replace("rows: mirror", "rows: accumulate")
    text = text[: text.find("\napproval:") + 1] or text
    file.write_text(f"{text.rstrip()}\napproval: {{first_on: [site]}}\n", encoding="utf-8")
    assert command("publish", NAME).code == 5
    without_last(command)
    assert command("publish", NAME).code == 5
    assert command("approve", NAME, "--why", "подивилась").code == 0
    assert command("publish", NAME).code == 0
    rows = (command.site / "datasets" / NAME / "Streets.csv").read_text(encoding="utf-8")
    assert len(rows.splitlines()) == 5
