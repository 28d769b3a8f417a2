"""What the lines on a map are."""

from collections.abc import Iterable

from geodata.region import Region
from locales import say
from locales.data import declared_text

_COUNTRY = "100000"
_LONGEST_REGION = 8  # letters of a region whose border is called by its name


def group_line_text(region: Region) -> str:
    """What the dashed line on a map is; empty for a region without groups."""
    focus, benchmark = (region.groups[key].name for key in (region.focus, region.benchmark))
    return say("ground-group-line", focus=focus, benchmark=benchmark) if region.is_grouped else ""


def line_texts(names: Iterable[str]) -> dict[str, str]:
    """What the lines under the names of a map are, by name."""
    return {name: say("ground-lines", line=name) for name in names}


def outline_texts(region: Region) -> dict[str, str]:
    """What the lines over the areas of a level are."""
    is_long = region.adcode == _COUNTRY or len(declared_text(region, "name")) > _LONGEST_REGION
    inner = str(len(next(iter(region.list_divisions()), "")))  # of a code of what the region is made of
    border = say("ground-border", is_long=is_long, region=region.name)
    return {"county": say("ground-borders", border=border, inner=inner), "township": say("ground-county-border")}
