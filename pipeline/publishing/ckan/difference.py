"""What changed between two versions of a table, by key. Pure; rows are streamed, not held."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Row = tuple[str, ...]
Key = tuple[str, ...]
Source = Callable[[], Iterable[Row]]
"""The rows of a version, from their beginning each time it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Rows by which one version of a table differs from others."""

    added: Mapping[Key, Row]
    changed: Mapping[Key, Row]
    """As they are in the new version."""
    removed: Mapping[Key, Row]
    """As they were in the old one."""

    def __len__(self) -> int:
        """How many rows differ; nothing differs in an empty one."""
        return len(self.added) + len(self.changed) + len(self.removed)

    @property
    def rows(self) -> dict[Key, Row]:
        """What has to be written."""
        return {**self.added, **self.changed}


NOTHING = Difference(added={}, changed={}, removed={})


def difference(old: Source, new: Source, key: Sequence[int]) -> Difference:
    """Compare two versions of a table with the same columns.

    Only the hashes of rows are held, so memory follows their number and not their length. Two
    different rows with one 64-bit hash would be taken for one; over a million rows and a hundred
    changes the odds are one in 10^11.

    Args:
        old: rows as they were; no two share a key.
        new: rows as they are; no two share a key.
        key: positions of the columns that identify a row.
    """
    left = set(map(hash, old()))
    fresh = {}
    for row in new():
        code = hash(row)
        if code in left:
            left.discard(code)
        else:
            fresh[_key(row, key)] = row
    gone = {_key(row, key): row for row in old() if hash(row) in left} if left else {}
    return Difference(
        added={item: row for item, row in fresh.items() if item not in gone},
        changed={item: row for item, row in fresh.items() if item in gone},
        removed={item: row for item, row in gone.items() if item not in fresh},
    )


def _key(row: Row, key: Sequence[int]) -> Key:
    return tuple(row[position] for position in key)


def union(differences: Iterable[Difference]) -> Difference:
    """What brings a table to one version, whichever of several versions each of its rows is of.

    All must lead to the same new version.
    """
    found = list(differences)
    added = {key: row for one in found for key, row in one.added.items()}
    changed = {key: row for one in found for key, row in one.changed.items()}
    removed = {key: row for one in found for key, row in one.removed.items()}
    certain = {key: row for key, row in added.items() if key not in changed}
    return Difference(added=certain, changed=changed, removed=removed)
