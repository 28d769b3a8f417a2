"""The page 数据 as its browser calls the server: the view of an address, and what a button does."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.frame.request_checks import UPDATE, parse_outputs
from layouts.data_ids import DataPage

VIEW = f"..{DataPage.BODY}.children...{DataPage.CONTENT}.data.."


def show(client: FlaskClient, **asked: Any) -> dict[str, Any]:
    """What an address shows: ``body`` beside what the browser paints and keeps, or ``error``."""
    answer = _call(client, VIEW, DataPage.ASKED, asked)
    assert answer.json is not None, answer.text
    shown = answer.json["response"]
    body = shown.get(DataPage.BODY, {}).get("children")
    return {"body": body} | shown[DataPage.CONTENT]["data"]


def act(client: FlaskClient, act: str, token: str | None = None, **asked: Any) -> dict[str, Any]:
    """What the browser is told after a button, or ``error``; with the token of the account that is logged in."""
    known = client.get("/account").get_json()["csrf_token"] or "" if token is None else token
    answer = _call(client, f"{DataPage.DONE}.data", DataPage.ACTION, {"act": act, "token": known} | asked)
    assert answer.json is not None, answer.text
    done: dict[str, Any] = answer.json["response"][DataPage.DONE]["data"]
    return done


def _call(client: FlaskClient, output: str, asked_by: DataPage, value: dict[str, Any]) -> TestResponse:
    body = {
        "output": output,
        "outputs": parse_outputs(output),
        "inputs": [{"id": asked_by, "property": "data", "value": value}],
        "state": [],
        "changedPropIds": [f"{asked_by}.data"],
    }
    return client.post(UPDATE, json=body)
