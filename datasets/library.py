"""The city as it is now: what is shipped and what the store has published, kept in memory as one unchanging whole."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Event, Lock, Thread

import geopandas as gpd
import pandas as pd

from datasets.city import City, Dataset, no_facilities, no_roads, no_settlements
from datasets.imports.model import KEYS, STORED, ImportKind
from datasets.load import Foundation, city_of
from datasets.located import Located, worked_out
from datasets.store.model import StoredDataset, Version
from datasets.store.versions import Store
from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.geography import Geography, build_geography
from indicators.definition import Kind

LOOK_EVERY = 0.5  # seconds between two looks at the store
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Edition:
    """One version of a stored dataset, read: its rows by kind, in the columns of ``STORED``."""

    dataset: StoredDataset
    version_id: int
    number: int
    rows: Mapping[ImportKind, pd.DataFrame]


def read_edition(store: Store, dataset: StoredDataset, version: Version) -> Edition:
    """All rows of a version. Raises StoreUnavailableError."""
    kinds = [kind for kind in ImportKind if kind is not ImportKind.BENCHMARK]  # it stands among the observations
    rows: dict[ImportKind, pd.DataFrame] = {kind: store.rows(version.id, kind) for kind in kinds}
    return Edition(dataset, version.id, version.number, rows)


def build_dataset(foundation: Foundation, geography: Geography, edition: Edition) -> Dataset:
    """The dataset that a version makes: its own figures, and those of its base where it has none."""
    stored = edition.dataset
    own = edition.rows[ImportKind.OBSERVATIONS]
    base = foundation.shipped.get(stored.base or "")
    figures = with_base(own, base)
    located = _located(edition, base, geography)
    records, homes = worked_out(figures, located, foundation.grounds(geography))
    return Dataset(
        id=stored.id,
        name=stored.name,
        description=stored.description,
        demonstration=bool((figures["kind"] == Kind.DEMONSTRATION).any()),
        observations=own,
        records=records,
        facilities=located.facilities,
        number=edition.number,
        settlements=located.settlements,
        roads=located.roads,
        homes=homes,
    )


def _located(edition: Edition, base: Dataset | None, geography: Geography) -> Located:
    """The places of a version, and those of its base of the kinds that it has none of."""
    nowhere = Located(no_facilities(geography), no_settlements(), no_roads())
    others = Located(base.facilities, base.settlements, base.roads) if base else nowhere
    facilities, settlements, roads = (
        edition.rows[kind] for kind in (ImportKind.FACILITIES, ImportKind.SETTLEMENTS, ImportKind.ROADS)
    )
    return Located(
        _points(facilities) if len(facilities) else others.facilities,
        _points(settlements) if len(settlements) else others.settlements,
        _lines(roads) if len(roads) else others.roads,
    )


def with_base(own: pd.DataFrame, base: Dataset | None) -> pd.DataFrame:
    """A dataset's own observations, and those of its base that it has not itself."""
    key, columns = KEYS[ImportKind.OBSERVATIONS], STORED[ImportKind.OBSERVATIONS]
    others = base.observations if base else own.iloc[:0]
    known = pd.MultiIndex.from_frame(others[key]).isin(pd.MultiIndex.from_frame(own[key]))
    return pd.concat([own[columns], others.loc[~known, columns]], ignore_index=True).astype(
        {"variable": str, "area_code": str, "year": int, "value": float, "kind": str, "source": str}
    )


def _points(facilities: pd.DataFrame) -> gpd.GeoDataFrame:
    points = gpd.points_from_xy(facilities["longitude"], facilities["latitude"], crs=GEOGRAPHIC_CRS)
    return gpd.GeoDataFrame(facilities.drop(columns=["longitude", "latitude"]), geometry=points)


def _lines(roads: pd.DataFrame) -> gpd.GeoDataFrame:
    lines = gpd.GeoSeries.from_wkb(roads["geometry"], crs=GEOGRAPHIC_CRS)
    return gpd.GeoDataFrame(roads.drop(columns="geometry"), geometry=lines)


def geography_of(foundation: Foundation, editions: list[Edition]) -> Geography:
    """The shipped geography, or one with the official township polygons that were published last."""
    polygons = [edition.rows[ImportKind.TOWNSHIPS] for edition in editions]
    official = next((rows for rows in reversed(polygons) if len(rows)), None)
    if official is None:
        return foundation.geography
    codes = official["code"].astype(str).to_numpy()  # plain arrays: a series would be aligned by its own index
    shapes = gpd.GeoSeries.from_wkb(official["geometry"].to_numpy(), index=codes, crs=GEOGRAPHIC_CRS)
    return build_geography(foundation.geography.region, foundation.townships, shapes)


