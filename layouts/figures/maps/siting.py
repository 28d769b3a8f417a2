"""Traces of a scenario on the coverage map: new, moved and closed facilities, settlements gained and lost."""

from collections.abc import Sequence
from dataclasses import dataclass
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

WON, LOST, NEW = "#17694B", "#A3123A", "#E8B100"
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


@dataclass(frozen=True)
class MarkedPoints:
    """Places in degrees of EPSG:4490, and what is told of each."""

    longitudes: Sequence[float] = ()
    latitudes: Sequence[float] = ()
    texts: Sequence[str] = ()


@dataclass(frozen=True)
class SitingMap:
    """What a scenario shows. ``ways`` lead from where moved facilities stood to where they stand.

    ``reach`` is the area within the standard of new and moved ones as GeoJSON with one feature; None where it is empty.
    """

    new: MarkedPoints
    closed: MarkedPoints
    won: MarkedPoints
    lost: MarkedPoints
    ways: Sequence[tuple[tuple[float, float], tuple[float, float]]]
    reach: dict[str, Any] | None


def siting_map(text: OutcomeText, reach: dict[str, Any] | None) -> SitingMap:
    """What an outcome shows; ``reach`` is as ``SitingMap`` has it."""
    outcome = text.outcome
    before, after = outcome.before.coverage.covered, outcome.covered
    is_closed = [one.change.kind is ChangeKind.CLOSE for one in outcome.placed]
    return SitingMap(
        new=_changed_facilities(text, [at for at, closed in enumerate(is_closed) if not closed]),
        closed=_changed_facilities(text, [at for at, closed in enumerate(is_closed) if closed]),
        won=_collect_settlements(text, ~before & after, words.WON),
        lost=_collect_settlements(text, before & ~after, words.LOST),
        ways=[(one.came_from, (one.longitude, one.latitude)) for one in outcome.placed if one.came_from],
        reach=reach,
    )


def _changed_facilities(text: OutcomeText, positions: Sequence[int]) -> MarkedPoints:
    placed = [text.outcome.placed[at] for at in positions]
    hovers = [
        words.hover(words.CHANGE_KINDS[one.change.kind], escape_markup(text.name(at)), escape_markup(text.place(one)))
        for at, one in zip(positions, placed, strict=True)
    ]
    return MarkedPoints([one.longitude for one in placed], [one.latitude for one in placed], hovers)


def _collect_settlements(text: OutcomeText, mask: np.ndarray, what: str) -> MarkedPoints:
    places = text.outcome.residents.places[mask]
    hovers = [
        words.hover(what, escape_markup(str(name)), text.people(count))
        for name, count in zip(places["name"], places["population"], strict=True)
    ]
    return MarkedPoints(list(places.geometry.x), list(places.geometry.y), hovers)


def siting_traces(shown: SitingMap) -> list[dict[str, Any]]:
    """The traces as plain JSON, for the browser to lay over the map; those with nothing in them are left out."""
    marked = [
        (SitingTrace.WON, shown.won, "circle", WON, 11, {"color": theme.PAPER, "width": 1.2}),
        (SitingTrace.LOST, shown.lost, "circle", LOST, 11, {"color": theme.PAPER, "width": 1.2}),
        (SitingTrace.CLOSED, shown.closed, "x", theme.LINE_80, 13, {"color": theme.INK, "width": 1.4}),
        (SitingTrace.NEW, shown.new, "star", NEW, 17, {"color": theme.INK, "width": 1.4}),
    ]
    traces = {
        name: go.Scattergeo(
            name=name,
            lon=list(points.longitudes),
            lat=list(points.latitudes),
            text=list(points.texts),
            hovertemplate=_HOVER,
            mode="markers",
            marker={"symbol": symbol, "size": size, "color": colour, "line": line},
        )
        for name, points, symbol, colour, size, line in marked
        if points.longitudes
    }
    if shown.reach:
        reach = single_colour_trace(SitingTrace.REACH, None, _REACH_FILL, NEW, 1.2)
        traces[SitingTrace.REACH] = reach.update(
            geojson=shown.reach, locations=[shown.reach["features"][0]["id"]], z=[0]
        )
    if shown.ways:
        places = [place for way in shown.ways for place in (*way, (None, None))]  # a gap after each way
        traces[SitingTrace.WAYS] = go.Scattergeo(
            name=SitingTrace.WAYS,
            lon=[longitude for longitude, _ in places],
            lat=[latitude for _, latitude in places],
            mode="lines",
            line={"color": theme.INK, "width": 1.6, "dash": "dash"},
            hoverinfo="skip",
        )
    return [traces[name].to_plotly_json() for name in SitingTrace if name in traces]
