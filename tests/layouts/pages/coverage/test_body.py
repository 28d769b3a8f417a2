"""What stands beside the map of coverage, on the square world with one clinic."""

import pytest
from dash.development.base_component import Component

from datasets.analyses.coverage_of_type import compute_type_coverage
from datasets.analyses.coverage_summary import CoverageSummary
from layouts.pages.coverage.body import coverage_body
from layouts.words.pages import coverage as words
from tests.datasets.places import CENTRES, EVERYWHERE, city_with_facilities, facilities
from tests.layouts.pages.coverage.test_page import false_attributes, of_type, text_of

FAR_AWAY = {"area_code": None, "at": (110.0, 20.0), "name": "远处"}


@pytest.fixture
def body_of(square_geography):
    """The body of a city with these clinics."""

    def make(*rows: dict[str, object], not_drawn: int = 0) -> list[Component]:
        city = city_with_facilities(square_geography, facilities(*rows))
        coverage = compute_type_coverage(city, "own", "clinic", 2016)
        assert coverage.residents
        return coverage_body(CoverageSummary(city, "own", coverage, coverage.residents), not_drawn)

    return make


@pytest.fixture
def body(body_of):
    return body_of({"area_code": "a1"}, FAR_AWAY)


def test_no_attribute_is_false(body):
    assert false_attributes(body) == []


def test_one_order_of_the_worst_served_is_shown_at_a_time(body):
    lists = [props for props in of_type(body, "Div") if "data-list" in props]
    assert [(props["data-list"], props.get("hidden")) for props in lists] == [("residents", None), ("distance", True)]


def test_a_row_of_the_worst_served_says_where_it_is(body):
    first, *_ = [props for props in of_type(body, "Tr") if "data-lon" in props]
    assert (first["data-lon"], first["data-lat"]) == CENTRES["a2"]


def test_without_anybody_outside_the_list_says_so(body_of):
    assert words.WORST_NONE in text_of(body_of(*({"area_code": code} for code in EVERYWHERE)))


def test_warnings_stand_before_the_facts(body):
    text = text_of(body)
    assert text.index("不在本市范围内") < text.index("3公里以内")


def test_settlements_that_are_not_drawn_are_counted(body, body_of):
    assert "图上未画1,200个较小的居民点" in text_of(body_of({"area_code": "a1"}, not_drawn=1200))
    assert "图上未画" not in text_of(body)


def test_every_group_is_named_in_the_table_and_the_assessment_colours_the_ratio(body, square_geography):
    region = square_geography.region
    names = [region.groups[key].name for key in (region.focus, region.benchmark)]
    assert " ÷ ".join(names) in text_of(body)
    toned = [props["className"] for props in of_type(body, "Td") if props.get("className", "").startswith("gp-")]
    assert len(toned) == len(words.MEASURES)
