"""Personal data that a source holds beside its table, and in its own name; never published.

The finding tells the owner, who may have put the same file on a site: it says where, not what.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from pipeline.model import Finding, Place, Severity, Snapshot
from pipeline.parameters.fetching import Kind
from pipeline.readers.beside import SPEAKING, Aside, Part, UnreadError, asides
from pipeline.sources.addresses import is_web
from pipeline.validation.personal.scanning import scan_links
from pipeline.validation.privacy import scan

_MOST = 20_000
"""Different texts of one file that are looked at: a forgotten sheet may hold a whole register."""
_GRAVE = frozenset({Part.COMMENTS, Part.HIDDEN_SHEETS})


def may_hold(snapshot: Snapshot) -> bool:
    """Whether a file of its kind has properties, comments or hidden sheets."""
    return Kind.of_media_type(snapshot.media_type) in SPEAKING


def beside_the_table(data: bytes, snapshot: Snapshot) -> Iterator[Finding]:
    """What the guard finds in properties, comments and hidden sheets, counted by part.

    That not everything was looked at is said, too.
    """
    found: Counter[Part] = Counter()
    whole = _count(found, asides(data, Kind.of_media_type(snapshot.media_type)))
    for part, count in sorted(found.items()):
        if count:
            yield _finding(snapshot, part, count)
    if not whole:
        place = Place(source=snapshot.address)
        yield Finding(code="source-not-looked-through", severity=Severity.WARNING, place=place)


def _count(found: Counter[Part], told: Iterator[Aside]) -> bool:
    """Count the texts with personal data by part; whether all texts were looked at."""
    known: dict[str, bool] = {}
    try:
        for aside in told:
            if aside.text not in known:
                if len(known) == _MOST:
                    return False
                known[aside.text] = bool(scan(aside.text))
            found[aside.part] += known[aside.text]
    except UnreadError:
        return False
    return True


def _finding(snapshot: Snapshot, part: Part, count: int) -> Finding:
    return Finding(
        code="source-holds-personal-data",
        severity=Severity.WARNING if part in _GRAVE else Severity.INFO,
        place=Place(source=snapshot.address),
        details={"part": part.value, "count": count},
    )


def in_addresses(snapshots: Iterable[Snapshot]) -> Iterator[Finding]:
    """One finding for the addresses and names of files that name a person; none is repeated."""
    count = sum(_names_somebody(snapshot.address) for snapshot in snapshots)
    if count:
        yield Finding(
            code="source-is-called-after-person",
            severity=Severity.INFO,
            details={"count": count},
        )


def _names_somebody(address: str) -> bool:
    return bool(scan_links(address if is_web(address) else PurePath(address).name))
