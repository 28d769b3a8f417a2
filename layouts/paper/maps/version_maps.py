"""Two versions of a dataset as a picture of two maps: an indicator under one legend, or spatial rows."""

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from datasets.city.city import City
from datasets.published.dataset_comparison import DatasetComparison
from geodata.geography import Geography
from geodata.region import Level
from indicators.classes import BreakMethod
from indicators.definition import Indicator
from layouts.figures.maps.map_spec import MapSpec, map_spec
from layouts.paper.sheet.picture_spec import Caption, FeatureMap, PictureSpec, RenderTask, SheetKind
from layouts.sheet_sizes import Format, parse_paper
from layouts.words.common import number
from layouts.words.pages.map_ground import group_line_text, outline_texts
from layouts.words.paper import pictures as picture_words
from locales import say

_CLASSES = 5
_SIZE, _DPI = "1000x400", 96
_COLOURS = "#17694B", "#A3123A"  # of what the state after has of its own, and the state before


def indicator_maps(comparison: DatasetComparison, indicator: str, year: int, titles: tuple[str, str]) -> RenderTask:
    """SVG of the counties after (left, ``titles[0]``) and before, classed alike.

    Raises NothingToCompareError.
    """
    city, dataset = comparison.find_state(indicator, year)
    entry, names = city.indicators[indicator], city.geography.areas(Level.COUNTY)["short_name"]
    scheme = city.panel(dataset, indicator, Level.COUNTY, BreakMethod.NATURAL, _CLASSES).scheme
    spec = _county_spec(city, dataset, indicator, year, names)
    specs = [
        replace(
            spec,
            title=title,
            classes=scheme.classify(values),
            names=_append_values(names, values, entry),
        )
        for title, values in zip(
            titles, (_of_year(each, year, names.index) for each in comparison.county_values(indicator)), strict=True
        )
    ]
    is_demonstration = comparison.after.datasets[comparison.dataset].demonstration
    caption = Caption(
        title=picture_words.title(city.region.name, [(entry, year)]),
        watermark=say("common-demo-ribbon") if is_demonstration else None,
    )
    return _render_task(PictureSpec(SheetKind.MAPS, (specs, city.geography, caption)))


def _county_spec(city: City, dataset: str, indicator: str, year: int, names: pd.Series) -> MapSpec:
    region, panel = city.region, city.panel(dataset, indicator, Level.COUNTY, BreakMethod.NATURAL, _CLASSES)
    spec = map_spec(
        panel,
        year,
        Level.COUNTY,
        ("", picture_words.legend_title(city.indicators[indicator], panel.scheme)),
        names,
        outline_texts(region)[Level.COUNTY],
        False,
    )
    return replace(spec, group_line=group_line_text(region))


def _append_values(names: pd.Series, values: pd.Series, indicator: Indicator) -> pd.Series:
    """Names with their values: a change within a class shows too."""
    if indicator.yes_no:
        return names
    texts = values.map(lambda value: f" {number(value, indicator.decimals)}", na_action="ignore").fillna("")
    return names + texts.astype(str)


def _of_year(values: pd.Series, year: int, codes: pd.Index) -> pd.Series:
    in_year = values.index.get_level_values("year") == year
    return values[in_year].droplevel("year").reindex(codes)


def feature_maps(
    states: Sequence[tuple[gpd.GeoSeries, np.ndarray]], geography: Geography, titles: tuple[str, str]
) -> RenderTask:
    """SVG of the shapes after (left, ``titles[0]``) and before, each with a mask of those that the other has not."""
    left, right = (
        FeatureMap(
            say("data-states-coloured", title=titles[at], side=("after", "before")[at]), shapes, differs, _COLOURS[at]
        )
        for at, (shapes, differs) in enumerate(states)
    )
    crs, caption = geography.region.metric_crs, Caption(title="")  # what is shown is chosen above the picture
    return _render_task(PictureSpec(SheetKind.FEATURES, ((left, right), geography.counties, crs, caption)))


def _render_task(spec: PictureSpec) -> RenderTask:
    return RenderTask(spec, parse_paper(_SIZE, _DPI), Format.SVG)
