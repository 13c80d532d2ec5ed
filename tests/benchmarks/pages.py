"""Ten thousand pages to rows, as a ratio to what lxml alone needs to parse them; memory.

    .venv/bin/python -m tests.benchmarks.pages [PAGES [ACTS]]      acts on a page: 4
    .venv/bin/python -m tests.benchmarks.pages FOLDER [PAGES]      made of recorded ones

Pages are like those of the platform: some eighty kilobytes, most of them menus, and a few acts.
Those of a folder are read as they are, then copied with other words and numbers, so that no act is
ever seen twice.
Each is measured when it is new, and again when it was understood before.
"""

import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from lxml import etree

from pipeline.model import Snapshot
from pipeline.page_reading import Reading
from pipeline.pages import extract
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
from pipeline.understood import UnderstoodPages
from tests.pages import snapshot_of

_T = TypeVar("_T")

READING = Reading(
    options=PageOptions(), shape=PageShape(), parameters=DecisionsParameters(kind="рішення")
)

ACTS = 4
"""On a page, where nothing else is asked for."""
NUMBER, WORD = b"77777", "жжжжж".encode()
"""What stands in a template for the number of a page, and for a word that no other page has."""
_TEXT = re.compile(rb"(?<=>)[^<>]+(?=</(?:a|p|td|li|span|b|strong|h\d)>|<br)")
_SESSION = re.compile("(№ ?)\\d+(?=-\\d+/)".encode())
LETTERS = str.maketrans("0123456789", "абвгдежзик")
MENU = 480
"""Links in the menus of a page."""
COPIES = 15
"""Of a recorded page, of which the best is taken."""


def html(number: int, links: int = MENU, acts: int = ACTS) -> bytes:
    """A page of one session, unlike any other."""
    menu = "\n".join(
        f'<li id="menu_id_{one}" class="rd-nav-item">\n<a class="rd-nav-link" '
        f'href="https://rada.example/rozdil-{one}-09-18-26-10-01-2022/">'
        f"Розділ громади № {one}</a>\n</li>"
        for one in range(links)
    )
    lines = "\n".join(
        f'<p style="margin-bottom:3.75pt"><a href="https://rada.example/upload/{number}-{one}.pdf">'
        f"<span>№ {number}-{one}/VIII Про затвердження програми розвитку громади {number}, частина "
        f"{one}</span></a></p>"
        for one in range(1, acts + 1)
    )
    return f"""<!DOCTYPE html>
<html class="wide" lang="uk"><head><meta charset="utf-8"><title>Рішення</title></head>
<body><header><nav><ul>{menu}</ul></nav></header>
<div id="main_content"><article class="post-creative">
<h1 class="post-creative-title">Рішення {number} сесії міської ради від 10.09.2021</h1>
<ul class="post-creative-meta"><li><time datetime="2021">17 Вересня, 2021 о 16:01</time></li></ul>
<main>{lines}</main></article></div></body></html>""".encode()


def parse(data: bytes) -> None:
    """What lxml alone does, as the reader has it do."""
    etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))


class Pages:
    """Made when they are asked for, so that they take no memory; by number in place of a hash."""

    def __init__(self, templates: Sequence[bytes], count: int) -> None:
        self.templates = templates
        self.count = count

    def get(self, number: str) -> bytes:
        template = self.templates[int(number) % len(self.templates)]
        word = number.translate(LETTERS).encode()
        return template.replace(NUMBER, number.encode()).replace(WORD, word)

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


def template_of(page: bytes) -> bytes:
    """A recorded page with a word more in every line of three words, and other numbers of acts.

    What stands on page after page stays: «Рішення сесії» over a title, «Завантажити» after it.
    """
    numbered = _SESSION.sub(rb"\g<1>" + NUMBER, page)
    return _TEXT.sub(_with_word, numbered)


def _with_word(text: re.Match[bytes]) -> bytes:
    words = text.group()
    return words.rstrip() + b" " + WORD if len(words.split()) > 2 else words


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


def measure(pages: Pages) -> None:
    """Measure pages made here and say it."""
    snapshots, tenth = pages.snapshots(), pages.count // 10
    started, work = time.perf_counter(), worked()
    for one in snapshots:
        parse(pages.get(one.sha256))
    alone, alone_work = time.perf_counter() - started, worked() - work
    measured(pages, snapshots[:tenth], None)
    tenth_peak = peak()
    work = worked()
    with tempfile.TemporaryDirectory() as home:
        all_cores, rows = measured(pages, snapshots, None, Path(home))
        whole, all_work = peak(), worked() - work
        again, _ = measured(pages, snapshots, None, Path(home))
    one_core, _ = measured(pages, snapshots[:tenth], 1)
    size = sum(map(len, pages.templates)) // len(pages.templates) // 1024
    print(f"{pages.count} pages of {size} KiB, {rows} acts")  # noqa: T201
    print(f"lxml alone {alone:.1f} s; all cores {all_cores:.1f} s: {all_cores / alone:.2f}")  # noqa: T201
    print(f"seconds of processors {all_work:.1f} to {alone_work:.1f}: {all_work / alone_work:.2f}")  # noqa: T201
    print(f"one core, a tenth of them: {one_core * 10 / alone:.2f}")  # noqa: T201
    print(f"understood before {again:.1f} s: {again / alone:.3f}")  # noqa: T201
    print(f"memory at a tenth {tenth_peak} MiB, at the end {whole} MiB")  # noqa: T201


def recorded(folder: Path, count: int) -> None:
    """Measure the pages of a folder on all cores, then copies of them, alone and together."""
    files = sorted(folder.glob("*.html"))
    pages = [file.read_bytes() for file in files]
    measure(Pages(pages, count))
    templates = [template_of(page) for page in pages]
    sums = [0.0, 0.0, 0.0]
    for file, template in zip(files, templates, strict=True):
        seen = _recorded(Pages([template], COPIES))
        sums = [total + one for total, one in zip(sums, seen, strict=True)]
        _say(file.name, *seen)
    _say("all", *sums)
    measure(Pages(templates, count))


def _recorded(pages: Pages) -> tuple[float, float, float]:
    """Best seconds: lxml alone, a new page, the page understood before."""
    copies = pages.snapshots()
    of = {one.sha256: pages.get(one.sha256) for one in copies}
    alone = _best(parse, list(of.values()))
    new = _best(lambda one: extract([one], of.__getitem__, READING, cores=1), copies)
    with tempfile.TemporaryDirectory() as home:

        def taken(one: Snapshot) -> None:
            with UnderstoodPages(Path(home)).of("page", READING.way) as before:
                extract([one], of.__getitem__, READING, understood=before, cores=1)

        return alone, new, _best(taken, [copies[0]] * COPIES)


def _best(work: Callable[[_T], object], on: Sequence[_T]) -> float:
    seconds = []
    for one in on:
        started = time.perf_counter()
        work(one)
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def _say(name: str, alone: float, new: float, again: float) -> None:
    ratios = f"new {new / alone:.1f}, understood before {again / alone:.2f}"
    print(f"{name}: lxml {alone * 1000:.1f} ms; {ratios}")  # noqa: T201


if __name__ == "__main__":
    WHAT = sys.argv[1] if len(sys.argv) > 1 else "10000"
    MORE = int(sys.argv[2]) if len(sys.argv) > 2 else None
    if Path(WHAT).is_dir():
        recorded(Path(WHAT), MORE or 3000)
    else:
        measure(Pages([html(int(NUMBER), acts=MORE or ACTS)], int(WHAT)))
