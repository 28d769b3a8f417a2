"""The store as the page 数据 shows it: datasets with their versions, and what a version changed."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any

import pandas as pd

from callbacks.data.comparison import Comparison, NothingToCompareError, features_picture, titles_of
from callbacks.frame.empty_pages import lacking_text
from datasets.city.city import City, SetAsideVersion
from datasets.files.table_export import Cell
from datasets.kinds import ImportKind
from datasets.store.accounts.accounts import Right
from datasets.store.model import Batch, Event, RowChange, StoredDataset, Version, VersionState
from datasets.store.versions.spatial_rows import SPATIAL_KINDS, list_township_rows
from datasets.store.versions.versions import Store
from geodata.geography import Geography
from layouts.pages.data.changes import ChangeRow, Changes
from layouts.pages.data.datasets import DatasetCard, Exports, TrailRow, VersionRow
from layouts.paper.sheet.picture_spec import RenderTask
from layouts.words.common import KINDS
from layouts.words.messages.rehearsal import set_aside
from layouts.words.pages import data as words

LISTED = 300  # changes on the page; the file has all
_TRAIL = 100
_PREVIEWS, _PRINTS = 4, 16  # kept for who looks at changes: a comparison takes two cities, a page two pictures
_log = logging.getLogger(__name__)
Rights = tuple[Right, ...]


class DataViews:
    """What the page shows of the store. ``city`` is the published one, ``preview`` the one with a version published.

    ``exports`` are the files that a dataset can be had as, by its id: kinds with labels and addresses. ``shipped`` has
    the cells of townships that stand where no official ones are.
    """

    def __init__(
        self,
        store: Store,
        city: Callable[[], City],
        preview: Callable[[int], City],
        exports: Callable[[str], Exports],
        shipped: Geography,
    ) -> None:
        self.store, self._city, self._exports, self._shipped = store, city, exports, shipped
        # A version never changes, but the datasets beside it do: the state tells them apart.
        self._previews = lru_cache(maxsize=_PREVIEWS)(lambda version, _state: preview(version))
        self._pictures = lru_cache(maxsize=_PRINTS)(self._picture)  # who waits for one asks for it again and again
        self._counts = lru_cache(maxsize=1000)(self._counted)

    # Datasets.

    def cards(self, rights: Rights) -> list[DatasetCard]:
        """Every dataset: the office's own with their versions, then the shipped ones.

        One that is not published is for those who import, and so are the names of people and files, and notes.
        """
        seen = [each for each in self.store.datasets() if each.published or Right.IMPORT in rights]
        own = [self._card(dataset, rights) for dataset in seen]
        ids = {card.id for card in own}
        shipped = [each for key, each in self._city().datasets.items() if key not in ids]
        return [
            *own,
            *[DatasetCard(each.id, each.name, each.description, True, self._exports(each.id)) for each in shipped],
        ]

    def known_cards(self, warning: str) -> list[DatasetCard]:
        """Every dataset that is published, without its versions and files: all that is known without the store."""
        return [
            DatasetCard(each.id, each.name, each.description, True)
            if each.number is None
            else DatasetCard(each.id, each.name, each.description, False, versions=None, warnings=(warning,))
            for each in self._city().datasets.values()
        ]

    def _card(self, dataset: StoredDataset, rights: Rights) -> DatasetCard:
        seen = tuple(VersionState) if Right.IMPORT in rights else (VersionState.PUBLISHED, VersionState.EARLIER)
        versions = [each for each in self.store.versions(dataset.id) if each.state in seen]
        by_id = {version.id: version for version in versions}
        return DatasetCard(
            dataset.id,
            dataset.name,
            dataset.description,
            False,
            self._exports(dataset.id) if dataset.published else (),
            tuple(self._row(version, by_id, dataset, rights) for version in versions),
            tuple(_trail_row(event) for event in self.store.trail(dataset.id, _TRAIL))
            if Right.IMPORT in rights
            else None,
            self._warnings(dataset.id),
        )

    def _row(self, version: Version, known: dict[int, Version], dataset: StoredDataset, rights: Rights) -> VersionRow:
        own, inside = _own_batches(version, known.get(version.parent_id or 0)), Right.IMPORT in rights
        return VersionRow(
            id=str(version.id),
            number=version.number,
            state=version.state,
            who=version.created_by if inside else "",
            when=clock(version.created_at),
            files=tuple((each.file_name, each.digest[:8]) for each in own if inside),
            rows=sum(each.rows_kept for each in own),
            left_out=sum(each.rows_left_out for each in own),
            counts=(0, 0, 0) if version.state is VersionState.DISCARDED else self._counts(version.id),
            note=version.note if inside else "",
            acts=_acts(version, dataset, rights),
        )

    def _warnings(self, dataset: str) -> tuple[str, ...]:
        """What is to be said of what is published: that it cannot be shown, or that nothing can be shown of it."""
        city = self._city()
        told = [set_aside_text(one) for one in city.set_aside if one.dataset == dataset]
        return tuple(filter(None, [*told, lacking_text(city, dataset) if dataset in city.datasets else ""]))

    def _counted(self, version: int) -> tuple[int, int, int] | None:
        """None for a version whose rows cannot be read: the list of versions is the way back from it."""
        try:
            counts = self.store.change_counts(version).values()
        except (ValueError, TypeError):
            _log.exception("the rows of version %d cannot be read", version)
            return None
        added, changed, removed = (sum(each[change] for each in counts) for change in RowChange)
        return added, changed, removed

    # What a version changed.

    def comparison(self, version: Version) -> Comparison:
        """A version's maps against those of the version before it, or of what the dataset is built upon."""
        state = self.store.state()
        dataset = self.dataset(version.dataset_id)
        after = self._previews(version.id, state)
        if version.parent_id is None:
            return Comparison(after, after, dataset.id, dataset.base)
        return Comparison(after, self._previews(version.parent_id, state), dataset.id, dataset.id)

    def dataset(self, dataset_id: str) -> StoredDataset:
        """A stored dataset that is there."""
        return next(each for each in self.store.datasets() if each.id == dataset_id)

    def changes(self, version: Version, rights: Rights, upload: str) -> Changes:
        """What a version changes against the one before it."""
        dataset, comparison = self.dataset(version.dataset_id), self.comparison(version)
        lines = self.store.changes(version.id, limit=LISTED)
        told = set(lines["variable"])
        years = dict(sorted(comparison.changed_years().items(), key=lambda each: each[0] not in told))
        placed = self._placed(version)
        published = version.state is VersionState.PUBLISHED
        first = next(iter(years), "")
        return Changes(
            dataset=dataset.id,
            dataset_name=dataset.name,
            version=str(version.id),
            number=version.number,
            state=version.state,
            note=version.note if Right.IMPORT in rights else "",
            counts=self._counts(version.id) or (0, 0, 0),
            rows=[self._change_row(line) for line in _telling(lines).head(LISTED).itertuples()],
            subjects={str(kind): words.KINDS[kind][0] for kind in placed}
            | {key: comparison.after.indicators[key].name for key in years},
            years={str(kind): [words.NO_YEAR] for kind in placed} | years,
            acts=_acts(version, dataset, rights),
            stale=_stale(version, dataset),
            first=version.parent_id is None,
            hint="" if Right.PUBLISH in rights else words.NOT_ALLOWED_PUBLISH,
            upload=upload,
            map_link=map_link(dataset.id, first, years) if published else "",
        )

    def _placed(self, version: Version) -> list[ImportKind]:
        """The kinds that stand somewhere of which the version changes anything."""
        counts = self.store.change_counts(version.id)
        return [kind for kind in SPATIAL_KINDS if any(counts.get(kind, {}).values())]

    def picture(self, version: Version, subject: str, year: int) -> RenderTask:
        """The two maps as SVG, of an indicator in a year or of a kind that stands somewhere.

        Raises NothingToCompareError.
        """
        return self._pictures(version, subject, year, self.store.state())

    def _picture(self, version: Version, subject: str, year: int, _state: int) -> RenderTask:
        titles = titles_of(version.state is VersionState.DRAFT)
        if subject in SPATIAL_KINDS:
            return self._features(version, ImportKind(subject), titles)
        if subject not in self._city().indicators:
            raise NothingToCompareError(subject, year)
        return self.comparison(version).picture(subject, year, titles)

    def _features(self, version: Version, kind: ImportKind, titles: tuple[str, str]) -> RenderTask:
        after = self.store.rows(version.id, kind)
        before = self.store.rows(version.parent_id, kind) if version.parent_id else after.iloc[:0]
        if kind is ImportKind.TOWNSHIPS and before.empty:
            before = list_township_rows(self._shipped)
        return features_picture(kind, after, before, self._shipped, titles)

    def all_changes(self, version: Version) -> list[tuple[Cell, ...]]:
        """Every field of every row that a version changed, in words, as rows of a file; numbers are numbers."""
        self.comparison(version)  # rows that cannot be read are refused here
        return [self._file_row(line) for line in self.store.changes(version.id).itertuples()]

    def _file_row(self, line: Any) -> tuple[Cell, ...]:
        row = self._change_row(line)
        values: tuple[Cell, Cell] = (row.before, row.after)
        if line.field in _NUMBERS:
            values = (_number(line.before), _number(line.after))
        return words.CHANGES[row.change], row.what, row.area, _number(row.year), *values

    def _change_row(self, line: object) -> ChangeRow:
        city = self._city()
        told = {name: str(getattr(line, name)) for name in line._fields}  # type: ignore[attr-defined]
        entry = city.variables.get(told["variable"]) or city.indicators.get(told["variable"])
        kind = words.KINDS[told["kind"]][0]
        name = entry.name if entry else f"{kind} {told['code']}"
        year = int(told["year"]) if told["year"] else 0
        return ChangeRow(
            change=told["change"],
            what=words.change_of(name, told["field"]),
            area=city.geography.name(told["area_code"], year) if told["area_code"] else "",
            year=told["year"],
            before=words.changed_field(told["field"], told["before"], _WORDS),
            after=words.changed_field(told["field"], told["after"], _WORDS),
        )


