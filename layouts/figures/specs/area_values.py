"""Values below the names of areas on a map: their texts, and where there is room for them."""

import pandas as pd

from geodata.svg_map import SHORT_VALUE
from indicators.classed_values import ClassedValues
from layouts.figures.specs.panel_data import round_within_classes
from layouts.words.charts import value_text


def area_values(panel: ClassedValues, year: int) -> pd.Series:
    """What a map writes of every area's value in a year, by code: without a unit, and nothing where it is missing."""
    decimals, yes_no = panel.indicator.decimals, panel.indicator.yes_no
    shown = round_within_classes(panel).T[year]
    return shown.map(lambda value: "" if pd.isna(value) else value_text(value, decimals, yes_no)).astype(object)


def value_fits(fitting: float, size: float, value: str) -> bool:
    """Whether a value fits below a name in letters of a ``size``, where a short value does in those of ``fitting``.

    The browser asks alike (assets/js/atlas/figures/map.js).
    """
    return bool(value) and fitting >= size * max(1, len(value) / SHORT_VALUE)
