"""Checks of every request: bounds of ids and JSON, types of callback arguments, refusals in a sentence."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

import pydantic
from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, Response, request
from flask.json.provider import DefaultJSONProvider
from pydantic import ConfigDict, ValidationError
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import IntegerConverter

from callbacks.server.responses import refusal
from locales import say

LARGEST_ID = 2**31 - 1  # that both databases keep
DEEPEST = 64  # objects and lists within each other
_LONGEST_SHOWN = 60  # letters of an unusable value
UPDATE = "/_dash-update-component"
Known = TypeVar("Known")

validate_arguments = pydantic.validate_call(config=ConfigDict(strict=True, arbitrary_types_allowed=True))
"""A callback whose arguments must be of the types that it says; others are refused before it is called."""


class UnusableValueError(Exception):
    """A value that a page of ours would not send: what it stands for, and what was found."""

    def __init__(self, what: str, found: object) -> None:
        super().__init__(f"{what}: {str(found)[:80]!r}")
        self.what, self.found = what, str(found)


def require_one_of(what: str, found: Known | None, allowed: Collection[Known]) -> Known:
    """What was found, if it is allowed. Raises UnusableValueError."""
    if found is None or found not in allowed:
        raise UnusableValueError(what, found)
    return found


def read_changes(
    changes: Mapping[str, Callable[[Any], dict[str, Any]]], trigger: str | None, value: Any
) -> dict[str, Any]:
    """The changes that a control makes with its value, as keywords. Raises UnusableValueError for an unusable value.

    ``changes`` maps each control's id to the function that reads its value; ``trigger`` is the control that was used.
    """
    try:
        return changes[trigger or ""](value)
    except (ValueError, TypeError, LookupError) as error:
        raise UnusableValueError(trigger or "", value) from error


class BoundedId(IntegerConverter):
    """An id in a path, as far as the databases count."""

    def __init__(self, url_map: Any, **options: Any) -> None:
        super().__init__(url_map, **{"max": LARGEST_ID} | options)


class BoundedJson(DefaultJSONProvider):
    """JSON of requests, as deep as anything of ours is."""

    def loads(self, s: str | bytes, **options: Any) -> Any:
        """The content. Raises ValueError."""
        try:
            content = super().loads(s, **options)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if _is_deep(content):
            raise ValueError("nested too deeply")
        return content


def _is_deep(content: Any) -> bool:
    level = [content]
    for _ in range(DEEPEST):
        level = [part for each in level if isinstance(each, (dict, list)) for part in _list_children(each)]
        if not level:
            return False
    return True


def _list_children(content: dict[str, Any] | list[Any]) -> Collection[Any]:
    return content.values() if isinstance(content, dict) else content


def limit_requests(server: Flask) -> None:
    """Bound ids and JSON. Comes before the routes."""
    server.url_map.converters["int"] = BoundedId
    server.json = BoundedJson(server)


def register(app: Dash) -> None:
    """Refuse what no route can use, each time with a sentence."""
    server: Flask = app.server

    @server.before_request
    def check_payload() -> Response | None:
        if request.endpoint != UPDATE or request.method != "POST":
            return None
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or not isinstance(body.get("output"), str):
            return refusal(say("refusals-bad-payload"), 400)
        callback = app.callback_map.get(body["output"])
        if callback is None or "callback" not in callback:
            return refusal(say("refusals-bad-payload"), 404)
        return None if _matches_callback(body, callback) else refusal(say("refusals-bad-payload"), 400)

    @server.errorhandler(UnusableValueError)
    def refuse_unusable_value(error: UnusableValueError) -> Response:
        return refusal(_name_unusable(error.what, error.found), 400)

    @server.errorhandler(ValidationError)
    def refuse_argument(error: ValidationError) -> Response:
        first = error.errors()[0]
        return refusal(_name_unusable(".".join(map(str, first["loc"])), str(first["input"])), 400)

    @server.errorhandler(DependencyException)
    def refuse_unknown_part(_error: DependencyException) -> Response:
        return refusal(say("refusals-status", status=404), 404)

    @server.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> Response | HTTPException:
        if error.code is None or error.code < 400:
            return error  # a redirection
        if not isinstance(error, MethodNotAllowed):
            return refusal(
                say("refusals-status", status=min(error.code, 500) if error.code != 503 else 503), error.code
            )
        allowed = sorted(error.valid_methods or ())
        answer = refusal(
            say("refusals-method-not-allowed", found=request.method, allowed=say("list-names").join(allowed)),
            error.code,
        )
        answer.headers["Allow"] = ", ".join(allowed)
        return answer


def _name_unusable(what: str, found: str) -> str:
    short = found if len(found) <= _LONGEST_SHOWN else f"{found[:_LONGEST_SHOWN]}…"
    return say("refusals-unusable-value", what=what, found=short)


def _matches_callback(body: Mapping[str, Any], callback: Mapping[str, Any]) -> bool:
    """Whether a payload calls a function of the server with the parts that it takes, whatever their values are."""
    changed = body.get("changedPropIds", [])
    inputs = [f"{entry['id']}.{entry['property']}" for entry in callback["inputs"]]
    return (
        body.get("outputs") == parse_outputs(body["output"])
        and _matches_parts(body.get("inputs", []), callback["inputs"])
        and _matches_parts(body.get("state", []), callback["state"])
        and isinstance(changed, list)
        and all(isinstance(part, str) and part in inputs for part in changed)
    )


def _matches_parts(sent: Any, wanted: list[dict[str, str]]) -> bool:
    return (
        isinstance(sent, list)
        and len(sent) == len(wanted)
        and all(
            isinstance(entry, dict) and (entry.get("id"), entry.get("property")) == (part["id"], part["property"])
            for entry, part in zip(sent, wanted, strict=True)
        )
    )


def parse_outputs(output: str) -> dict[str, str] | list[dict[str, str]]:
    """The outputs of a callback by its name, as a browser sends them: a list of several, or the only one.

    A property that several callbacks write bears the mark of the one that asks: ``data@1f3a``.
    """
    names = output.strip(".").split("...")
    named = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    return named if output.startswith("..") else named[0]
