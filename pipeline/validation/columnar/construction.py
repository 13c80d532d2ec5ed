"""Errors of frictionless made faster, for as long as one table is judged.

Each error spells the names of its own properties anew by regular expressions, which is two
thirds of its price. The functions that do it depend on nothing but their argument, so they are
remembered here while tables are judged, and given back afterwards.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock

from frictionless.vendors import stringcase

_lock = Lock()
_plain = (stringcase.snakecase, stringcase.camelcase)
_quick = tuple(lru_cache(4096)(one) for one in _plain)
_users = 0


@contextmanager
def remembered_names() -> Iterator[None]:
    """Within it names of properties are spelled once each; in every thread, to the same effect."""
    _count(1)
    try:
        yield
    finally:
        _count(-1)


def _count(step: int) -> None:
    global _users
    with _lock:
        _users += step
        stringcase.snakecase, stringcase.camelcase = _quick if _users else _plain
