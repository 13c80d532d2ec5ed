"""What a page says of text that is crossed out."""

import pytest

from pipeline.readers.pages.struck import Struck, struck_texts
from pipeline.readers.pages.tree import parsed


@pytest.mark.parametrize(
    ("html", "struck"),
    [
        ("<p>Про план</p>", []),
        ("<p><s>Про план</s></p>", [("Про план", 1)]),
        ("<p>№ 1</p>\n<p><del>Про  план</del></p>", [("Про план", 2)]),
        ("<p><strike>а</strike><s><del>б</del></s></p>", [("а", 1), ("б", 1)]),
        ('<p><span style="text-decoration: line-through;">а</span></p>', [("а", 1)]),
        ('<p><a style="text-decoration:underline" href="1.pdf">а</a></p>', []),
        ("<p><s> </s>Про план</p>", []),
        ("<style>s {text-decoration: line-through}</style><p>line-through</p>", []),
    ],
)
def test_what_is_crossed_out(html: str, struck: list[tuple[str, int]]) -> None:
    found = struck_texts((parsed(html.encode()),), html.encode())
    assert found == tuple(Struck(text, line) for text, line in struck)


def test_what_stands_beside_the_text_of_the_page_does_not_count() -> None:
    root = parsed(b"<nav><s>1</s></nav><main><p>2</p></main>")
    assert struck_texts(tuple(root.iter("main")), b"") == ()
