"""What is owed, by when, and how the last year looked; in working days of Ukraine."""

import json
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from pipeline.annex import Annex
from pipeline.annex_duties import disowned, too_seldom, unanswered
from pipeline.description import Description
from pipeline.duties import (
    Basis,
    Duty,
    Past,
    Record,
    Standing,
    Update,
    after_working_days,
    duties,
    past,
    too_lively,
)
from pipeline.frequencies import Frequency
from pipeline.holder import NotHeld
from pipeline.ukrainian.working_days import is_working_day, working_days_between
from tests.builders import description, table_spec
from tests.command import Command

TODAY = date(2026, 11, 26)  # a Thursday
OLD = Update(noticed=date(2026, 11, 2), published=date(2026, 11, 3))


def record(**changes: Any) -> Record:
    given: dict[str, Any] = {
        "dataset": "acts",
        "title": "Рішення",
        "frequency": Frequency.WEEKLY,
        "term": 3,
        "updates": (OLD,),
        "read_on": date(2026, 11, 25),
        "waiting_since": None,
    }
    return Record(**{**given, **changes})


def told(found: tuple[Duty, ...]) -> list[tuple[Basis, date, Standing]]:
    return [(duty.basis, duty.due, duty.standing) for duty in found]


@pytest.mark.parametrize(
    ("changes", "owed"),
    [
        ({}, [(Basis.PERIOD, date(2026, 12, 2), Standing.AHEAD)]),
        ({"read_on": date(2026, 11, 20)}, [(Basis.PERIOD, date(2026, 11, 27), Standing.SOON)]),
        ({"read_on": None}, [(Basis.PERIOD, date(2026, 11, 10), Standing.LATE)]),
        ({"frequency": Frequency.ON_CHANGE}, []),
        ({"frequency": Frequency.DISCONTINUED, "updates": ()}, []),
        ({"updates": ()}, [(Basis.FIRST, TODAY, Standing.LATE)]),
        (
            {"frequency": Frequency.ON_CHANGE, "waiting_since": date(2026, 11, 26)},
            [(Basis.CHANGE, date(2026, 12, 1), Standing.SOON)],
        ),
        (
            {"frequency": Frequency.ON_CHANGE, "waiting_since": date(2026, 11, 19)},
            [(Basis.CHANGE, date(2026, 11, 24), Standing.LATE)],
        ),
        (
            {"frequency": Frequency.ON_CHANGE, "waiting_since": TODAY, "term": 0},
            [(Basis.CHANGE, TODAY, Standing.SOON)],
        ),
    ],
)
def test_what_is_owed(changes: dict[str, Any], owed: list[Any]) -> None:
    assert told(duties([record(**changes)], TODAY)) == owed


def test_the_soonest_first() -> None:
    late, later = record(dataset="b", read_on=None), record(dataset="a")
    assert [duty.dataset for duty in duties([later, late], TODAY)] == ["b", "a"]


@pytest.mark.parametrize(
    ("first", "count", "day"),
    [
        (date(2026, 11, 26), 0, date(2026, 11, 26)),
        (date(2026, 11, 28), 0, date(2026, 11, 30)),  # a Saturday
        (date(2026, 11, 26), 3, date(2026, 12, 1)),
        (date(2019, 12, 24), 1, date(2019, 12, 26)),  # Christmas, before the martial law
        (date(2023, 12, 24), 1, date(2023, 12, 25)),  # the same day under it
    ],
)
def test_so_many_working_days_later(first: date, count: int, day: date) -> None:
    assert after_working_days(first, count) == day


@given(st.dates(date(2019, 1, 1), date(2027, 12, 31)), st.integers(0, 10))
def test_terms_end_on_a_working_day(first: date, count: int) -> None:
    day = after_working_days(first, count)
    assert is_working_day(day)
    assert working_days_between(first, day) <= count + 1


def test_how_the_last_year_looked() -> None:
    updates = (
        Update(noticed=date(2025, 1, 1), published=date(2025, 3, 1)),  # longer ago than a year
        OLD,
        Update(noticed=date(2026, 11, 9), published=date(2026, 11, 20)),
    )
    assert past(record(updates=updates), TODAY) == Past(
        dataset="acts", title="Рішення", updates=2, late=1, worst=6
    )


NAME = "public-organisations"


