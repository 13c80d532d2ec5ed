"""A section of a site over a real server: what is asked, in which order, and what is left."""

from dataclasses import dataclass, field, replace

import pytest

from pipeline import messages
from pipeline.errors import SourceError
from pipeline.model import Finding, Listing, Snapshot
from pipeline.parameters.fetching import FetchOptions
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import Recipe
from pipeline.readers import listing
from pipeline.sources.crawl import Trail, crawl
from pipeline.sources.fetch import Fetched
from pipeline.sources.snapshots import SnapshotStore
from pipeline.sources.web import Web
from tests.sources.conftest import Handler, Reply, Site, Time, body, status

RECIPE = Recipe.model_validate(
    {
        "name": "small",
        "title": "Small",
        "lists": {
            "entries": {"links": ".entry"},
            "sections": {"links": ".year"},
            "pager": {"links": ".pager"},
            "parents": ".crumbs",
            "acts": ".act",
        },
    }
)


def links(kind: str, *addresses: str) -> str:
    return "".join(f'<p class="{kind}"><a href="{address}">x</a></p>' for address in addresses)


def html(inside: str = "") -> bytes:
    return f"<html><body>{inside}</body></html>".encode()


def page(*parts: str, **headers: str) -> Reply:
    return body(html("".join(parts)), Content_Type="text/html", **headers)


def by_start(**pages: Reply) -> Reply:
    """A list whose pages differ by `?start=`; past the end the last one again, as Joomla does."""

    def reply(handler: Handler) -> None:
        number = handler.path.partition("start=")[2] or "0"
        pages.get(f"p{number}", list(pages.values())[-1])(handler)

    return reply


@dataclass
class Crawler:
    site: Site
    web: Web
    store: SnapshotStore
    options: FetchOptions
    kept: dict[str, Snapshot] = field(default_factory=dict)
    noted: dict[str, Snapshot] = field(default_factory=dict)

    def resumed(self, path: str = "/acts/") -> Fetched:
        """As after a crawl that broke off: what it noted is left."""
        self.trail = Trail(left=dict(self.noted).get, note=self._note)
        return self(path)

    def _note(self, snapshot: Snapshot) -> None:
        self.noted[snapshot.address] = snapshot

    def __post_init__(self) -> None:
        self.trail = Trail(note=self._note)

    def __call__(self, path: str = "/acts/", **options: int) -> Fetched:
        self.site.asked.clear()
        fetched = crawl(
            self.site.address + path,
            store=self.store,
            options=self.options.model_copy(update=options),
            web=self.web,
            known=self.kept.get,
            look=self._look,
            trail=self.trail,
        )
        self.kept |= {snapshot.address: snapshot for snapshot in fetched.everything}
        return fetched

    def _look(self, snapshot: Snapshot) -> Listing:
        return listing.read(self.store.get(snapshot.sha256), snapshot, PageOptions(), RECIPE)

    @property
    def asked(self) -> list[str]:
        return [path for path, _ in self.site.asked]

    def paths(self, snapshots: tuple[Snapshot, ...]) -> list[str]:
        return [snapshot.address.removeprefix(self.site.address) for snapshot in snapshots]


@pytest.fixture
def crawler(site: Site, web: Web, store: SnapshotStore, quick: FetchOptions) -> Crawler:
    site.on("/robots.txt", status(404))
    for name in "abcdef":
        site.on(f"/{name}", page(name, ETag=f'"{name}"'))
    return Crawler(site, web, store, quick)


def codes(fetched: Fetched) -> list[str]:
    for finding in fetched.findings:
        for language in messages.LANGUAGES:
            assert messages.text(language, f"finding-{finding.code}", finding.details)
    return [finding.code for finding in fetched.findings]


def only(fetched: Fetched) -> Finding:
    codes(fetched)
    (finding,) = fetched.findings
    return finding


def test_lists_lead_to_pages_and_their_pager_to_more(site: Site, crawler: Crawler) -> None:
    more = links("pager", "/acts/?start=2")
    site.on(
        "/acts/",
        by_start(p0=page(links("entry", "/a", "/b"), more), p2=page(links("entry", "/c"), more)),
    )
    fetched = crawler()
    assert crawler.paths(fetched.snapshots) == ["/a", "/b", "/c"]
    assert crawler.paths(fetched.archives) == ["/acts/", "/acts/?start=2"]
    assert crawler.asked == ["/robots.txt", "/acts/", "/acts/?start=2", "/a", "/b", "/c"]
    assert codes(fetched) == []


