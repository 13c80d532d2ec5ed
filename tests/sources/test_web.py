import io
import shutil
import socket
import ssl
import subprocess
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import pipeline
from pipeline.errors import SourceError
from pipeline.parameters.fetching import FetchOptions
from pipeline.sources.web import (
    Answer,
    NotModified,
    Validators,
    Web,
    download,
    user_agent,
)
from tests.sources.conftest import (
    CSV,
    Handler,
    Reply,
    Site,
    Time,
    body,
    cut,
    reset,
    serving,
    status,
)


def refusal(
    address: str, options: FetchOptions, web: Web, validators: Validators | None = None
) -> SourceError:
    with pytest.raises(SourceError) as caught:
        download(address, options, web, validators)
    assert caught.value.message("uk")
    assert caught.value.message("en")
    return caught.value


@contextmanager
def closed_port() -> Iterator[int]:
    """A port that is taken, but nobody listens there."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield int(taken.getsockname()[1])


def pour(handler: Handler, written: list[int]) -> None:
    """Write 200 MB, unless the other side has enough before that."""
    try:
        for _ in range(2000):
            written.append(handler.wfile.write(b"1" * 100_000))
    except OSError:
        handler.wfile = io.BytesIO()
    handler.close_connection = True


def silent(handler: Handler) -> None:
    handler.connection.settimeout(5)
    handler.connection.recv(1)
    handler.close_connection = True


def test_an_answer_comes_with_what_it_says_of_itself(
    site: Site, web: Web, quick: FetchOptions
) -> None:
    address = site.on("/a.csv", body(CSV, ETag='"1"', Last_Modified="Mon, 1 Jan 2024 00:00:00 GMT"))
    answer = download(address, quick, web, None)
    assert answer == Answer(data=CSV, etag='"1"', last_modified="Mon, 1 Jan 2024 00:00:00 GMT")


def test_the_request_says_who_asks(site: Site, web: Web, quick: FetchOptions) -> None:
    address = site.on("/a.csv", body(CSV))
    download(address, quick, web, None)
    headers = site.asked[0][1]
    assert headers["User-Agent"] == f"council-open-data-pipeline/{pipeline.__version__}"
    assert headers["Accept-Encoding"] == "identity"
    assert "If-None-Match" not in headers
    assert user_agent("od@rada.example").endswith(f"/{pipeline.__version__} (+od@rada.example)")


@pytest.mark.parametrize(
    ("replies", "waits"),
    [
        ([status(503)], [2]),
        ([status(500), status(502), status(504)], [2, 4, 8]),
        ([status(429, Retry_After=7)], [7]),
        ([status(429, Retry_After="Mon, 23 Nov 2026 02:31:00 GMT")], [60]),
        ([status(408), status(425)], [2, 4]),
        ([reset], [2]),
        ([cut(CSV, 100)], [2]),
        ([silent], [2]),
    ],
    ids=["503", "5xx", "429-seconds", "429-date", "408-425", "reset", "cut-off", "silent"],
)
def test_what_can_heal_is_tried_again(
    site: Site, web: Web, time: Time, quick: FetchOptions, replies: list[Reply], waits: list[float]
) -> None:
    address = site.on("/a.csv", *replies, body(CSV))
    answer = download(address, quick, web, None)
    assert isinstance(answer, Answer)
    assert answer.data == CSV
    assert time.slept == waits


@pytest.mark.parametrize(
    ("reply", "code", "asked"),
    [
        (status(401), "source-is-forbidden", 1),
        (status(403), "source-is-forbidden", 1),
        (status(404), "source-is-gone", 1),
        (status(410), "source-is-gone", 1),
        (status(400), "source-refuses", 1),
        (status(204), "source-refuses", 1),
        (body(CSV, 206), "source-refuses", 1),
        (status(304), "source-refuses", 1),
        (status(500), "source-fails", 4),
        (status(503), "source-is-busy", 4),
        (status(429), "source-is-busy", 4),
        (status(429, Retry_After=3600), "source-asks-to-wait", 1),
        (status(503, Retry_After=3600), "source-asks-to-wait", 1),
        (reset, "source-is-cut-off", 4),
        (cut(CSV, 100), "source-is-cut-off", 4),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_does_not_heal_is_an_error(
    site: Site, web: Web, quick: FetchOptions, reply: Reply, code: str, asked: int
) -> None:
    address = site.on("/a.csv", reply)
    error = refusal(address, quick, web)
    assert (error.code, len(site.asked)) == (code, asked)
    assert error.details["attempts"] == asked
    assert address in error.message("uk")


def test_the_last_wait_a_server_may_ask_for(site: Site, web: Web, time: Time) -> None:
    address = site.on("/a.csv", status(503, Retry_After=120), body(CSV))
    download(address, FetchOptions(pause=0, longest_wait=120), web, None)
    assert time.slept == [120]


def test_minutes_to_wait_are_rounded_up(site: Site, web: Web, quick: FetchOptions) -> None:
    error = refusal(site.on("/a.csv", status(429, Retry_After=3601)), quick, web)
    assert error.details["minutes"] == 61


def test_a_chunked_answer_that_ends_early_is_noticed(
    site: Site, web: Web, quick: FetchOptions
) -> None:
    def chunks(handler: Handler) -> None:
        handler.head(200, Transfer_Encoding="chunked")
        handler.wfile.write(b"5\r\n1;2;3\r\n")
        handler.close_connection = True

    assert refusal(site.on("/a.csv", chunks), quick, web).code == "source-is-cut-off"


def test_a_chunked_answer_is_read_whole(site: Site, web: Web, quick: FetchOptions) -> None:
    def chunks(handler: Handler) -> None:
        handler.head(200, Transfer_Encoding="chunked")
        handler.wfile.write(b"5\r\n1;2;3\r\n2\r\n;4\r\n0\r\n\r\n")

    answer = download(site.on("/a.csv", chunks), quick, web, None)
    assert isinstance(answer, Answer)
    assert answer.data == b"1;2;3;4"


def test_silence_in_the_middle_ends(site: Site, web: Web, quick: FetchOptions) -> None:
    def stuck(handler: Handler) -> None:
        handler.head(200, Content_Length=100)
        handler.wfile.write(b"1;2")
        silent(handler)

    options = quick.model_copy(update={"attempts": 2})
    error = refusal(site.on("/a.csv", stuck), options, web)
    assert (error.code, len(site.asked)) == ("source-is-silent", 2)


def test_a_body_that_drips_ends_at_the_deadline(
    site: Site, web: Web, time: Time, quick: FetchOptions
) -> None:
    def drip(handler: Handler) -> None:
        handler.head(200, Content_Length=100)
        for _ in range(5):
            handler.wfile.write(b"1")
            handler.wfile.flush()
            threading.Event().wait(0.02)
            time.seconds += 4
        silent(handler)

    options = quick.model_copy(update={"deadline": 10, "attempts": 1})
    assert refusal(site.on("/a.csv", drip), options, web).code == "source-is-too-slow"


@pytest.mark.parametrize("announced", [True, False])
def test_a_huge_answer_is_not_read_to_its_end(
    site: Site, web: Web, quick: FetchOptions, announced: bool
) -> None:
    written: list[int] = []

    def huge(handler: Handler) -> None:
        if announced:
            handler.head(200, Content_Length=10**12)
        else:
            handler.head(200, Connection="close")
        pour(handler, written)

    options = quick.model_copy(update={"size_limit": 1_000_000})
    error = refusal(site.on("/a.csv", huge), options, web)
    assert (error.code, len(site.asked)) == ("source-is-too-large", 1)
    assert sum(written) < 100_000_000


def test_an_answer_that_says_it_is_huge_is_not_begun(
    site: Site, web: Web, quick: FetchOptions
) -> None:
    def huge(handler: Handler) -> None:
        handler.head(200, Content_Length=10**12)
        silent(handler)

    assert refusal(site.on("/a.csv", huge), quick, web).code == "source-is-too-large"


def test_the_limit_is_the_largest_size(site: Site, web: Web, quick: FetchOptions) -> None:
    options = quick.model_copy(update={"size_limit": len(CSV)})
    assert isinstance(download(site.on("/a.csv", body(CSV)), options, web, None), Answer)
    error = refusal(site.on("/b.csv", body(CSV + b"1")), options, web)
    assert error.code == "source-is-too-large"


def test_redirects_are_followed_to_their_end(site: Site, web: Web, quick: FetchOptions) -> None:
    site.on("/b", status(302, Location="c.csv"))
    site.on("/c.csv", body(CSV))
    answer = download(site.on("/a", status(301, Location="/b")), quick, web, None)
    assert isinstance(answer, Answer)
    assert [path for path, _ in site.asked] == ["/a", "/b", "/c.csv"]


def test_the_body_of_a_redirect_is_not_read(site: Site, web: Web, quick: FetchOptions) -> None:
    written: list[int] = []

    def huge(handler: Handler) -> None:
        handler.head(302, Location="/b.csv", Content_Length=10**12)
        pour(handler, written)

    site.on("/b.csv", body(CSV))
    assert isinstance(download(site.on("/a", huge), quick, web, None), Answer)
    assert sum(written) < 100_000_000


def test_an_endless_redirect_ends(site: Site, web: Web, quick: FetchOptions) -> None:
    address = site.on("/a", status(302, Location="/a"))
    error = refusal(address, quick.model_copy(update={"redirects": 3}), web)
    assert (error.code, len(site.asked)) == ("source-redirects-endlessly", 4)


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("ftp://u:p@rada.example/a?token=abc", "ftp://***@rada.example/a?token=***"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_a_redirect_that_leaves_the_web_is_refused(
    site: Site, web: Web, quick: FetchOptions, target: str, shown: str
) -> None:
    error = refusal(site.on("/a", status(302, Location=target)), quick, web)
    assert error.code in ("source-redirects-elsewhere", "source-address-is-wrong")
    assert error.details.get("target", shown) == shown


def test_what_still_holds_is_not_sent_again(site: Site, web: Web, quick: FetchOptions) -> None:
    address = site.on("/a.csv", status(304))
    validators = Validators(etag='"1"', last_modified="Mon, 1 Jan 2024 00:00:00 GMT")
    assert download(address, quick, web, validators) == NotModified()
    headers = site.asked[0][1]
    assert headers["If-None-Match"] == '"1"'
    assert headers["If-Modified-Since"] == "Mon, 1 Jan 2024 00:00:00 GMT"


def test_a_validator_that_cannot_be_sent_is_left_out() -> None:
    assert Validators(etag='"1\n"', last_modified=None).headers() == {}


def test_one_host_is_asked_with_pauses(site: Site, web: Web, time: Time) -> None:
    options = FetchOptions(pause=3)
    for path in ("/a", "/b"):
        download(site.on(path, body(CSV)), options, web, None)
    assert time.slept == [3]


def test_a_port_where_nobody_listens(web: Web, quick: FetchOptions) -> None:
    with closed_port() as port:
        error = refusal(f"http://127.0.0.1:{port}/a.csv", quick, web)
    assert (error.code, error.details["attempts"]) == ("source-is-unreachable", 4)
    assert error.__cause__ is not None


def test_a_host_that_does_not_exist(
    web: Web, quick: FetchOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_args: object, **_more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert refusal("http://rada.invalid/a.csv", quick, web).code == "source-host-is-unknown"


@pytest.mark.parametrize("address", ["http://", "http:///a.csv", "https://*/a", "http://[::1/a"])
def test_an_address_that_is_none(web: Web, quick: FetchOptions, address: str) -> None:
    error = refusal(address, quick, web)
    assert (error.code, error.details["attempts"]) == ("source-address-is-wrong", 1)


def test_secrets_go_to_the_server_alone(web: Web, quick: FetchOptions, site: Site) -> None:
    site.on("/a.csv", status(404))
    address = site.address.replace("//", "//clerk:hunter2@") + "/a.csv?token=abc"
    error = refusal(address, quick, web)
    assert site.asked[0][0] == "/a.csv?token=abc"
    assert site.asked[0][1]["Authorization"].startswith("Basic ")
    assert error.details["source"] == f"{site.address.replace('//', '//***@')}/a.csv?token=***"


def test_a_traceback_shows_no_secret(web: Web, quick: FetchOptions) -> None:
    with closed_port() as port:
        error = refusal(f"http://127.0.0.1:{port}/a.csv?token=abc", quick, web)
        plain = refusal(f"http://127.0.0.1:{port}/a.csv?page=abc", quick, web)
    assert "abc" in "".join(traceback.format_exception(plain))
    assert "abc" not in "".join(traceback.format_exception(error))


@dataclass(frozen=True, kw_only=True)
class SafeSite:
    """A server with TLS and the certificate it signed itself."""

    address: str
    certificate: Path


@pytest.fixture
def safe(tmp_path: Path, site: Site) -> Iterator[SafeSite]:
    """The same paths as those of `site`."""
    if shutil.which("openssl") is None:
        pytest.fail("the tests need openssl; on Debian: apt-get install -y openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    order = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    order += ["-nodes", "-days", "1", "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*order, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(site, context) as address:
        yield SafeSite(address=address, certificate=certificate)


def test_a_certificate_nobody_trusts(web: Web, quick: FetchOptions, safe: SafeSite) -> None:
    error = refusal(f"{safe.address}/a.csv", quick, web)
    assert (error.code, error.details["attempts"]) == ("source-certificate-is-bad", 1)


def test_a_redirect_from_https_to_http_is_refused(
    web: Web, quick: FetchOptions, site: Site, safe: SafeSite
) -> None:
    web.session.verify = str(safe.certificate)
    site.on("/a", status(302, Location=site.on("/a.csv", body(CSV))))
    error = refusal(f"{safe.address}/a", quick, web)
    assert error.code == "source-redirects-elsewhere"
    assert error.details["target"] == f"{site.address}/a.csv"
    assert isinstance(download(f"{safe.address}/a.csv", quick, web, None), Answer)
    assert isinstance(download(f"{site.address}/a", quick, web, None), Answer)
