"""CKAN as gunicorn wants it; the settings file is named by the environment."""

import logging
import os
from collections.abc import Callable, Iterable
from typing import Any

from ckan import model  # type: ignore[import-not-found]
from ckan.cli import CKANConfigLoader  # type: ignore[import-not-found]
from ckan.config.middleware import make_app  # type: ignore[import-not-found]

logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
ckan = make_app(CKANConfigLoader(os.environ["PORTAL_INI"]).get_config())


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer, in a session of one's own.

    The download of a table opens one behind the end of its request, and the thread keeps it; once
    the portal is reset, its connection is dead and the next request answers 500 (CKAN 2.12).
    """
    if model.Session.registry.has():
        model.Session().invalidate()
        model.Session.remove()
    answer: Iterable[bytes] = ckan(environ, start_response)
    return answer


print("portal is up", flush=True)  # noqa: T201 - website.py waits for every worker to say so
