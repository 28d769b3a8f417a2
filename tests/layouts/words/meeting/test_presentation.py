"""The table of keys."""

from layouts.words.meeting.presentation import list_keys
from layouts.words.meeting.snapshot import file_words


def test_the_keys_of_pages_name_the_search_and_the_table_itself():
    (_, of_meeting), (_, of_pages), *_ = list_keys()
    keys = [key for key, _ in of_pages]
    assert {"Ctrl+K", "F", "S", "?"} <= set(keys)
    assert ("O", "全部画面") in of_meeting


def test_every_row_of_keys_says_what_they_do():
    assert all(key and meaning for _, rows in list_keys() for key, meaning in rows)


def test_a_snapshot_lists_the_keys_that_it_has():
    keys = dict(file_words()["meeting"]["keys"])
    assert ("F", "全屏放映") in keys["平时"]
    assert "换指标、县或设施类型" not in dict(keys["放映时"]).values()
