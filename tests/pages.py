"""Pages for tests: bytes as a server would send them, and what the reader makes of them."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pipeline.model import Snapshot
from pipeline.parameters.page import PageOptions
from pipeline.readers import page
from pipeline.readers.page import Page

ADDRESS = "https://rada.example/news/1/"


def snapshot_of(data: bytes, address: str = ADDRESS) -> Snapshot:
    return Snapshot(
        address=address,
        sha256=sha256(data).hexdigest(),
        size=len(data),
        media_type="text/html",
        fetched_at=datetime(2026, 11, 23, 2, 30, tzinfo=UTC),
    )


def read_bytes(data: bytes, address: str = ADDRESS, **options: str) -> Page:
    return page.read(data, snapshot_of(data, address), PageOptions(**options))


def read_file(file: Path) -> Page:
    return read_bytes(file.read_bytes(), address=file.name)


def article(heading: str, body: str, published: str = "17 Вересня, 2021 о 16:01") -> Page:
    """An article of the platform, with a side bar of another one."""
    text = f"""<html><head><meta charset="utf-8"></head><body><div id="main_content">
<article class="post-creative"><h1 class="post-creative-title">{heading}</h1>
<ul class="post-creative-meta"><li>15</li><li><time datetime="2021">{published}</time></li></ul>
<main>{body}</main></article></div>
<article class="post-classic"><time datetime="2025">23.12.2025, 15:35</time></article>
</body></html>"""
    return read_bytes(text.encode())
