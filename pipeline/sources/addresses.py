"""Addresses of sources, and how to show one without the secrets in it."""

import re
from urllib.parse import urlsplit, urlunsplit

MASK = "***"

# Names of query parameters that carry a secret: whole words, so that `keyword` and `author` stay.
_SECRET = re.compile(
    r"(^|[-_.])(key|apikey|token|secret|password|passwd|pass|pwd|auth|authorization|signature|sig"
    r"|credential|credentials|session|j?sessionid|phpsessid|sid|jwt)$"
    r"|apikey|token|secret|passw|signature|credential",
    re.IGNORECASE,
)
_USER = re.compile(r"//[^/]*@")
_PARAMETER = re.compile(r"(?P<lead>^|[?&;])(?P<name>[^=&;?#]+)=(?P<value>[^&;#]*)")
_PATH_PARAMETER = re.compile(r"(?P<lead>;)(?P<name>[^=;/]+)=(?P<value>[^;/]*)")


def is_web(address: str) -> bool:
    """Whether the address is fetched over HTTP."""
    return address.lower().startswith(("http://", "https://"))


def masked(address: str) -> str:
    """The address as people and the ledger may see it.

    User and password, secret parameters of the query, of the path (`;jsessionid=…`) and of the
    fragment become `***`; a path of a file stays as it is.
    """
    if "://" not in address:
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return _USER.sub(f"//{MASK}@", address)
    user, at, host = parts.netloc.rpartition("@")
    return urlunsplit(
        (
            parts.scheme,
            f"{MASK}@{host}" if user or at else host,
            _masked_parameters(parts.path, _PATH_PARAMETER),
            _masked_parameters(parts.query),
            _masked_parameters(parts.fragment),
        )
    )


def has_secret(address: str) -> bool:
    """Whether something in the address must not be shown."""
    return masked(address) != address


def _masked_parameters(text: str, pattern: re.Pattern[str] = _PARAMETER) -> str:
    def mask(match: re.Match[str]) -> str:
        secret = _SECRET.search(match["name"]) is not None and match["value"] != ""
        return f"{match['lead']}{match['name']}={MASK}" if secret else match[0]

    return pattern.sub(mask, text)
