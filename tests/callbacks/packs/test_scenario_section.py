"""Scenarios of sites in packs: their numbers are those of the scenario, and foreign ones are refused."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Never

import pytest
from openpyxl import load_workbook

from callbacks.packs.make_pack import compose, evaluate_scenarios, write_workbook
from datasets.analyses.pack_request import read_choice, read_presets
from datasets.files.declarations import BadInputError
from datasets.siting.scenario import Scenario, parse_changes
from datasets.siting.scenario_outcome import evaluate_scenario
from datasets.store.model import UnknownError
from layouts.pack_terms import SheetId
from layouts.paper.documents.pack import Exhibit
from layouts.paper.documents.text_table import TextTable
from layouts.sheet_sizes import Format, parse_paper
from locales import say
from tests.conftest import ROOT
from tests.layouts.paper.documents.packs import untraced

PRESETS = read_presets(ROOT)
BEDS = "medical_beds_per_1000_residents"
MADE = Scenario("demo", "township_hospital", 2016, parse_changes("add,112.40389,25.01972,40"), "连州补一处", "安", id=7)


def choice_of(city, **own: object):
    wanted = {"preset": "own", "dataset": "demo", "indicators": [BEDS], "scenarios": [7]} | own
    return read_choice(city, PRESETS, wanted)


@pytest.fixture(scope="module")
def outcome(city):
    """What one more 卫生院 in 连州市 comes to."""
    return evaluate_scenario(city, MADE)


@pytest.fixture(scope="module")
def pack(city, outcome):
    """A pack with one scenario."""
    return compose(city, PRESETS["own"], choice_of(city), date(2026, 1, 2), [outcome])


def section(pack):
    return next(section for section in pack.sections if section.heading == say("siting-pack-heading"))


def test_the_numbers_of_sentences_are_those_of_the_scenario(pack, outcome, city):
    quoted = [number for sentence in section(pack).sentences for number in sentence.numbers]
    assert [pack.exact_value(number) for number in quoted] == [
        outcome.areas[city.region.adcode].newly_covered,
        *outcome.ratios,
    ]
    assert "102,272 人" in section(pack).sentences[0].text
    assert untraced(section(pack).sentences[0]) == "10"  # the standard's kilometres


def test_the_target_that_changes_is_told(pack):
    assert any("到期未达 → 已达到" in sentence.text for sentence in section(pack).sentences)


def test_a_table_and_a_map_stand_in_the_section(pack):
    table, picture = section(pack).blocks
    assert isinstance(table, TextTable)
    assert table.columns == (say("siting-scenario"), "连州补一处")
    assert isinstance(picture, Exhibit)
    assert picture.draw(parse_paper("800x600", 96), Format.SVG).startswith(b"<?xml")


def test_the_workbook_holds_every_area_exactly(pack, outcome):
    sheet = load_workbook(BytesIO(write_workbook(pack)))["选址方案"]
    rows = {row[3]: row for row in sheet.iter_rows(min_row=3, values_only=True)}
    assert len(rows) == len(outcome.areas)
    assert rows["连州市"][5] == outcome.areas["441882"].newly_covered


def test_a_pack_without_scenarios_has_no_such_section(city):
    pack = compose(city, PRESETS["own"], choice_of(city, scenarios=[]), date(2026, 1, 2))
    assert say("siting-pack-heading") not in [section.heading for section in pack.sections]
    assert SheetId.SCENARIOS not in pack.sheets


def test_a_scenario_of_another_dataset_is_refused(city):
    foreign = replace(MADE, dataset="public")
    with pytest.raises(BadInputError, match="7 is of the dataset public, not of demo"):
        evaluate_scenarios(city, choice_of(city), lambda _: [foreign])


def test_a_scenario_that_is_gone_is_refused_with_those_there_are(city):
    def saved(ids) -> Never:
        raise UnknownError("scenario", ids[0], [1, 2])

    with pytest.raises(BadInputError, match="scenario 7: expected one of 1, 2"):
        evaluate_scenarios(city, choice_of(city), saved)


def test_a_scenario_that_cannot_be_worked_out_any_more_is_refused(city):
    lost = replace(MADE, changes=parse_changes("close,gone-1"))
    with pytest.raises(BadInputError, match="no_such_facility: 'gone-1'"):
        evaluate_scenarios(city, choice_of(city), lambda _: [lost])


@pytest.mark.parametrize("wrong", [["seven"], [0], [1, 2, 3, 4, 5]])
def test_numbers_of_scenarios_are_whole_and_few(city, wrong):
    with pytest.raises(BadInputError, match="scenarios: "):
        choice_of(city, scenarios=wrong)
