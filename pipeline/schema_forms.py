"""What a structure is exported as; light, since the command names them in its help."""

from enum import StrEnum


class Form(StrEnum):
    """What a structure is exported as."""

    JSON = "json"
    """Table Schema."""
    CSV = "csv"
    """The five columns of resolution 835."""
    CSVW = "csvw"
    DATAPACKAGE = "datapackage"
