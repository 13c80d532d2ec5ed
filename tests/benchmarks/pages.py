"""Ten thousand pages to rows, as a ratio to what lxml alone needs to parse them; memory.

    .venv/bin/python -m tests.benchmarks.pages [PAGES]
    .venv/bin/python -m tests.benchmarks.pages FOLDER      recorded pages, one by one

Pages are like those of the platform: some eighty kilobytes, most of them menus, and a few acts.
Each is measured when it is new, and again when it was understood before.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

from pipeline.model import Snapshot
from pipeline.pages import Reading, extract
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
from pipeline.understood import UnderstoodPages
from tests.pages import snapshot_of

READING = Reading(
    options=PageOptions(), shape=PageShape(), parameters=DecisionsParameters(kind="рішення")
)

ACTS = 4
"""On a page."""
MENU = 480
"""Links in the menus of a page."""


def html(number: int, links: int = MENU) -> bytes:
    """A page of one session, unlike any other."""
    menu = "\n".join(
        f'<li id="menu_id_{one}" class="rd-nav-item">\n<a class="rd-nav-link" '
        f'href="https://rada.example/rozdil-{one}-09-18-26-10-01-2022/">'
        f"Розділ громади № {one}</a>\n</li>"
        for one in range(links)
    )
    acts = "\n".join(
        f'<p style="margin-bottom:3.75pt"><a href="https://rada.example/upload/{number}-{one}.pdf">'
        f"<span>№ {number}-{one}/VIII Про затвердження програми розвитку громади {number}, частина "
        f"{one}</span></a></p>"
        for one in range(1, ACTS + 1)
    )
    return f"""<!DOCTYPE html>
<html class="wide" lang="uk"><head><meta charset="utf-8"><title>Рішення</title></head>
<body><header><nav><ul>{menu}</ul></nav></header>
<div id="main_content"><article class="post-creative">
<h1 class="post-creative-title">Рішення {number} сесії міської ради від 10.09.2021</h1>
<ul class="post-creative-meta"><li><time datetime="2021">17 Вересня, 2021 о 16:01</time></li></ul>
<main>{acts}</main></article></div></body></html>""".encode()


def parse(data: bytes) -> None:
    """What lxml alone does, as the reader has it do."""
    etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))


class Pages:
    """Made when they are asked for, so that they take no memory; by number in place of a hash."""

    def __init__(self, count: int) -> None:
        self.template = html(77777)
        self.count = count

    def get(self, number: str) -> bytes:
        return self.template.replace(b"77777", number.encode())

    def snapshots(self) -> list[Snapshot]:
        one = snapshot_of(b"", "https://rada.example/news/1/")
        return [
            Snapshot(
                address=f"https://rada.example/news/{number}/",
                sha256=str(10000 + number),
                size=0,
                media_type="text/html",
                fetched_at=one.fetched_at,
            )
            for number in range(self.count)
        ]


def peak() -> int:
    """Most memory of this process and of its children so far, MiB."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) // 1024


def worked() -> float:
    """Seconds of a processor that this process and its ended children have used."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(kind) for kind in kinds]
    return sum(one.ru_utime + one.ru_stime for one in used)


def measured(
    pages: Pages, snapshots: Sequence[Snapshot], cores: int | None, home: Path | None = None
) -> tuple[float, int]:
    """Seconds of an extraction, and rows; `home`: where it is noted what was understood."""
    started = time.perf_counter()
    if home is None:
        found = extract(snapshots, pages.get, READING, cores=cores)
    else:
        with UnderstoodPages(home).of("pages", READING.way) as before:
            found = extract(snapshots, pages.get, READING, understood=before, cores=cores)
    return time.perf_counter() - started, len(found.tables[0].frame)


def generated(count: int) -> None:
    """Measure pages made here and say it."""
    pages = Pages(count)
    snapshots = pages.snapshots()
    started, work = time.perf_counter(), worked()
    for one in snapshots:
        parse(pages.get(one.sha256))
    alone, alone_work = time.perf_counter() - started, worked() - work
    measured(pages, snapshots[: count // 10], None)
    tenth = peak()
    work = worked()
    with tempfile.TemporaryDirectory() as home:
        all_cores, rows = measured(pages, snapshots, None, Path(home))
        whole, all_work = peak(), worked() - work
        again, _ = measured(pages, snapshots, None, Path(home))
    one_core, _ = measured(pages, snapshots[: count // 10], 1)
    print(f"{count} pages of {len(pages.template) // 1024} KiB, {rows} acts")  # noqa: T201
    print(f"lxml alone {alone:.1f} s; all cores {all_cores:.1f} s: {all_cores / alone:.2f}")  # noqa: T201
    print(f"seconds of processors {all_work:.1f} to {alone_work:.1f}: {all_work / alone_work:.2f}")  # noqa: T201
    print(f"one core, a tenth of them: {one_core * 10 / alone:.2f}")  # noqa: T201
    print(f"understood before {again:.1f} s: {again / alone:.3f}")  # noqa: T201
    print(f"memory at a tenth {tenth} MiB, at the end {whole} MiB")  # noqa: T201


def recorded(folder: Path) -> None:
    """Measure the pages of a folder, each on one core, and say it."""
    sums = [0.0, 0.0, 0.0]
    for file in sorted(folder.glob("*.html")):
        seen = _recorded(file.read_bytes())
        sums = [total + one for total, one in zip(sums, seen, strict=True)]
        _say(file.name, *seen)
    _say("all", *sums)


def _recorded(data: bytes) -> tuple[float, float, float]:
    """Best seconds: lxml alone, a new page, the page understood before."""
    snapshot = snapshot_of(data)
    alone = _best(lambda: parse(data))
    new = _best(lambda: extract([snapshot], lambda _: data, READING, cores=1))
    with tempfile.TemporaryDirectory() as home:

        def taken() -> None:
            with UnderstoodPages(Path(home)).of("page", READING.way) as before:
                extract([snapshot], lambda _: data, READING, understood=before, cores=1)

        return alone, new, _best(taken)


def _best(work: Callable[[], object], times: int = 15) -> float:
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def _say(name: str, alone: float, new: float, again: float) -> None:
    ratios = f"new {new / alone:.1f}, understood before {again / alone:.2f}"
    print(f"{name}: lxml {alone * 1000:.1f} ms; {ratios}")  # noqa: T201


if __name__ == "__main__":
    WHAT = sys.argv[1] if len(sys.argv) > 1 else "10000"
    if Path(WHAT).is_dir():
        recorded(Path(WHAT))
    else:
        generated(int(WHAT))
