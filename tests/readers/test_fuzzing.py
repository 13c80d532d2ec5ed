"""Spoilt sources are read or refused with a typed error, in bounded time and memory."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.readers.fuzzing import SAMPLES
from tests.readers.ugly import FORMATS

RUNS = os.environ.get("FUZZ_RUNS", "200")
"""Inputs of each format; ten thousand by hand, see docs/testing.md."""


@pytest.mark.slow
@pytest.mark.parametrize("kind", [*FORMATS, *SAMPLES, "json", "xls"])
def test_only_typed_errors(kind: str, request: pytest.FixtureRequest) -> None:
    if kind == "xls":
        request.getfixturevalue("inputs")
    command = [sys.executable, "-W", "error", "-m", "tests.readers.fuzzing", kind, RUNS]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-4000:]
    result = json.loads(done.stdout)
    assert result["count"] == int(RUNS)
    assert "without a sentence" not in result["said"]
    assert 0 < result["said"]["read"] < result["count"], "the changes spoil everything or nothing"
