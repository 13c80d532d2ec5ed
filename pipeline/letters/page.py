"""A letter as a page: one file that opens anywhere and can be sent by mail."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from pipeline.letters import wording
from pipeline.letters.letter import Letter


def to_html(letter: Letter) -> bytes:
    """The letter in HTML, UTF-8; whatever a cell holds is text."""
    return _template().render(letter=letter, words=wording).encode()


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("pipeline.letters"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("letter.html.j2")
