"""From a release and what stands to the work, and from the work to the changes people are shown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.kept import KeptTable, unlike
from pipeline.model import Action, Change, Release
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.difference import NOTHING, Difference, difference, union
from pipeline.publishing.ckan.fields import Flat
from pipeline.publishing.ckan.rows import Rows
from pipeline.publishing.ckan.standing import Standing, StandingTable
from pipeline.publishing.ckan.tables import Shape, rows_of, shaped
from pipeline.publishing.ckan.wanted import Place, WantedTable, shapes, wanted
from pipeline.publishing.ckan.work import TableWork, Way, Work, compare, holder_of, way_of
from pipeline.publishing.passport import Passport

SAMPLES_MAX = 5
_SAMPLE_LENGTH = 80
_OF_THE_DAY = {"extras.dcat_issued", "extras.dcat_modified"}
"""Fields that hold the moment of the release: a plan that is applied tomorrow is the same plan."""


Kept = Callable[[str, str], KeptTable | None]
"""Version and name of a table -> the table, if it is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planner:
    """Finds the work for one dataset."""

    portal: Portal
    """With the token of the publisher."""
    place: Place
    kept: Kept
    by_hand: Sequence[str]
    trusting: bool
    """Whether rows are believed to be what the stamp says; else the portal is asked for all."""

    def work(
        self, standing: Standing, release: Release, passport: Passport, published: Flat
    ) -> Work:
        """Everything that has to be done.

        Args:
            standing: what stands.
            release: what should stand.
            passport: its passport.
            published: fields as they were published last; empty where nobody knows.

        Raises:
            SourceError: the portal does not give the rows that have to be compared.
        """
        formed = shapes(passport) if self.place.datastore else {}
        ways = {name: _way(standing, name, shape) for name, shape in formed.items()}
        holders = {
            name: holder_of(self.place.name, name, standing.tables.get(name), way)
            for name, way in ways.items()
        }
        goal = wanted(release, passport, self.place, holders)
        tables = [
            self._table(standing, goal.version, one, ways[name])
            for name, one in goal.tables.items()
        ]
        return compare(
            self.place, standing, goal, tables, published=published, by_hand=self.by_hand
        )

    def _table(self, standing: Standing, version: str, goal: WantedTable, way: Way) -> TableWork:
        present = standing.tables.get(goal.card.name)
        found = None
        if present is not None and present.shape is not None and way in {Way.STAY, Way.GROW}:
            found = self._difference(standing, version, goal, present.shape, present)
        return TableWork(wanted=goal, way=way, standing=present, difference=found)

    def _difference(
        self,
        standing: Standing,
        version: str,
        goal: WantedTable,
        shape: Shape,
        present: StandingTable,
    ) -> Difference:
        versions = standing.stamp.versions if standing.stamp else ()
        if self.trusting and versions == (version,) and shape.names == goal.shape.names:
            return NOTHING
        kept = [self.kept(one, goal.card.name) for one in versions]
        if self.trusting and kept and all(kept):
            new = self.kept(version, goal.card.name)
            return union(_between(one, new, goal) for one in kept if one)
        rows = Rows(portal=self.portal, resource=present.resource.id, shape=shape)
        address = self.place.clean_table(present.resource.id, shape)
        return difference(
            lambda: shaped(rows.all(address), shape.names, goal.shape),
            lambda: rows_of(goal.table, goal.shape),
            goal.shape.places,
        )


def _way(standing: Standing, name: str, shape: Shape) -> Way:
    """A dataset that nobody sees yet is an unfinished one: its tables are made whole there."""
    return Way.FILL if standing.private else way_of(standing.tables.get(name), shape)


def _between(old: KeptTable, new: KeptTable | None, goal: WantedTable) -> Difference:
    """What leads from a version that is kept to the one that is wanted.

    That one is kept as well but for a plan that nobody has applied; then only what is unlike is
    read.
    """
    names = old.header
    if new is not None and new.header == names:
        before, after = unlike(old, new)
        return difference(
            lambda: shaped(old.parse(before), names, goal.shape),
            lambda: shaped(new.parse(after), names, goal.shape),
            goal.shape.places,
        )
    return difference(
        lambda: shaped(old.rows(), names, goal.shape),
        lambda: rows_of(goal.table, goal.shape),
        goal.shape.places,
    )


