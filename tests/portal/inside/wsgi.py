"""CKAN as gunicorn wants it; the settings file is named by the environment."""

import logging
import os

from ckan.cli import CKANConfigLoader  # type: ignore[import-not-found]
from ckan.config.middleware import make_app  # type: ignore[import-not-found]

logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
application = make_app(CKANConfigLoader(os.environ["PORTAL_INI"]).get_config())
print("portal is up", flush=True)  # noqa: T201 - website.py waits for every worker to say so
