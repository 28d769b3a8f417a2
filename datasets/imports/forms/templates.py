"""Empty forms to download: a workbook with drop-downs and instructions, or a GeoPackage to draw in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import geopandas as gpd

from datasets.files.formula_guard import Value
from datasets.files.table_export import XLSX_TYPE
from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.form_workbook import ChoiceTables, write_form_workbook
from datasets.imports.forms.forms import (
    FILLED,
    FORMS,
    IMPORT_KIND_NAMES,
    LAYOUTS,
    LISTS,
    WIDE,
    WIDE_FIGURES,
    CellContent,
    ChoiceList,
    FormColumn,
    FormLayout,
)
from datasets.imports.forms.geopackage import write_geopackage
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind

GPKG_TYPE = "application/geopackage+sqlite3"
SCHEMATIC_SOURCE = "示意界线（按乡镇驻地生成，非法定边界）"

_FIGURE = FormColumn(
    *(ColumnRole.VALUE, "", 18, "黄色表头里选指标和单位，下面只填数字；没有数据就留空，不要填 0", "常住人口（人）"),
    content=CellContent.NUMBER,
    pick=ChoiceList.WIDE_HEADINGS,
)
_PRESET = 4  # headings of figures that the wide form comes with
_CELLS = "一行一条，从第 2 行填起；表头不要改名，列的顺序可以变，不用的列可以删。"
_COMMON = (
    f"在「{FILLED}」表里填写，「{LISTS}」表供查对，不会被导入。",
    "蓝色表头的列必填。有下拉列表的列，点单元格右侧的箭头选择。",
    "只填数字和文字，不要用公式；从别的表复制时用“选择性粘贴 → 数值”。",
    "保存为 XLSX 后，在页面 数据 → 导入 上传；先看核对报告，确认后才会保存。",
)
_OWN: dict[ImportKind, tuple[str, ...]] = {
    ImportKind.OBSERVATIONS: ("每个地区、每个年份、每个指标只填一行；全市合计由系统计算，不必填。",),
    ImportKind.BENCHMARK: ("只填对照地区的数字，用来与本市比较；指标与本市各县所用的相同。",),
    ImportKind.FACILITIES: ("位置填经纬度；没有经纬度的填所在乡镇，系统放在乡镇驻地并标为近似。",),
    ImportKind.SETTLEMENTS: ("一个村庄或社区一行；位置填经纬度，没有的填所在乡镇。",),
    ImportKind.TOWNSHIPS: (
        "这是乡镇代码和名称的清单，用来在 GIS 软件里与正式界线的属性表连接。",
        "导入要用界线文件（GeoPackage、Shapefile、GeoJSON），每个乡镇一个面，带「编号」一列。",
        "也可以下载界线模板（GeoPackage），在其中替换示意界线。",
    ),
}
_WIDE_NOTES = (
    "一行一个地区一个年份，一列一个指标；在黄色表头里选指标（单位），不用的列空着即可。",
    "下载时已列出各县（市、区）；其他年份把这几行复制到下面，改年份。",
)


class ServedFile(NamedTuple):
    """A file to hand to a reader: its name, content and MIME type."""

    name: str
    content: bytes
    mimetype: str


def template_file(kind: ImportKind, context: FormContext, layout: FormLayout | None = None) -> ServedFile:
    """The template of a kind with a Chinese file name."""
    chosen = layout or LAYOUTS[kind][0]
    return served(f"{form_name(kind, context, chosen)}-模板", template(kind, context, chosen), chosen)


def served(stem: str, content: bytes, layout: FormLayout) -> ServedFile:
    """A form as a file, by the type its layout has."""
    if layout is FormLayout.MAP:
        return ServedFile(f"{stem}.gpkg", content, GPKG_TYPE)
    return ServedFile(f"{stem}.xlsx", content, XLSX_TYPE)


def form_name(kind: ImportKind, context: FormContext, layout: FormLayout) -> str:
    """What a form is called: the region, the kind, and the layout where a kind has several."""
    special = {FormLayout.WIDE: "（宽表）", FormLayout.LIST: "（代码清单）"}.get(layout, "")
    return f"{context.geography.region.name}-{IMPORT_KIND_NAMES[kind]}{special}"


def template(kind: ImportKind, context: FormContext, layout: FormLayout | None = None) -> bytes:
    """An empty form. XLSX, or GeoPackage for ``Layout.MAP``: the townships' present cells, or no road yet."""
    match layout or LAYOUTS[kind][0]:
        case FormLayout.MAP:
            return write_geopackage(kind, IMPORT_KIND_NAMES[kind], FORMS[kind], _drawn(kind, context))
        case FormLayout.WIDE:
            return _wide(kind, context)
        case FormLayout.LIST:
            return book(kind, context, _township_rows(context))
    return book(kind, context, [])


