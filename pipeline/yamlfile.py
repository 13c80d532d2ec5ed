"""A YAML file read into a typed, frozen value; what is refused is named with its line.

YAML 1.2 by ruamel: `no` stays a word and `0123` is not octal, which councils' codes need.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from pipeline import messages
from pipeline.errors import ConfigurationError
from pipeline.parameters import Parameters

Model = TypeVar("Model", bound=Parameters)

_CODES = {
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "enum": "wrong-word",
    "literal_error": "wrong-word",
    "union_tag_invalid": "wrong-word",
    "union_tag_not_found": "missing-key",
    "too_short": "empty",
    "string_too_short": "empty",
    "string_too_long": "too-long",
    "tag-refused": "tag-refused",
    "tag-length": "tag-length",
}

_TELLING = {"unknown-key", "missing-key", "wrong-word", "tag-refused", "tag-length"}
"""Faults whose sentence names the word itself."""

PORTAL_FIELD = "x-portal-field"
"""Key in a JSON Schema; the message `portal-field-<value>` is the name on the form of a portal."""


class YamlError(ConfigurationError):
    """A YAML file that is refused; `faults` are sentences-to-be, one for each place."""

    def __init__(self, file: Path, faults: Sequence[tuple[str, Mapping[str, str | int]]]) -> None:
        super().__init__("yaml-refused", file=str(file), count=len(faults))
        self.faults = tuple(faults)

    def message(self, language: str) -> str:
        """The sentence and below it a line for each fault."""
        lines = (_sentence(language, code, more) for code, more in self.faults)
        return "\n  ".join([super().message(language), *lines])


def _sentence(language: str, code: str, details: Mapping[str, str | int]) -> str:
    """The sentence of a fault, with the name of the field on a portal's form if it is on one."""
    sentence = messages.text(language, f"error-yaml-{code}", details)
    if not details.get("field"):
        return sentence
    field = messages.text(language, f"portal-field-{details['field']}")
    return messages.text(language, "error-yaml-portal-field", {"fault": sentence, "field": field})


def load(path: Path, model: type[Model]) -> Model:
    """Read `path` as `model`.

    Raises:
        YamlError: the file is absent, is not YAML, or says something `model` does not know.
    """
    tree = _parse(path)
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        schema = model.model_json_schema()
        found = error.errors(include_url=False)
        faults = [_fault(path, tree, schema, item) for item in found if not _is_echo(item, found)]
        raise YamlError(path, faults) from error


def refuse(path: Path, location: Sequence[str | int], code: str, **details: str | int) -> YamlError:
    """An error about a place in a file that was read well but contradicts something else."""
    line = _line(_parse(path), location)
    return YamlError(path, [(code, {"file": str(path), "line": str(line), **details})])


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that `word` was most likely meant to be; all of them when none is near."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return close[0] if close else ", ".join(sorted(known))


def _parse(path: Path) -> Any:
    try:
        return YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise YamlError(path, [("absent", {"file": str(path)})]) from error
    except (UnicodeDecodeError, YAMLError) as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        place = {"file": str(path), "line": str(mark.line + 1 if mark else 1)}
        raise YamlError(path, [("syntax", place)]) from error


def _fault(
    path: Path, tree: object, schema: Mapping[str, Any], item: ErrorDetails
) -> tuple[str, Mapping[str, str | int]]:
    code = _CODES.get(item["type"], "wrong-value")
    location = [part for part in item["loc"] if _is_step(tree, item["loc"], part)]
    known = _known_words(schema, item["loc"], code, item)
    given = item.get("ctx", {}).get("tag", item.get("input"))
    word = str(item["loc"][-1] if code in {"unknown-key", "missing-key"} else given)
    return code, {
        **_measures(item),
        "field": _portal_field(schema, item["loc"]),
        "file": str(path),
        "line": str(_line(tree, location)),
        "key": ".".join(str(part) for part in item["loc"]),
        "word": word if code in _TELLING else "",
        "nearest": nearest(word, known) if known else "",
        "reason": item["msg"],
    }


def _measures(item: ErrorDetails) -> Mapping[str, str | int]:
    """What pydantic, or a check of ours, says of the value: its length, the limit, bad letters."""
    context = item.get("ctx", {}).items()
    said = {key: value for key, value in context if isinstance(value, str | int)}
    given = item["input"]
    return {"count": len(given.strip()), **said} if isinstance(given, str) else said


def _portal_field(schema: Mapping[str, Any], location: Sequence[str | int]) -> str:
    """What the model calls the field on a portal's form; empty for a field that is on none."""
    nodes, field = [schema], ""
    for step in location:
        nodes = [child for node in nodes for child in _steps(schema, node, step)]
        field = next((str(node[PORTAL_FIELD]) for node in nodes if PORTAL_FIELD in node), field)
    return field


def _is_echo(item: ErrorDetails, found: Sequence[ErrorDetails]) -> bool:
    """A list is «too short» when pydantic refused its members: the members are the fault."""
    inside = (other["loc"][: len(item["loc"])] for other in found if other is not item)
    return item["type"] == "too_short" and item["loc"] in inside


def _is_step(tree: object, location: Sequence[str | int], part: str | int) -> bool:
    """Pydantic puts the tag of a union into the path; a YAML tree knows only keys and positions."""
    node: Any = tree
    for step in location:
        found = _child(node, step)
        if step is part or step == part:
            return found is not None or step == location[-1]
        node = found if found is not None else node
    return True


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, Mapping):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _line(tree: object, location: Sequence[str | int]) -> int:
    """Line, from 1, of the deepest part of the location that the file has."""
    node, line = tree, 1
    for step in location:
        marks = getattr(getattr(node, "lc", None), "data", None) or {}
        if step in marks:
            line = marks[step][0] + 1
        child = _child(node, step)
        if child is None:
            break
        node = child
    return line


def _known_words(
    schema: Mapping[str, Any], location: Sequence[str | int], code: str, item: ErrorDetails
) -> list[str]:
    if code == "wrong-word":
        expected = str(
            item.get("ctx", {}).get("expected") or item.get("ctx", {}).get("expected_tags")
        )
        return [word.strip(" '\"") for word in expected.replace(" or ", ", ").split(",")]
    if code != "unknown-key":
        return []
    nodes = [schema]
    for step in location[:-1]:
        nodes = [child for node in nodes for child in _steps(schema, node, step)] or nodes
    return sorted({name for node in nodes for name in _alternatives_properties(schema, node)})


def _steps(
    root: Mapping[str, Any], node: Mapping[str, Any], step: str | int
) -> Iterator[Mapping[str, Any]]:
    for variant in _alternatives(root, node):
        properties = variant.get("properties", {})
        if isinstance(step, int) and isinstance(variant.get("items"), Mapping):
            yield variant["items"]
        elif step in properties:
            yield properties[step]
        elif isinstance(variant.get("additionalProperties"), Mapping):
            yield variant["additionalProperties"]


def _alternatives(root: Mapping[str, Any], node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if "$ref" in node:
        yield from _alternatives(root, root["$defs"][node["$ref"].rpartition("/")[2]])
        return
    variants = [*node.get("anyOf", ()), *node.get("oneOf", ())]
    if not variants:
        yield node
    for variant in variants:
        yield from _alternatives(root, variant)


def _alternatives_properties(root: Mapping[str, Any], node: Mapping[str, Any]) -> Iterator[str]:
    for variant in _alternatives(root, node):
        yield from variant.get("properties", {})
