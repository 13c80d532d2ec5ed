"""The figures of the guard on a smaller set; the whole: `tests.benchmarks.privacy_guard`."""

from pathlib import Path

from tests.validation.personal.planted_codes import MAKERS
from tests.validation.personal.planting import Planted, planted, written
from tests.validation.personal.real_tables import LARGE, alarms
from tests.validation.personal.scoring import score


def test_at_least_99_of_100_generated_values_are_covered() -> None:
    result = score(planted(1_200, seed=11))
    assert result.planted.total() >= 1_200
    assert result.planted.keys() == {"person", *MAKERS}
    assert result.recall >= 0.99, result.missed
    shares = {kind: result.covered[kind] / count for kind, count in result.planted.items()}
    assert min(shares.values()) >= 0.97, shares


def test_the_set_written_by_hand_is_covered() -> None:
    result = score(written())
    assert result.planted.total() >= 70
    assert result.recall >= 0.99, result.missed


def test_what_nobody_would_find_lowers_the_figure() -> None:
    clean = Planted(kind="person", text="Про бюджет громади", stretches=((4, 10),))
    assert score([clean]).recall == 0


def test_the_generator_reads_no_detector() -> None:
    for name in ("invented", "planted_codes", "planting"):
        text = (Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8")
        assert "import pipeline" not in text
        assert "from pipeline" not in text


def test_at_most_1_of_100_real_cells_is_a_false_alarm(inputs: Path) -> None:
    found = list(alarms(inputs / "tables", without=LARGE))
    cells = sum(one.cells for one in found)
    assert cells >= 4_000
    assert sum(one.alarms for one in found) / cells <= 0.01, found
