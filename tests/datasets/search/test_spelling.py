"""Names in pinyin."""

from datasets.search.spelling import spell


def test_a_name_is_spelled_as_it_is_spoken_a_syllable_a_letter():
    assert spell("番禺").split(" ") == ["pan", "yu"]
    assert spell("乐清").split(" ") == ["yue", "qing"]


def test_a_letter_of_several_readings_has_them_all():
    assert "dan" in spell("单县").split(" ")[0].split("/")
    assert "shan" in spell("单县").split(" ")[0].split("/")


def test_what_is_no_chinese_stands_as_it_is():
    assert spell("A 65岁") == "a _ 6 5 sui"
