"""Every answer forbids what would leave the host."""

import re

import pytest
from waitress.buffers import ReadOnlyFileBasedBuffer

from callbacks.server import headers


@pytest.mark.parametrize("path", ["/", "/_dash-layout", "/api/v1/areas", "/assets/css/atlas.css", "/nowhere"])
def test_every_answer_carries_the_policy(app, path):
    with app.server.test_client().get(path) as answer:
        policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


def test_no_inline_script_runs_but_those_with_a_known_hash(app):
    answer = app.server.test_client().get("/")
    scripts = re.search(r"script-src ([^;]+)", answer.headers["Content-Security-Policy"])
    assert scripts is not None
    assert "unsafe" not in scripts[1]
    assert "sha256-" in scripts[1]


def test_the_page_names_no_other_host(app):
    page = app.server.test_client().get("/").get_data(as_text=True)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//[^"]+"', page)


def test_answers_are_compressed(app):
    answer = app.server.test_client().get("/_dash-layout", headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["Content-Encoding"] in ("br", "gzip")


def test_what_a_request_calls_the_server_is_printed_in_no_answer(app):
    odd = ["//", "/api/v1//areas", "/data//templates/roads", "/nowhere/", "/login/"]
    for each in [*odd, *(rule.rule for rule in app.server.url_map.iter_rules() if "<" not in rule.rule)]:
        with app.server.test_client().get(each, headers={"Host": "evil.example"}) as answer:
            assert "evil.example" not in str(answer.headers), each
            assert b"evil.example" not in answer.get_data(), each


@pytest.mark.parametrize(
    "path", ["/data/templates/roads", "/api/v1/values?format=csv&indicator=medical_beds_per_1000_residents"]
)
def test_a_file_goes_out_as_the_server_sends_files(app, path):
    with app.server.test_client().get(path, environ_overrides={"wsgi.file_wrapper": ReadOnlyFileBasedBuffer}) as answer:
        assert answer.status_code == 200
        assert answer.get_data()


@pytest.mark.parametrize(
    ("policy", "found"),
    [
        (headers.write_policy(["'sha256-abc='"]), []),
        ("default-src 'self'; img-src 'self' https://tiles.example.com data:", ["https://tiles.example.com"]),
        ("default-src *", ["*"]),
        ("script-src 'self'", ["*"]),
    ],
)
def test_a_policy_that_lets_a_page_fetch_elsewhere_is_read(policy, found):
    assert headers.find_foreign_sources(policy) == found
