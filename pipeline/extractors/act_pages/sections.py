"""Headings under which titles are no acts: of an agenda, of votes, of what is none of a council."""

import re

from pipeline.ukrainian.text import plain

AGENDA = re.compile(
    r"(?:проєкт\s+|проект\s+)?(?:поряд(?:ок|ку)\s+денн|план\s+(?:роботи|виконком|засідан|сесі|діяльності|підготовки)"
    r"|перелік\s+питань|питання\s+(?:порядку|на\s+розгляд)"
    r"|(?:питання\b.{0,60}|(?:на|до)\s+(?:розгляд|поряд(?:ок|ку)\s+денн)\w*\b.{0,60})(?:винос|внос|включ|пропону)\w+)",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"(?:електронн\w+\s+|громадськ\w+\s+)?(?:петиці[їя]|звернення\s+громадян|запити|оголошення|новини|анонси|вакансії|слухання|обговорення"
    r"|законодавство|закони)(?:\s+(?:на\s+(?:публічну\s+)?інформацію|україни|громади|ради|міста|села|селища))?"
    r"|(?:пов'?язані|схожі|останні)\s+(?:документи|акти|рішення|записи|публікації)|читайте\s+також"
    r"|(?:історія|публікації)\s+документа"
    r"|(?:(?:перелік|реєстр|список)\s+)?(?:(?:публічн|державн|допорогов|укладен)\w+\s+)?"
    r"(?:закупів(?:лі|ель)|тендер(?:и|ів)|догов[оі]р(?:и|ів)|контракт(?:и|ів))(?:\s+(?:[зву]а?\s+)?20\d\d(?:\s*(?:рік|року|р\.))?)?"
    # Reports on acts that were adopted long before.
    r"|(?:(?:план|графік|план-графік|звіти?|відомості)\s+(?:\w+\s+){0,3})?(?:\w+\s+)?відстеження"
    r"(?:\s+результативності.{0,80})?",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"(?:результати\s+|підсумки\s+|протоколи?\s+)?(?:поіменн\w+\s+)?голосування", re.IGNORECASE
)
_BODIES = (
    ("committee", re.compile(r"виконавч\w+\s+коміт|виконком", re.IGNORECASE)),
    ("session", re.compile(r"сесі[яїюй]", re.IGNORECASE)),
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


def body_of(text: str) -> str | None:
    """Whose acts a heading names: of a session, of the committee; None where it says neither."""
    found = [name for name, pattern in _BODIES if pattern.search(text)]
    return found[0] if len(found) == 1 else None
