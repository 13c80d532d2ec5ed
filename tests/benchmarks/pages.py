"""Ten thousand pages to rows, as a ratio to what lxml alone needs to parse them; memory.

    .venv/bin/python -m tests.benchmarks.pages [PAGES]

Pages are like those of the platform: some eighty kilobytes, most of them menus, and a few acts.
"""

import resource
import sys
import time
from collections.abc import Sequence

from lxml import etree

from pipeline.model import Snapshot
from pipeline.pages import Reading, extract
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
from tests.pages import snapshot_of

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


def measured(pages: Pages, snapshots: Sequence[Snapshot], cores: int | None) -> tuple[float, int]:
    """Seconds of an extraction, and rows."""
    reading = Reading(
        options=PageOptions(), shape=PageShape(), parameters=DecisionsParameters(kind="рішення")
    )
    started = time.perf_counter()
    found = extract(snapshots, pages.get, reading, cores=cores)
    return time.perf_counter() - started, len(found.tables[0].frame)


def main(count: int) -> None:
    """Measure and say it."""
    pages = Pages(count)
    snapshots = pages.snapshots()
    started, work = time.perf_counter(), worked()
    for one in snapshots:
        parse(pages.get(one.sha256))
    alone, alone_work = time.perf_counter() - started, worked() - work
    measured(pages, snapshots[: count // 10], None)
    tenth = peak()
    work = worked()
    all_cores, rows = measured(pages, snapshots, None)
    whole, all_work = peak(), worked() - work
    one_core, _ = measured(pages, snapshots[: count // 10], 1)
    print(f"{count} pages of {len(pages.template) // 1024} KiB, {rows} acts")  # noqa: T201
    print(f"lxml alone {alone:.1f} s; all cores {all_cores:.1f} s: {all_cores / alone:.2f}")  # noqa: T201
    print(f"seconds of processors {all_work:.1f} to {alone_work:.1f}: {all_work / alone_work:.2f}")  # noqa: T201
    print(f"one core, a tenth of them: {one_core * 10 / alone:.2f}")  # noqa: T201
    print(f"memory at a tenth {tenth} MiB, at the end {whole} MiB")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
