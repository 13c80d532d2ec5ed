"""Counts of reports held against the tables they speak of."""

import json
from collections.abc import Mapping

import pandas as pd
import pytest

from pipeline.reported import newest_count
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


def told(command: Command, name: str) -> list[Mapping[str, str]]:
    found = json.loads(command("report", name, "--json").out)[name]
    return [one for one in found if one["code"] == "report-says-otherwise"]


def test_a_registry_that_a_report_contradicts_names_both_sources(command: Command) -> None:
    name = "public-organisations"
    assert command("publish", name).code == 0
    assert told(command, name) == [], "no report is published yet"
    assert command("publish", "activity-counts").code == 0
    with (command.council / "holder.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# a remark\n")
    assert command("publish", name).code == 0
    (finding,) = told(command, name)
    for part in ("рядків 5", "organisations.csv", "internal-policy-2018-q2", "143"):
        assert part in finding["messageUk"], part


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("dataset: activity-counts", "dataset: activity-count"),
        ("dataset: activity-counts", "dataset: streets"),
        ("indicator: public-organisations", "indicator: public-organisation"),
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
    assert (done.code, right.partition(": ")[2] in done.err) == (2, True)


def test_a_column_that_may_be_empty_has_to_exist(command: Command) -> None:
    file = command.council / "roll-call-votes" / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("        startDate: prot", "        startDay: prot"), "utf-8")
    done = command("publish", "roll-call-votes")
    assert (done.code, "startDate" in done.err) == (2, True)
