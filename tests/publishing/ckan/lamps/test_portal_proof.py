"""What goes wrong between a plan and its proof, and the way back."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from tests.portal.proxy import Before, Request, Response
from tests.publishing.ckan.faults.showing import is_hidden, unlike
from tests.publishing.ckan.lamps.clerk import (
    DATASET,
    ID,
    LONGER,
    NAME,
    REPLACED,
    WHOLE,
    Clerk,
    changed,
    dictionary,
)
from tests.publishing.ckan.lamps.conftest import Hire

pytestmark = [pytest.mark.portal, pytest.mark.slow]

Body = dict[str, Any]


def spoiling(clerk: Clerk, spoil: Callable[[list[Body]], list[Body]]) -> Before:
    """A rule that changes the rows of the first batch on their way, and says that all is well."""
    left = iter([spoil])  # batches come at once

    def rule(request: Request) -> Response | None:
        change = next(left, None) if request.action == "datastore_upsert" else None
        if change is None:
            return None
        body: Body = request.json()
        body["records"] = change(body["records"])
        clerk.portal.publisher.action("datastore_upsert", **body)
        headers = {"Content-Type": "application/json"}
        return Response(headers=headers, body=b'{"success": true, "result": {}}')

    return rule


def without_first(records: list[Body]) -> list[Body]:
    return records[1:]


def without_last(records: list[Body]) -> list[Body]:
    return records[:-1]


def with_another_street(records: list[Body]) -> list[Body]:
    return [{**records[0], "street": "вул. Хибна, 1"}, *records[1:]]


@pytest.mark.parametrize(
    ("spoil", "difference"),
    [
        (without_first, "має рядків: 40, а має бути 41"),
        (without_last, "інакших 1, зайвих 0 (ключі: 0038)"),
        (with_another_street, "інакших 1, зайвих 0 (ключі: 0040)"),
    ],
    ids=["new-row", "changed-row", "cell"],
)
def test_a_row_that_got_lost_is_noticed_and_the_version_before_put_back(
    clerk: Clerk, spoil: Callable[[list[Body]], list[Body]], difference: str
) -> None:
    clerk.publish()
    before, next_ = clerk.shown(), changed(replace(clerk.source, title="Ліхтарі"))
    clerk.write(next_)
    clerk.minute += 1
    clerk.proxy.before = spoiling(clerk, spoil)
    assert difference in clerk.fails()
    assert unlike(clerk.shown(), before) == []
    clerk.proxy.undisturbed()
    assert clerk.publish() == "published"
    assert clerk.shown().passport["title"] == next_.title
    assert clerk("verify", NAME).code == 0


def test_a_first_publication_that_is_spoilt_is_taken_from_sight(clerk: Clerk) -> None:
    spoilt: list[str] = []

    def spoil(records: list[Body]) -> list[Body]:
        spoilt.append(records[0]["id"])
        return with_another_street(records)

    # Batches of a first publication go out at once: any of them may be the first to come.
    clerk.proxy.before = spoiling(clerk, spoil)
    said = clerk.fails()
    assert [f"інакших 1, зайвих 0 (ключі: {key})" in said for key in spoilt] == [True]
    assert is_hidden(clerk.portal, DATASET, ID)
    clerk.proxy.undisturbed()
    with clerk.watcher.watching(clerk.proxy, clerk.source.version, always=()):
        assert clerk.publish() == "published"
    assert clerk("verify", NAME).code == 0


def test_a_rollback_brings_back_rows_dictionary_and_passport_of_another_type(clerk: Clerk) -> None:
    clerk.publish()
    first, source, said_first = clerk.shown(), clerk.source, dictionary(clerk)
    next_ = changed(replace(source, fields=WHOLE, title="Ліхтарі громади"))
    clerk.write(next_)
    clerk.minute += 1
    clerk.publish()
    second = clerk.shown()
    clerk.minute += 1
    with clerk.watcher.watching(clerk.proxy, source.version, next_.version):
        done = clerk("rollback", NAME, "--target", "ckan", "--to", first.stamp)
    assert done.code == 0, done.err
    back = clerk.shown()
    assert (back.stamp, back.passport["title"]) == (first.stamp, source.title)
    (table,) = [id_ for id_ in back.tables if id_ not in {ID, REPLACED}]
    assert back.tables[table] == first.tables[ID]
    assert dictionary(clerk, table) == said_first
    assert back.tables[REPLACED] == second.tables[REPLACED]
    clerk.minute += 1
    clerk.proxy.requests.clear()
    assert clerk.publish() == "unchanged"
    assert not clerk.proxy.writes
    assert clerk.shown() == back
    assert clerk("verify", NAME).code == 0


def test_a_plan_says_everything_and_is_applied_later(clerk: Clerk) -> None:
    clerk.publish()
    file, next_ = clerk.folder / "plan.json", changed(replace(clerk.source, fields=LONGER))
    next_ = replace(next_, title="Ліхтарі громади")
    clerk.write(next_)
    clerk.minute += 1
    clerk.proxy.requests.clear()
    told = clerk("plan", NAME, "--target", "ckan", "--save", file)
    for line in (
        "паспорт: змінити title (Ліхтарі громади)",
        "змінити ресурс passport.json",
        "змінити ресурс Lamps-structure.csv",
        "додати стовпець Lamps.note",
        "Lamps: додати рядків: 2 (0040, 0041)",
        "Lamps: змінити рядків: 39 (0000, 0001, 0002, 0003, 0004)",
        "Lamps: вилучити рядків: 1 (0020)",
    ):
        assert f"  {line}\n" in told.out
    assert not clerk.proxy.writes
    clerk.minute += 7
    clerk.publish("--plan", file)
    assert clerk.shown().tables[ID].keys() == next_.rows.keys()


def test_a_plan_is_refused_once_somebody_else_has_published(hire: Hire) -> None:
    one, other = hire("one"), hire("other")
    one.publish()
    one.write(changed(one.source))
    file = one.folder / "plan.json"
    assert one("plan", NAME, "--save", file).code == 0
    other.write(replace(other.source, title="Ліхтарі громади"))
    assert other.publish() == "published"
    stood = other.shown()
    other.proxy.requests.clear()
    one.fails("publish", NAME, "--plan", file)
    assert not one.proxy.writes
    assert one.shown() == stood


@contextmanager
def held(clerk: Clerk, action: str) -> Iterator[None]:
    """A publication in a process of its own that waits at an action while the block runs."""
    arrived, go_on = threading.Event(), threading.Event()

    def wait(request: Request) -> None:
        if request.action == action and not arrived.is_set():
            arrived.set()
            go_on.wait(60)

    clerk.proxy.sending = wait
    process = clerk.start()
    assert arrived.wait(60)
    try:
        yield
    finally:
        go_on.set()
        process.join(60)
    clerk.proxy.undisturbed()
    clerk.code = process.exitcode


def test_a_second_publisher_is_refused_while_the_first_is_at_work(hire: Hire) -> None:
    one, other = hire("one"), hire("other")
    one.publish()
    versions = one.source.version, changed(one.source).version
    one.write(changed(one.source))
    other.write(replace(other.source, title="Ліхтарі громади"))
    with one.watcher.watching(one.proxy, *versions), held(one, "datastore_upsert"):
        said = other.fails()
    assert "саме публікує інший конвеєр" in said
    assert one.code == 0, (one.folder / "said").read_text()
    assert one.shown().tables[ID].keys() == one.source.rows.keys()
    assert one.shown().passport["title"] == one.source.title


def test_the_slower_of_two_that_planned_the_same_is_refused(hire: Hire) -> None:
    one, other = hire("one"), hire("other")
    one.publish()
    one.write(changed(one.source))
    other.write(replace(other.source, title="Ліхтарі громади"))
    with held(one, "package_revise"):
        assert other.publish() == "published"
        stood = other.shown()
    assert one.code == 4, (one.folder / "said").read_text()
    assert one.shown() == stood


def test_no_token_is_left_anywhere(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk.publish()
    clerk.write(changed(clerk.source))
    said = [clerk("plan", NAME, "--save", clerk.folder / "plan.json")]
    lasting = Response(status=500, body=clerk.portal.token.encode())

    def failing(request: Request) -> Response | None:
        return lasting if request.action == "datastore_upsert" else None

    def broken(*_arguments: object) -> None:
        raise ValueError(clerk.portal.token)

    monkeypatch.setattr("pipeline.targets.time.sleep", lambda _seconds: None)
    clerk.proxy.before = failing
    said.append(clerk("publish", NAME))
    clerk.proxy.undisturbed()
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.publishing.ckan.applying.last_call", broken)
        said.append(clerk("publish", NAME))
        said.append(clerk("nightly"))
    said += [clerk("publish", NAME), clerk("verify", NAME), clerk("doctor")]
    assert [done.code for done in said[:4]] == [0, 4, 70, 3]
    assert list((clerk.home / "bugs").iterdir())
    texts = [done.said for done in said] + [request.path for request in clerk.proxy.requests]
    files = [file for file in clerk.folder.rglob("*") if file.is_file()]
    assert {"ledger.sqlite", "plan.json", "publisher"} <= {file.name for file in files}
    texts += [file.read_bytes().decode("utf-8", "replace") for file in files]
    assert [text for text in texts if clerk.portal.token in text] == []