def test_the_command_says_what_is_owed(command: Command, tmp_path: Path) -> None:
    assert "ПРОСТРОЧЕНО" in command("duties", NAME).out
    assert command("publish", NAME).code == 0
    (duty,) = json.loads(command("duties", NAME, "--json").out)["duties"]
    assert (duty["basis"], duty["late"]) == ("period", False)
    file = command.council / NAME / "sample" / "organisations.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("12.03.2014", "?"), encoding="utf-8")
    command.environment["SOURCE_DATE_EPOCH"] = "1795090000"
    assert command("publish", NAME).code == 1
    calendar = tmp_path / "terms.ics"
    found = json.loads(command("duties", NAME, "--json", "--ics", calendar).out)
    assert [duty["basis"] for duty in found["duties"]] == ["change", "period"]
    assert found["lastYear"] == [
        {
            "dataset": NAME,
            "title": "Громадські організації",
            "updates": 1,
            "late": 0,
            "worst": 0,
        }
    ]
    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == [
        f"{NAME}-change@pipeline",
        f"{NAME}-period@pipeline",
    ]


def test_a_plan_that_is_refused_leaves_nothing_owed(command: Command, tmp_path: Path) -> None:
    assert command("publish", NAME).code == 0
    bad = tmp_path / "the plan of a clerk.csv"
    file = command.council / NAME / "sample" / "organisations.csv"
    bad.write_text(file.read_text(encoding="utf-8").replace("12.03.2014", "?"), encoding="utf-8")
    command.environment["SOURCE_DATE_EPOCH"] = "1795090000"
    assert command("plan", NAME, "--source", bad).code == 1
    found = json.loads(command("duties", NAME, "--json").out)["duties"]
    assert [duty["basis"] for duty in found] == ["period"]
    assert command("publish", NAME, "--source", bad).code == 1, "whatever was typed besides"
    found = json.loads(command("duties", NAME, "--json").out)["duties"]
    assert [duty["basis"] for duty in found] == ["change", "period"]


@pytest.mark.parametrize(
    ("frequency", "before", "said"),
    [
        (Frequency.QUARTERLY, (40, 30, 20, 10), (4, 10, 92)),
        (Frequency.QUARTERLY, (30, 20, 10), None),  # two intervals
        (Frequency.QUARTERLY, (350, 250, 150, 50), None),
        (Frequency.MONTHLY, (80, 64, 48, 32), None),  # every 16 days: not twice as often
        (Frequency.MONTHLY, (60, 45, 30, 15), (4, 15, 31)),
        (Frequency.MONTHLY, (500, 490, 480, 470), None),  # long ago
        (Frequency.ON_CHANGE, (4, 3, 2, 1), None),
        (Frequency.DISCONTINUED, (4, 3, 2, 1), None),
    ],
)
def test_data_that_change_more_often_than_promised(
    frequency: Frequency, before: Sequence[int], said: tuple[int, int, int] | None
) -> None:
    days = [TODAY - timedelta(days=count) for count in before]
    updates = tuple(Update(noticed=day, published=day) for day in days)
    found = too_lively(record(frequency=frequency, updates=updates), TODAY)
    assert (found and (found.changes, found.usual, found.promised)) == said


def test_a_publication_says_that_data_change_too_often(command: Command) -> None:
    declared = command.council / NAME / "dataset.yaml"
    text = declared.read_text(encoding="utf-8")
    declared.write_text(re.sub(r"frequency: \S+", "frequency: yearly", text), encoding="utf-8")
    file = command.council / NAME / "sample" / "organisations.csv"
    rows = file.read_text(encoding="utf-8")
    for day in range(5):
        command.environment["SOURCE_DATE_EPOCH"] = str(1795090000 + day * 864_000)
        changed = rows.replace("12.03.2014", f"1{day}.03.2014")
        file.write_text(changed, encoding="utf-8")
        assert command("publish", NAME).code == 0
    said = json.loads(command("report", NAME, "--json").out)[NAME]
    (found,) = [one for one in said if one["code"] == "changes-more-often"]
    assert "4" in found["messageUk"]
    assert "365" in found["messageUk"]


def description_of(edition: str | None, item: str, schema: str, frequency: str) -> Description:
    passport = {**description().passport.model_dump(), "frequency": frequency}
    return description(table_spec(schema=schema), edition=edition, item=item, passport=passport)


def annex(*items: dict[str, Any]) -> Annex:
    editions = [
        {"id": "835-2019", "title": BOTH, "from": "2019-04-17", "standing": "adopted"},
        {"id": "835-2025", "title": BOTH, "from": "2024-10-01", "standing": "unconfirmed"},
    ]
    filled = [
        {"title": BOTH, "holders": "all", "update": {"unplanned": 3}, **item} for item in items
    ]
    return Annex.model_validate({"editions": editions, "items": filled})


