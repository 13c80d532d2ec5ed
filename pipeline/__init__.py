"""Open data of Ukrainian councils: from raw material to a published catalogue."""

__version__ = "0.1.0"
