"""Pages that are the text of an act itself: letterhead, kind, date and number, title, preamble.

What follows the preamble is the body, with its annexes: «Додаток до розпорядження від … № …» names
the act again and is not another one.
"""

import re
from collections.abc import Sequence
from datetime import date

from pipeline.extractors.decision_acts import FoundAct, PageActs, Remainder
from pipeline.extractors.decision_lines import LONGEST_TITLE, starts_with_about
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from pipeline.readers.page_blocks import Block
from pipeline.ukrainian.act_kinds import head_of, join_spaced_letters
from pipeline.ukrainian.acts import Act, parse_act
from pipeline.ukrainian.text import fold_spaces, plain

_PREAMBLE = re.compile(
    r"(?:відповідно\s+до|керуючись|з\s+метою|на\s+виконання|на\s+підставі|розглянувши|заслухавши"
    r"|враховуючи|згідно|у\s+зв'язку|беручи\s+до\s+уваги|виходячи\s+з|у\s+відповідності)\b.{30,}",
    re.IGNORECASE | re.DOTALL,
)
_ENACTING = re.compile(
    r"(?:.*\b)?(?:вирішила|вирішив|зобов'язую|наказую|постановляю|ухвалила|ухвалив|пропоную)\s*:?",
    re.IGNORECASE,
)
_LONGEST_HEADER = 12
"""Lines between the kind and the preamble: date, place, number, a title on several lines."""


def read_text(page: Page, parameters: DecisionsParameters) -> PageActs | None:
    """The acts whose whole text is on the page; None where the page only lists acts."""
    blocks = page.blocks
    starts = [at for at, block in enumerate(blocks) if _is_kind(block)]
    if not starts:
        return None
    acts, used = [], 0
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        preamble = next((at for at in range(start + 1, end) if _begins_body(blocks[at])), None)
        if preamble is None or preamble - start > _LONGEST_HEADER:
            return None
        act = _act(page, blocks[start:preamble], parameters)
        if act is None:
            return None
        acts.append(act)
        used += preamble - start
    rest = Remainder(page=page)
    rest.left_out.update({"header": used, "letterhead": starts[0]})
    rest.left_out["body"] = len(blocks) - used - starts[0]
    return rest.with_acts(tuple(acts))


def _is_kind(block: Block) -> bool:
    """«РОЗПОРЯДЖЕННЯ», «Р І Ш Е Н Н Я», perhaps with its date and number, and nothing else."""
    if block.links or len(block.text) > LONGEST_TITLE:
        return False
    act = parse_act(block.text)
    return act.kind is not None and act.subject is None and not _ENACTING.fullmatch(block.text)


def _begins_body(block: Block) -> bool:
    folded = plain(fold_spaces(join_spaced_letters(block.text)))
    return bool(_PREAMBLE.match(folded) or _ENACTING.fullmatch(folded[-80:]))


def _act(page: Page, header: Sequence[Block], parameters: DecisionsParameters) -> FoundAct | None:
    lines = [parse_act(block.text, dates=parameters.dates) for block in header]
    heading = parse_act(page.heading, dates=parameters.dates)
    title = _title(header, lines) or (heading.subject or "")
    if not starts_with_about(title):
        return None
    known = [line for line in lines if not starts_with_about(line.subject) or line.number]
    return FoundAct(
        kind=_kind([*known, heading], parameters),
        title=title,
        number=next((line.number for line in [*known, heading] if line.number), None),
        date=_day([*known, heading]),
        address=page.address or None,
        block=header[0],
    )


def _kind(lines: Sequence[Act], parameters: DecisionsParameters) -> str:
    kind = next((line.kind for line in lines if line.kind), parameters.kind)
    return head_of(kind)


def _day(lines: Sequence[Act]) -> date | None:
    return next((line.date for line in lines if line.date), None)


def _title(header: Sequence[Block], lines: Sequence[Act]) -> str:
    """The title, which may be broken over the lines down to the preamble."""
    first = next((at for at, line in enumerate(lines) if starts_with_about(line.subject)), None)
    if first is None:
        return ""
    words = [lines[first].subject or ""]
    for block, line in zip(header[first + 1 :], lines[first + 1 :], strict=True):
        if line.number or line.date or line.kind or block.cells:
            break
        words.append(block.text)
    return " ".join(words)
