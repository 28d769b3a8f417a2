"""Facility types: what an office calls a facility finds its type."""

import tomllib
from pathlib import Path

import pytest

from datasets.files.declarations import read_declarations
from indicators.definition import Domain
from indicators.facilities.facility_types import (
    FacilityType,
    RoadClass,
    StandardBasis,
    TravelUnit,
    index_types_by_text,
    normalise_type_text,
)

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def types():
    faults = []
    read = read_declarations(ROOT / "indicators" / "facility_types.toml", FacilityType, faults)
    assert not faults
    return read


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("小学", "primary_school"),
        (" 村卫生室 ", "village_clinic"),
        ("ＨＯＳＰＩＴＡＬ", "hospital"),
        ("镇 卫生院", "township_hospital"),
    ],
)
def test_a_type_is_found_by_its_names(types, text, key):
    assert index_types_by_text(types)[normalise_type_text(text)] == key


def test_a_text_that_stands_for_two_types_is_refused(types):
    doubled = {**types, "other": FacilityType("别的", Domain.CONTEXT, "个", ("小学",))}
    with pytest.raises(ValueError, match="小学"):
        index_types_by_text(doubled)


def test_every_type_of_the_demonstration_is_declared_under_the_same_name(types):
    demo = tomllib.loads((ROOT / "datasets" / "demo.toml").read_text("utf-8"))["facilities"]
    assert {key: types[key].name for key in demo} == {key: own["name"] for key, own in demo.items()}


@pytest.mark.parametrize(("text", "key"), [("国家高速", "expressway"), ("tertiary", "township"), ("县道", "county")])
def test_a_road_class_is_found_by_its_names(text, key):
    faults = []
    classes = read_declarations(ROOT / "indicators" / "road_classes.toml", RoadClass, faults)
    assert not faults
    assert index_types_by_text(classes)[text] == key


def test_what_a_capacity_counts_is_told_from_its_unit(types):
    assert (types["hospital"].capacity_noun, types["hospital"].capacity_unit) == ("床位", "张")


def test_a_type_for_every_township_says_who_wants_it():
    with pytest.raises(ValueError, match="every_township_source"):
        FacilityType("站", Domain.CULTURE, "个", every_township=True)


def test_the_condition_for_a_teaching_point_is_no_standard_of_the_policy(types):
    standard = types["teaching_point"].standard
    assert (standard.measure, standard.within, standard.registered_residents) == (TravelUnit.KM, 2, 500)
    assert standard.basis is StandardBasis.DEFAULT
    assert "第4条" in standard.source
