import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from pipeline.publishing.passport import Text
from tests.publishing import samples

pytestmark = pytest.mark.browser

PAGES = ("index.html", "datasets/benches/index.html", "datasets/ugly/index.html")
WIDTHS = {"phone": 360, "tablet": 768, "wide": 1280}

PAYLOADS = (
    "<script>document.title='ran'</script>",
    '"><img src=x onerror="document.title=\'ran\'">',
    "<svg onload=\"document.title='ran'\"></svg>",
    "javascript:document.title='ran'",
    "</td></tr></table></div></section><style>*{display:none}</style>",
)
LONG = "довгеслово" * 12


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of two datasets; the second one holds what pages have to withstand."""
    folder = tmp_path_factory.mktemp("web") / "deep" / "site"
    target = samples.site(folder)
    samples.publish(target, samples.release(), samples.passport(findings=[samples.FINDING]))
    rows = [(str(i), text, "1", "2.5", "2026-01-01", text) for i, text in enumerate(PAYLOADS)]
    rows += [(f"{LONG}-{i}", LONG, "1", "", "", f"https://example.org/{LONG}") for i in range(30)]
    ugly = samples.passport("ugly", title=f"{PAYLOADS[0]} {LONG}")
    ugly = replace(
        ugly,
        description=Text(uk=" ".join(PAYLOADS), en=LONG),
        usage_notes=tuple(Text(uk=text) for text in (*PAYLOADS, LONG)),
    )
    samples.publish(target, samples.release(rows, name="ugly"), ugly)
    return folder


def show(browser: Chrome, address: str, width: int = 1280, scheme: str = "light") -> None:
    """Open an address in a window of that width."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get(address)


def run(browser: Chrome, script: str) -> Any:
    """The value of a script of this test, of whatever type; pages themselves may run none."""
    return browser.execute_script(script)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_never_scrolls_sideways(
    browser: Chrome, site: Path, screenshots: Path, name: str, width: str
) -> None:
    show(browser, (site / name).as_uri(), WIDTHS[width])
    picture = screenshots / f"{name.replace('/', '-')}-{width}.png"
    assert browser.save_screenshot(str(picture))
    # A phone widens its window to what does not fit, so the window is measured too.
    assert run(browser, "return innerWidth") == WIDTHS[width]
    inside = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    scrolled, shown = run(browser, inside)
    assert scrolled == shown


def test_a_wide_table_scrolls_inside_its_box(browser: Chrome, site: Path) -> None:
    show(browser, (site / PAGES[2]).as_uri(), WIDTHS["phone"])
    box = browser.find_element(By.CSS_SELECTOR, ".scroll")
    assert box.get_attribute("tabindex") == "0"
    assert box.get_attribute("aria-label")
    assert int(str(box.get_property("scrollWidth"))) > int(str(box.get_property("clientWidth")))
    assert int(str(box.get_property("clientWidth"))) <= WIDTHS["phone"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_a_title_and_says_its_languages(browser: Chrome, site: Path, name: str) -> None:
    show(browser, (site / name).as_uri())
    assert "Вигадівська міська рада" in browser.title
    assert run(browser, "return document.documentElement.lang") == "uk"
    assert run(browser, "return document.getElementById('english').lang") == "en"
    assert run(browser, "return document.querySelectorAll('h1').length") == 1
    assert run(browser, "return document.compatMode") == "CSS1Compat"


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_somewhere(browser: Chrome, site: Path, name: str) -> None:
    show(browser, (site / name).as_uri())
    links = run(
        browser,
        "return [...document.querySelectorAll('a, link')].map(e => e.getAttribute('href'))",
    )
    assert len(links) > 5
    for link in links:
        parts = urlsplit(urljoin((site / name).as_uri(), link))
        assert parts.scheme in {"file", "https", "mailto", "data"}
        if parts.scheme == "file":
            assert Path(unquote(parts.path)).is_file(), link
        if link.startswith("#"):
            assert browser.find_elements(By.ID, parts.fragment), link


def test_what_stands_in_cells_and_titles_does_not_run(browser: Chrome, site: Path) -> None:
    for name in PAGES:
        show(browser, (site / name).as_uri())
        assert browser.title != "ran"
        assert run(browser, "return document.querySelectorAll('script, img, svg').length") == 0
        assert run(browser, "return document.querySelectorAll('[onload], [onerror]').length") == 0
        assert browser.find_element(By.CSS_SELECTOR, "footer").is_displayed()
    cells = [cell.text for cell in browser.find_elements(By.CSS_SELECTOR, ".rows td:nth-child(2)")]
    assert cells[: len(PAYLOADS)] == list(PAYLOADS)
    assert run(browser, "return document.querySelectorAll('a[href^=\"javascript\" i]').length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES[:2])
def test_words_stand_out_from_their_ground(
    browser: Chrome, site: Path, name: str, scheme: str
) -> None:
    show(browser, (site / name).as_uri(), scheme=scheme)
    found = run(browser, CONTRASTS)
    assert len(found) > 5
    assert not {what: ratio for what, ratio in found.items() if ratio < 4.5}


# WCAG 2.2, 1.4.3: relative luminance of text and of the nearest ground that is painted.
CONTRASTS = """
const channels = text => text.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b]
  .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const ground = element => {
  for (let e = element; e; e = e.parentElement) {
    const colour = channels(getComputedStyle(e).backgroundColor);
    if (colour.length === 3 || colour[3] > 0) return colour;
  }
  return [255, 255, 255];
};
const found = {};
for (const element of document.querySelectorAll('body *')) {
  if (![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
  const [a, b] = [light(channels(getComputedStyle(element).color)), light(ground(element))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const name = element.tagName + '.' + element.className + ' in ' + element.parentElement.tagName;
  found[name] = Math.min(found[name] ?? 99, ratio);
}
return found;
"""


def test_the_first_tab_shows_the_way_past_the_header(browser: Chrome, site: Path) -> None:
    show(browser, (site / PAGES[1]).as_uri())
    skip = browser.find_element(By.CSS_SELECTOR, ".skip")
    assert skip.rect["y"] + skip.rect["height"] < 0
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert browser.switch_to.active_element == skip
    assert skip.rect["y"] >= 0
    skip.send_keys(Keys.ENTER)
    assert urlsplit(browser.current_url).fragment == "content"


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    """The same files from a web server, two folders below its root."""
    root = site.parent.parent

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as web:
        worker = threading.Thread(target=web.serve_forever)
        worker.start()
        yield f"http://127.0.0.1:{web.server_address[1]}/deep/site/"
        web.shutdown()
        worker.join()


def test_the_catalogue_works_from_any_path_of_a_web_server(browser: Chrome, server: str) -> None:
    show(browser, f"{server}datasets/benches/index.html")
    sheets = run(browser, "return [...document.styleSheets].map(s => s.cssRules.length)")
    assert len(sheets) == 1
    assert sheets[0] > 50
    browser.find_element(By.CSS_SELECTOR, ".kicker a").click()
    assert browser.current_url == f"{server}index.html"
    browser.find_element(By.LINK_TEXT, "Лавки міста").click()
    assert browser.current_url == f"{server}datasets/benches/index.html"
