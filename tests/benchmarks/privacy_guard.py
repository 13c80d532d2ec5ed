"""The two figures of the guard: recall over planted values, false alarms by cell of real tables.

    .venv/bin/python -m tests.benchmarks.privacy_guard [VALUES] [SEED]

Exit code 1 when a figure is worse than promised. The detectors were mended while looking at the
first two sets; the later ones were new to them when they were first scored (their heads say how
that went) and are only shown, and so are names in Latin letters, half of which no dictionary has.
What was missed is printed: all of it is invented.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.validation.personal.latin import linked
from tests.validation.personal.planting import planted, written
from tests.validation.personal.real_tables import Alarms, alarms
from tests.validation.personal.scoring import Score, score

TABLES = Path(__file__).parents[3] / "shared" / "inputs" / "tables"
LEAST_RECALL = 0.99
MOST_ALARMS = 0.01


def main(arguments: Sequence[str]) -> int:
    """Print both figures, by kind and by file."""
    values, seed = (*map(int, arguments), *(10_000, 7)[len(arguments) :])
    scores = {
        "generated": score(planted(values, seed)),
        "in Latin links": score(linked(1_800)),
        "by hand": score(written()),
        "by hand, later": score(written("unseen.txt")),
        "by hand, last": score(written("third.txt")),
    }
    for name, one in scores.items():
        _print_score(name, one)
    found = list(alarms(TABLES))
    share = _print_alarms(found)
    recalled = all(scores[name].recall >= LEAST_RECALL for name in ("generated", "by hand"))
    return 0 if recalled and share <= MOST_ALARMS else 1


def _print_score(name: str, result: Score) -> None:
    total = result.planted.total()
    _say(f"recall, {name}: {result.recall:.2%} of {total} values")
    for kind, count in sorted(result.planted.items()):
        _say(f"    {kind:18} {result.covered[kind]:6} of {count}")
    for text in result.missed[:20]:
        _say(f"    missed: {text}")


def _print_alarms(found: list[Alarms]) -> float:
    """The share of all cells; files with alarms line by line."""
    cells, count = sum(one.cells for one in found), sum(one.alarms for one in found)
    _say(f"false alarms: {count} of {cells} cells in {len(found)} files, {count / cells:.3%}")
    for one in found:
        if one.alarms:
            _say(f"    {one.file:48} {one.alarms:5} of {one.cells}")
    return count / cells


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
