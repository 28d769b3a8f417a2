"""The machine's access: indicators, areas and values as JSON or files, and their OpenAPI description."""

from io import BytesIO
from typing import Any

import orjson
from flask import Flask, Response, request, send_file

from callbacks import api_policy
from callbacks.editions import Editions
from callbacks.openapi import ROOT, document
from datasets.city import City
from datasets.rows import csv_bytes, value_rows, xlsx_bytes
from datasets.targets import years_with_targets
from geodata.region import Level
from layouts.words.table import in_words

VALUES_URL = f"{ROOT}/values"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class UnknownNameError(Exception):
    """A parameter that names nothing; ``allowed`` lists what it may be."""

    def __init__(self, parameter: str, found: str, allowed: list[str]) -> None:
        super().__init__(f"{parameter}: expected one of those allowed, got '{found}'")
        self.parameter, self.found, self.allowed = parameter, found, allowed


def register(server: Flask, editions: Editions) -> None:
    """Serve ``/health`` and everything under ``/api/v1``."""

    def current() -> City:
        return editions.current().city

    @server.errorhandler(UnknownNameError)
    def unknown_name(error: UnknownNameError) -> Response:
        told = {"message": str(error), "parameter": error.parameter, "found": error.found, "allowed": error.allowed}
        return _json({"error": told}, status=404)

    @server.get("/health")
    def health() -> Response:
        city = current()
        return _json(
            {"status": "ok", "region": city.region.name, "datasets": list(city.datasets), "edition": city.edition}
        )

    @server.get(f"{ROOT}/openapi.json")
    def openapi() -> Response:
        return _json(document(current()))

    @server.get(f"{ROOT}/indicators")
    def indicators() -> Response:
        city = current()
        return _json([_indicator(city, key) for key in city.indicators])

    @server.get(f"{ROOT}/areas")
    def areas() -> Response:
        return _json(_areas(current(), _level(current())))

    @server.get(f"{ROOT}/targets")
    def targets() -> Response:
        return _json(api_policy.targets(current()))

    @server.get(f"{ROOT}/status")
    def status() -> Response:
        city = current()
        dataset = _dataset(city)
        years = [str(year) for year in years_with_targets(city, dataset)]
        return _json(api_policy.status(city, dataset, int(_one_of("year", years, years[-1]))))

    @server.get(f"{ROOT}/gap")
    def gap() -> Response:
        city = current()
        dataset, indicator = _dataset(city), _one_of("indicator", list(city.indicators))
        years = [str(year) for year in city.gaps(dataset, indicator)]
        year = _one_of("year", years, years[-1] if years else None)
        return _json(api_policy.gap(city, dataset, indicator, int(year)))

    @server.get(f"{ROOT}/<path:unknown>")
    def nothing_here(unknown: str) -> Response:
        known = [
            rule.rule for rule in server.url_map.iter_rules() if rule.rule.startswith(ROOT) and "<" not in rule.rule
        ]
        raise UnknownNameError("path", unknown, sorted(known))

    @server.get(VALUES_URL)
    def values() -> Response:
        city = current()
        dataset = _dataset(city)
        indicator = _one_of("indicator", list(city.indicators))
        level = _level(city)
        years = city.years(dataset, indicator, level)
        if "year" in request.args:
            years = [int(_one_of("year", [str(year) for year in years]))]
        within = _one_of("within", ["", *city.geography.codes(Level.COUNTY)], "")
        rows = value_rows(city, dataset, indicator, level, years, within)
        form = _one_of("format", ["json", "csv", "xlsx"], "json")
        if _one_of("headings", ["names", "words"], "names") == "words":
            rows = in_words(rows, city.indicators[indicator].decimals)
        if form == "json":
            return _json(rows.to_dict("records"))
        name = f"{city.region.short_name}_{city.indicators[indicator].name}_{dataset}_{level}.{form}"
        if form == "csv":
            return _file(csv_bytes(rows), "text/csv; charset=utf-8", name)
        return _file(xlsx_bytes(rows, city.indicators[indicator].name, _about(city, dataset, indicator)), _XLSX, name)


def _one_of(parameter: str, allowed: list[str], default: str | None = None) -> str:
    found = request.args.get(parameter, default)
    if found not in allowed:
        raise UnknownNameError(parameter, found or "", allowed)
    return found


def _dataset(city: City) -> str:
    return _one_of("dataset", list(city.datasets), next(iter(city.datasets)))


def _level(city: City) -> Level:
    levels = [Level.CITY, *city.geography.levels]
    return Level(_one_of("level", [str(level) for level in levels], Level.COUNTY))


def _json(content: Any, status: int = 200) -> Response:
    body = orjson.dumps(content, option=orjson.OPT_NON_STR_KEYS)
    return Response(body, status=status, mimetype="application/json")


def _file(body: bytes, mimetype: str, name: str) -> Response:
    return send_file(BytesIO(body), mimetype, as_attachment=True, download_name=name)


def _indicator(city: City, key: str) -> dict[str, Any]:
    indicator = city.indicators[key]
    target = city.anchors.get(key)
    return {
        "id": key,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "domain": indicator.domain,
        "unit": indicator.unit,
        "decimals": indicator.decimals,
        "direction": indicator.direction,
        "definition": indicator.definition,
        "source": indicator.source,
        "caveat": indicator.caveat,
        "numerator": indicator.formula.numerator,
        "denominator": indicator.formula.denominator,
        "per": indicator.formula.per,
        "target": None
        if target is None
        else {
            "id": target.id,
            "comparator": target.comparator,
            "value": target.value,
            "deadline": target.deadline,
        },
        "datasets": {
            dataset: {level: years for level in city.geography.levels if (years := city.years(dataset, key, level))}
            for dataset in city.datasets
        },
    }


def _areas(city: City, level: Level) -> list[dict[str, Any]]:
    region, geography = city.region, city.geography
    if level is Level.CITY:
        return [{"area_code": region.adcode, "area_name": region.name, "level": level, "group": None, "county": None}]
    areas = geography.areas(level)
    return [
        {"area_code": row.Index, "area_name": row.name, "level": level, "group": row.group, "county": row.county}
        for row in areas[["name", "group", "county"]].itertuples()
    ]


def _about(city: City, dataset: str, indicator: str) -> list[tuple[str, str]]:
    definition, chosen = city.indicators[indicator], city.datasets[dataset]
    return [
        ("指标", definition.name),
        ("单位", definition.unit),
        ("定义", definition.definition),
        ("权威来源", definition.source),
        ("使用须知", definition.caveat),
        ("数据集", f"{chosen.name}：{chosen.description}"),
    ]
