"""One CKAN portal over HTTP; ckanapi and requests stop here.

No redirect is followed with a token, so it never travels to another host. A call is made again only
where a repeat is safe: the portal said that it did nothing, or doing it twice is doing it once.
"""

import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests
from ckanapi import RemoteCKAN  # type: ignore[import-untyped]  # has no types
from ckanapi.errors import (  # type: ignore[import-untyped]  # the same
    CKANAPIError,
    NotAuthorized,
    NotFound,
    ServerIncompatibleError,
    ValidationError,
)

from pipeline import __version__
from pipeline.errors import SourceError
from pipeline.publishing.ckan.answers import Fault, NotThereError, fault_of, is_answer, refusal
from pipeline.publishing.ckan.patience import Patience
from pipeline.publishing.passport import Json

T = TypeVar("T")

AGENT = f"council-open-data-pipeline/{__version__}"
TIMEOUT = (10, 120)
"""Seconds to connect, and between two bytes of an answer."""
PAUSE_MAX = 60.0
"""Longest wait that a `Retry-After` is granted, in seconds."""

_NO_ANSWER = (
    CKANAPIError,
    ServerIncompatibleError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What ckanapi raises of an answer that is none of CKAN's API."""
_UNSENT = ("NewConnectionError", "NameResolutionError")


class Portal:
    """A portal as one client sees it: with a token the publisher, without one the public."""

    def __init__(
        self,
        url: str,
        token: str | None,
        wait: Callable[[float], None],
        patience: Patience | None = None,
    ) -> None:
        self.url = url.rstrip("/")
        self._wait = wait
        self._patience = patience or Patience()
        self._token = token
        self._session = _Session(
            follows=token is None, heard=lambda: self._patience.answered(self.url)
        )
        self._posts = self._client(token, get_only=False)
        self._gets = self._client(token, get_only=True)

    def _client(self, token: str | None, *, get_only: bool) -> RemoteCKAN:
        return RemoteCKAN(
            self.url, apikey=token, user_agent=AGENT, get_only=get_only, session=self._session
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def rest(self, seconds: float) -> None:
        """Give the portal time to recover."""
        self._wait(seconds)

    def read(self, action: str, **parameters: str | int) -> Any:
        """Ask by GET; the `result` of the action.

        Raises:
            NotThereError: the portal has no such thing.
            SourceError: anything else it did not answer.
        """
        return self._tried(lambda: self._acted(self._gets, action, parameters), repeatable=True)

    def call(
        self,
        action: str,
        data: Mapping[str, Json],
        files: Mapping[str, tuple[str, bytes]] | None = None,
        *,
        repeatable: bool = False,
    ) -> Any:
        """Call an action by POST; its `result`.

        Args:
            action: as the API names it.
            data: its arguments; only plain ones where there are files.
            files: argument -> name and content.
            repeatable: whether doing it twice leaves what doing it once leaves.

        Raises:
            NotThereError: the portal has no such thing.
            RefusedError: the portal does not take the values.
            SourceError: anything else; the change may have been made all the same.
        """
        return self._tried(
            lambda: self._acted(self._posts, action, data, files), repeatable=repeatable
        )

    def download(self, address: str) -> bytes:
        """The bytes behind an address of the portal, by whatever name it calls itself there.

        Raises:
            NotThereError: there is nothing.
            SourceError: the portal does not give it.
        """
        parts = urlsplit(address)
        path = parts.path.removeprefix(f"{urlsplit(self.url).path}/").lstrip("/")
        inside = f"{self.url}/{path}?{parts.query}" if parts.query else f"{self.url}/{path}"
        return self._tried(lambda: self._fetched(inside), repeatable=True)

    def _acted(
        self,
        client: RemoteCKAN,
        action: str,
        data: Mapping[str, Json],
        files: Mapping[str, tuple[str, bytes]] | None = None,
    ) -> Any:
        more = {"requests_kwargs": {"timeout": TIMEOUT}, "files": dict(files) if files else None}
        result = self._understood(lambda: client.call_action(action, dict(data), **more))
        if not is_answer(action, result):
            raise self._unrecognised()
        return result

    def _fetched(self, address: str) -> bytes:
        headers = {"User-Agent": AGENT}
        if self._token:
            headers["Authorization"] = self._token
        answer = self._understood(
            lambda: self._session.get(address, headers=headers, timeout=TIMEOUT)
        )
        if answer.status_code == requests.codes.not_found:
            raise NotThereError("portal-not-there", url=self.url)
        if answer.status_code != requests.codes.ok:
            raise fault_of(self.url, answer.status_code, answer.headers)
        return answer.content

    def _understood(self, ask: Callable[[], T]) -> T:
        self._session.last = None
        try:
            return ask()
        except requests.RequestException as error:
            raise self._unreached(error) from error
        except NotFound as error:
            raise NotThereError("portal-not-there", url=self.url) from error
        except NotAuthorized as error:
            raise SourceError("portal-not-allowed", url=self.url) from error
        except ValidationError as error:
            raise refusal(self.url, error.error_dict) from error
        except _NO_ANSWER as error:
            raise self._unrecognised() from error

    def _unreached(self, error: requests.RequestException) -> Fault:
        told = SourceError("portal-out-of-reach", url=self.url, reason=type(error).__name__)
        # urllib3 names what happened before a byte was sent inside the error it was tried with.
        said = repr(error)
        unsent = isinstance(error, requests.ConnectTimeout) or any(one in said for one in _UNSENT)
        return Fault(told, heals=True, undone=unsent)

    def _unrecognised(self) -> Fault:
        last = self._session.last
        if last is None:
            return Fault(SourceError("portal-answer-unreadable", url=self.url, status=0))
        return fault_of(self.url, last.status_code, last.headers)

    def _tried(self, attempt: Callable[[], T], *, repeatable: bool) -> T:
        pauses = [*self._patience.pauses(self.url)]
        while True:
            try:
                return attempt()
            except Fault as fault:
                if not pauses or not (fault.undone or (repeatable and fault.heals)):
                    self._noted(fault, tried=not pauses)
                    raise fault.told from fault
                pause = pauses.pop(0)
                self._wait(min(fault.retry_after or pause, PAUSE_MAX))

    def _noted(self, fault: Fault, *, tried: bool) -> None:
        if tried and fault.told.code == "portal-out-of-reach":
            self._patience.gave_up(self.url)


class _Session(requests.Session):
    """Keeps the last answer, tells that there was one, takes no password from a .netrc.

    With a token it follows no redirect; the public does, since portals keep files elsewhere.
    """

    def __init__(self, *, follows: bool, heard: Callable[[], None]) -> None:
        super().__init__()
        self._follows = follows
        self._heard = heard
        self.auth = _as_it_is
        self._here = threading.local()

    @property
    def last(self) -> requests.Response | None:
        """The last answer that this thread got."""
        found: requests.Response | None = getattr(self._here, "last", None)
        return found

    @last.setter
    def last(self, answer: requests.Response | None) -> None:
        self._here.last = answer

    def send(self, request: requests.PreparedRequest, **how: Any) -> requests.Response:
        """Send, and keep the answer."""
        how["allow_redirects"] = self._follows and bool(how.get("allow_redirects"))
        answer = super().send(request, **how)
        self._heard()
        self.last = answer
        return answer

    def rebuild_auth(
        self,
        prepared_request: requests.PreparedRequest,
        response: requests.Response,  # noqa: ARG002 - as requests calls it
    ) -> None:
        """Nor does the next host of a redirect get a password."""
        prepared_request.headers.pop("Authorization", None)


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Authorisation is what ckanapi puts there and nothing else."""
    return request
