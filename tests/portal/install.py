"""What a portal needs from the package registries, kept in a folder that many portals share."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from tests.portal.processes import PortalError, run

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAMS = {
    "java": "default-jre-headless",
    "mvn": "maven",
    "redis-server": "redis-server",
    "redis-cli": "redis-tools",
}


def cache() -> Path:
    """Where the environment of CKAN and the jars of Solr are."""
    return Path(os.environ.get("PORTAL_CACHE") or ROOT / ".portal" / "cache").resolve()


def install(folder: Path, say: Callable[[str], None]) -> None:
    """Have everything; the second time there is nothing to do."""
    missing = [package for name, package in PROGRAMS.items() if not shutil.which(name)]
    if missing:
        raise PortalError(
            f"A portal needs {', '.join(missing)}. On Debian or Ubuntu: sudo tests/system-packages"
        )
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        _once(folder / "ckan", HERE / "requirements.txt", _ckan, say)
        _once(folder / "solr", HERE / "solr" / "pom.xml", _solr, say)


def packages(folder: Path) -> Path:
    """The folder into which CKAN was installed."""
    return next((folder / "ckan" / "lib").glob("python*/site-packages"))


def _once(
    place: Path, recipe: Path, make: Callable[[Path, Path], None], say: Callable[[str], None]
) -> None:
    """Make a part unless it was made, whole, by this very recipe."""
    stamp = place / "made-by"
    recipe_hash = hashlib.sha256(recipe.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == recipe_hash:
        return
    say(f"Встановлюю в {place} (раз, хвилина-дві) · Installing into {place} (once, minutes)")
    shutil.rmtree(place, ignore_errors=True)
    make(place, recipe)
    stamp.write_text(recipe_hash, encoding="utf-8")


def _ckan(place: Path, recipe: Path) -> None:
    run([getattr(sys, "_base_executable", sys.executable), "-m", "venv", place])
    for call in recipe.read_text(encoding="utf-8").split("\n\n"):
        wanted = [line for line in call.splitlines() if line and not line.startswith("#")]
        run([place / "bin" / "pip", "install", "--quiet", *wanted])


def _solr(place: Path, recipe: Path) -> None:
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={place}"]
    run(["mvn", "--batch-mode", "--quiet", "--file", recipe, *goal])
