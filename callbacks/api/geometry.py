"""Geometry over HTTP: each layer once under a name that carries its hash, so that a browser keeps it for good."""

from flask import Flask, Response, abort, request

from callbacks.server.city_snapshots import CitySnapshots
from geodata.layers import EncodedLayer, encode_layers

URL = "/geo/"


def register(server: Flask, snapshots: CitySnapshots) -> None:
    """Serve the encoded layers from memory: today's, and those that pages opened before may still ask for."""
    by_name: dict[str, EncodedLayer] = {}

    @server.get(f"{URL}<file_name>")
    def layer(file_name: str) -> Response:
        by_name.update(
            {layer.file_name: layer for layer in snapshots.current().cached_of_geography(encode_layers).values()}
        )
        if file_name not in by_name:
            abort(404)
        found = by_name[file_name]
        return immutable_file(found.body, found.gzipped, "application/geo+json")


def immutable_file(body: bytes, gzipped: bytes, mimetype: str) -> Response:
    """A file whose name carries the hash of its content: a browser never asks for it again."""
    zipped = "gzip" in request.accept_encodings
    answer = Response(gzipped if zipped else body, mimetype=mimetype)
    if zipped:
        answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Vary"] = "Accept-Encoding"
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer
