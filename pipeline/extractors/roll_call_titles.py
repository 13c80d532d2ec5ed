"""Titles of matters: the quotes around them, and stages that stand beside them."""

import re
from collections.abc import Sequence

from pipeline.ukrainian.text import plain

_STAGES = re.compile(r"за\s+основу|(?<!\w)[ву]\s+цілому", re.IGNORECASE)
_STAGE_ALONE = re.compile(
    r"(?:№\s*:\s*\d+)?[\s(\"]*(?:за\s+основу|[ву]\s+цілому)(?:\s*(?:,|та|і|й)\s*(?:за\s+основу|[ву]\s+цілому))?[\s).\"]*",
    re.IGNORECASE,
)
_SHORTEST = 3


def stage_of(text: str) -> str:
    """The stage of a decision that a line names; «за основу і в цілому» is both at once."""
    return " ".join(found.group().lower() for found in _STAGES.finditer(plain(text)))


def is_stage(text: str) -> bool:
    """Whether a line says nothing but the stage: «(за основу)»."""
    return _STAGE_ALONE.fullmatch(plain(text)) is not None


def unquoted(title: str) -> str:
    """Without quotes around the whole of it; those of names inside it stay."""
    ends = plain(title[:1] + title[-1:])
    if len(title) < _SHORTEST or ends != '""':
        return title
    depth = 0
    for sign in title[1:-1]:
        depth += {"«": 1, "»": -1}.get(sign, 0)
        if depth < 0:
            return title
    other = title[0] != "«" and '"' in plain(title[1:-1])
    return title if other or depth else title[1:-1].strip()


def is_open(title: Sequence[str]) -> bool:
    """Whether a title has begun that no quote around the whole of it has closed."""
    words = plain(" ".join(title)).strip()
    return bool(words) and not (words.startswith('"') and words.endswith('"'))
