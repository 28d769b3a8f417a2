"""The table of what changed between the two years that the atlas compares."""

from typing import Any

from callbacks.tables.page_table import TableContent, by_key, indicator_notes, sources_note, value_cell
from datasets.city.city import City
from datasets.files.table_export import Cell, FormattedNumber, decimal_format
from datasets.queries.map_query import MapView, SecondMap, classed_values
from geodata.region import Level
from indicators.change import is_relative
from indicators.definition import Indicator
from layouts.figures.comparison.change_data import tabulate_changes, tabulate_origins
from layouts.words.comparison import change as words
from locales import say


def list_changes(city: City, view: MapView) -> TableContent:
    """A row an area: both values, the change and its rank, or why there is none."""
    geography, region, indicator = city.geography, city.region, city.indicators[view.indicator]
    years = view.year, view.other_year
    about: list[str | int] = [geography.name(view.within, view.year)] if view.within else []
    if view.compare is not SecondMap.YEARS:
        return TableContent([*about, indicator.name, view.year], {}, [], (), say("change-choose-years"))
    panel = classed_values(city, view)
    areas = geography.areas_within(view.level, view.within)
    codes = list(areas.index)
    sources = tabulate_origins(panel, years, codes)
    rows: list[dict[str, Any]] = [
        one
        | {
            "area": geography.name(code, years[1]),
            "county": geography.name(str(areas.at[code, "county"]), years[1]),
            "group": region.every_group[str(areas.at[code, "group"])].name,
            "earlier": value_cell(indicator, one["earlier"]),
            "later": value_cell(indicator, one["later"]),
            "change": _change_cell(indicator, one["change"], one["text"]),
            "source": sources[code],
            "code": code,
        }
        for code, one in tabulate_changes(panel, years, codes).items()
    ]
    left_out = {"county": view.level is not Level.TOWNSHIP, "group": not region.is_grouped}
    own = {"earlier": say("county-dated", year=years[0]), "later": say("county-dated", year=years[1])}
    own |= {"change": words.change_name(indicator), "reason": say("change-reason")}
    keys = ("area", "county", "group", "earlier", "later", "change", "rank", "class", "reason", "source", "code")
    shown = [key for key in keys if not left_out.get(key)]
    columns = by_key({key: own[key] if key in own else say("tables-headings", heading=key) for key in shown})
    notes = [
        (say("change-change"), words.change_subtitle(indicator, *years)),
        *indicator_notes([indicator]),
        sources_note(row["source"] for row in rows),
    ]
    return TableContent([*about, indicator.name, f"{years[0]}-{years[1]}"], columns, rows, notes)


def _change_cell(indicator: Indicator, value: float | None, text: str) -> Cell:
    """A change as a number, of a state in words; the format has the sign."""
    if value is None or indicator.yes_no:
        return text or None
    digits = 1 if is_relative(indicator) else indicator.decimals
    decimals = next((places for places in range(digits, 10) if round(value, places) == value), digits)
    return FormattedNumber(float(value), decimal_format(decimals))
