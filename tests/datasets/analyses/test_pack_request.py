"""What a pack may hold: the presets, and choices with all their faults told at once."""

from typing import Any

import pytest

from datasets.analyses.pack_request import MOST_PICTURES, PackSubject, parse_choice, read_choice, read_presets
from datasets.files.declarations import BadInputError
from tests.conftest import ROOT

BEDS = "medical_beds_per_1000_residents"


@pytest.fixture(scope="module")
def presets():
    return read_presets(ROOT)


def faults_of(city, presets, **wanted: Any) -> list[str]:
    with pytest.raises(BadInputError) as error:
        read_choice(city, presets, wanted)
    return error.value.faults


def test_every_preset_makes_a_choice_in_every_dataset_that_has_figures_for_it(city, presets):
    for key, preset in presets.items():
        department = "市卫生局" if preset.subject is PackSubject.DEPARTMENT else ""
        choice = read_choice(city, presets, {"preset": key, "dataset": "demo", "department": department})
        assert choice.indicators
        assert choice.year == 2016


def test_a_misspelt_key_of_a_preset_is_refused(project):
    path = project / "datasets" / "briefings.toml"
    path.write_text(path.read_text("utf-8").replace("subject =", "subjekt =", 1), "utf-8")
    with pytest.raises(BadInputError, match="subjekt: this key is not known"):
        read_presets(project)


def test_a_preset_with_an_unknown_section_is_told_what_is_allowed(project):
    path = project / "datasets" / "briefings.toml"
    path.write_text(path.read_text("utf-8").replace('"gaps", "rankings"]', '"gapz"]', 1), "utf-8")
    with pytest.raises(BadInputError, match="expected one of overview, county, maps, gaps"):
        read_presets(project)


def test_all_faults_of_a_choice_are_told_at_once(city, presets):
    found = faults_of(
        city,
        presets,
        preset="county",
        dataset="demo",
        indicators=["nonsense"],
        years=[1999],
        counties=["火星县"],
        domains=["magic"],
        colour="red",
    )
    told = "\n".join(found)
    for name, value in {"indicators": "nonsense", "years": "1999", "counties": "火星县", "domains": "magic"}.items():
        assert f"{name}: got '{value}'; allowed" in told
    assert "colour: this key is not known" in told


def test_a_year_without_data_is_refused_with_the_years_that_have_some(city, presets):
    (fault,) = faults_of(city, presets, indicators=[BEDS], years=[2016])
    assert fault == "years: got '2016'; allowed: years with data, any of 2020"


def test_an_indicator_that_the_dataset_lacks_is_told_from_an_unknown_one(city, presets):
    (fault,) = faults_of(city, presets, dataset="public", indicators=["immunisation_rate"])
    assert fault.startswith("indicators: public holds no county's value of 'immunisation_rate'")


def test_a_county_is_taken_by_name_short_name_or_code(city, presets):
    for name in ("阳山县", "阳山", "441823"):
        choice = read_choice(city, presets, {"preset": "county", "dataset": "demo", "counties": [name]})
        assert choice.counties == ("441823",)


def test_a_department_pack_without_a_department_names_those_that_lead_targets(city, presets):
    (fault,) = faults_of(city, presets, preset="department", dataset="demo")
    assert "市教育局" in fault


def test_the_annual_pack_sets_the_first_year_beside_the_latest(city, presets):
    assert read_choice(city, presets, {"preset": "annual", "dataset": "demo"}).years == (2010, 2016)


def test_a_pack_of_too_many_pictures_is_refused_with_both_numbers(city, presets):
    every = list(city.datasets["demo"].records)
    held = [key for key in every if city.years("demo", key, "county")]
    (fault,) = faults_of(
        city, presets, preset="own", dataset="demo", indicators=held, years=[2010, 2011, 2012, 2013, 2014]
    )
    assert f"at most {MOST_PICTURES}" in fault


def test_line_breaks_and_control_characters_do_not_reach_a_title(city, presets):
    choice = read_choice(city, presets, {"title": "一\n二\x00三", "dataset": "demo"})
    assert choice.title == "一 二 三"


@pytest.mark.parametrize("content", [b"[1", b"\xff\xfe", b"[]", b'"x"'])
def test_a_choice_file_that_is_no_json_object_is_named(content):
    with pytest.raises(BadInputError, match=r"order\.json: "):
        parse_choice("order.json", content)


def test_a_domain_stands_for_one_measure_of_each_facility_and_the_others_are_taken_by_name(city, presets):
    whole = read_choice(city, presets, {"preset": "own", "dataset": "demo", "domains": ["sports", "transport"]})
    assert {key for key in whole.indicators if key.startswith("bus_st")} == {
        "bus_station_share_within",
        "bus_stop_share_within",
    }
    named = {"preset": "own", "dataset": "demo", "indicators": ["bus_stop_accessibility"]}
    assert read_choice(city, presets, named).indicators == ("bus_stop_accessibility",)
