"""The holder changes over time; a code that nobody confirmed stays empty and says so."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline.holder import Holder, Period, load_holder
from tests.builders import holder
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (date(1999, 1, 1), "Тестова міська рада"),
        (date(2020, 12, 31), "Тестова міська рада"),
        (date(2021, 1, 1), "Тестова адміністрація"),
        (date(2040, 1, 1), "Тестова адміністрація"),
    ],
    ids=str,
)
def test_a_body_is_what_it_was_on_that_day(day: date, title: str) -> None:
    assert holder().body_on("council", day).title.uk == title


def test_a_gap_in_the_timeline_falls_to_the_entry_before_it() -> None:
    text = holder().model_dump()
    text["bodies"]["council"][0]["until"] = date(2020, 6, 30)
    assert Holder.model_validate(text).body_on("council", date(2020, 8, 1)).edrpou == "26510514"


def test_an_empty_code_must_be_owned_up_to() -> None:
    with pytest.raises(ValidationError, match="unconfirmed"):
        Period.model_validate({"title": {"uk": "Рада", "en": "Council"}})


@pytest.mark.parametrize("since", ["2020-12-31", "2019-01-01"])
def test_entries_must_not_overlap(since: str) -> None:
    text = holder().model_dump(mode="json")
    text["bodies"]["council"][1]["since"] = since
    with pytest.raises(ValidationError, match="overlap"):
        Holder.model_validate(text)


def test_the_sample_holder_is_sound_and_claims_no_code() -> None:
    read = load_holder(ROOT / "datasets")
    periods = [period for timeline in read.bodies.values() for period in timeline]
    assert all(not period.edrpou and "edrpou" in period.unconfirmed for period in periods)


def test_a_council_without_holder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="holder.yaml"):
        load_holder(tmp_path)
