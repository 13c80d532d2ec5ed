"""Recipes of platforms, one YAML file each; a new platform is a file here and a page in the tests.

What a recipe may say: `pipeline.parameters.recipe`, docs/recipes.md.
"""

import hashlib
from functools import cache
from pathlib import Path

from pipeline import yamlfile
from pipeline.parameters.recipe import Recipe

FOLDER = Path(__file__).resolve().parent


def names() -> list[str]:
    """Every platform that has a recipe."""
    return sorted(file.stem for file in FOLDER.glob("*.yaml"))


@cache
def load(name: str) -> Recipe:
    """The recipe of a platform.

    Raises:
        YamlError: there is none, or it says something that is refused.
    """
    return yamlfile.load(FOLDER / f"{name}.yaml", Recipe)


def digest(name: str) -> str:
    """SHA-256 over the recipe, so that another recipe makes another fingerprint."""
    return hashlib.sha256((FOLDER / f"{name}.yaml").read_bytes()).hexdigest()
