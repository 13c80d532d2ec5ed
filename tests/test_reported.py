"""Counts of reports held against the tables they speak of."""

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline.description import Reported, TableSpec
from pipeline.model import Finding, Origin, Place, Table
from pipeline.reported import compared, newest_count
from tests.command import Command

COLUMNS = ("indicator", "value", "valueMax", "approximate", "partOf", "asOf", "periodEnd")


def counts(*rows: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS, dtype=str)


OLD = ("clubs", "150", "", "false", "", "2018-07-01", "2018-06-30")
NEW = ("clubs", "155", "", "false", "", "", "2018-09-30")


@pytest.mark.parametrize(
    ("row", "value"),
    [
        (NEW, "155"),
        (("clubs", "155", "", "true", "", "", "2018-09-30"), "150"),
        (("clubs", "155", "160", "false", "", "", "2018-09-30"), "150"),
        (("clubs", "155", "", "false", "1a2b", "", "2018-09-30"), "150"),
        (("parks", "155", "", "false", "", "", "2018-09-30"), "150"),
        (("clubs", "155", "", "false", "", "2017-01-01", "2016-12-31"), "150"),
    ],
    ids=["newer", "approximate", "a range", "a part", "another", "older"],
)
def test_the_newest_exact_count(row: tuple[str, ...], value: str) -> None:
    for frame in (counts(OLD, row), counts(row, OLD)):
        found = newest_count(frame, "clubs")
        assert found is not None
        assert found["value"] == value


def test_without_a_count_nothing_is_said() -> None:
    assert newest_count(None, "clubs") is None
    assert newest_count(counts(OLD), "parks") is None


COUNTED = ("indicator", "value", "valueMax", "approximate", "partOf", "asOf")
PERIOD = ("periodStart", "periodEnd", "title", "report")


def report(value: str, as_of: str = "", period: tuple[str, str] = ("", "")) -> pd.DataFrame:
    row = ("acts", value, "", "false", "", as_of, *period, "акти", "q1")
    return pd.DataFrame([row], columns=[*COUNTED, *PERIOD], dtype=str)


def acts(*issued: str) -> Table:
    frame = pd.DataFrame({"issued": issued}, dtype=str)
    origins = tuple(Origin(sha256="0" * 64, place=Place(source="acts.html")) for _ in issued)
    return Table(schema="council/Acts", frame=frame, origins=origins)


def said_of(counts: pd.DataFrame, **how: Any) -> list[Finding]:
    table = TableSpec.model_validate(
        {"schema": "council/Acts", "key": ["issued"], "rows": "mirror", "expect": {"min_rows": 0}}
    )
    reported = Reported(dataset="activity-counts", indicator="acts", **how)
    held = acts("2020-01-02", "2020-02-01", "2020-03-31", "2020-04-01", "")
    return list(compared(table, reported, held, counts, date(2020, 4, 2)))


@pytest.mark.parametrize(
    ("counts", "how", "code"),
    [
        (report("5", "2020-04-01"), {}, ""),
        (report("6", "2020-04-01"), {}, "report-says-otherwise"),
        (report("6", "2019-02-27"), {}, "report-says-otherwise"),
        (report("6", "2019-02-26"), {}, "report-of-another-time"),
        (report("5", "2019-02-26"), {}, "report-of-another-time"),
        (report("6", "2021-05-07"), {}, "report-says-otherwise"),
        (report("6", "2021-05-08"), {}, "report-of-another-time"),
        (report("6", "2020-03-01"), {"within_days": 31}, "report-of-another-time"),
        (report("6", "2020-03-02"), {"within_days": 31}, "report-says-otherwise"),
        (report("6", "2010-03-02"), {"within_days": 4000}, "report-says-otherwise"),
    ],
)
def test_only_what_is_of_one_time_is_compared(
    counts: pd.DataFrame, how: dict[str, Any], code: str
) -> None:
    found = said_of(counts, **how)
    assert [one.code for one in found] == ([code] if code else [])
    for one in found:
        assert (one.details["day"], one.details["dataDay"]) == (counts["asOf"][0], "2020-04-02")


@pytest.mark.parametrize(
    ("value", "period", "rows"),
    [
        ("3", ("2020-01-01", "2020-03-31"), None),
        ("4", ("2020-01-01", "2020-03-31"), 3),
        ("3", ("2020-04-01", "2020-06-30"), 1),
        ("7", ("2019-10-01", "2019-12-31"), None),
        ("7", ("2020-07-01", "2020-09-30"), None),
        ("7", ("", ""), None),
    ],
    ids=["as many", "more", "next quarter", "before the table", "after it", "no period"],
)
def test_rows_of_the_period_of_a_report(
    value: str, period: tuple[str, str], rows: int | None
) -> None:
    found = said_of(report(value, "2000-01-01", period), dated="issued")
    assert [one.details["rows"] for one in found] == ([] if rows is None else [rows])


