"""What stands around the text of a page: menus, side bars, the foot of the site."""

from dataclasses import dataclass, field

from pipeline.readers.pages.tree import Element

_TAGS = ("nav", "footer", "aside")
# Classes and identifiers, whole: «right-sidebar» may be the name of a layout with all the text.
_NAMES = frozenset({
    *("sidebar", "side-bar", "footer", "site-footer", "page-footer", "main-footer"),
    *("breadcrumb", "breadcrumbs", "last-news", "latest-news", "recent-posts"),
})  # fmt: skip
_NAMED_TAGS = ("div", "section", "ul", "ol", "td")


@dataclass(slots=True)
class Around:
    """The parts of a page that are no part of its text.

    Names count only where a page has no `main`; what holds the heading of the page is its text.
    """

    region: Element
    roots: set[Element] = field(init=False)

    def __post_init__(self) -> None:
        self.roots = set(self.region.iter(*_TAGS))
        if self.region.tag == "body":
            self.roots.update(filter(_is_named, self.region.iter(*_NAMED_TAGS)))

    def holds(self, element: Element) -> bool:
        """Whether an element stands in one of them."""
        if not self.roots:
            return False
        return element in self.roots or any(one in self.roots for one in element.iterancestors())


def _is_named(element: Element) -> bool:
    words = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return not _NAMES.isdisjoint(words) and next(element.iter("h1"), None) is None
