"""How far a long load has come; who listens decides what to do with it."""

import threading
from collections.abc import Callable

Told = Callable[[int, int], None]
"""Hears how many rows are written, and how many there are to write."""
Step = Callable[[int], None]
"""Hears how many rows more are written."""


def counted(told: Told, total: int) -> Step:
    """Adds up steps, which may come from several threads."""
    lock, done = threading.Lock(), [0]

    def step(rows: int) -> None:
        with lock:
            done[0] += rows
            told(done[0], total)

    return step
