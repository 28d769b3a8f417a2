"""The office over HTTP: set up with the administrator, changed later, its logo, the address of the environment."""

from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask

from callbacks.accounts import routes
from datasets.store.accounts.accounts import AccountRole
from datasets.store.office import Offices
from locales import say
from tests.callbacks.accounts.people import ADMINISTRATOR, PASSWORD, client_of, log_in, send, text, token_of
from tests.datasets.store.test_office import png

NAME, URL = "某市发展和改革局", "https://atlas.example.cn"


@pytest.fixture
def offices(office):
    return Offices(office.accounts.database, office.accounts.now)


def test_an_office_is_set_up_with_its_administrator_and_its_logo_is_for_everybody(office, offices):
    client, secret = client_of(office.server), office.links.make_for_setup("测试")
    logo = (BytesIO(png()), "logo.png")
    done = send(client, "/setup", secret, name=ADMINISTRATOR, office=NAME, public_url=URL, logo=logo)
    assert done.status_code == 303
    assert (offices.current().name, offices.current().public_url) == (NAME, URL)
    shown = client_of(office.server).get(f"/office/logo.png?v={offices.current().logo_digest}")
    assert (shown.mimetype, shown.data) == ("image/png", offices.current().logo)
    assert shown.cache_control.max_age


def test_a_bad_logo_makes_no_administrator_and_keeps_what_was_typed(office):
    client, secret = client_of(office.server), office.links.make_for_setup("测试")
    logo = (BytesIO(b"<svg/>"), "logo.png")
    answer = send(client, "/setup", secret, name=ADMINISTRATOR, office=NAME, logo=logo)
    assert say("accounts-office-faults", fault="logo_kind") in text(answer)
    assert f'value="{NAME}"' in text(answer)
    assert not office.accounts.has_administrator()


def test_an_administrator_changes_the_office_and_links_bear_its_address(office, offices):
    office.accounts.add(ADMINISTRATOR, PASSWORD, AccountRole.ADMINISTRATOR, "测试")
    client = client_of(office.server)
    log_in(client, ADMINISTRATOR)

    def ask(**form: str) -> str:
        token = token_of(client.get("/accounts"))
        return text(client.post("/accounts", data={"csrf_token": token, **form}))

    assert say("accounts-office-faults", fault="public_url") in ask(action="office", office=NAME, public_url="nowhere")
    ask(action="office", office=NAME, public_url=URL)
    assert say("accounts-office-saved") in text(client.get("/accounts"))
    assert offices.current().name == NAME
    assert f'value="{URL}/join?link=' in ask(action="invite", name="王编", role="editor")


def test_the_address_of_the_environment_wins_and_the_page_says_so(office, square_region):
    security = routes.Security(office.accounts, "a key for tests only", public_url="https://given.example.cn")
    server = Flask("given")
    server.add_url_rule("/_dash-update-component", "/_dash-update-component", str, methods=["POST"])
    routes.register(server, security, square_region)
    secret = office.links.make_for_setup("测试")
    page = text(client_of(server).get(f"/setup?link={secret}"))
    assert say("accounts-url-fixed") in page
    assert 'value="https://given.example.cn"' in page
    send(client_of(server), "/setup", secret, name=ADMINISTRATOR, public_url=URL)
    assert security.office.site() == "https://given.example.cn"
    assert replace(security, public_url="").office.site() == ""
