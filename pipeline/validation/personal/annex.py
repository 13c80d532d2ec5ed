"""Columns in which the annex of resolution 835 asks for the contacts of a body or of an official.

Work phones and work mailboxes are published (digest of the rules, 5.3); a descriptor that names the
column has the last word. The annex also asks for telephones and birthdays of deputies, and for
telephones of owners of stations: those may be private, so a descriptor must say it.
"""

from collections.abc import Mapping

from pipeline.parameters.privacy import ColumnPolicy, Permit, Treatment

_EMAIL, _PHONE = frozenset({Permit.EMAIL}), frozenset({Permit.MOBILE_PHONE})

_ANYWHERE: Mapping[str, frozenset[Permit]] = {
    "contactPointHasEmail": _EMAIL,
    "contactPointEmail": _EMAIL,
    "contactPointHasTelephone": _PHONE,
    "contactPointTelephone": _PHONE,
}
_IN_TABLE: Mapping[tuple[str, str], frozenset[Permit]] = {
    ("ReferenceBook/Posts", "phone"): _PHONE,
    ("2/posts", "telephone"): _PHONE,
    ("2/posts", "email"): _EMAIL,
    ("17/infoAudit", "dataUserTelephone"): _PHONE,
    ("17/infoAudit", "dataUserEmail"): _EMAIL,
    ("30/deputies", "email"): _EMAIL,
    ("55/agency", "telephone"): _PHONE,
    ("55/agency", "email"): _EMAIL,
}


def asked_by_annex(schema: str, column: str) -> ColumnPolicy:
    """The policy of a column that no descriptor names: strict, unless the annex asks for contacts.

    Args:
        schema: path of the schema, as `835-2019/RegisterOfDatasets`.
        column: name of the column.
    """
    edition, _, table = schema.partition("/")
    if not edition.startswith("835-"):
        return ColumnPolicy()
    permits = _ANYWHERE.get(column) or _IN_TABLE.get((table, column))
    if permits is None:
        return ColumnPolicy()
    reason = "the annex asks for the contacts of a body or of an official"
    return ColumnPolicy(treatment=Treatment.ALLOW, permit=tuple(permits), reason=reason)
