"""Straight-line distances between places, in the region's metric CRS."""

import geopandas as gpd
import pandas as pd


def km_between(origins: gpd.GeoSeries, destinations: gpd.GeoSeries, metric_crs: str) -> pd.Series:
    """The distance in km from each origin to the destination of the same index label (NaN where there is none)."""
    return origins.to_crs(metric_crs).distance(destinations.to_crs(metric_crs), align=True) / 1000
