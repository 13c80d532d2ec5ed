"""Spoilt sources, thousands of them: `python -m tests.readers.fuzzing docx 10000`.

Each input is a whole table, page, report or protocol with something changed: bytes, and in a ZIP a
part of it, packed again with its right checksum. A reader may read it or refuse it with a typed
error; anything else, a second too many or memory without bound is a fault.
"""

import json
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from pipeline.errors import SourceError
from pipeline.extractors import decisions, votes
from pipeline.extractors.counting.report import read_report
from pipeline.model import Snapshot
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.fetching import Kind
from pipeline.parameters.page import PageOptions
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.parameters.votes import VotesParameters
from pipeline.readers import document, page
from pipeline.readers.spreadsheet import read
from tests.builders import snapshot
from tests.conftest import INPUTS, ROOT
from tests.readers.ugly import FORMATS, Drawing
from tests.readers.workbooks.saved import archive, parts

LONGEST = 20
"""Seconds for one input; the seeds take hundredths."""
MEMORY = 2 * 2**30
"""Bytes of address space for the whole process, libraries included."""

SAMPLES = {
    "page": ["council-decisions/sample/session-92.html", "mayor-orders/sample/order-2020-7.html"],
    "report": ["activity-counts/sample/internal-policy-2018-q2.txt"],
    "protocol": ["roll-call-votes/sample/2020-02-27-2.rtf"],
}
"""What is read to the end of its extractor -> samples of the council."""
_NUMBERS = (b"0", b"-1", b"99999999", b"1e308", b"4294967296", b"")
_SIGNS = (b"\0", b"\xff", b'"', b"<", b">", b"&", b"[", b"{", b"(", b"\n", b",", b";", b"\xd0")


def seeds(kind: str) -> list[bytes]:
    """Whole sources; of tables a plain one and one with everything."""
    if kind in SAMPLES:
        return [(ROOT / "datasets" / name).read_bytes() for name in SAMPLES[kind]]
    plain = Drawing()
    for row in (["код", "назва", "сума"], ["007", "місто", "1.5"], ["008", "село; хутір", "2"]):
        plain.add(row)
    ugly = Drawing()
    ugly.add(["Звіт", "", "", ""], (0, 3))
    ugly.add(["Назва", "Сума", "", "Дата"], (1, 2))
    ugly.add(["", "усього", "з них", ""])
    ugly.add(["Розділ 1", "", "", ""], (0, 3))
    ugly.add(["Місто «Зразок»", "10", "5", "01.02.2020"])
    ugly.add(["", "11", "6", "02.02.2020"])
    ugly.merges.append((4, 0, 5, 0))
    ugly.add(["Разом", "21", "11", ""])
    ugly.add(["Примітка", "", "", ""])
    if kind == "xls":
        # Nothing here writes BIFF; the real one is too large to be spoilt evenly.
        return [(INPUTS / "tables" / "17a-derzhstat-population-2017-12.xls").read_bytes()]
    if kind == "json":
        return [_json(plain), b'{"a": {"items": [{"x": 1, "y": [[1, 2], [3]]}, {"z": null}]}}']
    return [FORMATS[kind](plain), FORMATS[kind](ugly)]


def _json(drawing: Drawing) -> bytes:
    header, *rows = drawing.rows
    return json.dumps([dict(zip(header, row, strict=True)) for row in rows]).encode()


def layouts(kind: str) -> list[SpreadsheetOptions]:
    """Few options and many."""
    everything = {
        "format": kind,
        "header_row": 2,
        "header_rows": 2,
        "fill_header": True,
        "fill_merged": True,
        "until": "^Примітка",
        "sections": [{"name": "Розділ"}],
        "totals": [{"matches": "^Разом"}],
        "max_cells": 200_000,
        "max_unpacked_mb": 64,
    }
    few = {"format": kind, "max_cells": 200_000, "max_unpacked_mb": 64}
    lying = [{**few, "transposed": True}, {**few, "cards": {"begins": "Назва"}}]
    given = [few, everything, *(lying if kind != "json" else [])]
    return [SpreadsheetOptions.model_validate(options) for options in given]


def ways(kind: str) -> list[Callable[[bytes, Snapshot], object]]:
    """How inputs of a kind are read."""
    match kind:
        case "page":
            return [_acts]
        case "report":
            return [lambda data, told: read_report(_document(data, told, Kind.TEXT))]
        case "protocol":
            return [_votes]
        case _:
            return [partial(_table, options) for options in layouts(kind)]


def _table(options: SpreadsheetOptions, data: bytes, told: Snapshot) -> object:
    return read(data, told, options)


def _acts(data: bytes, told: Snapshot) -> object:
    return decisions.extract([page.read(data, told, PageOptions())], DecisionsParameters())


def _votes(data: bytes, told: Snapshot) -> object:
    return votes.extract([_document(data, told, Kind.RTF)], VotesParameters())


def _document(data: bytes, told: Snapshot, kind: Kind) -> document.Document:
    return document.read(data, replace(told, media_type=kind.media_type), DocumentOptions())


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to four changes; of a ZIP mostly one of its parts."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        contents = parts(data)
        name = chance.choice(sorted(contents))
        if chance.random() < 0.1:
            del contents[name]
        else:
            contents[name] = _changed(contents[name], chance)
        return archive(contents)
    return _changed(data, chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_CHANGES)(data, chance)
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _leave_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice([1, 1, 2, 50]) + data[end:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + chance.choice(_SIGNS) * chance.choice([1, 1, 2, 300]) + data[place:]


def _number(data: bytes, chance: random.Random) -> bytes:
    """Another number where one stands: counts, offsets, spans, lengths."""
    places = [place for place, sign in enumerate(data) if 48 <= sign <= 57]
    if not places:
        return data
    place = chance.choice(places)
    return data[:place] + chance.choice(_NUMBERS) + data[place + 1 :]


def _swap(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    other = chance.randint(0, len(data))
    return data[:other] + data[start:end] + data[other:]


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice([1, 4, 40, 400]))


_CHANGES: Sequence[Callable[[bytes, random.Random], bytes]] = (
    _flip,
    _cut,
    _leave_out,
    _repeat,
    _insert,
    _number,
    _swap,
)


def run(kind: str, count: int, seed: int = 1) -> dict[str, object]:
    """Read spoilt inputs; anything but a typed error passes through, with its number.

    Raises:
        TimeoutError: one input took too long.
    """
    chance = random.Random(f"{kind}{seed}")  # noqa: S311 - no secrets here
    whole, readers = seeds(kind), ways(kind)
    said: Counter[str] = Counter()
    slowest = 0.0
    for number in range(count):
        data = spoilt(chance.choice(whole), chance)
        began = time.monotonic()
        signal.alarm(LONGEST)
        try:
            chance.choice(readers)(data, snapshot(address=f"input-{number}"))
            said["read"] += 1
        except SourceError as error:
            said[error.code] += 1
            said["without a sentence"] += not str(error)
        except Exception as error:
            error.add_note(f"{kind}, input {number} of seed {seed}: {data[:2000]!r}")
            raise
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.monotonic() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    said += Counter()
    return {"count": count, "slowest": round(slowest, 2), "peak_mb": peak, "said": dict(said)}


def _late(*_: object) -> None:
    raise TimeoutError(f"more than {LONGEST} s for one input")


def main() -> None:
    """Format, number of inputs, seed."""
    kind, count, *rest = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _late)
    print(json.dumps(run(kind, int(count), int(rest[0]) if rest else 1)))  # noqa: T201


if __name__ == "__main__":
    main()
