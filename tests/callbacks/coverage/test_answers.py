"""What the page of facilities is sent: the numbers of the indicators, and a clear word for what is missing."""

import json

import pytest

from callbacks.coverage.answers import CoverageAnswers
from datasets.analyses.coverage_of_type import FaultKind
from datasets.city.city import FACILITY_COLUMNS, empty_layer
from layouts.figures.maps.siting import SitingTrace
from locales import say
from tests.datasets.places import EVERYWHERE, city_with_facilities, facilities, settlements
from tests.locales.code import list_variants

CLINICS = {"type": "clinic", "year": "2016"}
DEMO = {"dataset": "demo", "type": "township_hospital", "year": "2016"}


@pytest.fixture(scope="module")
def views(city):
    return CoverageAnswers(city)


@pytest.fixture
def views_of(square_geography):
    """The page of a city whose only dataset has these facilities and people."""
    return lambda *given: CoverageAnswers(city_with_facilities(square_geography, *given))


def told(answer, *parts: str) -> str:
    return json.dumps([answer[part] for part in parts or ("body",)], ensure_ascii=False)


def test_the_share_of_the_city_is_that_of_the_indicator(city, views):
    record = city.datasets["demo"].records["township_hospital_share_within"].loc[("441800", 2016)]
    assert f"{record['value']:.1f}%" in told(views.answer(DEMO))


def test_the_ratio_is_that_of_the_gap_with_its_verdict(city, views):
    gap = city.gaps("demo", "township_hospital_share_within")[2016]
    (tile,) = [tile for tile in views.answer(DEMO)["body"]["tiles"] if tile["tone"]]
    assert tile["value"] == f"{gap.ratios['pooled']:.1%}"
    assert tile["note"] == say("coverage-verdicts", assessment="reached")


def test_every_measure_leads_to_the_map_with_its_indicator(city, views):
    own = [key for key, one in city.indicators.items() if one.facility_type == "township_hospital"]
    links = [row["href"] for row in views.answer(DEMO)["body"]["measures"]["rows"]]
    assert links == [f"/map?dataset=demo&indicator={key}&year=2016" for key in own]


def test_made_up_and_estimated_figures_are_marked(views):
    assert views.answer(DEMO)["marks"] == [say("coverage-demonstration"), say("coverage-estimated-residents")]


def test_the_standard_says_what_it_rests_on(views):
    assert "本系统默认值" in told(views.answer(DEMO))
    assert "国家标准" in told(views.answer(DEMO | {"type": "library"}))
    assert "条文没有规定服务半径" in told(views.answer(DEMO | {"type": "teaching_point"}))


def test_the_map_agrees_with_the_numbers(views_of):
    answer = views_of(facilities({"area_code": "a1"})).answer(CLINICS)
    assert dict(zip(answer["map"]["settlements"]["codes"], answer["map"]["settlements"]["covered"], strict=True)) == {
        "s-a1": "1",
        **dict.fromkeys(("s-a2", "s-b", "s-c", "s-d"), "0"),
    }
    assert "100人 / 1,000人" in told(answer)


def test_the_worst_served_are_those_outside_most_people_first(views_of):
    orders = views_of(facilities({"area_code": "a1"})).answer(CLINICS)["body"]["worst"]["orders"]
    assert "300人" in orders["residents"][0]["cells"]
    assert "200人" in orders["distance"][0]["cells"]


def test_an_answer_of_a_type_is_small(views):
    answer = views.answer(DEMO)
    assert len(json.dumps(answer["map"])) < 60_000


def test_names_from_files_are_no_markup(views_of):
    answer = views_of(facilities({"area_code": "a1", "name": "<i>甲</i>"})).answer(CLINICS)
    assert "&lt;i&gt;甲&lt;/i&gt;" in answer["map"]["facilities"]["text"][0]
    assert all("<i>" not in text for text in answer["map"]["settlements"]["text"])


