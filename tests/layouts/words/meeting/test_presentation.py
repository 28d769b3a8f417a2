"""The table of keys."""

from layouts.words.meeting.presentation import FOR_BROWSER
from layouts.words.meeting.snapshot import OF_FILE


def test_the_keys_of_pages_name_the_search_and_the_table_itself():
    (_, of_meeting), (_, of_pages), *_ = FOR_BROWSER["keys"]
    keys = [key for key, _ in of_pages]
    assert {"Ctrl+K", "F", "S", "?"} <= set(keys)
    assert ("O", "全部画面") in of_meeting


def test_every_row_of_keys_says_what_they_do():
    assert all(key and meaning for _, rows in FOR_BROWSER["keys"] for key, meaning in rows)
    assert OF_FILE["keys"]
