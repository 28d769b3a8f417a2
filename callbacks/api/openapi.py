"""Build the OpenAPI description of the API from the city's indicators, datasets and years."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from callbacks.api.health import HEALTH, READY
from callbacks.pictures.charts import ChartKind
from callbacks.pictures.coverage import COVERAGE
from callbacks.pictures.maps import MapKind
from callbacks.pictures.overview import KIND as OVERVIEW
from callbacks.server.responses import FORMS, JSON
from datasets.analyses.value_tables import COLUMNS, Counted
from datasets.census.comparability import Comparability
from datasets.census.weights import EXAMPLE, HIGHEST, write_weights
from datasets.city.city import City
from datasets.files.table_export import CSV_TYPE, XLSX_TYPE
from datasets.queries.query import GROUPS
from geodata.region import Level
from indicators.policy.progress import Status
from layouts.frame.table_menu import TABLES
from layouts.sheet_sizes import HIGHEST_DPI, LOWEST_DPI, MIMETYPES, Format, Size

ROOT = "/api/v1"
_GROUPS: dict[str, Any] = {
    "name": GROUPS,
    "in": "query",
    "schema": {"type": "string"},
    "description": (
        "Two groups of counties in place of the region's own, the measured one first: a name and codes parted by '.', "
        "the groups by '_', as in Hills.440232_Town.440203.440204; a code of 2 or 4 digits is every county of the "
        "province or prefecture; groups that cannot be formed are refused"
    ),
}


def list_levels(city: City) -> list[Level]:
    """The levels that values may be asked of: those that are drawn, the whole region, and the areas outside."""
    return [*([Level.OUTSIDE] if city.region.outside else []), Level.CITY, *city.geography.levels]


def build_document(city: City) -> dict[str, Any]:
    """The description as an OpenAPI 3.1 document."""
    level = _describe_parameter("level", "Administrative level", list_levels(city), default=Level.COUNTY)
    dataset = _describe_parameter("dataset", "Dataset", list(city.datasets), default=next(iter(city.datasets)))
    indicator = _describe_parameter("indicator", "Indicator id", list(city.indicators), required=True)
    year: dict[str, Any] = {"name": "year", "in": "query", "description": "A year with data; the last one if left out"}
    year["schema"] = {"type": "integer"}
    two_years = [year | {"description": "The first year with data if left out"}, year | {"name": "other_year"}]
    form = _describe_parameter("format", "Form of the answer; a file holds the same rows", FORMS, default=JSON)
    within = _describe_parameter("within", "Only what lies in this county or division", city.geography.places)
    values = [
        dataset,
        indicator,
        level,
        year | {"description": "A year with data; all of them if left out"},
        within,
        _GROUPS,
        form,
        _describe_parameter("headings", "Column names, or Chinese words", ["names", "words"], default="names"),
    ]
    county = {
        "name": "area",
        "in": "query",
        "description": "The adcode of any county of the country; without one those of the region",
        "schema": {"type": "string"},
    }
    weights = {
        "name": "weights",
        "in": "query",
        "description": f"What measures count, from 0 to {HIGHEST:g}: {EXAMPLE}; measures not named as declared: "
        + write_weights(tuple(city.national.declared_weights.items())),
        "schema": {"type": "string"},
    }
    row = {column: {"type": ["string", "null"]} for column in COLUMNS} | {
        "year": {"type": "integer"},
        "value": {"type": ["number", "null"], "description": "null where missing"},
        "counted": {
            "type": ["string", "null"],
            "enum": [*Counted, None],
            "description": "Of a census figure: a full count, or the sample of about every tenth household",
        },
        "events": {"type": ["number", "null"], "description": "The count behind a figure that chance moves, else null"},
        "interval_low": {"type": ["number", "null"], "description": "95 % interval in the figure's unit"},
        "interval_high": {"type": ["number", "null"], "description": "95 % interval in the figure's unit"},
        "small": {"type": ["boolean", "null"], "description": "Whether the events are too few for rank or verdict"},
        "note": {"type": ["string", "null"], "description": "What is to be said of this figure"},
        "caveat": {"type": ["string", "null"], "description": "What is to be known of every figure of the indicator"},
        "comparability": {
            "type": ["string", "null"],
            "enum": [*Comparability, None],
            "description": "How a county's figures of the two censuses compare; null where they do so fully",
        },
        "demonstration": {"type": "boolean", "description": "Whether the dataset is made up"},
    }
    firm = {"type": "boolean", "description": "false: by the letter of the target only, on too few events"}
    status = {"status": {"enum": list(Status)}, "firm": firm}
    area = {"type": "object", "properties": {"area": {"type": "string"}, **status}}
    target = {
        "dataset": {"type": "string"},
        "demonstration": row["demonstration"],
        "target": {"type": "string"},
        "status": {"enum": list(Status)},
        "firm": firm,
        "statement": {"type": ["object", "null"], "description": "What the status rests on where no figure is known"},
        "statements": {"type": "array", "description": "All that was said of the target up to the year"},
        "areas": {"type": "array", "items": area},
    }
    ready = _describe_get("Whether the first page can be served, and the edition that it shows", [])
    ready["get"]["responses"]["503"] = {"description": "It cannot"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Junheng Atlas", "version": "1", "description": f"Public services of {city.region.name}"},
        "components": {"schemas": {"Refusal": _REFUSAL}},
        "paths": {
            HEALTH: _describe_get("Whether the process lives", [], refuses=False),
            READY: ready,
            f"{ROOT}/indicators": _describe_get(
                "Every indicator with its definition, target, and years by dataset and level", [form]
            ),
            f"{ROOT}/areas": _describe_get("The areas of a level", [level, _GROUPS, form]),
            f"{ROOT}/values": _describe_get("One row per area and year", values, {"type": "object", "properties": row}),
            f"{ROOT}/targets": _describe_get(
                "Every target of the policy with its clause, departments and indicator", [form]
            ),
            f"{ROOT}/status": _describe_get(
                "The status of every target as of a year; in a file a row an area",
                [dataset, year, form],
                {"type": "object", "properties": target},
            ),
            f"{ROOT}/gap": _describe_get(
                "Two groups of counties: levels, ratio and verdict under three readings, inequality; where "
                "lower is better every ratio is benchmark over measured, and inverted is true; where counties lack a "
                "value, verdict_bounds says what is certain, and at which mean of theirs the verdict turns",
                [dataset, indicator, year, _GROUPS, form],
            ),
            f"{ROOT}/changes": _describe_get(
                "What changed between two years, one row an area: the difference of the values as the atlas prints "
                "them, or where relative is true the change in per cent of the earlier one; reason says why an area "
                "is not compared",
                [dataset, indicator, level, *two_years, within, form],
                {"type": "object", "properties": _CHANGE},
            ),
            f"{ROOT}/overview": _describe_get(
                "The numbers of the first page: how many indicators hold the 80 % line between the groups, beside the "
                "reference area and by domain, the widest gaps and those that closed most, what became of the targets, "
                "who is out of reach; a file holds the domains",
                [dataset, year, _GROUPS, form],
            ),
            f"{ROOT}/places": _describe_get(
                "Where counties stand in the censuses among those of their province and of the country: 1 is the best, "
                "or the highest where an indicator only describes",
                [indicator, year | {"description": "2010 or 2020; both if left out"}, county, form],
                {"type": "object", "properties": _PLACE},
            ),
            f"{ROOT}/similar": _describe_get(
                "The ten counties of the country most like one: the root of the weighted mean of squared differences "
                "in standard deviations",
                [
                    county | {"required": True},
                    year | {"description": "2010 or 2020; 2020 if left out"},
                    weights,
                    form,
                ],
                {"type": "object", "properties": _SIMILAR},
            ),
            f"{ROOT}/openapi.json": _describe_get("This document", []),
            "/export/{picture}.{format}": _describe_pictures(),
            "/export/{table}.csv": _describe_tables(CSV_TYPE),
            "/export/{table}.xlsx": _describe_tables(XLSX_TYPE),
        },
    }


def _describe_pictures() -> dict[str, Any]:
    """A page's address is its query: these parameters join it."""
    size = {
        "description": "Sheet, or pixels such as 1600x1000",
        "schema": {"type": "string", "default": Size.A4_LANDSCAPE},
    }
    path = [
        _describe_parameter("picture", "What is drawn", [*MapKind, *ChartKind, COVERAGE, OVERVIEW], required=True)
        | {"in": "path"},
        _describe_parameter("format", "File format", list(Format), required=True) | {"in": "path"},
    ]
    query = [
        {"name": "size", "in": "query"} | size,
        {"name": "dpi", "in": "query", "schema": {"type": "integer", "minimum": LOWEST_DPI, "maximum": HIGHEST_DPI}},
        _describe_parameter("grey", "Grey instead of colours", ["0", "1"], default="0"),
        _GROUPS,
        {"name": "maker", "in": "query", "description": "The unit that makes the map", "schema": {"type": "string"}},
        {"name": "approval", "in": "query", "description": "Its approval number", "schema": {"type": "string"}},
        _describe_parameter("Prefer", "Not to wait for the picture", ["respond-async"]) | {"in": "header"},
    ]
    described = _describe_get("A picture of what a page shows, from the page's own query", path + query)
    files: dict[str, Any] = {mimetype: {} for mimetype in MIMETYPES.values()}
    described["get"]["responses"]["200"]["content"] = files
    described["get"]["responses"] |= {
        "202": {"description": "Not drawn yet, as Prefer: respond-async allows: how many come before it; ask again"},
        "400": _describe_refusal("A size or resolution that cannot be drawn"),
        "422": _describe_refusal("A name that no font can draw"),
        "503": _describe_refusal("Too many pictures are asked for; Retry-After tells when to come again"),
    }
    return described


