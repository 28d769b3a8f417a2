"""Requests as nobody means them: every route and method, with values that are odd, too long, wrong or right."""

import json
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.frame.request_checks import parse_outputs

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
DEEP = 100_000  # brackets
ODD: list[str] = [
    *("", "0", "-1", "1", "2016", "99999999999999999999", "9223372036854775808", "1e309", "NaN", "１２", "٣"),
    *(
        "null",
        "[]",
        "{}",
        "\0",
        "a\0b",
        "../../../../etc/passwd",
        "..%2f..%2fapp.py",
        "%",
        "%zz",
        "<b>",
        "=1+1",
        "' OR 1",
    ),
    *("中文", "𝒳𝒴", "\ufeff", "\u202e", "\r\nX: y", "a" * 5000, "," * 300, "1," * 300, "true", "None"),
]
# What makes an answer go deep: names that there are.
KNOWN: dict[str, list[str]] = {
    "dataset": ["public", "demo"],
    "set": ["public", "demo"],
    "indicator": [
        "medical_beds_per_1000_residents",
        "resident_population",
        "hospital_share_within",
        "every_county_road",
    ],
    "other_indicator": ["medical_beds_per_1000_residents", "doctors_per_1000_residents"],
    "level": ["city", "county", "township"],
    "year": ["2010", "2016", "2020"],
    "other_year": ["2010", "2016"],
    "method": ["natural", "quantiles", "equal", "target", "own"],
    "classes": ["3", "5", "7"],
    "breaks": ["1,2,3", "0.5"],
    "labels": ["0", "1"],
    "within": ["441881", "441802"],
    "selected": ["441881", "441881101"],
    "compare": ["none", "years", "indicators", "1,2"],
    "facilities": ["township_hospital,library"],
    "domain": ["health", "all"],
    "goal": ["line", "target"],
    "county": ["441881"],
    "type": ["township_hospital", "museum"],
    "kind": ["observations", "facilities", "roads"],
    "layout": ["wide", "long"],
    "format": ["json", "csv", "xlsx", "gpkg"],
    "headings": ["names", "words"],
    "size": ["640x480", "a4-landscape", "99999x99999"],
    "dpi": ["72", "600"],
    "grey": ["0", "1"],
    "status": ["reached"],
    "department": ["卫生局"],
    "changes": ["add:113.05,23.7", "move:x"],
    "target": ["beds-2016"],
    **{
        name: []
        for name in ("maker", "approval", "version", "upload", "subject", "next", "mode", "article", "deadline")
    },
    **{
        name: ["3"] for name in ("count", "objective", "candidates", "capacity", "minimum", "spacing", "name", "number")
    },
}
JSON_KEYS = [*KNOWN, "order", "mapping", "new_dataset", "output", "outputs", "inputs", "state", "changedPropIds"]


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    content_type: str | None = None

    def send(self, client: FlaskClient, headers: Mapping[str, str]) -> TestResponse:
        """The answer to it."""
        return client.open(
            self.path,
            method=self.method,
            query_string=dict(self.query),
            data=self.body,
            content_type=self.content_type,
            headers=dict(headers),
        )


class Asker:
    """Makes requests to a server, the same ones for the same seed."""

    def __init__(self, server: Flask, dependencies: Sequence[Mapping[str, Any]], seed: int) -> None:
        self._rng = random.Random(seed)  # noqa: S311  (repeatable, not secret)
        self._rules = [rule.rule for rule in server.url_map.iter_rules()]
        self._callbacks = [each for each in dependencies if each["clientside_function"] is None]

    def request(self) -> Asked:
        """The next one."""
        rng = self._rng
        if rng.random() < 0.2:
            return Asked("POST", "/_dash-update-component", {}, self._dash_body(), "application/json")
        path = re.sub(r"<[^>]*?(\w+)>", lambda found: self._part(found[1]), rng.choice(self._rules))
        names = rng.sample(list(KNOWN), rng.randint(0, 4))
        query = {name: self._value(name) for name in names}
        method = rng.choice(METHODS) if rng.random() < 0.6 else "GET"
        body, content_type = self._body() if method not in ("GET", "HEAD") else (b"", None)
        return Asked(method, path, query, body, content_type)

    def _part(self, name: str) -> str:
        """A part of a path, with its signs escaped that would end it."""
        known = {
            "kind": KNOWN["kind"],
            "dataset": KNOWN["dataset"],
            "form": ["csv", "xlsx", "png", "svg"],
            "name": ["map", "gap", "heat", "spine", "trend", "ranking", "waterfall", "coverage", "multiples", "domain"],
        }
        text = self._rng.choice([*known.get(name, []), *ODD])
        return re.sub(r"[?#]", "x", text) or "x"

    def _value(self, name: str) -> str:
        known = KNOWN[name]
        return self._rng.choice(known if known and self._rng.random() < 0.6 else ODD)

    def _body(self) -> tuple[bytes, str | None]:
        rng = self._rng
        as_json = [b"", b"null", b"{}", b"[]", b"1", b'"x"', b"{", b"\xff\xfe", b"[" * DEEP, b'{"a":' * DEEP, b"1e999"]
        filled = json.dumps({name: self._json_value(3) for name in rng.sample(JSON_KEYS, 4)}).encode()
        types = ["application/json"] * 5 + [
            None,
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
        ]
        return rng.choice([*as_json, filled, filled, filled, filled]), rng.choice(
            [*types, "multipart/form-data; boundary=x"]
        )

    def _json_value(self, depth: int) -> Any:
        rng = self._rng
        plain = [None, True, 0, -1, 10**30, 1.5, *ODD[:20], *(text for texts in KNOWN.values() for text in texts)]
        if depth and rng.random() < 0.3:
            inner = [self._json_value(depth - 1) for _ in range(rng.randint(0, 3))]
            return rng.choice([inner, {rng.choice(JSON_KEYS): each for each in inner}])
        return rng.choice(plain)

    def _dash_body(self) -> bytes:
        """What a browser sends for one of the server's callbacks, with wild values or wild parts."""
        rng, callback = self._rng, self._rng.choice(self._callbacks)
        trigger = rng.choice(callback["inputs"])
        body: dict[str, Any] = {
            "output": callback["output"],
            "outputs": parse_outputs(callback["output"]),
            "inputs": [entry | {"value": self._json_value(2)} for entry in callback["inputs"]],
            "state": [entry | {"value": self._json_value(2)} for entry in callback["state"]],
            "changedPropIds": [f"{trigger['id']}.{trigger['property']}"],
        }
        if rng.random() < 0.3:
            body[rng.choice(list(body))] = self._json_value(2)
        if rng.random() < 0.1:
            del body[rng.choice(list(body))]
        return json.dumps(body).encode() if rng.random() < 0.95 else self._body()[0]
