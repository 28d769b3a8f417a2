"""The tables of the atlas: values of the areas and years on the screen, and the facilities over the map."""

from collections.abc import Iterator
from typing import Any

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
    unit_cell,
)
from datasets.analyses.value_tables import facility_rows
from datasets.city.city import City
from datasets.files.table_export import Cell, FormattedNumber, decimal_format
from datasets.queries.map_query import MapView, SecondMap, read_map_query
from geodata.region import Level
from indicators.definition import Indicator, ValueKind
from layouts.figures.specs.panel_data import tabulate_year
from layouts.words.common import KINDS, LEVELS, notes_text
from layouts.words.pages import atlas as facility_words
from layouts.words.paper import tables as words
from layouts.words.small_counts import panel_labels


def map_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""

    def read_view(query: Query) -> MapView:
        view, ignored = read_map_query(city, query)
        refuse_ignored(ignored)
        return view

    return {
        "values": lambda query: _value_table(city, read_view(query)),
        "facilities": lambda query: _facility_table(city, read_view(query)),
    }


def _value_table(city: City, view: MapView) -> PageTable:
    shown = _list_shown(view)
    rows = [row for key, year in shown for row in _value_rows(city, view, key, year)]
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


def _list_shown(view: MapView) -> list[tuple[str, int]]:
    """The indicator and year of the map, and of the second map where there is one."""
    first = (view.indicator, view.year)
    match view.compare:
        case SecondMap.YEARS:
            return list(dict.fromkeys([first, (view.indicator, view.other_year)]))
        case SecondMap.INDICATORS:
            return list(dict.fromkeys([first, (view.other_indicator, view.other_year)]))
    return [first]


def _value_rows(city: City, view: MapView, key: str, year: int) -> Iterator[Row]:
    geography, region = city.geography, city.region
    panel = city.panel(view.dataset, key, view.level, view.method, view.classes, view.breaks, view.target)
    areas = geography.areas(view.level)
    areas = areas[areas["county"] == view.within] if view.within else areas
    indicator, labels = panel.indicator, panel_labels(panel)
    found = tabulate_year(panel, year, list(areas.index))
    for code, one in found.items():
        yield {
            "area": geography.name(code, year),
            "county": geography.name(str(areas.at[code, "county"]), year),
            "group": region.groups[str(areas.at[code, "group"])].name,
            "year": year,
            "indicator": indicator.name,
            "value": _value_cell(indicator, one["value"], one["shown"]),
            "unit": unit_cell(indicator),
            "rank": one["rank"],
            "class": None if one["class"] is None else labels[one["class"]],
            "kind": None if one["kind"] is None else KINDS[ValueKind(one["kind"])],
            "source": one["source"],
            "note": notes_text(text for text in (one["events"], one["note"]) if text),
            "code": code,
        }


def _value_cell(indicator: Indicator, value: float | None, shown: float) -> Cell:
    """The exact value in the format in which the screen shows it, with the digits that keep it in its class."""
    if value is None:
        return None
    if indicator.yes_no:
        return state_text(value)
    return FormattedNumber(float(value), decimal_format(_count_decimals(shown, indicator)))


def _facility_table(city: City, view: MapView) -> PageTable:
    """The facilities that were open in the year, of the types that are drawn; of all types where none is."""
    types = view.facilities or tuple(city.facility_types)
    facilities = facility_rows(city, view.dataset, types, view.year, view.within)
    rows = [_facility_row(city, one, view.year) for one in facilities]
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


def _facility_row(city: City, facility: dict[str, Any], year: int) -> Row:
    geography, type_ = city.geography, city.facility_types[facility["type"]]
    township, capacity = facility["township"], facility["capacity"]
    county = geography.county_of(township) if township else None
    return {
        "name": facility["name"],
        "typeName": type_.name,
        "county": geography.name(county, year) if county else None,
        "place": geography.name(township, year) if township else None,
        "capacity": capacity,
        "unit": "" if capacity is None else type_.capacity_unit,
        **{key: facility[key] for key in ("grade", "opened", "closed")},
        "longitude": FormattedNumber(facility["longitude"], "0.00000"),
        "latitude": FormattedNumber(facility["latitude"], "0.00000"),
        "approximate": words.APPROXIMATE_PLACE if facility["approximate"] else None,
        **{key: facility[key] for key in ("source", "note", "code")},
    }


def _count_decimals(shown: float, indicator: Indicator) -> int:
    """As many decimals as a value is shown with."""
    digits = range(indicator.decimals, indicator.decimals + 6)
    return next((decimals for decimals in digits if round(shown, decimals) == shown), indicator.decimals)