BOTH = {"uk": "Назва", "en": "Title"}
OLD_ITEM = {
    "edition": "835-2019",
    "item": "all-5",
    "tables": ["835-2019/Reports"],
    "becomes": ["6"],
}
NEW_ITEM = {"edition": "835-2025", "item": "6", "tables": ["835-2025/6/reports"]}
OTHER = {"edition": "835-2025", "item": "7", "title": {"uk": "Інше", "en": "Other"}}


@pytest.mark.parametrize(
    ("datasets", "items"),
    [
        ([], ["6", "7"]),
        ([(None, "", "835-2019/Reports", "weekly")], ["7"]),
        ([(None, "", "835-2025/6/reports", "weekly")], ["7"]),
        ([("835-2025", "Інше", "council/X", "weekly")], ["6"]),
        ([("835-2019", "Інше", "council/X", "weekly")], ["6", "7"]),
    ],
)
def test_items_of_the_annex_that_nothing_answers(
    datasets: list[tuple[str | None, str, str, str]], items: list[str]
) -> None:
    texts = [description_of(*one) for one in datasets]
    found = unanswered(annex(OLD_ITEM, NEW_ITEM, OTHER), texts, TODAY)
    assert [one.item for one in found] == items
    assert {one.edition for one in found} <= {"835-2025"}


@pytest.mark.parametrize(
    ("edition", "item", "left"), [("835-2025", "7", ["6"]), ("835-2019", "all-5", ["7"])]
)
def test_what_a_council_does_not_own_is_not_missing(
    edition: str, item: str, left: list[str]
) -> None:
    asked = annex(OLD_ITEM, NEW_ITEM, OTHER)
    not_held = [NotHeld.model_validate({"edition": edition, "item": item, "why": BOTH})]
    assert [one.item for one in unanswered(asked, [], TODAY, not_held)] == left
    assert [(one.item, one.why.uk) for one in disowned(asked, not_held)] == [(item, "Назва")]


def test_before_the_later_edition_the_former_one_is_asked_for() -> None:
    found = unanswered(annex(OLD_ITEM, NEW_ITEM, OTHER), [], date(2020, 1, 1))
    assert [one.item for one in found] == ["all-5"]


@pytest.mark.parametrize(
    ("frequency", "seldom"),
    [("quarterly", 0), ("weekly", 0), ("on-change", 0), ("yearly", 1), ("discontinued", 1)],
)
def test_a_passport_that_promises_less_than_the_annex_asks(frequency: str, seldom: int) -> None:
    asked = annex({**NEW_ITEM, "update": {"periodic": "quarterly", "unplanned": 3}})
    texts = [description_of(None, "", "835-2025/6/reports", frequency)]
    assert len(too_seldom(asked, texts)) == seldom


def test_a_council_says_what_it_does_not_own(command: Command) -> None:
    file = command.council / "holder.yaml"
    text = file.read_text(encoding="utf-8")
    said = 'not_held:\n  - {edition: 835-2025, item: "31", why: {uk: Немає дерев, en: No trees}}\n'
    file.write_text(text + said, encoding="utf-8")
    found = json.loads(command("duties", "--json").out)
    assert [(one["item"], one["why"]) for one in found["notHeld"]] == [("31", "Немає дерев")]
    assert "31" not in {one["item"] for one in found["unanswered"]}
    assert "Немає дерев" in command("duties").out
    file.write_text(text + said.replace('"31"', '"311"'), encoding="utf-8")
    wrong = command("duties")
    assert wrong.code == 2
    assert "835-2025 311" in wrong.err


def test_the_public_reads_what_a_council_does_not_own(command: Command) -> None:
    page = command.site / "quality.html"
    assert command("publish", NAME).code == 0
    assert "Чого розпорядник не має" not in page.read_text(encoding="utf-8")
    file = command.council / "holder.yaml"
    text = file.read_text(encoding="utf-8")
    why = "why: {uk: Немає <дерев>, en: No trees}"
    said = f'not_held:\n  - {{edition: 835-2025, item: "31", {why}}}\n'
    file.write_text(text + said, encoding="utf-8")
    assert command("publish", NAME).code == 0
    shown = page.read_text(encoding="utf-8")
    for words in ("Чого розпорядник не має", "What the holder does not have", "позиція 31"):
        assert words in shown
    assert "Немає &lt;дерев&gt;" in shown
    assert "No trees" in shown
    file.write_text(text + said.replace('"31"', '"311"'), encoding="utf-8")
    wrong = command("publish", NAME)
    assert (wrong.code, "835-2025 311" in wrong.err) == (2, True)


def test_the_sample_council_against_the_real_annex(command: Command) -> None:
    found = json.loads(command("duties", "--json").out)
    open_items = {one["item"] for one in found["unanswered"]}
    assert "29" not in open_items, "roll calls are answered"
    assert "38" not in open_items, "services are answered"
    assert open_items
