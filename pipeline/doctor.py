"""What is installed and usable on this machine, what is missing, and how to get it."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pipeline.errors import PipelineError, SourceError
from pipeline.ledger import Ledger
from pipeline.publishing.ckan.diagnosis import organizations
from pipeline.readers.documents import word
from pipeline.settings import Settings
from pipeline.sources import packed
from pipeline.workplace import clock_of

_LIBRARIES = (
    "click", "frictionless", "holidays", "libarchive-c", "lxml", "openpyxl", "pandas", "pymorphy3",
    "python-calamine", "python-docx", "requests", "sqlalchemy", "striprtf", "xlsxwriter",
)  # fmt: skip
_ROOM = 200 * 1024 * 1024
"""Bytes; less free space than this and a night is likely to stop half-way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at."""

    name: str
    """Key of the sentence: `doctor-<name>` when well, `doctor-<name>-wrong` when not."""
    well: bool
    serious: bool = True
    """Whether nothing can run without it."""
    details: dict[str, str | int]


def examine(settings: Settings) -> Iterator[Check]:
    """Look at everything a night needs; nothing is left behind but the ledger itself."""
    yield Check(
        name="python",
        well=sys.version_info >= (3, 11),
        details={"version": ".".join(map(str, sys.version_info[:3]))},
    )
    for name in _LIBRARIES:
        yield _library(name)
    yield _tool("antiword", word.is_installed(), ".doc", "antiword")
    yield _tool("libarchive", packed.is_installed(), "RAR, 7z", "libarchive13")
    for name, folder in (("home", settings.home), ("site", settings.site.parent)):
        yield _folder(name, folder)
    yield _ledger(settings)
    if settings.ckan_url:
        yield _portal(settings)
    yield Check(
        name="site-url",
        well=not settings.site_is_local,
        serious=False,
        details={"address": settings.site_url},
    )


def _portal(settings: Settings) -> Check:
    """Whether the portal answers, and knows the token for one that may publish."""
    details: dict[str, str | int] = {"url": settings.ckan_url, "reason": "", "names": ""}
    try:
        names = organizations(settings.ckan_url, settings.ckan_token)
    except SourceError as error:
        return Check(name="portal", well=False, details={**details, "reason": error.message("uk")})
    return Check(name="portal", well=True, details={**details, "names": ", ".join(names)})


def _library(name: str) -> Check:
    try:
        return Check(
            name="library", well=True, details={"name": name, "version": metadata.version(name)}
        )
    except metadata.PackageNotFoundError:
        return Check(name="library", well=False, details={"name": name, "version": ""})


def _tool(name: str, well: bool, what: str, package: str) -> Check:
    """What is outside Python: only datasets with such files need it."""
    details: dict[str, str | int] = {"name": name, "what": what, "package": package}
    return Check(name="tool", well=well, serious=False, details=details)


def _folder(name: str, folder: Path) -> Check:
    standing = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(standing).free
    well = os.access(standing, os.W_OK) and free > _ROOM
    return Check(
        name=name, well=well, details={"path": str(folder), "free": str(free // 1024 // 1024)}
    )


def _ledger(settings: Settings) -> Check:
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        with Ledger.open(settings.ledger_url, clock_of(settings)):
            return Check(name="ledger", well=True, details={"reason": ""})
    except (PipelineError, OSError) as error:
        return Check(name="ledger", well=False, details={"reason": str(error)})
