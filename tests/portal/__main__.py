"""A portal to look at, by hand: python -m tests.portal start|stop|clean|organisation."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from tests.portal import install
from tests.portal.portal import Portal
from tests.portal.processes import PortalError
from tests.portal.servers import Servers
from tests.portal.website import PROFILES, Website

READY = """\
Портал {state}: {url}. Перенесіть ці рядки у свою оболонку, і конвеєр публікуватиме на нього.
The portal {state_en}: {url}. Copy these lines into your shell, and the pipeline publishes to it.

export CKAN_URL={url}
export CKAN_API_TOKEN_FILE={token}
"""


def servers() -> Servers:
    """The servers of the folder that the environment names, .portal in the checkout by default."""
    state = Path(os.environ.get("PORTAL_HOME") or install.ROOT / ".portal").resolve()
    return Servers(state=state, cache=install.cache())


def start(profile: str) -> None:
    """Start a portal, and say how to reach it."""
    home = servers()
    site = Website(servers=home, profile=PROFILES[profile])
    already = site.running()
    install.install(home.cache, print)
    home.start(PROFILES)
    site.start()
    state, state_en = ("вже працює", "already runs") if already else ("працює", "runs")
    token = site.folder / "token"
    print(READY.format(state=state, state_en=state_en, url=site.url, token=token), end="")


def stop() -> None:
    """Stop everything that runs."""
    home = servers()
    for profile in PROFILES.values():
        Website(servers=home, profile=profile).stop()
    home.stop()
    print("Портал зупинено · The portal is stopped")


def clean() -> None:
    """Stop everything, and remove the state; what was downloaded stays."""
    home = servers()
    stop()
    shutil.rmtree(home.home, ignore_errors=True)
    for path in set(home.state.glob("*")) - {home.cache}:
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    print(f"Завантажене лишилося в {home.cache} · Downloads stay in {home.cache}")


def organisation(name: str, title: str, profile: str) -> None:
    """Add a council, and let the publisher edit its datasets."""
    portal = Portal(website=Website(servers=servers(), profile=PROFILES[profile]))
    portal.add_organisation(name, title)
    print(f"Додано · Added: {portal.url}/organization/{name}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.portal", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    profile = argparse.ArgumentParser(add_help=False)
    profile.add_argument("--profile", choices=sorted(PROFILES), default="plain")
    verbs.add_parser("start", parents=[profile])
    verbs.add_parser("stop")
    verbs.add_parser("clean")
    added = verbs.add_parser("organisation", parents=[profile])
    added.add_argument("name")
    added.add_argument("title")
    return parser.parse_args()


def main() -> int:
    words = vars(arguments())
    verb = words.pop("verb")
    verbs = {"start": start, "stop": stop, "clean": clean, "organisation": organisation}
    try:
        verbs[verb](**words)
    except PortalError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
