"""Catalogues for the tests of publishing."""

from pathlib import Path

import pytest

from pipeline.publishing.site import SiteTarget
from tests.publishing import samples


@pytest.fixture
def target(tmp_path: Path) -> SiteTarget:
    """A catalogue that does not exist yet."""
    return samples.site(tmp_path / "home" / "site")


@pytest.fixture
def published(target: SiteTarget) -> SiteTarget:
    """A catalogue in which the benches stand."""
    samples.publish(target, samples.release(), samples.passport())
    return target
