"""JSON of the API about what changed between two years."""

from typing import Any

from datasets.city.city import City
from datasets.queries.map_query import DEFAULT_CLASSES
from geodata.region import Level
from indicators.change import is_relative
from indicators.classes import BreakMethod
from layouts.figures.comparison.change_data import tabulate_changes

_KEPT = ("earlier", "later", "change", "rank", "reason")


def list_changes(
    city: City, dataset: str, indicator: str, level: Level, years: tuple[int, int], within: str | None
) -> list[dict[str, Any]]:
    """A row an area: both values and the change as the atlas prints them, its rank, or why there is none."""
    panel = city.panel(dataset, indicator, level, BreakMethod.NATURAL, DEFAULT_CLASSES)
    codes = [str(code) for code in city.geography.areas_within(level, within).index]
    return [
        {
            "area_code": code,
            "area_name": city.geography.name(code, years[1]),
            "indicator": indicator,
            "year": years[0],
            "other_year": years[1],
            **{name: one[name] for name in _KEPT},
            "relative": is_relative(city.indicators[indicator]),
            "unit": city.indicators[indicator].unit,
            **city.datasets[dataset].identity,
        }
        for code, one in tabulate_changes(panel, years, codes).items()
    ]
