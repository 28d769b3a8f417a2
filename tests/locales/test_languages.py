"""Which languages there are, and how a tag is understood."""

import pytest

from locales.languages import (
    DEFAULT,
    OFFERED,
    PSEUDO,
    call_in,
    current_language,
    find_language,
    list_languages,
    speaking,
)


def test_the_default_language_comes_first_and_those_that_are_offered_are_there():
    assert list_languages()[0] == DEFAULT
    assert set(OFFERED) <= set(list_languages())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-GB", "en"),
        ("zh", "zh-CN"),
        ("zh-Hans-CN", "zh-CN"),
        (" zh-cn ", "zh-CN"),
        (PSEUDO, PSEUDO),
        ("fr", None),
        ("", None),
        ("../en", None),
    ],
)
def test_a_tag_names_the_language_of_its_first_part(asked, found):
    assert find_language(asked) == found


def test_a_language_is_spoken_for_a_while():
    with speaking("en"):
        assert current_language() == "en"
        assert call_in("zh-CN", current_language) == "zh-CN"
    assert current_language() == DEFAULT
