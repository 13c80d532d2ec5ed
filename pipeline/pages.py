"""Pages to rows, one after another or on all cores; only rows are kept, however many pages come.

The order of the rows is that of the pages, whichever process was done first and whichever page was
understood before.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from pipeline.errors import MachineError
from pipeline.extractors import decisions
from pipeline.extractors.act_pages.rows import PageRows
from pipeline.model import Extraction, Snapshot
from pipeline.page_reading import Reading, Work, begin, done
from pipeline.understood import Understood

ALONE = 300
"""So many pages are read before other processes would have begun: each imports everything anew."""
_AT_ONCE = 16
"""Pages of one errand to another process."""
_WAITING = 3
"""Errands a process, done or not, that are held at a time."""


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
    work = Work(get, reading)
    if processes == 1 or len(snapshots) < ALONE:
        return map(work.rows, snapshots)
    return _on_all_cores(snapshots, work, processes)


def _on_all_cores(snapshots: Sequence[Snapshot], work: Work, processes: int) -> Iterator[PageRows]:
    # A process that is forked would share the connections to ledger and portal of this one.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), begin, (work,))
    waiting: deque[Future[list[PageRows]]] = deque()
    try:
        for start in range(0, len(snapshots), _AT_ONCE):
            waiting.append(pool.submit(done, snapshots[start : start + _AT_ONCE]))
            if len(waiting) > processes * _WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise MachineError("reading-was-killed", count=processes) from error
    finally:
        pool.shutdown(cancel_futures=True)
