"""Filled forms as examples. Every figure and place in them is made up, and marked so."""

from itertools import cycle, pairwise

import pandas as pd
import shapely

from datasets.imports.forms.choices import FormContext, list_choices
from datasets.imports.forms.form_files import (
    ServedFile,
    form_columns,
    form_name,
    serve_form,
    write_form,
    write_wide_form,
)
from datasets.imports.forms.forms import FORM_KINDS, ChoiceList, FormLayout
from datasets.imports.forms.templates import list_township_rows
from datasets.kinds import STORED, ImportKind
from geodata.region import Level
from indicators.definition import Indicator, ValueKind, Variable
from locales import say

SOURCE = "示例数据（虚构）"
_YEARS = (2015, 2016)
_FIGURES = 4  # quantities in an example
_POINTS = 6
_COUNT, _RATE_SHARE = 1000, 0.5  # round, so that nobody takes them for real ones


def example_file(kind: ImportKind, context: FormContext, layout: FormLayout | None = None) -> ServedFile:
    """The filled form of a kind. Its source column says that all of it is made up."""
    chosen = layout or FORM_KINDS[kind].layouts[0]
    content = (
        _write_wide_example(kind, context)
        if chosen is FormLayout.WIDE
        else write_form(_ROWS[kind](kind, context), kind, context, chosen, [say("forms-example-warning")])
    )
    return serve_form(say("forms-example", form=form_name(kind, context, chosen)), content, chosen)


def _list_figures(kind: ImportKind, context: FormContext) -> pd.DataFrame:
    areas = list_choices(ChoiceList.AREAS, kind, context).rows
    codes = list(context.geography.region.by_adcode) if kind is ImportKind.OBSERVATIONS else [row[1] for row in areas]
    rows = [
        (
            key,
            code,
            year,
            _invent_figure(entry, place, year),
            ValueKind.DEMONSTRATION.value,
            SOURCE,
            say("forms-example-note"),
        )
        for year in _YEARS
        for key, entry in _pick_quantities(kind, context).items()
        for place, code in enumerate(codes)
    ]
    return pd.DataFrame(rows, columns=STORED[kind])


def _pick_quantities(kind: ImportKind, context: FormContext) -> dict[str, Variable | Indicator]:
    """Pick the quantities of an example: the first that accept any number."""
    fitting = {
        key: entry
        for key, entry in context.fillable(kind).items()
        if entry.minimum <= 0 and entry.unit != "%" and not getattr(entry, "yes_no", False)
    }
    return dict(list(fitting.items())[:_FIGURES])


def _invent_figure(entry: Variable | Indicator, place: int, year: int) -> float:
    """Invent a round figure within the range, rising little by year, so that no leap is reported."""
    rising = 1 + (year - _YEARS[0]) / 100
    if entry.maximum < float("inf"):
        return entry.minimum + (entry.maximum - entry.minimum) * _RATE_SHARE
    return float(round(_COUNT * (place + 1) * rising))


def _write_wide_example(kind: ImportKind, context: FormContext) -> bytes:
    """The same figures, a row an area and year."""
    rows, quantities = _list_figures(kind, context), _pick_quantities(kind, context)
    headings = [context.wide_heading(key, entry.unit) for key, entry in quantities.items()]
    figures = [own["value"].tolist() for _, own in rows.groupby(["year", "area_code"], sort=False)]
    columns = form_columns(rows.drop_duplicates(["year", "area_code"]), kind, context)
    places = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return write_wide_form(kind, context, headings, zip(places, figures, strict=True), [say("forms-example-warning")])


def _list_facilities(_: ImportKind, context: FormContext) -> pd.DataFrame:
    points = _list_points(context)
    types = [
        (key, own.name) for (key, own), _ in zip(cycle(context.facility_types.items()), points.index, strict=False)
    ]
    names = [say("forms-example-named", name=name, number=number) for number, (_, name) in enumerate(types, start=1)]
    number = points["number"]
    rows = points.assign(type=[key for key, _ in types], name=names, capacity=100 * number, opened=2000 + number)
    return rows.reindex(columns=[*STORED[ImportKind.FACILITIES], "place"])


def _list_settlements(_: ImportKind, context: FormContext) -> pd.DataFrame:
    points = _list_points(context)
    names = [say("forms-example-village", number=number) for number in points["number"]]
    return points.assign(name=names, population=100 * points["number"])


def _list_points(context: FormContext) -> pd.DataFrame:
    """List one point in each of some areas, by name; the last has no coordinates, only its township."""
    geography = context.geography
    inside = geography.areas(geography.levels[-1]).iloc[:_POINTS].representative_point()
    numbers = range(1, len(inside) + 1)
    points = pd.DataFrame(
        {
            "number": numbers,
            "code": [say("forms-example-code", number=f"{number:03d}") for number in numbers],
            "place": [context.area_labels[str(code)] for code in inside.index],
            "longitude": inside.x.round(6).to_numpy(),
            "latitude": inside.y.round(6).to_numpy(),
            "approximate": False,
        }
    ).assign(area_code=None, source=SOURCE, note=say("forms-example-note"))
    if geography.levels[-1] is Level.TOWNSHIP:
        points.loc[len(points) - 1, ["longitude", "latitude", "approximate"]] = [None, None, True]
    return points


def _list_roads(_: ImportKind, context: FormContext) -> pd.DataFrame:
    """List a road from every county to the next."""
    ends = list(pairwise(context.geography.counties.representative_point()))
    classes = [key for key, _ in zip(cycle(context.road_classes), ends, strict=False)]
    rows = [
        (
            say("forms-example-code", number=f"{number:03d}"),
            say("forms-example-road", number=number),
            class_,
            shapely.to_wkb(shapely.LineString(pair)),
            SOURCE,
        )
        for number, (class_, pair) in enumerate(zip(classes, ends, strict=True), start=1)
    ]
    return pd.DataFrame(rows, columns=STORED[ImportKind.ROADS])


_ROWS = {
    ImportKind.OBSERVATIONS: _list_figures,
    ImportKind.BENCHMARK: _list_figures,
    ImportKind.FACILITIES: _list_facilities,
    ImportKind.SETTLEMENTS: _list_settlements,
    ImportKind.TOWNSHIPS: lambda _, context: list_township_rows(context, SOURCE),
    ImportKind.ROADS: _list_roads,
}
