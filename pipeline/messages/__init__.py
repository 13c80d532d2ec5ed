"""Message catalogues: every sentence that a clerk or the public reads, in Ukrainian and English.

One folder a language, Fluent files inside (https://projectfluent.org): key = sentence, with CLDR
plural forms. Keys of findings are `finding-<code>`, of errors `error-<code>`.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("uk", "en")


@cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks are invisible characters around every value: they break searching and copying.
    bundle = FluentBundle([language], use_isolating=False)
    folder = resources.files(__name__) / language
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(entry.read_text(encoding="utf-8")))
    return bundle


def has(language: str, key: str) -> bool:
    """Whether the catalogue of a language knows the key."""
    return _bundle(language).has_message(key)


def text(language: str, key: str, details: Mapping[str, str | int] | None = None) -> str:
    """The sentence for `key`, filled from `details`.

    Raises:
        KeyError: the key is unknown, or a detail that the sentence needs is missing.
    """
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    sentence, faults = bundle.format_pattern(pattern, dict(details or {}))
    if faults:
        raise KeyError(f"{language}/{key}: {faults[0]}")
    return str(sentence)
