"""ZIP archives, read without trusting them: sizes are checked before anything is unpacked.

Workbooks and documents of Office and OpenDocument are such archives too, so the same limits hold
for them before a reader opens one.
"""

import io
import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.errors import SourceError
from pipeline.parameters.fetching import MIB, FetchOptions

_DRIVE = re.compile(r"^[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ENCRYPTED = 0x1
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file inside an archive."""

    name: str
    """Path inside the archive, with `/`."""
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An archive whose table of contents has been checked; nothing is unpacked yet."""

    address: str
    data: bytes
    entries: tuple[zipfile.ZipInfo, ...]
    """Files to read, in the order of names."""
    hidden: tuple[str, ...]
    """Names left out: hidden files and those that systems add."""
    encoding: str

    def members(self) -> Iterator[Member]:
        """Unpack one after another.

        Raises:
            SourceError: a member is damaged or packed in a way that cannot be read.
        """
        with _opened(self.data, self.address, self.encoding) as package:
            for entry in self.entries:
                yield Member(name=_name(entry), data=_unpacked(package, entry, self.address))


def is_hidden(name: str) -> bool:
    """Whether a path holds a hidden part, or is a file that a system adds by itself."""
    parts = PurePosixPath(name).parts
    return any(
        part.startswith(".") or part == "__MACOSX" or part.lower() in _SYSTEM_FILES
        for part in parts
    )


def open_archive(data: bytes, address: str, options: FetchOptions) -> Archive:
    """Check the table of contents of a ZIP archive.

    Args:
        data: the whole archive.
        address: of the archive, as people may see it.
        options: limits and the encoding of unmarked names.

    Raises:
        SourceError: a limit is exceeded, a name points outside, twice the same name, a password, a
            link, no files.
    """
    with _opened(data, address, options.member_names) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
    check_sizes(entries, address, options)
    for entry in entries:
        _check_entry(entry, address)
    _check_names(entries, address)
    seen = sorted((entry for entry in entries if not is_hidden(_name(entry))), key=_name)
    if not seen:
        raise SourceError("archive-is-empty", source=address)
    hidden = sorted(_name(entry) for entry in entries if is_hidden(_name(entry)))
    return Archive(
        address=address,
        data=data,
        entries=tuple(seen),
        hidden=tuple(hidden),
        encoding=options.member_names,
    )


def check_package(data: bytes, address: str, options: FetchOptions) -> None:
    """Check the declared sizes of a workbook or document that is a ZIP package.

    Raises:
        SourceError: a limit is exceeded; a small file that unpacks to gigabytes is no workbook.
    """
    with _opened(data, address, options.member_names) as package:
        check_sizes(package.infolist(), address, options)


def check_sizes(entries: Sequence[zipfile.ZipInfo], address: str, options: FetchOptions) -> None:
    """Compare what a table of contents declares with the limits.

    Raises:
        SourceError: too many members, too much unpacked, or packed more tightly than real files.
    """
    if len(entries) > options.member_limit:
        raise SourceError(
            "archive-has-too-many-members",
            source=address,
            count=len(entries),
            limit=options.member_limit,
        )
    total = sum(entry.file_size for entry in entries)
    if total > options.unpacked_limit:
        raise SourceError(
            "archive-unpacks-too-large",
            source=address,
            size=total // MIB,
            limit=options.unpacked_limit // MIB,
        )
    for entry in entries:
        if entry.file_size > max(MIB, options.ratio_limit * entry.compress_size):
            raise SourceError(
                "archive-is-a-bomb",
                source=address,
                member=_name(entry),
                ratio=entry.file_size // max(entry.compress_size, 1),
                limit=options.ratio_limit,
            )


def _opened(data: bytes, address: str, encoding: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data), metadata_encoding=encoding)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise SourceError("archive-is-damaged", source=address) from error


def _name(entry: zipfile.ZipInfo) -> str:
    # Old .NET wrote `\` between folders; as a separator it can hide `..` from a check.
    return entry.filename.replace("\\", "/")


def _check_entry(entry: zipfile.ZipInfo, address: str) -> None:
    name = _name(entry)
    outside = name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name)
    link = stat.S_ISLNK(entry.external_attr >> 16)
    if outside or link or _CONTROL.search(entry.orig_filename):
        safe = _CONTROL.sub("?", name)
        raise SourceError("archive-member-is-unsafe", source=address, member=safe)
    if entry.flag_bits & _ENCRYPTED:
        raise SourceError("archive-needs-a-password", source=address, member=name)


def _check_names(entries: Sequence[zipfile.ZipInfo], address: str) -> None:
    seen: set[str] = set()
    for name in map(_name, entries):
        if name in seen:
            raise SourceError("archive-repeats-a-name", source=address, member=name)
        seen.add(name)


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, address: str) -> bytes:
    # zipfile stops at the declared size and compares the checksum, so a false size is an error.
    try:
        return package.read(entry)
    except _DAMAGE as error:
        raise SourceError(
            "archive-member-is-damaged", source=address, member=_name(entry)
        ) from error
