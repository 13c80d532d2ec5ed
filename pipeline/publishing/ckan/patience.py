"""How long a portal that does not answer is waited for within one run."""

from collections.abc import Sequence

PAUSES = (0.5, 2.0, 8.0)
"""Seconds before the second, third and fourth try of a call."""


class Patience:
    """Shared by all datasets of a run: a portal found dead costs one of them the wait, not each.

    Every call is still made: the first that is answered brings the patience back.
    """

    def __init__(self) -> None:
        self._silent: set[str] = set()

    def pauses(self, url: str) -> Sequence[float]:
        """Seconds before each further try; none for a portal that was silent to the last."""
        return () if url in self._silent else PAUSES

    def answered(self, url: str) -> None:
        """The portal said something, be it that it has failed."""
        self._silent.discard(url)

    def gave_up(self, url: str) -> None:
        """The portal was silent at every try of a call."""
        self._silent.add(url)
