"""Columns in which the annex of resolution 835 asks for officials, deputies, signers or contacts.

The schema says so column by column (`asksFor`); a descriptor that names the column has the last
word. The annex also asks for telephones and birthdays of deputies, and for telephones of owners of
stations: those may be private, so no schema says it and a descriptor must.
"""

from collections.abc import Mapping

from pipeline.parameters.privacy import ColumnPolicy, Treatment
from pipeline.validation.schema import Schema


def asked_by(schema: Schema) -> Mapping[str, ColumnPolicy]:
    """Column -> its policy where no descriptor names it: what the schema asks for stays.

    Source: digest of the rules, 5.3.
    """
    return {
        field.name: ColumnPolicy(
            treatment=Treatment.ALLOW,
            permit=field.asks_for.permit,
            reason=f"the annex asks for it: {field.asks_for.who}",
        )
        for field in schema.fields
        if field.asks_for is not None
    }
