"""The sums and the size of a file, taken beside the work on it."""

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor


class Digest:
    """MD5 and SHA-256 of bytes that come in pieces, each summed in a thread of its own."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(2)
        self._pending: list[Future[None]] = []
        self._md5 = hashlib.md5(usedforsecurity=False)
        self._sha256 = hashlib.sha256()
        self.bytes = 0

    def close(self) -> None:
        """End the threads."""
        self._pool.shutdown()

    def update(self, chunk: memoryview | bytes) -> None:
        """The next piece, which must not change until it is waited for."""
        self.wait()
        self.bytes += len(chunk)
        self._pending = [
            self._pool.submit(self._md5.update, chunk),
            self._pool.submit(self._sha256.update, chunk),
        ]

    def sums(self) -> tuple[str, str]:
        """MD5 and SHA-256 of everything so far, in hexadecimal digits."""
        self.wait()
        return self._md5.hexdigest(), self._sha256.hexdigest()

    def wait(self) -> None:
        """Until all pieces so far are summed."""
        for one in self._pending:
            one.result()
        self._pending = []


class Unsummed(Digest):
    """Takes no sums, for a file that is read only for its cells."""

    def __init__(self) -> None:
        self.bytes = 0

    def close(self) -> None:
        """Nothing is open."""

    def update(self, chunk: memoryview | bytes) -> None:
        """The next piece, which is only counted."""
        self.bytes += len(chunk)

    def wait(self) -> None:
        """Nothing is under way."""
