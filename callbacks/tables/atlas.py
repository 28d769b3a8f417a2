"""The table of the map of services: the values of every area that is shown, in the years that are shown."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from callbacks.server.responses import refuse_ignored
from callbacks.tables.page_table import (
    Maker,
    PageTable,
    Query,
    Row,
    columns_of,
    indicator_notes,
    page_table,
    sources_note,
    state_text,
)
from datasets.city.city import City
from datasets.city.facilities import find_townships, select_open_facilities
from datasets.files.table_export import Cell, FormattedNumber, decimal_format
from datasets.queries.map_query import MapView, SecondMap, read_map_query
from geodata.region import Level
from indicators.classed_values import ClassedValues
from indicators.definition import Indicator, ValueKind
from indicators.ranks import rank_values
from layouts.figures.specs.panel_data import event_notes, faithful
from layouts.words.common import KINDS, LEVELS, notes_text
from layouts.words.pages import atlas as facility_words
from layouts.words.paper import tables as words
from layouts.words.small_counts import panel_labels


def map_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""

    def values(query: Query) -> PageTable:
        view, ignored = read_map_query(city, query)
        refuse_ignored(ignored)
        return _values(city, view)

    def facilities(query: Query) -> PageTable:
        view, ignored = read_map_query(city, query)
        refuse_ignored(ignored)
        return _facilities(city, view)

    return {"values": values, "facilities": facilities}


def _values(city: City, view: MapView) -> PageTable:
    shown = _shown(view)
    rows = [row for key, year in shown for row in _rows(city, view, key, year)]
    indicators = [city.indicators[key] for key in dict.fromkeys(key for key, _ in shown)]
    years = dict.fromkeys(year for _, year in shown)
    place = [city.geography.name(view.within, view.year)] if view.within else []
    span = view.year if len(years) == 1 else "-".join(map(str, sorted(years)))
    about = [*place, *(one.name for one in indicators), LEVELS[view.level], span]
    township = ["county"] if view.level is Level.TOWNSHIP else []
    columns = columns_of(
        *("area", *township, "group", "year", "indicator", "value", "unit"),
        *("rank", "class", "kind", "source", "note", "code"),
    )
    notes = [*indicator_notes(indicators), sources_note(rows)]
    return page_table(city, view.dataset, "values", about, columns, rows, notes)


def _shown(view: MapView) -> list[tuple[str, int]]:
    """The indicator and year of the map, and of the second map where there is one."""
    first = (view.indicator, view.year)
    match view.compare:
        case SecondMap.YEARS:
            return list(dict.fromkeys([first, (view.indicator, view.other_year)]))
        case SecondMap.INDICATORS:
            return list(dict.fromkeys([first, (view.other_indicator, view.other_year)]))
    return [first]


def _rows(city: City, view: MapView, key: str, year: int) -> Iterator[Row]:
    geography, region = city.geography, city.region
    panel = city.panel(view.dataset, key, view.level, view.method, view.classes, view.breaks, view.target)
    areas = geography.areas(view.level)
    areas = areas[areas["county"] == view.within] if view.within else areas
    indicator, labels = panel.indicator, panel_labels(panel)
    found = _of_year(panel, year, list(areas.index))
    for code, one in found.items():
        yield {
            "area": geography.name(code, year),
            "county": geography.name(str(areas.at[code, "county"]), year),
            "group": region.groups[str(areas.at[code, "group"])].name,
            "year": year,
            "indicator": indicator.name,
            "value": _value(indicator, one["value"], one["shown"]),
            "unit": "" if indicator.yes_no else indicator.unit,
            "rank": one["rank"],
            "class": None if one["class"] is None else labels[one["class"]],
            "kind": None if one["kind"] is None else KINDS[ValueKind(one["kind"])],
            "source": one["source"],
            "note": notes_text(text for text in (one["events"], one["note"]) if text),
            "code": code,
        }


def _of_year(panel: ClassedValues, year: int, codes: list[str]) -> dict[str, dict[str, Any]]:
    """By area what the panel holds of one year, ranked among ``codes``; None where missing."""
    indicator, shown = panel.indicator, faithful(panel).T[year]
    firm = panel.values.T[year].mask(panel.are_small.T[year]).reindex(codes)
    events = pd.Series(event_notes(panel).get(year, ""), panel.values.columns, dtype=object)
    parts = {
        "value": panel.values.T[year],
        "shown": shown,
        "rank": None if indicator.yes_no else rank_values(firm, indicator).astype("Int64"),
        "class": panel.classes.T[year],
        "kind": panel.kinds.T[year],
        "source": panel.sources.T[year],
        "note": panel.notes.T[year],
        "events": events,
    }
    found = pd.DataFrame(parts, index=codes).astype(object)
    rows: dict[str, dict[str, Any]] = found.where(found.notna(), None).to_dict("index")  # type: ignore[assignment]
    return rows


def _value(indicator: Indicator, value: float | None, shown: float) -> Cell:
    """The exact value in the format in which the screen shows it, with the digits that keep it in its class."""
    if value is None:
        return None
    return (
        state_text(value)
        if indicator.yes_no
        else FormattedNumber(float(value), decimal_format(_decimals(shown, indicator)))
    )


def _facilities(city: City, view: MapView) -> PageTable:
    """The facilities that were open in the year, of the types that are drawn; of all types where none is."""
    types = view.facilities or tuple(city.facility_types)
    points = select_open_facilities(city, view.dataset, view.year, view.within)
    points = points[points["type"].isin(types)]
    townships = find_townships(points, city.geography)
    placed = zip(points.itertuples(), townships, strict=True)
    rows = [_facility(city, one, township, view.year) for one, township in placed]
    labels = facility_words.FACILITY_COLUMNS
    columns = columns_of(
        **{key: labels[key] for key in ("name", "typeName")},
        county=words.HEADINGS["county"],
        **{key: labels[key] for key in ("place", "capacity")},
        unit=words.HEADINGS["unit"],
        **{key: labels[key] for key in ("grade", "opened", "closed")},
        longitude=words.LONGITUDE,
        latitude=words.LATITUDE,
        approximate=words.APPROXIMATE,
        **{key: words.HEADINGS[key] for key in ("source", "note", "code")},
    )
    place = [city.geography.name(view.within, view.year)] if view.within else []
    named = [city.facility_types[key].name for key in view.facilities[:2]]
    nothing = facility_words.FACILITIES_FOR_BROWSER["no_facilities"]
    about: list[str | int] = [*place, *named, view.year]
    return page_table(city, view.dataset, "facilities", about, columns, rows, [sources_note(rows)], nothing=nothing)


def _facility(city: City, one: Any, township: str | None, year: int) -> Row:
    geography, type_ = city.geography, city.facility_types[one.type]
    county = geography.county_of(township) if township else None
    return {
        "name": one.name,
        "typeName": type_.name,
        "county": geography.name(county, year) if county else None,
        "place": geography.name(township, year) if township else None,
        "capacity": None if pd.isna(one.capacity) else float(one.capacity),
        "unit": "" if pd.isna(one.capacity) else type_.capacity_unit,
        **{key: None if pd.isna(found := getattr(one, key)) else found for key in ("grade", "opened", "closed")},
        "longitude": FormattedNumber(one.geometry.x, "0.00000"),
        "latitude": FormattedNumber(one.geometry.y, "0.00000"),
        "approximate": words.APPROXIMATE_PLACE if one.approximate else None,
        **{key: None if pd.isna(found := getattr(one, key)) else found for key in ("source", "note", "code")},
    }


def _decimals(shown: float, indicator: Indicator) -> int:
    digits = range(indicator.decimals, indicator.decimals + 6)
    return next((decimals for decimals in digits if round(shown, decimals) == shown), indicator.decimals)
