"""The waterfall: of a shortfall, and of the distance in the index."""

from indicators.definition import Domain
from indicators.policy.progress import Status
from layouts.figures.charts.waterfall import waterfall_figure
from layouts.figures.specs.build_chart import index_gap_spec
from layouts.figures.specs.chart_spec import WaterfallSpec
from layouts.figures.theme import STATUS_COLOURS

SHORTFALL = WaterfallSpec("张", ("甲", "乙"), (20.0, -8.0), "合计缺口", ("20", "-8", "12"), rises="#AA0000")


def test_a_waterfall_ends_in_the_sum_of_its_steps():
    (steps,) = waterfall_figure(SHORTFALL).data
    assert list(steps.x) == ["甲", "乙", "合计缺口"]
    assert list(steps.y) == [20, -8, 12]
    assert list(steps.measure) == ["relative", "relative", "total"]


def test_of_the_index_what_adds_is_good_and_what_is_not_known_is_left_out():
    gap = {Domain.HEALTH: {"a": 1.5, "b": None}, Domain.SPORTS: {"c": -4.0}, Domain.CULTURE: {"d": None}}
    spec = index_gap_spec(gap, {key: f"指标{key}" for key in "abcd"}, "北减南")
    assert (spec.names, spec.values, spec.texts) == (("医疗卫生", "体育"), (1.5, -4.0), ("+1.5", "-4.0", "-2.5"))
    assert spec.hovers == ("<b>医疗卫生 +1.5分</b><br>指标a +1.50", "<b>体育 -4.0分</b><br>指标c -4.00", "北减南 -2.5")
    assert (spec.rises, spec.falls) == (STATUS_COLOURS[Status.ON_TRACK], STATUS_COLOURS[Status.BEHIND])


def test_without_any_step_the_figure_stays_empty():
    assert not waterfall_figure(index_gap_spec({}, {}, "北减南")).data