def test_a_site_that_repeats_its_last_page_for_ever_is_left(site: Site, crawler: Crawler) -> None:
    def endless(handler: Handler) -> None:
        number = int(handler.path.partition("start=")[2] or "0")
        shown = "/a" if number == 0 else "/b"
        page(links("entry", shown), links("pager", f"/acts/?start={number + 1}"))(handler)

    site.on("/acts/", endless)
    assert crawler.paths(crawler().snapshots) == ["/a", "/b"]
    assert crawler.asked == [
        "/robots.txt", "/acts/", "/acts/?start=1", "/acts/?start=2", "/a", "/b",
    ]  # fmt: skip


def test_a_list_with_acts_is_read_itself_but_not_twice(site: Site, crawler: Crawler) -> None:
    def endless(handler: Handler) -> None:
        number = min(int(handler.path.partition("start=")[2] or "0"), 1)
        views = f"<i>{len(site.asked)} views</i>"
        act = f'<p class="act">№ {number}</p>'
        page(views, act, links("pager", f"/acts/?start={number + 1}"))(handler)

    site.on("/acts/", endless)
    assert crawler.paths(crawler().snapshots) == ["/acts/", "/acts/?start=1"]
    assert "/acts/?start=3" not in crawler.asked


def test_sections_lead_to_lists_of_their_own(site: Site, crawler: Crawler) -> None:
    site.on("/acts/", page(links("year", "/2020/", "/2021/", "/2022/")))
    site.on("/2020/", page(links("entry", "/a")))
    site.on("/2021/", page(links("entry", "/a", "/b")))
    site.on("/2022/", page("нічого"))
    fetched = crawler()
    assert crawler.paths(fetched.snapshots) == ["/a", "/b"]
    finding = only(fetched)
    assert (finding.code, finding.place.source) == ("section-is-empty", site.address + "/2022/")


def test_a_list_of_another_section_is_not_followed(site: Site, crawler: Crawler) -> None:
    home, own = links("crumbs", "/"), links("crumbs", "/", "/acts/")
    years, more = links("year", "/2020/", "/other/"), links("pager", "/acts/?start=2")
    acts = '<p class="act">№ 1</p>'
    site.on(
        "/acts/", by_start(p0=page(home, acts, years, more), p2=page(home, links("entry", "/c")))
    )
    site.on("/2020/", page(own, links("entry", "/a")))
    site.on("/other/", page(home, links("entry", "/b")))
    fetched = crawler()
    assert crawler.paths(fetched.snapshots) == ["/acts/", "/a", "/c"]
    assert only(fetched).code == "list-of-another-section"
    assert only(fetched).place.source == site.address + "/other/"


def test_an_empty_section_that_was_asked_for_is_read(site: Site, crawler: Crawler) -> None:
    site.on("/acts/", page("нічого"))
    assert crawler.paths(crawler().snapshots) == ["/acts/"]


def test_unchanged_pages_are_not_sent_again(site: Site, crawler: Crawler) -> None:
    site.on("/acts/", page(links("entry", "/a")))
    first = crawler()
    site.on("/a", status(304))
    assert crawler().snapshots == first.snapshots
    assert site.asked[-1][1]["If-None-Match"] == '"a"'


def test_pages_far_down_that_are_kept_are_not_asked_for(site: Site, crawler: Crawler) -> None:
    def numbered(handler: Handler) -> None:
        number = int(handler.path.partition("start=")[2] or "0")
        more = links("pager", f"/acts/?start={number + 1}") if number < 3 else ""
        page(links("entry", "/" + "abcd"[number]), more)(handler)

    site.on("/acts/", numbered)
    first = crawler(recheck=2)
    assert {"/a", "/b", "/c", "/d"} <= set(crawler.asked)
    again = crawler(recheck=2)
    assert {"/a", "/b"} <= set(crawler.asked)
    assert not {"/c", "/d"} & set(crawler.asked)
    assert again.snapshots == first.snapshots


def test_a_crawl_that_broke_off_goes_on_where_it_stopped(site: Site, crawler: Crawler) -> None:
    site.on("/acts/", page(links("entry", "/a", "/b"), links("pager", "/acts/?start=2")))
    site.on("/b", status(500))
    with pytest.raises(SourceError):
        crawler()
    assert "/a" in crawler.asked
    site.on("/b", page("b"))
    fetched = crawler.resumed()
    assert crawler.asked == ["/robots.txt", "/b"]
    assert crawler.paths(fetched.snapshots) == ["/a", "/b"]
    assert codes(fetched) == []


