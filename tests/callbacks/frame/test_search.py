"""The list that the search looks through, over HTTP."""

from callbacks.frame.search import URL
from layouts.page_paths import PagePath

MOST_BYTES = 30_000  # packed, of a prefecture with its townships


def test_the_list_is_that_of_the_dataset_and_names_every_page(client):
    lists = {name: client.get(f"{URL}?dataset={name}").get_json() for name in ("demo", "public")}
    assert [row[0] for row in lists["demo"]["entries"]["page"]] == list(PagePath)
    assert len(lists["demo"]["entries"]["indicator"]) > len(lists["public"]["entries"]["indicator"]) > 0


def test_it_is_sent_once(client):
    first = client.get(URL, headers={"Accept-Encoding": "gzip"})
    assert first.status_code == 200
    assert len(first.data) < MOST_BYTES
    assert client.get(URL, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_each_language_has_its_own_list(client):
    pages = {
        language: client.get(f"{URL}?lang={language}").get_json()["entries"]["page"][0][1]
        for language in ("zh-CN", "en")
    }
    assert pages == {"zh-CN": "总览", "en": "Overview"}
