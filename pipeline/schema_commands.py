"""The verbs of the library of schemas: list, show, map, export; no logic."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import messages
from pipeline.errors import ConfigurationError
from pipeline.options import JSON
from pipeline.reporting.terminal import say, show, show_json
from pipeline.schema_forms import Form
from pipeline.workplace import SCHEMAS

if TYPE_CHECKING:
    from pipeline.annex import Annex
    from pipeline.schema_library import Entry

EDITIONS = ("835-2019", "835-2025")


@click.group("schemas", epilog="Example: pipeline schemas show 835-2025/29/voteEvents")
def schemas() -> None:
    """Structures of resolution 835 and of the project: list, show, map, export."""


def _found(under: str) -> "tuple[Annex, list[Entry]]":
    from pipeline.annex import load_annex
    from pipeline.schema_library import entries

    annex = load_annex(SCHEMAS)
    return annex, entries(SCHEMAS, annex, under)


@schemas.command("list", epilog="Example: pipeline schemas list 835-2025/29")
@click.argument("under", default="")
@JSON
def list_(under: str, as_json: bool) -> None:
    """Tables of the library, of an edition or of an item."""
    from pipeline.reporting import schemas as told

    _, found = _found(under)
    if as_json:
        show_json([told.schema_record(one.schema, one.item) for one in found])
        return
    width = max(len(one.schema.path) for one in found)
    show(told.schema_line(one.schema, width, "uk") for one in found)


@schemas.command("show", epilog="Example: pipeline schemas show 835-2019/Legislation/LegalActs")
@click.argument("path")
@click.option("--language", type=click.Choice(messages.LANGUAGES), default="uk")
@JSON
def show_(path: str, language: str, as_json: bool) -> None:
    """One table, or each table of an item: terms, keys, columns and their rules."""
    from pipeline import schema_library
    from pipeline.reporting import schemas as told

    annex, found = _found(path)
    if as_json:
        records = [
            {"path": one.schema.path, "annex": one.item and told.item_record(one.item, annex),
             "schema": schema_library.whole(one.schema)}
            for one in found
        ]  # fmt: skip
        show_json(records[0] if len(records) == 1 else records)
        return
    for one in found:
        show(told.schema_lines(one.schema, one.item, annex, language))


@schemas.command("map", epilog="Example: pipeline schemas map 835-2019/Reports")
@click.argument("one")
@click.argument("other", required=False)
@JSON
def map_(one: str, other: str | None, as_json: bool) -> None:
    """How the columns of a table, or the items of an edition, answer the other edition."""
    from pipeline import schema_library
    from pipeline.annex import load_annex
    from pipeline.reporting import schemas as told

    annex = load_annex(SCHEMAS)
    if one in EDITIONS:
        _map_items(annex, one, as_json)
        return
    rows = schema_library.columns_map(one, other, annex, SCHEMAS)
    if as_json:
        show_json(told.map_records(rows))
        return
    show(told.map_lines(rows, "uk"))


def _map_items(annex: "Annex", edition: str, as_json: bool) -> None:
    from pipeline.reporting import schemas as told

    items = annex.answering(edition)
    if as_json:
        show_json([{"item": item, "answers": list(others)} for item, others in items.items()])
        return
    titled = {item.item: item for item in annex.items_in(edition)}
    show(told.item_lines([(titled[item], others) for item, others in items.items()], "uk"))


@schemas.command("export", epilog="Example: pipeline schemas export 835-2025/29 --as csvw --to out")
@click.argument("under", default="")
@click.option("--as", "form", type=click.Choice([form.value for form in Form]), default="json")
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False))
def export(under: str, form: str, folder: Path | None) -> None:
    """Structures for use elsewhere: Table Schema, five-column CSV, CSVW or a Data Package."""
    from pipeline import schema_library

    _, found = _found(under)
    files = schema_library.export(found, Form(form))
    if folder is not None:
        schema_library.write(files, folder)
        say("schemas-exported", {"count": len(files), "path": str(folder)})
        return
    if len(found) > 1:
        raise ConfigurationError("schemas-export-needs-a-folder", count=len(found))
    show([list(files.values())[-1].decode().rstrip("\n")])
