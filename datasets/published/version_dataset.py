"""Read a stored version and build its dataset: its own rows, and those of its base dataset where it has none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import geopandas as gpd
import pandas as pd

from datasets.city.build_dataset import complete_dataset
from datasets.city.city import Dataset
from datasets.kinds import KEYS, STORED, ImportKind
from datasets.shipped.load import Foundation, build_city
from datasets.store.model import StoredDataset, Version
from datasets.store.versions.spatial_rows import build_geometries
from datasets.store.versions.versions import Store
from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.geography import Geography, build_geography
from indicators.definition import ValueKind

_MAIN_ROADS = ("expressway", "national", "provincial")  # ids of road_classes.toml


@dataclass(frozen=True)
class VersionRows:
    """One version of a stored dataset in memory: its rows by kind, in the columns of ``STORED``."""

    dataset: StoredDataset
    version_id: int
    number: int
    rows: Mapping[ImportKind, pd.DataFrame]
    read_publication: Callable[[], tuple[datetime, tuple[int, int, int]]] | None = None


def read_version_rows(store: Store, dataset: StoredDataset, version: Version) -> VersionRows:
    """Read all rows of a version. Raises StoreUnavailableError."""
    kinds = [kind for kind in ImportKind if kind is not ImportKind.BENCHMARK]  # stored among the observations
    rows: dict[ImportKind, pd.DataFrame] = {kind: store.rows(version.id, kind) for kind in kinds}
    return VersionRows(
        dataset, version.id, version.number, rows, lambda: (version.created_at, store.count_changed_rows(version.id))
    )


def build_dataset(foundation: Foundation, geography: Geography, version: VersionRows) -> Dataset:
    """Build the dataset of a version: its own figures and places, and those of its base that it lacks."""
    stored = version.dataset
    own = version.rows[ImportKind.OBSERVATIONS]
    base = foundation.shipped.get(stored.base or "")
    figures = add_base_observations(own, base)
    kinds = {name: ImportKind(name) for name in ("facilities", "settlements", "roads")}
    layers = {name: _build_layer(version.rows[kind]) for name, kind in kinds.items() if len(version.rows[kind])}
    others = {name: getattr(base, name) for name in (*kinds, "statements", "comparability")} if base else {}
    bare = Dataset(
        id=stored.id,
        name=stored.name,
        description=stored.description,
        demonstration=bool((figures["kind"] == ValueKind.DEMONSTRATION).any()),
        observations=own,
        number=version.number,
        read_publication=version.read_publication,
        **others | layers,
    )
    return complete_dataset(bare, figures, build_city(foundation, geography, {}))


def add_base_observations(own: pd.DataFrame, base: Dataset | None) -> pd.DataFrame:
    """Add to a dataset's observations those of its base whose key (variable, area, year) it lacks."""
    key, columns = KEYS[ImportKind.OBSERVATIONS], STORED[ImportKind.OBSERVATIONS]
    others = base.observations if base else own.iloc[:0]
    known = pd.MultiIndex.from_frame(others[key]).isin(pd.MultiIndex.from_frame(own[key]))
    return pd.concat([own[columns], others.loc[~known, columns]], ignore_index=True).astype(
        {"variable": str, "area_code": str, "year": int, "value": float, "kind": str, "source": str}
    )


def build_version_geography(
    foundation: Foundation, townships: VersionRows | None, roads: VersionRows | None = None
) -> Geography:
    """Build the shipped geography, with the official township polygons of one version and the main roads of another.

    The roads stand on maps of a region whose base map has none of its own.
    """
    geography = _build_official_geography(foundation, townships) if townships else foundation.geography
    if roads is None or len(geography.surroundings.roads):
        return geography
    lines = _build_layer(select_main_roads(roads)).geometry.set_crs(GEOGRAPHIC_CRS)
    return replace(geography, surroundings=replace(geography.surroundings, roads=lines))


def select_main_roads(version: VersionRows) -> pd.DataFrame:
    """Select the roads of a version that a map of a whole region has room for."""
    roads = version.rows[ImportKind.ROADS]
    return roads[roads["road_class"].isin(_MAIN_ROADS)]


def _build_official_geography(foundation: Foundation, version: VersionRows) -> Geography:
    official = version.rows[ImportKind.TOWNSHIPS]
    codes = official["code"].astype(str).to_numpy()  # plain arrays: a series would be aligned by its own index
    polygons = gpd.GeoSeries.from_wkb(official["geometry"].to_numpy(), index=codes, crs=GEOGRAPHIC_CRS)
    return build_geography(foundation.geography.region, foundation.townships, foundation.base_map, polygons)


def _build_layer(rows: pd.DataFrame) -> gpd.GeoDataFrame:
    attributes = rows.drop(columns=["longitude", "latitude", "geometry"], errors="ignore")
    return gpd.GeoDataFrame(attributes, geometry=build_geometries(rows).set_axis(rows.index))
