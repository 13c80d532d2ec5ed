"""Pages of one act whose heading is its title: «Розпорядження № 5 від 01.02.2020 «Про …»».

Kind, number and date stand in the heading or on a line of their own under it.
"""

from dataclasses import replace

from pipeline.extractors.act_pages.context import kind_of
from pipeline.extractors.act_pages.drafts import read_act
from pipeline.extractors.act_pages.found import FoundAct, PageActs
from pipeline.extractors.act_pages.lines import is_draft, starts_with_about
from pipeline.extractors.act_pages.links import is_annex, is_cut, is_file, is_text, whole_title
from pipeline.extractors.act_pages.sections import names_meeting
from pipeline.extractors.act_pages.status import status_of
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.act_kinds import head_of
from pipeline.ukrainian.acts import Act, is_requisites, parse_act


def read_heading(page: Page, parameters: DecisionsParameters, listed: PageActs) -> PageActs:
    """What the page lists, with the act that the heading names; unchanged where it names none."""
    heading = read_act(page.heading, parameters)
    titled = starts_with_about(heading.subject)
    named = titled or kind_of(heading.kind) is not None
    if not named or len(listed.acts) > 1:
        return listed
    own = _with_requisites(page, heading, parameters)
    # A draft has no number yet: «Проєкт рішення «Про …»» names it whole.
    known = own.number or (parameters.drafts and titled and heading.kind)
    if is_draft(own.kind) or not known:
        return listed
    if len(listed.acts) == 1 and titled:
        act = _completed(listed.acts[0], own)
        return replace(listed, acts=(act._replace(title=_uncut(page, act.title)),))
    if len(listed.acts) == 1 and heading.number and _is_named_by(page, listed):
        act = _completed(listed.acts[0], heading)
        if act.address:
            return replace(listed, acts=(act,))
        return _with_body(listed, act._replace(address=_file_of(page)))
    if listed.acts or listed.sections or page.cards:
        return listed
    return _with_body(listed, _act(page, own, parameters))


def _is_named_by(page: Page, listed: PageActs) -> bool:
    """Whether the one title of a page is that of the act in its heading: «Розпорядження № 96».

    Not under the heading of a meeting, whose number may be meant, and no link in a text.
    """
    (act,) = listed.acts
    alone = act.address is None or not listed.unread
    return act.number is None and alone and not names_meeting(page.heading)


def _with_body(listed: PageActs, act: FoundAct) -> PageActs:
    """The page of one act: what nobody understood there is its text."""
    text = {"body": sum(len(run) for run in listed.unread)}
    return replace(
        listed,
        acts=(act,),
        unread=(),
        left_out={**listed.left_out, **text},
        findings=tuple(one for one in listed.findings if one.code != "number-without-title"),
    )


def _with_requisites(page: Page, heading: Act, parameters: DecisionsParameters) -> Act:
    """The heading, completed by the lines of requisites, unless these are of several acts."""
    blocks = (block.text for block in page.blocks if is_requisites(block.text))
    acts = [read_act(text, parameters) for text in blocks]
    lines = [act for act in acts if act.kind is None or kind_of(act.kind) is not None]
    numbers = {act.number for act in (heading, *lines) if act.number}
    if len(numbers) != 1:
        return heading
    return Act(
        kind=heading.kind or next((line.kind for line in lines if line.kind), None),
        number=numbers.pop(),
        date=heading.date or next((line.date for line in lines if line.date), None),
        subject=heading.subject,
    )


def _act(page: Page, own: Act, parameters: DecisionsParameters) -> FoundAct:
    place = page.blocks[0] if page.blocks else Block(text="", links=(), line=1, element="h1")
    # «Документ № 5 від 01.02.2020. Втратив чинність» says of the act what its heading does not.
    states = (block for block in page.blocks if not block.links and status_of(block))
    place = next((one for one in states if parse_act(one.text).number == own.number), place)
    return FoundAct(
        kind=head_of(own.kind or parameters.kind),
        title=_uncut(page, own.subject or ""),
        number=own.number,
        date=own.date,
        address=_file_of(page),
        block=place,
    )


def _uncut(page: Page, title: str) -> str:
    """The title that the heading cuts with dots, from the one line of the page that goes on."""
    if not is_cut(title):
        return title
    texts = {block.text for block in page.blocks if not block.links}
    whole = {text for text in texts if not is_cut(text) and whole_title(title, text) == text}
    return whole.pop() if len(whole) == 1 else title


def _file_of(page: Page) -> str | None:
    """The one file of a page that is no annex, else the page itself."""
    links = [link for block in page.blocks for link in block.links if is_file(link.address)]
    texts = {link.address for link in links if is_text(link)}
    files = texts or {link.address for link in links if not is_annex(link)}
    return files.pop() if len(files) == 1 else page.address or None


def _completed(act: FoundAct, heading: Act) -> FoundAct:
    """The only act of a page, with the number and date that only its heading has."""
    return act._replace(number=act.number or heading.number, date=act.date or heading.date)
