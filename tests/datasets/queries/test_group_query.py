"""Groups of an address: what is read of them, what is refused, and a city in them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.queries.group_query import (
    CountyGroup,
    Division,
    GroupError,
    GroupFault,
    check_division,
    find_declared_division,
    find_saved_fault,
    given_groups,
    read_division,
    regroup_as_given,
    regroup_city,
    show_saved_division,
)
from datasets.saved_division import SavedDivision
from geodata.region import County, Group, Region

CODES = ["440203", "440204", "440205", "440222", "441802", "441803"]
REGION = Region(
    name="两市",
    short_name="两市",
    adcode="440000",
    title="两市",
    gap_name="差距",
    metric_crs="EPSG:4547",
    benchmark="all",
    groups={"all": Group("各县", "#1B6E8C")},
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
    assert read.to_text(REGION) == TEXT


def test_whole_prefectures_and_provinces_are_written_as_short_codes():
    assert read_division("清远.441802.441803_城区.440203", REGION).to_text(REGION) == "清远.4418_城区.440203"
    whole = replace(
        REGION,
        counties=(*REGION.counties, County("450102", "邕县", "邕", "all"), County("450103", "宁县", "宁", "all")),
    )
    assert read_division("粤.44_桂.450102.450103", whole).to_text(whole) == "粤.44_桂.45"


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
        assert read_division(division.to_text(REGION), REGION) == division
    else:
        assert fault_of(division.to_text(REGION))[0] in (GroupFault.EMPTY, GroupFault.SAME_NAME)


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
    assert read_division(declared.to_text(city.region), city.region) == declared


SAVED = SavedDivision(7, "sq", "北.a_南.c", datetime(2026, 11, 30, tzinfo=UTC), "安")


@pytest.fixture
def ungrouped(city):
    """The city as if nobody had declared its groups."""
    region = city.region
    counties = tuple(replace(county, group="all") for county in region.counties)
    groups = {"all": Group("各县", "#1B6E8C")}
    alone = replace(region, groups=groups, benchmark="all", counties=counties, reference=None)
    return replace(city, geography=replace(city.geography, region=alone))


def save(city, groups, by="安"):
    return show_saved_division(city, (replace(SAVED, groups=groups, by=by), *city.saved_divisions))


def test_a_city_is_shown_in_the_groups_that_were_saved(ungrouped):
    shown = save(ungrouped, "甲.441881_乙.441802")
    assert [shown.region.groups[key].name for key in (shown.region.focus, shown.region.benchmark)] == ["甲", "乙"]
    assert shown.of_policy is ungrouped
    assert find_saved_fault(shown) is None
    assert given_groups(shown) == {"groups": "甲.441881_乙.441802"}
    assert regroup_as_given(shown, "") is shown
    assert regroup_as_given(shown, "甲.441881_乙.441802") is shown


def test_a_reader_can_form_others_than_those_saved_or_none(ungrouped):
    shown = save(ungrouped, "甲.441881_乙.441802")
    other, none = (regroup_as_given(shown, text) for text in ("丙.441803_丁.441823", "none"))
    assert given_groups(other) == {"groups": "丙.441803_丁.441823"}
    assert not none.region.is_grouped
    assert given_groups(none) == {"groups": "none"}
    assert {other.versions_key, none.versions_key} == {shown.versions_key} != {ungrouped.versions_key}
    assert regroup_as_given(ungrouped, "none") is ungrouped


def test_groups_that_do_not_fit_the_region_any_more_are_set_aside(ungrouped, city):
    gone = save(ungrouped, "甲.441899_乙.441802")
    assert not gone.region.is_grouped
    assert (find_saved_fault(gone).fault, find_saved_fault(gone).found) == (GroupFault.UNKNOWN_CODE, "441899")
    declared = save(city, "甲.441881_乙.441802")
    assert declared.region is city.region
    assert find_saved_fault(declared).fault is GroupFault.DECLARED


def test_a_city_without_saved_groups_is_the_one_that_it_was(ungrouped):
    assert show_saved_division(ungrouped, ()) is ungrouped
    withdrawn = save(ungrouped, "")
    assert not withdrawn.region.is_grouped
    assert find_saved_fault(withdrawn) is None


def test_only_groups_that_can_be_formed_are_saved_and_only_where_none_are_declared(ungrouped, city):
    assert check_division(ungrouped, "甲.441882.441881_乙.441802") == "甲.441881.441882_乙.441802"
    assert check_division(save(ungrouped, "甲.441881_乙.441802"), "") == ""
    for found, groups, fault in (
        (city, "甲.441881_乙.441802", GroupFault.DECLARED),
        (ungrouped, "甲.441881_乙.441881", GroupFault.IN_BOTH),
        (ungrouped, "", GroupFault.NONE_SAVED),
        (save(ungrouped, ""), "", GroupFault.NONE_SAVED),
    ):
        with pytest.raises(GroupError) as refused:
            check_division(found, groups)
        assert refused.value.fault is fault


def test_what_does_not_depend_on_the_groups_is_worked_out_once(city):
    one, other = (regroup_as_given(city, text) for text in ("甲.441881_乙.441802", "甲.441882_乙.441803"))
    asked = ("public", "college_per_100k", 2020)
    assert one.records_of_year(*asked) is other.records_of_year(*asked) is city.records_of_year(*asked)
    assert one.gap(*asked) is not other.gap(*asked)
