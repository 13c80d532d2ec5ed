"""How a table was judged, in words and for programs."""

import re
from pathlib import Path

import pytest

from pipeline import messages
from pipeline.reporting.lanes import lane_line, lane_record
from pipeline.validation.lanes import FAST, WHOLE, Lane

SOURCES = Path(__file__).parents[2] / "pipeline" / "validation" / "columnar"


@pytest.mark.parametrize(
    ("lane", "english", "ukrainian"),
    [
        (
            Lane(table="t", rows=900, way=FAST, split="blocks", asked=12),
            "t: 900 rows. Judged by the fast lane: 888 rows were proven right by rules, "
            "frictionless judged the rest (12), the report is the same.",
            "t: 900 рядків. Перевірено швидким шляхом: правильність 888 рядків доведено "
            "правилами, frictionless судив решту (12), висновок той самий.",
        ),
        (
            Lane(table="t", rows=1, way=FAST, split="unreadable: OSError", asked=0, streamed=True),
            "t: 1 row. Judged by the fast lane: 1 row was proven right by rules, frictionless "
            "judged the rest (0), the report is the same. Rows were read one by one and not in "
            "blocks, which takes longer: the file cannot be read to its end (OSError). The file "
            "was read in pieces, never as a whole.",
            "t: 1 рядок. Перевірено швидким шляхом: правильність 1 рядка доведено правилами, "
            "frictionless судив решту (0), висновок той самий. Рядки прочитано по одному, а не "
            "блоками, що довше: файл не читається до кінця (OSError). Файл прочитано частинами, не "
            "весь одразу.",
        ),
        (
            Lane(table="t", rows=3, way=WHOLE, reason="few-rows"),
            "t: 3 rows. frictionless judged the whole table: there are few rows, and the fast lane "
            "gains nothing.",
            "t: 3 рядки. Усю таблицю перевірив frictionless: рядків мало, швидкий шлях тут "
            "нічого не дає.",
        ),
        (
            Lane(table="t", rows=2, way=WHOLE, reason="something new"),
            "t: 2 rows. frictionless judged the whole table: something new.",
            "t: 2 рядки. Усю таблицю перевірив frictionless: something new.",
        ),
    ],
    ids=["proven", "split", "few", "unknown"],
)
def test_the_way_is_told_in_words(lane: Lane, english: str, ukrainian: str) -> None:
    assert _plain(lane_line(lane, "en")) == english
    assert _plain(lane_line(lane, "uk")) == ukrainian


def _plain(text: str) -> str:
    """Without the signs that keep figures from being turned around, and groups of digits."""
    return re.sub("[\u2068\u2069\u00a0]", "", text)


def test_programs_are_told_the_figures() -> None:
    record = lane_record(Lane(table="t", rows=9, way=FAST, split="encoding", asked=2))
    assert (record["asked"], record["split"], record["reason"]) == (2, "encoding", "")


def test_every_reason_why_rows_are_split_slowly_has_its_words() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in SOURCES.glob("*.py"))
    thrown = set(re.findall(r'UnsplitError\(f?"([a-z-]+)', text))
    refusal = text[text.index("Why an open resource cannot be read in blocks") :]
    told = thrown | set(
        re.findall(r'(?:return|else) "([a-z-]+)"', refusal[: refusal.index("def way_of")])
    )
    assert told >= {"no-csv-file", "encoding", "rows-left-out", "no-header", "record-too-long"}
    for code in told:
        assert all(messages.has(one, f"lane-split-{code}") for one in ("uk", "en")), code
