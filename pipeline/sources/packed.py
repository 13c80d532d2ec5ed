"""RAR and 7-Zip archives, read by libarchive into memory under the limits of ZIP archives.

Nothing is written to disk, so a name cannot lead outside; one that tries is refused all the same.
"""

import ctypes.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.errors import MachineError, SourceError
from pipeline.parameters.fetching import MIB, FetchOptions
from pipeline.sources.archives import Member, is_hidden

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_OUTSIDE = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """What an archive holds."""

    members: tuple[Member, ...]
    """In the order of names."""
    hidden: tuple[str, ...]


def is_installed() -> bool:
    """Whether the machine has libarchive."""
    return ctypes.util.find_library("archive") is not None


def unpack(data: bytes, address: str, options: FetchOptions) -> Unpacked:
    """Read an archive, stopping at the first limit that is exceeded.

    Args:
        data: the whole archive.
        address: of the archive, as people may see it.
        options: limits.

    Raises:
        SourceError: it is damaged or needs a password, a limit is exceeded, a name points outside
            or stands twice, a link, no files.
        MachineError: libarchive is not installed.
    """
    if not is_installed():
        raise MachineError(
            "tool-is-missing", source=address, tool="libarchive", package="libarchive13"
        )
    found: dict[str, bytes] = {}
    for name, content in _entries(data, address, options):
        if name in found:
            raise SourceError("archive-repeats-a-name", source=address, member=name)
        found[name] = content
    members = tuple(
        Member(name=name, data=found[name]) for name in sorted(found) if not is_hidden(name)
    )
    if not members:
        raise SourceError("archive-is-empty", source=address)
    return Unpacked(members=members, hidden=tuple(sorted(filter(is_hidden, found))))


def _entries(data: bytes, address: str, options: FetchOptions) -> Iterator[tuple[str, bytes]]:
    # The library looks for libarchive when it is imported.
    import libarchive  # type: ignore[import-untyped]
    from libarchive.exception import ArchiveError  # type: ignore[import-untyped]

    left, count = options.unpacked_limit, 0
    try:
        with libarchive.memory_reader(data) as archive:
            for entry in archive:
                if entry.isdir:
                    continue
                count += 1
                if count > options.member_limit:
                    raise _too_many(address, count, options)
                name = _checked(entry, address)
                content = _content(entry, address, left, len(data), options)
                left -= len(content)
                yield name, content
    except ArchiveError as error:
        secret = "passphrase" in str(error) or "encrypt" in str(error).lower()
        code = "archive-needs-a-password" if secret else "archive-is-damaged"
        details = {"member": "*"} if secret else {}
        raise SourceError(code, source=address, **details) from error


def _checked(entry: Any, address: str) -> str:
    name = str(entry.pathname or "").replace("\\", "/")
    if not entry.isfile or not name or _OUTSIDE.search(name) or _CONTROL.search(name):
        safe = _CONTROL.sub("?", name)
        raise SourceError("archive-member-is-unsafe", source=address, member=safe)
    return name


def _content(entry: Any, address: str, left: int, packed: int, options: FetchOptions) -> bytes:
    """Block by block: what an archive says of its sizes is not believed."""
    content = bytearray()
    for block in entry.get_blocks():
        content += block
        if len(content) > left:
            limit = options.unpacked_limit // MIB
            size = (options.unpacked_limit - left + len(content)) // MIB
            raise SourceError("archive-unpacks-too-large", source=address, size=size, limit=limit)
        if len(content) > max(MIB, options.ratio_limit * packed):
            name, ratio = _checked(entry, address), len(content) // max(packed, 1)
            raise SourceError(
                "archive-is-a-bomb",
                source=address,
                member=name,
                ratio=ratio,
                limit=options.ratio_limit,
            )
    return bytes(content)


def _too_many(address: str, count: int, options: FetchOptions) -> SourceError:
    return SourceError(
        "archive-has-too-many-members", source=address, count=count, limit=options.member_limit
    )
