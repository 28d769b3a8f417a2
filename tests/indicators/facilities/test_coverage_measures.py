"""Measures of service: from a template an indicator for every type that it holds of."""

from indicators.definition import Direction, Domain, Formula
from indicators.facilities.coverage_measures import (
    MeasureTemplate,
    VariableTemplate,
    build_coverage_indicators,
    format_standard,
)
from indicators.facilities.facility_types import FacilityType, Standard, StandardBasis, TravelUnit
from tests.indicators.facilities.test_travel_rules import rules

CLINIC = FacilityType(
    "卫生站",
    Domain.HEALTH,
    "床位（张）",
    standard=Standard(TravelUnit.MINUTES, 30, StandardBasis.POLICY, "《意见》第9条"),
)
STATION = FacilityType("文化站", Domain.CULTURE, "座席（个）", every_township=True, every_township_source="第13条")
SHARE = MeasureTemplate(
    name="{type}{within}内居民比例",
    unit="{unit}",
    decimals=1,
    direction=Direction.HIGHER,
    formula=Formula("{id}_residents_within", "service_residents", 100),
    definition="路程不超过{within}，按直线距离的{detour}倍。标准来自：{standard}。",
    variables={
        "{id}_residents_within": VariableTemplate("{type}内居民数", "人"),
        "service_residents": VariableTemplate("居民数", "人", additive=False),
    },
)
WITHOUT = MeasureTemplate(
    name="没有{type}的乡镇比例",
    unit="%",
    decimals=1,
    direction=Direction.LOWER,
    formula=Formula("townships_without_{id}"),
    definition="{township}。",
    variables={"townships_without_{id}": VariableTemplate("没有{type}的乡镇数", "个")},
    only="every_township",
)
VARIABLES, INDICATORS = build_coverage_indicators(
    {"share_within": SHARE, "townships_without": WITHOUT}, {"clinic": CLINIC, "station": STATION}, rules()
)


def test_every_type_gets_an_indicator_of_its_own_words():
    share = INDICATORS["clinic_share_within"]
    assert share.name == "卫生站30分钟内居民比例"
    assert share.unit == "张"
    assert share.domain is Domain.HEALTH
    assert share.formula == Formula("clinic_residents_within", "service_residents", 100)
    assert share.definition == "路程不超过30分钟，按直线距离的1.3倍。标准来自：《意见》第9条。"


def test_an_indicator_says_which_type_and_measure_it_is_of():
    share = INDICATORS["station_share_within"]
    assert (share.facility_type, share.coverage_measure) == ("station", "share_within")


def test_a_measure_of_townships_is_only_taken_of_what_each_should_have():
    assert "station_townships_without" in INDICATORS
    assert "clinic_townships_without" not in INDICATORS
    assert "townships_without_clinic" not in VARIABLES


def test_of_a_type_only_the_leading_measure_is_no_detail():
    assert [key for key, own in INDICATORS.items() if not own.is_detail] == [
        "clinic_share_within",
        "station_share_within",
    ]


def test_the_variables_follow_from_places_and_keep_what_their_template_says():
    assert all(variable.is_spatial for variable in VARIABLES.values())
    assert VARIABLES["clinic_residents_within"].additive
    assert not VARIABLES["service_residents"].additive


def test_a_standard_is_read_without_superfluous_digits():
    assert format_standard(CLINIC) == "30分钟"
    assert format_standard(FacilityType("站", Domain.HEALTH, "床", standard=Standard(TravelUnit.KM, 0.5))) == "0.5公里"