def test_a_period_said_twice_is_compared_by_what_was_said_last() -> None:
    period = ("2020-01-01", "2020-03-31")
    both = pd.concat([report("9", period=period), report("3", period=period)], ignore_index=True)
    assert said_of(both, dated="issued") == []


def told(command: Command, name: str) -> list[Mapping[str, str]]:
    found = json.loads(command("report", name, "--json").out)[name]
    return [one for one in found if one["code"].startswith("report-")]


def test_a_registry_that_a_report_contradicts_names_both_sources(command: Command) -> None:
    name = "public-organisations"
    assert command("publish", name).code == 0
    assert told(command, name) == [], "no report is published yet"
    assert command("publish", "activity-counts").code == 0
    assert command("publish", name).code == 0
    (finding,) = told(command, name)
    for part in ("рядків 5", "organisations.csv", "internal-policy-2018-q2", "143", "2018-07-01"):
        assert part in finding["messageUk"], part


def test_a_registry_that_stays_hears_of_a_newer_report(command: Command) -> None:
    name = "public-organisations"
    for dataset in ("activity-counts", name):
        assert command("publish", dataset).code == 0
    assert [one["messageUk"].count("143") for one in told(command, name)] == [1]
    folder = command.council / "activity-counts" / "sample"
    newer = "Звіт за ІІІ квартал 2018 року\nЗареєстровано 5 громадських організацій.\n"
    (folder / "internal-policy-2018-q3.txt").write_text(newer, encoding="utf-8")
    for dataset in ("activity-counts", name):
        assert command("publish", dataset).code == 0
    assert told(command, name) == [], "five are five"
    assert command("publish", name).code == 0
    assert told(command, name) == []


def renamed(council: Path, old: str, new: str) -> None:
    (council / old).rename(council / new)
    for file in council.glob("*/dataset.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_night_in_which_only_the_report_changed_says_so_of_the_registry(command: Command) -> None:
    """Whatever the datasets are called: reports have their turn first."""
    name = "public-organisations"
    for folder in command.council.iterdir():
        if folder.is_dir() and folder.name not in {name, "activity-counts"}:
            shutil.rmtree(folder)
    renamed(command.council, "activity-counts", "yearly-counts")
    assert command("nightly").code == 0
    assert [one["messageUk"].count("143") for one in told(command, name)] == [1]
    newer = "Звіт за ІІІ квартал 2018 року\nЗареєстровано 7 громадських організацій.\n"
    folder = command.council / "yearly-counts" / "sample"
    (folder / "internal-policy-2018-q3.txt").write_text(newer, encoding="utf-8")
    night = json.loads(command("nightly", "--json").out)
    states = {one["dataset"]: one["state"] for one in night}
    assert states == {name: "unchanged", "yearly-counts": "published"}
    assert [one["messageUk"].count("називає 7 ") for one in told(command, name)] == [1]


def test_acts_published_in_a_quarter_are_held_against_the_report(command: Command) -> None:
    name = "council-decisions"
    assert command("publish", name).code == 0
    assert told(command, name) == []
    folder = command.council / "activity-counts" / "sample"
    text = "Звіт за І квартал 2020 року\nУ розділах сайту опубліковано 227 документів.\n"
    (folder / "internal-policy-2020-q1.txt").write_text(text, encoding="utf-8")
    for dataset in ("activity-counts", name):
        assert command("publish", dataset).code == 0
    (finding,) = told(command, name)
    for part in ("issued", "2020-01-01", "2020-03-31", "session-91.html", "policy-2020-q1", "227"):
        assert part in finding["messageUk"], part


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("dataset: activity-counts", "dataset: activity-count"),
        ("dataset: activity-counts", "dataset: streets"),
        ("indicator: public-organisations", "indicator: public-organisation"),
        ("within_days: 4000", "dated: registeredOm"),
    ],
)
def test_reports_that_cannot_speak_of_it_are_refused(
    command: Command, right: str, wrong: str
) -> None:
    file = command.council / "public-organisations" / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    done = command("publish", "public-organisations")
    nearest = "registeredOn" if wrong.startswith("dated") else right.partition(": ")[2]
    assert (done.code, nearest in done.err) == (2, True)


def test_a_column_that_may_be_empty_has_to_exist(command: Command) -> None:
    file = command.council / "roll-call-votes" / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("        startDate: prot", "        startDay: prot"), "utf-8")
    done = command("publish", "roll-call-votes")
    assert (done.code, "startDate" in done.err) == (2, True)
