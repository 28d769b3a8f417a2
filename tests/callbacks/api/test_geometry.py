"""Geometry over HTTP."""

import gzip
import re

import pytest

from callbacks.api.geometry import URL


@pytest.fixture(scope="module")
def client(app):
    return app.server.test_client()


@pytest.fixture(scope="module")
def urls(client) -> list[str]:
    return sorted(set(re.findall(rf"{URL}[a-z0-9.-]+", str(client.get("/_dash-layout").get_json()))))


def test_the_page_names_a_url_for_every_layer(urls):
    assert len(urls) == 10  # four a level, the line between the groups of counties, and the neighbours


def test_a_layer_may_be_kept_for_good(client, urls):
    for url in urls:
        assert client.get(url).headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_layer_comes_gzipped_to_whom_it_suits(client, urls):
    plain = client.get(urls[0], headers={"Accept-Encoding": "identity"})
    zipped = client.get(urls[0], headers={"Accept-Encoding": "gzip"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.data) == plain.data


def test_an_unknown_layer_is_not_found(client):
    assert client.get(f"{URL}county-areas-000000000000.geojson").status_code == 404
