"""A run from lock to ledger: one writer a home, every end noted, whatever ends it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import BugError, PipelineError
from pipeline.ledger import Progress
from pipeline.lock import only_writer
from pipeline.settings import Settings
from pipeline.workplace import Workplace, clock_of, open_workplace

_INTERRUPTED = 130


class RunNote:
    """How the run ends; until it is told otherwise, by a bug."""

    def __init__(self) -> None:
        self.progress = Progress.FAILED
        self.exit_code = BugError.exit_code

    def end(self, progress: Progress = Progress.DONE, exit_code: int = 0) -> None:
        """Say how it ended."""
        self.progress, self.exit_code = progress, exit_code


@contextmanager
def running(
    settings: Settings, council: Path, command: str, *, whole_night: bool = False
) -> Iterator[tuple[Workplace, RunNote]]:
    """Everything a run works with, under the lock of the home; the block says how it ended.

    Raises:
        LockedError: another run holds the lock.
        MachineError: the home or the ledger cannot be opened.
    """
    with only_writer(settings.home, clock_of(settings)), open_workplace(settings, council) as work:
        work.snapshots.sweep()
        work.ledger.begin_run(command, whole_night=whole_night)
        note = RunNote()
        try:
            yield work, note
        except PipelineError as error:
            note.end(Progress.FAILED, error.exit_code)
            raise
        except KeyboardInterrupt:
            note.end(Progress.INTERRUPTED, _INTERRUPTED)
            raise
        finally:
            work.ledger.finish_run(note.progress, note.exit_code)
