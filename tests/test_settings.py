"""The environment is read in one place."""

from pathlib import Path

import pytest

from pipeline.errors import ConfigurationError
from pipeline.settings import LOCAL_SITE, Settings


def test_defaults_are_the_embedded_ones(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    read = Settings.from_environment({})
    assert read.home == tmp_path / ".pipeline"
    assert read.site == tmp_path / ".pipeline" / "site"
    assert read.ledger_url == f"sqlite:///{tmp_path}/.pipeline/ledger.sqlite"
    assert (read.site_url, read.site_is_local) == (LOCAL_SITE, True)
    assert read.targets == ()


def test_every_variable_is_heard(tmp_path: Path) -> None:
    read = Settings.from_environment(
        {
            "PIPELINE_HOME": str(tmp_path / "home"),
            "PIPELINE_SITE": str(tmp_path / "www"),
            "PIPELINE_SITE_URL": "https://data.example.org/",
            "PIPELINE_LEDGER": "postgresql+psycopg://u:secret@h/db",
            "PIPELINE_TARGETS": "site",
            "SOURCE_DATE_EPOCH": "1700000000",
        }
    )
    assert (read.site, read.targets) == (tmp_path / "www", ("site",))
    assert (read.site_url, read.site_is_local) == ("https://data.example.org", False)
    assert read.source_date == 1700000000
    assert "secret" not in repr(read)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PIPELINE_SITE_URL", "data.example.org"),
        ("PIPELINE_TARGETS", "site,ftp"),
        ("SOURCE_DATE_EPOCH", "yesterday"),
    ],
)
def test_what_cannot_be_used_is_refused(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError):
        Settings.from_environment({name: value})
