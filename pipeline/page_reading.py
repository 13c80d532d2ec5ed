"""One page to rows, here or in a process that was begun for many pages.

It loads only what a page needs (no pandas): each of these processes loads it anew.
"""

import gc
import os
import signal
import threading
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from multiprocessing import parent_process

from pipeline.extractors.act_pages.rows import PageRows, of_page
from pipeline.model import Snapshot
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
from pipeline.readers import page


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the pages of a dataset are read."""

    options: PageOptions
    shape: PageShape
    parameters: DecisionsParameters

    @property
    def way(self) -> str:
        """All of it in words: pages read in the same way give the same."""
        parts = (self.options, self.shape, self.parameters)
        return "\n".join(part.model_dump_json() for part in parts)

    def rows(self, data: bytes, snapshot: Snapshot) -> PageRows:
        """What a page gives.

        Raises:
            SourceError: it is no page, or not in the declared encoding.
        """
        opened = page.read(data, snapshot, self.options, self.shape)
        return of_page(opened, self.parameters)


@dataclass(frozen=True, slots=True)
class Work:
    """What a process needs to read pages that it is only told the names of."""

    get: Callable[[str], bytes]
    reading: Reading

    def rows(self, snapshot: Snapshot) -> PageRows:
        """What a page gives.

        Raises:
            SourceError: it is no page, or not in the declared encoding.
            MachineError: its bytes are lost or damaged.
        """
        return self.reading.rows(self.get(snapshot.sha256), snapshot)


_WORK: ContextVar[Work] = ContextVar("_WORK")
"""Of this process, where another one gives it errands."""


def done(errand: Sequence[Snapshot]) -> list[PageRows]:
    """An errand, in a process that was begun for it."""
    return list(map(_WORK.get().rows, errand))


def begin(work: Work) -> None:
    """What each process does first: Ctrl-C is for the one that began it, and its end is heard."""
    _WORK.set(work)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What was imported stays: the collector would look at all of it again and again.
    gc.freeze()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A night that is killed leaves no process behind."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
