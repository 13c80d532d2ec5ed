"""From what stands to the work, and from the work to what people are shown of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from pipeline import messages
from pipeline.kept import KeptTable
from pipeline.model import Action, Change, Release
from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.difference import NOTHING, Difference
from pipeline.publishing.ckan.planning import SAMPLES_MAX, Planner, changes
from pipeline.publishing.ckan.stamp import Stamp
from pipeline.publishing.ckan.standing import NOTHING as NO_DATASET
from pipeline.publishing.ckan.standing import Standing, resource_id
from pipeline.publishing.ckan.work import TableWork, Way, Work, compare
from tests.publishing import samples
from tests.publishing.ckan.pieces import (
    NAME,
    NEW,
    OLD,
    PLACE,
    SHAPE,
    TABLE,
    Played,
    goal,
    package,
    standing,
    standing_table,
    table_work,
    without_datastore,
)

NOW = samples.release().released_at
ROWS = [("1", "а"), ("2", "б"), ("3", "в")]
THEN = [("1", "а"), ("2", "інше"), ("4", "г")]
BETWEEN = [("1", "проміжне"), ("3", "в"), ("5", "д")]


def full(rows: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    return [(*row, "", "", "", "") for row in rows]


class Home:
    """Keeps tables of some versions, and hears which were asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []

    def keep(
        self, version: str, rows: Sequence[Sequence[str]], columns: Sequence[str] | None = None
    ) -> None:
        frame = samples.table(rows, columns).frame
        frame.to_csv(self.folder / f"{version}.csv", index=False, lineterminator="\n")

    def kept(self, version: str, table: str) -> KeptTable | None:
        assert table == "Benches"
        self.asked.append(version)
        file = self.folder / f"{version}.csv"
        return KeptTable(file) if file.is_file() else None


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(tmp_path)
    found.keep(NEW, full(ROWS))
    return found


def dump(rows: Sequence[tuple[str, ...]], names: Sequence[str] = SHAPE.names) -> bytes:
    lines = [",".join(names), *(",".join(row) for row in rows)]
    return "\r\n".join([*lines, ""]).encode()


def planned(
    home: Home,
    portal: Played,
    mark: Stamp | None,
    *,
    trusting: bool = True,
    release: Release | None = None,
    **changes: Any,
) -> Work:
    planner = Planner(
        portal=cast(Portal, portal),
        place=PLACE,
        kept=home.kept,
        by_hand=(),
        trusting=trusting,
    )
    released = release or samples.release(full(ROWS), version=NEW)
    shown = package(goal(full(ROWS)), mark)
    there = standing({**shown, "version": str(mark) if mark else "1.0", **changes})
    return planner.work(there, released, samples.passport(), {})


def of_rows(work: Work) -> Difference:
    found = work.tables[0].difference
    assert found is not None
    return found


def keys(rows: Mapping[tuple[str, ...], object]) -> set[str]:
    return {key[0] for key in rows}


def test_what_is_settled_is_believed(home: Home) -> None:
    portal = Played()
    work = planned(home, portal, stamp.done(NEW))
    assert (work.is_done, of_rows(work), portal.asked, home.asked) == (True, NOTHING, [], [])


def test_rows_of_a_version_that_is_kept_are_compared_here(home: Home) -> None:
    home.keep(OLD, full(THEN))
    portal = Played()
    found = of_rows(planned(home, portal, stamp.done(OLD)))
    assert (keys(found.added), keys(found.changed), keys(found.removed)) == ({"3"}, {"2"}, {"4"})
    assert portal.asked == []


def test_an_unfinished_change_is_compared_with_every_version(home: Home) -> None:
    home.keep(OLD, full(THEN))
    home.keep("333333333333", full(BETWEEN))
    begun = stamp.begun(stamp.done(OLD), "333333333333", "me", NOW)
    portal = Played()
    found = of_rows(planned(home, portal, stamp.begun(begun, NEW, "me", NOW)))
    assert keys(found.rows) == {"1", "2", "3"}
    assert keys(found.removed) == {"4", "5"}
    assert portal.asked == []


