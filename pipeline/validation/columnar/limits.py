"""The figures of a table that frictionless stopped reading at its limit of errors.

How many bytes it had read by then depends on its buffers, so its own reader goes there again.
"""

from collections import deque
from collections.abc import Callable
from itertools import islice

import frictionless
from frictionless.resources import TableResource

LIMIT = "reached error limit:"


def figures_at_the_limit(report: frictionless.Report, opened: Callable[[], TableResource]) -> None:
    """Put into a report of one table what is known of a file after that many rows of it."""
    task = report.tasks[0]
    with opened() as resource:
        rows = resource.dialect.read_enumerated_content_stream(resource.cell_stream)
        deque(islice(rows, int(task.stats.get("rows") or 0)), maxlen=0)
        known = {name: getattr(resource.stats, name) for name in ("md5", "sha256", "bytes")}
    for name, value in known.items():
        task.stats.pop(name, None)  # type: ignore[misc]
        if value:
            task.stats[name] = value  # type: ignore[literal-required]
