"""The heading of a vote: of which meeting and on which matter it is."""

import re
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extractors.voting.leads import lead_of
from pipeline.ukrainian.text import plain

# What stands over a further vote on the same matter.
_STAGE = re.compile(
    r"за\s+основу|[ву]\s+цілому|голосуванн|пропозиці|поправ|переголосув|редакці",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:\W|\d|питання|вопрос|слухали)*(?:про(?:\s|\Z)|об?\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above the votes."""

    session: str = ""
    convocation: str = ""
    day: date | None = None
    time: str = ""
    """Of the vote, `10:15:20`; empty where the protocol does not say it."""
    number: str = ""
    """Of the decision; only one that was adopted has one."""
    code: str = ""
    """Of the draft: `S-zr-240`."""
    title: str = ""
    question: str = ""
    """Number on the agenda, where a line says it alone."""

    @property
    def is_own(self) -> bool:
        """Whether the votes under it are on a matter of their own."""
        titled = self.title and (is_about(self.title) or not _STAGE.search(plain(self.title)))
        return bool(self.code or titled) or bool(self.number or self.session or self.day)

    def is_further(self, before: "Heading") -> bool:
        """Whether the votes under it are on the matter of the vote before."""
        return not self.is_own and self.question in {"", before.question}

    def within(self, before: "Heading") -> "Heading":
        """With the meeting of the vote before where it names none."""
        if self.session or self.day:
            return self
        return replace(self, session=before.session, convocation=before.convocation, day=before.day)


def is_about(text: str) -> bool:
    """Whether the title has begun: what stands before «Про …» may be words of the meeting."""
    return _ABOUT.match(plain(text)) is not None or bool(lead_of(text))
