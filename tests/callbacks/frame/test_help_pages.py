"""The glossary and the guides are there in both languages, and the menu of help has a sentence for every page."""

import re

import pytest

from layouts.frame.help_menu import menu
from layouts.page_paths import GLOSSARY, GUIDES, Guide, PagePath
from layouts.pages.help.guide import guide_page
from locales import OFFERED, call_in, say, say_all
from tests.conftest import ROOT
from tests.layouts.pages.test_atlas import components


def test_the_glossary_has_the_terms_of_the_document():
    table = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    written = re.findall(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", table, re.MULTILINE)[1:]
    chinese, english = (call_in(language, say_all, "glossary-terms-") for language in ("zh-CN", "en"))
    assert [chinese[0] for chinese in written] == [*chinese.values()]
    assert [term.casefold() for _, term in written] == [term.casefold() for term in english.values()]
    assert [*say_all("glossary-meanings-")] == [*chinese]


@pytest.mark.parametrize("language", OFFERED)
def test_the_pages_to_read_are_in_the_language_that_is_asked_for(client, language):
    for path, title in ((GLOSSARY, "glossary-title"), (f"{GUIDES}leaders", None), (f"{GUIDES}planners", None)):
        shown = client.get(f"{path}?lang={language}")
        assert shown.status_code == 200
        assert f'<html lang="{language}">' in shown.text
        assert title is None or call_in(language, say, title) in shown.text
    assert client.get(f"{GUIDES}nobody").status_code == 404


@pytest.mark.parametrize("guide", Guide)
def test_a_guide_is_two_sheets(guide):
    page = guide_page("一张图", guide)
    assert page.count('class="help-sheet"') == 2
    assert page.count("<section>") == 4
    assert page.count("<li>") > 12


def test_the_menu_says_of_every_page_what_it_answers():
    parts = [part["props"] for part in components([menu()])]
    sentences = {part["data-page"]: part["children"] for part in parts if "data-page" in part}
    assert list(sentences) == list(PagePath)
    assert len({said[0] for said in sentences.values()}) == len(PagePath)
    links = [part["href"] for part in parts if "href" in part]
    assert {f"{GLOSSARY}#{key}" for key in say_all("glossary-terms-")} > {link for link in links if "#" in link}
    assert [link for link in links if "#" not in link] == [GLOSSARY, *(f"{GUIDES}{guide}" for guide in Guide)]