def changes(work: Work) -> tuple[Change, ...]:
    """The work as people are shown it; empty when there is nothing to do."""
    if work.is_done:
        return ()
    found = [
        *_of_dataset(work),
        *_of_fields(work),
        *_astray(work),
        *_of_resources(work),
        *(change for one in work.tables for change in (*_of_columns(one), *_of_rows(one))),
    ]
    return tuple(found)


def _of_dataset(work: Work) -> Iterator[Change]:
    if work.standing.unseen:
        yield Change(action=Action.ADD, subject="dataset", name=work.place.page)
    if work.standing.stamp and not work.standing.stamp.settled:
        yield Change(action=Action.CHANGE, subject="unfinished", name=work.place.page)
    if not work.is_settled:
        before = work.standing.stamp.versions if work.standing.stamp else ()
        action = Action.CHANGE if before else Action.ADD
        yield Change(action=action, subject="release", name=work.wanted.version, samples=before)


def _of_fields(work: Work) -> Iterator[Change]:
    for name, item in work.drift.items():
        yield Change(action=Action.CHANGE, subject="drift", name=name, samples=(_short(item),))
    for name, item in work.fields.items():
        action = Action.CHANGE if work.standing.exists else Action.ADD
        said = () if name in _OF_THE_DAY else (_short(item),)
        yield Change(action=action, subject="passport", name=name, samples=said)


def _astray(work: Work) -> Iterator[Change]:
    """Tables that are not the version that the stamp says they are: nobody here changed them."""
    for one in work.tables:
        is_lost = one.way is Way.FILL and one.standing is not None
        if work.is_settled and (one.difference or is_lost):
            yield Change(action=Action.CHANGE, subject="astray", name=one.wanted.card.name)


def _short(item: object) -> str:
    text = ", ".join(map(str, item)) if isinstance(item, list) else str(item)
    return text if len(text) <= _SAMPLE_LENGTH else f"{text[: _SAMPLE_LENGTH - 1]}…"


def _of_resources(work: Work) -> Iterator[Change]:
    names = work.standing.names
    for one in work.tables:
        if one.way is Way.REPLACE:
            yield Change(action=Action.CHANGE, subject="table", name=one.wanted.card.name)
        elif one.way is Way.FILL:
            yield Change(action=Action.ADD, subject="table", name=one.wanted.card.name)
    for file in work.files:
        action = Action.CHANGE if file.path in work.standing.files else Action.ADD
        yield Change(action=action, subject="resource", name=file.path)
    for resource in work.resources:
        yield Change(action=Action.CHANGE, subject="words", name=names[resource])
    for path in work.wanted.left_out:
        yield Change(action=Action.CHANGE, subject="left-out", name=path)
    for resource in work.stale:
        yield Change(action=Action.REMOVE, subject="resource", name=names[resource])


def _of_columns(one: TableWork) -> Iterator[Change]:
    if one.standing is None or one.standing.shape is None:
        return
    old, new, name = one.standing.shape, one.wanted.shape, one.wanted.card.name
    for column in sorted(new.kinds.keys() | old.kinds.keys()):
        place = f"{name}.{column}"
        if column not in old.kinds:
            yield Change(action=Action.ADD, subject="column", name=place)
        elif column not in new.kinds:
            yield Change(action=Action.REMOVE, subject="column", name=place)
        elif old.kinds[column] != new.kinds[column]:
            kinds = (old.kinds[column], new.kinds[column])
            yield Change(action=Action.CHANGE, subject="column", name=place, samples=kinds)
        elif old.dictionary[column] != new.dictionary[column]:
            yield Change(action=Action.CHANGE, subject="dictionary", name=place)
    if set(old.key) != set(new.key):
        yield Change(action=Action.CHANGE, subject="key", name=name, samples=new.key)


def _of_rows(one: TableWork) -> Iterator[Change]:
    name, found = one.wanted.card.name, one.difference
    if found is None:
        rows = rows_of(one.wanted.table, one.wanted.shape)
        keys = (tuple(row[place] for place in one.wanted.shape.places) for row in rows)
        yield _rows(Action.ADD, name, len(one.wanted.table.frame), keys)
        return
    for action, group in (
        (Action.ADD, found.added),
        (Action.CHANGE, found.changed),
        (Action.REMOVE, found.removed),
    ):
        if group:
            yield _rows(action, name, len(group), group)


def _rows(action: Action, name: str, count: int, keys: Iterable[tuple[str, ...]]) -> Change:
    samples = tuple(", ".join(key) for key, _ in zip(keys, range(SAMPLES_MAX), strict=False))
    return Change(action=action, subject="rows", name=name, count=count, samples=samples)
