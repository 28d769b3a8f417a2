"""The tables of the atlas: values of the areas and years on the screen, and the facilities over the map."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from callbacks.tables.changes import list_changes
from callbacks.tables.page_table import (
    Maker,
    TableContent,
    by_key,
    indicator_notes,
    page_tables,
    sources_note,
    state_text,
)
from datasets.analyses.value_tables import facility_rows
from datasets.city.city import City
from datasets.files.table_export import Cell, FormattedNumber, decimal_format
from datasets.queries.map_query import MapView, SecondMap, classed_values, read_map_query
from geodata.region import Level
from indicators.definition import Indicator, ValueKind
from layouts.figures.specs.panel_data import tabulate_year
from layouts.words.common import notes_text
from layouts.words.pages.county import unit_text
from layouts.words.small_counts import panel_labels
from locales import say, say_all


def map_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""
    contents = {"values": partial(_list_values, city), "facilities": partial(_list_facilities, city)}
    contents["changes"] = partial(list_changes, city)
    return page_tables(city, partial(read_map_query, city), contents)


def _list_values(city: City, view: MapView) -> TableContent:
    shown = _list_shown(view)
    rows = [row for key, year in shown for row in _value_rows(city, view, key, year)]
    indicators = [city.indicators[key] for key in dict.fromkeys(key for key, _ in shown)]
    years = dict.fromkeys(year for _, year in shown)
    span = view.year if len(years) == 1 else "-".join(map(str, sorted(years)))
    about = [*_name_place(city, view), *(one.name for one in indicators), say("common-levels", level=view.level), span]
    left_out = {"county": view.level is not Level.TOWNSHIP, "group": not city.region.is_grouped}
    keys = [key for key in _VALUE_COLUMNS if not left_out.get(key)]
    columns = by_key({key: say("tables-headings", heading=key) for key in keys})
    notes = [*indicator_notes(indicators), sources_note(row["source"] for row in rows)]
    return TableContent(about, columns, rows, notes)


_VALUE_COLUMNS = (
    *("area", "county", "group", "year", "indicator", "value", "unit"),
    *("rank", "class", "kind", "source", "note", "caveat", "code"),
)


def _name_place(city: City, view: MapView) -> list[str]:
    return [city.geography.name(view.within, view.year)] if view.within else []


def _list_shown(view: MapView) -> list[tuple[str, int]]:
    """The indicator and year of the map, and of the second map where there is one."""
    second = {
        SecondMap.NONE: (view.indicator, view.year),
        SecondMap.YEARS: (view.indicator, view.other_year),
        SecondMap.INDICATORS: (view.other_indicator, view.other_year),
    }
    return list(dict.fromkeys([(view.indicator, view.year), second[view.compare]]))


def _value_rows(city: City, view: MapView, key: str, year: int) -> Iterator[dict[str, Any]]:
    geography, region = city.geography, city.region
    panel = classed_values(city, view, key)
    areas = geography.areas_within(view.level, view.within)
    indicator, labels = panel.indicator, panel_labels(panel)
    for code, one in tabulate_year(panel, year, list(areas.index)).items():
        yield {
            "area": geography.name(code, year),
            "county": geography.name(str(areas.at[code, "county"]), year),
            "group": region.every_group[str(areas.at[code, "group"])].name,
            "year": year,
            "indicator": indicator.name,
            "value": _value_cell(indicator, one["value"], one["shown"]),
            "unit": unit_text(indicator),
            "rank": one["rank"],
            "class": None if one["class"] is None else labels[one["class"]],
            "kind": None if one["kind"] is None else say("common-kinds", kind=ValueKind(one["kind"])),
            "source": one["source"],
            "note": notes_text(text for text in (one["events"], one["note"]) if text),
            "caveat": indicator.caveat or None,
            "code": code,
        }


def _value_cell(indicator: Indicator, value: float | None, shown: float) -> Cell:
    """The exact value in the format in which the screen shows it, with the digits that keep it in its class."""
    if value is None:
        return None
    if indicator.yes_no:
        return state_text(value)
    digits = range(indicator.decimals, indicator.decimals + 6)
    decimals = next((decimals for decimals in digits if round(shown, decimals) == shown), indicator.decimals)
    return FormattedNumber(float(value), decimal_format(decimals))


def _list_facilities(city: City, view: MapView) -> TableContent:
    """The facilities that were open in the year, of the types that are drawn; of all types where none is."""
    types = view.facilities or tuple(city.facility_types)
    rows = [
        facility | {"of_type": city.facility_types[facility["type"]]} | _place_facility(city, facility, view.year)
        for facility in facility_rows(city, view.dataset, types, view.year, view.within)
    ]
    labels = say_all("atlas-facility-columns-")
    columns = {
        labels["name"]: lambda one: one["name"],
        labels["typeName"]: lambda one: one["of_type"].name,
        **by_key(
            {
                "county": say("tables-headings", heading="county"),
                "place": labels["place"],
                "capacity": labels["capacity"],
            }
        ),
        say("tables-headings", heading="unit"): lambda one: (
            "" if one["capacity"] is None else one["of_type"].capacity_unit
        ),
        **by_key({key: labels[key] for key in ("grade", "opened", "closed")}),
        say("tables-longitude"): lambda one: FormattedNumber(one["longitude"], "0.00000"),
        say("tables-latitude"): lambda one: FormattedNumber(one["latitude"], "0.00000"),
        say("tables-approximate"): lambda one: say("tables-approximate-place") if one["approximate"] else None,
        **by_key({key: say("tables-headings", heading=key) for key in ("source", "note", "code")}),
    }
    named = [city.facility_types[key].name for key in view.facilities[:2]]
    nothing = say("atlas-no-facilities")
    about: list[str | int] = [*_name_place(city, view), *named, view.year]
    return TableContent(about, columns, rows, [sources_note(row["source"] for row in rows)], nothing)


def _place_facility(city: City, facility: dict[str, Any], year: int) -> dict[str, str | None]:
    geography, township = city.geography, facility["township"]
    county = geography.county_of(township) if township else None
    return {
        "county": geography.name(county, year) if county else None,
        "place": geography.name(township, year) if township else None,
    }