@pytest.mark.parametrize(
    "mark",
    [
        None,
        stamp.done(OLD),
        stamp.begun(stamp.done(OLD), NEW, "me", NOW),
        stamp.begun(None, NEW, "me", NOW),
    ],
)
def test_rows_of_a_version_that_nobody_kept_are_asked_for(home: Home, mark: Stamp | None) -> None:
    portal = Played(download=dump(full(THEN)))
    found = of_rows(planned(home, portal, mark))
    assert (keys(found.added), keys(found.changed), keys(found.removed)) == ({"3"}, {"2"}, {"4"})
    asked = [told["address"] for told in portal.told("download")]
    assert set(asked) == {PLACE.clean_table(TABLE, SHAPE)}


@pytest.mark.parametrize("mark", [stamp.done(NEW), stamp.done(OLD)])
def test_who_does_not_trust_asks_for_every_row(home: Home, mark: Stamp) -> None:
    home.keep(OLD, full(ROWS))
    portal = Played(download=dump(full(THEN)))
    found = of_rows(planned(home, portal, mark, trusting=False))
    assert (keys(found.added), keys(found.changed), keys(found.removed)) == ({"3"}, {"2"}, {"4"})


def test_a_plan_for_a_release_that_is_not_kept_yet(home: Home) -> None:
    home.keep(OLD, full(THEN))
    (home.folder / f"{NEW}.csv").unlink()
    found = of_rows(planned(home, Played(), stamp.done(OLD)))
    assert (keys(found.added), keys(found.changed), keys(found.removed)) == ({"3"}, {"2"}, {"4"})


def test_cells_that_only_look_otherwise_are_no_change(home: Home) -> None:
    home.keep(OLD, [("1", "а", "03", "1.50", "", "")])
    home.keep(NEW, [("1", "а", "3", "1.5", "", "")])
    released = samples.release([("1", "а", "3", "1.5", "", "")], version=NEW)
    assert of_rows(planned(home, Played(), stamp.done(OLD), release=released)) == NOTHING


def test_a_column_that_is_new_and_empty_changes_no_row(home: Home) -> None:
    fewer = SHAPE.names[:-1]
    home.keep(OLD, [row[:-1] for row in full(THEN)], fewer)
    found = of_rows(planned(home, Played(), stamp.done(OLD)))
    assert (keys(found.added), keys(found.changed), keys(found.removed)) == ({"3"}, {"2"}, {"4"})


def planned_with(there: Standing, *, datastore: bool = True) -> Work:
    planner = Planner(
        portal=cast(Portal, Played()),
        place=PLACE if datastore else without_datastore(),
        kept=lambda version, table: None,
        by_hand=(),
        trusting=True,
    )
    return planner.work(there, samples.release(version=NEW), samples.passport(), {})


@pytest.mark.parametrize(
    ("there", "way", "holder"),
    [
        (NO_DATASET, Way.FILL, 0),
        (standing(package(goal(), private=True)), Way.FILL, 0),
        (standing(table=standing_table(None)), Way.FILL, 0),
        (standing(table=standing_table(replace(SHAPE, key=("place",)))), Way.REPLACE, 1),
        (
            standing(table=standing_table(replace(SHAPE, key=("place",)), generation=1)),
            Way.REPLACE,
            2,
        ),
    ],
)
def test_a_table_that_is_filled_aside_has_no_difference(
    there: Standing, way: Way, holder: int
) -> None:
    (one,) = planned_with(there).tables
    assert (one.way, one.difference) == (way, None)
    assert one.wanted.resource == resource_id(NAME, "Benches", holder)


def test_without_a_datastore_there_are_no_tables() -> None:
    work = planned_with(NO_DATASET, datastore=False)
    assert work.tables == ()
    assert "Benches.csv" in {file.path for file in work.files}


def shown(
    there: Standing, *tables: TableWork, published: Mapping[str, Any] | None = None, **more: Any
) -> list[tuple[str, str, str]]:
    return [
        (change.action.value, change.subject, change.name)
        for change in changed(there, *tables, published=published, **more)
    ]


