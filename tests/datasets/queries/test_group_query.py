"""Groups of an address: what is read of them, what is refused, and a city in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.queries.group_query import (
    CountyGroup,
    Division,
    GroupError,
    GroupFault,
    find_declared_division,
    given_groups,
    read_division,
    regroup_as_given,
    regroup_city,
)
from geodata.region import County, Group, Region

CODES = ["440203", "440204", "440205", "440222", "441802", "441803"]
REGION = Region(
    name="两市",
    short_name="两市",
    name_en="Two cities",
    adcode="440000",
    title="两市",
    gap_name="差距",
    metric_crs="EPSG:4547",
    benchmark="all",
    groups={"all": Group("各县", "All", "#1B6E8C")},
    counties=tuple(County(code, f"{code}县", code, "all") for code in CODES),
)
TEXT = "山区.440205.440222_城区.440203.440204"


def fault_of(text: str) -> tuple[GroupFault, str]:
    with pytest.raises(GroupError) as raised:
        read_division(text, REGION)
    return raised.value.fault, raised.value.found


def test_groups_are_read_in_the_order_of_the_region():
    read = read_division("山区.440222.440205_城区.440204.440203", REGION)
    assert read == Division(CountyGroup("山区", ("440205", "440222")), CountyGroup("城区", ("440203", "440204")))
    assert read.to_text() == TEXT


def test_a_short_code_is_every_county_of_a_prefecture():
    assert read_division("清远.4418_城区.440203", REGION).focus.counties == ("441802", "441803")


@pytest.mark.parametrize(
    ("text", "fault", "found"),
    [
        ("山区.440205", GroupFault.NOT_TWO, ""),
        (f"{TEXT}_东.441802", GroupFault.NOT_TWO, ""),
        ("山区.440299_城区.440203", GroupFault.UNKNOWN_CODE, "440299"),
        ("山区.44020_城区.440203", GroupFault.UNKNOWN_CODE, "44020"),
        ("山区.٤٤_城区.440203", GroupFault.UNKNOWN_CODE, "٤٤"),
        ("山区_城区.440203", GroupFault.EMPTY, "山区"),
        ("山区.440203_城区.440203.440204", GroupFault.IN_BOTH, "440203"),
        ("山区.4402_城区.440203", GroupFault.IN_BOTH, "440203"),
        ("山区.440205_山区.440203", GroupFault.SAME_NAME, "山区"),
        ("<b>.440205_城区.440203", GroupFault.NAME, "<b>"),
        ("一二三四五六七八九十一.440205_城区.440203", GroupFault.NAME, "一二三四五六七八九十一"),
        (".440205_城区.440203", GroupFault.NAME, ""),
        ("山" * 5000, GroupFault.TOO_LONG, ""),
    ],
)
def test_groups_that_cannot_be_formed_are_refused_with_what_is_wrong(text, fault, found):
    assert fault_of(text) == (fault, found)


@given(
    st.lists(st.sampled_from(["first", "second", "rest"]), min_size=len(CODES), max_size=len(CODES)),
    st.lists(
        st.from_regex(r"[A-Za-z一-龥][A-Za-z0-9一-龥 ·（）()-]{0,8}[A-Za-z0-9一-龥]", fullmatch=True),
        min_size=2,
        max_size=2,
    ),
)
def test_what_is_written_is_read_again_whatever_the_groups_are(sides, names):
    first, second = (
        tuple(code for code, side in zip(CODES, sides, strict=True) if side == of) for of in ("first", "second")
    )
    division = Division(CountyGroup(names[0], first), CountyGroup(names[1], second))
    if first and second and names[0] != names[1]:
        assert read_division(division.to_text(), REGION) == division
    else:
        assert fault_of(division.to_text())[0] in (GroupFault.EMPTY, GroupFault.SAME_NAME)


@given(st.text(alphabet=st.sampled_from("山城.._420358 <>&%٤1"), max_size=60))
def test_any_text_is_two_groups_apart_or_refused(text):
    try:
        read = read_division(text, REGION)
    except GroupError:
        return
    first, second = read.focus.counties, read.benchmark.counties
    assert min(len(first), len(second)) > 0
    assert not set(first) & set(second)
    assert {*first, *second} <= set(CODES)


def test_a_city_in_other_groups_compares_those_and_the_policy_keeps_its_own(city):
    division = read_division("甲.441881.441882_乙.441802.441803", city.region)
    regrouped = regroup_city(city, division)
    region = regrouped.region
    assert [region.groups[key].name for key in (region.focus, region.benchmark)] == ["甲", "乙"]
    assert region.members(region.focus) == [code for code in region.by_adcode if code in ("441881", "441882")]
    assert region.group_of("441821").name == "其他"
    assert regrouped.of_policy is city
    assert regrouped.datasets is city.datasets
    gap = regrouped.gap("demo", "medical_beds_per_1000_residents", 2016)
    values = city.records_of_year("demo", "medical_beds_per_1000_residents", 2016)["value"]
    assert gap.levels[region.focus].averages["simple"] == pytest.approx(values[["441881", "441882"]].mean())
    assert set(gap.levels) == {region.focus, region.benchmark}
    assert city.gap("demo", "medical_beds_per_1000_residents", 2016).levels.keys() == {"north", "south"}


def test_an_address_of_a_city_leads_to_its_groups_again(city):
    declared = find_declared_division(city.region)
    text = "甲.441881_乙.441802"
    assert given_groups(city) == {}
    assert given_groups(regroup_as_given(city, text)) == {"groups": text}
    assert regroup_as_given(city, "") is city
    assert read_division(declared.to_text(), city.region) == declared
