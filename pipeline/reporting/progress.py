"""A long load, told now and then: rows, rows a second, time left."""

from collections.abc import Callable

from pipeline import messages

EVERY = 5.0
"""Seconds between two lines; a load that is done before the first says nothing."""


class RowsProgress:
    """Hears of rows and says how it goes on, in Ukrainian and below it in English."""

    def __init__(
        self,
        seconds: Callable[[], float],
        say: Callable[[str], object],
        key: str = "rows-progress",
    ) -> None:
        """Be ready.

        Args:
            seconds: a clock that never goes back.
            say: takes lines.
            key: the sentence, which counts rows or something else.
        """
        self._seconds, self._say, self._key = seconds, say, key
        self._done = self._first = 0
        self._begun = self._said = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Hear that so many of so many rows are written."""
        now = self._seconds()
        if done <= self._done or not self._begun:
            self._begun = self._said = now
            self._first = done
        self._done = done
        passed = now - self._begun
        if now - self._said >= EVERY and passed:
            self._said = now
            speed = max(1, round((done - self._first) / passed))
            self._tell(done, total, speed)

    def _tell(self, done: int, total: int, speed: int) -> None:
        details = {"done": done, "total": total, "speed": speed, "left": (total - done) // speed}
        for language in messages.LANGUAGES:
            self._say(messages.text(language, self._key, details) + "\n")
