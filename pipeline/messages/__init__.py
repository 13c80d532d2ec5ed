"""Message catalogues: every sentence that a clerk or the public reads, in Ukrainian and English.

One folder a language, Fluent files inside (https://projectfluent.org): key = sentence, with CLDR
plural forms. Keys of findings are `finding-<code>`, of errors `error-<code>`. A sentence is parsed
when it is first said: to parse all 766 takes half a second, which each command would wait for.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("uk", "en")

_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
"""Only what begins an entry stands at the beginning of a line and is followed by a sign."""
_REFERRED = re.compile(r"\{ *(-?[a-z][\w-]*)")


@cache
def _entries(language: str) -> Mapping[str, str]:
    """Every entry of a language as it is written, by its key."""
    folder = resources.files(__name__) / language
    files = sorted(folder.iterdir(), key=lambda item: item.name)
    texts = [file.read_text(encoding="utf-8") for file in files if file.name.endswith(".ftl")]
    return dict(entry for text in texts for entry in _split(text))


def _split(text: str) -> Iterator[tuple[str, str]]:
    starts = list(_ENTRY.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        yield start[1], text[start.start() : end]


@cache
def _bundle(language: str) -> FluentBundle:
    """What has been parsed so far."""
    # Isolation marks are invisible characters around every value: they break searching and copying.
    return FluentBundle([language], use_isolating=False)


@cache
def _parse(language: str, key: str) -> None:
    """Put an entry into the bundle, and what it refers to."""
    entry = _entries(language).get(key, "")
    _bundle(language).add_resource(FluentResource(entry))
    for other in _REFERRED.findall(entry):
        if other != key and other in _entries(language):
            _parse(language, other)


def has(language: str, key: str) -> bool:
    """Whether the catalogue of a language knows the key."""
    return key in _entries(language)


def text(language: str, key: str, details: Mapping[str, str | int] | None = None) -> str:
    """The sentence for `key`, filled from `details`.

    Raises:
        KeyError: the key is unknown, or a detail that the sentence needs is missing.
    """
    _parse(language, key)
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    sentence, faults = bundle.format_pattern(pattern, dict(details or {}))
    if faults:
        raise KeyError(f"{language}/{key}: {faults[0]}")
    return str(sentence)
