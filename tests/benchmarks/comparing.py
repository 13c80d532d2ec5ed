"""How long two versions of a million rows take to compare, and how much memory.

python -m tests.benchmarks.comparing
"""

import csv
import resource
import tempfile
import time
from pathlib import Path

from pipeline.kept import KeptTable, unlike
from pipeline.publishing.ckan.difference import Difference, difference
from tests.benchmarks import acts

ROWS, CHANGED = 1_000_000, 100


def main() -> None:
    """Write both, compare, tell."""
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.csv"), Path(folder, "new.csv")
        for file, changed in ((old, 0), (new, CHANGED)):
            with file.open("w", encoding="utf-8", newline="") as stream:
                writer = csv.writer(stream, lineterminator="\n")
                writer.writerow(acts.NAMES)
                writer.writerows(acts.rows(ROWS, changed))
        before = _peak()
        begun = time.monotonic()
        found = _between(KeptTable(old), KeptTable(new))
        passed = time.monotonic() - begun
    print(f"compared {ROWS} rows twice: {passed:.1f} s, {len(found)} differ")  # noqa: T201
    print(f"peak of the process {_peak()} MB, {_peak() - before} MB of it by comparing")  # noqa: T201


def _between(old: KeptTable, new: KeptTable) -> Difference:
    before, after = unlike(old, new)
    return difference(lambda: old.parse(before), lambda: new.parse(after), (0,))


def _peak() -> int:
    """The largest resident size so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
