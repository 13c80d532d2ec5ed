"""What is written about the project holds: keys, examples, links."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from pipeline import recipes
from pipeline.description import Description
from pipeline.holder import Holder
from pipeline.parameters.activity import IndicatorList
from pipeline.parameters.recipe import Recipe
from tests.conftest import ROOT

REFERENCE = (ROOT / "docs" / "descriptor.md").read_text(encoding="utf-8")
SCHEMAS = {
    "dataset": Description.model_json_schema(by_alias=True),
    "holder": Holder.model_json_schema(),
    "indicators": IndicatorList.model_json_schema(),
}
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_MODULE = re.compile(r"`((?:[a-z_]+/)+[a-z_]+\.py)(?:::\w+)?`")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#")


def below(node: object) -> Iterator[Mapping[str, object]]:
    """Every object of a JSON tree."""
    if isinstance(node, dict):
        yield node
    for child in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from below(child)


def models(schema: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    definitions = schema.get("$defs", {})
    assert isinstance(definitions, dict)
    yield schema
    yield from definitions.values()


def keys(schema: Mapping[str, object]) -> set[str]:
    found: set[str] = set()
    for model in models(schema):
        properties = model.get("properties", {})
        assert isinstance(properties, dict)
        found |= set(properties)
    return found


def words(schema: Mapping[str, object]) -> set[str]:
    """Words of closed lists."""
    found = set[object]()
    for node in below(schema):
        listed = node.get("enum", ())
        found |= {node.get("const")} | set(listed if isinstance(listed, list) else ())
    return {word for word in found if isinstance(word, str) and re.fullmatch(r"[a-z0-9-]+", word)}


def missing(expected: set[str]) -> set[str]:
    return {word for word in expected if f"`{word}`" not in REFERENCE}


def test_the_page_on_recipes_names_every_recipe_and_key() -> None:
    text = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
    known = keys(Recipe.model_json_schema()) | set(recipes.names())
    assert {word for word in known if f"`{word}`" not in text} == set()


@pytest.mark.parametrize("file", SCHEMAS)
def test_the_reference_names_every_key(file: str) -> None:
    assert len(keys(SCHEMAS[file])) >= 6
    assert missing(keys(SCHEMAS[file])) == set()


def test_the_reference_names_every_word_of_a_closed_list() -> None:
    known = words(SCHEMAS["dataset"])
    assert {"mirror", "weekly", "act-numbers", "redact", "zip"} <= known
    assert missing(known) == set()


def examples() -> list[dict[str, object]]:
    blocks = re.findall(r"```yaml\n(.*?)```", REFERENCE, re.DOTALL)
    return [YAML(typ="safe").load(block) for block in blocks]


@pytest.mark.parametrize("example", examples(), ids=lambda example: "+".join(example))
def test_the_examples_are_accepted(example: dict[str, object]) -> None:
    if "indicators" in example:
        IndicatorList.model_validate(example)
    else:
        whole = YAML(typ="safe").load(ROOT / "datasets" / "party-branches" / "dataset.yaml")
        Description.model_validate({**whole, **example})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    text = _CODE.sub("", page.read_text(encoding="utf-8"))
    links = [link for link in _LINK.findall(text) if not _ELSEWHERE.match(link)]
    dead = [link for link in links if not (page.parent / link.partition("#")[0]).exists()]
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_stand_where_a_page_says(page: Path) -> None:
    named = _MODULE.findall(page.read_text(encoding="utf-8"))
    places = (ROOT, ROOT / "pipeline")
    assert [one for one in named if not any((place / one).is_file() for place in places)] == []
