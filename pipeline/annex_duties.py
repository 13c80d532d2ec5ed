"""What the annex of resolution 835 asks of a council, held against its datasets. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.annex import Annex, Item
from pipeline.description import Description
from pipeline.frequencies import Frequency
from pipeline.holder import Bilingual, NotHeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """An item of the annex that no dataset answers; whether there are such data is for people."""

    edition: str
    item: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disowned:
    """An item of the annex whose data the council says it does not own."""

    edition: str
    item: str
    title: Bilingual
    why: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class TooSeldom:
    """A dataset whose passport promises less than the annex asks."""

    dataset: str
    promised: Frequency
    asked: Frequency


def unanswered(
    annex: Annex, datasets: Sequence[Description], today: date, not_held: Sequence[NotHeld] = ()
) -> tuple[Unanswered, ...]:
    """Items in force, of the newest edition, that no dataset answers, in the order of the annex.

    Those that the council says it does not own are left out.
    """
    edition = _in_force(annex, today)
    before = annex.answering(edition)
    own_not = {(one.edition, one.item) for one in not_held}
    return tuple(
        Unanswered(edition=edition, item=item.item, title=item.title.uk)
        for item in annex.items_in(edition)
        if not any(
            (one.edition, one.item) in own_not or _answers(one, datasets)
            for one in _with_former(annex, item, before[item.item])
        )
    )


def disowned(annex: Annex, not_held: Sequence[NotHeld]) -> tuple[Disowned, ...]:
    """What the council says it does not own, in its order; items of no edition are left out."""
    known = [(one, annex.item(one.edition, one.item)) for one in not_held]
    return tuple(
        Disowned(edition=item.edition, item=item.item, title=item.title, why=one.why)
        for one, item in known
        if item is not None
    )


def unknown(annex: Annex, not_held: Sequence[NotHeld]) -> tuple[int, ...]:
    """Positions of entries that name no item of the annex."""
    return tuple(at for at, one in enumerate(not_held) if annex.item(one.edition, one.item) is None)


def too_seldom(annex: Annex, datasets: Sequence[Description]) -> tuple[TooSeldom, ...]:
    """Datasets that are updated less often than an item they answer asks."""
    return tuple(found for one in datasets for found in _seldom(annex, one))


def _in_force(annex: Annex, today: date) -> str:
    begun = [edition for edition in annex.editions if edition.since <= today]
    return max(begun or annex.editions, key=lambda edition: edition.since).id


def _with_former(annex: Annex, item: Item, former: Sequence[str]) -> Iterator[Item]:
    """The item and those of the other edition that it came from."""
    yield item
    for other in annex.items:
        if other.edition != item.edition and other.item in former:
            yield other


def _answers(item: Item, datasets: Sequence[Description]) -> bool:
    return any(_is_of(item, one) for one in datasets)


def _is_of(item: Item, dataset: Description) -> bool:
    """Whether a dataset says so itself, or is made of a table of the item."""
    tables = {table.schema_path for table in dataset.tables}
    said = dataset.edition == item.edition and dataset.item == item.title.uk
    return said or not tables.isdisjoint(item.tables)


def _seldom(annex: Annex, dataset: Description) -> Iterator[TooSeldom]:
    promised = dataset.passport.frequency
    if promised is Frequency.ON_CHANGE:
        return  # at once after every change: no period is shorter
    for item in annex.items:
        asked = item.update.periodic
        if asked is None or not _is_of(item, dataset):
            continue
        often, rare = asked.rhythm.days, promised.rhythm.days
        if often is not None and (rare is None or rare > often):
            yield TooSeldom(dataset=dataset.name, promised=promised, asked=asked)
            return
