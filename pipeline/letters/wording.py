"""The sentences of a letter, in the order they stand; page and document only lay them out."""

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline import messages
from pipeline.letters.letter import LANGUAGE, SHOWN_GROUPS, SHOWN_PLACES, Group, Letter, Spot
from pipeline.model import Severity


def word(key: str, **details: str | int) -> str:
    """A sentence of the catalogue of letters."""
    return messages.text(LANGUAGE, f"letter-{key}", details)


def shown_day(day: date) -> str:
    """As clerks write it: 05.11.2026."""
    return f"{day:%d.%m.%Y}"


def subject(letter: Letter) -> str:
    """What the letter is about, in one line."""
    return word(f"subject-{_state(letter)}", title=letter.title)


def opening(letter: Letter) -> Iterator[str]:
    """What was found, and what the public sees meanwhile."""
    sources = ", ".join(f"«{source}»" for source in letter.sources)
    counts = {"errors": letter.errors, "doubts": letter.doubts}
    yield word(f"found-{_state(letter)}", sources=sources, **counts)
    if letter.rejected and letter.published_on is not None:
        yield word("stays", day=shown_day(letter.published_on))
    elif letter.rejected:
        yield word("never")


def steps(letter: Letter) -> Iterator[str]:
    """What to do, one after another."""
    if letter.attached:
        files = ", ".join(f"«{name}»" for name in letter.attached)
        yield word("step-open", count=len(letter.attached), files=files)
    else:
        yield word("step-find")
    yield word("step-mend")
    yield word("step-save")


def first_groups(letter: Letter) -> tuple[Group, ...]:
    """Those of the first page."""
    return letter.groups[:SHOWN_GROUPS]


def heading(group: Group) -> str:
    """«Помилка, 12 місць»."""
    return f"{weight(group.severity)}, {word('places', count=len(group.spots))}"


def weight(severity: Severity) -> str:
    """«Помилка» or «Перевірте»."""
    return word(f"weight-{severity.value}")


def about(group: Group) -> Iterator[tuple[str, str]]:
    """Label and words: some places, what stands there, what is expected, an example."""
    places = "; ".join(filter(None, _places(group.spots[:SHOWN_PLACES])))
    left = len(group.spots) - SHOWN_PLACES
    if places:
        more = f"; {word('more-places', count=left)}" if left > 0 else ""
        yield word("where"), f"{places}{more}"
    if group.expected:
        yield word("expected"), group.expected
    if group.example:
        yield word("example"), f"«{group.example}»"


def _places(spots: Sequence[Spot]) -> Iterator[str]:
    """«аркуш «Рішення», клітинка C17: стоїть «31.02.2020»», the sheet once."""
    before = ""
    for spot in spots:
        stands = f": {word('stands').lower()} «{spot.stands}»" if spot.stands else ""
        place = spot.point if spot.sheet == before and spot.point else spot.where
        yield f"{place}{stands}" if place else ""
        before = spot.sheet


def more_groups(letter: Letter) -> str:
    """How many places the first page leaves to the table; empty where it leaves none."""
    left = letter.groups[SHOWN_GROUPS:]
    errors = sum(len(group.spots) for group in left if group.severity is Severity.ERROR)
    doubts = sum(len(group.spots) for group in left) - errors
    both = "yes" if errors and doubts else "no"
    return word("more-groups", errors=errors, doubts=doubts, both=both) if left else ""


def for_engineer(letter: Letter) -> str:
    """What only the engineer can change; empty where there is nothing of the kind."""
    hints = dict.fromkeys(hint for group in letter.groups for hint in group.hints)
    return word("engineer", hints="; ".join(hints)) if hints else ""


def table_header() -> tuple[str, str, str]:
    """Of the table of all places."""
    return word("where"), word("column"), word("stands")


def table_parts(letter: Letter) -> Iterator[tuple[str, tuple[Spot, ...]]]:
    """What is wrong, and all places where it is, the most important first."""
    for group in letter.groups:
        by_words: dict[str, list[Spot]] = {}
        for spot in group.spots:
            by_words.setdefault(spot.wrong, []).append(spot)
        for words, spots in by_words.items():
            yield f"{weight(group.severity)}: {words}", tuple(spots)


def _state(letter: Letter) -> str:
    return "rejected" if letter.rejected else "doubtful"
