"""Whatever nobody foresaw, made an error of ours.

Here is the only broad `except` of the program: a bug in one dataset must not take others with it.
"""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pipeline.errors import BugError, PipelineError
from pipeline.workplace import Clock

T = TypeVar("T")


def contain(work: Callable[[], T], home: Path, clock: Clock) -> T:
    """Do the work; whatever nobody foresaw becomes a `BugError` that says where the details are.

    Raises:
        PipelineError: as the work raised it, or `BugError`.
    """
    try:
        return work()
    except PipelineError:
        raise
    except Exception as error:
        kind = type(error).__name__
        raise BugError("internal", kind=kind, details=_kept(error, home, clock)) from error


def _kept(error: Exception, home: Path, clock: Clock) -> str:
    """Keep the frames without the text of the error: it may quote a cell."""
    frames = traceback.format_tb(error.__traceback__)
    file = home / "bugs" / f"{clock():%Y%m%dT%H%M%S}-{type(error).__name__}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join([*frames, type(error).__name__, "\n"]), encoding="utf-8")
    except OSError:
        # The disk may be why we are here: the last frame is better than nothing.
        return frames[-1].strip()
    return str(file)