def changed(
    there: Standing, *tables: TableWork, published: Mapping[str, Any] | None = None, **more: Any
) -> tuple[Change, ...]:
    work = compare(
        PLACE,
        there,
        goal(),
        tables or (table_work(there=there.tables.get("Benches")),),
        published=published or {},
        by_hand=(),
    )
    return changes(replace(work, **more))


def test_no_work_is_no_change() -> None:
    assert changed(standing()) == ()


def test_a_first_publication_is_a_dataset_with_everything() -> None:
    found = shown(NO_DATASET, table_work(Way.FILL, difference=None))
    assert found[:2] == [("add", "dataset", PLACE.page), ("add", "release", NEW)]
    assert ("add", "passport", "title") in found
    assert ("add", "table", "Benches") in found
    assert ("add", "resource", "passport.csv") in found
    assert found[-1] == ("add", "rows", "Benches")
    rows = changed(NO_DATASET, table_work(Way.FILL, difference=None))[-1]
    assert (rows.count, rows.samples) == (3, ("007", "008", "009"))


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        (stamp.done(OLD), [("change", "release", NEW)]),
        (
            stamp.begun(stamp.done(OLD), NEW, "me", NOW),
            [("change", "unfinished", PLACE.page), ("change", "release", NEW)],
        ),
    ],
)
def test_what_a_stamp_says_is_shown(mark: Stamp, found: list[tuple[str, str, str]]) -> None:
    there = standing(package(goal(), mark))
    assert shown(there) == found
    assert changed(there)[-1].samples == mark.versions


def test_a_stamp_that_was_overwritten_is_a_release_that_nobody_knows() -> None:
    there = standing({**package(goal()), "version": "1.0"})
    assert shown(there) == [("add", "release", NEW)]


def test_fields_are_shown_with_what_they_become_and_drift_with_what_it_is() -> None:
    there = standing({**package(goal()), "title": "Х" * 99, "tags": []})
    found = changed(there, published={"title": "Лавки міста", "tags": ["лавки", "парки"]})
    said = {(one.subject, one.name): one.samples for one in found}
    assert said == {
        ("drift", "title"): ("Х" * 79 + "…",),
        ("drift", "tags"): ("",),
        ("passport", "title"): ("Лавки міста",),
        ("passport", "tags"): ("лавки, парки",),
    }
    assert {one.action for one in found} == {Action.CHANGE}


def test_a_plan_of_tomorrow_is_the_same_plan() -> None:
    """The moment of a release that has not been published is no part of it."""

    def plan(days: int) -> tuple[Change, ...]:
        moved = replace(samples.passport(), modified=NOW + timedelta(days=days))
        asked = goal(passport=moved)
        there = standing(package(goal(), stamp.done(OLD)))
        tables = (table_work(asked=asked, there=there.tables["Benches"]),)
        return changes(compare(PLACE, there, asked, tables, published={}, by_hand=()))

    assert plan(1) == plan(2)
    assert ("passport", "extras.dcat_modified") in {(one.subject, one.name) for one in plan(1)}


@pytest.mark.parametrize(
    ("shape", "way", "found"),
    [
        (
            replace(SHAPE, columns=SHAPE.columns[:-1]),
            Way.GROW,
            [("add", "column", "Benches.url")],
        ),
        (
            replace(SHAPE, columns=(replace(SHAPE.columns[0], info={}), *SHAPE.columns[1:])),
            Way.GROW,
            [("change", "dictionary", "Benches.identifier")],
        ),
        (
            replace(SHAPE, columns=(replace(SHAPE.columns[0], kind="int8"), *SHAPE.columns[1:])),
            Way.REPLACE,
            [("change", "table", "Benches"), ("change", "column", "Benches.identifier")],
        ),
        (
            replace(SHAPE, columns=(*SHAPE.columns, replace(SHAPE.columns[0], name="old"))),
            Way.REPLACE,
            [("change", "table", "Benches"), ("remove", "column", "Benches.old")],
        ),
        (
            replace(SHAPE, key=("place",)),
            Way.REPLACE,
            [("change", "table", "Benches"), ("change", "key", "Benches")],
        ),
    ],
)
def test_changes_of_a_shape_are_shown(
    shape: Any, way: Way, found: list[tuple[str, str, str]]
) -> None:
    there = standing_table(shape)
    assert shown(standing(table=there), table_work(way, there=there)) == found


