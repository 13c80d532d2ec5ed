"""Names of places on a page: `main/p[12]`, as libxml2 writes them."""

from dataclasses import dataclass, field

from pipeline.readers.pages.tree import Element


@dataclass(frozen=True, slots=True)
class Paths:
    """Names of places, from the part of the page that is read.

    libxml2 itself counts all neighbours of an element and of everything around it for every one.
    """

    region: Element
    name: str
    known: dict[Element, str] = field(default_factory=dict)

    def of(self, element: Element) -> str:
        """`main/p[12]`: the number only where there are several."""
        known = self.known.get(element)
        if known is not None:
            return known
        above = [element]
        while above[-1] is not self.region and above[-1] not in self.known:
            parent = above[-1].getparent()
            if parent is None:
                break
            above.append(parent)
        self.known.setdefault(self.region, self.name)
        for parent in reversed(above[1:]):
            self._name_children(parent)
        return self.known[element]

    def _name_children(self, parent: Element) -> None:
        above = self.known[parent]
        if len(parent) == 1:
            self.known[parent[0]] = f"{above}/{parent[0].tag}"
            return
        by_tag: dict[str, list[Element]] = {}
        for child in parent.iterchildren("*"):
            by_tag.setdefault(str(child.tag), []).append(child)
        for tag, children in by_tag.items():
            several = len(children) > 1
            for number, child in enumerate(children, start=1):
                self.known[child] = f"{above}/{tag}[{number}]" if several else f"{above}/{tag}"
