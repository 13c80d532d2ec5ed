"""Catalogues are parsed sentence by sentence; that must say what parsing them whole says."""

import re
from importlib import resources

import pytest
from fluent.syntax import ast, parse

from pipeline import messages


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_each_entry_alone_is_what_fluent_reads_in_the_whole_file(language: str) -> None:
    read: dict[str, ast.Message] = {}
    for file in (resources.files(messages) / language).iterdir():
        for entry in parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in read, f"{entry.id.name} is said twice"
                read[entry.id.name] = entry
    alone = messages._entries(language)
    assert set(alone) == set(read)
    for key, text in alone.items():
        (one,) = [entry for entry in parse(text).body if isinstance(entry, ast.Message)]
        assert one.equals(read[key], ignored_fields=["span", "comment"]), key


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_sentence_is_broken_in_the_middle(language: str) -> None:
    # Fluent keeps a break of a line; a letter and a terminal break lines by themselves.
    broken = re.compile(r"[^\s=}]\n[^\S\n]+[^\s\[*}.{]")
    found = [key for key, text in messages._entries(language).items() if broken.search(text)]
    assert found == []


def test_a_sentence_that_quotes_another_finds_it() -> None:
    said = messages.text("uk", "finding-portal-title-missing")
    assert messages.text("uk", "portal-field-title") in said


def test_an_unknown_sentence_is_refused() -> None:
    assert not messages.has("uk", "no-such-sentence")
    with pytest.raises(LookupError):
        messages.text("uk", "no-such-sentence")


def test_a_missing_detail_is_refused() -> None:
    with pytest.raises(KeyError, match="finding-portal-title-too-long"):
        messages.text("uk", "finding-portal-title-too-long")
