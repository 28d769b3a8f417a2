"""Maps of an offline snapshot: slides that share the outlines, the names and the figures of what they show."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from callbacks.atlas.answers import AtlasAnswers
from datasets.city.city import City
from datasets.queries.map_query import MapView, SecondMap
from geodata.geography import Geography
from geodata.region import Level
from geodata.svg_map import draw_lines, draw_svg_map
from layouts.figures.maps.map_bounds import pad_bounds
from layouts.figures.specs.panel_data import encode_areas
from layouts.words.common import map_credits
from locales import say

_UNUSED = ("scale", "inCountry")  # of a panel
_DECIMALS = 1  # of what is measured in units of a drawing


class SharedParts:
    """What several slides show, each once; a slide names its place in the list."""

    def __init__(self) -> None:
        self.parts: list[Any] = []
        self._places: dict[Hashable, int] = {}

    def place(self, key: Hashable, make: Callable[[], Any]) -> int:
        """The place of what ``make`` returns, which is called once a key."""
        if key not in self._places:
            self.parts.append(make())
            self._places[key] = len(self.parts) - 1
        return self._places[key]


class SnapshotMaps:
    """The maps of all slides of a snapshot."""

    def __init__(self) -> None:
        self.books, self.grounds, self.panels, self.changes = (SharedParts() for _ in range(4))

    def describe(self, city: City, answers: AtlasAnswers, view: MapView, groups: str) -> dict[str, Any]:
        """A slide that shows a view of the city in these groups."""
        compared = {
            SecondMap.NONE: None,
            SecondMap.YEARS: (view.indicator, view.other_year),
            SecondMap.INDICATORS: (view.other_indicator, view.other_year),
        }[view.compare]
        geography = city.geography
        second = compared and {"panel": self._place_panel(answers, view, compared[0], groups), "year": compared[1]}
        changes = self._place_changes(answers, view, groups) if view.compare is SecondMap.YEARS else None
        return {
            "kind": "map",
            "book": self.place_book(geography, groups),
            "ground": self.place_ground(geography, view.level, view.within, groups),
            "panel": self._place_panel(answers, view, view.indicator, groups),
            "year": view.year,
            "second": second or None,
            "changes": changes,
            "view": {"within": view.within, "level": view.level},
            "labels": view.labels,
            "selected": view.selected,
            "marks": [mark.model_dump(mode="json") for mark in view.marks],
            "credits": map_credits(geography.map_source, city.region.townships_source),
            "remarks": [say("snapshot-facilities-left-out")] if view.facilities else [],
        }

    def place_ground(self, geography: Geography, level: Level, within: str | None, groups: str) -> int:
        """The place of the outlines of a level in these groups."""
        return self.grounds.place((groups, level, within), lambda: draw_ground(geography, level, within))

    def place_book(self, geography: Geography, groups: str) -> int:
        """The place of the names of all areas in these groups."""
        return self.books.place(groups, lambda: encode_areas(geography))

    def _place_panel(self, answers: AtlasAnswers, view: MapView, indicator: str, groups: str) -> int:
        def encode() -> dict[str, Any]:
            return _leave_out_unused(answers.encode_panel(view, indicator))

        return self.panels.place((groups, indicator, *_class_parts(view)), encode)

    def _place_changes(self, answers: AtlasAnswers, view: MapView, groups: str) -> int:
        def encode() -> dict[str, Any]:
            return _leave_out_unused(answers.encode_changes(view))

        return self.changes.place((groups, view.indicator, *_class_parts(view)), encode)


def _class_parts(view: MapView) -> tuple[Hashable, ...]:
    return view.dataset, view.level, view.method, view.classes, view.breaks, view.target, view.within


def _leave_out_unused(encoded: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in encoded.items() if name not in _UNUSED}


def draw_ground(geography: Geography, level: Level, within: str | None) -> dict[str, Any]:
    """Outlines of a level's areas, in map order; ``perDegree`` are the units of the drawing in one of longitude."""
    west, south, east, north = pad_bounds(geography)[within or geography.region.adcode]
    drawn = draw_svg_map(geography, level, within, (west, south, east, north))
    codes = list(geography.areas_within(level, within).index)
    return {
        "codes": codes,
        "paths": [drawn.paths[code] for code in codes],
        "anchors": [drawn.anchors[code] for code in codes],
        "borders": drawn.borders or _draw_opened(geography, level, within),
        "divisions": drawn.divisions,
        "groupLine": drawn.group_line,
        "lines": {} if within else draw_lines(geography, (west, south, east, north)),
        "box": [round(part, _DECIMALS) for part in drawn.box],
        "perDegree": drawn.box[2] / (east - west),
    }


def _draw_opened(geography: Geography, level: Level, within: str | None) -> list[str]:
    """The outline of an opened county, above whose townships it lies."""
    if within is None or level is not Level.TOWNSHIP:
        return []
    west, south, east, north = pad_bounds(geography)[within]
    drawn = draw_svg_map(geography, Level.COUNTY, within, (west, south, east, north))
    return list(drawn.paths.values())
