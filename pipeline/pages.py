"""Pages to rows, one after another or on all cores; only rows are kept, however many pages come.

The order of the rows is that of the pages, whichever process was done first and whichever page was
understood before.
"""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextvars import ContextVar
from dataclasses import dataclass
from multiprocessing import get_context, parent_process

from pipeline.errors import MachineError
from pipeline.extractors import decisions
from pipeline.extractors.decisions import PageRows
from pipeline.model import Extraction, Snapshot
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
from pipeline.readers import page
from pipeline.understood import Understood

ALONE = 300
"""So many pages are read before other processes would have begun: each imports everything anew."""
_AT_ONCE = 16
"""Pages of one errand to another process."""
_WAITING = 3
"""Errands a process, done or not, that are held at a time."""


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
        return decisions.of_page(opened, self.parameters)


@dataclass(frozen=True, slots=True)
class _Work:
    """What a process needs to read pages that it is only told the names of."""

    get: Callable[[str], bytes]
    reading: Reading

    def rows(self, snapshot: Snapshot) -> PageRows:
        return self.reading.rows(self.get(snapshot.sha256), snapshot)


_WORK: ContextVar[_Work] = ContextVar("_WORK")
"""Of this process, where another one gives it errands."""


def extract(
    snapshots: Sequence[Snapshot],
    get: Callable[[str], bytes],
    reading: Reading,
    *,
    understood: Understood | None = None,
    cores: int | None = None,
) -> Extraction:
    """Acts of all pages.

    Args:
        snapshots: the pages, in their order.
        get: the bytes of a SHA-256; where there are many pages each process has its copy of it, so
            it must be one that can be pickled.
        reading: how to read them.
        understood: what pages gave before; these are not read again.
        cores: processes; as many as this one may use when not given.

    Raises:
        SourceError: a page cannot be read.
        MachineError: the bytes of a page are lost or damaged, or somebody or the system killed one
            of the processes.
    """
    if understood is None:
        return decisions.together(_read(snapshots, get, reading, cores), reading.parameters)
    rows = _with_understood(snapshots, understood, lambda new: _read(new, get, reading, cores))
    return decisions.together(rows, reading.parameters)


def _with_understood(
    snapshots: Sequence[Snapshot],
    understood: Understood,
    read: Callable[[Sequence[Snapshot]], Iterator[PageRows]],
) -> Iterator[PageRows]:
    """What all pages give, in their order."""
    new = [one for one in snapshots if not understood.holds(one)]
    of_new = read(new)
    for one in snapshots:
        rows = understood.get(one) if understood.holds(one) else next(of_new)
        understood.keep(one, rows)
        yield rows


def _read(
    snapshots: Sequence[Snapshot],
    get: Callable[[str], bytes],
    reading: Reading,
    cores: int | None,
) -> Iterator[PageRows]:
    processes = cores or len(os.sched_getaffinity(0))
    work = _Work(get, reading)
    if processes == 1 or len(snapshots) < ALONE:
        return map(work.rows, snapshots)
    return _on_all_cores(snapshots, work, processes)


def _on_all_cores(snapshots: Sequence[Snapshot], work: _Work, processes: int) -> Iterator[PageRows]:
    # A process that is forked would share the connections to ledger and portal of this one.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin, (work,))
    waiting: deque[Future[list[PageRows]]] = deque()
    try:
        for start in range(0, len(snapshots), _AT_ONCE):
            waiting.append(pool.submit(_done, snapshots[start : start + _AT_ONCE]))
            if len(waiting) > processes * _WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise MachineError("reading-was-killed", count=processes) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _done(errand: Sequence[Snapshot]) -> list[PageRows]:
    """An errand, in a process that was begun for it."""
    return list(map(_WORK.get().rows, errand))


def _begin(work: _Work) -> None:
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
