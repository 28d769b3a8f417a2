"""Routes of the API: indicators, areas, targets and values as JSON or files, and their OpenAPI description."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

from flask import Flask, Response, request

from callbacks.api import national as api_national
from callbacks.api import overview as api_overview
from callbacks.api import policy as api_policy
from callbacks.api.changes import list_changes
from callbacks.api.openapi import ROOT, build_document, list_levels
from callbacks.overview.answers import OverviewAnswers
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.responses import (
    FORMS,
    JSON,
    Rows,
    TableForm,
    UnknownNameError,
    file_answer,
    flat_table,
    json_answer,
    refusal,
    rows_answer,
)
from datasets.analyses.target_statuses import list_years_with_targets
from datasets.analyses.value_tables import value_rows
from datasets.census.books import YEARS
from datasets.census.weights import read_weights
from datasets.city.city import City
from datasets.files.table_export import decimal_format
from geodata.region import Level
from layouts.words.column_names import in_words
from layouts.words.paper.pictures import file_name
from locales import say

_NEAREST = 3  # codes that a refusal names, where thousands are allowed


def register(server: Flask, snapshots: CitySnapshots) -> None:
    """Serve everything under ``/api/v1``."""

    def current() -> City:
        return snapshots.current().city

    @server.errorhandler(UnknownNameError)
    def unknown_name(error: UnknownNameError) -> Response:
        told = {"message": str(error), "parameter": error.parameter, "found": error.found, "allowed": error.allowed}
        return json_answer({"error": told}, status=404)

    @server.get(f"{ROOT}/openapi.json")
    def openapi() -> Response:
        _one_of("format", [JSON], JSON)
        return json_answer(build_document(current()))

    @server.get(f"{ROOT}/indicators")
    def indicators() -> Response:
        city = current()
        return _answer_rows(city, "indicators", [_describe_indicator(city, key) for key in city.indicators])

    @server.get(f"{ROOT}/areas")
    def areas() -> Response:
        city = current()
        level = _read_level(city)
        return _answer_rows(city, f"areas_{level}", _list_areas(city, level))

    @server.get(f"{ROOT}/targets")
    def targets() -> Response:
        return _answer_rows(current(), "targets", api_policy.list_targets(current()))

    @server.get(f"{ROOT}/status")
    def status() -> Response:
        city = current()
        dataset = _read_dataset(city)
        years = [str(year) for year in list_years_with_targets(city, dataset)]
        year = int(_one_of("year", years, years[-1]))
        found = api_policy.list_statuses(city, dataset, year)
        return _answer_described(city, dataset, ["status", dataset, year], found, api_policy.flatten_areas(found))

    @server.get(f"{ROOT}/gap")
    def gap() -> Response:
        city = current()
        dataset, indicator = _read_dataset(city), _read_indicator(city)
        years = [str(year) for year in city.gaps(dataset, indicator)]
        year = _one_of("year", years, years[-1] if years else None)
        found = api_policy.describe_gap(city, dataset, indicator, int(year))
        about = ["gap", city.indicators[indicator].name, dataset, year]
        return _answer_described(city, dataset, about, found, [found])

    _register_overview(server, snapshots)
    _register_national(server, current)

    @server.get(f"{ROOT}/<path:unknown>")
    def nothing_here(unknown: str) -> Response:
        known = [
            rule.rule for rule in server.url_map.iter_rules() if rule.rule.startswith(ROOT) and "<" not in rule.rule
        ]
        raise UnknownNameError("path", unknown, sorted(known))

    @server.get(f"{ROOT}/values")
    def values() -> Response:
        city = current()
        dataset = _read_dataset(city)
        indicator = _read_indicator(city)
        level = _read_level(city)
        years = city.years(dataset, indicator, level)
        if "year" in request.args:
            years = [int(_one_of("year", [str(year) for year in years]))]
        within = _one_of("within", ["", *city.geography.places], "") or None
        rows = value_rows(city, dataset, indicator, level, years, within)
        definition, form = city.indicators[indicator], _read_form()
        if _one_of("headings", ["names", "words"], "names") == "words":
            rows = in_words(rows)
        records: list[dict[str, Any]] = rows.to_dict("records")  # type: ignore[assignment]  # its keys are names
        if form == JSON:
            return json_answer(records)
        name = _file_name(city, definition.name, dataset, level, *([years[0]] if len(years) == 1 else []))
        shown_alike = ("value", "interval_low", "interval_high")
        columns = [name for column in shown_alike for name in (column, say("column-names-headings", heading=column))]
        forms = dict.fromkeys(columns, decimal_format(definition.decimals))
        table = flat_table(definition.name, records, forms, _demonstration_mark(city, dataset), list(rows.columns))
        return file_answer(TableForm(form), name, [table], _list_notes(city, dataset, indicator))


def _register_changes(server: Flask, current: Callable[[], City]) -> None:
    @server.get(f"{ROOT}/changes")
    def changes() -> Response:
        city = current()
        dataset, indicator = _read_dataset(city), _read_indicator(city)
        level = Level(_one_of("level", [str(level) for level in city.geography.levels], Level.COUNTY))
        years = [str(year) for year in city.years(dataset, indicator, level)]
        asked = [
            int(_one_of(name, years, years[at] if years else None)) for name, at in (("year", 0), ("other_year", -1))
        ]
        within = _one_of("within", ["", *city.geography.places], "") or None
        found = list_changes(city, dataset, indicator, level, (min(asked), max(asked)), within)
        about = ["changes", city.indicators[indicator].name, dataset, f"{min(asked)}-{max(asked)}"]
        return rows_answer(_read_form(), _file_name(city, *about), found, _demonstration_mark(city, dataset))


def _register_overview(server: Flask, snapshots: CitySnapshots) -> None:
    @server.get(f"{ROOT}/overview")
    def overview() -> Response:
        answers = snapshots.current().cached(OverviewAnswers)
        city, options = answers.city, answers.options
        dataset = _read_dataset(city)
        opening = options.choose(dataset).year
        year = int(_one_of("year", list(map(str, options.list_years(dataset))), str(opening)))
        found = api_overview.describe_overview(answers.build(options.choose(dataset, year)))
        rows = [{"domain": domain, **counts} for domain, counts in found["domains"].items()]
        return _answer_described(city, dataset, ["overview", dataset, year], found, rows)


def _register_national(server: Flask, current: Callable[[], City]) -> None:
    """Serve what changed, and what the censuses say of any county of the country."""
    _register_changes(server, current)

    @server.get(f"{ROOT}/places")
    def places() -> Response:
        city = current()
        indicator = _read_indicator(city)
        years = api_national.list_years(city, indicator)
        if "year" in request.args:
            years = [int(_one_of("year", [str(year) for year in years]))]
        rows = api_national.list_places(city, indicator, years, _read_county(city, ""))
        return _answer_rows(city, f"places_{indicator}", rows)

    @server.get(f"{ROOT}/similar")
    def similar() -> Response:
        city = current()
        area = _read_county(city, None)
        year = int(_one_of("year", [str(year) for year in YEARS], str(YEARS[-1])))
        try:
            weights = read_weights(request.args.get("weights", ""), city.national.declared_weights)
        except ValueError as error:
            return refusal(str(error), 400, parameter="weights")
        return _answer_rows(city, f"similar_{area}", api_national.list_similar(city, area, year, weights))


def _one_of(parameter: str, allowed: list[str], default: str | None = None) -> str:
    found = request.args.get(parameter, default)
    if found not in allowed:
        raise UnknownNameError(parameter, found or "", allowed)
    return found


def _read_dataset(city: City) -> str:
    return _one_of("dataset", list(city.datasets), next(iter(city.datasets)))


def _read_indicator(city: City) -> str:
    found = request.args.get("indicator", "")
    return city.indicator_ids.get(found) or _one_of("indicator", list(city.indicators))


def _read_county(city: City, default: str | None) -> str:
    """Any county of the country; a refusal names the nearest codes and says how many there are."""
    found, names = request.args.get("area", default), city.national.names
    if found is not None and (found == default or found in names.index):
        return found
    nearest = get_close_matches(found or "", names.index, n=_NEAREST) or city.geography.codes(Level.COUNTY)
    told = say("list-names").join(f"{code} {names[code]}" for code in nearest[:_NEAREST] if code in names.index)
    expected = f"the adcode of one of {len(names)} counties, such as {told}"
    raise UnknownNameError("area", found or "", nearest, expected)


def _read_level(city: City) -> Level:
    return Level(_one_of("level", [str(level) for level in list_levels(city)], Level.COUNTY))


def _read_form() -> str:
    return _one_of("format", list(FORMS), JSON)


def _answer_rows(city: City, what: str, rows: Rows) -> Response:
    return rows_answer(_read_form(), _file_name(city, what), rows)


def _answer_described(city: City, dataset: str, about: Sequence[str | int], described: Any, rows: Rows) -> Response:
    """What is described as JSON, or its rows as a file that is named by what it is about."""
    form = _read_form()
    if form == JSON:
        return json_answer(described)
    return rows_answer(form, _file_name(city, *about), rows, _demonstration_mark(city, dataset))


def _demonstration_mark(city: City, dataset: str) -> str:
    return say("common-demo-ribbon") if city.datasets[dataset].demonstration else ""


def _file_name(city: City, *parts: str | int) -> str:
    return file_name(city.region.short_name, *parts)


def _describe_indicator(city: City, key: str) -> dict[str, Any]:
    indicator = city.indicators[key]
    target = city.anchors.get(key)
    own = ("name", "domain", "unit", "decimals", "direction", "definition", "source", "caveat")
    described = {"id": key} | {name: getattr(indicator, name) for name in own}
    described |= {name: getattr(indicator.formula, name) for name in ("numerator", "denominator", "per")}
    return described | {
        "counts": indicator.count_kind,
        "sampled": indicator.sampled,
        "target": target and {name: getattr(target, name) for name in ("id", "comparator", "value", "deadline")},
        "datasets": {
            dataset: {level: years for level in city.geography.levels if (years := city.years(dataset, key, level))}
            for dataset in city.datasets
        },
        "demonstrations": [dataset.id for dataset in city.datasets.values() if dataset.demonstration],
    }


def _list_areas(city: City, level: Level) -> list[dict[str, Any]]:
    region, geography = city.region, city.geography
    if level in (Level.CITY, Level.OUTSIDE):
        wide = (
            [(region.adcode, region.name)] if level is Level.CITY else [(one.code, one.name) for one in region.outside]
        )
        return [
            {"area_code": code, "area_name": name, "level": level, "group": None, "county": None} for code, name in wide
        ]
    areas = geography.areas(level)
    return [
        {"area_code": row.Index, "area_name": row.name, "level": level, "group": row.group, "county": row.county}
        for row in areas[["name", "group", "county"]].itertuples()
    ]


def _list_notes(city: City, dataset: str, indicator: str) -> list[tuple[str, str]]:
    definition, chosen = city.indicators[indicator], city.datasets[dataset]
    return [
        (say("atlas-indicator"), definition.name),
        (say("atlas-unit"), definition.unit),
        (say("atlas-definition"), definition.definition),
        (say("atlas-source"), definition.source),
        (say("atlas-caveat"), definition.caveat),
        (say("atlas-dataset"), say("list-named", name=chosen.name, text=chosen.description)),
    ]
