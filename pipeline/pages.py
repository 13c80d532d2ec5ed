"""Pages to rows, one after another or on all cores; only rows are kept, however many pages come.

The order of the rows is that of the pages, whichever process was done first and whichever page was
understood before.
"""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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

    def rows(self, errand: Sequence[tuple[bytes, Snapshot]]) -> list[PageRows]:
        """What these pages give.

        Raises:
            SourceError: one of them is no page, or not in the declared encoding.
        """
        opened = (page.read(data, one, self.options, self.shape) for data, one in errand)
        return [decisions.of_page(read, self.parameters) for read in opened]


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
        get: the bytes of a SHA-256.
        reading: how to read them.
        understood: what pages gave before; these are not read again.
        cores: processes; as many as this one may use when not given.

    Raises:
        SourceError: a page cannot be read.
        MachineError: somebody or the system killed one of the processes.
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
    errands = _errands(snapshots, get)
    if processes == 1 or len(snapshots) < ALONE:
        return (one for errand in errands for one in reading.rows(errand))
    return _on_all_cores(errands, reading, processes)


def _errands(
    snapshots: Sequence[Snapshot], get: Callable[[str], bytes]
) -> Iterator[list[tuple[bytes, Snapshot]]]:
    for start in range(0, len(snapshots), _AT_ONCE):
        yield [(get(one.sha256), one) for one in snapshots[start : start + _AT_ONCE]]


def _on_all_cores(
    errands: Iterable[list[tuple[bytes, Snapshot]]], reading: Reading, processes: int
) -> Iterator[PageRows]:
    # A process that is forked would share the connections to ledger and portal of this one.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin)
    waiting: deque[Future[list[PageRows]]] = deque()
    try:
        for errand in errands:
            waiting.append(pool.submit(reading.rows, errand))
            if len(waiting) > processes * _WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise MachineError("reading-was-killed", count=processes) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """What each process does first: Ctrl-C is for the one that began it, and its end is heard."""
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
