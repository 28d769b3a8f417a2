"""What the lines on a map are."""

from collections.abc import Iterable

from geodata.region import Region

NORTH = "北"
INSET = "所在位置"  # of a small map in a corner of the map
KILOMETRES = "{km}公里"  # a scale bar
_LINES = {"roads": "主要道路", "rivers": "主要河流"}
_COUNTRY = "100000"
_LONGEST_REGION = 8  # letters of a region whose border is called by its name


def group_line_text(region: Region) -> str:
    """What the dashed line on a map is; empty for a region without groups."""
    focus, benchmark = (region.groups[key].name for key in (region.focus, region.benchmark))
    return f"{focus}与{benchmark}的分界" if region.is_grouped else ""


def line_texts(names: Iterable[str]) -> dict[str, str]:
    """What the lines under the names of a map are, by name."""
    return {name: _LINES[name] for name in names}


def outline_texts(region: Region) -> dict[str, str]:
    """What the lines over the areas of a level are."""
    border = "地区边界" if region.adcode == _COUNTRY or len(region.name) > _LONGEST_REGION else f"{region.name}界"
    inner = {2: "，细线为省界", 4: "，细线为市（州）界"}.get(len(next(iter(region.list_divisions()), "")), "")
    return {"county": border + inner, "township": "县界"}
