"""Runs inside CKAN's own environment, once a portal: tables, people, organisations, tokens.

Usage: python prepare.py CKAN.INI FOLDER; the tokens are left in files that only their owner reads.
"""

import os
import secrets
import sys
from pathlib import Path
from typing import Any

from ckan import model  # type: ignore[import-not-found]
from ckan.cli import CKANConfigLoader  # type: ignore[import-not-found]
from ckan.cli.db import upgrade  # type: ignore[import-not-found]
from ckan.config.middleware import make_app  # type: ignore[import-not-found]
from ckan.plugins import toolkit  # type: ignore[import-not-found]

COUNCILS = {"lysychansk": "Лисичанська міська рада", "drabiv": "Драбівська селищна рада"}


def act(name: str, /, **data: object) -> Any:
    """Call an action as the site itself."""
    context = {"ignore_auth": True, "user": "admin"}
    return toolkit.get_action(name)(context, data)


def person(name: str) -> None:
    """Add a user that nobody logs in as: the tests work by token only."""
    password = secrets.token_urlsafe(32)
    act("user_create", name=name, email=f"{name}@portal.example", password=password)


def token(user: str, file: Path) -> None:
    """Make a token and leave it in a file."""
    value = act("api_token_create", user=user, name="tests")["token"]
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(f"{value}\n")


def people(folder: Path) -> None:
    """A sysadmin for chores, and a publisher who may edit datasets of the councils and no more."""
    person("admin")
    model.User.get("admin").sysadmin = True
    model.repo.commit()
    person("publisher")
    for name, title in COUNCILS.items():
        act("organization_create", name=name, title=title)
        act("organization_member_create", id=name, username="publisher", role="editor")
    token("admin", folder / "sysadmin-token")
    token("publisher", folder / "token")


def main(ini: str, folder: str) -> None:
    application = make_app(CKANConfigLoader(ini).get_config())
    with application._wsgi_app.test_request_context():
        upgrade.main([], standalone_mode=False)  # what `ckan db init` does
        people(Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
