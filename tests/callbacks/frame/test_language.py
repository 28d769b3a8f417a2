"""The language of a request."""

import pytest

from layouts.frame import shell
from locales import current_language
from locales.languages import DEFAULT


def said(client, address="/login", headers=None):
    """The language of a document, and the word of its button."""
    text = client.get(address, headers=headers).get_data(as_text=True)
    return text.split('<html lang="')[1].split('"')[0], "Log in" in text


def test_an_address_names_the_language_and_the_pages_that_follow_keep_it(client):
    client.delete_cookie("lang")
    assert said(client) == (DEFAULT, False)
    assert said(client, "/login?lang=en-GB") == ("en", True)
    assert said(client) == ("en", True)
    assert said(client, "/login?lang=zh-CN") == (DEFAULT, False)
    assert said(client) == (DEFAULT, False)
    assert current_language() == DEFAULT  # outside a request


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("", DEFAULT),
        ("zh-CN,zh;q=0.9,en;q=0.8", DEFAULT),
        ("zh", DEFAULT),
        ("zh-TW", DEFAULT),
        ("en-GB, zh;q=0.5", "en"),
        ("fr, en;q=0.5", "en"),
        ("fr", DEFAULT),
    ],
)
def test_a_browser_gets_what_it_asks_for_where_that_is_offered(client, asked, given):
    client.delete_cookie("lang")
    assert said(client, headers={"Accept-Language": asked})[0] == given


def test_who_chooses_a_language_keeps_it_against_the_browser(client):
    client.delete_cookie("lang")
    assert said(client, "/login?lang=zh-CN", headers={"Accept-Language": "en-GB"})[0] == DEFAULT
    assert said(client, "/login", headers={"Accept-Language": "en-GB"})[0] == DEFAULT
    client.delete_cookie("lang")


def test_an_unknown_language_falls_back_and_says_so(client):
    client.delete_cookie("lang")
    assert said(client, "/login?lang=fr")[0] == DEFAULT
    layout = client.get("/_dash-layout?lang=fr").get_data(as_text=True)
    assert "没有语言“fr”，已按中文显示。可用：zh-CN、en。" in layout
    assert "没有语言" not in client.get("/_dash-layout?lang=en").get_data(as_text=True)
    refused = client.get("/api/v1/indicators?lang=fr")
    assert refused.status_code == 400
    assert "fr" in refused.json["error"]["message"]


def test_what_is_kept_of_a_city_is_kept_by_language(client):
    english, chinese = (client.get(f"/_dash-layout?lang={each}").get_data(as_text=True) for each in ("en", "zh-CN"))
    assert "Log in" in english
    assert "Log in" not in chinese
    assert client.get("/_dash-layout?lang=en").get_data(as_text=True) == english
    client.delete_cookie("lang")


@pytest.mark.parametrize("address", ["/?lang=en", "/"])
def test_no_cache_takes_one_language_for_the_other(client, address):
    answer = client.get(address)
    assert {"Cookie", "Accept-Language"} <= {*answer.vary} or "lang=" in address
    client.delete_cookie("lang")


def test_the_bar_offers_the_other_languages():
    (link,) = shell._language_switch()
    assert (link.children, link.href, link.lang) == ("English", "?lang=en", "en")
