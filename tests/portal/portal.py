"""What a test asks of a portal: three readers of its API, and means to break it for real."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests

from tests.portal import processes
from tests.portal.processes import PortalError
from tests.portal.website import Website


class RefusedError(Exception):
    """The portal said no."""

    def __init__(self, status: int, body: object) -> None:
        super().__init__(f"{status} {body}")
        self.status = status
        self.error: dict[str, Any] = body.get("error", {}) if isinstance(body, dict) else {}


@dataclass(frozen=True, kw_only=True)
class Client:
    """One reader of the API; without a token, the public."""

    url: str
    token: str | None = field(default=None, repr=False)

    def action(self, action: str, /, **data: object) -> Any:
        """Call an action; its result, or RefusedError."""
        with requests.Session() as session:
            session.trust_env = False  # no proxy of the machine stands before 127.0.0.1
            if self.token:
                session.headers["Authorization"] = self.token
            answer = session.post(f"{self.url}/api/3/action/{action}", json=data, timeout=60)
        body = answer.json()
        if not isinstance(body, dict) or not body.get("success"):
            raise RefusedError(answer.status_code, body)
        return body["result"]

    def insist(
        self, action: str, /, *, pauses: Sequence[float] = (1, 3, 5), **data: object
    ) -> None:
        """Have a portal do what may be asked twice, though it fails at first.

        CKAN 2.12 answers 500 where a job of its own that it wants to put off ends in that moment
        (seen at `datastore_delete` on 2026-11-27), and while it works at what a killed publisher
        asked. A 404 after a failure: it was removed, though the portal did not say so.
        """
        failed = False
        for pause in (*pauses, None):
            try:
                self.action(action, **data)
            except RefusedError as error:
                if failed and error.status == 404:
                    return
                if error.status < 500 or pause is None:
                    raise
                failed = True
                time.sleep(pause)
            else:
                return


@dataclass(frozen=True, kw_only=True)
class Portal:
    """A running portal."""

    website: Website

    @property
    def url(self) -> str:
        return self.website.url

    @property
    def token(self) -> str:
        """The token of an ordinary user, an editor of the councils' datasets and no more."""
        return self._read("token")

    @property
    def public(self) -> Client:
        """Somebody without a token."""
        return Client(url=self.url)

    @property
    def publisher(self) -> Client:
        """The user whose token the pipeline gets."""
        return Client(url=self.url, token=self.token)

    @property
    def sysadmin(self) -> Client:
        """For chores of the tests only."""
        return Client(url=self.url, token=self._read("sysadmin-token"))

    def reset(self) -> None:
        """Go back to the day the portal was made: people, councils and tokens, and no dataset."""
        self.website.reset()

    def add_organisation(self, name: str, title: str) -> None:
        """Add a council, and let the publisher edit its datasets."""
        self.sysadmin.action("organization_create", name=name, title=title)
        self.sysadmin.action(
            "organization_member_create", id=name, username="publisher", role="editor"
        )

    def new_token(self) -> str:
        """One more token of the publisher, to be revoked."""
        made = self.sysadmin.action("api_token_create", user="publisher", name="another")
        return str(made["token"])

    def revoke(self, token: str) -> None:
        """Make a token worthless."""
        self.sysadmin.action("api_token_revoke", token=token)

    @contextmanager
    def without_search(self) -> Iterator[None]:
        """No Solr for a while: the portal lives and its search index is gone."""
        servers = self.website.servers
        servers.stop_solr()
        try:
            yield
        finally:
            servers.start_solr()

    @contextmanager
    def changed(self, settings: Mapping[str, str]) -> Iterator[None]:
        """The portal started anew with other settings, and then with its own again."""
        self._restart(settings)
        try:
            yield
        finally:
            self._restart({})

    @contextmanager
    def without_plugins(self, *names: str) -> Iterator[None]:
        """The portal without some of its plugins, `datastore` for example."""
        kept = [name for name in self.website.profile.plugins.split() if name not in names]
        with self.changed({"ckan.plugins": " ".join(kept)}):
            yield

    @contextmanager
    def full_disk(self, kilobytes: int = 64) -> Iterator[None]:
        """Next to no room for uploaded files: a tiny file system over the folder of storage."""
        if os.geteuid() != 0:
            raise PortalError("only root can mount a file system that is full")
        options = f"size={kilobytes}k,mode=755"
        place = self.website.storage
        processes.run(["mount", "-t", "tmpfs", "-o", options, "portal", place])
        try:
            yield
        finally:
            processes.run(["umount", "--lazy", place])

    def _restart(self, settings: Mapping[str, str]) -> None:
        self.website.stop()
        self.website.start(settings)

    def _read(self, name: str) -> str:
        return (self.website.folder / name).read_text(encoding="utf-8").strip()
