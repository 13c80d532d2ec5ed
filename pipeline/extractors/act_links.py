"""What acts do to earlier acts, by their titles: a row for each act that is changed or repealed.

An act that another one of the same sources repeals as a whole has lost force; the row of the act
says so, and a finding says which act it was.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from pipeline.extractors.act_titles import with_whole_titles
from pipeline.model import Extraction, Finding, Origin, Severity, Table
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.ukrainian.act_relations import Relation, find_relations, says_of_earlier_acts

SCHEMA = "council/ActRelations"
TABLE = "ActRelations"
COLUMNS = (
    "identifier", "actIdentifier", "actType", "actNumber", "actDate", "action", "part",
    "targetType", "targetIdentifier", "targetNumber", "targetDate",
)  # fmt: skip
LOST_FORCE = "Втратив чинність"


@dataclass(frozen=True, slots=True)
class _Link:
    """An act of the sources and an earlier act that its title speaks of."""

    row: int
    act: Mapping[str, str]
    relation: Relation


def linked(extraction: Extraction, parameters: DecisionsParameters) -> Extraction:
    """The acts with whole titles and, where they are asked for, with their relations."""
    if parameters.drafts:
        return extraction
    extraction = with_whole_titles(extraction)
    return _with_relations(extraction, parameters) if parameters.relations else extraction


def _with_relations(extraction: Extraction, parameters: DecisionsParameters) -> Extraction:
    (acts,) = extraction.tables
    cells = acts.frame.astype(str).to_dict("records")
    rows = [{str(name): str(cell) for name, cell in row.items()} for row in cells]
    links = [
        _Link(number, row, relation)
        for number, row in enumerate(rows)
        for relation in find_relations(row["title"], dates=parameters.dates)
    ]
    named = [link for link in links if link.act["number"] and link.act["dateAccepted"]]
    without_force = _without_force(rows, named)
    return replace(
        extraction,
        tables=(_with_status(acts, without_force), _table(acts.origins, named)),
        findings=(
            *extraction.findings,
            *_ended(acts, without_force),
            *_unnamed(rows, acts.name),
            *_left_out(len(links) - len(named)),
        ),
    )


def _table(origins: Sequence[Origin], links: Sequence[_Link]) -> Table:
    """The relations, each once, numbered within their act."""
    once = {_said(link): link for link in reversed(links)}
    numbers: Counter[str] = Counter()
    rows, places = [], []
    for link in reversed(once.values()):
        row = _row(link)
        numbers[row["actIdentifier"]] += 1
        rows.append({"identifier": f"{row['actIdentifier']}/{numbers[row['actIdentifier']]}"} | row)
        places.append(origins[link.row])
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype=str)
    return Table(schema=SCHEMA, frame=frame, origins=tuple(places))


def _said(link: _Link) -> tuple[str, str, Relation]:
    return link.act["number"], link.act["dateAccepted"], link.relation


def _row(link: _Link) -> dict[str, str]:
    act, target = link.act, link.relation
    day = target.date.isoformat() if target.date else ""
    return {
        "actIdentifier": _identifier(act["number"], act["dateAccepted"]),
        "actType": act["type"],
        "actNumber": act["number"],
        "actDate": act["dateAccepted"],
        "action": target.action.value,
        "part": target.part or "",
        "targetType": target.kind,
        "targetIdentifier": _identifier(target.number or "", day),
        "targetNumber": target.number or "",
        "targetDate": day,
    }


def _identifier(number: str, day: str) -> str:
    """As the rule `number-and-year` of the table of acts."""
    return f"{number}-{day[:4]}" if number and day else ""


def _without_force(rows: Sequence[Mapping[str, str]], links: Sequence[_Link]) -> dict[int, _Link]:
    """Row of an act -> what repeals the whole of it."""
    ended = {
        (link.relation.number, link.relation.date.isoformat(), link.relation.kind): link
        for link in links
        if link.relation.action.ends and link.relation.part is None and link.relation.date
    }
    keys = [(row["number"], row["dateAccepted"], row["type"].split(" ")[0]) for row in rows]
    return {number: ended[key] for number, key in enumerate(keys) if key in ended}


def _with_status(acts: Table, without_force: Mapping[int, _Link]) -> Table:
    """What the page says of an act goes before what follows from another one."""
    status = [
        given or (LOST_FORCE if row in without_force else "")
        for row, given in enumerate(_given(acts))
    ]
    return replace(acts, frame=acts.frame.assign(status=pd.Series(status, dtype=str)))


def _given(acts: Table) -> list[str]:
    """The status of each act that its page says."""
    rows = len(acts.frame)
    return [str(cell) for cell in acts.frame.get("status", pd.Series([""] * rows, dtype=str))]


def _ended(acts: Table, without_force: Mapping[int, _Link]) -> Iterator[Finding]:
    given = _given(acts)
    for row, link in sorted(without_force.items()):
        said = given[row]
        other = said not in ("", LOST_FORCE)
        yield Finding(
            code="act-status-contradicted" if other else "act-lost-force",
            severity=Severity.WARNING if other else Severity.INFO,
            place=acts.origins[row].place,
            table=acts.name,
            row=row + 1,
            field="status",
            details={
                "number": link.act["number"],
                "date": link.act["dateAccepted"],
                "status": said,
            },
        )


def _unnamed(rows: Sequence[Mapping[str, str]], table: str) -> Iterator[Finding]:
    titles = (row["title"] for row in rows)
    count = sum(says_of_earlier_acts(title) and not find_relations(title) for title in titles)
    if count:
        details = {"count": count}
        yield Finding(
            code="earlier-act-unnamed", severity=Severity.INFO, table=table, details=details
        )


def _left_out(count: int) -> Iterator[Finding]:
    if count:
        yield Finding(
            code="relation-without-act",
            severity=Severity.WARNING,
            table=TABLE,
            details={"count": count},
        )
