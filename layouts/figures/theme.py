"""Colours, fonts and the common look of every figure. ``assets/css/atlas.css`` repeats the tokens; a test ties them.

The colours of classes stand in ``colour_scales``.
"""

from typing import Any

from indicators.definition import Domain
from indicators.policy.progress import Status
from indicators.profile import CityComparison

FONTS = '"Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
INK = "#1D2A33"
QUIET = "#5B6B76"
RULE = "#D5DDE2"
PAPER = "#FFFFFF"
MISSING_FILL = "#F1F1EE"
MISSING_HATCH = "#A3A9AD"
SMALL_FILL = "#CBC6CF"  # what rests on too few events to be classed or judged
AREA_BORDER = "#7B8B95"
OUTLINE = "#33424D"
NEIGHBOUR_FILL, NEIGHBOUR_LINE, NEIGHBOUR_NAME = "#F2F4F6", "#D5DDE2", "#75828B"
RIVER, RIVER_EDGE = "#2F7FC1", "#E6F1F8"
ROAD, ROAD_EDGE = "#FFF3D6", "#8A6A3A"
BAND = "#D3DDE3"  # around a region, outside its border
GROUP_LINE = INK  # dashed, where two groups touch
SELECTED = "#E8B100"
BUBBLE = "rgba(255, 255, 255, 0.9)"  # behind the count of facilities that lie close together
LINE_80 = "#A3123A"

# Axis numbers in full, thousands separated: "0.5M" is no Chinese number.
PLAIN_NUMBERS = {"exponentformat": "none", "separatethousands": True}
# What the browser colours by itself; sent to it with the figures.
FOR_BROWSER = {"ink": INK, "quiet": QUIET, "paper": PAPER, "selected": SELECTED, "bubble": BUBBLE}

# The configuration of every graph: nothing is offered that would post data to an outside host.
GRAPH_CONFIG: Any = {  # plotly.js knows keys that the type in Dash does not
    "displaylogo": False,
    "showSendToCloud": False,
    "displayModeBar": False,
    "scrollZoom": False,  # a wheel turned by accident in a meeting would lose the map; townships are opened by click
    "doubleClick": False,
    "responsive": True,
}

# Statuses: reached is light and missed dark, so that a grey print keeps them at opposite ends. A sign stands in every
# cell besides (``words.charts.STATUS_SIGNS``): no status is told by its colour alone.
STATUS_COLOURS = {
    Status.REACHED: "#C3E8CF",
    Status.ON_TRACK: "#7DBB97",
    Status.BEHIND: "#D88A2C",
    Status.MISSED: "#8E0F33",
    Status.CANNOT_TELL: "#D9CFE6",
    Status.TOO_FEW: SMALL_FILL,
    Status.NO_DATA: "#F5F5F2",
    Status.NOT_DUE: "#B4C7D5",
}
# What became of targets, by its name in ``datasets.overview.owed.Outcome``; assets/css/overview.css has the same.
OUTCOME_COLOURS = {
    "on_time": "#1F7A55",
    "late": "#8CC5A4",
    "reached": "#C3E8CF",
    "missed": "#8E0F33",
    "under_way": "#B4C7D5",
    "cannot_tell": "#E6E4DF",
}
# A county against the whole city, and the bars of all counties and of the middle half behind it.
COMPARISON_COLOURS = {
    CityComparison.BETTER: "#2171B5",
    CityComparison.SIMILAR: "#F2B35B",
    CityComparison.WORSE: "#A3123A",
    CityComparison.UNJUDGED: "#84929B",
}
SPINE_FILLS = ("#E2E8EC", "#B9C6CE")
GOOD = "#17694B"  # a mark on white that says "reached"; assets/css/atlas.css calls it --above
# Settlements within the standard and beyond it, those that a scenario wins and loses, and facilities.
COVERED, UNCOVERED = "#2171B5", LINE_80
WON, LOST = GOOD, LINE_80
FACILITY, NEW_FACILITY = INK, SELECTED

# Fields of service: the colours of facility points, dark and warm enough to stand on every class colour.
DOMAIN_COLOURS = {
    Domain.EDUCATION: "#7B1FA2",
    Domain.HEALTH: "#C62828",
    Domain.CULTURE: "#A0520A",
    Domain.SPORTS: "#2E6B1F",
    Domain.TRANSPORT: "#263238",
    Domain.SOCIAL_SECURITY: "#D81B7A",
    Domain.EMPLOYMENT: "#5D4037",
    Domain.HOUSING: "#827717",
    Domain.GOVERNANCE: "#3F51B5",
    Domain.CONTEXT: "#546E7A",
}

LEGIBLE = 4.5  # to one, the contrast of a text to its paper (WCAG 2.2)


def legible_colour(colour: str) -> str:
    """A colour (``#RRGGBB``) as a text on paper has it: as it is where it is dark enough, else darkened until it is."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    shades = (f"#{''.join(f'{round(part * share / 20):02X}' for part in parts)}" for share in range(20, -1, -1))
    return next(shade for shade in shades if contrast_ratio(shade, PAPER) >= LEGIBLE)


def text_colour(fill: str | None) -> str:
    """Ink or paper, whichever has more contrast on a fill (``#RRGGBB``; None is paper), as WCAG 2.2 defines it."""
    return max((INK, PAPER), key=lambda colour: contrast_ratio(colour, fill or PAPER))


def contrast_ratio(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_relative_luminance(one), _relative_luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _relative_luminance(colour: str) -> float:
    """Relative luminance in sRGB (WCAG 2.2)."""
    coded = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in coded)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def base_layout(**own: Any) -> dict[str, Any]:
    """The layout that all figures share, with a figure's own settings on top."""
    shared = {
        "template": "none",
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "font": {"family": FONTS, "size": 13, "color": INK},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": RULE, "font": {"family": FONTS, "size": 13, "color": INK}},
        "showlegend": False,
        "dragmode": False,
    }
    return shared | own


def axis(grid: bool = False, **own: Any) -> dict[str, Any]:
    """An axis that nobody drags, with or without grid lines."""
    lines = {"gridcolor": RULE} if grid else {"showgrid": False}
    return {"fixedrange": True, "zeroline": False, **lines, **own}


def equality_line(text: str) -> dict[str, Any]:
    """How ``add_vline`` and ``add_hline`` draw and name the 80 % line, the name at the top or the left."""
    return {
        "line": {"color": LINE_80, "width": 1.8, "dash": "dash"},
        "annotation": {"text": text, "font": {"size": 12, "color": LINE_80}},
    }


def map_layout() -> dict[str, Any]:
    """The layout of a map: nothing but what its traces draw, as wide as its box; its ranges say what it shows."""
    geo = {"visible": False, "projection": {"type": "mercator"}, "fitbounds": False, "bgcolor": "rgba(0,0,0,0)"}
    return base_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, geo=geo)
