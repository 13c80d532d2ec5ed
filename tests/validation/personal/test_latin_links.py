"""Names in Latin letters in links and names of files; all names are invented."""

import pytest

from pipeline.validation.personal.scanning import scan_links, scan_persons
from tests.validation.personal.latin import linked
from tests.validation.personal.planting import Planted
from tests.validation.personal.scoring import score

SITE = "https://rada.example/"

FOUND = {
    "whole name": ("docs/<verbenko-ivan-ivanovych>.pdf", ""),
    "initials": ("f/<Verbenko_I_I>.pdf", ""),
    "one initial at the end": ("f/<verbenko-o>.pdf", ""),
    "initials of two letters": ("f/pro-nadannia-<verbenku-yu-ya>", ""),
    "initials first": ("f/<o-v-verbenko>.pdf", ""),
    "a surname that is also a word": ("f/<koval-o-s>.pdf", ""),
    "a word beside a full name": ("upload/<verba_ulyana_nazarivna>.docx", ""),
    "a word that is the whole file with initials": ("f/<verba_l_e>.pdf", ""),
    "a word beside a given name, and nothing else": ("f/<verba_eduard>.jpg", ""),
    "a surname no dictionary has": ("f/<murzohlu-nazar-ostapovych>.pdf", ""),
    "one surname behind a citizen": ("rishennia/pro-dopomohu-hr-<verbenku>", ""),
    "by the table of a site": ("pro-dopomogu-<verbenko-mariyi-petrivni>/", ""),
    "given name first": ("?file=<oksana.verbenko>", ""),
    "no link but a file": ("zaiava_<verbenko_oksana>.docx", "file"),
    "glued with capitals": ("zaiava_<VerbenkoOksana>.docx", "file"),
    "in capitals": ("<VERBENKO_OKSANA>.pdf", "file"),
    "with a blank of a link": ("f/<Verbenko%20Oksana>.pdf", ""),
}

CLEAN = {
    "street": "vulytsia-tarasa-verbenka-12.pdf",
    "street with an initial": "remont-vul-i-franka.pdf",
    "school": "litsei-imeni-t-h-shevchenka/",
    "house of culture": "budynok-kultury-im-shevchenka-i-biblioteka",
    "park, in English": "taras-verbenko-park",
    "one surname": "vulytsi/verbenko.jpg",
    "letters of an appendix": "rishennia-a-b-12.pdf",
    "town": "vykonannya-byudzhetu-m-kyyeva",
    "steps of a school": "zosh-i-iii-st.docx",
    "English": "roman-catholic-church",
    "saint": "sviatyi-mykolai",
    "plain title": "postiina-komisiia-z-pytan-biudzhetu-08-12-15",
    "identifier": "3f2a-b-d-11.pdf",
    "known endings": "normativni-dokumenti-19-43",
    "nothing but a host": "",
}


@pytest.mark.parametrize(("marked", "kind"), FOUND.values(), ids=FOUND.keys())
def test_a_name_in_latin_letters_is_found_whole(marked: str, kind: str) -> None:
    before = "" if kind else SITE
    text = before + marked.replace("<", "").replace(">", "")
    start = len(before) + marked.index("<")
    end = len(before) + marked.index(">") - 1
    assert [(hit.start, hit.end) for hit in scan_links(text)] == [(start, end)]


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN.keys())
def test_what_bears_a_name_is_left(text: str) -> None:
    assert scan_persons(SITE + text) == ()


def test_the_name_of_a_host_is_no_person() -> None:
    assert scan_persons("https://verbenko-oksana.example/news") == ()


def test_an_official_is_told_apart() -> None:
    (hit,) = scan_persons(f"{SITE}miskyi-holova-verbenko-i-i")
    assert hit.official


def test_outside_of_links_latin_letters_are_left() -> None:
    assert scan_persons("login verbenko oksana") == ()


def test_most_planted_words_of_names_are_covered() -> None:
    result = score(linked(900))
    assert result.planted.total() >= 2_000
    assert result.recall >= 0.88, result.missed[:20]


def test_what_is_no_name_lowers_the_figure() -> None:
    clean = Planted(kind="person", text=f"{SITE}biudzhet", stretches=((21, 28),))
    assert score([clean]).recall == 0
