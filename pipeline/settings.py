"""The only reader of the environment.

Names and defaults: `contract.md` of the project, repeated for users in README.md.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.errors import ConfigurationError

TARGETS = ("site", "ckan")
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
    ckan_url: str
    """Address of the CKAN portal; empty while nobody has named one."""
    ckan_token: str = field(repr=False)
    """What lets the publisher in; never printed."""
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
            ckan_url=_portal_address(_value(env, "CKAN_URL")),
            ckan_token=_value(env, "CKAN_API_TOKEN") or _value(env, "CKAN_API_KEY"),
            targets=_targets(env.get("PIPELINE_TARGETS", "")),
            source_date=_seconds(env.get("SOURCE_DATE_EPOCH")),
        )


def _public_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ConfigurationError("site-url-is-not-an-address", value=value)
    return value.rstrip("/")


def _value(env: Mapping[str, str], name: str) -> str:
    """A variable, or the content of the file that `<name>_FILE` names."""
    file = env.get(f"{name}_FILE")
    if env.get(name) or not file:
        return env.get(name, "").strip()
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            "secret-file-unreadable", name=f"{name}_FILE", path=file
        ) from error


def _portal_address(value: str) -> str:
    """The address of a portal, to which a token may travel.

    Raises:
        ConfigurationError: it is none, it holds a password, or the token would travel in the clear.
    """
    if not value:
        return ""
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        raise ConfigurationError("portal-url-is-not-an-address")
    if parts.scheme == "http" and not _is_here(parts.hostname):
        raise ConfigurationError("portal-url-is-not-safe", host=parts.hostname)
    return value.rstrip("/")


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


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
