"""The language of a request."""

import pytest

from layouts.frame import shell
from locales import current_language
from locales.languages import DEFAULT

ENGLISH = [("en-GB", "1")]


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


def test_a_browser_gets_what_it_asks_for_only_where_that_is_offered(client, monkeypatch):
    client.delete_cookie("lang")
    headers = {"Accept-Language": "en-GB, zh;q=0.5"}
    assert said(client, headers=headers)[0] == DEFAULT
    monkeypatch.setattr("callbacks.frame.language.OFFERED", (DEFAULT, "en"))
    assert said(client, headers=headers)[0] == "en"
    assert said(client, "/login?lang=zh-CN", headers=headers)[0] == DEFAULT
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


def test_the_bar_offers_the_other_languages(monkeypatch):
    assert shell._language_switch() == []
    monkeypatch.setattr(shell, "OFFERED", (DEFAULT, "en"))
    (link,) = shell._language_switch()
    assert (link.children, link.href, link.lang) == ("English", "?lang=en", "en")
