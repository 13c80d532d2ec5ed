"""Where a command works, and what it leaves there for a person.

Light: what a verb needs is loaded when it is asked for (docs/decisions/0022).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import MachineError
from pipeline.settings import Settings
from pipeline.workplace import SCHEMAS

if TYPE_CHECKING:
    from pipeline.descriptor import DatasetSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The council that a command works for and the settings of this machine."""

    council: Path
    settings: Settings
    typed: str
    """The command as typed, for the ledger."""

    def spec(self, name: str) -> "DatasetSpec":
        """One dataset, read strictly."""
        from pipeline.descriptor import load_dataset

        return load_dataset(self.council, name, SCHEMAS)


def write_file(file: Path, data: bytes) -> None:
    """Leave something where a person asked for it.

    Raises:
        MachineError: it cannot be written there.
    """
    try:
        file.write_bytes(data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError("file-cannot-be-written", path=str(file), reason=reason) from error
