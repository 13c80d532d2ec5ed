"""Times that no preposition introduces: in brackets, and joined to one that has it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.ukrainian.periods import Mention

_WHICH = re.compile(
    r"(?<!\w)(?:тиж(?:ден|н)|місяц|квартал|півріч|період|декад)\w*\s*\($", re.IGNORECASE
)
_AND = re.compile(r"(?:,|(?<!\w)(?:та|і|й))\s+$", re.IGNORECASE)
_COUNTED = re.compile(r"\s*[-(]\s*\d")
SHUTS = re.compile(r"\s*\)")
"""What closes the bracket that a time stands in."""


def goes_on(text: str, mention: Mention, told: Sequence[Mention]) -> bool:
    """«У вересні (31) та травні (28)»: the preposition stands once."""
    before = _AND.search(text[: mention.start]) is not None
    counted = _COUNTED.match(text, mention.end) is not None
    return before and counted and any(one.end <= mention.start for one in told)


def in_brackets(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """«148 заходів (ІІ квартал 2024 року: 131 захід)», «минулого тижня (26.01–01.02) – 31»."""
    for mention in mentions:
        before, after = text[: mention.start].rstrip(), text[mention.end :]
        shut = SHUTS.match(after)
        if not before.endswith("("):
            continue
        if after.lstrip().startswith((":", "-")):
            yield mention
        elif shut is not None and _WHICH.search(before) is not None:
            # The bracket only says which week it is: what follows is of that week.
            yield replace(mention, end=mention.end + shut.end())
