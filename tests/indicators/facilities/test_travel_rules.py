"""Rules of travel: every class of road has a speed, and what is no class is told."""

from typing import Any

import pytest
from pydantic import ValidationError

from indicators.facilities.travel_rules import RoadSpeed, TravelRules, find_speed_faults


def rules(**own: Any) -> TravelRules:
    """Rules with two speeds."""
    told: dict[str, Any] = {"detour_source": "甲", "straight_speed_source": "甲", "snap_source": "甲"}
    numbers = {"detour": 1.3, "straight_speed_kmh": 30, "snap_km": 2}
    speeds = {"county": RoadSpeed(source="甲", kmh=40), "path": RoadSpeed(source="甲", kmh=5)}
    return TravelRules(**told | numbers | {"speeds": speeds} | own)


def test_speeds_are_given_by_class():
    assert rules().speeds_kmh == {"county": 40, "path": 5}


def test_a_class_without_a_speed_and_a_speed_without_a_class_are_told():
    assert find_speed_faults(rules(), ["county", "village"]) == [
        "travel.toml: speeds.village: this key is required and missing",
        "travel.toml: speeds.path: expected a class of road_classes.toml, got 'path'",
    ]


@pytest.mark.parametrize("wrong", [{"detour": 0.9}, {"straight_speed_kmh": 0}, {"snap_km": -1}])
def test_a_way_shorter_than_the_straight_line_or_a_standstill_is_refused(wrong):
    with pytest.raises(ValidationError):
        rules(**wrong)
