"""The library of schemas in words for a person and in records for a program."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline import messages
from pipeline.annex import Annex, Item, Pair
from pipeline.validation.schema import Constraints, Schema, SchemaField

_LIMITS = ("pattern", "enum", "minimum", "maximum", "min_length", "max_length")


def item_record(item: Item, annex: Annex) -> dict[str, Any]:
    """An item of the annex with what follows from its edition."""
    since, until = annex.interval(item)
    record = item.model_dump(mode="json", by_alias=True)
    return record | {
        "from": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }


def schema_record(schema: Schema, item: Item | None) -> dict[str, Any]:
    """A line of the list of schemas."""
    return {
        "schema": schema.path,
        "title": schema.descriptor["title"],
        "titleEn": schema.descriptor["titleEn"],
        "columns": len(schema.fields),
        "required": len(schema.required),
        "item": item.item if item else None,
        "holders": item.holders.value if item else None,
        "datasets": list(item.datasets) if item else [],
    }


def schema_line(schema: Schema, width: int, language: str) -> str:
    """The same for a person."""
    name = schema.descriptor["title" if language == "uk" else "titleEn"]
    count = messages.text(language, "schemas-columns", {"count": len(schema.fields)})
    return f"{schema.path:<{width}}  {name} ({count})"


def schema_lines(schema: Schema, item: Item | None, annex: Annex, language: str) -> Iterator[str]:
    """A schema as a page: what it is, its terms, its columns."""
    said = schema.descriptor
    suffix = "" if language == "uk" else "En"
    yield f"{schema.path}: {said[f'title{suffix}']}"
    yield str(said[f"description{suffix}"])
    if item is not None:
        yield from _item_lines(item, annex, language)
    yield messages.text(language, "schemas-key", {"key": ", ".join(schema.key)})
    for key in schema.foreign_keys:
        there = key.reference.resource or schema.path.rpartition("/")[2]
        details = {"fields": ", ".join(key.fields), "there": there}
        fields = ", ".join(key.reference.fields)
        yield messages.text(language, "schemas-foreign-key", {**details, "columns": fields})
    for field in schema.fields:
        yield from _field_lines(field, language)


def _item_lines(item: Item, annex: Annex, language: str) -> Iterator[str]:
    title = item.title.uk if language == "uk" else item.title.en
    holders = messages.text(language, f"schemas-holders-{item.holders.value}")
    named = {"item": item.item, "title": title, "holders": holders}
    yield messages.text(language, "schemas-item", named)
    yield from (messages.text(language, key, told) for key, told in _terms(item, annex, language))


def _terms(
    item: Item, annex: Annex, language: str
) -> Iterator[tuple[str, Mapping[str, str | int]]]:
    """What is known of an item's terms: key of the sentence and its details."""
    since, until = annex.interval(item)
    update = item.update
    yield "schemas-term-change", {"days": update.unplanned}
    if update.periodic:
        yield "schemas-term-periodic", {"often": update.periodic.phrase(language)}
    if update.due:
        yield "schemas-term-due", {"due": update.due}
    if since:
        yield "schemas-since", {"day": since.isoformat()}
    if until:
        yield "schemas-until", {"day": until.isoformat()}
    if item.datasets:
        yield "schemas-datasets", {"datasets": ", ".join(item.datasets)}


def _field_lines(field: SchemaField, language: str) -> Iterator[str]:
    mark = "*" if field.constraints.required else ""
    unit = f", {field.unit}" if field.unit else ""
    yield f"  {field.name}{mark} [{field.datatype}{unit}]"
    yield f"      {field.description if language == 'uk' else field.description_en}"
    limits = _limits(field.constraints)
    if limits:
        yield f"      {limits}"


def _limits(constraints: Constraints) -> str:
    given = constraints.model_fields_set
    found = {name: getattr(constraints, name) for name in _LIMITS if name in given}
    return "; ".join(f"{name}: {_shown(limit)}" for name, limit in found.items())


def _shown(limit: object) -> str:
    return " | ".join(map(str, limit)) if isinstance(limit, tuple) else str(limit)


def map_records(rows: Sequence[Pair]) -> list[dict[str, str | None]]:
    """Columns that answer each other."""
    return [{"from": row.source, "to": row.target} for row in rows]


def map_lines(rows: Sequence[Pair], language: str) -> Iterator[str]:
    """The same for a person: renamed, same, gone, new."""
    width = max((len(row.source or "-") for row in rows), default=1)
    for row in rows:
        kind = messages.text(language, f"schemas-map-{_kind(row)}")
        yield f"{row.source or '-':<{width}}  {row.target or '-'}  ({kind})"


def _kind(row: Pair) -> str:
    if row.source is None:
        return "new"
    if row.target is None:
        return "gone"
    return "same" if row.source == row.target else "renamed"


def item_lines(items: Sequence[tuple[Item, Sequence[str]]], language: str) -> Iterator[str]:
    """Items of an edition, and the items of the other one that answer them."""
    for item, others in items:
        title = item.title.uk if language == "uk" else item.title.en
        yield f"{item.item:<8}  {', '.join(others) or '-':<8}  {title}"
