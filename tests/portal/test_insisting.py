"""A chore is asked again while a portal fails, and no longer than that."""

import json
from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.portal.listener import Connection, Listener
from tests.portal.portal import Client, RefusedError

Answering = Callable[[Sequence[int]], Client]


@pytest.fixture
def answering() -> Iterator[Answering]:
    """A portal that gives these statuses, one after the other, then 410."""
    listeners: list[Listener] = []

    def portal(statuses: Sequence[int]) -> Client:
        left = iter(statuses)

        def serve(connection: Connection) -> None:
            connection.read(connection.size)
            status = next(left, 410)
            body = json.dumps({"success": status == 200, "result": None}).encode()
            connection.answer(status, {}, body, None)

        listeners.append(Listener(serve))
        return Client(url=listeners[-1].url)

    yield portal
    for listener in listeners:
        listener.close()


@pytest.mark.parametrize("statuses", [(200,), (500, 200), (500, 404), (503, 500, 200)])
def test_what_fails_at_first_is_asked_again(
    answering: Answering, statuses: tuple[int, ...]
) -> None:
    client = answering(statuses)
    client.insist("datastore_delete", pauses=(0, 0), resource_id="x")
    with pytest.raises(RefusedError, match="410"):  # every answer was taken
        client.action("status_show")


@pytest.mark.parametrize("statuses", [(404,), (403,), (500, 403), (500, 500, 500), (409, 200)])
def test_what_is_refused_or_goes_on_failing_is_an_error(
    answering: Answering, statuses: tuple[int, ...]
) -> None:
    with pytest.raises(RefusedError) as caught:
        answering(statuses).insist("datastore_delete", pauses=(0, 0), resource_id="x")
    assert caught.value.status == (409 if statuses[0] == 409 else statuses[-1])
