"""The page 数据: every label names a control, every choice is offered where it can be made, text stays text."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any, cast

import pandas as pd
import pytest
from dash import html
from plotly.utils import PlotlyJSONEncoder

from datasets.imports.forms.choices import FormContext
from datasets.imports.model import ColumnMapping, ColumnRole, ColumnUse, Fault, FaultCode, FileFacts, MatchReport, Sheet
from datasets.imports.upload.causes import Cause
from datasets.imports.upload.import_order import ImportOrder
from datasets.imports.upload.uploads import Upload
from datasets.kinds import ImportKind
from datasets.store.model import Action, Batch, Event, Version, VersionState
from geodata.geography import Geography
from indicators.definition import Variable
from layouts.data_ids import DataPage, DataView
from layouts.frame.parts import clicked_row, grid_place, grid_rows, waiting_grid
from layouts.pages.data.causes import describe_causes
from layouts.pages.data.changes import ChangedField, VersionChanges, changes_body
from layouts.pages.data.columns import ColumnsView, columns_body
from layouts.pages.data.datasets import DatasetCard, VersionRow, datasets_body
from layouts.pages.data.figures import FigureRow, FiguresView, figures_body
from layouts.pages.data.page import BodyView, page
from layouts.pages.data.report import report_body
from layouts.pages.data.start import NEW, ImportChoices, start_body
from layouts.words.pages.data import page as words
from locales import say, say_all
from tests.layouts.pages.test_atlas import components

FILES = dict.fromkeys(ImportKind, (("下载模板", "/t"),))
OFFERED = ImportChoices(FILES, {"own": "本单位"}, "own", "observations", 2**20)
VARIABLES = {"beds": Variable("床位数", "张"), "staff": Variable("人员数", "人")}
USES = (ColumnUse(ColumnRole.AREA_NAME), ColumnUse(ColumnRole.VALUE, "beds", 2020, "张"))
COLUMNS = ColumnsView(
    Upload("u", FileFacts("卫生.xlsx", "xlsx", "ab12", 100, "", ("表1", "表2"), ImportKind.OBSERVATIONS), "安"),
    Sheet("表1", pd.DataFrame([["地区", "床位"], ["<b>甲县</b>", "12"], ["注：", ""]], index=[1, 2, 3])),
    ImportOrder(
        ImportKind.OBSERVATIONS,
        "own",
        mapping=ColumnMapping(
            "表1", (1,), 2, 2, (ColumnUse(ColumnRole.AREA_NAME), ColumnUse(ColumnRole.VALUE, "beds", 2020, "张"))
        ),
    ),
    FormContext(cast(Geography, None), VARIABLES, {}, {}, {}),
)
FAULT = Fault(FaultCode.NOT_A_NUMBER, "12O", "", "表1", 2, "B")
REPORT = MatchReport(
    *(10, 9, {"name": 9, "none": 1}),
    faults=pd.DataFrame([asdict(FAULT)]),
    counts={FaultCode.NOT_A_NUMBER: 1},
)
AT = datetime(2026, 1, 1, 12, tzinfo=UTC)
BATCH = Batch(
    *(1, "own", ImportKind.OBSERVATIONS, "卫生.xlsx", "ab12cd34ef56", 100, 10, 9, 1, False, True, "", "", AT, "安")
)
VERSION = Version(7, "own", 3, 6, AT, "安", "", VersionState.DRAFT, (BATCH,))
CHANGES = VersionChanges(
    *("own", "本单位", VERSION, (0, 1, 0), [ChangedField("changed", "床位数", "甲县", "2020", "3", "4")]),
    *({"beds": "床位数"}, {"beds": [2020, 2019]}, ("publish", "discard"), False, ""),
)
ROW = VersionRow(VERSION, (0, 1, 0), ("publish",))
EVENT = Event(1, AT, "安", Action.IMPORT, "own", 7, {"number": 3})
CARD = DatasetCard("own", "本单位", "", False, (), (ROW,), (EVENT,))
ORDER = ImportOrder(ImportKind.OBSERVATIONS, "own")
FIGURE = FigureRow("a", "甲县", 2020, "12", "张", "转录", "年鉴", "")
NO_CAUSES = describe_causes([], ORDER, COLUMNS.forms)

BODIES = {
    "datasets": datasets_body([CARD], CARD, ""),
    "start": start_body(OFFERED),
    "columns": columns_body(COLUMNS),
    "report": report_body("u", ORDER, REPORT, describe_causes([Cause(FAULT, 1)], ORDER, COLUMNS.forms)),
    "changes": changes_body(CHANGES),
    "figures": figures_body(
        FiguresView(
            "own", "本单位", {"beds": "床位数"}, "beds", [FigureRow("a", "甲县", 2020, "12", "张", "转录", "", "")]
        )
    ),
}


CONTROLS = ("Input", "Select", "RadioItems")


def of_type(view: BodyView, *types: str) -> list[dict[str, Any]]:
    return [part["props"] for part in components(view.children) if part["type"] in types]


def text_of(view: BodyView) -> str:
    return str([part["props"].get("children") for part in components(view.children)])


def ids_of(view: BodyView) -> list[str]:
    grid = {of_grid(DataView.FIGURES) for of_grid in (grid_place, grid_rows, clicked_row, waiting_grid)}
    ids = [part["props"]["id"] for part in components(view.children) if "id" in part["props"]]
    return [id_ for id_ in ids if id_ not in grid]


def test_readers_get_a_table_of_versions_without_files():
    shown = datasets_body([replace(CARD, trail=None)], replace(CARD, trail=None), "")
    table = shown.parts[DataView.VERSIONS]
    assert not table["inside"]  # the browser leaves the files out
    assert "文件" in say_all("data-version-columns-").values()
    assert "文件" not in table["columns"]


def test_every_id_of_the_frame_stands_once():
    ids = [part["props"]["id"] for part in components(page(2**20)) if "id" in part["props"]]
    assert sorted(ids) == sorted(DataPage)


@pytest.mark.parametrize("name", BODIES)
def test_every_id_of_a_view_stands_once_and_every_painted_part_has_its_place(name):
    ids = ids_of(BODIES[name])
    assert sorted(ids) == sorted(set(ids) & set(DataView))
    assert set(BODIES[name].parts) <= set(ids)


def test_every_id_of_the_views_is_used():
    painted = {DataView.VARIABLE, DataView.UNITS, DataView.FIGURES}
    of_other_kinds = {DataView.DATUM, DataView.FACILITY_TYPE}
    assert {id_ for view in BODIES.values() for id_ in ids_of(view)} | painted | of_other_kinds == set(DataView)


@pytest.mark.parametrize("name", BODIES)
def test_every_label_names_a_control(name):
    ids = {props.get("id") for props in of_type(BODIES[name], *CONTROLS)} | {DataView.VARIABLE}  # which is painted
    assert {props["htmlFor"] for props in of_type(BODIES[name], "Label") if "htmlFor" in props} <= ids


@pytest.mark.parametrize("name", BODIES)
def test_every_control_has_a_name_for_those_who_cannot_see_it(name):
    labelled = {props["htmlFor"] for props in of_type(BODIES[name], "Label") if "htmlFor" in props}
    for props in of_type(BODIES[name], "Input", "Select"):
        assert props["id"] in labelled


@pytest.mark.parametrize("name", BODIES)
def test_no_attribute_is_false(name):
    """The browser would count it as set."""
    for part in components(BODIES[name].children):
        assert not any(value is False for key, value in part["props"].items() if key != "children")


def test_a_new_dataset_is_named_only_where_one_is_chosen():
    def new_box(offered: ImportChoices) -> str:
        (box,) = [props for props in of_type(start_body(offered), "Div") if "dp-new" in props.get("className", "")]
        return str(box["className"])

    assert "dp-off" in new_box(OFFERED)
    assert "dp-off" not in new_box(replace(OFFERED, dataset=NEW))


def test_a_column_of_values_says_what_it_is_of():
    grid = BODIES["columns"].parts[DataView.COLUMNS]
    area, value = grid["uses"]
    assert (value["role"], value["variable"], value["year"], value["unit"]) == (
        "value",
        ("beds", "床位数"),
        "2020",
        "张",
    )
    assert (area["role"], area["variable"], area["year"], area["unit"]) == ("area_name", None, "", "")
    assert {"area_name", "value", "ignored"} <= set(grid["roles"])


def test_rows_outside_the_table_are_grey():
    rows = BODIES["columns"].parts[DataView.COLUMNS]["rows"]
    tones = [tone for _, cells in rows for _, tone in cells]
    assert tones == ["dp-heading", "dp-heading", "", "", "dp-unused", "dp-unused"]


def test_the_text_of_a_file_is_text():
    rows = BODIES["columns"].parts[DataView.COLUMNS]["rows"]
    assert "<b>甲县</b>" in [text for _, cells in rows for text, _ in cells]


def test_a_report_with_errors_asks_what_to_do_with_them():
    assert say("imports-good-only-yes") in text_of(BODIES["report"])
    clean = MatchReport(10, 10)
    assert say("imports-good-only-yes") not in text_of(report_body("u", ORDER, clean, NO_CAUSES))
    assert say("imports-faults-none") in text_of(report_body("u", ORDER, clean, NO_CAUSES))


def test_nothing_can_be_kept_where_nothing_is_good():
    acts = [
        props.get("data-act")
        for props in of_type(report_body("u", ORDER, replace(REPORT, good=0), NO_CAUSES), "Button")
    ]
    assert "keep" not in acts
    assert "keep" in [props.get("data-act") for props in of_type(BODIES["report"], "Button")]


def test_a_published_import_ends_with_a_link_to_the_map():
    version = replace(VERSION, state=VersionState.PUBLISHED)
    done = replace(CHANGES, version=version, upload="u", actions=(), map_link="/?dataset=own&indicator=beds")
    assert "/?dataset=own&indicator=beds" in [props.get("href") for props in of_type(changes_body(done), "A")]
    assert say("data-published", dataset="本单位", number=3) in text_of(changes_body(done))


def test_a_stale_draft_says_what_to_do_first():
    stale = replace(CHANGES, is_stale=True, actions=("rebase", "discard"))
    assert say("data-stale") in text_of(changes_body(stale))


def test_thousands_of_a_changed_value_are_separated_and_text_is_left():
    assert words.separated("1234567.5") == "1,234,567.5"
    assert words.separated("-1234") == "-1,234"
    assert words.separated("约1234") == "约1234"


def test_where_the_store_cannot_say_the_page_does_not_claim_that_there_are_no_versions():
    card = DatasetCard("own", "本单位", "", False, versions=None, warnings=("暂时看不到",))
    view = datasets_body([card], card, "")
    assert DataView.VERSIONS not in view.parts
    told = json.dumps(html.Div(view.children), cls=PlotlyJSONEncoder, ensure_ascii=False)
    assert say("data-no-versions") not in told
    assert say("data-unpublished") not in told
    assert "暂时看不到" in told
    assert say("data-states", state="published") in told
