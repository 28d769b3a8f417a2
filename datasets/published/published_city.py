"""The published city: the shipped datasets and the published versions of the store, as immutable snapshots in memory.

Readers see it in the groups of counties that an editor has saved for the region, if any.
A published version that cannot be shown is set aside, and the last version before it that can be shown replaces it.
"""

import logging
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from threading import Event, Lock, Thread

from datasets.city.city import City, SetAsideVersion, UnservableReason
from datasets.published.city_assembly import AssembledCity, assemble_city
from datasets.published.servability import UnservableError
from datasets.published.version_dataset import VersionRows, read_version_rows
from datasets.queries.group_query import check_division, show_saved_division
from datasets.shipped.load import Foundation, build_shipped_city
from datasets.store.model import (
    StoredDataset,
    StoreUnavailableError,
    UnknownError,
    Version,
    VersionState,
    VersionStateError,
)
from datasets.store.versions.divisions import Divisions
from datasets.store.versions.versions import Store

ServabilityCheck = Callable[["PublishedCity", City, Sequence[str]], None]
POLL_SECONDS = 0.25  # seconds between two polls of the store
RETRY_SECONDS = 60.0  # seconds after which an unfinished check is repeated
_RETRY = {UnservableReason.OUT_OF_REACH: 0.0, UnservableReason.UNPROVEN: RETRY_SECONDS}
_log = logging.getLogger(__name__)


def accept_every_city(_published_city: "PublishedCity", _city: City, _datasets: Sequence[str]) -> None:
    """Accept every city as servable."""


