"""What stands beside figures that chance moves."""

from indicators.definition import CountKind
from indicators.gaps.gaps import Gap, GroupLevel
from indicators.gaps.small_counts import CountBasis
from layouts.words.small_counts import note_text, sample_intervals_text


def test_beside_a_share_of_everybody_stands_nothing_and_beside_one_of_a_sample_its_interval():
    full = CountBasis(CountKind.PEOPLE, 900, 1000, 100)
    assert note_text(full, 1) == ""
    assert note_text(CountBasis(CountKind.PEOPLE, 900, 1000, 100, sampled=True), 1) == "抽样，95%区间 88.0 – 91.7"


def test_a_figure_on_few_of_a_sample_tells_how_many():
    few = CountBasis(CountKind.PEOPLE, 3, 1000, 1000, sampled=True)
    assert note_text(few, 1) == "分子只有3，95%区间 1.0 – 8.8；数量太少，不足以判断"


def test_groups_of_a_sample_tell_the_interval_of_what_they_come_to():
    of = {"north": CountBasis(CountKind.PEOPLE, 900, 1000, 100, sampled=True), "south": None}
    gap = Gap({key: GroupLevel({}, (), basis) for key, basis in of.items()}, {})
    assert sample_intervals_text(gap, {"north": "北部"}, 1) == "数出自抽样，合并计算的95%区间：北部 88.0 – 91.7。"
    assert sample_intervals_text(Gap({}, {}), {}, 1) == ""
