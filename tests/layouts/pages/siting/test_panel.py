"""The panel of the part 选址: what stands where, for readers and for those who may save."""

import json
from dataclasses import replace
from typing import Any

import pytest

from datasets.siting.scenario import ChangeKind, FacilityChange, Scenario
from datasets.siting.scenario_outcome import evaluate_scenario
from geodata.geography import Geography
from layouts.pages.siting.panel import describe_panel
from layouts.words.siting_outcome import OutcomeText
from locales import say
from tests.datasets.places import CENTRES
from tests.datasets.siting_world import siting_city

BEGUN = Scenario("own", "clinic", 2016)
ONE_MORE = replace(BEGUN, changes=(FacilityChange(ChangeKind.ADD, "", *CENTRES["a2"], 5.0),))
SAVED = replace(ONE_MORE, id=7, name="一处", who="甲员")


def panel(
    geography: Geography,
    scenario: Scenario = BEGUN,
    saved: tuple[Scenario, ...] = (),
    hint: str = "",
    **query: str,
) -> dict[str, Any]:
    city = siting_city(geography)
    return describe_panel(OutcomeText(city, evaluate_scenario(city, scenario)), query, saved, hint)


def written(shown: object) -> str:
    return json.dumps(shown, ensure_ascii=False)


def test_without_changes_there_is_no_outcome(square_geography):
    shown = panel(square_geography)
    assert shown["changes"]["items"] == []
    assert shown["outcome"] is None


def test_the_outcome_tells_people_ratio_and_target(square_geography):
    shown = written(panel(square_geography, ONE_MORE)["outcome"])
    for text in ("300 人", "0.0% → 100.0%", "第1条", "3.50 张 → 4.75 张", '"missed"', '"reached"'):
        assert text in shown


def test_the_outcome_is_headed_by_what_it_comes_to(square_geography):
    finding, subject = panel(square_geography, ONE_MORE)["outcome"]["head"]
    assert finding == "全市标准内居民比例由 20.0% 升到 50.0%，新覆盖 300 人"
    assert subject == "结果：卫生站3公里以内，2016年"


def test_each_change_says_which_it_is_and_where(square_geography):
    (item,) = panel(square_geography, ONE_MORE)["changes"]["items"]
    assert item["name"] == "卫生站（新1）"
    assert tuple(item["place"]) == CENTRES["a2"]


def test_whoever_may_not_save_is_told_why(square_geography):
    assert panel(square_geography, saved=(SAVED,), hint=say("siting-log-in"))["saved"]["hint"] == say("siting-log-in")


@pytest.mark.parametrize(("hint", "is_shown"), [("", True), (say("siting-log-in"), False)])
def test_who_saved_a_scenario_is_shown_to_those_who_may_save(square_geography, hint, is_shown):
    assert ("甲员" in written(panel(square_geography, saved=(SAVED,), hint=hint))) is is_shown


def test_prices_of_counties_are_folded_away_until_one_is_filled_in(square_geography):
    assert not panel(square_geography)["search"]["unfolded"]
    assert panel(square_geography, **{"price-a": "80"})["search"]["unfolded"]


def test_a_facility_that_was_changed_is_not_offered_again(square_geography):
    city = siting_city(square_geography)
    code = str(city.datasets["own"].facilities["code"].iloc[0])
    closed = replace(BEGUN, changes=(FacilityChange(ChangeKind.CLOSE, code),))

    def offered(scenario: Scenario) -> set[str]:
        _, facilities = panel(square_geography, scenario)["byHand"]["fields"]
        return {key for _, options in facilities["groups"] for key, _ in options}

    assert code in offered(BEGUN)
    assert code not in offered(closed)
