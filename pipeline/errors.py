"""One tree of exceptions; the class says who must act, the exit code follows from the class.

    PipelineError
    ├── ConfigurationError   2   an option or a YAML that is refused
    ├── DataError            1   the data are not fit
    ├── NightError           3   some datasets of a night failed
    ├── SourceError          4   a source, the network or a portal
    ├── ApprovalError        5   a person's approval is needed
    ├── LockedError          6   another run holds the lock
    ├── MachineError         7   disk full, no permission, ledger unreadable
    └── BugError            70   ours; the details are in a file

An error carries a code and details; its sentence, in both languages, is in the message catalogues
under `error-<code>`. Details hold names, places and counts, never the content of a cell.
"""

from pipeline import messages


class PipelineError(Exception):
    """Base of every error that a person can act upon."""

    exit_code = 70

    def __init__(self, code: str, /, **details: str | int) -> None:
        self.code = code
        self.details = details
        super().__init__(code)

    def __str__(self) -> str:
        """The English sentence."""
        return self.message("en")

    def message(self, language: str) -> str:
        """The sentence in `uk` or `en`, with what to do."""
        return messages.text(language, f"error-{self.code}", self.details)


class DataError(PipelineError):
    """The data are not fit to publish."""

    exit_code = 1


class ConfigurationError(PipelineError):
    """A bad option, a descriptor or a schema that is refused."""

    exit_code = 2


class NightError(PipelineError):
    """Some datasets of a night failed; the others are done."""

    exit_code = 3


class SourceError(PipelineError):
    """A source, the network or a portal did not give what it should."""

    exit_code = 4


class ApprovalError(PipelineError):
    """A person has to approve before this goes on."""

    exit_code = 5


class LockedError(PipelineError):
    """Another run holds the lock."""

    exit_code = 6


class MachineError(PipelineError):
    """This machine cannot do it: disk full, no permission, ledger unreadable."""

    exit_code = 7


class BugError(PipelineError):
    """Something nobody foresaw; where the details are is part of the sentence."""

    exit_code = 70
