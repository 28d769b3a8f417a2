"""Facility points over HTTP, a file a dataset; its name carries a hash of the content, so that browsers cache it."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from flask import Flask, Response, abort

from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.responses import answer_immutable
from datasets.city.city import City
from datasets.city.facilities import find_townships
from datasets.city.shared_results import SharedResults
from layouts.figures.maps.facilities import encode_facilities

URL = "/geo/facilities/"


@dataclass(frozen=True)
class FacilityFile:
    """One file as it goes over the wire."""

    name: str
    body: bytes

    @cached_property
    def gzipped(self) -> bytes:
        """The body, packed once."""
        return gzip.compress(self.body, mtime=0)


class FacilityFiles:
    """The files of one city, each made when first asked for."""

    def __init__(self, city: City) -> None:
        self._city = city
        self._made = SharedResults()

    def of(self, dataset: str) -> FacilityFile:
        """The facilities of a dataset."""
        return self._made.find(dataset, lambda: self._build_file(dataset))

    def address(self, dataset: str) -> str:
        """Where the browser gets them."""
        return URL + self.of(dataset).name

    def _build_file(self, dataset: str) -> FacilityFile:
        city, facilities = self._city, self._city.datasets[dataset].facilities
        townships = find_townships(facilities, city.geography)
        book = encode_facilities(facilities, townships, city.facility_types, city.geography)
        book |= city.datasets[dataset].identity
        body = json.dumps(book, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
        return FacilityFile(f"{dataset}-{hashlib.sha256(body).hexdigest()[:12]}.json", body)


def register(server: Flask, snapshots: CitySnapshots) -> None:
    """Serve the files from memory: today's, and those that pages opened before may still ask for."""
    by_name: dict[str, FacilityFile] = {}

    @server.get(f"{URL}<file_name>")
    def facilities(file_name: str) -> Response:
        snapshot = snapshots.current()
        files = snapshot.cached(FacilityFiles)
        by_name.update({found.name: found for found in map(files.of, snapshot.city.datasets)})
        if file_name not in by_name:
            abort(404)
        found = by_name[file_name]
        return answer_immutable({"gzip": lambda: found.gzipped}, "application/json")
