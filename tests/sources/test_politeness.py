from datetime import UTC, datetime

import pytest

from pipeline.parameters.fetching import FetchOptions
from pipeline.sources.politeness import Pace, retry_after
from tests.sources.conftest import Time

NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)


def test_one_host_is_asked_with_pauses_others_at_once(time: Time) -> None:
    pace = Pace(now=time.now, sleep=time.sleep)
    for host in ("a", "b", "a"):
        pace.keep_distance(host, 2)
    assert time.slept == [2]
    time.seconds += 0.5
    pace.keep_distance("a", 2)
    assert time.slept == [2, 1.5]
    time.seconds += 5
    pace.keep_distance("a", 2)
    assert time.slept == [2, 1.5]


@pytest.mark.parametrize(
    ("chance", "asked", "waits"),
    [
        (0, None, [2, 4, 8, 10]),
        (1, None, [3, 6, 10, 10]),
        (0, 5, [5, 5, 8, 10]),
        (0, 60, [10, 10, 10, 10]),
    ],
)
def test_waits_grow_and_have_an_end(
    time: Time, chance: float, asked: float | None, waits: list[float]
) -> None:
    pace = Pace(now=time.now, sleep=time.sleep, chance=lambda: chance)
    for attempt in range(1, 5):
        pace.back_off(attempt, FetchOptions(backoff=2, longest_wait=10), asked)
    assert time.slept == waits


def test_chance_differs_from_one_pipeline_to_another(time: Time) -> None:
    for _ in range(8):
        Pace(now=time.now, sleep=time.sleep).back_off(1, FetchOptions(), None)
    assert len(set(time.slept)) > 1
    assert all(2 <= wait <= 3 for wait in time.slept)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("120", 120),
        (" 7 ", 7),
        ("Mon, 23 Nov 2026 02:31:00 GMT", 60),
        ("Mon, 23 Nov 2026 02:31:00 -0000", 60),
        ("Mon, 23 Nov 2026 02:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_what_a_server_asks_for(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds
