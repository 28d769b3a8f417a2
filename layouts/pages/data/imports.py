"""The first two steps of an import: choosing a file, and saying what its columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.frame.controls import (
    Group,
    button,
    choices,
    file_link,
    grouped_select,
    labelled,
    number_input,
    plain,
    select,
    text_input,
)
from layouts.frame.parts import card
from layouts.pages.data.page import PATH
from layouts.words.common import KINDS
from layouts.words.pages import data as words

NEW = "new"  # the choice of a dataset that does not exist yet


def steps_bar(at: int, hrefs: Sequence[str | None]) -> html.Nav:
    """The five steps; ``at`` is the one that is shown, ``hrefs`` where the others can be opened."""
    return html.Nav([_step(number, number == at, href) for number, href in enumerate(hrefs)], className="dp-steps")


def _step(number: int, here: bool, href: str | None) -> Component:
    parts = [html.Span(str(number + 1), className="dp-step-number"), html.Span(words.STEPS[number])]
    if here:
        current: dict[str, Any] = {"aria-current": "step"}
        return html.Span(parts, className="dp-step dp-step-on", **current)
    if href:
        return dcc.Link(parts, href=href, className="dp-step dp-step-open")
    return html.Span(parts, className="dp-step")


@dataclass(frozen=True)
class Start:
    """What the first step offers: ``kinds`` with labels and addresses of their files to help, ``datasets`` by id."""

    kinds: Mapping[str, Sequence[tuple[str, str]]]
    datasets: Mapping[str, str]
    dataset: str
    kind: str
    largest: int


def start_body(start: Start) -> list[Component]:
    """Step 1: the kind of data, where it goes, the file."""
    kinds = [(kind, *words.KINDS[kind][:2]) for kind in start.kinds]
    return [
        steps_bar(0, (None,) * 5),
        html.Div(
            [
                card([html.H2(words.PICK_KIND)], [choices("kind", kinds, start.kind)], "dp-start"),
                html.Div([_target(start), _file(start)], className="dp-column"),
            ],
            className="dp-half",
        ),
    ]


def locked_body(to_log_in: bool) -> list[Component]:
    """Instead of step 1, for those who may not import."""
    text = words.LOG_IN_FIRST if to_log_in else words.NOT_ALLOWED_IMPORT
    link = [html.A(words.LOG_IN, href=f"/login?next={PATH}%3Fstep%3Dfile", className="btn btn-primary btn-sm")]
    return [html.Section([html.P(text), *(link if to_log_in else [])], className="panel dp-pad dp-locked")]


def _target(start: Start) -> html.Section:
    options = {**start.datasets, NEW: words.NEW_DATASET}
    value = start.dataset if start.dataset in options else next(iter(options))
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


def _file(start: Start) -> html.Section:
    helps = [_help(kind, files, kind == start.kind) for kind, files in start.kinds.items()]
    drop = html.Label(
        [
            plain("input", type="file", id="dp-file", className="dp-file-input"),
            html.Span(words.DROP, className="btn btn-primary"),
            html.Span(words.DROP_OR),
            html.Small(words.size_limit(start.largest), className="quiet"),
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


def _help(kind: str, files: Sequence[tuple[str, str]], shown: bool) -> Any:
    """The files that help with a kind of data, and the types of files that it is taken from."""
    links = [file_link(label, href) for label, href in files]
    types = html.Span(words.KINDS[kind][2], className="quiet")
    return plain("div", [*links, types], className="dp-help" if shown else "dp-help dp-off", **{"data-kind": kind})


@dataclass(frozen=True)
class Use:
    """What a column is used for, as ``datasets.imports.model.ColumnUse`` says it."""

    role: str
    variable: str | None = None
    year: int | None = None
    unit: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class Columns:
    """An uploaded file with what its columns are taken for.

    ``letters`` name the columns and ``rows`` are the first rows by number. ``roles`` are those of the kind of data and
    ``units`` the units by variable. ``order`` is what the order holds beside the columns. Without a table (a file of
    features) ``uses`` are of its attributes, which ``letters`` name.
    """

    upload: str
    file: str
    kind: str
    sheets: tuple[str, ...]
    sheet: str
    letters: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    uses: tuple[Use, ...]
    roles: tuple[str, ...]
    variables: tuple[Group, ...]
    units: tuple[str, ...]
    facility_types: Mapping[str, str]
    header_rows: tuple[int, ...]
    first_row: int
    last_row: int
    order: Mapping[str, Any]


def columns_body(columns: Columns) -> list[Component]:
    """Step 2: what every column holds, and what no column says."""
    at = f"{PATH}?upload={columns.upload}"
    foot = html.Footer(
        [
            dcc.Link(words.OTHER_FILE, href=f"{PATH}?step=file", className="btn btn-sm btn-outline-secondary"),
            button("check", words.CHECK, primary=True),
        ],
        className="dp-foot",
    )
    return [
        steps_bar(1, (f"{PATH}?step=file", None, f"{at}&step=report", None, None)),
        html.Form([_preview(columns), _rest(columns)], id="dp-order", className=f"dp-columns {_said(columns)}"),
        foot,
        _variables_once(columns),
    ]


def _said(columns: Columns) -> str:
    """Names of what columns of their own say: it need not be said of each column of values."""
    roles = {use.role for use in columns.uses}
    return " ".join(f"dp-said-{role}" for role in ("variable", "year", "unit") if role in roles)


def _preview(columns: Columns) -> html.Section:
    sheets = {name: name for name in columns.sheets}
    kinds = {kind: words.KINDS[kind][0] for kind in words.KINDS}
    head: list[Component] = [
        html.H2(words.PREVIEW),
        html.Span(columns.file, className="quiet"),
        html.Div(
            [
                *(
                    [labelled(words.SHEET, select("sheet", sheets, columns.sheet), "", "dp-inline")]
                    if len(sheets) > 1
                    else []
                ),
                labelled(words.KIND, select("order_kind", kinds, columns.kind), "", "dp-inline"),
            ],
            className="card-actions",
        ),
    ]
    body: list[Component] = [html.P(words.PREVIEW_HINT, className="quiet dp-about"), _grid(columns)]
    return card(head, body, "dp-preview")


def _grid(columns: Columns) -> html.Div:
    letters = html.Tr([html.Th(words.ROW, scope="col"), *[html.Th(letter, scope="col") for letter in columns.letters]])
    uses = html.Tr(
        [html.Th(words.USED_AS, scope="row"), *[_use(columns, at, use) for at, use in enumerate(columns.uses)]],
        className="dp-uses",
    )
    rows = [
        html.Tr(
            [
                html.Th(str(number), scope="row"),
                *[html.Td(cell, className=_tone(columns, number, at)) for at, cell in enumerate(cells)],
            ]
        )
        for number, cells in columns.rows
    ]
    return html.Div(
        html.Table([html.Thead([letters, uses]), html.Tbody(rows)], className="dp-grid"), className="dp-scroll"
    )


def _tone(columns: Columns, row: int, at: int) -> str:
    if row in columns.header_rows:
        return "dp-heading"
    if not columns.first_row <= row <= columns.last_row or columns.uses[at].role == "ignored":
        return "dp-unused"
    return ""


def _use(columns: Columns, at: int, use: Use) -> html.Td:
    """The role of a column, and what a column of values is of."""
    letter = columns.letters[at]
    roles = {role: words.ROLES[role] for role in columns.roles}
    named: dict[str, Any] = {"data-column": str(at)}
    of_value = [
        _variable_select(
            columns, f"variable-{at}", use.variable, **named | {"aria-label": f"{letter} {words.OF_VARIABLE}"}
        ),
        number_input(
            f"year-{at}", use.year, placeholder=words.OF_YEAR, **named | {"aria-label": f"{letter} {words.OF_YEAR}"}
        ),
        text_input(
            f"unit-{at}",
            use.unit,
            placeholder=words.OF_UNIT,
            list="dp-units",
            **named | {"aria-label": f"{letter} {words.OF_UNIT}"},
        ),
    ]
    role = select(
        f"role-{at}", roles, use.role, **named | {"data-role": "1", "aria-label": f"{letter} {words.USED_AS}"}
    )
    if use.area:
        of_value.insert(0, html.Span(words.OF_AREA.format(area=use.area), className="quiet"))
    hidden = "" if use.role == "value" else " dp-off"
    return html.Td([role, html.Div(of_value, className=f"dp-of-value{hidden}")])


def _variable_select(columns: Columns, name: str, value: str | None, **attributes: Any) -> Any:
    """A choice of variable that holds only the chosen one: the browser fills in the others when it is opened."""
    words_of = {key: text for _, options in columns.variables for key, text in options.items()}
    own = {"": words.OF_VARIABLE} | ({value: words_of.get(value, value)} if value else {})
    return select(name, own, value, **attributes | {"data-lazy": "dp-variables"})


def _variables_once(columns: Columns) -> html.Div:
    units = html.Datalist([plain("option", value=unit) for unit in columns.units], id="dp-units")
    every = grouped_select("dp-variables", words.OF_VARIABLE, columns.variables, None)
    return html.Div([every, units], className="dp-off")


def _rest(columns: Columns) -> html.Section:
    """Where the figures stand, and what no column says."""
    order = columns.order
    value: list[Any] = [
        labelled(
            words.ONE_VARIABLE, _variable_select(columns, "variable", order.get("variable")), "", "dp-one-variable"
        ),
        labelled(words.ONE_YEAR, number_input("year", order.get("year")), "", "dp-one-year"),
        labelled(words.ONE_UNIT, text_input("unit", order.get("unit"), list="dp-units"), "", "dp-one-unit"),
        labelled(words.ONE_KIND, select("kind_of_value", {"": words.NOT_SET} | dict(KINDS.items()), order.get("kind"))),
    ]
    point: list[Any] = [labelled(words.DATUM, select("datum", words.DATUMS, order.get("datum")), "", "dp-wide")]
    types = {"": words.NOT_SET} | dict(columns.facility_types)
    if columns.kind == "facilities":
        point.append(labelled(words.ONE_TYPE, select("facility_type", types, order.get("facility_type"))))
    own = {"observations": value, "benchmark": value, "facilities": point, "settlements": point}
    source = labelled(
        words.ONE_SOURCE,
        text_input("source", order.get("source"), placeholder=words.SOURCE_HINT, maxlength=200),
        "",
        "dp-wide",
    )
    defaults = html.Fieldset(
        [html.Legend(words.DEFAULTS), html.Div([*own.get(columns.kind, point), source], className="dp-fields")]
    )
    kept = html.Div(
        [
            labelled(
                words.NOTE,
                text_input("note", order.get("note"), placeholder=words.NOTE_HINT, maxlength=200),
                "",
                "dp-wide",
            ),
            labelled(
                words.REMEMBER,
                text_input("remember_as", order.get("remember_as"), placeholder=words.REMEMBER_HINT, maxlength=40),
            ),
        ],
        className="dp-fields",
    )
    return html.Section([*_rows_fields(columns), defaults, kept], className="panel dp-pad dp-rest")


def _rows_fields(columns: Columns) -> list[Component]:
    if not columns.sheets:
        return []
    headers = ",".join(map(str, columns.header_rows))
    return [
        html.Div(
            [
                labelled(words.HEADER_ROWS, text_input("header_rows", headers, title=words.HEADER_ROWS_HINT)),
                labelled(words.FIRST_ROW, number_input("first_row", columns.first_row)),
                labelled(words.LAST_ROW, number_input("last_row", columns.last_row)),
            ],
            className="dp-fields",
        )
    ]
