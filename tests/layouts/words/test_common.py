"""Words: every closed set is named, sentences about the gap are cautious."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.analyses.gap_analysis import find_needs_to_line
from indicators.classes import BreakMethod, ClassScheme
from indicators.definition import Comparator, Direction, Domain, ValueKind
from indicators.gaps.gaps import Averaging, Gap, GroupLevel
from indicators.policy.progress import Status
from layouts.words.common import (
    class_labels,
    legend_head,
    list_areas,
    number,
    number_beside,
    printed_difference,
    range_text,
    share_text,
)
from layouts.words.gap_needs import needs_line_text, needs_note
from layouts.words.pages.atlas import gap_headline, percent_text, relative_text, target_text
from layouts.words.pages.targets import beside_target, lacking_text
from locales import say, say_all
from tests.indicators.policy.test_progress import entry
from tests.indicators.test_definition import indicator
from tests.indicators.test_thresholds import EXACTLY_80
from tests.locales.code import list_variants

BEDS = indicator(unit="张")
NAMES = {"north": "北部", "south": "南部", "441802": "清城"}


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("common-domains", Domain),
        ("common-kinds", ValueKind),
        ("common-methods", BreakMethod),
        ("common-directions", Direction),
        ("common-statuses", Status),
        ("common-averaging-names", Averaging),
        ("common-averaging-meanings", Averaging),
    ],
)
def test_every_member_of_a_closed_set_has_its_word(words, members):
    assert list_variants(words) == set(members)


def test_every_comparator_and_every_meaning_of_a_kind_has_its_words():
    assert list_variants("common-comparators") == {comparator.name.lower() for comparator in Comparator}
    assert say_all("common-kind-meanings-").keys() == set(ValueKind)


def test_labels_say_to_which_class_a_value_on_a_break_belongs():
    assert class_labels(BEDS, ClassScheme((3.0, 4.5))) == ["<3张", "≥3，<4.5张", "≥4.5张"]
    upwards = ClassScheme((95.0, 97.0), right_closed=True)
    assert class_labels(replace(BEDS, unit="%"), upwards) == ["≤95%", ">95%，≤97%", ">97%"]


@pytest.mark.parametrize(
    ("breaks", "unit", "middle"),
    [
        ((-3.5, 2.0), "‰", "≥−3.5‰，<2‰"),
        ((0.1, 0.25), "km", "≥0.1，<0.25 km"),  # a space before Latin letters alone
        ((5.0, 20.0), "1/10万", "≥5，<20（1/10万）"),
        ((5000.0, 7000.0), "人/10万人", "≥5,000，<7,000"),  # too long with its unit, which stands above
        ((1e6, 2.5e9), "人", "≥1,000,000，<2,500,000,000"),
    ],
)
def test_a_class_bears_its_unit_unless_the_legend_would_grow_over_the_map(breaks, unit, middle):
    scheme = ClassScheme(breaks)
    own = replace(BEDS, unit=unit)
    assert class_labels(own, scheme)[1] == middle
    assert legend_head(own, scheme) == ("数值越高越好" if unit in middle else f"{unit}，越高越好")


def test_values_that_no_break_parts_are_told_with_their_bounds():
    assert range_text(3.0, 3.0, "张") == "均为3张"
    assert range_text(0.0, 5.0, "%") == "≥0%，≤5%"


def test_a_state_is_named_not_numbered():
    assert class_labels(replace(BEDS, yes_no=True), ClassScheme((0.5,))) == ["否", "是"]


def test_thousands_are_separated():
    assert number(1234567.891, 1) == "1,234,567.9"


def gap_of(ratios: tuple[float | None, ...], missing: tuple[str, ...] = ()) -> Gap:
    levels = {
        key: GroupLevel(dict.fromkeys(Averaging, 1.0), missing if key == "south" else ()) for key in ("north", "south")
    }
    return Gap(levels, dict(zip(Averaging, ratios, strict=True)))


@pytest.mark.parametrize(
    ("gap", "direction", "tone", "title", "detail"),
    [
        (gap_of((0.782, 0.79, 0.79)), Direction.HIGHER, "below", "北部为南部的 78.2%", "距80%线差 1.8 个百分点"),
        (gap_of((0.8, 0.81, 0.82)), Direction.HIGHER, "above", "北部为南部的 80.0%", "三种口径均达到80%线"),
        (gap_of((0.81, 0.79, 0.8)), Direction.HIGHER, "split", "81.0%", "县均值达到、人口加权未达、合并计算达到"),
        (gap_of((0.7, 0.7, 0.7)), Direction.LOWER, "below", "按逆向指标折算", "差 10.0 个百分点"),
        (gap_of((None, None, None), ("441802",)), Direction.HIGHER, "unknown", "缺清城", "不下结论"),
        (gap_of((None, None, None)), Direction.NEUTRAL, "unknown", "描述性指标", "不评价"),
        (gap_of((None, None, None)), Direction.HIGHER, "unknown", "无法比较", "比值没有意义"),
        (gap_of((0.9, None, None)), Direction.HIGHER, "above", "90.0%", "达到80%线"),
    ],
)
def test_the_gap_is_told_as_far_as_the_data_allow(gap, direction, tone, title, detail):
    told = gap_headline(gap, NAMES, "north", direction)
    assert told["tone"] == tone
    assert title in told["title"]
    assert detail in told["detail"]


def test_a_band_says_that_its_upper_edge_belongs_to_it():
    scheme = ClassScheme((6.65, 7.35), anchor=0, ceiling=1)
    assert class_labels(BEDS, scheme) == ["<6.65张", "≥6.65，≤7.35张", ">7.35张"]


def test_a_target_names_its_deadline_and_words():
    aimed = entry(clause="每千人口病床数达到4张以上")
    assert target_text(aimed) == "≥ 4 张（2016年，“每千人口病床数达到4张以上”）"
    assert target_text(None) == say("atlas-no-target")


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (0.782, "78.2%"),
        (0.7996, "79.96%"),
        (2.4 / 3.0, "80.0%"),
        (0.80001, "80.001%"),
        (0.9996, "99.96%"),
        (1.00002, "100.002%"),
        (12.5, "1250.0%"),
    ],
)
def test_a_ratio_is_shown_on_its_side_of_the_line_and_of_100_percent(ratio, text):
    assert percent_text(ratio) == text


def test_a_ratio_of_exactly_80_percent_is_shown_as_80_percent():
    assert {percent_text(part / whole) for part, whole in EXACTLY_80} == {"80.0%"}


@given(
    part=st.integers(1, 10**6),
    whole=st.integers(1, 10**6),
    line=st.sampled_from([Fraction(4, 5), Fraction(1)]),
    near=...,
)
def test_a_ratio_as_shown_lies_where_exact_arithmetic_puts_it(part: int, whole: int, line: Fraction, near: bool):
    part = whole * line.numerator // line.denominator if near else part
    exact, shown = Fraction(part, whole), Fraction(percent_text(part / whole)[:-1]) / 100
    assert ((shown > line) - (shown < line)) == ((exact > line) - (exact < line))


@pytest.mark.parametrize(
    ("value", "edges", "text"),
    [(3.996, (4,), "3.996"), (4.0000000001, (4,), "4.00"), (1234.5, (), "1,234.50"), (0.0004, (0,), "0.0004")],
)
def test_a_number_beside_a_threshold_has_as_many_decimals_as_show_its_side(value, edges, text):
    assert number_beside(value, 2, *edges) == text


def test_only_the_whole_is_shown_as_100_percent():
    assert [share_text(percent) for percent in (99.97, 100, 99.9999999999)] == ["99.97%", "100.0%", "100.0%"]


@given(one=st.decimals(0, 1000, places=3), other=st.decimals(0, 1000, places=3), places=st.integers(0, 3))
def test_a_printed_difference_is_that_of_the_printed_numbers(one, other, places):
    texts = [f"{value:,.{places}f}%" for value in (one, other)]
    printed = [Decimal(text.replace(",", "")[:-1]) for text in texts]
    assert Decimal(printed_difference(*texts).replace(",", "")) == abs(printed[0] - printed[1])


@given(ratio=st.floats(0.001, 5))
def test_a_lower_is_better_ratio_is_never_said_as_a_share_of_the_benchmark(ratio):
    text = relative_text(("北部", "南部"), ratio, Direction.LOWER)
    assert "北部为南部" not in text
    assert ("高于" in text) == (ratio < 1) or "持平" in text
    assert "按逆向指标折算" in text


def test_a_lower_is_better_ratio_says_which_number_is_higher_first():
    text = relative_text(("北部", "南部"), 4.27 / 5.76, Direction.LOWER)
    assert text == "北部高于南部 34.9%，按逆向指标折算为南部水平的 74.1%"


@given(level=st.floats(0.5, 999), decimals=st.integers(0, 2), falls=st.booleans())
def test_the_level_of_the_line_follows_from_the_printed_benchmark(level, decimals, falls):
    direction = Direction.LOWER if falls else Direction.HIGHER
    of = indicator(decimals=decimals, direction=direction, unit="张")
    wanted = level / 0.8 if falls else level * 0.8
    text = needs_line_text(of, wanted, level, "南部")
    shown, line = (Decimal(found.replace(",", "")) for found in re.findall(r" ([\d.,]+) 张", text))
    exact = shown / Decimal("0.8") if falls else shown * Decimal("0.8")
    assert abs(exact - line) <= Decimal("0.50001") * Decimal(10) ** -(decimals + 1), text


@given(value=st.floats(0, 3.999), decimals=st.integers(0, 3))
def test_what_a_target_lacks_is_the_difference_of_what_is_printed(value, decimals):
    beds = entry(value=4)
    lacking = Decimal(lacking_text(beds, value, decimals))
    assert Decimal(beside_target(beds, value, decimals)) + lacking == 4
    assert lacking > 0


def test_a_shortfall_is_never_rounded_to_nothing():
    told = gap_headline(gap_of((0.79999, 0.79, 0.79)), NAMES, "north", Direction.HIGHER)
    assert told["detail"] == "距80%线差 0.001 个百分点"


@pytest.mark.parametrize("key", ["medical_beds_per_1000_residents", "general_practitioners_per_10000_residents"])
def test_a_county_never_reaches_the_limit_of_what_has_none(city, key):
    needs = find_needs_to_line(city, "demo", key, 2016)
    assert needs is not None
    notes = {needs_note(row, city.indicators[key], needs) for row in needs.counties.itertuples()}
    assert notes <= {"", "超过所需水平，抵减缺口"}


def test_of_many_areas_a_sentence_names_the_first_and_counts_them():
    assert list_areas(["甲", "乙"]) == "甲、乙"
    assert list_areas(map(str, range(9))) == "0、1、2、3、4、5、6、7等9个"


@pytest.mark.parametrize(
    ("scheme", "direction", "head"),
    [
        (ClassScheme((3.0, 4.5)), Direction.HIGHER, "数值越高越好"),
        (ClassScheme((3.0, 4.5)), Direction.LOWER, "数值越低越好"),
        (ClassScheme((3.0, 4.5)), Direction.NEUTRAL, "数值不评价高低"),
        (ClassScheme((3.0, 4.5), anchor=0), Direction.HIGHER, "数值越高越好，暖色未达目标"),
        (ClassScheme((3.0, 4.5, 6.0), anchor=0, ceiling=1), Direction.HIGHER, "数值在目标范围内为好，暖色未达"),
    ],
)
def test_a_legend_s_head_says_which_way_is_better(scheme, direction, head):
    assert legend_head(replace(BEDS, direction=direction), scheme) == head


def test_states_need_no_head():
    assert legend_head(replace(BEDS, yes_no=True), ClassScheme((0.5,))) == ""
