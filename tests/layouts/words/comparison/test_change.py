"""What is said of changes: known sentences on small worlds."""

import pandas as pd
import pytest

from indicators.change import Changes, ChangeScale
from indicators.definition import Direction, Formula
from indicators.gaps.gaps import Averaging, Gap, GroupLevel
from layouts.words.comparison.change import change_labels, change_subtitle, change_text, change_title, gap_change
from tests.indicators.test_definition import indicator

YEARS = 2010, 2016
NAMES = {"a": "甲", "b": "乙", "c": "丙", "north": "北部", "south": "南部"}
RATE = Formula("beds", "residents", 1000)


def title(values: dict[str, float | None], **own: object) -> str:
    one = indicator(**{"formula": RATE, "unit": "张", "decimals": 1} | own)
    changes = pd.Series(values, dtype=float)
    found = Changes(changes, changes.where(changes.isna(), None).astype(object), changes)
    texts = {code: "" if value is None else change_text(value, one, 1) for code, value in values.items()}
    return change_title(found, one, NAMES, texts, YEARS)


@pytest.mark.parametrize(
    ("values", "own", "expected"),
    [
        ({"a": 1, "b": 2, "c": 0.5}, {}, "可比的3个地区都改善，乙改善最多（+2.0 张）"),
        ({"a": 1, "b": -2, "c": 0}, {}, "可比的3个地区中1个改善、1个变差、1个持平，甲改善最多（+1.0 张）"),
        ({"a": 1, "b": -2}, {"direction": Direction.LOWER}, "可比的2个地区中1个改善、1个变差，乙改善最多（−2.0 张）"),
        ({"a": 1, "b": -2}, {"direction": Direction.NEUTRAL}, "可比的2个地区中1个上升、1个下降，甲上升最多（+1.0 张）"),
        ({"a": -1, "b": -2}, {}, "可比的2个地区都变差，乙变差最多（−2.0 张）"),
        ({"a": 0, "b": 0}, {}, "可比的2个地区都持平"),
        ({"a": None, "b": 3.5}, {"unit": "%"}, "可比的1个地区改善"),
        ({"a": 1, "b": 0}, {"yes_no": True}, "可比的2个地区中1个由“否”变“是”、1个未变"),
        ({"a": None}, {}, "2010年与2016年没有可以比较的地区"),
    ],
)
def test_the_finding_says_how_many_did_what_and_who_most(values, own, expected):
    assert title(values, **own) == expected


def test_points_of_a_share_are_told_from_per_cent_of_a_count():
    share, count = indicator(unit="%", formula=RATE), indicator(unit="人", formula=Formula("residents"))
    assert change_text(-3.5, share, 1) == "−3.5个百分点"
    assert change_text(12.5, count, 1) == "+12.5%"
    assert "百分点" in change_subtitle(share, *YEARS)
    assert "相对变化" in change_subtitle(count, *YEARS)


def test_the_classes_name_their_bounds_on_both_sides_of_no_change():
    labels = change_labels(ChangeScale((0.5, 2)), indicator(formula=RATE))
    assert labels == ["≤−2", "≤−0.5，>−2", ">−0.5", "持平", "<+0.5", "≥+0.5，<+2", "≥+2"]


def gap(ratio: float | None, missing: tuple[str, ...] = ()) -> Gap:
    levels = {key: GroupLevel(dict.fromkeys(Averaging), missing) for key in ("north", "south")}
    return Gap(levels, dict.fromkeys(Averaging, ratio))


@pytest.mark.parametrize(
    ("before", "after", "direction", "verdict"),
    [
        (0.7, 0.85, Direction.HIGHER, "差距缩小"),
        (0.85, 0.7, Direction.HIGHER, "差距扩大"),
        (0.7, 0.85, Direction.LOWER, "差距缩小"),
        (1.2, 1.1, Direction.HIGHER, "差距缩小"),
        (0.9, 1.1, Direction.HIGHER, "由落后转为不落后"),
        (0.8, 0.8, Direction.HIGHER, "差距不变"),
    ],
)
def test_a_gap_narrows_where_the_ratio_comes_nearer_to_one(before, after, direction, verdict):
    found = gap_change((gap(before), gap(after)), YEARS, NAMES, "north", direction)
    assert found["title"] == f"北部对南部：{verdict}"


def test_the_change_of_a_gap_is_the_difference_of_the_printed_ratios():
    found = gap_change((gap(0.769), gap(0.894)), YEARS, NAMES, "north", Direction.HIGHER)
    assert found["detail"] == "2010年 76.9% → 2016年 89.4%（县均值），升12.5个百分点"


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        ((gap(None, ("a",)), gap(0.8)), "2010年缺甲"),
        ((gap(0.8), None), "缺一年的差距"),
        ((gap(0.8), gap(None)), "2016年无法比较"),
    ],
)
def test_without_a_verdict_in_both_years_nothing_is_said_of_the_gap(gaps, told):
    found = gap_change(gaps, YEARS, NAMES, "north", Direction.HIGHER)
    assert (found["title"].startswith(told), found["tone"]) == (True, "unknown")
