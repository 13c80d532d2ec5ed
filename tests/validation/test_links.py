"""Links are asked once each, politely, and what was not asked is said."""

from collections.abc import Iterable

import pandas as pd
import pytest

from pipeline import messages
from pipeline.model import Finding, Origin, Place, Severity, Table
from pipeline.sources.web import Failure
from pipeline.validation.links import LinksAnswerCheck, link_columns
from pipeline.validation.schema import load_schema
from pipeline.workplace import SCHEMAS

DEPUTIES = load_schema("835-2025/30/deputies", SCHEMAS)
FAILURES = {
    "gone": Failure(code="link-is-dead", details={"status": 404}),
    "shut": Failure(code="link-is-refused", details={"status": 403}),
    "away": Failure(code="link-host-is-silent", details={"reason": "source-host-is-unknown"}),
    "cert": Failure(code="link-host-is-silent", details={"reason": "source-certificate-is-bad"}),
    "cut": Failure(code="link-breaks-off", details={}),
    "odd": Failure(code="link-is-wrong", details={}),
    "round": Failure(code="link-leads-astray", details={}),
}


class Server:
    """Fails by the first label of the host, or by the last word of the path."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self, address: str) -> Failure | None:
        self.asked.append(address)
        host = address.split("/")[2].split(".")[0]
        return FAILURES.get(host) or FAILURES.get(address.rsplit("/", 1)[1])


def table(homepages: Iterable[str], accounts: Iterable[str] = ()) -> Table:
    columns = {"homepage": list(homepages)}
    columns |= {"account": list(accounts)} if accounts else {}
    frame = pd.DataFrame({**columns, "biography": "https://gone.example/not-a-link"}, dtype=str)
    origins = tuple(
        Origin(sha256="a" * 64, place=Place(source="t.csv", line=line), columns={"homepage": "B"})
        for line in range(2, 2 + len(frame))
    )
    return Table(schema=DEPUTIES.path, frame=frame, origins=origins)


def run(server: Server, *tables: Table, most: int = 0) -> list[Finding]:
    check = LinksAnswerCheck(ask=server.ask, most=most)
    return [finding for one in tables for finding in check.run(one, DEPUTIES)]


def test_columns_of_links_are_known_from_the_schema() -> None:
    assert link_columns(DEPUTIES, table(["a"], ["b"])) == ["homepage", "account"]


def test_links_that_answer_are_not_mentioned() -> None:
    server = Server()
    assert run(server, table(["https://rada.example/a", "", "-"])) == []
    assert server.asked == ["https://rada.example/a"]


def test_a_dead_link_has_its_place_and_its_number_of_cells() -> None:
    server = Server()
    gone = "https://rada.example/gone"
    (found,) = run(server, table(["https://rada.example/a", gone, gone]))
    assert (found.code, found.severity, found.row) == ("link-is-dead", Severity.WARNING, 2)
    assert (found.place.line, found.field, found.value) == (3, "homepage", gone)
    assert found.details["cells"] == 2
    assert server.asked.count(gone) == 1


def test_several_addresses_in_a_cell_are_asked_each() -> None:
    server = Server()
    run(server, table(["https://a.example/1, https://b.example/2"], ["https://c.example/3"]))
    assert len(server.asked) == 3


def test_what_is_over_the_limit_is_counted_over_all_tables() -> None:
    server = Server()
    whole = table([f"https://rada.example/{number}" for number in range(5)])
    other = table(["https://rada.example/other"])
    found = run(server, whole, other, most=3)
    assert len(server.asked) == 3
    assert [(one.code, one.details["count"]) for one in found] == [
        ("links-not-asked", 2),
        ("links-not-asked", 1),
    ]


def test_a_host_that_is_silent_is_asked_once() -> None:
    server = Server()
    found = run(server, table([f"https://away.example/{number}" for number in range(4)]))
    assert server.asked == ["https://away.example/0"]
    assert [one.code for one in found] == ["link-host-is-silent", "links-not-asked"]
    assert found[1].details["count"] == 3


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("cells", [1, 21])
def test_every_failure_has_a_sentence(failure: Failure, language: str, cells: int) -> None:
    details = {**failure.details, "cells": cells}
    said = messages.text(language, f"finding-{failure.code}", details)
    assert ("21" in said) is (cells == 21 and "status" in details)
