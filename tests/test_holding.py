"""A dataset that is held back for a time, and comes back after it."""

import csv
import json
from datetime import date

import pytest
from pydantic import ValidationError

from pipeline.parameters.publication import Hold
from tests.command import Command, contents

NAME = "streets"
TODAY = "2026-11-18"  # of SOURCE_DATE_EPOCH in tests/command.py


def declare(command: Command, hold: str) -> None:
    file = command.council / NAME / "dataset.yaml"
    text = file.read_text(encoding="utf-8").split("\nhold:")[0].rstrip()
    file.write_text(f"{text}\n{hold}\n", encoding="utf-8")


def change(command: Command) -> None:
    file = command.council / NAME / "sample" / "streets.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines, lines[-1].replace(",", ",Інше ", 1)]), encoding="utf-8")


OTHERS = ("events", "reports", "spending-units", "public-organisations", "religious-organisations")
NIGHT = [f"--only={name}" for name in (NAME, *OTHERS, "register-of-datasets")]


def published(command: Command) -> dict[str, str]:
    folder = command.site / "datasets" / NAME
    return dict(contents(folder)) if folder.is_dir() else {}


def registered(command: Command) -> set[str]:
    file = command.site / "datasets" / "register-of-datasets" / "RegisterOfDatasets.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        return {row["identifier"] for row in csv.DictReader(rows)}


def test_what_is_published_stays_while_nothing_new_is(command: Command) -> None:
    assert command("publish", NAME).code == 0
    before = published(command)
    change(command)
    declare(command, f"hold: {{since: {TODAY}, because: перевірка}}")
    done = command("publish", NAME, "--json")
    assert (done.code, published(command)) == (0, before)
    assert command("plan", NAME).code == 2
    assert command("rollback", NAME).code == 2
    (finding,) = json.loads(done.out)["findings"]
    assert (finding["code"], finding["severity"]) == ("dataset-held", "warning")
    assert "перевірка" in finding["messageUk"]


def test_a_withdrawn_dataset_is_out_of_sight_and_comes_back(command: Command) -> None:
    assert command("nightly", *NIGHT).code == 0
    before = published(command)
    assert any(NAME in one for one in registered(command))
    hold = f"hold: {{since: {TODAY}, until: {TODAY}, because: воєнний стан, shown: withdraw}}"
    declare(command, hold)
    for _ in range(2):
        assert command("nightly", *NIGHT).code == 0
        assert published(command) == {}
        assert not any(NAME in one for one in registered(command))
        assert "воєнний стан" not in (command.site / "index.html").read_text(encoding="utf-8")
    command.environment["SOURCE_DATE_EPOCH"] = "1795200000"  # two days later
    assert command("publish", NAME).code == 0
    assert set(published(command)) == set(before)


def shorten(command: Command, rows: int) -> None:
    """Leave out the last rows, and let the gate's own guard of lost rows be no hindrance."""
    file = command.council / NAME / "sample" / "streets.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[: len(lines) - rows]), encoding="utf-8")


def allow(command: Command, share: str) -> None:
    file = command.council / NAME / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    assert "max_shrink: 0.1" in text
    file.write_text(text.replace("max_shrink: 0.1", f"max_shrink: {share}"), encoding="utf-8")


def withdraw(command: Command) -> None:
    """Publish, withdraw for a day, and come two days later."""
    assert command("publish", NAME).code == 0
    declare(command, f"hold: {{since: {TODAY}, until: {TODAY}, because: x, shown: withdraw}}")
    assert command("publish", NAME).code == 0
    assert published(command) == {}
    command.environment["SOURCE_DATE_EPOCH"] = "1795200000"


def test_rows_lost_during_a_withdrawal_wait_for_a_person(command: Command) -> None:
    allow(command, "0.9")
    withdraw(command)
    shorten(command, 2)
    (plan,) = json.loads(command("plan", NAME, "--json").out)
    assert [one["code"] for one in plan["notes"]] == ["many-rows-removed"]
    done = command("publish", NAME)
    assert (done.code, published(command)) == (5, {})
    assert command("approve", NAME, "--why", "так і має бути").code == 0
    assert command("publish", NAME).code == 0
    assert published(command)
    shorten(command, 1)
    assert command("publish", NAME).code == 5, "the target is compared again"


def test_the_guard_of_lost_rows_knows_what_stood_before_a_withdrawal(command: Command) -> None:
    withdraw(command)
    shorten(command, 2)
    assert command("publish", NAME).code == 1
    assert published(command) == {}


@pytest.mark.parametrize(
    ("day", "in_force"), [("2022-02-23", False), ("2022-02-24", True), ("2030-01-01", True)]
)
def test_the_days_of_a_hold(day: str, in_force: bool) -> None:
    hold = Hold.model_validate({"since": "2022-02-24", "because": "воєнний стан"})
    assert hold.in_force(date.fromisoformat(day)) is in_force


def test_a_hold_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError):
        Hold.model_validate({"since": "2022-02-24", "until": "2022-02-23", "because": "x"})
