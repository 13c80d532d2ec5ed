"""Arguments and options that several verbs of the command share."""

from pathlib import Path

import click

COUNCIL = Path(__file__).resolve().parent.parent / "datasets"


def _names(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Datasets, for the completion of the shell."""
    from pipeline.descriptor import dataset_folders

    council = context.find_root().params.get("council") or COUNCIL
    return [folder.name for folder in dataset_folders(council) if folder.name.startswith(begun)]


NAME = click.argument("name", shell_complete=_names)
NAMES = click.argument("names", nargs=-1, shell_complete=_names)
NAME_OR_FILE = click.argument("name_or_file", shell_complete=_names)
ONLY = click.option(
    "--only", multiple=True, metavar="NAME", shell_complete=_names, help="Repeatable."
)
SOURCES = click.option(
    "--source", "sources", multiple=True, metavar="PATH_OR_URL",
    help="Read this instead of the declared sources: a file, folder, ZIP or address; repeatable.",
)  # fmt: skip
TARGET = click.option("--target", help="Where to: site or ckan.")
NEW_FILE = click.Path(path_type=Path, dir_okay=False)
JSON = click.option("--json", "as_json", is_flag=True, help="Machine-readable, on standard output.")
