"""What a cell of a type may look like that frictionless surely reads: plain spellings only.

Signs of plus, spaces, digits of other scripts and odd lengths are left to its own reader.
"""

import re

from frictionless import Field

_DAY = (
    r"[1-9][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])?"
_STEP = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
_HOST = r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?::[0-9]{1,4})?"
_LABEL = r"[a-z0-9]{1,20}(?:-[a-z0-9]{1,20})?"
_HEX = "[0-9a-f]"

DATE = rf"\A{_DAY}\z"
INTEGER = r"\A(?:0|-?[1-9][0-9]{0,17})\z"
YEAR = r"\A[0-9]{4}\z"
NAIVE = rf"\A{_DAY}T{_TIME}\z"
UTC = rf"\A{_DAY}T{_TIME}Z\z"

_DATETIME = rf"\A{_DAY}T{_TIME}(?:\.[0-9]{{1,6}})?{_ZONE}\z"
_URI = rf"\Ahttps?://{_HOST}(?:/{_STEP}*)*(?:\?(?:{_STEP}|[/?])*)?(?:#(?:{_STEP}|[/?])*)?\z"
_EMAIL = (
    rf"\A[a-z0-9]{{1,20}}(?:[._-][a-z0-9]{{1,20}}){{0,2}}@{_LABEL}(?:\.{_LABEL}){{0,3}}"
    r"\.[a-z]{2,6}\z"
)
_UUID = rf"\A{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}\z"

_BY_TYPE = {
    ("string", "uri"): _URI,
    ("string", "email"): _EMAIL,
    ("string", "uuid"): _UUID,
    ("date", "default"): DATE,
    ("datetime", "default"): _DATETIME,
    ("year", "default"): YEAR,
}


def of(field: Field) -> str | None:
    """The pattern that cells of a type are surely read by, or None if there is none."""
    if field.type == "integer":
        return INTEGER if getattr(field, "bare_number", False) else None
    if field.type == "number":
        return _number(field)
    return _BY_TYPE.get((field.type, field.format))


def _number(field: Field) -> str | None:
    """Digits with the signs for groups and for decimals that a field says it has."""
    if not getattr(field, "bare_number", False):
        return None
    group, point = separators(field)
    if not point or len(group) > 1 or len(point) > 1 or not set(group + point) <= set(" ,.'\u00a0"):
        return None
    if group == point:
        return None
    inner = f"[0-9{re.escape(group)}]" if group else "[0-9]"
    return rf"\A-?[0-9]{inner}{{0,14}}(?:{re.escape(point)}[0-9]{{1,12}})?\z"


def separators(field: Field) -> tuple[str, str]:
    """The signs for groups of digits and for decimals."""
    return str(getattr(field, "group_char", "")), str(getattr(field, "decimal_char", "."))
