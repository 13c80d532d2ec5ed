"""What a portal shows, compared with what should be there; a real one is read in `faults/`."""

import csv
from collections.abc import Callable
from io import StringIO
from typing import Any, cast

import pytest

from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.answers import NotThereError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.difference import Difference
from pipeline.publishing.ckan.reading_back import PublicReader
from pipeline.publishing.ckan.tables import rows_of
from pipeline.publishing.ckan.work import compare
from pipeline.publishing.target import DiffersError
from tests.publishing.ckan.pieces import (
    OLD,
    PLACE,
    SHAPE,
    TABLE,
    URL,
    Played,
    goal,
    package,
    standing,
    table_work,
)

GONE = NotThereError("portal-not-there", url=URL)
ROWS = tuple(rows_of(goal().tables["Benches"].table, SHAPE))
KEY = (ROWS[0][0],)
CHANGED = Difference(added={}, changed={KEY: ROWS[0]}, removed={("0",): ROWS[0]})

Answers = dict[str, Any]


def searched(rows: list[tuple[str, ...]], total: int) -> Callable[[Any], Any]:
    """Answers for the head of the table, and for some of its rows."""
    fields = [column.described() for column in SHAPE.columns]

    def answer(data: Any) -> Any:
        if data["limit"] == 0:
            return {"fields": fields, "records": [], "total": total}
        text = StringIO()
        csv.writer(text).writerows(rows)
        return {"records": text.getvalue()}

    return answer


def answers(**changes: Any) -> Answers:
    given = {"package_show": package(goal()), "datastore_search": searched([ROWS[0]], len(ROWS))}
    return {**given, **changes}


def refusal(told: Answers) -> str:
    with pytest.raises(DiffersError) as caught:
        read(told)
    return caught.value.code


def read(told: Answers) -> Any:
    work = compare(
        PLACE, standing(), goal(), (table_work(difference=CHANGED),), published={}, by_hand=()
    )
    reader = PublicReader(portal=cast(Portal, Played(**told)))
    return reader.check(work, (), whole=False)


def without(resource: str) -> dict[str, Any]:
    shown = package(goal())
    return {**shown, "resources": [one for one in shown["resources"] if one["id"] != resource]}


def reworded(name: str) -> dict[str, Any]:
    shown = package(goal())
    other = {"description": "Вручну"}
    resources = [{**one, **other} if one["name"] == name else one for one in shown["resources"]]
    return {**shown, "resources": resources}


def test_what_stands_as_it_should_is_told_with_its_addresses() -> None:
    files, seen = read(answers())
    assert files[0].path == PLACE.clean_table(TABLE, SHAPE)
    assert {file.path for file in files[1:]} == goal().files.keys()
    assert seen["fields"]["title"] == "Лавки міста"
    assert seen["fields"][f"resources.{TABLE}.name"] == "Benches"
    assert SHAPE.words("Benches").items() <= seen["fields"].items()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"package_show": GONE}, "read-back-missing"),
        ({"package_show": package(goal(), stamp.done(OLD))}, "read-back-version"),
        ({"package_show": {**package(goal()), "title": "Інша"}}, "portal-field-differs"),
        ({"package_show": reworded("Benches")}, "portal-field-differs"),
        ({"package_show": reworded("passport.csv")}, "portal-field-differs"),
        ({"package_show": without(TABLE)}, "read-back-missing"),
        ({"datastore_search": GONE}, "read-back-missing"),
        ({"datastore_search": searched([ROWS[0]], 1)}, "portal-count-differs"),
        ({"datastore_search": searched([], len(ROWS))}, "portal-rows-differ"),
    ],
)
def test_what_does_not_is_an_error(told: Answers, code: str) -> None:
    assert refusal(answers(**told)) == code


def test_a_dictionary_that_somebody_rewrote() -> None:
    head = searched([], len(ROWS))({"limit": 0})
    head["fields"] = [{**head["fields"][0], "info": {"label": "x"}}, *head["fields"][1:]]
    told = answers(datastore_search=lambda data: head)
    assert refusal(told) == "portal-dictionary-differs"


def test_a_file_that_is_another_one() -> None:
    shown = package(goal())
    shown["resources"] = [
        {**one, "hash": "0" * 64} if one["name"] == "passport.csv" else one
        for one in shown["resources"]
    ]
    assert refusal(answers(package_show=shown)) == "read-back-hash"
