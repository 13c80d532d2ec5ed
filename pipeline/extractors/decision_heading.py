"""Pages whose heading is the title of one act: «Розпорядження № 5 від 01.02.2020 «Про …»»."""

from dataclasses import replace

from pipeline.extractors.decision_acts import FoundAct, PageActs
from pipeline.extractors.decision_lines import is_draft, is_file, starts_with_about
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from pipeline.readers.page_blocks import Block
from pipeline.ukrainian.act_kinds import head_of
from pipeline.ukrainian.acts import Act, parse_act


def read_heading(page: Page, parameters: DecisionsParameters, listed: PageActs) -> PageActs:
    """What the page lists, with the act that the heading names; unchanged where it names none."""
    heading = parse_act(page.heading, dates=parameters.dates)
    named = heading.kind or heading.number
    if not named or is_draft(heading.kind) or not starts_with_about(heading.subject):
        return listed
    if not listed.acts:
        return replace(listed, acts=(_act(page, heading, parameters),))
    if len(listed.acts) == 1:
        return replace(listed, acts=(_completed(listed.acts[0], heading),))
    return listed


def _act(page: Page, heading: Act, parameters: DecisionsParameters) -> FoundAct:
    files = {link.address for block in page.blocks for link in block.links if is_file(link.address)}
    place = page.blocks[0] if page.blocks else Block(text="", links=(), line=1, element="h1")
    return FoundAct(
        kind=head_of(heading.kind or parameters.kind),
        title=heading.subject or "",
        number=heading.number,
        date=heading.date,
        address=files.pop() if len(files) == 1 else page.address or None,
        block=place,
    )


def _completed(act: FoundAct, heading: Act) -> FoundAct:
    """The only act of a page, with the number and date that only its heading has."""
    return replace(act, number=act.number or heading.number, date=act.date or heading.date)
