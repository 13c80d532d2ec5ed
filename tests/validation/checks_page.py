"""`docs/checks.md`, made from the checks, their settings, their examples and the catalogues."""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from pipeline import duties, messages, references, reported
from pipeline.model import Finding
from pipeline.parameters import Parameters
from pipeline.parameters.checks import CheckSettings
from pipeline.sources import answering
from pipeline.validation.checks import CHECKS
from pipeline.validation.examples import EXAMPLES, LINKS, Example, Rows
from pipeline.validation.held_examples import HELD, Held
from pipeline.validation.links import LinksAnswerCheck

_HEAD = """# Checks

Made from the code by `pytest --rewrite-golden tests/validation/test_examples.py`; do not edit.
What each key means: [descriptor.md](descriptor.md#checks). A descriptor chooses checks, sets them
and grades them with `severity`.
"""

_HELD = """## Held against other data

Keys of the descriptor that hold a table against something beside it.
"""
_RULES: dict[str, tuple[object, ...]] = {
    "expect.reported": (reported,),
    "expect.reported, dated": (reported.by_periods,),
    "references": (references,),
    "passport.frequency": (duties.too_lively,),
}
"""Key of the descriptor -> what says in words what it does."""


def page(
    found: dict[str, Sequence[Finding]],
    links: Sequence[Finding],
    held: Mapping[str, Sequence[Sequence[Finding]]],
) -> str:
    """The page.

    Args:
        found: check -> its findings about the bad table of its example.
        links: those about bad links.
        held: key of the descriptor -> the findings about each bad case of its example.
    """
    parts = [_HEAD, *("\n".join(_section(code, found[code])) for code in sorted(CHECKS))]
    parts += ["\n".join(_on_request(links)), _HELD]
    return "\n".join([*parts, *("\n".join(_rule(key, held[key])) for key in HELD)])


def _rule(key: str, found: Sequence[Sequence[Finding]]) -> Iterator[str]:
    yield f"### `{key}`\n"
    for source in _RULES[key]:
        yield f"{inspect.getdoc(source)}\n"
    yield f"```yaml\n{HELD[key].declared}\n```\n"
    yield "Passes:\n"
    yield from _held(HELD[key].passes)
    for case, findings in zip(HELD[key].fails, found, strict=True):
        yield "Fails:\n"
        yield from _held(case)
        yield from _said(findings)


def _held(case: Held) -> Iterator[str]:
    yield from _table(case.rows)
    if case.against:
        yield "held against\n"
        yield from _table(case.against)


def _section(code: str, found: Sequence[Finding]) -> Iterator[str]:
    example = EXAMPLES[code]
    yield f"## `{code}`\n"
    yield f"{inspect.getdoc(_settings(code))}\n"
    severity = _settings(code).model_fields["severity"].default
    yield f"Severity when the descriptor says nothing: `{severity.value}`.\n"
    yield "```yaml\nchecks:\n  - " + _yaml(code, example.settings) + "\n```\n"
    yield from _outcome(example, found)


def _on_request(found: Sequence[Finding]) -> Iterator[str]:
    yield "## `links-answer`\n"
    yield f"{inspect.getdoc(LinksAnswerCheck)}\n"
    yield f"{inspect.getdoc(answering)}\n"
    yield "No descriptor chooses it; a person asks: `pipeline validate NAME --links`.\n"
    yield from _outcome(LINKS, found)


def _outcome(example: Example, found: Sequence[Finding]) -> Iterator[str]:
    yield "Passes:\n"
    yield from _table(example.passes)
    yield "Fails:\n"
    yield from _table(example.fails)
    yield from _said(found)


def _said(found: Sequence[Finding]) -> Iterator[str]:
    for finding in found:
        for language in messages.LANGUAGES:
            sentence = messages.text(language, f"finding-{finding.code}", finding.details)
            yield f"- `{finding.code}` ({language}): {sentence}"
    yield ""


def _settings(code: str) -> type[Parameters]:
    (union, *_) = get_args(CheckSettings)
    models: tuple[type[Parameters], ...] = get_args(union)
    return next(one for one in models if get_args(one.model_fields["check"].annotation)[0] == code)


def _yaml(code: str, settings: str) -> str:
    inside = settings.strip("{}")
    return f"{{check: {code}, {inside}}}" if inside else f"{{check: {code}}}"


def _table(rows: Rows) -> Iterator[str]:
    names = list(rows[0])
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(f'`{row[name]}`' for name in names)} |"
    yield ""
