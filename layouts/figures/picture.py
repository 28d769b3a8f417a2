"""The sheet around a map picture: title, legend, notes and watermark at a fixed size, whatever the window's.

The browser puts the map of the moment into it and saves a PNG.
"""

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from layouts.figures import theme

WIDTH, HEIGHT, SCALE = 1600, 1000, 2  # CSS pixels, and how many dots to a pixel
_LEFT, _RIGHT = 0.025, 0.975
_LEGEND_X = 0.785
_MAP_TOP, _MAP_BOTTOM = 0.865, 0.125
_ROW = 0.042
_HEADING_CHARS, _NOTE_CHARS = 15, 96  # full-width characters to a line


@dataclass(frozen=True)
class Legend:
    """One legend: a heading, and per class its label, colour and number of areas; then the areas without a value."""

    heading: str
    labels: list[str]
    colours: list[str]
    counts: list[int]
    missing_label: str
    missing: int


@dataclass(frozen=True)
class Sheet:
    """All that stands around one map or two; ``outline`` says what the thick lines are."""

    title: str
    subtitle: str
    map_titles: list[str]
    legends: list[Legend]
    outline: str
    notes: list[str]
    watermark: str | None
    file_name: str


def sheet_layout(sheet: Sheet) -> dict[str, Any]:
    """The layout of the picture as JSON; maps go into ``geo`` and, where two are shown, ``geo2``."""
    annotations = [
        _text(_LEFT, 0.985, f"<b>{sheet.title}</b>", 34, "top"),
        _text(_LEFT, 0.925, sheet.subtitle, 19, "top", theme.QUIET),
    ]
    shapes: list[dict[str, Any]] = []
    top = _MAP_TOP - 0.03
    for legend in sheet.legends:
        drawn, written, top = _legend(legend, top)
        shapes += drawn
        annotations += written
        top -= 0.03
    shapes.append(_stroke(_LEGEND_X, _LEGEND_X + 0.026, top, top, theme.OUTLINE, 3))
    annotations.append(_text(_LEGEND_X + 0.035, top, sheet.outline, 17, "middle"))
    annotations += _notes(sheet.notes)
    domains = _map_domains(len(sheet.map_titles))
    if len(sheet.map_titles) > 1:
        annotations += [
            _text(left, _MAP_TOP, f"<b>{title}</b>", 21, "top")
            for (left, _), title in zip(domains, sheet.map_titles, strict=True)
        ]
    if sheet.watermark:
        annotations += [
            _watermark(sheet.watermark, (left + right) / 2, y) for left, right in domains for y in (0.66, 0.46, 0.26)
        ]
    geos = {
        f"geo{position or ''}": {
            "visible": False,
            "projection": {"type": "mercator"},
            "fitbounds": "locations",
            "bgcolor": "rgba(0,0,0,0)",
            "domain": {"x": list(domain), "y": [_MAP_BOTTOM, _MAP_TOP - 0.035 * (len(domains) > 1)]},
        }
        for position, domain in zip([0, 2], domains, strict=False)
    }
    layout = theme.base_layout(
        width=WIDTH,
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        shapes=shapes,
        annotations=annotations,
        **geos,
    )
    return go.Figure(layout=layout).to_plotly_json()["layout"]


def _map_domains(count: int) -> list[tuple[float, float]]:
    if count == 1:
        return [(_LEFT, _LEGEND_X - 0.02)]
    middle = (_LEFT + _LEGEND_X - 0.02) / 2
    return [(_LEFT, middle - 0.005), (middle + 0.005, _LEGEND_X - 0.02)]


def _legend(legend: Legend, top: float) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
    """Shapes and texts of a legend that starts at ``top``, and where it ends."""
    lines = _wrapped(legend.heading, _HEADING_CHARS)
    written = [_text(_LEGEND_X, top, f"<b>{'<br>'.join(lines)}</b>", 17, "top")]
    top -= 0.024 * (len(lines) - 1)
    shapes: list[dict[str, Any]] = []
    rows = [*zip(legend.labels, legend.colours, legend.counts, strict=True)][::-1]
    for label, colour, count in rows:
        top -= _ROW
        shapes.append(_swatch(top, colour))
        written.append(_text(_LEGEND_X + 0.035, top - 0.014, f"{label}　<i>{count}</i>", 17, "middle"))
    if legend.missing:
        top -= _ROW
        shapes += [_swatch(top, theme.MISSING_FILL), *_hatch(top)]
        written.append(
            _text(_LEGEND_X + 0.035, top - 0.014, f"{legend.missing_label}　<i>{legend.missing}</i>", 17, "middle")
        )
    return shapes, written, top - _ROW


def _swatch(top: float, colour: str) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "paper",
        "yref": "paper",
        "x0": _LEGEND_X,
        "x1": _LEGEND_X + 0.026,
        "y0": top - 0.028,
        "y1": top,
        "fillcolor": colour,
        "line": {"color": theme.RULE, "width": 1},
    }


def _hatch(top: float) -> list[dict[str, Any]]:
    """Three diagonal strokes across a swatch."""
    width = 0.0175  # the swatch's height, as a share of the sheet's width
    starts = (_LEGEND_X, _LEGEND_X + 0.004, _LEGEND_X + 0.0085)
    return [_stroke(start, start + width, top - 0.028, top, theme.MISSING_HATCH, 2) for start in starts]


def _stroke(x0: float, x1: float, y0: float, y1: float, colour: str, width: float) -> dict[str, Any]:
    line = {"color": colour, "width": width}
    return {"type": "line", "xref": "paper", "yref": "paper", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": line}


def _notes(notes: list[str]) -> list[dict[str, Any]]:
    """The notes at the foot of the sheet, the last line on its lower edge."""
    lines = [line for note in notes for line in _wrapped(note, _NOTE_CHARS)]
    return [
        _text(_LEFT, 0.02 + 0.023 * (len(lines) - 1 - row), line, 14, "middle", theme.QUIET)
        for row, line in enumerate(lines)
    ]


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` full-width characters; Chinese breaks anywhere."""
    lines, line, used = [], "", 0.0
    for character in text:
        size = 1.0 if ord(character) > 0x2E80 else 0.55
        if used + size > width:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + character, used + size
    return [*lines, line]


def _text(x: float, y: float, text: str, size: int, anchor: str, colour: str = theme.INK) -> dict[str, Any]:
    return {
        "xref": "paper",
        "yref": "paper",
        "x": x,
        "y": y,
        "text": text,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": anchor,
        "align": "left",
        "font": {"size": size, "color": colour, "family": theme.FONTS},
    }


def _watermark(text: str, x: float, y: float) -> dict[str, Any]:
    return _text(x, y, text, 40, "middle", theme.LINE_80) | {"xanchor": "center", "textangle": -24, "opacity": 0.3}
