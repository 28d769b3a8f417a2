"""Filled forms that show how it is done. Every figure and place in them is made up, and says so."""

from collections.abc import Sequence
from itertools import cycle, pairwise

import geopandas as gpd
from shapely.geometry import LineString

from datasets.files.formula_guard import Value
from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.forms import (
    FIGURE_KIND_NAMES,
    FORMS,
    IMPORT_KIND_NAMES,
    LAYOUTS,
    YES,
    ChoiceList,
    FormColumn,
    FormLayout,
)
from datasets.imports.forms.geopackage import write_geopackage
from datasets.imports.forms.templates import ServedFile, book, form_name, served, wide_book
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind
from geodata.region import Level
from indicators.definition import Indicator, ValueKind, Variable

SOURCE = "示例数据（虚构）"
_NOTE = "示例，导入前请删除"
_WARNING = "本文件是示例，数字和名称全部虚构，只说明怎样填写，不要当作真实数据导入和发布。"
_YEARS = (2015, 2016)
_FIGURES = 4  # quantities in an example
_POINTS = 6
_COUNT, _RATE_SHARE = 1000, 0.5  # round on purpose: nobody is to take them for real ones

Row = dict[ColumnRole, Value]


def example_file(kind: ImportKind, context: FormContext, layout: FormLayout | None = None) -> ServedFile:
    """The filled example of a kind with a Chinese file name."""
    chosen = layout or LAYOUTS[kind][0]
    return served(f"{form_name(kind, context, chosen)}-示例（虚构）", example(kind, context, chosen), chosen)


def example(kind: ImportKind, context: FormContext, layout: FormLayout | None = None) -> bytes:
    """A filled form: XLSX, or GeoPackage for ``Layout.MAP``. Its source column says that all of it is made up."""
    match layout or LAYOUTS[kind][0]:
        case FormLayout.MAP:
            return write_geopackage(kind, IMPORT_KIND_NAMES[kind], FORMS[kind], _drawn(kind, context))
        case FormLayout.WIDE:
            return _wide(kind, context)
        case FormLayout.LIST:
            return book(kind, context, _in_columns(FORMS[kind], _townships(context)), [_WARNING])
    return book(kind, context, _in_columns(FORMS[kind], _ROWS[kind](kind, context)), [_WARNING])


def _in_columns(columns: Sequence[FormColumn], rows: Sequence[Row]) -> list[list[Value]]:
    return [[row.get(column.role) for column in columns] for row in rows]


def _figures(kind: ImportKind, context: FormContext) -> list[Row]:
    areas = context.table(ChoiceList.AREAS, kind).rows
    codes = list(context.geography.region.by_adcode) if kind is ImportKind.OBSERVATIONS else [row[1] for row in areas]
    return [
        _placed(code, year, context)
        | {
            ColumnRole.VARIABLE: context.variable_labels[key],
            ColumnRole.VALUE: _made_up(entry, place, year),
            ColumnRole.UNIT: entry.unit,
            ColumnRole.NOTE: _NOTE,
        }
        for year in _YEARS
        for key, entry in _shown(kind, context).items()
        for place, code in enumerate(codes)
    ]


def _placed(code: str, year: int, context: FormContext) -> Row:
    name = context.area_name(code, year)
    return {
        ColumnRole.AREA_CODE: code,
        ColumnRole.AREA_NAME: name,
        ColumnRole.YEAR: year,
        ColumnRole.KIND: FIGURE_KIND_NAMES[ValueKind.DEMONSTRATION],
        ColumnRole.SOURCE: SOURCE,
    }


def _shown(kind: ImportKind, context: FormContext) -> dict[str, Variable | Indicator]:
    """The quantities of an example: the first that any number would do for."""
    fitting = {
        key: entry
        for key, entry in context.fillable(kind).items()
        if entry.minimum <= 0 and entry.unit != "%" and not getattr(entry, "yes_no", False)
    }
    return dict(list(fitting.items())[:_FIGURES])


