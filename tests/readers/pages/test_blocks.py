"""Blocks of a page: what only says how words look changes no line and no place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.readers.pages import blocks
from pipeline.readers.pages.blocks import Block, Links, read_blocks
from pipeline.readers.pages.tree import parsed

WORDS = st.sampled_from(
    ["Про план", " № 5", " ", "\n", "від 01.02.2020", "…", "<br>", "<!-- х -->"]
)
AROUND = st.sampled_from([
    *("<span>{}</span>", "<b>{}</b>", "<font>{}</font>", "<sup>{}</sup>", "<em>{}</em>"),
    *("<a href='/1'>{}</a>", "<a href='/2' title='Про план розвитку'>{}</a>", "<img src='х'>{}"),
    *("<p>{}</p>", "<div>{}</div>", "<li>{}</li>", "<h2>{}</h2>", "<s>{}</s>", "<ins>{}</ins>"),
    *("<table><tr><td>{}</td><td>х</td></tr></table>", "<script>{}</script>", "<pre>{}</pre>"),
])  # fmt: skip
PIECES = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda around, parts: around.format("".join(parts)), AROUND, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


def read(body: str) -> list[Block]:
    root = parsed(f"<main>{body}</main>".encode())
    return list(read_blocks(tuple(root.iter("main")), Links("https://rada.example/")))


@given(body=st.lists(PIECES, max_size=5).map("".join))
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_lines_are_the_same_with_all_that_is_plain(body: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_PLAIN", ("no-such-element",))
        whole = read(body)
    assert read(body) == whole


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("<p>а</p><p>Про <b>план</b></p>", "main/p[2]"),
        ("<span><p>Про план</p></span>", "main/span/p"),
        ("<p>а</p><font><ins><p>Про план</p></ins></font>", "main/font/ins/p"),
        ("<b>а</b><i>б</i><div><u>Про план</u></div>", "main/div"),
    ],
)
def test_places_are_those_of_the_page_as_it_came(body: str, place: str) -> None:
    assert [block.element for block in read(body) if "план" in block.text] == [place]
