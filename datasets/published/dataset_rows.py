"""Read the rows of a stored or shipped dataset by kind, in the columns of ``STORED``."""

import geopandas as gpd
import pandas as pd

from datasets.kinds import STORED, ImportKind
from datasets.published.published_city import PublishedCity


def list_kinds(published_city: PublishedCity, dataset: str) -> list[ImportKind]:
    """List the kinds of rows that a dataset has, imported or shipped."""
    shown = published_city.shown_version(dataset)
    if shown:
        return list(dict.fromkeys(batch.kind for batch in published_city.store.version(shown.version_id).batches))
    shipped = published_city.foundation.shipped.get(dataset)
    if shipped is None:
        return []
    return [ImportKind.OBSERVATIONS, *([ImportKind.FACILITIES] if len(shipped.facilities) else [])]


def read_rows(published_city: PublishedCity, dataset: str, kind: ImportKind) -> pd.DataFrame | None:
    """Read the rows of the shown version or of a shipped dataset; None where it lacks the kind."""
    version = published_city.shown_version(dataset)
    if version:  # benchmark figures are stored among the observations
        return version.rows[kind] if kind in version.rows else published_city.store.rows(version.version_id, kind)
    shipped = published_city.foundation.shipped[dataset]
    if kind is ImportKind.OBSERVATIONS:
        return shipped.observations
    return list_facility_rows(shipped.facilities) if kind is ImportKind.FACILITIES and len(shipped.facilities) else None


def list_facility_rows(facilities: gpd.GeoDataFrame) -> pd.DataFrame:
    """Convert the facilities of a ``Dataset`` (points in EPSG:4490) to rows with longitude and latitude."""
    points = facilities.geometry
    placed = pd.DataFrame(facilities.drop(columns=points.name)).assign(longitude=points.x, latitude=points.y)
    return placed[STORED[ImportKind.FACILITIES]]
