"""What a process that judges tables beside others does first; loads nothing itself."""

import os
import signal
import sys
import threading
from multiprocessing import get_context
from multiprocessing.context import BaseContext


def begin(threads: int) -> None:
    """Leave Ctrl-C to the process that began the others, and the other cores to them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # polars reads it once, when it is loaded.
    os.environ["POLARS_MAX_THREADS"] = str(threads)


def beginnings() -> BaseContext:
    """How other processes begin: as copies of this one, which have loaded what it has, or anew.

    A copy has one thread only. It would wait for ever for the others that polars counts on.
    """
    alone = threading.active_count() == 1 and "polars" not in sys.modules
    return get_context("fork" if alone and hasattr(os, "fork") else "spawn")
