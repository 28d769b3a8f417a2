"""Charts of an offline snapshot: every number has its text, what is not known has none, every sign has its status."""

from indicators.gaps.gaps import Averaging
from indicators.policy.progress import Status
from layouts.figures.specs.chart_spec import GapSpec, HeatSpec, Series, ShareSpec
from layouts.meeting.snapshot_charts import encode_chart

GAP = GapSpec(
    unit="人",
    decimals=2,
    groups=(Series("北部", "#E08A3C", (0.9, None)), Series("南部", "#0F4C64", (1.4,))),
    names=(("连南", "连山"), ("清新",)),
    averages={Averaging.SIMPLE: (0.9, 1.4), Averaging.WEIGHTED: (None, None)},
    lines={Averaging.SIMPLE: (1.12, "80%线 1.12")},
    headline="北部为南部的 64.3%",
)


def test_a_gap_has_the_counties_that_are_known_and_names_the_others():
    north, south = encode_chart(GAP)["groups"]
    assert north["counties"] == [["连南", 0.9, "0.90"]]
    assert north["missing"].startswith("连山")
    assert south["missing"] == ""


def test_a_reading_without_any_level_is_left_out_and_the_others_keep_their_line():
    (reading,) = encode_chart(GAP)["averages"]
    assert reading["levels"] == [[0.9, "0.90"], [1.4, "1.40"]]
    assert reading["line"] == [1.12, "80%线 1.12"]


def test_a_cell_of_targets_names_its_status_and_one_that_does_not_speak_of_a_county_is_empty():
    heat = HeatSpec(("床位",), ("连南", "连山"), ((Status.MISSED, None),), (("到期未达", ""),), (("逾", ""),))
    encoded = encode_chart(heat)
    (row,) = encoded["rows"]
    at, sign = row["cells"][0]
    assert (encoded["statuses"][at]["name"], sign, at) == ("到期未达", "逾", encoded["missed"])
    assert row["cells"][1] is None


def test_a_share_that_is_not_known_says_so_and_has_no_number():
    groups = (Series("北部", "#E08A3C", (None,)), Series("南部", "#0F4C64", (66.1,)))
    spec = ShareSpec(groups, (("连南",), ("清新",)), (("连南：暂无数据",), ("清新：66.1%",)), (None, 66.1), None)
    north, south = encode_chart(spec)["groups"]
    assert north["counties"][0][1:3] == [None, "暂无数据"]
    assert south["counties"][0][1:3] == [66.1, "66.1%"]
