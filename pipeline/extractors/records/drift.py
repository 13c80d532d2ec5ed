"""A header that drifted, beside the declared one, and the YAML that would declare it.

What a new name stands for is a guess, so it is only shown: a person looks and pastes it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from pipeline.model import Finding, Severity
from pipeline.parameters.registry import Column
from pipeline.readers.grids.headers import header_key
from pipeline.readers.spreadsheet import Sheet

_ALIKE = 0.5
"""Names less alike than this are hardly the same column renamed."""


def headers_compared(
    sheet: Sheet,
    declared: Mapping[str, Column],
    known: Mapping[str, str],
    unknown: Sequence[str],
) -> Iterator[Finding]:
    """One finding with both headers and the YAML, where they differ.

    Args:
        sheet: whose header it is.
        declared: field -> column of the descriptor.
        known: field -> name of the column that was found for it.
        unknown: names of columns that nothing declares.
    """
    missing = [name for name, column in declared.items() if name not in known]
    if not unknown and not any(declared[name].required for name in missing):
        return
    pairs = _pairs(unknown, missing, declared)
    lines = [*_beside(declared, known, unknown, pairs), *_yaml(declared, unknown, pairs)]
    yield Finding(
        code="headers-compared",
        severity=Severity.INFO,
        place=sheet.place(sheet.header_line),
        value="\n".join(lines),
        details={"unknown": len(unknown), "missing": len(set(missing) - set(pairs.values()))},
    )


def _pairs(
    unknown: Sequence[str], missing: Sequence[str], declared: Mapping[str, Column]
) -> dict[str, str]:
    """Unknown name -> the missing field that it may stand for, the most alike first."""
    if len(unknown) == 1 and len(missing) == 1:
        return {unknown[0]: missing[0]}
    scored = sorted(
        ((_likeness(name, declared[field]), name, field) for name in unknown for field in missing),
        key=lambda item: -item[0],
    )
    pairs: dict[str, str] = {}
    for score, name, field in scored:
        if score >= _ALIKE and name not in pairs and field not in pairs.values():
            pairs[name] = field
    return pairs


def _likeness(name: str, column: Column) -> float:
    key = header_key(name)
    return max(SequenceMatcher(None, key, header_key(old)).ratio() for old in column.names)


def _beside(
    declared: Mapping[str, Column],
    known: Mapping[str, str],
    unknown: Sequence[str],
    pairs: Mapping[str, str],
) -> Iterator[str]:
    """Declared on the left, found on the right; `=` the same column, `?` perhaps, `-` nothing."""
    renamed = {field: name for name, field in pairs.items()}
    for field, column in declared.items():
        sign = "=" if field in known else "?" if field in renamed else "-"
        found = known.get(field) or renamed.get(field, "")
        yield f"{field}: {column.names[0]} {sign} {found}".rstrip()
    yield from (f"- ? {name}" for name in unknown if name not in pairs)


def _yaml(
    declared: Mapping[str, Column], unknown: Sequence[str], pairs: Mapping[str, str]
) -> Iterator[str]:
    if pairs:
        yield "columns:"
    for name, field in pairs.items():
        column = declared[field].model_dump(mode="json", exclude_defaults=True)
        column["names"] = [name, *declared[field].names]
        inner = ", ".join(f"{key}: {_quoted(value)}" for key, value in column.items())
        yield f"  {field}: {{{inner}}}"
    others = [name for name in unknown if name not in pairs]
    if others:
        yield "ignore:"
    yield from (f'  - {{name: {_quoted(name)}, because: "…"}}' for name in others)


def _quoted(value: object) -> str:
    """JSON is YAML, whatever signs stand in a name."""
    return json.dumps(value, ensure_ascii=False)
