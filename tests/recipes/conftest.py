"""The same server and store as where sources are tested."""

from tests.sources.conftest import site, store, time, web

__all__ = ["site", "store", "time", "web"]
