"""The only reader of the environment.

Names and defaults: `contract.md` of the project, repeated for users in README.md.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import ConfigurationError

TARGETS = ("site",)
LOCAL_SITE = "http://127.0.0.1:8000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are kept and where releases go."""

    home: Path
    site: Path
    site_url: str
    """Public address of the catalogue; without `PIPELINE_SITE_URL` the one of `make serve`."""
    site_is_local: bool
    """Whether nobody has said the public address yet."""
    ledger_url: str = field(repr=False)
    """An SQLAlchemy URL; it may hold a password, so it is never printed."""
    targets: tuple[str, ...]
    """Empty when the environment does not say; then the descriptor decides."""
    source_date: int | None
    """SOURCE_DATE_EPOCH (https://reproducible-builds.org): a fixed clock, in seconds."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the environment.

        Raises:
            ConfigurationError: a value that cannot be used.
        """
        env = os.environ if environment is None else environment
        home = Path(env.get("PIPELINE_HOME") or ".pipeline").absolute()
        site = env.get("PIPELINE_SITE")
        return cls(
            home=home,
            site=Path(site).absolute() if site else home / "site",
            site_url=_public_address(env.get("PIPELINE_SITE_URL") or LOCAL_SITE),
            site_is_local=not env.get("PIPELINE_SITE_URL"),
            ledger_url=env.get("PIPELINE_LEDGER") or f"sqlite:///{home / 'ledger.sqlite'}",
            targets=_targets(env.get("PIPELINE_TARGETS", "")),
            source_date=_seconds(env.get("SOURCE_DATE_EPOCH")),
        )


def _public_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ConfigurationError("site-url-is-not-an-address", value=value)
    return value.rstrip("/")


def _targets(value: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    return tuple(checked_target(name) for name in names)


def checked_target(name: str) -> str:
    """The name itself, if there is such a target.

    Raises:
        ConfigurationError: there is none.
    """
    if name not in TARGETS:
        raise ConfigurationError("target-is-unknown", name=name, known=", ".join(TARGETS))
    return name


def _seconds(value: str | None) -> int | None:
    if not value:
        return None
    if not value.isdecimal():
        raise ConfigurationError("source-date-is-not-seconds", value=value)
    return int(value)
