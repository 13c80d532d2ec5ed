"""The `pipeline` command: options in, calls, words out; no logic.

Data go to standard output, messages to standard error; Ukrainian first, English below. A verb loads
what it needs when it is asked for: the whole program takes seconds to load (docs/decisions/0022).
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline import __version__, messages, publication
from pipeline.arguments import spread
from pipeline.desk import Desk, write_file
from pipeline.options import COUNCIL, JSON, NAME, NAMES, NEW_FILE, ONLY, SOURCES
from pipeline.reporting import words
from pipeline.reporting.findings import as_record
from pipeline.reporting.night import summary
from pipeline.reporting.terminal import (
    exit_on_errors,
    say,
    show,
    show_findings,
    show_json,
)
from pipeline.schema_commands import schemas
from pipeline.settings import Settings
from pipeline.sources.addresses import masked
from pipeline.unforeseen import contain
from pipeline.validate_command import validate
from pipeline.workplace import clock_of

EPILOG = """\b
Examples:
  pipeline nightly
  pipeline plan council-decisions
  pipeline --council my-council publish party-branches

\b
Exit codes: 0 done, or nothing to do; 1 the data are not fit; 2 usage or configuration;
3 a night in which some datasets failed; 4 a source, the network or the portal;
5 a person's approval is needed; 6 another run holds the lock; 7 this machine;
70 a bug; 130 interrupted."""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--council", type=click.Path(path_type=Path, file_okay=False), default=COUNCIL,
    help="Council directory with holder.yaml and a folder for each dataset.",
)  # fmt: skip
@click.option("--traceback", is_flag=True, help="Show where in the code an error was raised.")
@click.version_option(__version__, prog_name="pipeline")
@click.pass_context
def cli(context: click.Context, council: Path, traceback: bool) -> None:  # noqa: ARG001 - main reads it
    """Open data of a council: from its real material to a published catalogue."""
    typed = " ".join(["pipeline", *map(masked, sys.argv[1:])])
    context.obj = Desk(council=council, settings=Settings.from_environment(), typed=typed)


@cli.command("list")
@JSON
@click.pass_obj
def list_(at: Desk, as_json: bool) -> None:
    """Datasets with holder, edition, schedule and last release."""
    from pipeline import verbs

    records = [words.dataset_record(spec, latest) for spec, latest in verbs.datasets(at)]
    if as_json:
        show_json(records)
        return
    width = max((len(record["name"]) for record in records), default=0)
    show(words.dataset_line(record, width, "uk") for record in records)


@cli.command(epilog="Example: pipeline extract council-decisions --source page.html --to out")
@NAME
@SOURCES
@click.option("--to", "folder", type=click.Path(path_type=Path), help="Leave the tables here.")
@click.pass_obj
def extract(at: Desk, name: str, sources: Sequence[str], folder: Path | None) -> None:
    """Source to tables, without the gate; nothing is published."""
    from pipeline import verbs

    extraction = verbs.extract(at, name, sources)
    if folder is not None:
        verbs.write_extract(at, name, extraction, folder)
    for table in extraction.tables:
        say("extracted", {"table": table.name, "rows": len(table.frame)})
    show_findings(extraction.findings, as_json=False, limit=20)
    exit_on_errors(extraction.findings)


@cli.command(epilog="Example: pipeline record council-decisions --pages 3 --to tests/recorded/acts")
@NAME
@SOURCES
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), help="Default: tests/recorded/NAME."
)
@click.option("--pages", type=click.IntRange(min=1), default=5, help="Pages of a section.")
@click.pass_obj
def record(at: Desk, name: str, sources: Sequence[str], folder: Path | None, pages: int) -> None:
    """Keep the pages of a dataset's sources as the fixture of a test."""
    from pipeline import verbs

    kept = folder or Path("tests", "recorded", name)
    say("recorded", {"count": verbs.record(at, name, sources, kept, pages), "path": str(kept)})
    say("recorded-as-they-are", {})


