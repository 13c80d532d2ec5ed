"""What a process that judges tables beside others does first; loads nothing itself."""

import os
import signal


def begin(threads: int) -> None:
    """Leave Ctrl-C to the process that began the others, and the other cores to them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # polars reads it once, when it is loaded.
    os.environ["POLARS_MAX_THREADS"] = str(threads)
