"""Workbooks put together from raw XML, as programs write it and as none should."""

import io
import zipfile
from collections.abc import Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FORMATS = (
    *("General", "0.00", "yyyy-mm-dd", "dd.mm.yyyy hh:mm", "[h]:mm:ss", "hh:mm", '0" дн."', "@"),
)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="{len(FORMATS)}">'
    + "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for at, code in enumerate(FORMATS)
    )
    + '</numFmts><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    f'<cellXfs count="{len(FORMATS) + 2}"><xf numFmtId="0"/>'
    + "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(len(FORMATS)))
    + '<xf numFmtId="14"/></cellXfs></styleSheet>'
)


def packed(sheet: str, strings: str | None = None, *, date1904: bool = False) -> bytes:
    """A workbook of one sheet with this XML."""
    parts = {
        "[Content_Types].xml": _content_types(strings is not None),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELS}">'
        f'<workbookPr date1904="{int(date1904)}"/>'
        '<sheets><sheet name="Дані" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            *([("sharedStrings", "sharedStrings.xml")] if strings is not None else []),
        ),
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet,
        **({"xl/sharedStrings.xml": strings} if strings is not None else {}),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def worksheet(rows: str, dimension: str = "", tail: str = "", root: str = "") -> str:
    """The XML of a sheet with these rows."""
    size = f'<dimension ref="{dimension}"/>' if dimension else ""
    start = root or f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{RELS}">'
    return f"{start}{size}<sheetData>{rows}</sheetData>{tail}</worksheet>"


def shared(items: Sequence[str]) -> str:
    """The XML of a table of strings from its items, each as XML."""
    return f'{HEAD}<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def _content_types(strings: bool) -> str:
    names = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "styles": "styles"}
    names |= {"sharedStrings": "sharedStrings"} if strings else {}
    listed = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in names.items()
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{RELS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{package}">{listed}</Relationships>'
