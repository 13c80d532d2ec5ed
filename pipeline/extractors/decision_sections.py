"""Headings under which titles are no acts: of an agenda, of votes, of what is none of a council."""

import re

from pipeline.ukrainian.text import plain

AGENDA = re.compile(
    r"(?:проєкт\s+|проект\s+)?(?:поряд(?:ок|ку)\s+денн|план\s+(?:роботи|виконком|засідан|сесі)"
    r"|перелік\s+питань|питання\s+(?:порядку|на\s+розгляд))",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"(?:електронн\w+\s+|громадськ\w+\s+)?(?:петиці[їя]|оголошення|новини|анонси|вакансії|слухання|обговорення"
    r"|законодавство|закони)(?:\s+(?:україни|громади|ради|міста|села|селища))?"
    r"|(?:пов'язані|схожі|останні)\s+(?:документи|акти|рішення|записи|публікації)|читайте\s+також"
    r"|історія\s+документа",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"(?:результати\s+|підсумки\s+|протоколи?\s+)?(?:поіменн\w+\s+)?голосування", re.IGNORECASE
)
_MEETING = re.compile(r"сесі[яїюй]|засідан|виконком", re.IGNORECASE)


def heads_else(text: str) -> bool:
    """Whether a heading names what is no act of a council."""
    return _ELSE.fullmatch(plain(text).strip(" .:")) is not None


def is_agenda(text: str) -> bool:
    """Whether the words begin an agenda or a plan of a meeting."""
    return AGENDA.match(plain(text)) is not None


def heads_votes(text: str) -> bool:
    """Whether a heading begins results of votes: there titles are what was voted on."""
    return _VOTES.match(plain(text)) is not None


def names_meeting(text: str) -> bool:
    """Whether a heading names a meeting."""
    return _MEETING.search(text) is not None
