"""Traces of a scenario on the coverage map: new, moved and closed facilities, settlements gained and lost."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import numpy as np
import plotly.graph_objects as go

from datasets.siting.scenario import ChangeKind
from layouts.figures import theme
from layouts.figures.maps.choropleth import single_colour_trace
from layouts.figures.maps.coverage_data import escape_markup
from layouts.words.pages import siting as words
from layouts.words.siting_outcome import OutcomeText
from locales import say

_REACH_FILL = "rgba(232, 177, 0, .22)"
_HOVER = "%{text}<extra></extra>"


class SitingTrace(StrEnum):
    """The traces that are laid over the map, bottom first."""

    REACH = "siting-reach"
    WON = "siting-won"
    LOST = "siting-lost"
    WAYS = "siting-ways"
    CLOSED = "siting-closed"
    NEW = "siting-new"

    @property
    def key(self) -> str:
        """What the words of a legend call it."""
        return self.removeprefix("siting-")


_LOOKS: dict[SitingTrace, dict[str, Any]] = {
    SitingTrace.WON: {"symbol": "circle", "color": theme.WON, "size": 11, "line": {"color": theme.PAPER, "width": 1.2}},
    SitingTrace.LOST: {
        "symbol": "circle",
        "color": theme.LOST,
        "size": 11,
        "line": {"color": theme.PAPER, "width": 1.2},
    },
    SitingTrace.CLOSED: {"symbol": "x", "color": theme.LINE_80, "size": 13, "line": {"color": theme.INK, "width": 1.4}},
    SitingTrace.NEW: {
        "symbol": "star",
        "color": theme.NEW_FACILITY,
        "size": 17,
        "line": {"color": theme.INK, "width": 1.4},
    },
}


Point = tuple[float, float, str]  # longitude and latitude in EPSG:4490, and what a pointer reads
Way = tuple[tuple[float, float], tuple[float, float]]  # from where a moved facility stood to where it stands


def draw_scenario(text: OutcomeText, reach: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The traces of an outcome; ``reach`` is as ``siting_traces`` takes it."""
    outcome = text.outcome
    before, after = outcome.before.coverage.covered, outcome.covered
    points = {
        SitingTrace.NEW: _changed_facilities(text, closed=False),
        SitingTrace.CLOSED: _changed_facilities(text, closed=True),
        SitingTrace.WON: _collect_settlements(text, ~before & after, say("siting-won")),
        SitingTrace.LOST: _collect_settlements(text, before & ~after, say("siting-lost")),
    }
    ways = [(one.came_from, (one.longitude, one.latitude)) for one in outcome.placed if one.came_from]
    return siting_traces(points, ways, reach)


def _changed_facilities(text: OutcomeText, closed: bool) -> list[Point]:
    def describe(at: int, kind: ChangeKind, place: str) -> str:
        return words.hover(say("siting-change-kinds", kind=kind), escape_markup(text.name(at)), escape_markup(place))

    return [
        (one.longitude, one.latitude, describe(at, one.change.kind, text.place(one)))
        for at, one in enumerate(text.outcome.placed)
        if (one.change.kind is ChangeKind.CLOSE) is closed
    ]


def _collect_settlements(text: OutcomeText, mask: np.ndarray, what: str) -> list[Point]:
    places = text.outcome.residents.places[mask]
    columns = (places.geometry.x, places.geometry.y, places["name"], places["population"])
    return [
        (x, y, words.hover(what, escape_markup(str(name)), text.people(count)))
        for x, y, name, count in zip(*columns, strict=True)
    ]


def siting_traces(
    points: Mapping[SitingTrace, Sequence[Point]], ways: Sequence[Way], reach: dict[str, Any] | None
) -> list[dict[str, Any]]:
    """The traces as plain JSON, for the browser to lay over the map; those with nothing in them are left out.

    ``reach`` is the area within the standard of new and moved facilities as GeoJSON with one feature; None if empty.
    """
    traces = {
        name: go.Scattergeo(
            name=name,
            lon=[longitude for longitude, _, _ in own],
            lat=[latitude for _, latitude, _ in own],
            text=[told for _, _, told in own],
            hovertemplate=_HOVER,
            mode="markers",
            marker=_LOOKS[name],
        )
        for name, own in points.items()
        if own
    }
    if reach:
        area = single_colour_trace(SitingTrace.REACH, None, _REACH_FILL, theme.NEW_FACILITY, 1.2)
        traces[SitingTrace.REACH] = area.update(geojson=reach, locations=[reach["features"][0]["id"]], z=[0])
    if ways:
        places = [place for way in ways for place in (*way, (None, None))]  # a gap after each way
        traces[SitingTrace.WAYS] = go.Scattergeo(
            name=SitingTrace.WAYS,
            lon=[longitude for longitude, _ in places],
            lat=[latitude for _, latitude in places],
            mode="lines",
            line={"color": theme.INK, "width": 1.6, "dash": "dash"},
            hoverinfo="skip",
        )
    return [traces[name].to_plotly_json() for name in SitingTrace if name in traces]
