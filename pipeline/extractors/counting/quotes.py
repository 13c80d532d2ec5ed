"""Names in quotation marks: «16 Днів проти насильства» counts no days.

Direct speech is quoted as well, and what is said in it counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING, _CLOSING = "«„", "»”"
_SAID = re.compile(
    r"[\"»”]?\s*[,.!?]*\s*[-–—]\s*(?:\w+\s+){0,2}?"
    r"(?:заз[нв]ач|повідом|сказа|розпов|підкресл|наголос|дода|каже|кажуть|говори|прокоменту|поясн"
    r"|звернул|акцент|зауваж|відзнач|резюму|ствердж|запевн|поділив|поділил)\w*",
    re.IGNORECASE,
)
_LONG_SPEECH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What stands between quotation marks; offsets without the marks."""

    start: int
    end: int


def find_names(text: str) -> tuple[Quoted, ...]:
    """Quoted names, line by line; direct speech and quotes that never close are left out."""
    found: list[Quoted] = []
    start = 0
    for line in text.split("\n"):
        for quoted in _quoted(line):
            if not _is_speech(line, quoted):
                found.append(Quoted(start=start + quoted.start, end=start + quoted.end))
        start += len(line) + 1
    return tuple(found)


def _quoted(line: str) -> Iterator[Quoted]:
    """Outermost pairs only."""
    opened: list[int] = []
    for place, sign in enumerate(line):
        if sign not in '«»„”“"':
            continue
        if _opens(line, place, opened):
            opened.append(place)
        elif opened:
            start = opened.pop()
            if not opened:
                yield Quoted(start=start + 1, end=place)


def _opens(line: str, place: int, opened: list[int]) -> bool:
    sign = line[place]
    if sign in _OPENING:
        return True
    if sign in _CLOSING:
        return False
    # A straight quote, and “ which opens in one tradition and closes in another.
    after_space = place == 0 or not (line[place - 1].isalnum() or line[place - 1] in ".,!?…)")
    before_word = place + 1 < len(line) and (line[place + 1].isalnum() or line[place + 1] in "(«")
    return after_space and before_word and not (opened and line[opened[-1]] == "„")


def _is_speech(line: str, quoted: Quoted) -> bool:
    if _SAID.match(line, quoted.end):
        return True
    before = line[: quoted.start - 1].rstrip()
    is_told = not before or before.endswith(":")
    return is_told and quoted.end - quoted.start > _LONG_SPEECH
