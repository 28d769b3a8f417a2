"""The first view: what a reader sees of a page before any script has run.

It is plain HTML with the classes of the page, so that the page takes its place without a jump: assets/js removes it in
the moment in which the page itself stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from datasets.queries.map_query import MapLabels, SecondMap
from geodata.region import Level
from geodata.svg_map import SvgMap
from layouts.figures.maps.choropleth import GROUP_NAME
from layouts.figures.specs.area_values import value_fits
from layouts.figures.specs.panel_data import MOST_LARGE
from layouts.figures.theme import INK, MISSING_FILL
from layouts.frame.component_json import write_html
from locales import say

ID = "first-view"

# Every braced value is escaped when it is put in.
_FRAME = Markup("""<div id="{id}" class="shell first-view">
<header class="bar"><div class="bar-title">{logo}<span class="brand">{brand}</span><h1>{title}</h1></div>
<span class="sheet-button">{menu}</span><nav class="bar-nav" aria-label="{pages}">{links}</nav>
<div class="bar-actions"><span class="btn btn-sm bar-button search-button"><span>{search}</span></span>
<span class="bar-label">{dataset_label}</span>
<span class="form-select form-select-sm bar-select">{dataset}</span>
<span class="btn btn-sm bar-button">{groups}</span>
<span class="btn btn-sm bar-button">{tables} ▾</span><span class="btn btn-sm bar-button">{pictures}</span>
<span class="btn btn-sm bar-button">{meeting} ▾</span>
<span class="account-link">{help}</span><span class="account-link">{log_in}</span></div></header>
{ribbon}{notices}<p id="too-old" class="notice" hidden>{too_old}</p>{body}</div>""")
_LOGO = Markup('<img src="{src}" alt="{alt}" class="office-logo">')
_LINK = Markup('<a href="{path}" class="{look}">{title}</a>')
_RIBBON = Markup('<div class="ribbon">{text}</div>')
_NOTICE = Markup('<div class="notice">{text}</div>')
_OUTLINE = Markup('<main class="first-outline"><p role="status">{opening}</p></main>')
_NO_PAGE = Markup('<main class="first-outline"><h2>{fault}</h2><p>{help}</p></main>')
_ATLAS = Markup("""<div class="{look}"><span class="sheet-button">{controls}</span><div class="controls">
<div class="domains"><h2>{domain}</h2><div class="choice-list">{domains}</div></div>
<div class="indicators"><h2>{indicator}</h2><div class="choice-list">{indicators}</div></div></div>
<main class="stage"><div class="selection"><span class="selection-text">{hint}</span></div>
<section class="panel map-card atlas-map-card"><header class="card-head"><div class="headline">
<h2 class="finding">{finding}</h2><p class="subject">{title}</p></div></header>
<div class="card-fill"><div class="map-box">{svg}<div class="legend">{legend}</div></div>
<div class="timeline"></div>
<details class="map-notes"><summary class="source"><span class="caveat">{caveat}</span><span>{source}</span>
<span class="credits">{credits}</span></summary></details></div></section>
<aside class="readings"><section class="panel gap-card"><header class="card-head"><h2>{gap_heading}</h2>
<strong class="gap-title {tone}">{gap_title}</strong><span class="gap-detail">{gap_detail}</span></header></section>
<section class="panel detail-card"></section></aside></main></div>""")
_OVERVIEW = Markup(
    """<div class="page overview"><div class="ov-head"><h2>{title}</h2><span class="field-label">{label}</span>
