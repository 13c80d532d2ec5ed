"""Everything a run works with, opened once: ledger, stores, the web, targets, the clock.

What opens it is loaded when it is opened: the clock alone is asked for by every command.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.ledger import Ledger
    from pipeline.publishing.ckan.patience import Patience
    from pipeline.publishing.progress import Told
    from pipeline.releases import ReleaseStore
    from pipeline.sources.snapshots import SnapshotStore
    from pipeline.sources.web import Web
    from pipeline.understood import UnderstoodPages

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """One for a command; holds what has effects."""

    settings: Settings
    council: Path
    schemas: Path
    clock: Clock
    ledger: "Ledger"
    snapshots: "SnapshotStore"
    understood: "UnderstoodPages"
    releases: "ReleaseStore"
    web: "Web"
    patience: "Patience"
    """With portals that do not answer; one for all datasets of the run."""
    told: "Told"
    """Hears how a long load to a portal goes on."""


def clock_of(settings: Settings) -> Clock:
    """The clock: aware UTC, whole seconds; fixed when SOURCE_DATE_EPOCH says so."""
    if settings.source_date is not None:
        fixed = datetime.fromtimestamp(settings.source_date, UTC)
        return lambda: fixed
    return lambda: datetime.now(UTC).replace(microsecond=0)


@contextmanager
def open_workplace(settings: Settings, council: Path) -> Iterator[Workplace]:
    """Open everything below the home of the pipeline.

    Raises:
        MachineError: a folder or the ledger cannot be opened.
    """
    from pipeline.ledger import Ledger
    from pipeline.publishing.ckan.patience import Patience
    from pipeline.releases import ReleaseStore
    from pipeline.reporting.progress import RowsProgress
    from pipeline.sources.snapshots import SnapshotStore
    from pipeline.sources.web import open_web
    from pipeline.understood import UnderstoodPages

    clock = clock_of(settings)
    with open_web(clock) as web, Ledger.open(settings.ledger_url, clock) as ledger:
        yield Workplace(
            settings=settings,
            council=council,
            schemas=SCHEMAS,
            clock=clock,
            ledger=ledger,
            snapshots=SnapshotStore(settings.home / "snapshots"),
            understood=UnderstoodPages(settings.home / "understood"),
            releases=ReleaseStore(settings.home / "releases"),
            web=web,
            patience=Patience(),
            told=RowsProgress(time.monotonic, sys.stderr.write),
        )
