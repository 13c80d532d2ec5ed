"""What publishing would change: the files of a dataset as they stand against the new ones. Pure."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.model import Action, Change, Release, Table
from pipeline.publishing.entries import PACKAGE, PASSPORT
from pipeline.publishing.formats import Files
from pipeline.publishing.passport import TableCard
from pipeline.publishing.reading import Read, UnreadableError, read_csv

SAMPLES_MAX = 5

_NOTHING = Read(header=(), rows=[])

_Keyed = Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]


def fingerprint(files: Files) -> str:
    """SHA-256 over the names and contents of files: what stands on a target, in one word."""
    lines = [
        f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def changes(old: Files, new: Files, folder: str, cards: Sequence[TableCard]) -> tuple[Change, ...]:
    """Every change from `old` to `new`: files, then columns, rows and passport of the dataset."""
    found = list(_file_changes(old, new))
    for card in cards:
        path = f"{folder}/{card.name}.csv"
        before, after = _table(old.get(path)), _table(new.get(path))
        found += _column_changes(card.name, before, after)
        found += _row_changes(card, before, after)
    found += _type_changes(old.get(f"{folder}/{PACKAGE}"), new.get(f"{folder}/{PACKAGE}"))
    path = f"{folder}/{PASSPORT}"
    found += _dropped_tables(old, folder, {card.name for card in cards})
    found += _passport_changes(_passport(old.get(path)), _passport(new.get(path)))
    return tuple(found)


def since(before: Release, after: Release, cards: Sequence[TableCard]) -> tuple[Change, ...]:
    """Columns and rows that differ between two releases, whatever a target shows meanwhile."""
    old = {table.name: _of_table(table) for table in before.tables}
    new = {table.name: _of_table(table) for table in after.tables}
    found: list[Change] = []
    for card in cards:
        pair = old.get(card.name, _NOTHING), new.get(card.name, _NOTHING)
        found += [*_column_changes(card.name, *pair), *_row_changes(card, *pair)]
    for name in sorted(old.keys() - new.keys()):
        found += _dropped(name, len(old[name].rows))
    return tuple(found)


def _of_table(table: Table) -> Read:
    rows = table.frame.itertuples(index=False, name=None)
    return Read(header=tuple(map(str, table.frame.columns)), rows=list(rows))


def _file_changes(old: Files, new: Files) -> Iterator[Change]:
    for path in sorted(old.keys() | new.keys()):
        if old.get(path) != new.get(path):
            yield Change(action=_action(path in old, path in new), subject="file", name=path)


def _action(before: bool, after: bool) -> Action:
    if before and after:
        return Action.CHANGE
    return Action.ADD if after else Action.REMOVE


def _table(data: bytes | None) -> Read:
    try:
        return read_csv(data) if data else _NOTHING
    except UnreadableError:
        return _NOTHING  # whatever stands there is no table, so all rows are new


def _column_changes(table: str, before: Read, after: Read) -> Iterator[Change]:
    old, new = set(before.header), set(after.header)
    if old and new:
        for name in sorted(old ^ new):
            action = _action(name in old, name in new)
            yield Change(action=action, subject="column", name=f"{table}.{name}")


def _row_changes(card: TableCard, before: Read, after: Read) -> Iterator[Change]:
    shared = [name for name in after.header if name in before.header] or list(after.header)
    key = card.key if set(card.key) <= set(shared) else ()
    old, new = _keyed(before, shared, key), _keyed(after, shared, key)
    groups = {
        Action.ADD: [row for row in new if row not in old],
        Action.CHANGE: [row for row in new if row in old and old[row] != new[row]],
        Action.REMOVE: [row for row in old if row not in new],
    }
    for action, keys in groups.items():
        if keys:
            held = old if action is Action.REMOVE else new
            yield Change(
                action=action,
                subject="rows",
                name=card.name,
                count=sum(len(held[row]) for row in keys),
                samples=tuple(", ".join(row) for row in keys[:SAMPLES_MAX]) if key else (),
            )


def _dropped_tables(old: Files, folder: str, kept: Collection[str]) -> Iterator[Change]:
    """Every row of a table that is there no longer: nobody else would be asked about them."""
    listed = _passport(old.get(f"{folder}/{PASSPORT}")).get("tables", ())
    for one in listed if isinstance(listed, list) else ():
        name = str(one.get("name")) if isinstance(one, dict) else ""
        rows = len(_table(old.get(f"{folder}/{name}.csv")).rows)
        if name and name not in kept:
            yield from _dropped(name, rows)


def _dropped(name: str, rows: int) -> Iterator[Change]:
    if rows:
        yield Change(action=Action.REMOVE, subject="rows", name=name, count=rows)
        yield Change(action=Action.REMOVE, subject="column", name=f"{name}.*")


def _type_changes(before: bytes | None, after: bytes | None) -> Iterator[Change]:
    """Columns that are there before and after, with another type."""
    old, new = _types(before), _types(after)
    for name in sorted(old.keys() & new.keys()):
        if old[name] != new[name]:
            kinds = (old[name], new[name])
            yield Change(action=Action.CHANGE, subject="column", name=name, samples=kinds)


def _types(package: bytes | None) -> Mapping[str, str]:
    """`Table.column` -> type, of the tables of a Data Package that are CSV."""
    resources = _passport(package).get("resources", ())
    found: dict[str, str] = {}
    for resource in resources if isinstance(resources, list) else ():
        schema = resource.get("schema")
        if str(resource.get("path", "")).endswith(".csv") and isinstance(schema, dict):
            table = str(resource["path"]).removesuffix(".csv")
            fields = schema.get("fields", ())
            found |= {f"{table}.{field['name']}": str(field.get("type")) for field in fields}
    return found


def _keyed(table: Read, shared: Sequence[str], key: Sequence[str]) -> _Keyed:
    if not table.header:
        return {}
    places = {name: index for index, name in enumerate(table.header)}
    keyed: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for row in table.rows:
        cells = tuple(row[places[name]] for name in shared)
        keyed[tuple(row[places[name]] for name in key) if key else cells].append(cells)
    return keyed


def _passport(data: bytes | None) -> Mapping[str, object]:
    try:
        found: object = json.loads(data or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _passport_changes(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            action = _action(name in old, name in new)
            yield Change(action=action, subject="passport", name=name)
