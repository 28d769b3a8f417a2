"""The city as it is now: what is shipped and what the store has published, kept in memory as one unchanging whole."""

import logging
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Event, Lock, Thread

import geopandas as gpd
import pandas as pd

from datasets.city.build_dataset import SpatialLayers, compute_dataset_records
from datasets.city.city import (
    City,
    Dataset,
    SetAsideVersion,
    UnservableReason,
    empty_facilities,
    empty_roads,
    empty_settlements,
)
from datasets.kinds import KEYS, STORED, ImportKind
from datasets.shipped.load import Foundation, build_city
from datasets.store.model import (
    StoredDataset,
    StoreUnavailableError,
    UnknownError,
    Version,
    VersionState,
    VersionStateError,
)
from datasets.store.versions.versions import Store
from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.geography import Geography, build_geography
from indicators.definition import ValueKind

ServabilityCheck = Callable[["PublishedCity", City, Sequence[str]], None]
POLL_SECONDS = 0.25  # seconds between two looks at the store
RETRY_SECONDS = 60.0  # seconds after which a version is proven again that could not be proven to the end
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class VersionRows:
    """One version of a stored dataset, read: its rows by kind, in the columns of ``STORED``."""

    dataset: StoredDataset
    version_id: int
    number: int
    rows: Mapping[ImportKind, pd.DataFrame]


