"""Who asks is what trusted proxies say, and what nobody else says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacks.server.proxies import TrustedProxies, read_networks

NETWORKS = "10.0.0.5, 10.1.0.0/16 fd00::/8"


def asked(peer: str, **headers: str) -> tuple[str, str]:
    """The address and the scheme that the program sees."""
    seen = {}

    def program(environ: dict[str, str], _start: object) -> None:
        seen.update(environ)

    environ = {"REMOTE_ADDR": peer, "wsgi.url_scheme": "http"} | {f"HTTP_{key}": text for key, text in headers.items()}
    TrustedProxies(program, read_networks(NETWORKS))(environ, None)
    return seen["REMOTE_ADDR"], seen["wsgi.url_scheme"]


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("10.0.0.5", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.5", "1.2.3.4, 203.0.113.9", "203.0.113.9"),  # what stands before it, the client made up
        ("10.0.0.5", "203.0.113.9, 10.1.2.3", "203.0.113.9"),
        ("10.0.0.5", "10.1.2.3", "10.1.2.3"),
        ("10.0.0.5", "203.0.113.9:51234", "203.0.113.9"),
        ("fd00::1", "[2001:db8::7]:443", "2001:db8::7"),
        ("::ffff:10.0.0.5", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.5", "203.0.113.9, unknown", "10.0.0.5"),
        ("10.0.0.5", "", "10.0.0.5"),
        ("10.0.0.6", "203.0.113.9", "10.0.0.6"),
        ("203.0.113.1", "10.0.0.5", "203.0.113.1"),
    ],
)
def test_the_client_is_the_last_address_that_is_no_trusted_proxy(peer, forwarded, client):
    assert asked(peer, X_FORWARDED_FOR=forwarded)[0] == client


@pytest.mark.parametrize(
    ("peer", "forwarded", "scheme"),
    [
        ("10.0.0.5", "https", "https"),
        ("10.0.0.5", "http, HTTPS", "https"),
        ("10.0.0.5", "https, gopher", "http"),
        ("203.0.113.1", "https", "http"),
    ],
)
def test_the_scheme_is_taken_from_trusted_proxies_only(peer, forwarded, scheme):
    assert asked(peer, X_FORWARDED_PROTO=forwarded)[1] == scheme


@given(st.text(max_size=60), st.text(max_size=20))
def test_whatever_a_stranger_forwards_is_not_believed(forwarded, scheme):
    assert asked("203.0.113.1", X_FORWARDED_FOR=forwarded, X_FORWARDED_PROTO=scheme) == ("203.0.113.1", "http")


@given(st.text(max_size=60))
def test_whatever_a_proxy_forwards_can_be_read(forwarded):
    assert asked("10.0.0.5", X_FORWARDED_FOR=forwarded)[0]