@cli.command(epilog="Example: pipeline nightly --only council-decisions --only mayor-orders")
@ONLY
@JSON
@click.pass_obj
def nightly(at: Desk, only: Sequence[str], as_json: bool) -> None:
    """All datasets, the register last; one failure stops no other."""
    from pipeline import verbs
    from pipeline.descriptor import dataset_folders

    count, bare = len(only or dataset_folders(at.council)), not sys.stderr.isatty()
    with click.progressbar(length=count, file=sys.stderr, hidden=bare) as bar:
        outcomes, error = verbs.nightly(at, only, lambda _: bar.update(1))
    if as_json:
        show_json([words.outcome_record(outcome) for outcome in outcomes])
    site = str(at.settings.site) if at.settings.site.is_dir() else None
    for language in messages.LANGUAGES:
        say("night-heading", {}, (language,), error=as_json)
        show(summary(outcomes, site, at.settings.site_url, language), error=as_json)
    if error is not None:
        raise error


@cli.command(epilog="Example: pipeline status council-decisions --json")
@NAMES
@JSON
@click.option("--rows", is_flag=True, help="Where each row of the last release came from.")
@click.pass_obj
def status(at: Desk, names: Sequence[str], as_json: bool, rows: bool) -> None:
    """Where each published version came from, and the last good night."""
    from pipeline import review

    found, last = review.status(at, names, rows=rows)
    records = [words.status_record(item) for item in found]
    if as_json:
        show_json({"lastGoodNight": words.night_record(last), "datasets": records})
        return
    for record in records:
        show(words.status_lines(record, "uk"))
    click.echo(words.last_night_line(last, "uk"))


@cli.command(epilog="Example: pipeline report activity-counts")
@NAMES
@JSON
@click.option("--limit", type=click.IntRange(min=0), default=50, help="Findings shown; 0: all.")
@click.option("--csv", "table", type=NEW_FILE, help="All of them as a table in this file.")
@click.pass_obj
def report(at: Desk, names: Sequence[str], as_json: bool, limit: int, table: Path | None) -> None:
    """Findings of the last run, the heaviest first."""
    from pipeline import review

    found, letters = review.report(at, names), review.letters(at, names)
    if table is not None:
        write_file(table, review.as_table(found))
        say("findings-written", {"path": str(table)})
    if as_json:
        show_json({name: [as_record(finding) for finding in items] for name, items in found})
        return
    for name, items in found:
        click.echo(name)
        show_findings(items, as_json=False, limit=limit, error=False)
        if name in letters:
            say("letter-written", {"path": str(letters[name])}, ("uk",), error=False)


for verb in (*publication.VERBS, schemas, validate):
    cli.add_command(verb)


@cli.command(epilog="Example: pipeline duties --ics terms.ics")
@NAMES
@JSON
@click.option("--ics", type=NEW_FILE, help="A calendar of terms.")
@click.pass_obj
def duties(at: Desk, names: Sequence[str], as_json: bool, ics: Path | None) -> None:
    """What is owed to the public, by when, what is late, and how the last year looked."""
    from pipeline import review
    from pipeline.reporting import duties as told

    owed = review.owed(at, names)
    if ics is not None:
        write_file(ics, told.calendar(owed.duties, owed.now, "uk"))
        say("duties-calendar", {"path": str(ics)})
    if as_json:
        more = told.annex_record(owed.unanswered, owed.disowned, owed.too_seldom)
        show_json({**told.duties_record(owed.duties, owed.years), **more})
        return
    show(told.duty_lines(owed.duties, owed.years, "uk"))
    show(told.annex_lines(owed.unanswered, owed.disowned, owed.too_seldom, "uk"))


@cli.command()
@click.pass_obj
def doctor(at: Desk) -> None:
    """What is installed, what is missing, how to get it."""
    from pipeline.doctor import examine

    checks = list(examine(at.settings))
    for check in checks:
        key = f"doctor-{check.name}" if check.well else f"doctor-{check.name}-wrong"
        say(key, check.details, ("uk",), error=False)
    if any(check.serious and not check.well for check in checks):
        sys.exit(7)


def invoke() -> int:
    """Run the command and return its exit code.

    Raises:
        PipelineError: whatever went wrong, bugs included.
    """
    settings = Settings.from_environment()
    return contain(_invoked, settings.home, clock_of(settings))


def _invoked() -> int:
    try:
        code = cli.main(spread(sys.argv[1:]), standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        say("interrupted", {})
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0
