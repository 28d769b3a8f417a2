"""The first view of the atlas: the map that an address asks for, before any script has run."""

from dataclasses import replace
from typing import Any

from callbacks.atlas.answers import AtlasAnswers
from callbacks.server.city_snapshots import CitySnapshot
from datasets.queries.map_query import MapView, SecondMap
from geodata.geography import Geography
from geodata.region import Level
from geodata.svg_map import (
    Box,
    SvgMap,
    SvgMaps,
    draw_lines,
    draw_neighbours,
    place_neighbour_names,
    project_point,
    write_group_line,
)
from indicators.classed_values import ClassedValues
from indicators.definition import ValueKind
from indicators.notes import list_distinct_notes
from layouts.figures.maps.map_bounds import pad_bounds
from layouts.figures.maps.map_ground import name_groups
from layouts.figures.specs.area_values import area_values
from layouts.figures.theme import NEIGHBOUR_NAME
from layouts.frame.first_view import FirstArea, FirstGroup, FirstMap
from layouts.words.common import map_credits
from layouts.words.pages import atlas as words
from layouts.words.pages.map_ground import group_line_text, line_texts, outline_texts
from locales import say


def _draw_map(current: CitySnapshot, view: MapView, box: Box) -> SvgMap:
    """The areas, drawn once for whatever groups readers form, and the line between the groups."""
    drawn = current.cached_of_areas(SvgMaps).draw(view.level, view.within, box)
    if not current.city.declared or view.level is not Level.COUNTY or view.within:
        return drawn
    return replace(drawn, group_line=current.city.geography.cached(write_group_line, box))


def build_first_map(current: CitySnapshot, view: MapView) -> FirstMap:
    """What the atlas shows in a view, from the answer that its script will ask for."""
    answers = current.cached(AtlasAnswers)
    geography, region = answers.city.geography, answers.city.region
    panel, controls = answers.encode_panel(view, view.indicator), answers.controls(view)
    values = answers.classify_values(view, view.indicator)
    names = [region.groups[key].name for key in (region.focus, region.benchmark)]
    areas = geography.areas(view.level)
    numbers = values.classes.loc[view.year].dropna().to_dict()
    written = area_values(values, view.year)
    shown = list(geography.areas_within(view.level, view.within).index)
    place = geography.name(view.within, view.year) if view.within else region.name
    former = panel["former"].get(view.year, {})
    west, south, east, north = pad_bounds(geography)[view.within or region.adcode]
    box = west, south, east, north
    svg = _draw_map(current, view, box)
    return FirstMap(
        finding=panel["findings"]["map"].get(view.year, ""),
        title=words.map_title(panel["name"], panel["unit"], view.year, view.level, place),
        panel=panel,
        gap=_find_gap(answers, view, panel),
        areas=[
            FirstArea(
                code,
                former.get(code, {}).get("shorts", areas.at[code, "short_name"]),
                numbers.get(code),
                written[code],
            )
            for code in shown
        ],
        svg=svg,
        domains=[(option["label"], option["value"] == controls["domain"]) for option in controls["domain_options"]],
        indicators=[(option["label"], option["value"] == view.indicator) for option in controls["indicator_options"]],
        outline=outline_texts(region)[view.level],
        neighbours="" if view.within else geography.cached(draw_neighbours, box),
        neighbour_names=[
            FirstGroup(name, NEIGHBOUR_NAME, project_point((lon, lat), box))
            for name, lon, lat in ([] if view.within else place_neighbour_names(geography))
        ],
        group_line=group_line_text(region),
        lines=[] if view.within else _list_lines(geography, box),
        group_names=[
            FirstGroup(name["text"], name["colour"], project_point((name["lon"], name["lat"]), box))
            for name in (name_groups(geography) if svg.group_line else ())
        ],
        source=_write_source_line(values, view.year, shown),
        credits=map_credits(geography.map_source, region.townships_source),
        gap_heading=words.gap_heading(*names),
        labels=view.labels,
        opened=view.within is not None,
        compare=view.compare,
    )


def _list_lines(geography: Geography, box: Box) -> list[tuple[str, str, str]]:
    """Roads and rivers where there are any: name, text and path data."""
    drawn = geography.cached(draw_lines, box)
    return [(name, text, drawn[name]) for name, text in line_texts(drawn).items()]


def _find_gap(answers: AtlasAnswers, view: MapView, panel: dict[str, Any]) -> dict[str, Any]:
    """What is said of the gap of the year, or of how it changed between two years."""
    if view.compare is SecondMap.YEARS:
        found: dict[str, Any] = answers.encode_changes(view)["pairs"][f"{view.year}-{view.other_year}"]["gap"]
        return found
    return dict((panel.get("spreads") or panel["gaps"]).get(view.year, {}))


def _write_source_line(values: ClassedValues, year: int, shown: list[str]) -> str:
    """The line below the map: of the areas that have a value in the year, in map order, each text once."""
    codes = list(values.values.loc[year].reindex(shown).dropna().index)
    sources, kinds, notes = (
        list(map(str, frame.loc[year].reindex(codes))) for frame in (values.sources, values.kinds, values.notes)
    )
    remarks = dict.fromkeys(list_distinct_notes(notes))
    return words.source_line(
        dict.fromkeys(sources), [say("common-kinds", kind=ValueKind(kind)) for kind in dict.fromkeys(kinds)], remarks
    )
