"""Geometry over HTTP: each layer once under a name that carries its hash, so that a browser keeps it for good."""

from flask import Flask, Response, abort, request

from geodata.layers import EncodedLayer

URL = "/geo/"


def register(server: Flask, layers: list[EncodedLayer]) -> None:
    """Serve the encoded layers from memory."""
    by_name = {layer.file_name: layer for layer in layers}

    @server.get(f"{URL}<file_name>")
    def layer(file_name: str) -> Response:
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
