"""What every test may ask for."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
INPUTS = ROOT.parent / "shared" / "inputs"


@pytest.fixture(scope="session")
def inputs() -> Path:
    """Real inputs beside the checkout; the project never copies their text."""
    if not INPUTS.is_dir():
        pytest.skip(f"real inputs are not here: {INPUTS}")
    return INPUTS
