"""One version of the city for each request, with a cache of what is computed from it.

A request that gives groups of its own (``groups=``, see ``group_query``) sees the same city regrouped: a snapshot
beside the published one, with results of its own, of which the last few are kept.
"""

from collections.abc import Callable
from typing import TypeVar

from flask import g, has_request_context, request

from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from datasets.queries.group_query import (
    Division,
    GroupError,
    find_declared_division,
    read_division,
    regroup_city,
)
from datasets.queries.query import GROUPS
from geodata.geography import Geography

Made = TypeVar("Made")
_KEPT_DIVISIONS = 6  # of a published city


class CitySnapshot:
    """A city with a cache of what is made of it: pages, tables and layers are made when first asked for.

    ``division`` are the groups that a reader has given it, None for the region's own.
    """

    def __init__(self, city: City, results_of_geography: SharedResults, division: Division | None = None) -> None:
        self.city, self.results_of_geography, self.division = city, results_of_geography, division
        self._results, self._regrouped = SharedResults(), SharedResults(_KEPT_DIVISIONS)

    def cached(self, make: Callable[[City], Made]) -> Made:
        """Return ``make(city)``: the same object every time."""
        return self._results.find(make, lambda: make(self.city))

    def cached_of_geography(self, make: Callable[[Geography], Made]) -> Made:
        """Return ``make(geography)``: the same object until another geography is published, not merely new figures."""
        return self.results_of_geography.find(make, lambda: make(self.city.geography))

    def regroup(self, division: Division) -> "CitySnapshot":
        """The snapshot of the same city in other groups."""

        def make() -> CitySnapshot:
            return CitySnapshot(regroup_city(self.city, division), SharedResults(), division)

        return self._regrouped.find(division, make)


class CitySnapshots:
    """The snapshot that each request sees. ``published_city`` returns the city as it is published now."""

    def __init__(self, published_city: Callable[[], City]) -> None:
        self._published_city = published_city
        self._newest = CitySnapshot(published_city(), SharedResults())

    def current(self) -> CitySnapshot:
        """The snapshot that this request has seen first; outside a request the newest."""
        if not has_request_context():
            return self.published()
        if "city_snapshot" not in g:
            g.city_snapshot, g.group_error = self._choose_snapshot(request.args.get(GROUPS, ""))
        snapshot: CitySnapshot = g.city_snapshot
        return snapshot

    def group_error(self) -> GroupError | None:
        """What is wrong with the groups that this request gives; the snapshot that it sees has none of them."""
        self.current()
        error: GroupError | None = g.get("group_error") if has_request_context() else None
        return error

    def _choose_snapshot(self, groups: str) -> tuple[CitySnapshot, GroupError | None]:
        newest = self.published()
        if not groups:
            return newest, None
        try:
            division = read_division(groups, newest.city.region)
        except GroupError as error:
            return newest, error
        return (newest if division == find_declared_division(newest.city.region) else newest.regroup(division)), None

    def published(self) -> CitySnapshot:
        """The newest snapshot, in the region's own groups whatever the request gives."""
        city, newest = self._published_city(), self._newest
        if city is not newest.city:
            has_same_geography = city.geography is newest.city.geography
            results = newest.results_of_geography if has_same_geography else SharedResults()
            newest = self._newest = CitySnapshot(city, results)
        return newest
