"""The store as the page 数据 shows it: datasets with their versions, and what a version changed."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from callbacks.frame.empty_pages import empty_page_text
from datasets.city.city import City
from datasets.files.table_export import Cell
from datasets.kinds import ImportKind
from datasets.published.dataset_comparison import DatasetComparison, NothingToCompareError
from datasets.published.published_city import PublishedCity
from datasets.store.accounts.accounts import Right
from datasets.store.model import Action, Batch, Event, RowChange, StoredDataset, Version, VersionState
from datasets.store.versions.spatial_rows import (
    SPATIAL_KINDS,
    build_geometries,
    find_differing_rows,
    list_township_rows,
)
from layouts.page_paths import PagePath
from layouts.pages.data.changes import ChangedField, VersionChanges
from layouts.pages.data.datasets import DatasetCard, Exports, LastPublication, VersionRow
from layouts.paper.maps.version_maps import feature_maps, indicator_maps
from layouts.paper.sheet.picture_spec import RenderTask
from layouts.words.common import kind_names
from layouts.words.messages.publication import set_aside_text
from layouts.words.pages.data import page as words
from locales import say

LISTED = 300  # changes on the page; the file has all
_TRAIL = 100
_PREVIEWS, _PRINTS = 4, 16  # kept for who looks at changes: a comparison takes two cities, a page two pictures
_NUMBERS = {"value", "capacity", "population", "longitude", "latitude", "opened", "closed"}  # fields of rows
_PUBLIC = (VersionState.PUBLISHED, VersionState.EARLIER)
_log = logging.getLogger(__name__)
Rights = tuple[Right, ...]


class DatasetViews:
    """What the page shows of the store of ``published_city``.

    ``list_exports`` gives the files that a dataset can be had as, by its id: kinds with labels and addresses.
    """

    def __init__(self, published_city: PublishedCity, list_exports: Callable[[str], Exports]) -> None:
        self._published_city, self.store, self._list_exports = published_city, published_city.store, list_exports
        # A version never changes, but the datasets beside it do: the state tells them apart.
        self._previews = lru_cache(maxsize=_PREVIEWS)(lambda version, _state: published_city.preview(version))
        self._pictures = lru_cache(maxsize=_PRINTS)(self._draw_picture)  # who waits for one asks again and again
        self._counts = lru_cache(maxsize=1000)(self._count_changes)

    @property
    def _current_city(self) -> City:
        return self._published_city.current()

    def list_cards(self, rights: Rights) -> list[DatasetCard]:
        """Every dataset: the office's own with their versions, then the shipped ones.

        One that is not published is for those who import, and so are the names of people and files, and notes.
        """
        stored = [each for each in self.store.datasets() if each.published or Right.IMPORT in rights]
        own = [self._build_card(dataset, rights) for dataset in stored]
        ids = {card.id for card in own}
        shipped = [each for key, each in self._current_city.datasets.items() if key not in ids]
        return [
            *own,
            *[DatasetCard(each.id, each.name, each.description, True, self._list_exports(each.id)) for each in shipped],
        ]

    def list_known_cards(self, warning: str) -> list[DatasetCard]:
        """Every dataset that is published, without its versions and files: all that is known without the store."""
        return [
            DatasetCard(each.id, each.name, each.description, True)
            if each.number is None
            else DatasetCard(each.id, each.name, each.description, False, versions=None, warnings=(warning,))
            for each in self._current_city.datasets.values()
        ]

    def _build_card(self, dataset: StoredDataset, rights: Rights) -> DatasetCard:
        may_import = Right.IMPORT in rights
        trail = tuple(self.store.trail(dataset.id, _TRAIL)) if may_import else None
        versions = [each for each in self.store.versions(dataset.id) if may_import or each.state in _PUBLIC]
        by_id = {version.id: version for version in versions}
        return DatasetCard(
            dataset.id,
            dataset.name,
            dataset.description,
            False,
            self._list_exports(dataset.id) if dataset.published else (),
            tuple(self._build_row(version, by_id, dataset, rights) for version in versions),
            trail,
            _find_last_publication(dataset, trail or (), rights),
            self._list_warnings(dataset.id),
        )

    def _build_row(
        self, version: Version, known: dict[int, Version], dataset: StoredDataset, rights: Rights
    ) -> VersionRow:
        own = replace(version, batches=_own_batches(version, known.get(version.parent_id or 0)))
        counts = (0, 0, 0) if version.state is VersionState.DISCARDED else self._counts(version.id)
        return VersionRow(_redact_version(own, rights), counts, _list_actions(version, dataset, rights))

    def _list_warnings(self, dataset: str) -> tuple[str, ...]:
        """What is to be said of what is published: that it cannot be shown, or that nothing can be shown of it."""
        city = self._current_city
        refused = [set_aside_text(each) for each in city.set_aside if each.dataset == dataset]
        return tuple(filter(None, [*refused, empty_page_text(city, dataset) if dataset in city.datasets else ""]))

    def _count_changes(self, version: int) -> tuple[int, int, int] | None:
        """None for a version whose rows cannot be read: the list of versions is the way back from it."""
        try:
            return self.store.count_changed_rows(version)
        except (ValueError, TypeError):
            _log.exception("the rows of version %d cannot be read", version)
            return None

    def compare(self, version: Version) -> DatasetComparison:
        """A version's maps against those of the version before it, or of what the dataset is built upon."""
        state = self.store.state()
        dataset = self.find_dataset(version.dataset_id)
        after = self._previews(version.id, state)
        if version.parent_id is None:
            return DatasetComparison(after, after, dataset.id, dataset.base)
        return DatasetComparison(after, self._previews(version.parent_id, state), dataset.id, dataset.id)

    def find_dataset(self, dataset_id: str) -> StoredDataset:
        """A stored dataset that is there."""
        return next(each for each in self.store.datasets() if each.id == dataset_id)

    def list_changes(self, version: Version, rights: Rights, upload: str) -> VersionChanges:
        """What a version changes against the one before it."""
        dataset, comparison = self.find_dataset(version.dataset_id), self.compare(version)
        lines = self.store.changes(version.id, limit=LISTED)
        in_file = set(lines["variable"])
        years = dict(sorted(comparison.list_changed_years().items(), key=lambda each: each[0] not in in_file))
        kinds = self._list_changed_places(version)
        # One line of what was added or removed, the one with its value or name; every line of what was changed.
        is_main = lines["field"].isin(["value", "name"]) | (lines["change"] == RowChange.CHANGED)
        return VersionChanges(
            dataset=dataset.id,
            dataset_name=dataset.name,
            version=_redact_version(version, rights),
            counts=self._counts(version.id) or (0, 0, 0),
            fields=[self._describe_change(line) for line in lines[is_main].head(LISTED).itertuples()],
            subjects={str(kind): say("data-kind", kind=kind) for kind in kinds}
            | {key: comparison.after.indicators[key].name for key in years},
            years={str(kind): [words.NO_YEAR] for kind in kinds} | years,
            actions=_list_actions(version, dataset, rights),
            is_stale=_is_stale(version, dataset),
            hint="" if Right.PUBLISH in rights else say("data-not-allowed-publish"),
            upload=upload,
            map_link=build_map_link(dataset.id, years) if version.state is VersionState.PUBLISHED else "",
            last=_find_last_publication(dataset, self.store.trail(dataset.id, _TRAIL), rights) if upload else None,
        )

    def _list_changed_places(self, version: Version) -> list[ImportKind]:
        """The kinds that stand somewhere of which the version changes anything."""
        counts = self.store.change_counts(version.id)
        return [kind for kind in SPATIAL_KINDS if any(counts.get(kind, {}).values())]

    def picture(self, version: Version, subject: str, year: int) -> RenderTask:
        """The two maps as SVG, of an indicator in a year or of a kind that stands somewhere.

        Raises NothingToCompareError.
        """
        return self._pictures(version, subject, year, self.store.state())

    def _draw_picture(self, version: Version, subject: str, year: int, _state: int) -> RenderTask:
        titles = words.map_titles(version.state)
        if subject in SPATIAL_KINDS:
            return self._draw_features(version, ImportKind(subject), titles)
        if subject not in self._current_city.indicators:
            raise NothingToCompareError(subject, year)
        return indicator_maps(self.compare(version), subject, year, titles)

    def _draw_features(self, version: Version, kind: ImportKind, titles: tuple[str, str]) -> RenderTask:
        geography = self._published_city.foundation.geography  # the cells of townships where no official ones are
        after = self.store.rows(version.id, kind)
        before = self.store.rows(version.parent_id, kind) if version.parent_id else after.iloc[:0]
        if kind is ImportKind.TOWNSHIPS and before.empty:
            before = list_township_rows(geography)
        pairs = ((after, before), (before, after))
        states = [(build_geometries(rows), find_differing_rows(kind, rows, others)) for rows, others in pairs]
        return feature_maps(states, geography, titles)

    def list_all_changes(self, version: Version) -> list[tuple[Cell, ...]]:
        """Every field of every row that a version changed, in words, as rows of a file; numbers are numbers."""
        self.compare(version)  # rows that cannot be read are refused here
        return [self._build_file_row(line) for line in self.store.changes(version.id).itertuples()]

    def _build_file_row(self, line: Any) -> tuple[Cell, ...]:
        field = self._describe_change(line)
        values: tuple[Cell, Cell] = (field.before, field.after)
        if line.field in _NUMBERS:
            values = (_parse_number(line.before), _parse_number(line.after))
        return say("data-changes", change=field.change), field.subject, field.area, _parse_number(field.year), *values

    def _describe_change(self, line: Any) -> ChangedField:
        city = self._current_city
        entry = city.variables.get(line.variable) or city.indicators.get(line.variable)
        name = entry.name if entry else f"{say('data-kind', kind=line.kind)} {line.code}"
        year = int(line.year) if line.year else 0
        closed = kind_names()
        closed |= {value: say("data-yes-no", value=value) for value in ("true", "false")}
        return ChangedField(
            change=str(line.change),
            subject=words.change_of(name, line.field),
            area=city.geography.name(line.area_code, year) if line.area_code else "",
            year=str(line.year),
            before=words.changed_field(line.field, line.before, closed),
            after=words.changed_field(line.field, line.after, closed),
        )