class PublishedCity:
    """Holds the newest city. A city never changes, so readers may keep one.

    ``check`` raises UnservableError for a city of which the named datasets cannot be shown. Every version must pass it
    before it is published here, or shown after another process published it; only versions that a process of the same
    ``program`` has checked are shown at once. At the start everything is checked again. Versions that fail for a
    temporary fault are tried again. ``clock`` returns seconds.
    """

    def __init__(
        self,
        foundation: Foundation,
        store: Store,
        check: ServabilityCheck = accept_every_city,
        program: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.foundation, self.store, self._program = foundation, store, program
        self._check = check
        self._renewing, self._starting, self._closed = Lock(), Lock(), Event()
        self._watcher: Thread | None = None
        self._poll_fault = ""  # the last error that was logged, empty without one
        self._state = -1  # the state of the store at the last complete refresh
        self._clock = clock
        # By id, the error of a version that cannot be shown, and when on the clock it is checked again.
        self._rejected: dict[int, tuple[UnservableError, float]] = {}
        self._shown = self._checked = AssembledCity(build_shipped_city(foundation))  # in the region's own groups
        self._city = self._shown.city  # in those that readers see
        self._divisions = Divisions(store, store.now)
        self.refresh()

    # Reading.

    def current(self) -> City:
        """The newest known city, in the groups that readers see, without a query of the store."""
        return self._city

    def watch(self) -> None:
        """Start the thread that polls for what other processes publish, unless it runs already."""
        with self._starting:
            if self._watcher is None or not self._watcher.is_alive():  # a process that was forked has no threads
                self._watcher = Thread(target=self._poll_until_closed, name="published city", daemon=True)
                self._watcher.start()

    def close(self) -> None:
        """Stop the thread that polls."""
        self._closed.set()
        if self._watcher:
            self._watcher.join()

    def poll(self) -> None:
        """Show what was published since the last poll; on any error the present city stays."""
        try:
            with self._renewing:
                self._renew_city(trusting=True)
            fault = ""
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
            if fault != self._poll_fault:  # logged once, not at every poll
                _log.exception("the published datasets could not be read; the last ones known are shown")
        self._poll_fault = fault

    def refresh(self) -> City:
        """Return the city as published now. Raises StoreUnavailableError."""
        with self._renewing:
            self._renew_city(trusting=False)
        return self._city

    def preview(self, version_id: int) -> City:
        """Return the city as it would be with a version published.

        Raises StoreUnavailableError, UnknownError, and UnservableError for rows from which no dataset can be built.
        """
        if version_id in {version.version_id for version in self._shown.versions.values()}:
            return self._shown.city
        return self._assemble_versions(self._versions_with(version_id))

    def shown_version(self, dataset_id: str) -> VersionRows | None:
        """The version of a dataset that is shown, which is the published one unless it was set aside."""
        return self._shown.versions.get(dataset_id)

    # Publishing.

    def publish(self, version_id: int, who: str) -> None:
        """Publish a draft that passes the check. Raises UnservableError, and as ``Store.publish``."""
        self._expect_servable(version_id)
        self.store.publish(version_id, who, self._program)
        self.poll()  # published, even if the store cannot be read just after

    def roll_back(self, dataset_id: str, number: int, who: str) -> None:
        """Check an earlier version and publish it again. Raises UnservableError, and as ``Store.roll_back``."""
        known = {version.number: version for version in self.store.versions(dataset_id)}
        if number not in known:
            raise UnknownError(f"version of {dataset_id}", number, known)
        self._expect_servable(known[number].id)
        self.store.roll_back(dataset_id, number, who, self._program)
        self.poll()

    def withdraw(self, dataset_id: str, who: str) -> None:
        """Stop publishing a dataset. Raises as ``Store.withdraw``."""
        self.store.withdraw(dataset_id, who)
        self.poll()

    def save_division(self, groups: str, seen: int, who: str) -> None:
        """Show every reader of the region two groups, as an address has them; "" withdraws those that were saved.

        ``seen`` is as in ``Divisions.save``. Raises GroupError, StaleDivisionError and StoreUnavailableError.
        """
        self._divisions.save(self._city.of_policy.region.adcode, check_division(self._city, groups), seen, who)
        self.poll()

    def _expect_servable(self, version_id: int) -> None:
        """Raise UnservableError for a version that cannot be shown."""
        self._check_versions(self._versions_with(version_id), self.store.version(version_id).dataset_id)
        self._rejected.pop(version_id, None)

    def _versions_with(self, version_id: int) -> dict[str, VersionRows]:
        """The versions shown now, with the one of a dataset replaced."""
        version = self.store.version(version_id)
        described = next(dataset for dataset in self.store.datasets() if dataset.id == version.dataset_id)
        return {**self._shown.versions, described.id: self._read_version(described, version)}

    def _poll_until_closed(self) -> None:
        while not self._closed.wait(POLL_SECONDS):
            self.poll()

    # Refreshing.

    def _renew_city(self, trusting: bool) -> None:
        """Show what is published; ``trusting`` skips the check of what processes of this program have checked."""
        state = self.store.state()
        if not self._readmit_expired() and state == self._state:
            return
        self._state = -1  # until everything is checked
        described = {dataset.id: dataset for dataset in self.store.datasets()}
        published = self.store.published()
        versions = {id_: version for id_, version in self._shown.versions.items() if id_ in published}
        set_aside = []
        for id_, version in published.items():
            trusted = trusting and self._program != "" and self.store.proven_by(version.id) == self._program
            found = self._find_newest_servable(described[id_], version, versions, trusted)
            versions.pop(id_, None)
            versions |= {id_: found} if found else {}
            if found is None or found.version_id != version.id:
                set_aside.append(self._describe_set_aside(described[id_], version, found))
        self._show_versions(versions, tuple(set_aside))
        self._show_division()
        self._state = state

    def _show_versions(self, versions: dict[str, VersionRows], set_aside: tuple[SetAsideVersion, ...]) -> None:
        if self._shown.is_made_of(versions) and set_aside == self._shown.city.set_aside:
            return
        checked = self._checked  # read once: another thread may check something else meanwhile
        known = checked.is_made_of(versions)
        city = checked.city if known else assemble_city(self.foundation, versions, self._shown)
        self._shown = AssembledCity(replace(city, set_aside=set_aside) if set_aside else city, versions)

    def _show_division(self) -> None:
        """Show the city that is published in the groups that were saved last."""
        saved = self._divisions.list_last(self._shown.city.region.adcode)
        is_same = self._city.of_policy is self._shown.city and self._city.saved_divisions == saved
        if not is_same:
            self._city = show_saved_division(self._shown.city, saved)

    def _find_newest_servable(
        self, dataset: StoredDataset, published: Version, others: Mapping[str, VersionRows], trusted: bool
    ) -> VersionRows | None:
        """Find the published version of a dataset, or the newest earlier one that can be shown; None if none can.

        A ``trusted`` published version is not checked. ``others`` are the versions of other datasets beside it.
        """
        for version in self._list_candidates(dataset, published):
            known = self._shown.versions.get(dataset.id)
            if known and known.version_id == version.id:
                return known
            if version.id not in self._rejected:
                try:
                    rows = self._read_version(dataset, version)
                    self._check_versions({**others, dataset.id: rows}, dataset.id, trusted and version is published)
                except StoreUnavailableError as error:
                    self._reject(version.id, UnservableError(UnservableReason.OUT_OF_REACH, [("", error.what)]))
                except UnservableError as error:
                    self._reject(version.id, error)
                    _log.error("%s: version %d cannot be shown: %s", dataset.id, version.number, error)
                else:
                    return rows
        return None

    def _reject(self, version_id: int, error: UnservableError) -> None:
        """Reject a version, only for some time if its fault may pass."""
        self._rejected[version_id] = error, self._clock() + _RETRY.get(error.reason, math.inf)

    def _readmit_expired(self) -> bool:
        """Remove the rejections whose time has passed; whether there were any."""
        now = self._clock()
        expired = [version_id for version_id, (_, until) in self._rejected.copy().items() if until <= now]
        for version_id in expired:
            self._rejected.pop(version_id, None)
        return bool(expired)

    def _list_candidates(self, dataset: StoredDataset, published: Version) -> Iterator[Version]:
        """List the published version and those published before it, newest first."""
        yield published
        yield from (each for each in self.store.versions(dataset.id) if each.state is VersionState.EARLIER)

    def _read_version(self, dataset: StoredDataset, version: Version) -> VersionRows:
        """Read all rows of a version. Raises StoreUnavailableError, VersionStateError, else UnservableError."""
        try:
            return read_version_rows(self.store, dataset, version)
        except (StoreUnavailableError, VersionStateError):
            raise
        except Exception as error:
            raise UnservableError.from_exception(UnservableReason.UNREADABLE, error) from error

    def _check_versions(self, versions: Mapping[str, VersionRows], dataset: str, trusted: bool = False) -> None:
        """Raise UnservableError for versions whose city cannot be built or, unless it is trusted, not be shown."""
        if self._checked.is_made_of(versions):
            return
        city = self._assemble_versions(versions)
        if not trusted:
            same_geography = city.geography is self._shown.city.geography
            self._check(self, city, [dataset] if same_geography else list(city.datasets))
        self._checked = AssembledCity(city, versions)

    def _assemble_versions(self, versions: Mapping[str, VersionRows]) -> City:
        """Assemble the city of some versions. Raises UnservableError."""
        try:
            return assemble_city(self.foundation, versions, self._shown)
        except Exception as error:
            raise UnservableError.from_exception(UnservableReason.NOT_MADE, error) from error

    def _describe_set_aside(
        self, dataset: StoredDataset, version: Version, shown: VersionRows | None
    ) -> SetAsideVersion:
        error, _ = self._rejected[version.id]
        number = shown.number if shown else None
        return SetAsideVersion(dataset.id, dataset.name, version.number, number, error.reason, error.findings)
