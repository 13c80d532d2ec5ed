"""Why a portal said no: it does not tell whether token, organisation or role is wrong."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import SourceError
from pipeline.publishing.ckan.connection import Portal

_VAGUE = {"portal-not-allowed", "portal-name-is-taken"}
"""What is said too where the organisation is gone, and its datasets were given to another one."""


@contextmanager
def diagnosed(portal: Portal, organization: str) -> Iterator[None]:
    """Turn a bare «not allowed» into what is wrong and what to do.

    Raises:
        SourceError: `portal-token-refused`, `portal-organization-missing`, or as the block raised.
    """
    try:
        yield
    except SourceError as error:
        if error.code not in _VAGUE:
            raise
        raise _cause(portal, organization) or error from error


def _cause(portal: Portal, organization: str) -> SourceError | None:
    known = _known(portal)
    if not known:
        return SourceError("portal-token-refused", url=portal.url)
    if organization not in known:
        names = ", ".join(known)
        return SourceError(
            "portal-organization-missing", url=portal.url, name=organization, known=names
        )
    return None


def _known(portal: Portal) -> list[str]:
    told = portal.read("organization_list_for_user", permission="create_dataset")
    return sorted(str(one["name"]) for one in told)


def organizations(url: str, token: str) -> list[str]:
    """For whom a token may publish on a portal.

    Raises:
        SourceError: the portal does not answer, or the token is for nobody.
    """
    portal = Portal(url, token, time.sleep)
    try:
        known = _known(portal)
    finally:
        portal.close()
    if not known:
        raise SourceError("portal-token-refused", url=url)
    return known
