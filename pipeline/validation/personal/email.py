"""Mailboxes; those of bodies of power (`….gov.ua`) belong to a post and not to a person."""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule

_AT = r"(?:@|\s?[\[(](?:at|собака)[\])]\s?|\sсобака\s)"
_MAILBOX = re.compile(rf"[\w.+-]*\w{_AT}[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{{2,}}", re.IGNORECASE)
_OF_A_BODY = re.compile(r"[@.\s\])]gov\.ua$", re.IGNORECASE)


class EmailDetector:
    """Finds «name@host.tld», also where «@» is written as «[at]»."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _MAILBOX.finditer(text.text):
            if not _OF_A_BODY.search(match.group()):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.EMAIL)
