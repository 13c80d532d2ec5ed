"""What a recipe says of a platform: how its sites list documents and how they show one.

A recipe is data: selectors of CSS (https://www.w3.org/TR/selectors-4/) and patterns of addresses.
What the words of an act mean stays with the extractor.
"""

from typing import Annotated

from cssselect import HTMLTranslator, SelectorError
from pydantic import AfterValidator, Field, model_validator

from pipeline.parameters import Parameters
from pipeline.parameters.patterns import Pattern


def _chooses(selector: str) -> str:
    try:
        HTMLTranslator().css_to_xpath(selector)
    except SelectorError as error:
        raise ValueError(f"not a selector of CSS: {error}") from error
    return selector


Selector = Annotated[str, Field(min_length=1), AfterValidator(_chooses)]
"""A selector of CSS; several with commas."""


class LinkRule(Parameters):
    """Which links of a page are meant."""

    links: Selector
    """The links themselves, or what holds them."""
    address: Pattern | None = None
    """What must be found in the whole address; any will do without it."""


class PageCount(Parameters):
    """A list whose pages are told apart by a number in the address, and that links to none."""

    parameter: str = Field(min_length=1)
    """Of the query: `start` of `?start=10`."""
    first: int = Field(default=0, ge=0)
    """What the first page has."""
    step: int = Field(default=1, ge=1)


class ListShape(Parameters):
    """How a section of a site leads to its documents."""

    entries: LinkRule | None = None
    """To pages with documents."""
    sections: LinkRule | None = None
    """To further lists: years, months."""
    parents: Selector | None = None
    """Links to the sections a page belongs to: a list of another section is not followed."""
    pager: LinkRule | None = None
    """To other pages of the same list, the next one or any."""
    count: PageCount | None = None
    acts: Selector | None = None
    """A page of the list is read itself as well where this is on it."""

    @model_validator(mode="after")
    def _leads_somewhere(self) -> "ListShape":
        if not (self.entries or self.acts):
            raise ValueError("a list has entries, or acts of its own")
        return self


class ItemShape(Parameters):
    """A list whose items are the acts: where the parts of one stand; all inside the item."""

    item: Selector
    title: Selector | None = None
    """The whole text of the item without it."""
    number: Selector | None = None
    date: Selector | None = None
    day: Pattern | None = None
    """Where no element holds the date: what stands around it in the words of the item."""
    link: Selector | None = None
    """The first link of the item without it."""
    cut: Pattern | None = None
    """What a site adds to the title, an arrow for example; taken off."""


class PageWords(Parameters):
    """What stands in the words of a page, wherever it stands: the first group is what is meant."""

    published: Pattern | None = None
    status: Pattern | None = None
    """Of the one act of the page."""


class PageShape(Parameters):
    """Where on a page its parts are; what is not said is found as on any page."""

    text: Selector | None = None
    """The parts that hold the text, in their order."""
    heading: Selector | None = None
    published: Selector | None = None
    """What holds the day of publication, in words or as `datetime`."""
    drop: Selector | None = None
    """Parts of the text that say nothing of acts: buttons, pagers, counters."""
    items: ItemShape | None = None
    words: PageWords = PageWords()


class Recipe(Parameters):
    """A platform that many councils use."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: str = Field(min_length=1)
    """What its makers or users call it."""
    recorded: tuple[str, ...] = ()
    """Recorded pages of real sites that a test reads; without one the recipe is untried."""
    lists: ListShape
    page: PageShape = PageShape()
