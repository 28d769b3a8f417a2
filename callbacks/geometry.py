"""Geometry over HTTP: each layer once under a name that carries its hash, so that a browser keeps it for good."""

from flask import Flask, Response, abort, request

from callbacks.editions import Editions
from geodata.layers import EncodedLayer, encode_layers

URL = "/geo/"


def register(server: Flask, editions: Editions) -> None:
    """Serve the encoded layers from memory: today's, and those that pages opened before may still ask for."""
    by_name: dict[str, EncodedLayer] = {}

    @server.get(f"{URL}<file_name>")
    def layer(file_name: str) -> Response:
        by_name.update({layer.file_name: layer for layer in editions.current().drawn(encode_layers).values()})
        if file_name not in by_name:
            abort(404)
        zipped = "gzip" in request.accept_encodings
        found = by_name[file_name]
        answer = Response(found.gzipped if zipped else found.body, mimetype="application/geo+json")
        if zipped:
            answer.headers["Content-Encoding"] = "gzip"
        answer.headers["Vary"] = "Accept-Encoding"
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer
