"""What reading a damaged ZIP raises; the standard library has no one error for it."""

import struct
import zipfile
import zlib

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
)
"""`zipfile` and what it calls: for checksums, methods, places before the file, passwords."""
