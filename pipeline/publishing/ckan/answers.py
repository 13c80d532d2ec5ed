"""What the answers of a portal mean: who must act, whether a repeat may help. Pure.

What a portal says of a value is never passed on: it may quote a cell.
"""

from collections.abc import Iterator, Mapping
from http import HTTPStatus

from pipeline.errors import SourceError


class NotThereError(SourceError):
    """The portal has no such dataset, resource or table, or hides it."""


class RefusedError(SourceError):
    """The portal does not take the values."""

    def __init__(self, url: str, fields: tuple[str, ...], row: int | None = None) -> None:
        super().__init__("portal-refused", url=url, fields=", ".join(fields))
        self.fields = fields
        """Names of the fields, as the portal gives them."""
        self.row = row
        """Position, from 0, of the row of a batch."""


class Fault(Exception):  # noqa: N818 - never leaves the connection
    """An answer that was no success, and what may be done about it."""

    def __init__(
        self,
        told: SourceError,
        *,
        heals: bool = False,
        undone: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(told.code)
        self.told = told
        self.heals = heals
        """Whether the same call may go through later."""
        self.undone = undone
        """Whether the portal certainly did nothing."""
        self.retry_after = retry_after
        """Seconds that the portal asks to wait."""


_PACKAGE = {"id", "name", "private", "resources", "state", "version"}
_HOLDS: Mapping[str, set[str]] = {
    "datastore_info": {"fields"},
    "datastore_search": {"records"},
    "package_create": _PACKAGE,
    "package_revise": {"package"},
    "package_show": _PACKAGE,
    "scheming_dataset_schema_show": {"dataset_fields"},
    "status_show": {"extensions"},
}
_LISTS: Mapping[str, set[str]] = {
    "organization_list_for_user": {"name"},
    "resource_view_list": {"view_type"},
}


def is_answer(action: str, result: object) -> bool:
    """Whether the result of an action holds what CKAN puts there, as far as it is used."""
    if action in _LISTS:
        return isinstance(result, list) and all(_holds(one, _LISTS[action]) for one in result)
    return action not in _HOLDS or _holds(result, _HOLDS[action])


def _holds(result: object, names: set[str]) -> bool:
    return isinstance(result, dict) and names <= result.keys()


def fault_of(url: str, status: int, headers: Mapping[str, str]) -> Fault:
    """What an answer means that ckanapi did not recognise."""
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return Fault(SourceError("portal-redirects", url=url))
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return Fault(SourceError("portal-not-allowed", url=url))
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return Fault(SourceError("portal-upload-too-large", url=url))
    wait = _seconds(headers.get("Retry-After", ""))
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        told = SourceError("portal-busy", url=url)
        return Fault(told, heals=True, undone=True, retry_after=wait)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        told = SourceError("portal-failed", url=url, status=status)
        undone = status == HTTPStatus.SERVICE_UNAVAILABLE and wait is not None
        return Fault(told, heals=True, undone=undone, retry_after=wait)
    told = SourceError("portal-answer-unreadable", url=url, status=status)
    # A page of maintenance goes away; what a portal calls a bad request stays one.
    return Fault(told, heals=status < HTTPStatus.BAD_REQUEST)


def _seconds(header: str) -> float | None:
    """The seconds of a `Retry-After`; a date there is taken for nothing."""
    return float(header) if header.strip().isdecimal() else None


_UPLOAD = "upload"
"""What CKAN calls a file whose size it refuses (`ckan.lib.uploader`)."""


def refusal(url: str, faults: Mapping[str, object]) -> SourceError:
    """The names of the fields that a portal refused, without what it says of their values."""
    row = faults.get("records_row")
    names = tuple(dict.fromkeys(_names(faults)))
    if names == (_UPLOAD,):
        return SourceError("portal-upload-too-large", url=url)
    return RefusedError(url, names, row if isinstance(row, int) else None)


def _names(faults: Mapping[str, object]) -> Iterator[str]:
    for name, said in faults.items():
        if name.startswith("__"):
            continue
        inner = [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []
        if name in {"resources", "extras", "tags"} and inner:
            for number, one in enumerate(inner):
                yield from (f"{name}[{number}].{deeper}" for deeper in _names(one))
        else:
            yield name
