"""The atlas's wiring: nothing dangles, answers are small and hold no geometry."""

import gzip
import json
import re
from typing import Any

import pytest

from layouts.data_ids import DataView
from layouts.frame.parts import grid_place
from layouts.ids import Atlas, Shell, list_ids
from tests.conftest import ROOT
from tests.layouts.pages.test_atlas import components

BEDS = "medical_beds_per_1000_residents"
OPENING = "college_per_100k"


@pytest.fixture(scope="module")
def dependencies(client) -> list[dict[str, Any]]:
    return client.get("/_dash-dependencies").get_json()


def test_every_id_that_a_callback_names_exists_on_the_page(app, dependencies):
    on_page = {part["props"]["id"] for part in components(app.layout()) if "id" in part["props"]}
    on_page |= {id_.removesuffix(grid_place("")) for id_ in on_page}  # tables are put there when a reader sees them
    for callback in dependencies:
        outputs = re.findall(r"([a-z-]+)\.[a-zA-Z]+", callback["output"])
        named = {entry["id"] for entry in callback["inputs"] + callback["state"]} | set(outputs)
        of_a_view = {id_ for id_ in named if id_.startswith(DataView.FIGURES)}  # which the page of data fetches
        assert named - of_a_view <= on_page


def test_every_clientside_function_is_written(dependencies):
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "assets" / "js").rglob("*.js"))
    named = [entry["clientside_function"] for entry in dependencies if entry["clientside_function"]]
    assert named
    for function in named:
        assert f"window.dash_clientside.{function['namespace']} = {{" in scripts
        assert re.search(rf"^ {{8}}(async )?{function['function_name']}\(", scripts, re.MULTILINE), function


_IDS = "|".join(
    id_ for page in list_ids().values() for id_ in page.values() if "-" in id_
)  # others are plain words too
_LITERAL = re.compile(rf"""getElementById\(["'`][^$]|["'`]#?(?:{_IDS})(?![\w-])""")
_BEFORE_SCRIPTS = '("first-view")'  # no component: the server writes it into the document


def test_no_script_spells_an_id_that_python_has():
    for path in sorted((ROOT / "assets" / "js").rglob("*.js")):
        code = re.sub(r"(?m)(^|\s)//.*|className\W+[`\"][^`\"]*", "", path.read_text("utf-8"))
        code = code.replace(_BEFORE_SCRIPTS, "")
        assert not _LITERAL.findall(code), path


def test_every_id_that_a_script_names_is_python_s():
    ids = list_ids()
    for path in sorted((ROOT / "assets" / "js").rglob("*.js")):
        code = path.read_text("utf-8")
        for page in re.findall(r"const \{([\w, ]+)\} = window\.junheng\.ids", code):
            for name in page.split(", "):
                assert name in ids, path
                assert set(re.findall(rf"(?<![\w.]){name}\.([A-Z_]+)\b", code)) <= ids[name].keys(), path


def test_years_and_clicks_need_no_server(dependencies):
    for callback in dependencies:
        if callback["clientside_function"] is None:
            inputs = {entry["id"] for entry in callback["inputs"]}
            assert not inputs & {Atlas.YEAR, Atlas.OTHER_YEAR, Atlas.SELECTED, Atlas.LABELS}


def change(client, dependencies, trigger: str, value: Any, view: dict[str, str] | None = None, **kept: Any):
    """Ask as the page does: one control has moved to ``value`` while ``view`` is shown."""
    (callback,) = [entry for entry in dependencies if f"{Atlas.VIEW}.data" in entry["output"]]
    known: dict[str, Any] = {
        Atlas.VIEW: view,
        Atlas.YEAR: kept.get("year"),
        Atlas.OTHER_YEAR: kept.get("year"),
        Atlas.LABELS: "names",
        Atlas.SELECTED: kept.get("selected"),
        Shell.DATASET: kept.get("dataset"),
    }

    def filled(entry: dict[str, str]) -> dict[str, Any]:
        moved = entry["id"] == trigger.split(".", maxsplit=1)[0]
        return {**entry, "value": value if moved else known.get(entry["id"])}

    outputs = callback["output"].strip(".").split("...")
    body = {
        "output": callback["output"],
        "outputs": [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in outputs],
        "inputs": [filled(entry) for entry in callback["inputs"]],
        "state": [filled(entry) for entry in callback["state"]],
        "changedPropIds": [trigger],
    }
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200, answer.data
    return answer


def opened(client, dependencies, address: str):
    return change(client, dependencies, f"{Atlas.ADDRESS}.data", address).get_json()["response"]


def test_an_empty_address_opens_the_default_view(client, dependencies):
    shown = opened(client, dependencies, "")
    assert shown[Atlas.INDICATOR]["value"] == OPENING
    assert shown[Atlas.YEAR]["value"] == 2020
    assert shown[Shell.NOTICE]["children"] == []


def test_a_nonsense_address_opens_the_default_view_and_says_what_it_ignored(client, dependencies):
    shown = opened(client, dependencies, "?year=abc&level=county&mood=good")
    assert shown[Atlas.INDICATOR]["value"] == OPENING
    assert "year=abc" in str(shown[Shell.NOTICE])
    assert "mood=good" in str(shown[Shell.NOTICE])


@pytest.mark.parametrize("level", ["county", "township"])
def test_a_switch_of_indicator_takes_under_5_kb_and_no_geometry(client, dependencies, level):
    view = opened(client, dependencies, f"?dataset=demo&level={level}")[Atlas.VIEW]["data"]
    answer = change(client, dependencies, f"{Atlas.INDICATOR}.value", "doctors_per_1000_residents", view, year=2014)
    assert len(gzip.compress(answer.data)) < 5_000
    assert b"coordinates" not in answer.data
    shown = answer.get_json()["response"]
    assert shown[Atlas.VIEW]["data"]["indicator"] == "doctors_per_1000_residents"
    assert shown[Atlas.VIEW]["data"]["year"] == "2014"
    assert Atlas.YEAR not in shown  # the slider stands where it stood


def test_what_the_page_already_has_is_not_sent_again(client, dependencies):
    view = opened(client, dependencies, "?dataset=demo")[Atlas.VIEW]["data"]
    shown = change(client, dependencies, f"{Atlas.COMPARE}.value", "years", view, year=2016).get_json()["response"]
    assert "data" not in shown.get(Atlas.PANEL, {})
    assert shown[Atlas.VIEW]["data"]["compare"] == "years"


def test_a_gesture_that_follows_the_choice_of_a_dataset_at_once_is_made_there(client, dependencies):
    view = opened(client, dependencies, "?dataset=public")[Atlas.VIEW]["data"]
    shown = change(client, dependencies, f"{Atlas.DOMAIN}.value", "transport", view, year=2020, dataset="demo")
    view = shown.get_json()["response"][Atlas.VIEW]["data"]
    assert (view["dataset"], view["indicator"]) == ("demo", "buses_per_10000_urban_residents")


def test_opening_a_county_and_leaving_it_returns_to_it(client, dependencies):
    view = opened(client, dependencies, "?dataset=demo")[Atlas.VIEW]["data"]
    shown = change(client, dependencies, f"{Atlas.OPEN}.n_clicks", 1, view, year=2016, selected="441882")
    within = shown.get_json()["response"][Atlas.VIEW]["data"]
    assert (within["level"], within["within"]) == ("township", "441882")
    left = change(client, dependencies, f"{Atlas.CLOSE}.n_clicks", 1, within, year=2016).get_json()["response"]
    assert left[Atlas.VIEW]["data"]["level"] == "county"
    assert left[Atlas.SELECTED]["data"] == "441882"


def test_names_on_the_page_are_escaped_json(client):
    assert json.loads(client.get("/_dash-layout").data)
