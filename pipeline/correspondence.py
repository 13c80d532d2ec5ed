"""Letters to the owner, written into the home where the desk takes them: `letters/<dataset>/`.

    letter.html, letter.docx       what is wrong, where, what to do
    <name> (позначено).xlsx        each workbook of the source with the cells marked

They quote the source to its owner, so nothing of it is public. A dataset about which there is
nothing to say has no letter.
"""

import errno
import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from lxml import etree

from pipeline import messages
from pipeline.descriptor import DatasetSpec
from pipeline.duties import day_of
from pipeline.errors import MachineError, PipelineError, SourceError
from pipeline.ledger import Version
from pipeline.letters import wording
from pipeline.letters.columns import columns_of
from pipeline.letters.copy import marked_copy
from pipeline.letters.document import to_docx
from pipeline.letters.letter import (
    LANGUAGE,
    Group,
    Letter,
    Spot,
    groups_of,
    name_of,
    said,
    told_once,
)
from pipeline.letters.marking import is_workbook, marked
from pipeline.letters.marks import Mark, marks_of
from pipeline.letters.page import to_html
from pipeline.model import Finding, Severity, Snapshot, Table
from pipeline.parameters.fetching import Kind
from pipeline.readers import spreadsheet
from pipeline.settings import TARGETS
from pipeline.validation.privacy import public_value
from pipeline.workplace import Workplace

PAGE, DOCUMENT = "letter.html", "letter.docx"
_LONGEST_NAME = 60
"""Signs of a name of a file: two bytes each, and a file system takes 255."""
_TABLES = {Kind.CSV, Kind.XLS, Kind.ODS}
# What an odd workbook makes of the marks; the letter names every place all the same.
_UNMARKABLE = (etree.LxmlError, zipfile.BadZipFile, KeyError, ValueError, IndexError, SourceError)


def folder_of(home: Path, dataset: str) -> Path:
    """Where the letter about a dataset is, if there is one."""
    return home / "letters" / dataset


def write(
    spec: DatasetSpec,
    work: Workplace,
    snapshots: Iterable[Snapshot],
    tables: Iterable[Table],
    findings: tuple[Finding, ...],
) -> None:
    """Write the letter about what was found in the tables of a dataset, or take the old one away.

    Raises:
        MachineError: it cannot be written.
    """
    column_of = columns_of(spec, tables, findings)
    groups = groups_of(findings, column_of, _quoted)

    def words(finding: Finding) -> str:
        weight = wording.weight(finding.severity)
        return wording.word("mark", weight=weight, wrong=said(finding, column_of(finding)))

    files = _workbooks(spec, work, snapshots, findings, words) if groups else {}
    rejected = any(finding.severity is Severity.ERROR for finding in findings)
    letter = _letter(spec, work, groups, sources_of(snapshots), rejected=rejected)
    _put(work, spec.name, replace(letter, attached=tuple(files)), files)


def write_unread(
    spec: DatasetSpec, work: Workplace, snapshots: Iterable[Snapshot], error: PipelineError
) -> None:
    """Write the letter about a source that could not be read at all.

    Raises:
        MachineError: it cannot be written.
    """
    source = str(error.details.get("source", ""))
    wrong = error.message(LANGUAGE)
    spot = Spot(sheet=name_of(source) or "", point="", column="", stands="", wrong=wrong)
    group = Group(severity=Severity.ERROR, wrong=spot.wrong, spots=(spot,), expected="", example="")
    sources = (spot.sheet,) if source else sources_of(snapshots)
    _put(work, spec.name, _letter(spec, work, (group,), sources, rejected=True), {})


def settle(work: Workplace, dataset: str) -> None:
    """Take a letter away that rejected sources which are as they were published again."""
    if _rejected_mark(work, dataset).is_file():
        shutil.rmtree(folder_of(work.settings.home, dataset), ignore_errors=True)
        _rejected_mark(work, dataset).unlink(missing_ok=True)


def _rejected_mark(work: Workplace, dataset: str) -> Path:
    return folder_of(work.settings.home, dataset).with_name(f".{dataset}.rejected")


