"""One version of the city for each request, with a cache of what is computed from it."""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from flask import g, has_request_context

from datasets.city.city import City
from geodata.geography import Geography

Made = TypeVar("Made")


class CitySnapshot:
    """A city with a cache of what is made of it: pages, tables and layers are made when first asked for."""

    def __init__(self, city: City, geography_cache: dict[Any, Any]) -> None:
        self.city, self.geography_cache = city, geography_cache
        self._city_cache: dict[Any, Any] = {}
        self._lock = Lock()

    def cached(self, make: Callable[[City], Made]) -> Made:
        """Return ``make(city)``: the same object every time."""
        return self._look_up(self._city_cache, make, self.city)

    def cached_of_geography(self, make: Callable[[Geography], Made]) -> Made:
        """Return ``make(geography)``: the same object until another geography is published, not merely new figures."""
        return self._look_up(self.geography_cache, make, self.city.geography)

    def _look_up(self, cache: dict[Any, Any], make: Callable[[Any], Made], subject: Any) -> Made:
        if make not in cache:
            made = make(subject)
            with self._lock:
                cache.setdefault(make, made)
        found: Made = cache[make]
        return found


class CitySnapshots:
    """The snapshot that each request sees. ``published_city`` returns the city as it is published now."""

    def __init__(self, published_city: Callable[[], City]) -> None:
        self._published_city = published_city
        self._newest = CitySnapshot(published_city(), {})

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
            newest = self._newest = CitySnapshot(city, newest.geography_cache if has_same_geography else {})
        return newest