def test_a_changed_type_is_shown_as_both() -> None:
    columns = (replace(SHAPE.columns[0], kind="int8"), *SHAPE.columns[1:])
    there = standing_table(replace(SHAPE, columns=columns))
    found = changed(standing(table=there), table_work(Way.REPLACE, there=there))
    assert found[-1].samples == ("int8", "text")


def row(number: int) -> tuple[str, ...]:
    return (str(number), "", "", "", "", "")


def test_rows_are_shown_by_number_and_some_keys() -> None:
    many: dict[tuple[str, ...], tuple[str, ...]]
    many = {(str(number),): row(number) for number in range(7)}
    found = Difference(added=many, changed={("8",): row(8)}, removed={("9",): row(9)})
    there = standing()
    one = table_work(there=there.tables["Benches"], difference=found)
    assert [
        (change.action.value, change.subject, change.count, change.samples)
        for change in changed(there, one)
    ] == [
        ("change", "astray", 1, ()),
        ("add", "rows", 7, tuple("01234")),
        ("change", "rows", 1, ("8",)),
        ("remove", "rows", 1, ("9",)),
    ]
    assert SAMPLES_MAX == 5


@pytest.mark.parametrize(
    ("mark", "way", "differs", "astray"),
    [
        (stamp.done(NEW), Way.STAY, True, True),
        (stamp.done(NEW), Way.STAY, False, False),
        (stamp.done(NEW), Way.FILL, False, True),
        (stamp.done(OLD), Way.STAY, True, False),
        (stamp.begun(stamp.done(OLD), NEW, "me", NOW), Way.STAY, True, False),
    ],
)
def test_a_table_that_is_not_what_its_stamp_says_went_astray(
    mark: Stamp, way: Way, differs: bool, astray: bool
) -> None:
    there = standing(package(goal(), mark))
    found = Difference(added={}, changed={("8",): row(8)}, removed={}) if differs else NOTHING
    one = table_work(way, there=there.tables["Benches"], difference=found)
    assert (("change", "astray", "Benches") in shown(there, one)) is astray


def test_a_table_that_never_was_there_is_not_astray() -> None:
    assert not [one for one in changed(standing(), table_work(Way.FILL)) if one.subject == "astray"]


def test_files_and_words_are_shown_by_name() -> None:
    there = standing()
    file = goal().files["passport.csv"]
    stale = there.files["findings.json"].id
    words = {TABLE: {"name": "Benches"}, there.files["passport.json"].id: {"format": "JSON"}}
    assert shown(there, files=(file,), stale=(stale,), resources=words) == [
        ("change", "resource", "passport.csv"),
        ("change", "words", "Benches"),
        ("change", "words", "passport.json"),
        ("remove", "resource", "findings.json"),
    ]


def test_a_workbook_that_is_too_large_is_named() -> None:
    there = standing(package(goal(), stamp.done(OLD)))
    asked = replace(goal(), left_out=("Benches.xlsx",))
    tables = (table_work(there=there.tables["Benches"]),)
    work = compare(PLACE, there, asked, tables, published={}, by_hand=())
    assert ("left-out", "Benches.xlsx") in {(one.subject, one.name) for one in changes(work)}


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_change_has_a_sentence(language: str) -> None:
    said = {
        "add": {"dataset", "release", "passport", "table", "resource", "column", "rows"},
        "change": {
            "unfinished",
            "release",
            "passport",
            "drift",
            "astray",
            "table",
            "resource",
            "words",
        }
        | {"left-out", "column", "dictionary", "key", "rows"},
        "remove": {"resource", "column", "rows"},
    }
    keys = [f"change-{action}-{subject}" for action in said for subject in said[action]]
    assert [key for key in keys if not messages.has(language, key)] == []
