"""What stands beside the map of coverage, on the square world with one clinic."""

from typing import Any

import pytest

from datasets.analyses.coverage_of_type import compute_type_coverage
from datasets.analyses.coverage_summary import CoverageSummary
from layouts.pages.coverage.body import coverage_body
from locales import say_all
from tests.datasets.places import CENTRES, EVERYWHERE, city_with_facilities, facilities
from tests.locales.code import list_variants

FAR_AWAY = {"area_code": None, "at": (110.0, 20.0), "name": "远处"}


@pytest.fixture
def body_of(square_geography):
    """The body of a city with these clinics."""

    def make(*rows: dict[str, object], not_drawn: int = 0) -> dict[str, Any]:
        city = city_with_facilities(square_geography, facilities(*rows))
        coverage = compute_type_coverage(city, "own", "clinic", 2016)
        assert coverage.residents
        return coverage_body(CoverageSummary(city, "own", coverage, coverage.residents), not_drawn)

    return make


@pytest.fixture
def body(body_of):
    return body_of({"area_code": "a1"}, FAR_AWAY)


def test_the_worst_served_stand_in_the_orders_that_can_be_chosen(body):
    assert [*body["worst"]["orders"]] == [*say_all("coverage-worst-orders-")]


def test_a_row_of_the_worst_served_says_where_it_is(body):
    first, *_ = body["worst"]["orders"]["residents"]
    assert tuple(first["place"]) == CENTRES["a2"]


def test_without_anybody_outside_there_is_no_row(body_of):
    worst = body_of(*({"area_code": code} for code in EVERYWHERE))["worst"]
    assert not any(worst["orders"].values())


def test_warnings_and_facts_stand_in_the_method(body):
    assert any("不在本市范围内" in warning for warning in body["method"]["warnings"])
    assert any("3公里以内" in fact for _, fact in body["method"]["facts"])


def test_settlements_that_are_not_drawn_are_counted(body, body_of):
    counted = "图上未画1,200个较小的居民点"
    told = body_of({"area_code": "a1"}, not_drawn=1200)["method"]["warnings"]
    assert any(counted in warning for warning in told)
    assert not any("图上未画" in warning for warning in body["method"]["warnings"])


def test_every_group_is_named_in_the_table_and_every_ratio_is_assessed(body, square_geography):
    region = square_geography.region
    names = [region.groups[key].name for key in (region.focus, region.benchmark)]
    assert " ÷ ".join(names) in body["measures"]["columns"]
    assert [bool(row["assessment"]) for row in body["measures"]["rows"]] == [True] * len(
        list_variants("coverage-measures")
    )


def test_every_part_says_what_it_comes_to_over_what_it_shows(body, body_of):
    assert [*body["worst"]["heads"]] == [*say_all("coverage-worst-orders-")]
    assert body["shares"]["head"][1] == "卫生站各县标准内居民比例，2016年（%）"
    assert body["measures"]["head"] == ("全市、北和南的卫生站，2016年（单位见各行）", "")  # that way is not known here
    heads = body_of(*({"area_code": code} for code in EVERYWHERE))["worst"]["heads"]
    assert {finding for finding, _ in heads.values()} == {"所有居民点都在标准以内"}
