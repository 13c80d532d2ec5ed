"""The container of an OOXML workbook (ECMA-376 part 2), changed part by part.

A library that reads a workbook and writes it again loses what it does not know: charts, shapes,
macros, pivot tables. So only the parts that marks touch are changed, all others are copied as they
are.
"""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from lxml import etree

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(slots=True)
class Parts:
    """All parts of a workbook by their names, without the leading slash."""

    content: dict[str, bytes]
    infos: dict[str, zipfile.ZipInfo]
    trees: dict[str, etree._Element] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    @classmethod
    def opened(cls, data: bytes) -> "Parts":
        """Open a workbook that a reader has let through before."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = {info.filename: info for info in archive.infolist()}
            content = {name: archive.read(name) for name in infos}
        return cls(content=content, infos=infos)

    def tree(self, name: str) -> etree._Element:
        """A part as XML, to be changed: it is written anew."""
        self.changed.add(name)
        return self.read(name)

    def read(self, name: str) -> etree._Element:
        """A part as XML, only to look at."""
        if name not in self.trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            self.trees[name] = etree.fromstring(self.content[name], parser=parser)
        return self.trees[name]

    def add(self, name: str, data: bytes) -> None:
        """A part, new or in place of the old one."""
        self.content[name] = data
        self.trees.pop(name, None)

    def free(self, pattern: str) -> str:
        """A name that no part has: `xl/comments{}.xml` with a number."""
        number = 1
        while pattern.format(number) in self.content:
            number += 1
        return pattern.format(number)

    @property
    def office(self) -> str:
        """The beginning of its kinds of relations: the strict form of the format has another."""
        kinds = (relation.get("Type") or "" for relation in self._relations(""))
        whole = next(kind for kind in kinds if kind.endswith("/officeDocument"))
        return whole.rpartition("/")[0]

    def related(self, part: str, kind: str) -> str | None:
        """The part that another one refers to by a relation of a kind: `styles`, `comments`."""
        for relation in self._relations(part):
            if (relation.get("Type") or "").endswith(f"/{kind}"):
                return _resolved(part, relation.get("Target") or "")
        return None

    def by_id(self, part: str, number: str) -> str | None:
        """The part that another one refers to by the identifier of a relation."""
        for relation in self._relations(part):
            if relation.get("Id") == number:
                return _resolved(part, relation.get("Target") or "")
        return None

    def relate(self, part: str, target: str, kind: str) -> str:
        """Let a part refer to another one; the identifier of the relation."""
        name = _relations_of(part)
        if name not in self.content:
            self.add(name, f'<Relationships xmlns="{RELATIONS}"/>'.encode())
        root = self.tree(name)
        taken = {relation.get("Id") for relation in root}
        number = next(f"rIdMark{n}" for n in range(1, len(taken) + 2) if f"rIdMark{n}" not in taken)
        target = posixpath.relpath(target, posixpath.dirname(part))
        attributes = {"Id": number, "Type": f"{self.office}/{kind}", "Target": target}
        etree.SubElement(root, f"{{{RELATIONS}}}Relationship", attributes)
        return number

    def declare(self, *, part: str = "", extension: str = "", content_type: str) -> None:
        """Say what kind of content a part, or every part with an extension, has."""
        root = self.tree("[Content_Types].xml")
        name, value = ("PartName", f"/{part}") if part else ("Extension", extension)
        if any(entry.get(name) == value for entry in root):
            return
        tag = "Override" if part else "Default"
        entry = etree.Element(f"{{{_TYPES}}}{tag}", {name: value, "ContentType": content_type})
        root.insert(len(root) if part else 0, entry)

    def saved(self) -> bytes:
        """The workbook with everything that was changed."""
        for name in self.changed & self.trees.keys():
            self.content[name] = _HEAD + etree.tostring(self.trees[name], encoding="utf-8")
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.content.items():
                archive.writestr(self._info(name), data)
        return buffer.getvalue()

    def _info(self, name: str) -> zipfile.ZipInfo:
        known = self.infos.get(name)
        info = zipfile.ZipInfo(name, known.date_time if known else (1980, 1, 1, 0, 0, 0))
        info.compress_type = known.compress_type if known else zipfile.ZIP_DEFLATED
        return info

    def _relations(self, part: str) -> list[etree._Element]:
        name = _relations_of(part)
        return list(self.read(name)) if name in self.content else []


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(part: str, target: str) -> str:
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))
    return re.sub(r"^/+", "", joined)


def tag(near: etree._Element, name: str) -> str:
    """The name of an element in the namespace of another: the strict form has its own."""
    return f"{{{etree.QName(near).namespace}}}{name}"
