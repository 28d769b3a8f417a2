"""The second step of an import: saying what the columns of a file hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from datasets.imports.forms.choices import FormContext
from datasets.imports.model import ColumnMapping, ColumnRole, ColumnUse, Sheet
from datasets.imports.upload.import_order import ImportOrder
from datasets.imports.upload.uploads import Upload
from datasets.kinds import ImportKind
from layouts.data_ids import DataView
from layouts.frame.parts import card
from layouts.pages.data.controls import button, labelled, link_button, number_input, painted, select, text_input
from layouts.pages.data.page import PATH, BodyView
from layouts.pages.data.start import steps_bar
from layouts.words.common import kind_names
from layouts.words.pages.data import imports as words
from locales import say, say_all

TABLES = (ImportKind.OBSERVATIONS, ImportKind.BENCHMARK)  # kinds that only sheets hold
_ABOUT = "source", "note"
_FIGURE_ROLES = ("area_code", "area_name", "parent", "year", "variable", "value", "unit", "kind", *_ABOUT)
_POINT_ROLES = ("code", "name", "area_code", "area_name", "parent", "place", "longitude", "latitude", "coordinates")
_FACILITY_ROLES = ("type", "capacity", "grade", "opened", "closed", "approximate", *_ABOUT)
# What the columns of each kind can be used for, in the order of the list.
_ROLES: dict[ImportKind, tuple[str, ...]] = {
    ImportKind.OBSERVATIONS: _FIGURE_ROLES,
    ImportKind.BENCHMARK: _FIGURE_ROLES,
    ImportKind.FACILITIES: (*_POINT_ROLES, *_FACILITY_ROLES),
    ImportKind.SETTLEMENTS: (*_POINT_ROLES, "population", "approximate", *_ABOUT),
    ImportKind.TOWNSHIPS: ("code", "name", "source"),
    ImportKind.ROADS: ("code", "name", "road_class", "state", "source"),
}


@dataclass(frozen=True)
class ColumnsView:
    """An uploaded file, the first rows of one of its sheets (of the attributes of its features), and its order.

    ``forms`` has the variables, units and types that can be chosen.
    """

    upload: Upload
    preview: Sheet
    order: ImportOrder
    forms: FormContext

    @property
    def column_names(self) -> list[str]:
        """The letters of the columns of a sheet, the names of the attributes of features."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415  (not before somebody uploads a sheet)

        columns = self.preview.cells.columns
        if not self.upload.facts.sheets:
            return [str(name) for name in columns]
        return [get_column_letter(at) for at in range(1, len(columns) + 1)]

    @property
    def mapping(self) -> ColumnMapping:
        """What the columns are taken for; nothing is used where the order does not say it."""
        rows, columns = self.preview.cells.shape
        unused = (ColumnUse(ColumnRole.IGNORED),) * columns
        return self.order.mapping or ColumnMapping(self.preview.name, (), 1, rows, unused)

    @property
    def variables(self) -> tuple[tuple[str, Mapping[str, str]], ...]:
        """The names of what a figure can be of, by id: counts, then finished indicators."""
        labels, variables = self.forms.variable_labels, self.forms.variables
        counts = {key: label for key, label in labels.items() if key in variables}
        finished = {key: label for key, label in labels.items() if key not in variables}
        return ((say("imports-counts"), counts), (say("imports-indicators"), finished))

    @property
    def units(self) -> list[str]:
        """Every unit that a figure may be given in."""
        accepted = [unit for variable in self.forms.variables.values() for unit in variable.accepts or ()]
        return list(dict.fromkeys([*(entry.unit for entry in self.forms.declared.values()), *accepted]))


def columns_body(view: ColumnsView) -> BodyView:
    """Step 2: what every column holds, and what no column says."""
    at = f"{PATH}?upload={view.upload.id}"
    foot = html.Footer(
        [
            link_button(say("imports-other-file"), f"{PATH}?step=file"),
            button("check", say("imports-check"), primary=True),
        ],
        className="dp-foot",
    )
    children = [
        steps_bar(1, (f"{PATH}?step=file", None, f"{at}&step=report", None, None)),
        html.Form([_preview_card(view), _defaults_panel(view)], className="dp-columns"),
        foot,
    ]
    return BodyView(children, {DataView.COLUMNS: _describe_grid(view)})


def _preview_card(view: ColumnsView) -> html.Section:
    facts = view.upload.facts
    sheets = {name: name for name in facts.sheets}
    kinds = {str(kind): say("data-kind", kind=kind) for kind in ImportKind}
    sheet = labelled(say("imports-sheet"), select(DataView.SHEET, sheets, view.preview.name), "dp-inline")
    kind = labelled(say("imports-kind"), select(DataView.ORDER_KIND, kinds, view.order.kind), "dp-inline")
    head: list[Component] = [
        html.H2(say("imports-preview")),
        html.Span(words.file_facts(facts.file_name, facts.size, facts.encoding), className="quiet"),
        html.Div([*([sheet] if len(sheets) > 1 else []), kind], className="card-actions"),
    ]
    body: list[Component] = [
        html.P(say("imports-preview-hint"), className="quiet dp-about"),
        painted(DataView.COLUMNS, label=say("imports-preview")),
    ]
    return card(head, body, "dp-preview")