class Library:
    """The newest city. A reader that holds one keeps it: nothing in it ever changes."""

    def __init__(self, foundation: Foundation, store: Store) -> None:
        self.foundation, self.store = foundation, store
        self._turn, self._closed = Lock(), Event()
        self._watcher: Thread | None = None
        self._fault = ""  # of the last look, empty if there was none
        self._state = -1
        self._editions: dict[str, Edition] = {}
        self._city = self._assembled(foundation.geography, {}, [])
        self.refresh()

    def city(self) -> City:
        """The newest city that is known: nothing is asked or waited for."""
        return self._city

    def watch(self) -> None:
        """See from now on what other processes publish, in a thread beside the requests; nothing if that is done."""
        if self._watcher is None or not self._watcher.is_alive():  # a process that was forked has no threads
            self._watcher = Thread(target=self._look_again_and_again, name="library", daemon=True)
            self._watcher.start()

    def close(self) -> None:
        """Watch no longer."""
        self._closed.set()
        if self._watcher:
            self._watcher.join()

    def look(self) -> None:
        """Take over what was published since the last look; what was published before stays up, whatever is wrong."""
        try:
            self.refresh()
            fault = ""
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
            if fault != self._fault:  # told once, not at every look
                _log.exception("the published datasets could not be read; the last ones known are shown")
        self._fault = fault

    def refresh(self) -> City:
        """The city as it is published now. Raises StoreUnavailableError."""
        with self._turn:
            self._renew()
        return self._city

    def preview(self, version_id: int) -> City:
        """The city as it would be with a version published. Raises StoreUnavailableError, UnknownError."""
        version = self.store.version(version_id)
        described = next(dataset for dataset in self.store.datasets() if dataset.id == version.dataset_id)
        draft = read_edition(self.store, described, version)
        editions = [*[e for e in self._editions.values() if e.dataset.id != described.id], draft]
        geography = geography_of(self.foundation, editions)
        others = {key: each for key, each in self._city.datasets.items() if each.number is not None}
        return self._assembled(
            geography, others | {described.id: build_dataset(self.foundation, geography, draft)}, editions
        )

    def _look_again_and_again(self) -> None:
        while not self._closed.wait(LOOK_EVERY):
            self.look()

    def _renew(self) -> None:
        state = self.store.state()
        if state == self._state:
            return
        described = {dataset.id: dataset for dataset in self.store.datasets()}
        published = self.store.published()
        editions = [
            self._known(version) or read_edition(self.store, described[id_], version)
            for id_, version in published.items()
        ]
        geography = self._geography(editions)
        datasets = {edition.dataset.id: self._dataset(geography, edition) for edition in editions}
        self._city = self._assembled(geography, datasets, editions)
        self._editions = {edition.dataset.id: edition for edition in editions}
        self._state = state

    def _known(self, version: Version) -> Edition | None:
        known = self._editions.get(version.dataset_id)
        return known if known and known.version_id == version.id else None

    def _geography(self, editions: list[Edition]) -> Geography:
        carriers = [e.version_id for e in editions if len(e.rows[ImportKind.TOWNSHIPS])]
        before = [e.version_id for e in self._editions.values() if len(e.rows[ImportKind.TOWNSHIPS])]
        return self._city.geography if carriers == before else geography_of(self.foundation, editions)

    def _dataset(self, geography: Geography, edition: Edition) -> Dataset:
        known = self._editions.get(edition.dataset.id)
        if known is edition and geography is self._city.geography:
            return self._city.datasets[edition.dataset.id]
        return build_dataset(self.foundation, geography, edition)

    def _assembled(self, geography: Geography, stored: Mapping[str, Dataset], editions: list[Edition]) -> City:
        """The office's own real figures come first: what an empty address opens with."""
        found, shipped = self.foundation, self.foundation.shipped
        held = {edition.dataset.id for edition in editions if len(edition.rows[ImportKind.OBSERVATIONS])}
        own = {id_: dataset for id_, dataset in stored.items() if id_ in held and not dataset.demonstration}
        real = {id_: dataset for id_, dataset in shipped.items() if not dataset.demonstration}
        datasets = own | real | dict(stored) | dict(shipped)
        return city_of(found, geography, datasets)
