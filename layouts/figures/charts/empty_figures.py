"""The figures of the map's page before any number: one map a level, and three charts."""

from typing import Any

from geodata.geography import Geography
from geodata.layers import EncodedLayer, LayerKind
from geodata.region import Level
from layouts.figures import theme
from layouts.figures.charts.gap import gap_figure
from layouts.figures.charts.ranking import ranking_figure
from layouts.figures.charts.trend import trend_figure
from layouts.figures.maps.choropleth import map_figure


def empty_figures(
    geography: Geography, layers: dict[tuple[Level, LayerKind], EncodedLayer], geometry_url: str
) -> dict[str, Any]:
    """The figures before any number, as JSON: one map a level, and the three charts. They are sent once."""
    region = geography.region
    colours = {key: group.colour for key, group in region.groups.items()}
    rows = {region.groups[key].name: region.groups[key].colour for key in (region.focus, region.benchmark)}

    def url(level: Level, kind: LayerKind) -> str:
        return geometry_url + layers[level, kind].file_name

    maps = {
        level: map_figure(
            url(level, LayerKind.AREAS),
            url(level, LayerKind.HATCH),
            url(level, LayerKind.LABELS),
            url(level, LayerKind.OUTLINES),
        ).to_plotly_json()
        for level in geography.levels
    }
    counties = {code: str(group) for code, group in geography.counties["group"].items()}
    return {
        "maps": maps,
        "colours": theme.FOR_BROWSER,
        "gap": gap_figure(rows).to_plotly_json(),
        "ranking": ranking_figure().to_plotly_json(),
        "trend": trend_figure(counties, colours),
    }