def _describe_grid(view: ColumnsView) -> dict[str, Any]:
    """The first rows of the file, under what each column is used for; what can be chosen is listed once."""
    cells, mapping = view.preview.cells, view.mapping
    return {
        "names": view.column_names,
        "words": {
            "row": say("imports-row"),
            "role": say("imports-used-as"),
            "variable": say("imports-of-variable"),
            "year": say("imports-of-year"),
            "unit": say("imports-of-unit"),
        },
        "uses": [_describe_use(view, use) for use in mapping.columns],
        "rows": [
            (str(number), [(cell, _cell_class(mapping, int(number), at)) for at, cell in enumerate(row)])
            for number, row in zip(cells.index, cells.to_numpy(), strict=True)
        ],
        "roles": {role: say("imports-roles", role=role) for role in ("ignored", *_ROLES[view.order.kind])},
        "variables": view.variables,
        "units": view.units,
        "variable": _describe_variable(view, mapping.variable),
    }


def _cell_class(mapping: ColumnMapping, row: int, at: int) -> str:
    if row in mapping.header_rows:
        return "dp-heading"
    if not mapping.first_row <= row <= mapping.last_row or mapping.columns[at].role is ColumnRole.IGNORED:
        return "dp-unused"
    return ""


def _describe_use(view: ColumnsView, use: ColumnUse) -> dict[str, Any]:
    """The role of a column, and what a column of values is of."""
    return {
        "role": use.role,
        "variable": _describe_variable(view, use.variable),
        "year": "" if use.year is None else str(use.year),
        "unit": use.unit or "",
        "area": say("imports-of-area", area=use.area) if use.area else "",
    }


def _describe_variable(view: ColumnsView, variable: str | None) -> tuple[str, str] | None:
    """The id and name of a chosen variable: a control offers the others once it is used."""
    return (variable, view.forms.variable_labels.get(variable, variable)) if variable else None


def _defaults_panel(view: ColumnsView) -> html.Section:
    """Where the figures stand, and what no column says."""
    order, mapping = view.order, view.mapping
    if order.kind in TABLES:
        no_kind = {"": say("imports-not-set")} | kind_names()
        unit = text_input(DataView.UNIT, mapping.unit, list=DataView.UNITS)
        variable = painted(DataView.VARIABLE_PLACE, "")
        own = [
            labelled(say("imports-one-variable"), variable, "dp-one-variable", DataView.VARIABLE),
            labelled(say("imports-one-year"), number_input(DataView.YEAR, mapping.year), "dp-one-year"),
            labelled(say("imports-one-unit"), unit, "dp-one-unit"),
            labelled(say("imports-one-kind"), select(DataView.KIND_OF_VALUE, no_kind, mapping.kind)),
        ]
    else:
        own = [
            labelled(say("imports-datum"), select(DataView.DATUM, say_all("imports-datums-"), order.datum), "dp-wide")
        ]
    if order.kind is ImportKind.FACILITIES:
        types = {"": say("imports-not-set")} | {key: own.name for key, own in view.forms.facility_types.items()}
        own.append(labelled(say("imports-one-type"), select(DataView.FACILITY_TYPE, types, mapping.facility_type)))
    own.append(
        _text_field(
            DataView.SOURCE, say("imports-one-source"), order.source or mapping.source, say("imports-source-hint")
        )
    )
    kept = [
        _text_field(DataView.NOTE, say("imports-note"), order.note, say("imports-note-hint")),
        _text_field(
            DataView.REMEMBER_AS, say("imports-remember"), order.remember_as, say("imports-remember-hint"), 40, ""
        ),
    ]
    defaults = html.Fieldset([html.Legend(say("imports-defaults")), html.Div(own, className="dp-fields")])
    parts = [*_row_fields(view), defaults, html.Div(kept, className="dp-fields")]
    return html.Section(parts, className="panel dp-pad dp-rest")


def _text_field(
    id_: DataView, label: str, value: str, hint: str, longest: int = 200, tone: str = "dp-wide"
) -> html.Div:
    return labelled(label, text_input(id_, value, placeholder=hint, maxlength=longest), tone)


def _row_fields(view: ColumnsView) -> list[Component]:
    if not view.upload.facts.sheets:
        return []
    mapping = view.mapping
    headers = ",".join(map(str, mapping.header_rows))
    fields = [
        html.Div(
            labelled(say("imports-header-rows"), text_input(DataView.HEADER_ROWS, headers)),
            title=say("imports-header-rows-hint"),
        ),
        labelled(say("imports-first-row"), number_input(DataView.FIRST_ROW, mapping.first_row)),
        labelled(say("imports-last-row"), number_input(DataView.LAST_ROW, mapping.last_row)),
    ]
    return [html.Div(fields, className="dp-fields")]
