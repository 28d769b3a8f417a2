"""The first two steps of an import: choosing a file, and saying what its columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from datasets.imports.forms.choices import FormContext
from datasets.imports.model import ColumnMapping, ColumnRole, ColumnUse, Sheet
from datasets.imports.upload.import_order import ImportOrder
from datasets.imports.upload.uploads import Upload
from datasets.kinds import ImportKind
from layouts.frame.controls import (
    Group,
    button,
    choices,
    file_link,
    grouped_select,
    labelled,
    link_button,
    number_input,
    plain,
    select,
    text_input,
)
from layouts.frame.parts import card
from layouts.pages.data.page import PATH
from layouts.words.common import KINDS
from layouts.words.pages import data as data_words
from layouts.words.pages import imports as words

NEW = "new"  # the choice of a dataset that does not exist yet
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


def steps_bar(at: int, hrefs: Sequence[str | None]) -> html.Nav:
    """The five steps; ``at`` is the one that is shown, ``hrefs`` where the others can be opened."""
    return html.Nav(
        [_step_entry(number, number == at, href) for number, href in enumerate(hrefs)], className="dp-steps"
    )


def _step_entry(number: int, here: bool, href: str | None) -> Component:
    parts = [html.Span(str(number + 1), className="dp-step-number"), html.Span(words.STEPS[number])]
    if here:
        current: dict[str, Any] = {"aria-current": "step"}
        return html.Span(parts, className="dp-step dp-step-on", **current)
    if href:
        return dcc.Link(parts, href=href, className="dp-step dp-step-open")
    return html.Span(parts, className="dp-step")


@dataclass(frozen=True)
class ImportChoices:
    """What the first step offers, and what is chosen of it.

    ``kinds`` with labels and addresses of templates and an example of each, ``datasets`` names by id, ``largest`` the
    limit of a file in bytes. A dataset that is none of them stands for the first of them, a kind for the first kind.
    """

    kinds: Mapping[ImportKind, Sequence[tuple[str, str]]]
    datasets: Mapping[str, str]
    dataset: str
    kind: str
    largest: int


def start_body(offered: ImportChoices) -> list[Component]:
    """Step 1: the kind of data, where it goes, the file."""
    kinds = [(kind, *data_words.KINDS[kind][:2]) for kind in offered.kinds]
    chosen = offered.kind if offered.kind in offered.kinds else next(iter(offered.kinds))
    return [
        steps_bar(0, (None,) * 5),
        html.Div(
            [
                card([html.H2(words.PICK_KIND)], [choices("kind", kinds, chosen)], "dp-start"),
                html.Div([_target_panel(offered), _file_panel(offered, chosen)], className="dp-column"),
            ],
            className="dp-half",
        ),
    ]


def locked_body(to_log_in: bool) -> list[Component]:
    """Instead of step 1, for those who may not import."""
    text = data_words.LOG_IN_FIRST if to_log_in else data_words.NOT_ALLOWED_IMPORT
    link = [html.A(data_words.LOG_IN, href=f"/login?next={PATH}%3Fstep%3Dfile", className="btn btn-primary btn-sm")]
    return [html.Section([html.P(text), *(link if to_log_in else [])], className="panel dp-pad dp-locked")]


def _target_panel(offered: ImportChoices) -> html.Section:
    options = {**offered.datasets, NEW: words.NEW_DATASET}
    value = offered.dataset if offered.dataset in options else next(iter(options))
    new = html.Div(
        [
            labelled(words.NEW_NAME, text_input("new_name", placeholder=words.NEW_NAME_HINT, maxlength=40)),
            labelled(words.BASE, select("base", words.BASE_OPTIONS, "public")),
        ],
        id="dp-new",
        className="field-row" if value == NEW else "field-row dp-off",
    )
    chosen = labelled(words.TARGET, select("dataset", options, value))
    return html.Section([chosen, new], className="panel dp-pad")


def _file_panel(offered: ImportChoices, chosen: str) -> html.Section:
    helps = [_template_links(kind, files, kind == chosen) for kind, files in offered.kinds.items()]
    drop = html.Label(
        [
            plain("input", type="file", id="dp-file", className="dp-file-input"),
            html.Span(words.DROP, className="btn btn-primary"),
            html.Span(words.DROP_OR),
            html.Small(words.size_limit(offered.largest), className="quiet"),
        ],
        id="dp-drop",
        className="dp-drop",
        htmlFor="dp-file",
    )
    progress = html.Div(
        [plain("progress", id="dp-progress", max="100", value="0"), html.Span(id="dp-progress-text")],
        id="dp-uploading",
        className="dp-uploading dp-off",
        role="status",
    )
    advice = html.P(words.TEMPLATE_ADVICE, className="quiet")
    return html.Section([*helps, advice, drop, progress], className="panel dp-pad dp-file")


def _template_links(kind: str, files: Sequence[tuple[str, str]], shown: bool) -> Any:
    """The files that help with a kind of data, and the types of files that it is taken from."""
    links = [file_link(label, href) for label, href in files]
    types = html.Span(data_words.KINDS[kind][2], className="quiet")
    return plain("div", [*links, types], className="dp-help" if shown else "dp-help dp-off", **{"data-kind": kind})


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
    def variables(self) -> tuple[Group, ...]:
        """The names of what a figure can be of, by id: counts, then finished indicators."""
        labels, variables = self.forms.variable_labels, self.forms.variables
        counts = {key: label for key, label in labels.items() if key in variables}
        finished = {key: label for key, label in labels.items() if key not in variables}
        return ((words.VARIABLE_GROUPS[0], counts), (words.VARIABLE_GROUPS[1], finished))

    @property
    def units(self) -> list[str]:
        """Every unit that a figure may be given in."""
        accepted = [unit for variable in self.forms.variables.values() for unit in variable.accepts or ()]
        return list(dict.fromkeys([*(entry.unit for entry in self.forms.declared.values()), *accepted]))


def columns_body(view: ColumnsView) -> list[Component]:
    """Step 2: what every column holds, and what no column says."""
    at = f"{PATH}?upload={view.upload.id}"
    foot = html.Footer(
        [link_button(words.OTHER_FILE, f"{PATH}?step=file"), button("check", words.CHECK, primary=True)],
        className="dp-foot",
    )
    said = {use.role for use in view.mapping.columns} & {ColumnRole.VARIABLE, ColumnRole.YEAR, ColumnRole.UNIT}
    # What a column of its own says need not be said of each column of values.
    tones = " ".join(f"dp-said-{role}" for role in sorted(said))
    return [
        steps_bar(1, (f"{PATH}?step=file", None, f"{at}&step=report", None, None)),
        html.Form([_preview_card(view), _defaults_panel(view)], id="dp-order", className=f"dp-columns {tones}"),
        foot,
        _shared_options(view),
    ]


def _preview_card(view: ColumnsView) -> html.Section:
    facts = view.upload.facts
    sheets = {name: name for name in facts.sheets}
    kinds = {kind: texts[0] for kind, texts in data_words.KINDS.items()}
    sheet = labelled(words.SHEET, select("sheet", sheets, view.preview.name), "", "dp-inline")
    kind = labelled(words.KIND, select("order_kind", kinds, view.order.kind), "", "dp-inline")
    head: list[Component] = [
        html.H2(words.PREVIEW),
        html.Span(words.file_facts(facts.file_name, facts.size, facts.encoding), className="quiet"),
        html.Div([*([sheet] if len(sheets) > 1 else []), kind], className="card-actions"),
    ]
    body: list[Component] = [html.P(words.PREVIEW_HINT, className="quiet dp-about"), _preview_grid(view)]
    return card(head, body, "dp-preview")


def _preview_grid(view: ColumnsView) -> html.Div:
    names, cells = view.column_names, view.preview.cells
    letters = html.Tr([html.Th(words.ROW, scope="col"), *[html.Th(name, scope="col") for name in names]])
    cells_of_uses = [_use_cell(view, at, use) for at, use in enumerate(view.mapping.columns)]
    uses = html.Tr([html.Th(words.USED_AS, scope="row"), *cells_of_uses], className="dp-uses")
    rows = [
        html.Tr(
            [
                html.Th(str(number), scope="row"),
                *[html.Td(cell, className=_cell_class(view.mapping, int(number), at)) for at, cell in enumerate(row)],
            ]
        )
        for number, row in zip(cells.index, cells.to_numpy(), strict=True)
    ]
    return html.Div(
        html.Table([html.Thead([letters, uses]), html.Tbody(rows)], className="dp-grid"), className="dp-scroll"
    )


def _cell_class(mapping: ColumnMapping, row: int, at: int) -> str:
    if row in mapping.header_rows:
        return "dp-heading"
    if not mapping.first_row <= row <= mapping.last_row or mapping.columns[at].role is ColumnRole.IGNORED:
        return "dp-unused"
    return ""


def _use_cell(view: ColumnsView, at: int, use: ColumnUse) -> html.Td:
    """The role of a column, and what a column of values is of."""

    def named(word: str) -> dict[str, Any]:
        return {"data-column": str(at), "aria-label": f"{view.column_names[at]} {word}"}

    of_value = [
        _variable_select(view, f"variable-{at}", use.variable, **named(words.OF_VARIABLE)),
        number_input(f"year-{at}", use.year, placeholder=words.OF_YEAR, **named(words.OF_YEAR)),
        text_input(f"unit-{at}", use.unit, placeholder=words.OF_UNIT, list="dp-units", **named(words.OF_UNIT)),
    ]
    if use.area:
        of_value.insert(0, html.Span(words.OF_AREA.format(area=use.area), className="quiet"))
    roles = {role: words.ROLES[role] for role in ("ignored", *_ROLES[view.order.kind])}
    role = select(f"role-{at}", roles, use.role, **named(words.USED_AS), **{"data-role": "1"})
    hidden = "" if use.role is ColumnRole.VALUE else " dp-off"
    return html.Td([role, html.Div(of_value, className=f"dp-of-value{hidden}")])


def _variable_select(view: ColumnsView, name: str, value: str | None, **attributes: Any) -> Any:
    """A choice of variable that holds only the chosen one: the browser fills in the others when it is opened."""
    chosen = {value: view.forms.variable_labels.get(value, value)} if value else {}
    return select(name, {"": words.OF_VARIABLE} | chosen, value, **attributes | {"data-lazy": "dp-variables"})


def _shared_options(view: ColumnsView) -> html.Div:
    """What can be chosen in every column, written once."""
    units = html.Datalist([plain("option", value=unit) for unit in view.units], id="dp-units")
    variables = grouped_select("dp-variables", words.OF_VARIABLE, view.variables, None)
    return html.Div([variables, units], className="dp-off")


def _defaults_panel(view: ColumnsView) -> html.Section:
    """Where the figures stand, and what no column says."""
    order, mapping = view.order, view.mapping
    if order.kind in TABLES:
        own = [
            labelled(
                *(
                    words.ONE_VARIABLE,
                    _variable_select(view, "variable", mapping.variable),
                    "",
                    "dp-one-variable",
                )
            ),
            labelled(words.ONE_YEAR, number_input("year", mapping.year), "", "dp-one-year"),
            labelled(words.ONE_UNIT, text_input("unit", mapping.unit, list="dp-units"), "", "dp-one-unit"),
            labelled(
                words.ONE_KIND,
                select("kind_of_value", {"": words.NOT_SET} | dict(KINDS.items()), mapping.kind),
            ),
        ]
    else:
        own = [labelled(words.DATUM, select("datum", words.DATUMS, order.datum), "", "dp-wide")]
    if order.kind is ImportKind.FACILITIES:
        types = {"": words.NOT_SET} | {key: own.name for key, own in view.forms.facility_types.items()}
        own.append(labelled(words.ONE_TYPE, select("facility_type", types, mapping.facility_type)))
    own.append(_text_field("source", words.ONE_SOURCE, order.source or mapping.source, words.SOURCE_HINT))
    kept = [
        _text_field("note", words.NOTE, order.note, words.NOTE_HINT),
        _text_field("remember_as", words.REMEMBER, order.remember_as, words.REMEMBER_HINT, 40, ""),
    ]
    defaults = html.Fieldset([html.Legend(words.DEFAULTS), html.Div(own, className="dp-fields")])
    parts = [*_row_fields(view), defaults, html.Div(kept, className="dp-fields")]
    return html.Section(parts, className="panel dp-pad dp-rest")


def _text_field(name: str, label: str, value: str, hint: str, longest: int = 200, tone: str = "dp-wide") -> html.Div:
    return labelled(label, text_input(name, value, placeholder=hint, maxlength=longest), "", tone)


def _row_fields(view: ColumnsView) -> list[Component]:
    if not view.upload.facts.sheets:
        return []
    mapping = view.mapping
    headers = ",".join(map(str, mapping.header_rows))
    fields = [
        labelled(words.HEADER_ROWS, text_input("header_rows", headers, title=words.HEADER_ROWS_HINT)),
        labelled(words.FIRST_ROW, number_input("first_row", mapping.first_row)),
        labelled(words.LAST_ROW, number_input("last_row", mapping.last_row)),
    ]
    return [html.Div(fields, className="dp-fields")]