def book(kind: ImportKind, context: FormContext, rows: Iterable[Sequence[Value]], notes: Sequence[str] = ()) -> bytes:
    """The workbook of a kind's form with ``rows`` filled in, one value a column of ``FORMS[kind]``."""
    columns = FORMS[kind]
    instructions = [*notes, _CELLS, *_OWN.get(kind, ()), *_COMMON]
    title = f"{form_name(kind, context, FormLayout.LONG)}-填写说明"
    return write_form_workbook(title, columns, rows, lists_of(kind, context, columns), instructions)


def lists_of(kind: ImportKind, context: FormContext, columns: Sequence[FormColumn]) -> ChoiceTables:
    """The lists that the columns pick from."""
    picks = dict.fromkeys(column.pick for column in columns if column.pick)
    return {pick: context.table(pick, kind) for pick in picks}


def wide_book(
    kind: ImportKind,
    context: FormContext,
    headings: Sequence[str],
    rows: Iterable[tuple[Mapping[ColumnRole, Value], Sequence[Value]]],
    notes: Sequence[str] = (),
) -> bytes:
    """The workbook of the wide form: ``headings`` of figures, and rows of what comes before them and the figures."""
    blanks = [""] * (WIDE_FIGURES - len(headings))
    columns = [*WIDE, *(replace(_FIGURE, heading=heading) for heading in [*headings, *blanks])]
    cells = ([*(place.get(column.role) for column in WIDE), *figures] for place, figures in rows)
    title = f"{form_name(kind, context, FormLayout.WIDE)}-填写说明"
    return write_form_workbook(
        title, columns, cells, lists_of(kind, context, columns), [*notes, *_WIDE_NOTES, *_COMMON]
    )


def _wide(kind: ImportKind, context: FormContext) -> bytes:
    counts = {key: own for key, own in context.fillable(kind).items() if key in context.variables and own.unit != "%"}
    headings = [context.wide_heading(key, own.unit) for key, own in list(counts.items())[:_PRESET]]
    counties = context.geography.region.counties
    rows: list[tuple[dict[ColumnRole, Value], list[Value]]] = [
        ({ColumnRole.AREA_CODE: county.adcode, ColumnRole.AREA_NAME: county.name}, []) for county in counties
    ]
    return wide_book(kind, context, headings, rows)


def _township_rows(context: FormContext) -> list[list[Value]]:
    names = context.geography.townships["name"]
    return [[str(code), str(name), None] for code, name in names.items()]


def _drawn(kind: ImportKind, context: FormContext) -> gpd.GeoDataFrame:
    townships = context.geography.townships
    if kind is ImportKind.TOWNSHIPS:
        named = townships.rename_axis(index="code").reset_index()[["code", "name", "geometry"]]
        return named.assign(source=SCHEMATIC_SOURCE)
    return gpd.GeoDataFrame(
        {column: [] for column in ("code", "name", "road_class", "source")}, geometry=[], crs=townships.crs
    )