def sources_of(snapshots: Iterable[Snapshot]) -> tuple[str, ...]:
    """Names of the files, the first of many and how many more there are."""
    names = [name_of(snapshot.address) or "" for snapshot in snapshots]
    return (*names[:3], *((f"+{len(names) - 3}",) if len(names) > 3 else ()))


def _letter(
    spec: DatasetSpec,
    work: Workplace,
    groups: tuple[Group, ...],
    sources: tuple[str, ...],
    *,
    rejected: bool,
) -> Letter:
    contact = spec.holder.contact
    stands = _standing(spec, work)
    return Letter(
        dataset=spec.name,
        title=spec.text.passport.title.uk,
        holder=spec.holder.bodies[spec.text.body][-1].title.uk,
        contact=f"{contact.name.uk}, {contact.email}",
        day=day_of(work.clock()),
        rejected=rejected,
        published_on=stands.released_at.date() if stands else None,
        sources=sources,
        groups=groups,
    )


def _standing(spec: DatasetSpec, work: Workplace) -> Version | None:
    """The version that the public sees."""
    receipts = (work.ledger.latest_receipt(spec.name, target) for target in TARGETS)
    known = next((receipt for receipt in receipts if receipt is not None), None)
    return work.ledger.version_of(spec.name, known.version) if known else None


def _quoted(value: str) -> str:
    return value if public_value(value) else messages.text(LANGUAGE, "letter-stands-personal")


def _workbooks(
    spec: DatasetSpec,
    work: Workplace,
    snapshots: Iterable[Snapshot],
    findings: tuple[Finding, ...],
    words: Callable[[Finding], str],
) -> Mapping[str, bytes]:
    files: dict[str, bytes] = {}
    for snapshot in snapshots:
        marks = marks_of(told_once(findings), snapshot.address, words)
        data = _marked(spec, work, snapshot, marks) if marks else None
        if data is not None:
            files[_free(_returned(snapshot), files)] = data
    return files


def _marked(
    spec: DatasetSpec, work: Workplace, snapshot: Snapshot, marks: tuple[Mark, ...]
) -> bytes | None:
    data = work.snapshots.get(snapshot.sha256)
    try:
        if is_workbook(data):
            return marked(data, marks, messages.text(LANGUAGE, "letter-author"))
        if Kind.of_media_type(snapshot.media_type) in _TABLES:
            sheet = spreadsheet.read(data, snapshot, spec.text.readers.spreadsheet)
            return marked_copy(sheet, marks)
    except _UNMARKABLE:
        return None
    return None


def _returned(snapshot: Snapshot) -> str:
    name = PurePosixPath(name_of(snapshot.address) or "")
    kind = name.suffix if name.suffix.lower() in {".xlsx", ".xlsm"} else ".xlsx"
    stem = unquote(name.stem).replace("/", " ")[:_LONGEST_NAME]
    return messages.text(LANGUAGE, "letter-marked-name", {"name": stem, "kind": kind})


def _free(name: str, taken: Iterable[str]) -> str:
    stem, kind = PurePosixPath(name).stem, PurePosixPath(name).suffix
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{stem} {number}{kind}"
    return free


def _put(work: Workplace, dataset: str, letter: Letter, files: Mapping[str, bytes]) -> None:
    """The folder is written beside its place and then moved there, so that it is never half."""
    place = folder_of(work.settings.home, dataset)
    fresh = place.with_name(f".{dataset}.part")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        if letter.groups:
            fresh.mkdir(parents=True)
            whole = {PAGE: to_html(letter), DOCUMENT: to_docx(letter), **files}
            for name, data in whole.items():
                (fresh / name).write_bytes(data)
        shutil.rmtree(place, ignore_errors=True)
        if letter.groups:
            fresh.replace(place)
        _rejected_mark(work, dataset).unlink(missing_ok=True)
        if letter.groups and letter.rejected:
            _rejected_mark(work, dataset).touch()
    except OSError as error:
        reason = error.strerror or errno.errorcode.get(error.errno or 0, "")
        raise MachineError("file-cannot-be-written", path=str(place), reason=reason) from error
