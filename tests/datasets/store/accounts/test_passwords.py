"""What guessers try first is no password; a sentence of one's own is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from datasets.store.accounts.passwords import LONGEST, SHORTEST, PasswordFault, WeakPasswordError, check_password
from locales import say

NAME = "zhang.san"


def fault(password: str, name: str = NAME) -> PasswordFault | None:
    try:
        check_password(password, name, ["qingyuan"])
    except WeakPasswordError as error:
        return error.fault
    return None


@pytest.mark.parametrize(
    "password",
    [
        "of this run only",
        "plum-rain-over-the-pass",
        "x7Kp-29rTq!m",
        "梅雨过关山不停歇路长远",
        "紫藤 水壶 铁轨 算盘",
        "x7Kp-29rTq!m" * 80,
    ],
)
def test_what_is_hard_to_guess_is_taken(password):
    assert fault(password) is None


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("123456789", PasswordFault.LENGTH),
        ("x" * (LONGEST + 1), PasswordFault.LENGTH),
        ("", PasswordFault.LENGTH),
        ("1234567890", PasswordFault.COMMON),
        ("１２３４５６７８９０", PasswordFault.COMMON),
        ("password123", PasswordFault.COMMON),
        ("PASSWORD123", PasswordFault.COMMON),
        ("qwertyuiop", PasswordFault.COMMON),
        ("1qaz2wsx3edc", PasswordFault.COMMON),
        (" " * 10, PasswordFault.GUESSABLE),
        (" " * LONGEST, PasswordFault.GUESSABLE),
        ("清远清远清远清远清远", PasswordFault.GUESSABLE),
        ("abcdefghijklm", PasswordFault.GUESSABLE),
        ("P@ssw0rd123", PasswordFault.GUESSABLE),
        ("Aa1234567890!", PasswordFault.GUESSABLE),
        ("13912345678", PasswordFault.GUESSABLE),
        ("1988-08-08 88", PasswordFault.GUESSABLE),
        ("woaini1314", PasswordFault.GUESSABLE),
        ("zhang.san1", PasswordFault.NAME),
        ("Zhang.San2016", PasswordFault.NAME),
        ("Qingyuan2016", PasswordFault.NAME),
        ("junheng2016", PasswordFault.NAME),
    ],
)
def test_what_guessers_try_first_is_refused_and_the_reason_told(password, expected):
    assert fault(password) is expected


@pytest.mark.parametrize("name", ["王编王编王编", "<b>王</b>", "a", "?"])
def test_a_name_is_no_password_whatever_it_is_made_of(name):
    assert fault(name * 4, name)


@given(st.sampled_from([each for each in FREQUENCY_LISTS["passwords"] if len(each) >= SHORTEST]))
def test_none_of_the_commonest_is_taken(password):
    assert fault(password)
    assert fault(password.upper())


@given(st.text(max_size=90), st.text(min_size=1, max_size=20))
def test_whatever_is_typed_is_taken_or_refused(password, name):
    fault(password, name)


def test_every_fault_has_its_words():
    assert len({say("accounts-weak", key=fault) for fault in PasswordFault}) == len(PasswordFault)
    assert str(SHORTEST) in say("accounts-weak", key=PasswordFault.LENGTH)
    assert str(LONGEST) in say("accounts-weak", key=PasswordFault.LENGTH)
