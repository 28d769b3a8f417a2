"""What is certain of a verdict although members lack a value, held against every value they might have."""

from itertools import product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.classed_values import compare_groups_in_year
from indicators.definition import CountKind, Direction, Domain, Formula, Indicator
from indicators.gaps.gap_path import Assessment, Certainty, VerdictBounds, assess_gap
from indicators.gaps.verdict_bounds import bound_verdict

GROUPS = {"north": ["a", "b"], "south": ["c", "d"]}
PEOPLE = {"a": 100.0, "b": 300.0, "c": 200.0, "d": 400.0}
MISSING = float("nan")


def indicator(direction: Direction = Direction.HIGHER, **own: object) -> Indicator:
    fields = {"maximum": 100.0, "formula": Formula("beds", "residents", 10), "yes_no": False} | own
    return Indicator(
        "beds",
        "床位",
        Domain.HEALTH,
        "张",
        1,
        direction,
        definition="",
        source="",
        **fields,  # type: ignore[arg-type]
    )


def records(values: dict[str, float], people: dict[str, float] = PEOPLE, per: float = 10) -> pd.DataFrame:
    rows = {
        code: {"value": value, "numerator": value * people.get(code, MISSING) / per, "denominator": people.get(code)}
        for code, value in values.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index", dtype=float)


def bound(
    values: dict[str, float],
    plausible: dict[str, tuple[float, float]] | None = None,
    direction: Direction = Direction.HIGHER,
    people: dict[str, float] = PEOPLE,
    **own: object,
) -> VerdictBounds:
    frame = records(values, people)
    found = bound_verdict(indicator(direction, **own), frame, pd.Series(people), GROUPS, "south", plausible or {})
    assert found
    return found


def assess(values: dict[str, float], direction: Direction, people: dict[str, float] = PEOPLE) -> Assessment:
    one = indicator(direction)
    gap = compare_groups_in_year(one, records(values, people), pd.Series(people), GROUPS, "south")
    return assess_gap(gap, direction)


def test_a_benchmark_that_is_high_already_leaves_no_hope_whatever_its_missing_member_has():
    found = bound({"a": 1, "b": 1, "c": 50, "d": MISSING})
    assert (found.certainty, found.assessment, found.missing) == (Certainty.CERTAIN, Assessment.SHORT, ("d",))


def test_where_the_missing_value_decides_the_level_is_told_at_which_the_verdict_turns():
    found = bound({"a": 8, "b": 8, "c": 8, "d": MISSING}, {"d": (1, 50)})
    assert (found.certainty, found.assessment, found.reached_above) == (Certainty.DEPENDS, None, False)
    # 80 % of the south is 8 where the south is 10: 12 beside an equal, 11 where the missing one weighs twice as much.
    assert found.turns_at == pytest.approx((11, 12))


def test_a_verdict_that_holds_for_all_plausible_values_is_almost_certain():
    found = bound({"a": 8, "b": 8, "c": 8, "d": MISSING}, {"d": (1, 10.9)})
    assert (found.certainty, found.assessment) == (Certainty.ALMOST_CERTAIN, Assessment.REACHED)


def test_without_a_plausible_range_nothing_can_be_told():
    assert bound({"a": 8, "b": 8, "c": 8, "d": MISSING}).certainty is Certainty.CANNOT_TELL


def test_readings_that_disagree_whatever_is_missing_are_certain_to_disagree():
    found = bound({"a": 9, "b": 4, "c": 7.5, "d": MISSING}, {"d": (7.4, 7.6)})
    assert (found.certainty, found.assessment) == (Certainty.ALMOST_CERTAIN, Assessment.SENSITIVE)


def test_a_missing_member_whose_weight_is_not_known_has_no_turning_level_but_may_have_a_verdict():
    people = {code: count for code, count in PEOPLE.items() if code != "d"}
    found = bound({"a": 1, "b": 1, "c": 50, "d": MISSING}, {"d": (10, 60)}, people=people)
    assert (found.certainty, found.assessment, found.turns_at) == (
        Certainty.ALMOST_CERTAIN,
        Assessment.SHORT,
        None,
    )


def test_where_both_groups_lack_members_no_single_level_turns_the_verdict():
    found = bound({"a": 5, "b": MISSING, "c": 5, "d": MISSING}, {"b": (5, 6), "d": (5, 6)})
    assert (found.certainty, found.assessment, found.turns_at) == (
        Certainty.ALMOST_CERTAIN,
        Assessment.REACHED,
        None,
    )


def test_few_events_carry_no_verdict_with_or_without_the_missing_member():
    found = bound({"a": 0.1, "b": 0.1, "c": 5, "d": MISSING}, {"d": (5, 6)}, count_kind=CountKind.EVENTS)
    assert (found.certainty, found.assessment) == (Certainty.CANNOT_TELL, None)


@pytest.mark.parametrize("direction", [Direction.HIGHER, Direction.LOWER])
@settings(max_examples=40)
@given(
    known=st.fixed_dictionaries({code: st.floats(0.5, 20) for code in "abcd"}),
    missing=st.sets(st.sampled_from("abcd"), min_size=1, max_size=2),
    ends=st.tuples(st.floats(0.5, 20), st.floats(0.5, 20)),
    people=st.fixed_dictionaries({code: st.floats(1, 1000) for code in "abcd"}),
    weighed=st.booleans(),
)
def test_what_is_almost_certain_is_true_of_every_plausible_value(direction, known, missing, ends, people, weighed):
    plausible = dict.fromkeys(sorted(missing), (min(ends), max(ends)))
    told = people if weighed else {code: count for code, count in people.items() if code not in missing}
    values = {code: MISSING if code in missing else value for code, value in known.items()}
    found = bound_verdict(indicator(direction), records(values, told), pd.Series(told), GROUPS, "south", plausible)
    assert found
    steps = [min(ends), sum(ends) / 2, max(ends)]
    tried = {
        assess(values | dict(zip(sorted(missing), chosen, strict=True)), direction, people)
        for chosen in product(steps, repeat=len(missing))
    }
    if found.assessment:
        assert tried == {found.assessment}
    if len(tried) > 1:
        assert found.certainty is Certainty.DEPENDS


@pytest.mark.parametrize("direction", [Direction.HIGHER, Direction.LOWER])
@settings(max_examples=40)
@given(known=st.fixed_dictionaries({code: st.floats(0.5, 20) for code in "abcd"}), lacking=st.sampled_from("abcd"))
def test_the_verdict_turns_at_the_level_told(direction, known, lacking):
    found = bound(known | {lacking: MISSING}, {lacking: (0, 100)}, direction)
    assert found.turns_at
    low, high = found.turns_at
    below, above = (
        assess(known | {lacking: value}, direction) if value > 0 else None for value in (low * 0.999, high * 1.001)
    )
    reached = (Assessment.SHORT, Assessment.REACHED)
    expected = reached if found.reached_above else reached[::-1]
    assert below in (expected[0], None)
    assert above in (expected[1], None)
