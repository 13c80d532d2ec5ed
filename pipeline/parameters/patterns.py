"""Regular expressions in YAML, tried when the YAML is read."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled.

    Raises:
        ValueError: it is no regular expression.
    """
    try:
        return re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error


def _compiles(pattern: str) -> str:
    compiled(pattern)
    return pattern


Pattern = Annotated[str, Field(min_length=1), AfterValidator(_compiles)]
"""A regular expression of Python."""