def test_the_public_dataset_says_what_to_import(views):
    answer = views.answer({"dataset": "public"})
    assert answer["empty"]["title"] == say("coverage-no-facilities")
    links = ["/data/templates/facilities", "/data?step=file&kind=facilities", "/service?dataset=demo"]
    assert [*answer["empty"]["links"].values()] == links
    assert "类型、名称、经度、纬度" in "".join(answer["empty"]["lines"])
    assert answer["body"] is None


def test_without_a_facility_nobody_is_drawn_as_covered_or_not(views):
    assert views.answer({"dataset": "public"})["map"]["settlements"]["covered"] == ""


def test_a_type_that_a_dataset_lacks_is_told_with_those_it_has(views_of):
    blocked = told(views_of(facilities({"area_code": "a1"})).answer({"type": "school"}), "empty")
    assert "本单位里没有学校" in blocked
    assert "卫生站" in blocked


def test_a_year_in_which_none_is_open_is_told_with_the_first_opening(views_of):
    blocked = told(views_of(facilities({"area_code": "a1", "opened": 2020})).answer(CLINICS), "empty")
    assert "2016年没有开放的卫生站" in blocked
    assert "最早2020年启用" in blocked


def test_without_people_the_years_that_have_some_are_told(views_of):
    nobody = settlements(EVERYWHERE).iloc[:0]
    page = views_of(facilities({"area_code": "a1"}), nobody, ())
    assert say("coverage-no-residents-do") in told(page.answer(CLINICS), "empty")


def test_a_dataset_without_anything_still_has_an_answer(views_of):
    page = views_of(empty_layer(FACILITY_COLUMNS), settlements(EVERYWHERE).iloc[:0], ())
    assert say("coverage-no-facilities") in told(page.answer({}), "empty")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"area_code": None, "at": (110.0, 20.0), "name": "远处"}], "不在本市范围内，没有算入：远处"),
        ([{"area_code": "a1", "name": "同名"}] * 2, "重复列出，只算一次：同名"),
        ([{"area_code": "b", "opened": 2015, "closed": 2010, "name": "倒置"}], "停用早于启用，没有算入：倒置"),
        ([{"area_code": "b", "capacity": None, "name": "不明"}], "规模不明"),
    ],
)
def test_what_is_wrong_with_facilities_is_told_by_name(views_of, rows, said):
    assert said in told(views_of(facilities({"area_code": "a1"}, *rows)).answer(CLINICS))


def test_counties_without_people_are_named(views_of):
    some = settlements(dict.fromkeys(("a1", "a2", "b", "c"), 100.0))
    assert "d县这一年没有人口数" in told(views_of(facilities({"area_code": "a1"}), some).answer(CLINICS))


def test_every_fault_that_does_not_block_has_its_words():
    blocking = {FaultKind.NO_FACILITY, FaultKind.NONE_OPEN, FaultKind.NO_RESIDENTS}
    assert {*list_variants("coverage-faults")} == set(FaultKind) - blocking


def test_unknown_parts_of_the_address_are_told(views):
    assert "type=palace" in views.answer(DEMO | {"type": "palace"})["remarks"]


def test_a_type_without_facilities_is_marked_in_the_list(views):
    options = {key: name for _, group in views.answer(DEMO)["types"] for key, name in group.items()}
    assert options["bus_shelter"].endswith("（无）")
    assert not options["township_hospital"].endswith("（无）")


def test_every_mark_of_the_map_stands_in_the_legend(views):
    legend = views.answer(DEMO)["legend"]
    assert [*legend["marks"]] == ["facilities", "covered", "uncovered"]
    assert [*legend["changes"]] == list(SitingTrace)  # shown while a scenario lays them over the map


def test_an_answer_says_what_it_is_of_and_that_a_demonstration_is_one(views):
    answer = views.answer(DEMO)
    assert (answer["place"], answer["dataset"], answer["demonstration"]) == (DEMO, "demo", True)


def test_an_answer_is_kept_for_the_next_reader(views):
    assert views.answer(DEMO)["body"] is views.answer(DEMO)["body"]
