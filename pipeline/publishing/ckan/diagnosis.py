"""Why a portal said no: it does not tell whether token, organisation or role is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import SourceError
from pipeline.publishing.ckan.connection import Portal


@contextmanager
def diagnosed(portal: Portal, organization: str) -> Iterator[None]:
    """Turn a bare «not allowed» into what is wrong and what to do.

    Raises:
        SourceError: `portal-token-refused`, `portal-organization-missing`, or as the block raised.
    """
    try:
        yield
    except SourceError as error:
        if error.code != "portal-not-allowed":
            raise
        raise _cause(portal, organization) or error from error


def _cause(portal: Portal, organization: str) -> SourceError | None:
    told = portal.read("organization_list_for_user", permission="create_dataset")
    known = sorted(str(one["name"]) for one in told)
    if not known:
        return SourceError("portal-token-refused", url=portal.url)
    if organization not in known:
        names = ", ".join(known)
        return SourceError(
            "portal-organization-missing", url=portal.url, name=organization, known=names
        )
    return None
