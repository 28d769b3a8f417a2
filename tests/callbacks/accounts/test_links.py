"""One-time links over HTTP: the first administrator, a chosen password, and links that open nothing."""

import pytest

from datasets.store.accounts.accounts import AccountRole
from datasets.store.accounts.attempts import FREE
from locales import say
from tests.callbacks.accounts.people import ADMINISTRATOR, ELSEWHERE, PASSWORD, client_of, log_in, send, text


def test_a_link_sets_up_the_administrator_who_is_logged_in_and_goes_on_to_the_data(office):
    client, secret = client_of(office.server), office.links.make_for_setup("测试")
    assert client.get("/").headers["Location"].startswith("/login")
    answer = send(client, "/setup", secret, name=ADMINISTRATOR)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/data")
    assert client.get("/account").json["role"] == AccountRole.ADMINISTRATOR
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"again": "another"}, say("accounts-different")),
        ({"password": "short", "again": "short"}, say("accounts-weak", key="length")),
        ({"name": " "}, say("accounts-bad-name")),
        ({"name": "王编"}, say("accounts-name-taken")),
        ({"csrf_token": "wrong"}, say("accounts-out-of-date")),
    ],
)
def test_what_is_wrong_is_told_in_the_form_which_keeps_the_name_and_the_link(office, typed, message):
    office.accounts.add("王编", PASSWORD, AccountRole.EDITOR, "测试")
    client, secret = client_of(office.server), office.links.make_for_setup("测试")
    answer = send(client, "/setup", secret, **{"name": ADMINISTRATOR, **typed})
    assert answer.status_code == 400
    assert message in text(answer)
    assert f'value="{secret}"' in text(answer)
    assert f'value="{typed.get("name", ADMINISTRATOR)}"' in text(answer)
    assert PASSWORD not in text(answer)
    assert not office.accounts.has_administrator()


def test_a_used_or_wrong_link_says_so_and_how_to_get_another(office):
    client, secret = client_of(office.server), office.links.make_for_setup("测试")
    wrong = client.get("/setup?link=wrong")
    assert wrong.status_code == 410
    assert say("accounts-link-faults", fault="unknown") in text(wrong)
    assert "python app.py setup" in text(wrong)
    send(client, "/setup", secret, name=ADMINISTRATOR)
    assert say("accounts-link-faults", fault="used") in text(client_of(office.server).get(f"/setup?link={secret}"))


def test_guesses_are_slowed_down(office):
    client = client_of(office.server)
    for number in range(FREE):
        client.get(f"/setup?link={number}")
    answer = client.get("/setup?link=guess")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


def test_an_invited_person_chooses_a_password_and_is_logged_in(office):
    office.accounts.invite("王编", AccountRole.EDITOR, ADMINISTRATOR)
    client, secret = client_of(office.server), office.links.make_for_password("王编", ADMINISTRATOR)
    assert say("accounts-different") in text(send(client, "/join", secret, again="another"))
    assert send(client, "/join", secret).headers["Location"] == "/"
    assert client.get("/account").json["name"] == "王编"
    assert log_in(client_of(office.server), "王编").status_code == 303
    again = client.get(f"/join?link={secret}")
    assert say("accounts-link-faults", fault="used") in text(again)
    assert say("accounts-new-password-link") in text(again)


def test_the_pages_of_links_are_kept_by_no_browser_have_no_script_and_take_nothing_from_other_sites(office):
    client, secret = client_of(office.server), office.links.make_for_setup("测试")
    page = client.get(f"/setup?link={secret}")
    assert page.headers["Cache-Control"] == "no-store"
    assert "<script" not in text(page)
    assert client.post("/setup", data={"link": secret}, headers={"Origin": ELSEWHERE}).status_code == 403
    assert client.post("/setup", data={"link": secret, "name": "x" * 400_000}).status_code == 413
