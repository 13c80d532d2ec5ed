import pytest

from pipeline.sources.addresses import has_secret, is_web, masked


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://user:pass@rada.example/a.csv", "https://***@rada.example/a.csv"),
        ("https://token@rada.example:8443/a", "https://***@rada.example:8443/a"),
        ("https://h.example/a?token=abc&page=2", "https://h.example/a?token=***&page=2"),
        ("https://h.example/a?page=2&api_key=abc", "https://h.example/a?page=2&api_key=***"),
        ("https://h.example/a?access_token=a#top", "https://h.example/a?access_token=***#top"),
        ("https://h.example/a?X-Amz-Signature=a%2F", "https://h.example/a?X-Amz-Signature=***"),
        ("https://h.example/a;jsessionid=A1/b", "https://h.example/a;jsessionid=***/b"),
        ("https://h.example/a#access_token=abc", "https://h.example/a#access_token=***"),
        ("https://h.example/a?PASSWORD=abc", "https://h.example/a?PASSWORD=***"),
        ("s3://key:secret@bucket/snapshots", "s3://***@bucket/snapshots"),
        ("http://user:pass@[::1/broken", "http://***@[::1/broken"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_secret_is_masked(address: str, shown: str) -> None:
    assert masked(address) == shown
    assert has_secret(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://h.example/a?keyword=бюджет&author=rada&monkey=1&id=7",
        "https://h.example/path;version=2/файл.csv?year=2024",
        "https://h.example/a?token=",
        "folder/звіт token=abc.csv",
        "/дані/2024/a.xlsx",
    ],
)
def test_an_address_without_a_secret_stays_as_it_is(address: str) -> None:
    assert masked(address) == address
    assert not has_secret(address)


def test_only_http_is_the_web() -> None:
    assert is_web("HTTPS://rada.example/")
    assert not is_web("ftp://rada.example/")
    assert not is_web("http.csv")
