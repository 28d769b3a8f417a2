"""One state of the city a request: whatever is published meanwhile, an answer is made of one version."""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from flask import g, has_request_context

from datasets.city.city import City
from geodata.geography import Geography

Made = TypeVar("Made")


class Edition:
    """A city, and what was made for it: views, pages and layers are made when first asked for, and kept."""

    def __init__(self, city: City, of_geography: dict[Any, Any]) -> None:
        self.city = city
        self._of_city: dict[Any, Any] = {}
        self.of_geography = of_geography
        self._making = Lock()

    def of(self, make: Callable[[City], Made]) -> Made:
        """What ``make`` makes of the city: the same object every time."""
        return self._kept(self._of_city, make, self.city)

    def drawn(self, make: Callable[[Geography], Made]) -> Made:
        """What ``make`` makes of the geography; it outlives the publication of mere figures."""
        return self._kept(self.of_geography, make, self.city.geography)

    def _kept(self, kept: dict[Any, Any], make: Callable[[Any], Made], subject: Any) -> Made:
        if make not in kept:
            made = make(subject)
            with self._making:
                kept.setdefault(make, made)
        found: Made = kept[make]
        return found


class Editions:
    """The edition of a request. ``newest`` tells the city as it is published now."""

    def __init__(self, newest: Callable[[], City]) -> None:
        self._newest = newest
        self._edition = Edition(newest(), {})

    def current(self) -> Edition:
        """The edition that this request has seen first; outside a request the newest."""
        if not has_request_context():
            return self._latest()
        if "edition" not in g:
            g.edition = self._latest()
        edition: Edition = g.edition
        return edition

    def _latest(self) -> Edition:
        city, known = self._newest(), self._edition
        if city is not known.city:
            same = city.geography is known.city.geography
            known = self._edition = Edition(city, known.of_geography if same else {})
        return known
