"""`--source A B` and `--source A --source B` mean the same."""

import pytest

from pipeline.arguments import spread


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("extract acts --source a b --to out", "extract acts --source a --source b --to out"),
        ("extract acts --source a --source b", "extract acts --source a --source b"),
        ("extract --source a acts", "extract --source a acts"),
        ("nightly --only a b", "nightly --only a --only b"),
        ("--council c plan acts --source a b", "--council c plan acts --source a --source b"),
        ("publish acts --target site", "publish acts --target site"),
        ("validate --schema s file", "validate --schema s file"),
        ("status a b", "status a b"),
        ("", ""),
    ],
)
def test_an_option_is_repeated_before_each_value(typed: str, meant: str) -> None:
    assert " ".join(spread(typed.split())) == meant
