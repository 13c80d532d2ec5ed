"""A run from lock to ledger: one writer a home, every end noted, whatever ends it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.ledger import Progress
from pipeline.lock import only_writer
from pipeline.settings import Settings
from pipeline.workplace import Workplace, clock_of, open_workplace

_INTERRUPTED = 130


class RunNote:
    """How the run ends if no error ends it."""

    def __init__(self) -> None:
        self.progress = Progress.DONE
        self.exit_code = 0


@contextmanager
def running(
    settings: Settings, council: Path, command: str, *, whole_night: bool = False
) -> Iterator[tuple[Workplace, RunNote]]:
    """Everything a run works with, under the lock of the home.

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
            work.ledger.finish_run(Progress.FAILED, error.exit_code)
            raise
        except KeyboardInterrupt:
            work.ledger.finish_run(Progress.INTERRUPTED, _INTERRUPTED)
            raise
        work.ledger.finish_run(note.progress, note.exit_code)
