"""The sentence over a state's picture."""

import pytest

from indicators.findings.states import States
from layouts.words.findings.states import describe_since, describe_states
from layouts.words.findings.values import Named
from tests.indicators.test_definition import indicator

NAMED = Named(indicator(yes_no=True, unit="是/否"), dict(zip("abcde", "甲乙丙丁戊", strict=True)))


def states(held: str, lacking: str, unknown: str = "", **since: int) -> States:
    return States(2016, tuple(held), tuple(lacking), tuple(unknown), since)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (states("ab", "cde"), "5个县中2个为“是”：甲、乙"),
        (states("abc", "de"), "5个县中2个为“否”：丁、戊"),
        (states("ab", "cd", "e"), "4个县中2个为“是”：甲、乙（戊缺）"),
        (states("abcde", ""), "5个县都为“是”"),
        (states("", "abcd", "e"), "4个县都为“否”（戊缺）"),
        (states("", "", "abcde"), "该年没有任何县的数据"),
    ],
)
def test_who_has_it_or_who_has_it_not_is_named(found, said):
    assert describe_states(found, NAMED) == said


def test_the_last_to_get_it_are_named_with_their_year():
    found = states("abc", "de", a=2012, b=2014, c=2014)
    assert describe_since(found, NAMED) == "5个县中2个为“否”：丁、戊；最近新增：乙、丙（2014年）"
