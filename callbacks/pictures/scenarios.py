"""Pictures of scenarios: the small ones of a comparison, and those of documents."""

from datasets.city.city import City
from datasets.siting.placed_changes import places_in_metres
from datasets.siting.scenario import ChangeKind
from datasets.siting.scenario_outcome import ScenarioOutcome, draw_new_reach
from geodata.travel.travel import to_metres
from layouts.paper.sheet.picture_spec import Caption, PictureSpec, RenderTask, ScenarioSpec, SheetKind
from layouts.sheet_sizes import Format, parse_paper
from locales import say

_SMALL, _SMALL_DPI, _SMALL_MARKS = "640x600", 96, 2.0


def scenario_map(city: City, outcome: ScenarioOutcome) -> RenderTask:
    """A small map as SVG, for beside others."""
    watermark = say("picture-watermark") if city.datasets[outcome.scenario.dataset].demonstration else None
    spec, caption, on = scenario_spec(city, outcome), Caption("", watermark=watermark), parse_paper(_SMALL, _SMALL_DPI)
    return RenderTask(PictureSpec(SheetKind.SCENARIO, (spec, city.geography, caption), (_SMALL_MARKS,)), on, Format.SVG)


def scenario_spec(city: City, outcome: ScenarioOutcome) -> ScenarioSpec:
    """The description of a scenario's picture, in the region's metric CRS."""
    crs, found = city.region.metric_crs, outcome.before
    homes = to_metres(outcome.residents.places.geometry, crs)
    before, after = found.coverage.covered, outcome.covered
    placed = outcome.placed
    gone = {one.change.code for one in placed}
    kept = found.facilities[~found.facilities["code"].astype(str).isin(gone).to_numpy()]
    ways = [(one.came_from, (one.longitude, one.latitude)) for one in placed if one.came_from]
    return ScenarioSpec(
        standing=to_metres(kept.geometry, crs),
        new=places_in_metres(
            city, [(p.longitude, p.latitude) for p in placed if p.change.kind is not ChangeKind.CLOSE]
        ),
        closed=places_in_metres(city, [(p.longitude, p.latitude) for p in placed if p.change.kind is ChangeKind.CLOSE]),
        covered=homes[before & after],
        uncovered=homes[~before & ~after],
        won=homes[~before & after],
        lost=homes[before & ~after],
        reach=draw_new_reach(city, outcome),
        ways=[(places_in_metres(city, [start])[0], places_in_metres(city, [end])[0]) for start, end in ways],
    )
