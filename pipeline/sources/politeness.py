"""Waiting: between two requests to one host, and before a failed request is tried again."""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from pipeline.parameters.fetching import FetchOptions

_CHANCE = random.SystemRandom().random


class Pace:
    """Remembers when each host was last asked; one for a whole night.

    Args:
        now: seconds of a clock that only goes forward.
        sleep: waits that many seconds.
        chance: a number from 0 to 1, so that many pipelines do not knock at the same moment.
    """

    def __init__(
        self,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = _CHANCE,
    ) -> None:
        self.now = now
        self._sleep = sleep
        self._chance = chance
        self._asked: dict[str, float] = {}

    def keep_distance(self, host: str, pause: float) -> None:
        """Wait until `pause` seconds have passed since the last request to that host."""
        asked = self._asked.get(host)
        if asked is not None:
            self._wait(asked + pause - self.now())
        self._asked[host] = self.now()

    def back_off(self, attempt: int, options: FetchOptions, asked: float | None) -> None:
        """Wait before the next attempt.

        Args:
            attempt: the attempt that failed, from 1.
            options: the first wait and the longest.
            asked: seconds the server asked for, where it did.
        """
        growing = options.backoff * 2 ** (attempt - 1) * (1 + self._chance() / 2)
        self._wait(min(max(growing, asked or 0), options.longest_wait))

    def _wait(self, seconds: float) -> None:
        if seconds > 0:
            self._sleep(seconds)


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a `Retry-After` asks for: a number or a date (RFC 9110, section 10.2.3).

    Args:
        value: of the header; what cannot be read counts as absent.
        now: aware.
    """
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
