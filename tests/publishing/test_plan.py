from collections.abc import Sequence

import pytest

from pipeline.model import Action, Change
from pipeline.publishing.dataset import dataset_files
from pipeline.publishing.formats import Files
from pipeline.publishing.passport import TableCard
from pipeline.publishing.plan import SAMPLES_MAX, changes, fingerprint
from tests.publishing import samples

FOLDER = "datasets/benches"
CARDS = samples.passport().tables


def files(rows: Sequence[Sequence[str]], title: str = "Лавки міста") -> Files:
    described = samples.passport(title=title)
    return dataset_files(samples.release(rows), described, samples.HOLDER, "")


def subjects(found: Sequence[Change], subject: str) -> list[Change]:
    return [change for change in found if change.subject == subject]


def row(number: str, place: str = "") -> tuple[str, ...]:
    return (number, place, "", "", "", "")


def test_the_same_release_changes_nothing() -> None:
    assert changes(files(samples.ROWS), files(samples.ROWS), FOLDER, CARDS) == ()


def test_a_first_publication_adds_every_file_and_row() -> None:
    found = changes({}, files(samples.ROWS), FOLDER, CARDS)
    assert {change.action for change in found} == {Action.ADD}
    assert len(subjects(found, "file")) == len(files(samples.ROWS))
    (rows,) = subjects(found, "rows")
    assert (rows.count, rows.samples) == (3, ("007", "008", "009"))
    assert subjects(found, "column") == []


def test_rows_are_told_by_their_key() -> None:
    old = files([row("1"), row("2", "сквер"), row("3")])
    new = files([row("2", "парк"), row("3"), row("4")])
    assert subjects(changes(old, new, FOLDER, CARDS), "rows") == [
        Change(action=Action.ADD, subject="rows", name="Benches", samples=("4",)),
        Change(action=Action.CHANGE, subject="rows", name="Benches", samples=("2",)),
        Change(action=Action.REMOVE, subject="rows", name="Benches", samples=("1",)),
    ]


def test_rows_in_another_order_are_a_change_of_files_only() -> None:
    found = changes(files([row("1"), row("2")]), files([row("2"), row("1")]), FOLDER, CARDS)
    assert subjects(found, "rows") == []
    assert f"{FOLDER}/Benches.csv" in {change.name for change in subjects(found, "file")}


def test_only_some_keys_are_shown_but_all_rows_counted() -> None:
    (rows,) = subjects(
        changes(files([]), files([row(str(i)) for i in range(9)]), FOLDER, CARDS), "rows"
    )
    assert (rows.count, len(rows.samples)) == (9, SAMPLES_MAX)


def test_without_a_key_the_whole_row_is_one() -> None:
    card = TableCard(name="Benches", title=CARDS[0].title, definition={}, rows="mirror")
    old, new = files([row("1"), row("2")]), files([row("1"), row("2", "парк")])
    found = subjects(changes(old, new, FOLDER, [card]), "rows")
    assert [(one.action, one.count, one.samples) for one in found] == [
        (Action.ADD, 1, ()),
        (Action.REMOVE, 1, ()),
    ]


def test_a_doubled_key_counts_each_row() -> None:
    found = changes(files([row("1"), row("1", "парк")]), files([]), FOLDER, CARDS)
    (rows,) = subjects(found, "rows")
    assert (rows.action, rows.count, rows.samples) == (Action.REMOVE, 2, ("1",))


def test_a_new_column_is_told_and_makes_no_row_a_changed_one() -> None:
    path = f"{FOLDER}/Benches.csv"
    old = {path: b"identifier,colour\n1,green\n"}
    new = {path: b"identifier,place\n1,park\n"}
    found = changes(old, new, FOLDER, CARDS)
    assert subjects(found, "rows") == []
    assert [(one.action, one.name) for one in subjects(found, "column")] == [
        (Action.REMOVE, "Benches.colour"),
        (Action.ADD, "Benches.place"),
    ]


def test_changed_fields_of_the_passport_are_named() -> None:
    found = changes(files(samples.ROWS), files(samples.ROWS, "Інші лавки"), FOLDER, CARDS)
    assert subjects(found, "passport") == [
        Change(action=Action.CHANGE, subject="passport", name="title")
    ]


def test_files_that_are_no_longer_made_are_removed() -> None:
    old = {**files(samples.ROWS), f"{FOLDER}/stray.txt": b"x"}
    found = changes(old, files(samples.ROWS), FOLDER, CARDS)
    assert found == (Change(action=Action.REMOVE, subject="file", name=f"{FOLDER}/stray.txt"),)


@pytest.mark.parametrize("damaged", [b"", b"\xff\xfe", b'a,"'])
def test_a_damaged_table_is_wholly_new(damaged: bytes) -> None:
    old = {**files(samples.ROWS), f"{FOLDER}/Benches.csv": damaged}
    (rows,) = subjects(changes(old, files(samples.ROWS), FOLDER, CARDS), "rows")
    assert (rows.action, rows.count) == (Action.ADD, 3)


@pytest.mark.parametrize("damaged", [b"", b"\xff", b"[]", b"{"])
def test_a_damaged_passport_is_wholly_new(damaged: bytes) -> None:
    old = {**files(samples.ROWS), f"{FOLDER}/passport.json": damaged}
    found = subjects(changes(old, files(samples.ROWS), FOLDER, CARDS), "passport")
    assert {change.action for change in found} == {Action.ADD}


def test_a_fingerprint_knows_names_and_contents_but_no_order() -> None:
    assert fingerprint({"a": b"1", "b": b"2"}) == fingerprint({"b": b"2", "a": b"1"})
    distinct = [{}, {"a": b"1"}, {"a": b"2"}, {"b": b"1"}, {"a": b"1", "b": b"1"}]
    assert len({fingerprint(one) for one in distinct}) == len(distinct)


def test_a_table_that_is_there_no_longer_takes_its_rows_with_it() -> None:
    old = files(samples.ROWS)
    new = {path: data for path, data in old.items() if "Benches" not in path}
    found = changes(old, new, FOLDER, ())
    assert subjects(found, "rows") == [
        Change(action=Action.REMOVE, subject="rows", name="Benches", count=3)
    ]
    assert [change.name for change in subjects(found, "column")] == ["Benches.*"]


def test_another_type_of_a_column_is_told() -> None:
    old = files(samples.ROWS)
    package = f"{FOLDER}/datapackage.json"
    assert b'"type": "integer"' in old[package]
    new = {**old, package: old[package].replace(b'"type": "integer"', b'"type": "number"')}
    found = subjects(changes(old, new, FOLDER, CARDS), "column")
    assert found
    assert {change.samples for change in found} == {("integer", "number")}