<span class="form-select form-select-sm">{year}</span></div><main class="ov-body">{body}</main></div>"""
)
_CHOICE = Markup('<div class="form-check"><label class="{look}">{label}</label></div>')
_SVG = Markup(
    '<svg class="map first-map" viewBox="{box}" style="{style}" role="img" aria-label="{title}">{shapes}</svg>'
)
_AREAS = Markup('<path class="fv" d="{paths}" data-areas="{count}" fill="{fill}"/>')  # all of one class
_BORDER = Markup('<path class="first-border" d="{path}"/>')
_BAND = Markup('<path class="first-band" d="{path}"/>')
_GROUP_LINE = Markup(
    '<path class="first-border first-halo" d="{path}"/><path class="first-border first-dashes" d="{path}"/>'
)
_LINE_OF_GROUND = Markup(
    '<path class="first-border first-{name}-edge" d="{path}"/><path class="first-border first-{name}" d="{path}"/>'
)
_NEIGHBOURS = Markup('<path class="first-neighbours" d="{path}"/>')
_NEIGHBOUR_NAME = Markup('<text x="{x}" y="{y}" fill="{fill}" font-size="{size}">{name}</text>')
_GROUP_NAME = Markup('<text class="group-name" x="{x}" y="{y}" fill="{fill}" font-size="{size}">{name}</text>')
_DIVISION = Markup('<path class="first-border first-division" d="{path}"/>')
_NAME = Markup('<text x="{x}" y="{y}" fill="{fill}">{name}{value}</text>')
_VALUE = Markup('<tspan x="{x}" dy="{line}em">{value}</tspan>')
_LEGEND_HEAD = Markup('<div class="legend-head">{text}</div>')
_ENTRY = Markup(
    '<div class="legend-entry{unused}"><span class="swatch{look}" style="background-color:{fill}"></span>'
    '<span class="legend-text">{text}</span><span class="legend-count">{count}</span></div>'
)
_LINE = 1.3  # times its letters from one line of a label to the next, as Plotly has it
_WIDTH, _HEIGHT = 565, 535  # pixels, of a map on a common screen: names are to be about as large as Plotly's


@dataclass(frozen=True)
class OfficeMark:
    """Whose program it is: the name, and the address of the logo; and the ``site`` where others find it.

    Empty where nobody said so.
    """

    name: str = ""
    logo: str = ""
    site: str = ""


NO_OFFICE = OfficeMark()


@dataclass(frozen=True)
class FirstFrame:
    """The bar above every page: the city's title, the pages by path, which of them is open, and the dataset's name.

    ``notices`` stand below it on every page.
    """

    title: str
    pages: Sequence[tuple[str, str]]
    path: str
    dataset: str
    demonstration: bool
    notices: Sequence[str] = ()
    office: OfficeMark = NO_OFFICE


@dataclass(frozen=True)
class FirstArea:
    """An area as it is drawn: its code, its short name, the number of its class (None without a value), its value."""

    code: str
    name: str
    number: int | None
    value: str


@dataclass(frozen=True)
class FirstGroup:
    """A group by name, its colour as text, and where its name stands on the map."""

    name: str
    colour: str
    at: tuple[float, float]


@dataclass(frozen=True)
class FirstMap:
    """The atlas in one view.

    ``finding`` is what the map says, ``title`` what it shows. ``panel`` is the JSON that the browser draws from and
    ``gap`` its part of the year; ``source`` and ``credits`` stand below the map. ``domains`` and ``indicators`` are
    what may be chosen, with whether it is. ``lines`` are those of roads and rivers: name, text and path data.
    ``opened``: what lies in one county or division is shown.
    """

    finding: str
    title: str
    panel: dict[str, Any]
    gap: dict[str, Any]
    areas: Sequence[FirstArea]
    svg: SvgMap
    domains: Sequence[tuple[str, bool]]
    indicators: Sequence[tuple[str, bool]]
    outline: str
    neighbours: str
    neighbour_names: Sequence[FirstGroup]
    group_line: str
    lines: Sequence[tuple[str, str, str]]
    group_names: Sequence[FirstGroup]
    source: str
    credits: str
    gap_heading: str
    labels: MapLabels
    opened: bool
    compare: SecondMap


def write_first_view(frame: FirstFrame, body: Markup | None = None) -> Markup:
    """The frame around what the page shows, or around a word that it is being opened."""
    links = Markup("").join(
        _LINK.format(path=path, title=title, look="nav-page nav-page-on" if path == frame.path else "nav-page")
        for path, title in frame.pages
    )
    return _FRAME.format(
        id=ID,
        logo=_LOGO.format(src=frame.office.logo, alt=frame.office.name) if frame.office.logo else "",
        brand=frame.office.name or say("common-product"),
        title=frame.title,
        links=links,
        pages=say("frame-pages"),
        menu=say("frame-menu"),
        dataset_label=say("atlas-dataset"),
        dataset=frame.dataset,
        search=say("search-open"),
        groups=say("groups-open"),
        tables=say("tables-menu"),
        pictures=say("export-open"),
        meeting=say("storyboard-menu"),
        help=say("help-menu"),
        log_in=say("accounts-log-in"),
        ribbon=_RIBBON.format(text=say("common-demo-ribbon")) if frame.demonstration else "",
        notices=Markup("").join(_NOTICE.format(text=text) for text in frame.notices),
        too_old=say("frame-too-old"),
        body=_OUTLINE.format(opening=say("frame-opening")) if body is None else body,
    )


def write_no_page(path: str) -> Markup:
    """What stands in place of a page that does not exist."""
    return _NO_PAGE.format(fault=say("frame-no-page", path=path), help=say("frame-no-page-help"))


def write_overview(title: str, year: str, body: Any) -> Markup:
    """The first page; ``body`` is what ``compact_elements`` makes of its cards."""
    return _OVERVIEW.format(title=title, label=say("overview-year"), year=year, body=write_html(body))


def write_atlas(view: FirstMap) -> Markup:
    """The atlas with its map."""
    return _ATLAS.format(
        look="atlas" if view.compare is SecondMap.NONE else f"atlas is-comparing by-{view.compare}",
        controls=say("atlas-controls"),
        domain=say("atlas-domain"),
        domains=_write_choices(view.domains),
        indicator=say("atlas-indicator"),
        indicators=_write_choices(view.indicators),
        hint=say("atlas-select-hint"),
        finding=view.finding,
        title=view.title,
        svg=_write_svg(view),
        legend=_write_legend(view),
        caveat=view.panel["caveat"],
        source=view.source,
        credits=view.credits,
        gap_heading=view.gap_heading,
        tone=f"tone-{view.gap.get('tone', '')}",
        gap_title=view.gap.get("title", "—"),
        gap_detail=view.gap.get("detail", ""),
    )


def _write_choices(choices: Sequence[tuple[str, bool]]) -> Markup:
    looks = {True: "choice choice-on", False: "choice"}
    return Markup("").join(_CHOICE.format(label=label, look=looks[chosen]) for label, chosen in choices)


def _write_svg(view: FirstMap) -> Markup:
    colours, inks = view.panel["colours"], view.panel["textColours"]
    # As large as assets/js/atlas/figures/map.js writes them.
    large = len(view.areas) <= MOST_LARGE or view.opened
    beside, below = (0.0, 0.0) if view.compare is SecondMap.YEARS else view.panel["room"]  # or the legend stands below
    _, _, width, height = view.svg.box
    top = 0.07 if view.panel["level"] == Level.TOWNSHIP else 0  # for the note on borders
    units = max(width / (_WIDTH * (1 - beside)), height / (_HEIGHT * (1 - below - top)))  # a pixel of a common screen
    size = units * (14 if large else 10 if view.panel["level"] == Level.TOWNSHIP else 12)
    of_class: dict[int | None, list[str]] = {}
    for area in view.areas:
        of_class.setdefault(area.number, []).append(view.svg.paths[area.code])
    areas = [
        _AREAS.format(paths="".join(paths), count=len(paths), fill=MISSING_FILL if number is None else colours[number])
        for number, paths in of_class.items()
    ]
    names = [
        _write_label(area, view, size, INK if area.number is None else inks[area.number])
        for area in (() if view.labels is MapLabels.NONE else view.areas)
        if view.panel["level"] == Level.TOWNSHIP or view.svg.name_sizes[area.code] >= size
    ]
    lines = [_DIVISION.format(path=view.svg.divisions)] if view.svg.divisions else []
    bands = [_BAND.format(path=path) for path in view.svg.borders[:1]] if not view.opened else []
    ground = [_LINE_OF_GROUND.format(name=name, path=path) for name, _, path in view.lines]
    borders = [*lines, *ground, *(_BORDER.format(path=path) for path in view.svg.borders)]
    dashed = [_GROUP_LINE.format(path=view.svg.group_line)] if view.svg.group_line else []
    letters = units * GROUP_NAME
    groups = [
        _GROUP_NAME.format(x=group.at[0], y=group.at[1], name=group.name, fill=group.colour, size=round(letters, 1))
        for group in (() if view.labels is MapLabels.NONE else view.group_names)
    ]
    around = [_NEIGHBOURS.format(path=view.neighbours)] if view.neighbours else []
    outer = [
        _NEIGHBOUR_NAME.format(x=one.at[0], y=one.at[1], name=one.name, fill=one.colour, size=round(letters * 0.55, 1))
        for one in (() if view.labels is MapLabels.NONE else view.neighbour_names)
    ]
    shapes = [*around, *bands, *areas, *borders, *dashed, *groups, *outer, *names]
    # The same room beside and below the map as assets/js/atlas/figures/map.js leaves for the legend.
    room = f"padding-left:{beside:.0%};height:{1 - below:.0%};"
    box = " ".join(f"{part:.1f}" for part in view.svg.box)
    style = f"{room}font-size:{size:.1f}px"
    return _SVG.format(box=box, style=style, title=view.title, shapes=Markup("").join(shapes))


def _write_label(area: FirstArea, view: FirstMap, size: float, fill: str) -> Markup:
    """The name of an area, with its value below it where there is room."""
    (x, y), fitting = view.svg.anchors[area.code], view.svg.value_sizes[area.code]
    if view.labels is not MapLabels.VALUES or not value_fits(fitting, size, area.value):
        return _NAME.format(x=x, y=y, name=area.name, fill=fill, value="")
    value = _VALUE.format(x=x, line=_LINE, value=area.value)
    return _NAME.format(x=x, y=round(y - size * _LINE / 2), name=area.name, fill=fill, value=value)


def _write_legend(view: FirstMap) -> Markup:
    counts = [sum(area.number == number for area in view.areas) for number in range(len(view.panel["legend"]))]
    entries = [
        _write_entry(text, count, "", fill)
        for text, count, fill in zip(view.panel["legend"], counts, view.panel["colours"], strict=True)
    ]
    small = [entries.pop()] if view.panel["small"] else []
    missing = sum(area.number is None for area in view.areas)
    last = [
        _write_entry(say("common-missing"), missing, " swatch-missing", "transparent"),
        _ENTRY.format(unused="", look=" swatch-outline", fill="transparent", text=view.outline, count=""),
    ]
    if view.svg.group_line:
        text = view.group_line
        last.append(_ENTRY.format(unused="", look=" swatch-group-line", fill="transparent", text=text, count=""))
    for name, text, _ in view.lines:
        last.append(_ENTRY.format(unused="", look=f" swatch-{name}", fill="", text=text, count=""))
    if view.panel["legendNote"]:
        last.append(
            _ENTRY.format(unused="", look=" swatch-none", fill="transparent", text=view.panel["legendNote"], count="")
        )
    head = [_LEGEND_HEAD.format(text=view.panel["legendHead"])] if view.panel["legendHead"] else []
    return Markup("").join([*head, *reversed(entries), *small, *last])


def _write_entry(text: str, count: int, look: str, fill: str) -> Markup:
    return _ENTRY.format(unused="" if count else " is-unused", look=look, fill=fill, text=text, count=count)
