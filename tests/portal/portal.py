"""What a test asks of a portal: three readers of its API, and means to break it for real."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests

from tests.portal.processes import PortalError
from tests.portal.website import Website


class Refused(Exception):
    """The portal said no."""

    def __init__(self, status: int, error: dict[str, Any]) -> None:
        super().__init__(f"{status} {error}")
        self.status = status
        self.error = error


@dataclass(frozen=True, kw_only=True)
class Client:
    """One reader of the API; without a token, the public."""

    url: str
    token: str | None = None

    def action(self, action: str, /, **data: object) -> Any:
        """Call an action; its result, or Refused."""
        with requests.Session() as session:
            session.trust_env = False  # 127.0.0.1 is never behind the proxy of the machine
            if self.token:
                session.headers["Authorization"] = self.token
            answer = session.post(f"{self.url}/api/3/action/{action}", json=data, timeout=60)
        body = answer.json()
        if not body.get("success"):
            raise Refused(answer.status_code, body.get("error") or body)
        return body["result"]


@dataclass(frozen=True, kw_only=True)
class Portal:
    """A running portal."""

    website: Website

    @property
    def url(self) -> str:
        return self.website.url

    @property
    def token(self) -> str:
        """The token of an ordinary user who may edit datasets of the councils."""
        return self._read("token")

    @property
    def public(self) -> Client:
        return Client(url=self.url)

    @property
    def publisher(self) -> Client:
        return Client(url=self.url, token=self.token)

    @property
    def sysadmin(self) -> Client:
        """For chores of the tests only."""
        return Client(url=self.url, token=self._read("sysadmin-token"))

    def add_organisation(self, name: str, title: str) -> None:
        """Add a council, and let the publisher edit its datasets."""
        self.sysadmin.action("organization_create", name=name, title=title)
        self.sysadmin.action(
            "organization_member_create", id=name, username="publisher", role="editor"
        )

    def _read(self, name: str) -> str:
        return (self.website.folder / name).read_text(encoding="utf-8").strip()
