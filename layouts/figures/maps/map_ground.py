"""What the browser draws under and around the areas of a map, and what it is called."""

from typing import Any

import shapely

from geodata.geography import Geography
from geodata.svg_map import place_group_names, place_neighbour_names
from layouts.figures.theme import legible_colour
from layouts.words.pages.map_ground import group_line_text, line_texts, outline_texts
from locales import say

_INSET_DETAIL = 0.03  # degrees, about half a pixel of that map
_INSET_ISLAND = 0.01  # square degrees: a smaller island is none
_INSET_DECIMALS = 2  # of a degree


def describe_ground(geography: Geography) -> dict[str, Any]:
    """The names of the lines on a map, by level and of the one between groups, and the groups' names."""
    region = geography.region
    return {
        "outlines": outline_texts(region),
        "groupLine": group_line_text(region),
        "lines": line_texts(geography.surroundings.lines),
        "groupNames": name_groups(geography),
        "neighbours": describe_neighbours(geography),
        "province": trace_province(geography),
        "inset": say("ground-inset"),
        "north": say("ground-north"),
        "kilometres": say("ground-kilometres", km="{km}"),
    }


def trace_province(geography: Geography) -> list[list[list[float]]]:
    """The rings around the province of a region, as degrees, for a map of a hundred pixels; none of a province."""
    if geography.region.adcode.endswith("0000"):
        return []
    parts = shapely.get_parts(geography.province.simplify(_INSET_DETAIL).to_numpy())
    large = parts[shapely.area(parts) > _INSET_ISLAND]
    return [shapely.get_coordinates(part.exterior).round(_INSET_DECIMALS).tolist() for part in large]


def describe_neighbours(geography: Geography) -> dict[str, Any]:
    """The codes of the neighbours' areas, and their names that have room: text, longitude and latitude."""
    codes = list(map(str, geography.surroundings.neighbours.index))
    names = [{"text": name, "lon": lon, "lat": lat} for name, lon, lat in place_neighbour_names(geography)]
    return {"codes": codes, "names": names}


def name_groups(geography: Geography) -> list[dict[str, Any]]:
    """The groups' names as they stand on a map: text, colour as text, longitude and latitude."""
    groups = geography.region.groups
    return [
        {"text": groups[key].name, "colour": legible_colour(groups[key].colour), "lon": lon, "lat": lat}
        for key, (lon, lat) in place_group_names(geography).items()
    ]
