"""Who a request counts for."""

import pytest

from callbacks.accounts.visitors import identify_client
from tests.callbacks.accounts.people import (
    client_of,
    log_in,
    program,
    text,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
    ],
)
def test_without_an_account_a_network_is_one_client(server, one, other, same):
    assert (client_at(server, one) == client_at(server, other)) is same


def client_at(server, address):
    with server.test_request_context(environ_base={"REMOTE_ADDR": address}):
        return identify_client()


def test_an_account_is_one_client_wherever_it_is(published_city, tmp_path):
    server = program(published_city, tmp_path)

    @server.get("/client")
    def tell_client() -> str:
        return identify_client()

    for _ in range(2):
        somewhere = client_of(server)
        log_in(somewhere, "王编")
        assert text(somewhere.get("/client")) == "account 王编"
