"""A portal to look at, by hand: `make portal`, `make portal-stop`, `make portal-clean`."""

import os
import shutil
from pathlib import Path

import click

from tests.portal import install
from tests.portal.portal import Portal
from tests.portal.processes import PortalError
from tests.portal.servers import Servers
from tests.portal.website import PROFILES, Website

READY = """\
Портал {uk}: {url}. Перенесіть ці рядки у свою оболонку, і конвеєр публікуватиме на нього.
The portal {en}: {url}. Copy these lines into your shell, and the pipeline publishes to it.

export CKAN_URL={url}
export CKAN_API_TOKEN_FILE={token}"""
STARTED, RAN = {"uk": "працює", "en": "runs"}, {"uk": "вже працює", "en": "already runs"}

kind = click.option("--profile", type=click.Choice(sorted(PROFILES)), default="plain")


def website(profile: str) -> Website:
    """A portal of the folder that the environment names, .portal in the checkout by default."""
    state = Path(os.environ.get("PORTAL_HOME") or install.ROOT / ".portal").resolve()
    servers = Servers(state=state, cache=install.cache())
    return Website(servers=servers, profile=PROFILES[profile])


@click.group(name="python -m tests.portal", help=__doc__)
def main() -> None:
    """Take a verb."""


@main.command()
@kind
def start(profile: str) -> None:
    """Start a portal, and say how to reach it."""
    site = website(profile)
    words = RAN if site.running() else STARTED
    install.install(site.servers.cache, click.echo)
    site.servers.start(PROFILES)
    site.start()
    click.echo(READY.format(url=site.url, token=site.folder / "token", **words))


@main.command()
def stop() -> None:
    """Stop everything that runs."""
    sites = [website(profile) for profile in PROFILES]
    for site in sites:
        site.stop()
    sites[0].servers.stop()
    click.echo("Портал зупинено · The portal is stopped")


@main.command()
@click.pass_context
def clean(context: click.Context) -> None:
    """Stop everything, and forget what the portals held; what was downloaded stays."""
    context.invoke(stop)
    servers = website("plain").servers
    shutil.rmtree(servers.home, ignore_errors=True)
    for path in set(servers.state.glob("*")) - {servers.cache}:
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    click.echo(f"Завантажене лишилося в {servers.cache} · Downloads stay there")


@main.command()
@click.argument("name")
@click.argument("title")
@kind
def organisation(name: str, title: str, profile: str) -> None:
    """Add a council: its NAME as in holder.yaml, its TITLE for people."""
    portal = Portal(website=website(profile))
    portal.add_organisation(name, title)
    click.echo(f"Додано · Added: {portal.url}/organization/{name}")


if __name__ == "__main__":
    try:
        main()
    except (PortalError, AssertionError) as error:
        raise SystemExit(f"{error}") from error
