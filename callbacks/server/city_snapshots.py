"""One version of the city for each request, with a cache of what is computed from it."""

from collections.abc import Callable
from typing import TypeVar

from flask import g, has_request_context

from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from geodata.geography import Geography

Made = TypeVar("Made")


class CitySnapshot:
    """A city with a cache of what is made of it: pages, tables and layers are made when first asked for."""

    def __init__(self, city: City, results_of_geography: SharedResults) -> None:
        self.city, self.results_of_geography = city, results_of_geography
        self._results = SharedResults()

    def cached(self, make: Callable[[City], Made]) -> Made:
        """Return ``make(city)``: the same object every time."""
        return self._results.find(make, lambda: make(self.city))

    def cached_of_geography(self, make: Callable[[Geography], Made]) -> Made:
        """Return ``make(geography)``: the same object until another geography is published, not merely new figures."""
        return self.results_of_geography.find(make, lambda: make(self.city.geography))


class CitySnapshots:
    """The snapshot that each request sees. ``published_city`` returns the city as it is published now."""

    def __init__(self, published_city: Callable[[], City]) -> None:
        self._published_city = published_city
        self._newest = CitySnapshot(published_city(), SharedResults())

    def current(self) -> CitySnapshot:
        """The snapshot that this request has seen first; outside a request the newest."""
        if not has_request_context():
            return self._take_newest()
        if "city_snapshot" not in g:
            g.city_snapshot = self._take_newest()
        snapshot: CitySnapshot = g.city_snapshot
        return snapshot

    def _take_newest(self) -> CitySnapshot:
        city, newest = self._published_city(), self._newest
        if city is not newest.city:
            has_same_geography = city.geography is newest.city.geography
            results = newest.results_of_geography if has_same_geography else SharedResults()
            newest = self._newest = CitySnapshot(city, results)
        return newest
