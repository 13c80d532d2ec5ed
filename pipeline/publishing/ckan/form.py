"""Which kind of portal it is, by the form that it has for a dataset."""

from http import HTTPStatus

from pipeline.errors import SourceError
from pipeline.publishing.ckan.answers import NotThereError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.portal_profile import PortalProfile, load_profile

LAW = "data-gov-ua"
"""The portal that the law names: what it would refuse is refused wherever a dataset goes."""
_OWN_FIELD = "purpose_of_collecting_information"


def profile_of(portal: Portal) -> PortalProfile:
    """The profile whose form the portal says it has.

    Raises:
        SourceError: it does not answer.
    """
    try:
        told = portal.read("scheming_dataset_schema_show", type="dataset")
    except SourceError as error:
        # An action that a portal does not know is a bad request: it has CKAN's own form.
        unknown = error.details.get("status") == HTTPStatus.BAD_REQUEST
        if not (unknown or isinstance(error, NotThereError)):
            raise
        return load_profile("plain")
    names = {one["field_name"] for one in told["dataset_fields"]}
    return load_profile(LAW if _OWN_FIELD in names else "plain")
