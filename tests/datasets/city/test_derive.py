"""From observations to values: sums over children, shares of a city, formulas, and what kind each result is."""

import pandas as pd
import pytest

from datasets.city.derive import (
    apply_city_shares,
    complete_observations,
    compute_records,
    count_structure,
    sum_children,
)
from indicators.definition import Formula, Indicator, Variable
from tests.indicators.test_definition import indicator

VARIABLES = {
    "beds": Variable("床位", "张"),
    "people": Variable("人口", "人", share="people_share"),
    "people_share": Variable("比重", "%"),
    "townships": Variable("乡镇数", "个", fixed=True),
}
PARENTS = {"a1": "a", "a2": "a"}
RATE = indicator(id="rate", formula=Formula("beds", "people", 1000))


def long(*rows: tuple[str, str, int, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["variable", "area_code", "year", "value", "kind"])
    return frame.assign(source=[f"来源{kind}" for kind in frame["kind"]], note="")


def records(one: Indicator, *rows: tuple[str, str, int, float, str]) -> pd.DataFrame:
    """The records of an indicator among others."""
    other = indicator(id="other", formula=Formula("people"))
    return compute_records(long(*rows), {"other": other, one.id: one}, VARIABLES).get(one.id, pd.DataFrame())


def test_a_parent_is_the_sum_of_all_its_children():
    sums = sum_children(long(("beds", "a1", 2016, 3, "published"), ("beds", "a2", 2016, 4, "published")), PARENTS)
    assert sums[["area_code", "value", "kind"]].to_numpy().tolist() == [["a", 7, "computed"]]


def test_part_of_a_sum_is_not_the_sum():
    assert sum_children(long(("beds", "a1", 2016, 3, "published")), PARENTS).empty


def test_an_observed_parent_is_not_summed_over():
    observed = long(
        ("beds", "a1", 2016, 3, "published"), ("beds", "a2", 2016, 4, "published"), ("beds", "a", 2016, 9, "published")
    )
    assert sum_children(observed, PARENTS).empty


@pytest.mark.parametrize(
    ("kinds", "formed"),
    [
        (("published", "transcribed"), "computed"),
        (("published", "estimated"), "estimated"),
        (("estimated", "demonstration"), "demonstration"),
    ],
)
def test_a_formed_figure_is_as_weak_as_its_weakest_part(kinds, formed):
    first, second = kinds
    sums = sum_children(long(("beds", "a1", 2016, 3, first), ("beds", "a2", 2016, 4, second)), PARENTS)
    assert sums["kind"].tolist() == [formed]
    rates = records(RATE, ("beds", "a", 2016, 3, first), ("people", "a", 2016, 1000, second))
    assert rates["kind"].tolist() == [formed]


def test_a_rate_is_numerator_over_denominator_times_its_base():
    found = records(RATE, ("beds", "a", 2016, 3, "published"), ("people", "a", 2016, 1500, "published"))
    record = found.loc[("a", 2016)]
    assert record["value"] == 2
    assert (record["numerator"], record["denominator"]) == (3, 1500)


def test_both_sources_of_a_rate_are_kept():
    found = records(RATE, ("beds", "a", 2016, 3, "published"), ("people", "a", 2016, 9, "secondary"))
    assert found.loc[("a", 2016), "source"] == "来源published ÷ 来源secondary"


def test_a_denominator_of_another_year_is_not_used():
    assert records(RATE, ("beds", "a", 2016, 3, "published"), ("people", "a", 2015, 1500, "published")).empty


def test_a_denominator_of_zero_gives_no_value():
    assert records(RATE, ("beds", "a", 2016, 3, "published"), ("people", "a", 2016, 0, "published")).empty


def test_a_fixed_denominator_serves_every_year():
    per_township = indicator(id="t", formula=Formula("beds", "townships"))
    found = records(
        per_township,
        ("beds", "a", 2015, 4, "published"),
        ("beds", "a", 2016, 6, "published"),
        ("townships", "a", 0, 2, "computed"),
    )
    assert found["value"].tolist() == [2, 3]


def test_a_rate_observed_as_such_takes_the_place_of_the_formula():
    found = records(
        RATE,
        ("beds", "a", 2016, 3, "published"),
        ("people", "a", 2016, 1500, "published"),
        ("rate", "a", 2016, 2.1, "published"),
    )
    record = found.loc[("a", 2016)]
    assert record["value"] == 2.1
    assert record["kind"] == "published"


def noted(observed: pd.DataFrame, *notes: str) -> pd.DataFrame:
    return observed.assign(note=list(notes))


def test_a_formed_figure_bears_the_notes_of_all_its_parts_once():
    beds = noted(
        long(("beds", "a1", 2016, 3, "published"), ("beds", "a2", 2016, 4, "published")),
        "初步汇总数",
        "初步汇总数；含代管",
    )
    sums = sum_children(beds, PARENTS)
    assert sums["note"].tolist() == ["初步汇总数；含代管"]
    people = noted(long(("people", "a", 2016, 1000, "published")), "年份为推定")
    rates = compute_records(pd.concat([sums, people]), {"rate": RATE}, VARIABLES)["rate"]
    assert rates.loc[("a", 2016), "note"] == "初步汇总数；含代管；年份为推定"


def test_a_share_of_the_city_bears_the_notes_of_both():
    rows = long(("people", "sq", 2010, 2000, "published"), ("people_share", "a", 2010, 12.5, "published"))
    assert apply_city_shares(noted(rows, "初步汇总数", "按现行区划"), VARIABLES, "sq")["note"].tolist() == [
        "按现行区划；初步汇总数"
    ]


def test_a_published_share_of_the_city_gives_a_computed_figure():
    observed = long(("people", "sq", 2010, 2000, "published"), ("people_share", "a", 2010, 12.5, "published"))
    shares = apply_city_shares(observed, VARIABLES, "sq")
    assert shares[["variable", "area_code", "value", "kind"]].to_numpy().tolist() == [["people", "a", 250, "computed"]]


def test_an_observed_figure_is_not_replaced_by_a_share():
    observed = long(
        ("people", "sq", 2010, 2000, "published"),
        ("people_share", "a", 2010, 12.5, "published"),
        ("people", "a", 2010, 251, "published"),
    )
    assert apply_city_shares(observed, VARIABLES, "sq").empty


def test_townships_sum_to_counties_and_counties_to_the_city(square_geography):
    rows = [("beds", code, 2016, 1, "published") for code in ("a1", "a2", "b", "c", "d")]
    complete = complete_observations(long(*rows), square_geography, VARIABLES)
    beds = complete[complete["variable"] == "beds"].set_index("area_code")["value"]
    assert beds["a"] == 2
    assert beds["sq"] == 5


def test_what_does_not_add_up_is_not_summed(square_geography):
    rows = [("longest", code, 2016, 1, "published") for code in ("a1", "a2", "b", "c", "d")]
    variables = {"longest": Variable("最远距离", "公里", additive=False)}
    complete = complete_observations(long(*rows), square_geography, variables)
    assert set(complete.loc[complete["variable"] == "longest", "area_code"]) == {"a1", "a2", "b", "c", "d"}


def test_the_mean_distance_of_a_county_is_weighted_by_committees(city):
    records = city.datasets["public"].records["distance_to_county_seat_km"]
    townships = city.geography.townships
    codes = townships.index[townships["county"] == "441826"]
    own = records.loc[[(code, 2016) for code in codes]]
    expected = (own["value"] * own["denominator"]).sum() / own["denominator"].sum()
    assert records.loc[("441826", 2016), "value"] == pytest.approx(expected)


def test_where_no_land_area_is_declared_the_polygons_are_measured(square_geography):
    land = count_structure(square_geography).set_index(["variable", "area_code"]).loc["land_area"]
    assert land["value"].to_dict() == pytest.approx(square_geography.measured_km2.to_dict())
    assert set(land["kind"]) == {"computed"}
    assert set(land["source"]) == {"由底图的县界多边形量算"}