def test_a_list_that_cannot_be_read_is_asked_for_again(site: Site, crawler: Crawler) -> None:
    error = body(b"<html><head><title>503</title></head><body></body></html>")
    site.on("/acts/", error)
    with pytest.raises(SourceError):
        crawler()
    site.on("/acts/", page(links("entry", "/a")))
    assert crawler.paths(crawler.resumed().snapshots) == ["/a"]


def test_what_is_left_but_no_longer_kept_is_asked_for(
    site: Site, crawler: Crawler, store: SnapshotStore
) -> None:
    site.on("/acts/", page(links("entry", "/a")))
    crawler()
    lost = replace(crawler.noted[site.address + "/a"], sha256="0" * 64)
    crawler.noted[site.address + "/a"] = lost
    crawler.resumed()
    assert crawler.asked == ["/robots.txt", "/a"]


def test_a_forbidden_section_is_not_fetched(site: Site, crawler: Crawler) -> None:
    site.on("/robots.txt", body(b"User-agent: *\nDisallow: /acts/\n"))
    with pytest.raises(SourceError, match=r"robots\.txt") as caught:
        crawler()
    assert caught.value.code == "robots-forbid-section"
    assert caught.value.message("uk")
    assert crawler.asked == ["/robots.txt"]


def test_a_forbidden_page_is_named(site: Site, crawler: Crawler) -> None:
    rules = b"User-agent: *\nDisallow: /*b$\nUser-agent: other\nDisallow: /\n"
    site.on("/robots.txt", body(rules))
    site.on("/acts/", page(links("entry", "/a", "/b")))
    fetched = crawler()
    assert crawler.paths(fetched.snapshots) == ["/a"]
    assert (only(fetched).code, only(fetched).place.source) == (
        "robots-forbid-page",
        site.address + "/b",
    )


def test_a_site_that_asks_to_go_slowly_is_obeyed(
    site: Site, crawler: Crawler, time: Time, web: Web
) -> None:
    site.on("/robots.txt", body(b"User-agent: *\nCrawl-delay: 7\n"))
    site.on("/acts/", page(links("entry", "/a", "/b")))
    crawler.web = replace(web)
    crawler()
    assert time.slept == [7, 7, 7]


def test_a_site_whose_rules_nobody_can_get_is_not_crawled(site: Site, crawler: Crawler) -> None:
    site.on("/robots.txt", status(503))
    with pytest.raises(SourceError) as caught:
        crawler()
    assert caught.value.code == "source-is-busy"


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (status(404), "section-page-is-gone"),
        (status(403), "section-page-is-gone"),
        (body(b"%PDF-1.4 ..."), "section-page-is-not-a-page"),
        (body(b""), "section-page-is-not-a-page"),
    ],
    ids=["404", "403", "pdf", "empty"],
)
def test_one_lost_page_does_not_lose_the_others(
    site: Site, crawler: Crawler, reply: Reply, code: str
) -> None:
    site.on("/acts/", page(links("entry", "/a", "/b")))
    site.on("/a", reply)
    fetched = crawler()
    assert crawler.paths(fetched.snapshots) == ["/b"]
    assert (only(fetched).code, only(fetched).place.source) == (code, site.address + "/a")


def test_a_site_that_fails_ends_the_crawl(site: Site, crawler: Crawler) -> None:
    site.on("/acts/", page(links("entry", "/a")))
    site.on("/a", status(500))
    with pytest.raises(SourceError):
        crawler()
    site.on("/acts/", status(404))
    with pytest.raises(SourceError) as caught:
        crawler()
    assert caught.value.code == "source-is-gone"


def test_limits_are_said(site: Site, crawler: Crawler) -> None:
    more = links("pager", "/acts/?start=1")
    site.on("/acts/", page(links("entry", "/a", "/b", "/c"), more))
    fetched = crawler(page_limit=2, list_limit=1)
    assert crawler.paths(fetched.snapshots) == ["/a", "/b"]
    assert codes(fetched) == ["crawl-limit-reached"] * 2
    assert [finding.details["count"] for finding in fetched.findings] == [1, 1]


def test_links_to_files_and_other_sites_are_counted(site: Site, crawler: Crawler) -> None:
    away = ("/a", "/a.pdf", "https://elsewhere.example/a", "/a#top")
    site.on("/acts/", page(links("entry", *away)))
    fetched = crawler()
    assert crawler.paths(fetched.snapshots) == ["/a"]
    assert (only(fetched).code, only(fetched).details["count"]) == ("links-not-followed", 2)