def _describe_tables(mimetype: str) -> dict[str, Any]:
    """A page's address is its query."""
    names = list(chain.from_iterable(TABLES.values()))
    path = [_describe_parameter("table", "Which table", names, required=True) | {"in": "path"}]
    described = _describe_get("A table of what a page shows, from the page's own query", [*path, _GROUPS])
    files: dict[str, Any] = {mimetype.partition(";")[0]: {}}
    described["get"]["responses"]["200"]["content"] = files
    return described


def _describe_parameter(
    name: str, description: str, allowed: Sequence[Any], default: Any = None, required: bool = False
) -> dict[str, Any]:
    schema = {"type": "string", "enum": [str(entry) for entry in allowed]}
    if default is not None:
        schema["default"] = str(default)
    return {"name": name, "in": "query", "description": description, "required": required, "schema": schema}


_CHANGE = {
    "change": {"type": ["number", "null"], "description": "In the indicator's unit, of a share in points of it"},
    "relative": {"type": "boolean", "description": "Whether the change is in per cent of the earlier value"},
    "rank": {"type": ["integer", "null"], "description": "1 is the greatest improvement"},
    "reason": {"type": ["string", "null"], "description": "Why the two values are not compared"},
}
_PLACE = {
    "value": {"type": ["number", "null"], "description": "The figure of the census"},
    "first": {"enum": ["highest", "lowest"], "description": "Which figure has rank 1"},
    **{
        f"{scope}_{part}": {"type": [kind, "null"], "description": description}
        for scope in ("province", "country")
        for part, kind, description in (
            ("rank", "integer", "null where the figure rests on too few people, or is not known"),
            ("counted", "integer", "How many counties are ranked"),
            ("percentile", "number", "The share of the others that stand behind, in %"),
        )
    },
}
_SIMILAR = {
    "order": {"type": "integer", "description": "1 is the nearest"},
    "distance": {"type": "number", "description": "0 is the same in every measure that counts"},
    "comparability": {"type": ["string", "null"], "enum": [*Comparability, None]},
}
_REFUSAL = {
    "type": "object",
    "properties": {"error": {"type": "object", "properties": {"message": {"type": "string"}}, "required": ["message"]}},
}


def _describe_refusal(description: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    return {"description": description, "content": content}


def _describe_get(
    summary: str, parameters: list[dict[str, Any]], item: dict[str, Any] | None = None, refuses: bool = True
) -> dict[str, Any]:
    content = {"schema": {"type": "array", "items": item}} if item else {}
    responses: dict[str, Any] = {"200": {"description": "OK", "content": {"application/json": content}}}
    if refuses:
        responses |= {
            "400": _describe_refusal("A request that cannot be read"),
            "401": _describe_refusal("Nobody is logged in where reading takes an account"),
            "413": _describe_refusal("A body that is longer than is taken in"),
            "503": _describe_refusal("Too much to do, or the database is out of reach; ask again later"),
        }
    if parameters:
        responses["404"] = _describe_refusal("An unknown name; the error lists what is allowed")
    return {"get": {"summary": summary, "parameters": parameters, "responses": responses}}
