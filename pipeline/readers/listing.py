"""Pages of lists: where they lead, as the recipe of their platform says."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from pipeline.model import Listing, Snapshot
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import LinkRule, PageCount, Recipe
from pipeline.readers.links import absolute, unwrapped
from pipeline.readers.page import Opened, open_page
from pipeline.readers.pages.shape import chosen
from pipeline.readers.pages.tree import Element, words_of


def read(data: bytes, snapshot: Snapshot, options: PageOptions, recipe: Recipe) -> Listing:
    """Where a page of a list leads.

    Raises:
        SourceError: it is no HTML, an error page of a server, or not in the declared encoding.
    """
    opened = open_page(data, snapshot, options)
    rules = recipe.lists
    entries = _addresses(opened, rules.entries)
    acts = _acts(opened, recipe)
    leads = bool(entries or acts)
    return Listing(
        entries=entries,
        sections=_addresses(opened, rules.sections),
        further=(
            *_addresses(opened, rules.pager),
            *(_counted(snapshot.address, rules.count) if leads and rules.count else ()),
        ),
        parents=tuple(_links(opened, rules.parents)) if rules.parents else (),
        acts=acts,
    )


def _addresses(opened: Opened, rule: LinkRule | None) -> tuple[str, ...]:
    if rule is None:
        return ()
    pattern = re.compile(rule.address) if rule.address else None
    found = dict.fromkeys(_links(opened, rule.links))
    return tuple(one for one in found if pattern is None or pattern.search(one))


def _links(opened: Opened, selector: str) -> Iterator[str]:
    for place in chosen(opened.root, selector):
        for anchor in place.iter("a", "link"):
            address = absolute(anchor.get("href") or "", opened.links.base)
            yield from filter(None, [unwrapped(address) if address else None])


def _acts(opened: Opened, recipe: Recipe) -> tuple[str, ...]:
    found = dict.fromkeys(map(_sign, chosen(opened.root, recipe.lists.acts)))
    return tuple(found)


def _sign(element: Element) -> str:
    """What tells one act from another: its words and where it leads."""
    return " ".join(
        [words_of(element), *(anchor.get("href") or "" for anchor in element.iter("a"))]
    )


def _counted(address: str, count: PageCount) -> tuple[str, ...]:
    """The address of the next page by its number; the rest of the query stays as it is."""
    parts = urlsplit(address)
    place = re.compile(rf"(?:^|(?<=&)){re.escape(count.parameter)}=(?P<here>\d*)")
    found = place.search(parts.query)
    here = found["here"] if found else ""
    following = f"{count.parameter}={(int(here) if here else count.first) + count.step}"
    query = place.sub(following, parts.query) if found else f"{parts.query}&{following}".lstrip("&")
    return (urlunsplit(parts._replace(query=query)),)
