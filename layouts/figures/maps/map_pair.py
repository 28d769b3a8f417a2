"""One or two small maps of the counties side by side, as the address of a picture."""

from collections.abc import Sequence
from urllib.parse import quote

from geodata.svg_map import SmallMap
from indicators.classed_values import ClassedValues
from layouts.figures.colour_scales import panel_colours
from layouts.figures.theme import AREA_BORDER, GROUP_LINE, MISSING_FILL, OUTLINE, PAPER

MOST_AREAS = 150  # more of them are no picture of this size, and heavy
_GAP = 0.08  # of the width, between the two
_UNCHANGED = " /:=\"'(),.;-<>"  # what an address of data may hold as it is


def write_map_pair(small: SmallMap, panel: ClassedValues, years: Sequence[int | None]) -> str:
    """A map of each year as a ``data:`` address, in the colours of the map that shows ``panel`` in full.

    The place of a year that is None stays empty; a county without a value has the colour of what is missing.
    """
    left, top, width, height = small.box
    step, edge = width * (1 + _GAP), width / 150
    ids = {code: f"a{at}" for at, code in enumerate(small.paths)}
    shapes = "".join(f'<path id="{ids[code]}" d="{path}"/>' for code, path in small.paths.items())
    borders = "".join(
        f'<path stroke="{OUTLINE}" stroke-width="{1.3 * edge:.1f}" d="{path}"/>' for path in small.borders
    )
    if small.group_line:
        looks = ((PAPER, 4.2, ""), (GROUP_LINE, 2.2, f' stroke-dasharray="{6 * edge:.0f} {3 * edge:.0f}"'))
        borders += "".join(
            f'<path stroke="{colour}" stroke-width="{width * edge:.1f}"{dashes} d="{small.group_line}"/>'
            for colour, width, dashes in looks
        )
    maps = "".join(
        f'<g transform="translate({at * step:.0f})">{_write_areas(ids, colour_areas(panel, year))}<use href="#b"/></g>'
        for at, year in enumerate(years)
        if year is not None
    )
    whole = step * (len(years) - 1) + width
    box = f"{left - edge:.0f} {top - edge:.0f} {whole + 2 * edge:.0f} {height + 2 * edge:.0f}"
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><defs>{shapes}'
        f'<g id="b" fill="none">{borders}</g></defs>'
        f'<g stroke="{AREA_BORDER}" stroke-width="{edge:.1f}">{maps}</g></svg>'
    )
    return f"data:image/svg+xml,{quote(drawing, safe=_UNCHANGED)}"


def colour_areas(panel: ClassedValues, year: int) -> dict[str, str]:
    """The colour of every area with a value in a year, as on the map that shows ``panel`` in full."""
    colours = panel_colours(panel)
    numbers = panel.classes.loc[year].dropna().to_dict()
    return {str(code): colours[number] for code, number in numbers.items()}


def _write_areas(ids: dict[str, str], colours: dict[str, str]) -> str:
    return "".join(f'<use href="#{id_}" fill="{colours.get(code, MISSING_FILL)}"/>' for code, id_ in ids.items())
