"""The panel of the part 选址: what stands where, for readers and for those who may save."""

import json
from dataclasses import replace

import pytest

from datasets.siting.scenario import ChangeKind, FacilityChange, Scenario
from datasets.siting.scenario_outcome import evaluate_scenario
from geodata.geography import Geography
from layouts.frame.component_json import encode_components
from layouts.pages.siting.panel import SitingPanel, panel_body, refused_body
from layouts.words.pages import siting as words
from layouts.words.siting_outcome import OutcomeText
from tests.datasets.places import CENTRES
from tests.datasets.siting_world import siting_city

BEGUN = Scenario("own", "clinic", 2016)
ONE_MORE = replace(BEGUN, changes=(FacilityChange(ChangeKind.ADD, "", *CENTRES["a2"], 5.0),))
SAVED = replace(ONE_MORE, id=7, name="一处", who="甲员")


def tree(
    geography: Geography,
    scenario: Scenario = BEGUN,
    saved: tuple[Scenario, ...] = (),
    hint: str = "",
    **query: str,
) -> str:
    city = siting_city(geography)
    outcome = OutcomeText(city, evaluate_scenario(city, scenario))
    return written(panel_body(SitingPanel(query, outcome, saved, hint)))


def written(body: object) -> str:
    return json.dumps(json.loads(encode_components({"tree": body})), ensure_ascii=False)


def test_without_changes_the_reader_is_told_what_to_do(square_geography):
    shown = tree(square_geography)
    assert words.NO_CHANGES in shown
    assert "st-outcome" not in shown


def test_the_outcome_tells_people_ratio_and_target(square_geography):
    shown = tree(square_geography, ONE_MORE)
    for text in ("300 人", "0.0% → 100.0%", "第1条", "3.50 张 → 4.75 张", "status-missed", "status-reached"):
        assert text in shown


def test_each_change_can_be_undone_and_says_which_it_is(square_geography):
    shown = tree(square_geography, ONE_MORE)
    assert f"{words.UNDO} 卫生站（新1）" in shown
    assert '"data-position": 0' in shown


def test_whoever_may_not_save_is_told_why_and_offered_no_button(square_geography):
    shown = tree(square_geography, saved=(SAVED,), hint=words.LOG_IN)
    assert words.LOG_IN in shown
    assert '"data-act": "save"' not in shown
    assert '"data-act": "delete"' not in shown


@pytest.mark.parametrize(("hint", "is_shown"), [("", True), (words.LOG_IN, False)])
def test_who_saved_a_scenario_is_shown_to_those_who_may_save(square_geography, hint, is_shown):
    assert ("甲员" in tree(square_geography, saved=(SAVED,), hint=hint)) is is_shown


def test_prices_of_counties_are_folded_away_until_one_is_filled_in(square_geography):
    assert '"open": true' not in tree(square_geography)
    assert '"open": true' in tree(square_geography, **{"price-a": "80"})


def test_two_saved_scenarios_can_be_compared_one_cannot(square_geography):
    assert words.COMPARE not in tree(square_geography, saved=(SAVED,))
    assert words.COMPARE in tree(square_geography, saved=(SAVED, SAVED))


def test_a_facility_that_was_changed_is_not_offered_again(square_geography):
    city = siting_city(square_geography)
    code = str(city.datasets["own"].facilities["code"].iloc[0])
    closed = replace(BEGUN, changes=(FacilityChange(ChangeKind.CLOSE, code),))
    option = f'"value": "{code}"'
    assert option in tree(square_geography)
    assert option not in tree(square_geography, closed)


def test_a_scenario_that_cannot_be_worked_out_is_told_with_the_way_back():
    shown = written(refused_body("不行。", words.UNDO_ALL, "/service?mode=siting"))
    assert "不行。" in shown
    assert "/service?mode=siting" in shown
