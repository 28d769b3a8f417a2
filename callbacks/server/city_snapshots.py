"""One version of the city for each request, with a cache of what is computed from it, in each language.

A request sees the groups that every reader sees: the region's own, or those that an editor has saved. One that gives
others (``groups=``, see ``group_query``) sees the same city regrouped: a snapshot beside the published one, with
results of its own, of which the last few are kept.
"""

from collections.abc import Callable
from typing import TypeVar

from flask import g, has_request_context, request

from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from datasets.queries.group_query import GroupError, regroup_as_given, resolve_groups
from datasets.queries.query import GROUPS
from geodata.geography import Geography
from locales import current_language

Made = TypeVar("Made")
_KEPT_DIVISIONS = 6  # of a published city


class CitySnapshot:
    """A city with a cache of what is made of it: pages, tables and layers are made when first asked for.

    ``given`` are the groups that a reader has given it, as an address has them; "" for those that every reader sees.
    ``results_of_areas`` are what was made of its geography in the region's own groups.
    """

    def __init__(self, city: City, results_of_areas: SharedResults, given: str = "") -> None:
        self.city, self.results_of_areas, self.given = city, results_of_areas, given
        self._results, self._regrouped = SharedResults(), SharedResults(_KEPT_DIVISIONS)
        self._results_of_geography = SharedResults() if city.declared else results_of_areas

    def cached(self, make: Callable[[City], Made]) -> Made:
        """Return ``make(city)``: the same object every time, in one language."""
        return self._results.find((current_language(), make), lambda: make(self.city))

    def cached_of_geography(self, make: Callable[[Geography], Made]) -> Made:
        """Return ``make(geography)``: the same object until another geography is published, not merely new figures."""
        return self._results_of_geography.find((current_language(), make), lambda: make(self.city.geography))

    def cached_of_areas(self, make: Callable[[Geography], Made]) -> Made:
        """As ``cached_of_geography``, for what does not depend on the groups: the same object for all of them."""
        return self.results_of_areas.find((current_language(), make), lambda: make(self.city.of_policy.geography))

    def regroup(self, groups: str) -> "CitySnapshot":
        """The snapshot of the same city in the groups that an address gives. Raises GroupError."""
        given = resolve_groups(self.city, groups)
        if not given:
            return self

        def make() -> CitySnapshot:
            return CitySnapshot(regroup_as_given(self.city, given), self.results_of_areas, given)

        return self._regrouped.find(given, make)


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
        try:
            return newest.regroup(groups), None
        except GroupError as error:
            return newest, error

    def published(self) -> CitySnapshot:
        """The newest snapshot, in the groups that every reader sees, whatever the request gives."""
        city, newest = self._published_city(), self._newest
        if city is not newest.city:
            has_same_areas = city.of_policy.geography is newest.city.of_policy.geography
            results = newest.results_of_areas if has_same_areas else SharedResults()
            newest = self._newest = CitySnapshot(city, results)
        return newest
