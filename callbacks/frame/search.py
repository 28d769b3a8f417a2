"""What the search of the browser looks through, a list a dataset: fetched when a reader first searches."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property

import orjson
from flask import Flask, Response, request

from callbacks.server.city_snapshots import CitySnapshots
from datasets.city.city import City
from datasets.queries.query import read_dataset
from datasets.search.search_index import EntryKind, SearchEntry, find_township_indicator, list_entries
from layouts.words.common import domain_names
from layouts.words.messages import search as words

URL = "/search/index"


@dataclass(frozen=True)
class SearchIndex:
    """The list of one dataset as JSON."""

    body: bytes

    @cached_property
    def tag(self) -> str:
        """Changes with any name in it."""
        return hashlib.sha256(self.body).hexdigest()[:16]

    @cached_property
    def gzipped(self) -> bytes:
        """The body, packed once."""
        return gzip.compress(self.body, mtime=0)


def build_index(city: City, dataset: str) -> SearchIndex:
    """Everything of a dataset that has a name, with the words of the search itself."""
    pages = [SearchEntry(path, name, (others,)) for path, name, others in words.name_pages(city.region.gap_name)]
    entries = list_entries(city, dataset, domain_names()) | {EntryKind.PAGE: pages}
    rows = {kind: [entry.to_row() for entry in found] for kind, found in entries.items()}
    content = {
        "entries": rows,
        "township_indicator": find_township_indicator(city, dataset),
        "words": words.for_browser(),
    }
    return SearchIndex(orjson.dumps(content, option=orjson.OPT_NON_STR_KEYS))


def register(server: Flask, snapshots: CitySnapshots) -> None:
    """Serve the list of the dataset that the address names; a browser that has it is told that it is still so."""

    @server.get(URL)
    def search_index() -> Response:
        city = snapshots.current().city
        index = city.of_policy.cached(build_index, read_dataset(city, request.args))
        is_packed = "gzip" in request.accept_encodings
        answer = Response(index.gzipped if is_packed else index.body, mimetype="application/json")
        if is_packed:
            answer.headers["Content-Encoding"] = "gzip"
        answer.headers["Vary"] = "Accept-Encoding"
        answer.set_etag(index.tag)
        answer.make_conditional(request)
        return answer
