"""How far and how fast people get to a facility, as ``travel.toml`` declares it."""

from collections.abc import Iterable

from pydantic import Field
from pydantic.dataclasses import dataclass

from indicators.definition import STRICT
from locales.data import speaks


@speaks("source")
@dataclass(frozen=True, config=STRICT)
class RoadSpeed:
    """The speed on one class of road, and what says so."""

    source: str
    kmh: float = Field(gt=0)


@speaks("detour_source", "straight_speed_source", "snap_source")
@dataclass(frozen=True, config=STRICT)
class TravelRules:
    """The whole of ``travel.toml``.

    ``detour`` is the way over the straight line; a place farther than ``snap_km`` from any road is off the network.
    ``speeds`` has every class of ``road_classes.toml``. The sources are sentences for the screen.
    """

    detour_source: str
    straight_speed_source: str
    snap_source: str
    speeds: dict[str, RoadSpeed]
    detour: float = Field(ge=1)
    straight_speed_kmh: float = Field(gt=0)
    snap_km: float = Field(gt=0)

    @property
    def speeds_kmh(self) -> dict[str, float]:
        """The speed by class of road."""
        return {road_class: speed.kmh for road_class, speed in self.speeds.items()}


def find_speed_faults(rules: TravelRules, road_classes: Iterable[str]) -> list[str]:
    """One sentence for every class of road without a speed, and for every speed of an unknown class."""
    known = list(road_classes)
    missing = [
        f"travel.toml: speeds.{key}: this key is required and missing" for key in known if key not in rules.speeds
    ]
    unknown = [
        f"travel.toml: speeds.{key}: expected a class of road_classes.toml, got '{key}'"
        for key in rules.speeds
        if key not in known
    ]
    return missing + unknown
