"""The words of siting: names of all choices, comparisons of the groups, and rounding up."""

import pytest

from datasets.siting.scenario import ChangeKind
from datasets.siting.siting_plan import CandidateKind
from geodata.siting.task import Objective
from layouts.words.pages import siting as words
from locales import say_all
from tests.locales.code import list_variants


def test_every_choice_has_a_name():
    assert list_variants("siting-objectives") == set(Objective)
    assert list_variants("siting-candidate-names") == set(CandidateKind)
    told = [set(say_all("siting-modes-")), set(say_all("siting-hints-")), set(say_all("siting-applies-"))]
    assert [*told, list_variants("siting-change-kinds")] == [set(ChangeKind)] * 4


@pytest.mark.parametrize(
    ("ratios", "told"),
    [
        ((0.75, 0.82), "北部达到南部水平的 75.0% → 82.0%；未达80%线 → 达到80%线。"),
        ((0.75, 0.75), "北部达到南部水平的 75.0%；未达80%线。"),
        ((None, 0.5), "北部与南部无法比较：南部没有居民在标准以内。"),
    ],
)
def test_north_against_south_is_held_against_the_line(ratios, told):
    assert words.ratio_sentence("北部", "南部", ratios) == told


def test_what_would_close_a_gap_is_rounded_up_to_whole_ones():
    assert words.whole_up(26.2, "张", "床位") == "床位再增加 27 张"
    assert words.whole_up(27.0000000001, "张", "床位") == "床位再增加 27 张"


def test_groups_that_cannot_be_compared_are_told_with_the_reason():
    assert words.ratios_text((None, 0.5)) == "无法比较"
    assert words.ratio_note("南部", (None, 0.5)) == "南部没有居民在标准以内"
    assert words.ratio_note("南部", (0.75, 0.82)) == "未达80%线 → 达到80%线"
