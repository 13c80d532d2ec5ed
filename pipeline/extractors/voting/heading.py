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
# Words over a further vote that do not say on what it was.
_NO_MATTER = re.compile(
    r"(?:\W|(?:за|основу|[ву]\s+цілому|(?:пере)?голосуванн\w*|повторн\w+|пропозиці\w+)(?!\w))*",
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
    """Number on the agenda, where a line of its own says it."""

    @property
    def is_own(self) -> bool:
        """Whether the votes under it are on a matter of their own."""
        titled = self.title and (is_about(self.title) or not is_of_stage(self.title))
        return bool(self.code or titled) or bool(self.number or self.session or self.day)

    def is_further(self, before: "Heading") -> bool:
        """Whether the votes under it are on the matter of the vote before."""
        return not self.is_own and self.question in {"", before.question}

    def contradicts(self, above: "Heading") -> bool:
        """A decision of another day than its meeting; a vote with a time may be of a later day."""
        return None not in {above.day, self.day} and above.day != self.day and not self.time

    def on(self, matter: "Heading") -> "Heading":
        """Of a further vote on a matter: with words of its own, «Поправка № 3», in the title."""
        own = self.title if self.has_matter else ""
        return replace(matter, time=self.time, title=f"{matter.title} {own}".strip())

    @property
    def has_matter(self) -> bool:
        """Whether the title says on what the vote was: «Поправка № 3», no «Голосування»."""
        return _NO_MATTER.fullmatch(plain(self.title)) is None

    def within(self, before: "Heading") -> "Heading":
        """With the meeting of the vote before where it names none, and no other day."""
        if self.session or self.day not in {None, before.day}:
            return self
        convocation = self.convocation or before.convocation
        return replace(self, session=before.session, convocation=convocation, day=before.day)


def is_of_stage(words: str) -> bool:
    """«Поправка № 3», «(за основу)»: what tells votes on one matter apart."""
    return _STAGE.search(plain(words)) is not None


def is_about(text: str) -> bool:
    """Whether the title has begun: what stands before «Про …» may be words of the meeting."""
    return _ABOUT.match(plain(text)) is not None or bool(lead_of(text))