_WORDS = {str(kind): text for kind, text in KINDS.items()} | {"true": "是", "false": "否"}


def set_aside_text(one: SetAsideVersion) -> str:
    """A published version that cannot be shown, in words."""
    return set_aside(one.name, one.number, one.shown_number, one.reason, one.findings)


_NUMBERS = {"value", "capacity", "population", "longitude", "latitude", "opened", "closed"}  # fields of rows


def _number(text: str) -> float | None:
    return float(text) if text else None


def map_link(dataset: str, indicator: str, years: dict[str, list[int]]) -> str:
    """The address of the map of what changed first; of the dataset where no map changed."""
    return f"/?dataset={dataset}" + (
        f"&indicator={indicator}&level=county&year={years[indicator][0]}" if indicator else ""
    )


def _telling(lines: pd.DataFrame) -> pd.DataFrame:
    """One line of what was added or removed, the one with its value or name; every line of what was changed."""
    main = lines["field"].isin(["value", "name"])
    return lines[main | (lines["change"] == RowChange.CHANGED)]


def _own_batches(version: Version, parent: Version | None) -> list[Batch]:
    """The files that a version added to its parent."""
    inherited = {each.id for each in parent.batches} if parent else set()
    return [each for each in version.batches if each.id not in inherited]


def _stale(version: Version, dataset: StoredDataset) -> bool:
    return version.state is VersionState.DRAFT and version.parent_id != dataset.published_version_id


def _acts(version: Version, dataset: StoredDataset, rights: Rights) -> tuple[str, ...]:
    """What may be done to a version by someone with these rights."""
    acts = []
    if version.state is VersionState.DRAFT:
        stale = _stale(version, dataset)
        acts += ["rebase"] if stale and Right.IMPORT in rights else []
        acts += ["publish"] if not stale and Right.PUBLISH in rights else []
        acts += ["discard"] if Right.IMPORT in rights else []
    if Right.PUBLISH in rights:
        acts += {VersionState.EARLIER: ["roll_back"], VersionState.PUBLISHED: ["withdraw"]}.get(version.state, [])
    return tuple(acts)


def _trail_row(event: Event) -> TrailRow:
    return TrailRow(
        clock(event.at), event.who, words.ACTIONS.get(event.action, event.action), words.trail_detail(event.details)
    )


def clock(at: datetime) -> str:
    """A moment as the office's clock shows it."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"