def _parse_number(text: str) -> float | None:
    return float(text) if text else None


def build_map_link(dataset: str, years: dict[str, list[int]]) -> str:
    """The address of the map of what changed first: ``years`` by indicator; of the dataset where no map changed."""
    changed = next(iter(years.items()), None)
    map_part = f"&indicator={changed[0]}&level=county&year={changed[1][0]}" if changed else ""
    return f"{PagePath.ATLAS}?dataset={dataset}{map_part}"


def _own_batches(version: Version, parent: Version | None) -> tuple[Batch, ...]:
    """The files that a version added to its parent."""
    inherited = {each.id for each in parent.batches} if parent else set()
    return tuple(each for each in version.batches if each.id not in inherited)


def _redact_version(version: Version, rights: Rights) -> Version:
    """A version as someone with these rights may see it: people, files and notes are for those who import."""
    if Right.IMPORT in rights:
        return version
    batches = (replace(each, file_name="", digest="", note="", created_by="") for each in version.batches)
    return replace(version, created_by="", note="", batches=tuple(batches))


def _find_last_publication(dataset: StoredDataset, trail: Sequence[Event], rights: Rights) -> LastPublication | None:
    """What put the version in force that is published; None if nothing did, or for those who may not undo it."""
    put = next((each for each in trail if each.action in (Action.PUBLISH, Action.ROLL_BACK)), None)
    if put is None or dataset.published is None or Right.PUBLISH not in rights:
        return None
    return LastPublication(dataset.published, put.details.get("previous") or 0, put.who, put.at)


def _is_stale(version: Version, dataset: StoredDataset) -> bool:
    return version.state is VersionState.DRAFT and version.parent_id != dataset.published_version_id


def _list_actions(version: Version, dataset: StoredDataset, rights: Rights) -> tuple[str, ...]:
    """What may be done to a version by someone with these rights."""
    actions = []
    if version.state is VersionState.DRAFT:
        stale = _is_stale(version, dataset)
        actions += ["rebase"] if stale and Right.IMPORT in rights else []
        actions += ["publish"] if not stale and Right.PUBLISH in rights else []
        actions += ["discard"] if Right.IMPORT in rights else []
    if Right.PUBLISH in rights:
        actions += {VersionState.EARLIER: ["roll_back"], VersionState.PUBLISHED: ["withdraw"]}.get(version.state, [])
    return tuple(actions)