class UnservableError(Exception):
    """A version that cannot be shown: why, and as ``SetAsideVersion.findings`` what was found."""

    def __init__(self, reason: UnservableReason, findings: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{where}: {said}" if where else said for where, said in findings))
        self.reason, self.findings = reason, tuple(findings)


def accept_every_city(_library: "PublishedCity", _city: City, _datasets: Sequence[str]) -> None:
    """Takes every city for servable."""


def read_version_rows(store: Store, dataset: StoredDataset, version: Version) -> VersionRows:
    """All rows of a version. Raises StoreUnavailableError."""
    kinds = [kind for kind in ImportKind if kind is not ImportKind.BENCHMARK]  # it stands among the observations
    rows: dict[ImportKind, pd.DataFrame] = {kind: store.rows(version.id, kind) for kind in kinds}
    return VersionRows(dataset, version.id, version.number, rows)


def build_dataset(foundation: Foundation, geography: Geography, edition: VersionRows) -> Dataset:
    """The dataset that a version makes: its own figures, and those of its base where it has none."""
    stored = edition.dataset
    own = edition.rows[ImportKind.OBSERVATIONS]
    base = foundation.shipped.get(stored.base or "")
    figures = add_base_observations(own, base)
    located = _located(edition, base, geography)
    records, residents = compute_dataset_records(figures, located, foundation.grounds(geography))
    return Dataset(
        id=stored.id,
        name=stored.name,
        description=stored.description,
        demonstration=bool((figures["kind"] == ValueKind.DEMONSTRATION).any()),
        observations=own,
        records=records,
        facilities=located.facilities,
        number=edition.number,
        settlements=located.settlements,
        roads=located.roads,
        resident_distribution=residents,
    )


def _located(edition: VersionRows, base: Dataset | None, geography: Geography) -> SpatialLayers:
    """The places of a version, and those of its base of the kinds that it has none of."""
    nowhere = SpatialLayers(empty_facilities(geography), empty_settlements(), empty_roads())
    others = SpatialLayers(base.facilities, base.settlements, base.roads) if base else nowhere
    facilities, settlements, roads = (
        edition.rows[kind] for kind in (ImportKind.FACILITIES, ImportKind.SETTLEMENTS, ImportKind.ROADS)
    )
    return SpatialLayers(
        _points(facilities) if len(facilities) else others.facilities,
        _points(settlements) if len(settlements) else others.settlements,
        _lines(roads) if len(roads) else others.roads,
    )


def add_base_observations(own: pd.DataFrame, base: Dataset | None) -> pd.DataFrame:
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


def build_version_geography(foundation: Foundation, carrier: VersionRows | None) -> Geography:
    """The shipped geography, or one with the official township polygons of an edition."""
    if carrier is None:
        return foundation.geography
    official = carrier.rows[ImportKind.TOWNSHIPS]
    codes = official["code"].astype(str).to_numpy()  # plain arrays: a series would be aligned by its own index
    shapes = gpd.GeoSeries.from_wkb(official["geometry"].to_numpy(), index=codes, crs=GEOGRAPHIC_CRS)
    return build_geography(foundation.geography.region, foundation.townships, foundation.base_map, shapes)


@dataclass(frozen=True)
class _Refusal:
    """Why a version cannot be shown, and when that may have passed, in seconds of the library's clock."""

    error: UnservableError
    until: float


@dataclass(frozen=True)
class _Shown:
    """A city, and the editions that it was made of."""

    editions: Mapping[str, VersionRows]
    city: City


class PublishedCity:
    """The newest city. A reader that holds one keeps it: nothing in it ever changes.

    ``prove`` raises UnservableError for a city of which the named datasets cannot be shown. Nothing is published, and
    nothing that another process published is shown, without it; but what another process of the same ``program``
    has proven when it published it is shown at once. At the start everything is proven anew. What cannot be shown for a
    fault of the moment is tried again. ``clock`` gives seconds.
    """

    def __init__(
        self,
        foundation: Foundation,
        store: Store,
        prove: ServabilityCheck = accept_every_city,
        program: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.foundation, self.store, self._program, self._clock = foundation, store, program, clock
        self._prove, self._turn, self._starting, self._closed = prove, Lock(), Lock(), Event()
        self._watcher: Thread | None = None
        self._fault = ""  # of the last look, empty if there was none
        self._state = -1
        self._refused: dict[int, _Refusal] = {}  # by the version's id
        self._now = self._proven = _Shown({}, build_city(foundation, foundation.geography, foundation.shipped))
        self.refresh()

    # What is shown.

    def current(self) -> City:
        """The newest city that is known: nothing is asked or waited for."""
        return self._now.city

    def watch(self) -> None:
        """See from now on what other processes publish, in a thread beside the requests; nothing if that is done."""
        with self._starting:
            if self._watcher is None or not self._watcher.is_alive():  # a process that was forked has no threads
                self._watcher = Thread(target=self._look_again_and_again, name="published city", daemon=True)
                self._watcher.start()

    def close(self) -> None:
        """Watch no longer."""
        self._closed.set()
        if self._watcher:
            self._watcher.join()

    def poll(self) -> None:
        """Take over what was published since the last look; what was published before stays up, whatever is wrong."""
        try:
            with self._turn:
                self._renew(trusting=True)
            fault = ""
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
            if fault != self._fault:  # told once, not at every look
                _log.exception("the published datasets could not be read; the last ones known are shown")
        self._fault = fault

    def refresh(self) -> City:
        """The city as it is published now. Raises StoreUnavailableError."""
        with self._turn:
            self._renew(trusting=False)
        return self._now.city

    def preview(self, version_id: int) -> City:
        """The city as it would be with a version published.

        Raises StoreUnavailableError, UnknownError, and UnservableError for rows that make no dataset.
        """
        if version_id in {edition.version_id for edition in self._now.editions.values()}:
            return self._now.city
        return self._made(self._with(version_id))

    def shown_version(self, dataset_id: str) -> VersionRows | None:
        """The version of a dataset that is shown, which is the published one unless it was set aside."""
        return self._now.editions.get(dataset_id)

    def shown_version_id(self, dataset_id: str) -> int | None:
        """The id of the version of a dataset that is shown."""
        edition = self.shown_version(dataset_id)
        return edition.version_id if edition else None

    # What is published.

    def publish(self, version_id: int, who: str) -> None:
        """Publish a draft, once it is proven that it can be shown. Raises UnservableError, and as ``Store.publish``."""
        self._rehearse(version_id)
        self.store.publish(version_id, who, self._program)
        self.poll()  # it is published, even if the store cannot be read the moment after

    def roll_back(self, dataset_id: str, number: int, who: str) -> None:
        """Publish an earlier version again, once proven. Raises UnservableError, and as ``Store.roll_back``."""
        known = {each.number: each for each in self.store.versions(dataset_id)}
        if number not in known:
            raise UnknownError(f"version of {dataset_id}", number, known)
        self._rehearse(known[number].id)
        self.store.roll_back(dataset_id, number, who, self._program)
        self.poll()

    def withdraw(self, dataset_id: str, who: str) -> None:
        """Publish no version of a dataset any more. Raises as ``Store.withdraw``."""
        self.store.withdraw(dataset_id, who)
        self.poll()

    def _rehearse(self, version_id: int) -> None:
        """Raises UnservableError for a version that cannot be shown."""
        self._servable(self._with(version_id), self.store.version(version_id).dataset_id)
        self._refused.pop(version_id, None)

    def _with(self, version_id: int) -> dict[str, VersionRows]:
        """What is shown now, and a version in the place of its dataset's."""
        version = self.store.version(version_id)
        described = next(dataset for dataset in self.store.datasets() if dataset.id == version.dataset_id)
        return {**self._now.editions, described.id: self._read(described, version)}

    def _look_again_and_again(self) -> None:
        while not self._closed.wait(POLL_SECONDS):
            self.poll()

    def _renew(self, trusting: bool) -> None:
        """Show what is published; ``trusting`` what other processes of this program have proven."""
        state, now = self.store.state(), self._clock()
        passed = [version_id for version_id, refusal in list(self._refused.items()) if refusal.until <= now]
        if state == self._state and not passed:
            return
        self._state = -1  # until all is looked at
        for version_id in passed:
            self._refused.pop(version_id, None)
        described = {dataset.id: dataset for dataset in self.store.datasets()}
        published = self.store.published()
        editions = {id_: edition for id_, edition in self._now.editions.items() if id_ in published}
        set_aside = []
        for id_, version in published.items():
            proven = trusting and self._program != "" and self.store.proven_by(version.id) == self._program
            found = self._newest_servable(described[id_], version, editions, proven)
            editions.pop(id_, None)
            editions |= {id_: found} if found else {}
            if found is None or found.version_id != version.id:
                set_aside.append(self._set_aside(described[id_], version, found))
        self._show(editions, tuple(set_aside))
        self._state = state

    def _show(self, editions: dict[str, VersionRows], set_aside: tuple[SetAsideVersion, ...]) -> None:
        if _key(editions) == _key(self._now.editions) and set_aside == self._now.city.set_aside:
            return
        proven = self._proven  # read once: another thread may prove something else meanwhile
        city = proven.city if _key(proven.editions) == _key(editions) else self._assembled(editions)
        self._now = _Shown(editions, replace(city, set_aside=set_aside) if set_aside else city)

    def _newest_servable(
        self, dataset: StoredDataset, published: Version, beside: Mapping[str, VersionRows], proven: bool
    ) -> VersionRows | None:
        """The published version of a dataset, or the newest one before it that can be shown; None if none can.

        The published one may be ``proven`` already.
        """
        for version in self._candidates(dataset, published):
            known = self._now.editions.get(dataset.id)
            if known and known.version_id == version.id:
                return known
            if version.id not in self._refused:
                try:
                    edition = self._read(dataset, version)
                    self._servable({**beside, dataset.id: edition}, dataset.id, proven and version is published)
                except StoreUnavailableError as error:
                    self._refuse(version, UnservableError(UnservableReason.OUT_OF_REACH, [("", error.what)]))
                except UnservableError as error:
                    self._refuse(version, error)
                    _log.error("%s: version %d cannot be shown: %s", dataset.id, version.number, error)
                else:
                    return edition
        return None

    def _refuse(self, version: Version, error: UnservableError) -> None:
        """Do not try a version again, unless what is wrong with it passes."""
        waits = {UnservableReason.OUT_OF_REACH: 0.0, UnservableReason.UNPROVEN: RETRY_SECONDS}
        self._refused[version.id] = _Refusal(error, self._clock() + waits.get(error.reason, math.inf))

    def _candidates(self, dataset: StoredDataset, published: Version) -> Iterator[Version]:
        yield published
        yield from (each for each in self.store.versions(dataset.id) if each.state is VersionState.EARLIER)

    def _read(self, dataset: StoredDataset, version: Version) -> VersionRows:
        """All rows of a version. Raises StoreUnavailableError, VersionStateError, for other faults UnservableError."""
        try:
            return read_version_rows(self.store, dataset, version)
        except (StoreUnavailableError, VersionStateError):
            raise
        except Exception as error:
            raise UnservableError(UnservableReason.UNREADABLE, [("", _said(error))]) from error

    def _servable(self, editions: Mapping[str, VersionRows], dataset: str, proven: bool = False) -> None:
        """Raises UnservableError for editions of which the city cannot be made or, unless it is proven, be shown."""
        if _key(editions) == _key(self._proven.editions):
            return
        city = self._made(editions)
        same = city.geography is self._now.city.geography
        if not proven:
            self._prove(self, city, [dataset] if same else list(city.datasets))
        self._proven = _Shown(editions, city)

    def _made(self, editions: Mapping[str, VersionRows]) -> City:
        """The city of some editions. Raises UnservableError."""
        try:
            return self._assembled(editions)
        except Exception as error:
            raise UnservableError(UnservableReason.NOT_MADE, [("", _said(error))]) from error

    def _set_aside(self, dataset: StoredDataset, version: Version, shown: VersionRows | None) -> SetAsideVersion:
        error = self._refused[version.id].error
        number = shown.number if shown else None
        return SetAsideVersion(dataset.id, dataset.name, version.number, number, error.reason, error.findings)

    # How it is put together.

    def _assembled(self, editions: Mapping[str, VersionRows]) -> City:
        """The office's own real figures come first: what an empty address opens with."""
        now, carrier = self._now, _carrier(editions)
        same = carrier is _carrier(now.editions)
        geography = now.city.geography if same else build_version_geography(self.foundation, carrier)

        def dataset(edition: VersionRows) -> Dataset:
            id_ = edition.dataset.id
            kept = same and now.editions.get(id_) is edition
            return now.city.datasets[id_] if kept else build_dataset(self.foundation, geography, edition)

        newest_first = sorted(editions.values(), key=lambda edition: -edition.version_id)
        stored = {edition.dataset.id: dataset(edition) for edition in newest_first}
        held = {edition.dataset.id for edition in newest_first if len(edition.rows[ImportKind.OBSERVATIONS])}
        own = {id_: dataset for id_, dataset in stored.items() if id_ in held and not dataset.demonstration}
        shipped = self.foundation.shipped
        real = {id_: dataset for id_, dataset in shipped.items() if not dataset.demonstration}
        return build_city(self.foundation, geography, own | real | stored | shipped)


def _carrier(editions: Mapping[str, VersionRows]) -> VersionRows | None:
    """The edition whose official townships are in force: the newest that has any."""
    carriers = [edition for edition in editions.values() if len(edition.rows[ImportKind.TOWNSHIPS])]
    return max(carriers, key=lambda edition: edition.version_id, default=None)


def _key(editions: Mapping[str, VersionRows]) -> tuple[int, ...]:
    """The versions that a city is made of."""
    return tuple(sorted(edition.version_id for edition in editions.values()))


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
