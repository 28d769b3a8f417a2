"""The pseudo-language."""

import pytest

from locales import call_in, say
from locales.pseudo import stretch


def test_a_text_is_longer_and_can_still_be_read():
    assert stretch("Log out") == "Löög ööûût"


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [("accounts-log-out", {}, "Löög ööûût"), ("accounts-link-heading", {"name": "Ann"}, "Ööñéé-tîîméé lîîñk föör Ann")],
)
def test_messages_are_stretched_and_values_are_not(key, values, said):
    assert call_in("en-XA", say, key, **values) == said
