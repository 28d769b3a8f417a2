"""Geometry over HTTP: each layer once under a name that carries its hash, so that a browser keeps it for good."""

from pathlib import Path
from urllib.parse import urlencode

from flask import Flask, Response, abort

from callbacks.server.city_snapshots import CitySnapshot, CitySnapshots
from callbacks.server.responses import answer_immutable
from datasets.city.kept_layers import read_or_draw
from datasets.city.shared_results import SharedResults
from datasets.queries.group_query import given_groups
from geodata.layers import EncodedLayer, LayerKind, encode_layers
from geodata.region import Level

URL = "/geo/"
_OF_GROUPS = (Level.COUNTY, LayerKind.GROUP_LINE)


def list_addresses(snapshot: CitySnapshot) -> dict[tuple[Level, LayerKind], str]:
    """Where the browser gets each layer; what depends on groups that are not the region's own names them."""
    given = given_groups(snapshot.city)
    query = f"?{urlencode(given)}" if given else ""
    return {
        (level, kind): f"{URL}{layer.file_name}{query if (level, kind) == _OF_GROUPS else ''}"
        for (level, kind), layer in snapshot.cached_of_geography(encode_layers).items()
    }


def register(server: Flask, snapshots: CitySnapshots, folder: Path) -> None:
    """Serve the encoded layers: today's, and those that pages opened before may still ask for.

    They are kept in memory as they go over the wire, and in ``folder`` for the next start; the line between groups
    that a reader has formed as long as the city in those groups.
    """
    by_name: dict[str, EncodedLayer] = {}
    packed = SharedResults()

    @server.get(f"{URL}<file_name>")
    def layer(file_name: str) -> Response:
        snapshot = snapshots.current()
        layers = {layer.file_name: layer for layer in snapshot.cached_of_geography(encode_layers).values()}
        if snapshot.given and file_name in layers:
            return answer_immutable({"gzip": lambda: layers[file_name].gzipped}, "application/geo+json")
        by_name.update({} if snapshot.given else layers)
        if file_name not in by_name:
            abort(404)
        found = packed.find(file_name, lambda: read_or_draw(by_name[file_name], folder))
        return answer_immutable({"gzip": lambda: found}, "application/geo+json")
