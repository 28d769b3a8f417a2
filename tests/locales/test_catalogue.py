"""How a message is found and said."""

import pytest

from locales import say, say_all, speaking
from locales.catalogue import Catalogue, find_catalogue


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    """Of a small language."""
    monkeypatch.setattr("locales.catalogue.FOLDER", tmp_path)
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "room.ftl").write_text(
        "# A room\n\nroom-title = A title\nroom-long =\n    One line\n    and another\n\n# More\n"
        'room-end = {"  "}spaces{" "}\nroom-of = of { $name }: { room-title }\nroom-counted =\n    { $count ->\n'
        "        [one] { $count } bed\n       *[other] { $count } beds\n    }\nroom-set-a = a { $x }\n"
        "room-set-b-c = b\n"
        "room-chosen = { $flag ->\n    [true] yes\n   *[false] no\n    }\n",
        "utf-8",
    )
    return Catalogue("en")


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("room-title", {}, "A title"),
        ("room-long", {}, "One line\nand another"),
        ("room-end", {}, "  spaces "),
        ("room-of", {"name": "Ann"}, "of Ann: A title"),
        ("room-counted", {"count": 1}, "1 bed"),
        ("room-counted", {"count": 2016}, "2016 beds"),
        ("room-counted", {"count": "1,234"}, "1,234 beds"),
        ("room-of", {"name": 0.5}, "of 0.5: A title"),
        ("room-chosen", {"flag": True}, "yes"),
    ],
)
def test_a_message_is_said_with_its_values(catalogue, key, values, said):
    assert catalogue.say(key, values) == said
    assert catalogue.say(key, values) == said


@pytest.mark.parametrize(("key", "values"), [("room-nothing", {}), ("room-of", {}), ("room-of", {"named": "Ann"})])
def test_what_is_unknown_or_lacks_a_value_is_an_error(catalogue, key, values):
    with pytest.raises(LookupError):
        catalogue.say(key, values)


def test_a_message_wants_what_those_want_to_which_it_refers(catalogue):
    assert catalogue.list_variables("room-of") == {"name"}
    assert catalogue.list_variables("room-counted") == {"count"}


def test_a_script_gets_a_room_with_places_for_its_values(catalogue, monkeypatch):
    monkeypatch.setattr("locales.catalogue.find_catalogue", lambda _language: catalogue)
    assert say_all("room-set-") == {"a": "a {x}", "b_c": "b"}


def test_the_language_that_is_spoken_is_said():
    assert say("language-name") == "中文"
    with speaking("en"):
        assert say("language-name") == "English"


def test_a_language_without_a_catalogue_is_said_in_the_default_one():
    assert find_catalogue("xx").say("language-name", {}) == "中文"
