"""What an address shows before any script has run."""

import pytest


def test_an_address_without_a_page_says_so(client):
    answer = client.get("/nowhere?indicator=x")
    assert answer.status_code == 404
    assert "没有这个页面：/nowhere" in answer.text


@pytest.mark.parametrize("path", ["/", "/map", "/data"])
def test_a_page_is_there(client, path):
    assert client.get(path).status_code == 200
