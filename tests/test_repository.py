"""What holds for the whole repository."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

import pipeline
from tests.conftest import ROOT

PACKAGE = ROOT / "pipeline"
MODULES = sorted(PACKAGE.rglob("*.py"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


@cache
def catalogue(language: str) -> dict[str, set[str]]:
    """Key of each sentence -> the variables it uses."""
    found: dict[str, set[str]] = {}
    for file in sorted((PACKAGE / "messages" / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file}: {entry.content!r}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{file}: {entry.id.name} stands twice"
                found[entry.id.name] = variables(entry)
    return found


def variables(node: fluent.BaseNode) -> set[str]:
    if isinstance(node, fluent.VariableReference):
        return {node.id.name}
    children = [
        child
        for value in vars(node).values()
        for child in (value if isinstance(value, list) else [value])
    ]
    return {
        name
        for child in children
        if isinstance(child, fluent.BaseNode)
        for name in variables(child)
    }


def test_both_languages_have_the_same_sentences() -> None:
    ukrainian, english = catalogue("uk"), catalogue("en")
    assert set(ukrainian) == set(english)
    differing = {key for key in ukrainian if ukrainian[key] != english[key]}
    assert not differing


def codes_in(tree: ast.Module, calls: re.Pattern[str]) -> set[str]:
    """First literal argument, or `code=`, of calls whose name matches."""
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if not calls.fullmatch(name):
            continue
        given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "code")]
        found |= {
            item.value
            for item in given
            if isinstance(item, ast.Constant) and isinstance(item.value, str)
        }
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_code_has_a_sentence(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    errors = codes_in(
        tree, re.compile(r"(Configuration|Data|Night|Source|Approval|Locked|Machine)Error")
    )
    findings = codes_in(tree, re.compile(r"Finding|_finding"))
    wanted = {f"error-{code}" for code in errors} | {f"finding-{code}" for code in findings}
    assert wanted <= set(catalogue("uk"))


def test_only_the_gate_makes_a_release() -> None:
    makers = {path.name for path in MODULES if re.search(r"\bRelease\(", path.read_text("utf-8"))}
    assert makers == {"gate.py"}


def test_there_is_one_broad_except() -> None:
    broad = re.compile(r"except (Base)?Exception\b|except:")
    found = [
        str(path.relative_to(PACKAGE)) for path in MODULES if broad.search(path.read_text("utf-8"))
    ]
    assert found == ["unforeseen.py"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 40, f"{node.name} has {length} lines"


def test_decisions_are_numbered_without_gaps_and_short() -> None:
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))
    for path in DECISIONS:
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)
        assert path.read_text(encoding="utf-8").count("\n") <= 60, path.name


def test_the_changelog_knows_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    section = re.search(rf"## {re.escape(pipeline.__version__)}\b(.*?)(\n## |\Z)", text, re.DOTALL)
    assert section
    assert "### Data" in section.group(1)
    assert "### Code" in section.group(1)
