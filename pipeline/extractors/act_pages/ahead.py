"""What the lines below say of a line of requisites: whether it heads one act, several or none."""

from collections.abc import Iterator, Sequence

from pipeline.extractors.act_pages.lines import Line, read_line
from pipeline.extractors.act_pages.roles import Role
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.acts import is_requisites

_FARTHEST = 6
"""Lines below that are looked at."""


def read_ahead(blocks: Sequence[Block], at: int, parameters: DecisionsParameters) -> Line | None:
    """A line, understood with those below it where it may be a heading or the number of an act.

    Returns:
        None where it is a row of a table.
    """
    if blocks[at].cells and not is_requisites(blocks[at].text):
        return None
    line = read_line(blocks[at], parameters)
    if line.role is Role.LABEL and _heads_one_act(line, blocks, at, parameters):
        return line._replace(role=Role.REQUISITES)
    return line


def _heads_one_act(
    line: Line, blocks: Sequence[Block], at: int, parameters: DecisionsParameters
) -> bool:
    """Whether «Рішення сесії № 905 від …» is the number of the one title below, not a heading.

    Over several titles, or over one with a number, it is that of a session.
    """
    if line.act.number is None or not line.act.kind or line.block.heading:
        return False
    if not is_requisites(line.block.text):
        return False
    titles = list(_titles(blocks, at, parameters))
    return len(titles) == 1 and titles[0].act.number is None


def is_of_next(blocks: Sequence[Block], at: int, parameters: DecisionsParameters) -> bool:
    """Whether the next line is a title that waits for a number."""
    if at + 1 >= len(blocks) or blocks[at + 1].cells:
        return False
    line = read_line(blocks[at + 1], parameters)
    return line.role is Role.ACT and line.act.number is None


def _titles(blocks: Sequence[Block], at: int, parameters: DecisionsParameters) -> Iterator[Line]:
    """The titles down to the next requisites."""
    for block in blocks[at + 1 : at + 1 + _FARTHEST]:
        line = read_line(block, parameters)
        if line.act.number and is_requisites(block.text):
            return
        if line.role is Role.ACT:
            yield line
