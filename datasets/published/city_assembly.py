"""Assemble a city from the shipped datasets and versions of stored ones."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from datasets.city.city import City
from datasets.kinds import ImportKind
from datasets.published.version_dataset import VersionRows, build_dataset, build_version_geography, select_main_roads
from datasets.shipped.load import Foundation, build_city


@dataclass(frozen=True)
class AssembledCity:
    """A city, and the versions of stored datasets that it contains, by dataset."""

    city: City
    versions: Mapping[str, VersionRows] = field(default_factory=dict)

    def is_made_of(self, versions: Mapping[str, VersionRows]) -> bool:
        """Whether the city contains exactly these versions."""
        return _version_ids(self.versions) == _version_ids(versions)


def assemble_city(foundation: Foundation, versions: Mapping[str, VersionRows], previous: AssembledCity) -> City:
    """Assemble the city of ``versions``; reuse geography and datasets of ``previous`` that have the same versions.

    Stored datasets with real figures come first, since an empty address opens the first dataset.
    """
    drawn = _find_drawn_versions(versions)
    same_geography = all(map(operator.is_, drawn, _find_drawn_versions(previous.versions)))
    geography = previous.city.geography if same_geography else build_version_geography(foundation, *drawn)
    newest_first = sorted(versions.values(), key=lambda version: -version.version_id)
    stored = {}
    for version in newest_first:
        id_ = version.dataset.id
        known = same_geography and previous.versions.get(id_) is version
        stored[id_] = previous.city.datasets[id_] if known else build_dataset(foundation, geography, version)
    with_figures = {version.dataset.id for version in newest_first if len(version.rows[ImportKind.OBSERVATIONS])}
    own = {id_: dataset for id_, dataset in stored.items() if id_ in with_figures and not dataset.demonstration}
    shipped = foundation.shipped
    real = {id_: dataset for id_, dataset in shipped.items() if not dataset.demonstration}
    return build_city(foundation, geography, own | real | stored | shipped)


def _find_drawn_versions(versions: Mapping[str, VersionRows]) -> tuple[VersionRows | None, VersionRows | None]:
    """Find the versions whose official township polygons and whose main roads are drawn: the newest that have any."""

    def find_newest(count: Callable[[VersionRows], int]) -> VersionRows | None:
        return max(filter(count, versions.values()), key=lambda version: version.version_id, default=None)

    return (
        find_newest(lambda version: len(version.rows[ImportKind.TOWNSHIPS])),
        find_newest(lambda version: len(select_main_roads(version))),
    )


def _version_ids(versions: Mapping[str, VersionRows]) -> set[int]:
    return {version.version_id for version in versions.values()}