def _made_up(entry: Variable | Indicator, place: int, year: int) -> float:
    """A round figure within the range; it rises a little, so that no leap is told."""
    rising = 1 + (year - _YEARS[0]) / 100
    if entry.maximum < float("inf"):
        return entry.minimum + (entry.maximum - entry.minimum) * _RATE_SHARE
    return float(round(_COUNT * (place + 1) * rising))


def _wide(kind: ImportKind, context: FormContext) -> bytes:
    quantities = _shown(kind, context)
    headings = [context.wide_heading(key, entry.unit) for key, entry in quantities.items()]
    rows = [
        (
            _placed(code, year, context),
            [_made_up(entry, place, year) for entry in quantities.values()],
        )
        for year in _YEARS
        for place, code in enumerate(context.geography.region.by_adcode)
    ]
    return wide_book(kind, context, headings, rows, [_WARNING])


def _facilities(_: ImportKind, context: FormContext) -> list[Row]:
    types = cycle(own.name for own in context.facility_types.values())
    return [
        point
        | {
            ColumnRole.CODE: f"示例-{number:03d}",
            ColumnRole.TYPE: type_,
            ColumnRole.NAME: f"示例{type_}{number}（虚构）",
            ColumnRole.CAPACITY: 100 * number,
            ColumnRole.OPENED: 2000 + number,
        }
        for (number, point), type_ in zip(enumerate(_points(context), start=1), types, strict=False)
    ]


def _settlements(_: ImportKind, context: FormContext) -> list[Row]:
    return [
        point
        | {
            ColumnRole.CODE: f"示例-{number:03d}",
            ColumnRole.NAME: f"示例村{number}（虚构）",
            ColumnRole.POPULATION: 100 * number,
        }
        for number, point in enumerate(_points(context), start=1)
    ]


def _points(context: FormContext) -> list[Row]:
    """Points within the region: one in each of some areas; the last has no coordinates, only its township."""
    geography = context.geography
    areas = geography.areas(geography.levels[-1]).iloc[:_POINTS]
    inside = areas.representative_point()
    rows: list[Row] = [
        {
            ColumnRole.PLACE: context.area_labels[str(code)],
            ColumnRole.LONGITUDE: round(point.x, 6),
            ColumnRole.LATITUDE: round(point.y, 6),
            ColumnRole.SOURCE: SOURCE,
            ColumnRole.NOTE: _NOTE,
        }
        for code, point in inside.items()
    ]
    if geography.levels[-1] is Level.TOWNSHIP:
        rows[-1] |= {ColumnRole.LONGITUDE: None, ColumnRole.LATITUDE: None, ColumnRole.APPROXIMATE: YES}
    return rows


def _townships(context: FormContext) -> list[Row]:
    names = context.geography.townships["name"]
    return [
        {ColumnRole.CODE: str(code), ColumnRole.NAME: str(name), ColumnRole.SOURCE: SOURCE}
        for code, name in names.items()
    ]


def _drawn(kind: ImportKind, context: FormContext) -> gpd.GeoDataFrame:
    if kind is ImportKind.TOWNSHIPS:
        cells = context.geography.townships.rename_axis(index="code").reset_index()
        return cells[["code", "name", "geometry"]].assign(source=SOURCE)
    counties = context.geography.counties
    middles = list(counties.representative_point())
    roads = {
        "code": [f"示例-{number:03d}" for number in range(1, len(middles))],
        "name": [f"示例道路{number}（虚构）" for number in range(1, len(middles))],
        "road_class": [own.name for own, _ in zip(cycle(context.road_classes.values()), middles[1:], strict=False)],
        "source": SOURCE,
    }
    lines = [LineString(ends) for ends in pairwise(middles)]
    return gpd.GeoDataFrame(roads, geometry=lines, crs=counties.crs)


_ROWS = {
    ImportKind.OBSERVATIONS: _figures,
    ImportKind.BENCHMARK: _figures,
    ImportKind.FACILITIES: _facilities,
    ImportKind.SETTLEMENTS: _settlements,
}
