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


def test_the_portal_and_its_token(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("from-file\n")
    read = Settings.from_environment({"CKAN_URL": "https://data.example/", "CKAN_API_KEY": "key"})
    assert (read.ckan_url, read.ckan_token) == ("https://data.example", "key")
    read = Settings.from_environment({"CKAN_API_TOKEN_FILE": str(file), "CKAN_API_KEY": "key"})
    assert read.ckan_token == "from-file"  # noqa: S105 - of nobody
    read = Settings.from_environment({"CKAN_API_TOKEN": "own", "CKAN_API_TOKEN_FILE": str(file)})
    assert read.ckan_token == "own"  # noqa: S105 - of nobody
    assert "own" not in repr(read)


@pytest.mark.parametrize(
    "address",
    ["http://localhost:5000", "http://127.0.0.1:1", "http://[::1]:1", "https://a.example"],
)
def test_a_token_travels_safely(address: str) -> None:
    assert Settings.from_environment({"CKAN_URL": address}).ckan_url == address


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("CKAN_URL", "http://data.example", "portal-url-is-not-safe"),
        ("CKAN_URL", "http://10.0.0.1", "portal-url-is-not-safe"),
        ("CKAN_URL", "http://127.0.0.1.example", "portal-url-is-not-safe"),
        ("CKAN_URL", "ftp://data.example", "portal-url-is-not-an-address"),
        ("CKAN_URL", "https://me:secret@data.example", "portal-url-is-not-an-address"),
        ("CKAN_URL", "data.example", "portal-url-is-not-an-address"),
        ("CKAN_API_TOKEN_FILE", "/nowhere/token", "secret-file-unreadable"),
    ],
)
def test_what_would_give_a_token_away_is_refused(name: str, value: str, code: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        Settings.from_environment({name: value})
    assert (error.value.code, error.value.exit_code) == (code, 2)
    assert "secret" not in str(error.value)
