"""Documents of Word 97-2003 as plain text, by antiword: a row of a table is a line with bars."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from pipeline.errors import MachineError, SourceError

TOOL = "antiword"
_LONGEST = 60
"""Seconds; a document of a thousand pages takes less than two."""


def is_installed() -> bool:
    """Whether the machine has antiword."""
    return shutil.which(TOOL) is not None


def read_text(data: bytes, source: str) -> str:
    """The text of a document.

    Raises:
        SourceError: antiword does not understand it, or not in a minute.
        MachineError: antiword is not installed.
    """
    if not is_installed():
        raise MachineError("tool-is-missing", source=source, tool=TOOL, package=TOOL)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "document.doc")
        file.write_bytes(data)
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and the name of the file is ours
                [TOOL, "-m", "UTF-8.txt", "-w", "0", str(file)],
                capture_output=True,
                timeout=_LONGEST,
                check=True,
            )
        except subprocess.SubprocessError as error:
            raise SourceError("doc-is-damaged", source=source) from error
    return done.stdout.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
