"""A run from lock to ledger: one writer a home, every end noted, whatever ends it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import BugError, ConfigurationError, PipelineError
from pipeline.holder import load_holder
from pipeline.ledger import Progress
from pipeline.lock import only_writer
from pipeline.settings import Settings
from pipeline.workplace import Workplace, clock_of, open_workplace

_INTERRUPTED = 130


def _check_holder(home: Path, holder: str) -> None:
    """A home belongs to the holder that came first: two councils in one catalogue would mix."""
    mark = home / "holder"
    if not mark.exists():
        part = home / ".holder"
        part.write_text(holder, encoding="utf-8")
        part.rename(mark)
    owner = mark.read_text(encoding="utf-8")
    if owner != holder:
        raise ConfigurationError(
            "home-of-another-holder", home=str(home), owner=owner, holder=holder
        )


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
        ConfigurationError: the holder is refused, or the home belongs to another one.
        LockedError: another run holds the lock.
        MachineError: the home or the ledger cannot be opened.
    """
    holder = load_holder(council).name
    with only_writer(settings.home, clock_of(settings)), open_workplace(settings, council) as work:
        _check_holder(settings.home, holder)
        work.snapshots.sweep()
        work.understood.sweep()
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
