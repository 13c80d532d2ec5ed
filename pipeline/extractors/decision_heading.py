"""Pages whose heading is the title of one act: «Розпорядження № 5 від 01.02.2020 «Про …»»."""

from dataclasses import replace

from pipeline.extractors.decision_acts import FoundAct, PageActs
from pipeline.extractors.decision_lines import is_draft, is_file, starts_with_about
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from pipeline.readers.page_blocks import Block
from pipeline.ukrainian.act_kinds import head_of
from pipeline.ukrainian.acts import Act, is_requisites, parse_act


def read_heading(page: Page, parameters: DecisionsParameters, listed: PageActs) -> PageActs:
    """What the page lists, with the act that the heading names; unchanged where it names none."""
    heading = parse_act(page.heading, dates=parameters.dates)
    titled = starts_with_about(heading.subject) and bool(heading.kind or heading.number)
    numbered = heading.kind is not None and heading.number is not None
    if is_draft(heading.kind) or not (titled or numbered):
        return listed
    if not listed.acts and not listed.sections and not page.cards:
        text = {"body": sum(len(run) for run in listed.unread)}
        return replace(
            listed,
            acts=(_act(page, heading, parameters),),
            unread=(),
            left_out={**listed.left_out, **text},
            findings=tuple(one for one in listed.findings if one.code != "number-without-title"),
        )
    if len(listed.acts) == 1 and titled:
        return replace(listed, acts=(_completed(listed.acts[0], heading),))
    return listed


def _act(page: Page, heading: Act, parameters: DecisionsParameters) -> FoundAct:
    files = {link.address for block in page.blocks for link in block.links if is_file(link.address)}
    place = page.blocks[0] if page.blocks else Block(text="", links=(), line=1, element="h1")
    lines = [parse_act(block.text) for block in page.blocks if is_requisites(block.text)]
    days = [line.date for line in lines if line.date and line.number in (None, heading.number)]
    return FoundAct(
        kind=head_of(heading.kind or parameters.kind),
        title=heading.subject or "",
        number=heading.number,
        date=heading.date or next(iter(days), None),
        address=files.pop() if len(files) == 1 else page.address or None,
        block=place,
    )


def _completed(act: FoundAct, heading: Act) -> FoundAct:
    """The only act of a page, with the number and date that only its heading has."""
    return replace(act, number=act.number or heading.number, date=act.date or heading.date)
