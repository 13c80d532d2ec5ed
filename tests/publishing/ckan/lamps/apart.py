"""The command in a process of its own, forked from one that has everything loaded."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.__main__ import main

LOADED = cli


def run(
    argv: Sequence[str], environment: Mapping[str, str], schemas: str, said: str, batch: int
) -> None:
    """Call the command; what it says goes to a file."""
    os.environ.update(environment)
    patch = pytest.MonkeyPatch()
    for module in ("workplace", "desk"):
        patch.setattr(f"pipeline.{module}.SCHEMAS", Path(schemas))
    patch.setattr("pipeline.publishing.ckan.rows.BATCH", batch)
    sys.argv[:] = argv
    with Path(said).open("a", encoding="utf-8") as stream:
        sys.stdout = sys.stderr = stream
        main()
