"""Sentences on what is certain although counties lack a value: true on either side of every number they print."""

import pytest

from indicators.definition import Direction, Domain, Formula, Indicator
from indicators.gaps.gap_path import Assessment, Certainty, VerdictBounds
from layouts.words.verdict_bounds import bounds_line, bounds_sentence, plausible_note

BEDS = Indicator(
    "beds", "床位", Domain.HEALTH, "张", 1, Direction.HIGHER, Formula("beds", "residents"), "", "", maximum=100
)


def bounds(certainty: Certainty, **own: object) -> VerdictBounds:
    fields = {"assessment": None, "turns_at": None, "reached_above": False, "plausible": {"a": (2.04, 6.31)}} | own
    return VerdictBounds(("a",), certainty, **fields)  # type: ignore[arg-type]


def sentence(found: VerdictBounds, *names: str) -> str:
    return bounds_sentence(found, BEDS, names or ("清城区",), "北部", "南部")


def test_a_certain_verdict_names_no_level():
    found = bounds(Certainty.CERTAIN, assessment=Assessment.SHORT)
    assert sentence(found) == "可以确定：无论清城区是多少，北部都未达到南部的80%。"
    assert plausible_note(found) == ""


def test_levels_are_rounded_to_the_side_on_which_the_sentence_is_true():
    found = bounds(Certainty.ALMOST_CERTAIN, assessment=Assessment.REACHED, turns_at=(9.96, 12.01))
    assert sentence(found) == (
        "几乎确定：只要清城区在2.0至6.4 张之间，北部都达到南部的80%"
        "（清城区不高于 9.9 张时，北部达到；清城区高于 12.1 张时，北部未达到）。"
    )


def test_a_missing_member_of_the_measured_group_helps_by_being_high():
    found = bounds(Certainty.DEPENDS, turns_at=(3, 3), reached_above=True)
    assert "清城区不低于 3.0 张时，北部达到；清城区低于 3.0 张时，北部未达到" in sentence(found)


def test_a_level_that_no_value_can_have_is_not_told():
    found = bounds(Certainty.DEPENDS, turns_at=(90, 120))
    assert sentence(found).startswith("取决于清城区（清城区不高于 90.0 张时，北部达到）；")


def test_several_missing_members_are_spoken_of_by_their_mean():
    found = bounds(Certainty.DEPENDS, turns_at=(3, 3))
    assert "清城区、英德市的平均不高于 3.0 张时" in sentence(found, "清城区", "英德市")


@pytest.mark.parametrize("certainty", Certainty)
def test_every_certainty_ends_in_one_full_stop(certainty):
    told = sentence(bounds(certainty, assessment=Assessment.SENSITIVE))
    assert told.endswith("。")
    assert told.count("。") == 1


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"certainty": Certainty.CERTAIN, "assessment": Assessment.SHORT}, "可以确定未达80%线，无论清城区是多少"),
        (
            {"certainty": Certainty.ALMOST_CERTAIN, "assessment": Assessment.REACHED, "turns_at": (9.9, 12.1)},
            "几乎确定达到80%线（清城区不高于 9.9 张即是）",
        ),
        (
            {"certainty": Certainty.ALMOST_CERTAIN, "assessment": Assessment.SENSITIVE, "turns_at": (9.9, 12.1)},
            "几乎确定口径不一",
        ),
        ({"certainty": Certainty.DEPENDS, "turns_at": (9.9, 12.1)}, "取决于缺数县（清城区不高于 9.9 张时达到）"),
        ({"certainty": Certainty.CANNOT_TELL}, "无法判断"),
    ],
)
def test_the_short_line_names_one_level_at_most(own, told):
    assert bounds_line(bounds(**own), BEDS, ["清城区"]) == told
