"""Geometry over HTTP: each layer once under a name that carries its hash, so that a browser keeps it for good."""

from pathlib import Path

from flask import Flask, Response, abort

from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.responses import answer_immutable
from datasets.city.kept_layers import read_or_draw
from datasets.city.shared_results import SharedResults
from geodata.layers import EncodedLayer, encode_layers

URL = "/geo/"


def register(server: Flask, snapshots: CitySnapshots, folder: Path) -> None:
    """Serve the encoded layers: today's, and those that pages opened before may still ask for.

    They are kept in memory as they go over the wire, and in ``folder`` for the next start.
    """
    by_name: dict[str, EncodedLayer] = {}
    packed = SharedResults()

    @server.get(f"{URL}<file_name>")
    def layer(file_name: str) -> Response:
        by_name.update(
            {layer.file_name: layer for layer in snapshots.current().cached_of_geography(encode_layers).values()}
        )
        if file_name not in by_name:
            abort(404)
        found = packed.find(file_name, lambda: read_or_draw(by_name[file_name], folder))
        return answer_immutable({"gzip": lambda: found}, "application/geo+json")
