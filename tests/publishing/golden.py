"""The page of the invented dataset as it should look; rewritten by `python -m` of this module."""

from pathlib import Path

from pipeline.publishing.dataset import dataset_files
from tests.publishing import samples

PAGE = Path(__file__).with_name("golden") / "benches.html"


def page() -> str:
    """The page as the pipeline makes it now."""
    described = samples.passport(findings=[samples.FINDING])
    files = dataset_files(samples.release(), described, samples.HOLDER, "")
    return files["datasets/benches/index.html"].decode()


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
