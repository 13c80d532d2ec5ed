"""robots.txt: what a site lets programs fetch, and how slowly (RFC 9309)."""

from urllib.parse import urljoin, urlsplit

from protego import Protego

from pipeline.errors import SourceError
from pipeline.parameters.fetching import FetchOptions
from pipeline.sources.web import USER_AGENT, Answer, Web, download

_ALLOWED = ("source-is-gone", "source-is-forbidden", "source-refuses")
"""A site that answers, but has no rules to give, forbids nothing (RFC 9309, 2.3.1.3)."""
_TOKEN = USER_AGENT.partition("/")[0]
_LONGEST_DELAY = 60.0
"""Seconds; a site that asks for more would hold up a night."""


class Robots:
    """The rules of each site, asked for once.

    Args:
        options: patience.
        web: session and pace.
    """

    def __init__(self, options: FetchOptions, web: Web) -> None:
        self._options = options
        self._web = web
        self._rules: dict[str, Protego] = {}

    def allow(self, address: str) -> bool:
        """Whether the site lets this program fetch the address.

        Raises:
            SourceError: the site does not answer, so nobody knows.
        """
        return bool(self._of(address).can_fetch(address, _TOKEN))

    def pause(self, address: str) -> float:
        """Seconds between two requests: those of the descriptor, more where the site asks it."""
        asked = self._of(address).crawl_delay(_TOKEN) or 0
        return max(self._options.pause, min(float(asked), _LONGEST_DELAY))

    def _of(self, address: str) -> Protego:
        site = urljoin(address, "/robots.txt")
        if site not in self._rules:
            self._rules[site] = Protego.parse(self._text(site))
        return self._rules[site]

    def _text(self, site: str) -> str:
        try:
            answer = download(site, self._options, self._web, None)
        except SourceError as error:
            if error.code in _ALLOWED:
                return ""
            raise
        # Nothing was known to ask about, so this is a whole answer.
        return answer.data.decode("utf-8", "replace") if isinstance(answer, Answer) else ""


def site_of(address: str) -> str:
    """The host, with `www.` and without being the same site."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
