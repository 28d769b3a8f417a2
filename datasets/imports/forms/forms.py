"""The forms in which figures and places come in and go out: one column after another, for every kind of file.

Templates, examples and exports all have these columns, so what was exported can be edited and imported again. The
headings are among those that ``columns.heading_words`` knows.
"""

from dataclasses import dataclass
from enum import StrEnum

from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind
from indicators.definition import ValueKind

FILLED, NOTES, LISTS = "填写", "说明", "选项"  # the sheets of a workbook

IMPORT_KIND_NAMES = {
    ImportKind.OBSERVATIONS: "统计数据",
    ImportKind.BENCHMARK: "对照数据",
    ImportKind.FACILITIES: "设施",
    ImportKind.SETTLEMENTS: "居民点与人口",
    ImportKind.TOWNSHIPS: "乡镇界线",
    ImportKind.ROADS: "道路",
}
FIGURE_KIND_NAMES = {
    ValueKind.PUBLISHED: "公布",
    ValueKind.TRANSCRIBED: "转录",
    ValueKind.SECONDARY: "转引",
    ValueKind.COMPUTED: "计算",
    ValueKind.ESTIMATED: "估计",
    ValueKind.DEMONSTRATION: "演示",
}
FIGURE_KIND_MEANINGS = {
    ValueKind.PUBLISHED: "统计公报等原始出处公布的数字",
    ValueKind.TRANSCRIBED: "从年鉴等出版物转录，未见原书核对",
    ValueKind.SECONDARY: "第三方引用的数字，未见原始出处",
    ValueKind.COMPUTED: "由公布的数字按公式算出",
    ValueKind.ESTIMATED: "在假设下推估，不是统计数字",
    ValueKind.DEMONSTRATION: "虚构，仅供演示",
}
YES = "是"


class FormLayout(StrEnum):
    """How a form is laid out. ``LIST`` is a workbook of codes and names to join to polygons drawn elsewhere."""

    LONG = "long"
    WIDE = "wide"
    MAP = "map"
    LIST = "list"


LAYOUTS: dict[ImportKind, tuple[FormLayout, ...]] = {
    ImportKind.OBSERVATIONS: (FormLayout.LONG, FormLayout.WIDE),
    ImportKind.BENCHMARK: (FormLayout.LONG,),
    ImportKind.FACILITIES: (FormLayout.LONG,),
    ImportKind.SETTLEMENTS: (FormLayout.LONG,),
    ImportKind.TOWNSHIPS: (FormLayout.MAP, FormLayout.LIST),
    ImportKind.ROADS: (FormLayout.MAP,),
}


class ChoiceList(StrEnum):
    """A list of the sheet 选项 that a column is filled from."""

    AREAS = "areas"
    TOWNSHIPS = "townships"
    VARIABLES = "variables"
    WIDE_HEADINGS = "wide_headings"
    UNITS = "units"
    FIGURE_KINDS = "figure_kinds"
    FACILITY_TYPES = "facility_types"
    ROAD_CLASSES = "road_classes"
    YES = "yes"


class CellContent(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    DEGREES = "degrees"


@dataclass(frozen=True)
class FormColumn:
    """A column of a form: what it is used for, its heading and what the instructions say about it.

    ``width`` is in digits of the standard font. A cell outside the list ``pick`` is refused where ``strict``.
    """

    role: ColumnRole
    heading: str
    width: int
    meaning: str
    example: str
    required: bool = False
    content: CellContent = CellContent.TEXT
    pick: ChoiceList | None = None
    strict: bool = False


_AREA_CODE = FormColumn(
    ColumnRole.AREA_CODE, "区划代码", 13, "六位县级代码或九位、十二位乡镇代码；与「地区」填一项即可", "见「选项」"
)
_PLACE_CODE = FormColumn(
    ColumnRole.AREA_CODE, "区划代码", 13, "所在乡镇的代码，可不填：有经纬度时由位置得出", "见「选项」"
)
_AREA = FormColumn(
    *(ColumnRole.AREA_NAME, "地区", 18, "从下拉列表选，或填全称、简称；可用当年的旧名", "某某县"), pick=ChoiceList.AREAS
)
_YEAR = FormColumn(
    *(ColumnRole.YEAR, "年份", 8, "数字所属的年份，四位数字", "2016"), required=True, content=CellContent.YEAR
)
_VARIABLE = FormColumn(
    *(ColumnRole.VARIABLE, "指标", 38, "从下拉列表选；单位和口径见「选项」", "常住人口"),
    required=True,
    pick=ChoiceList.VARIABLES,
    strict=True,
)
_VALUE = FormColumn(
    *(ColumnRole.VALUE, "数值", 14, "只填数字；没有数据就留空，不要填 0", "123456"),
    required=True,
    content=CellContent.NUMBER,
)
_UNIT = FormColumn(
    *(ColumnRole.UNIT, "单位", 11, "该指标可用的单位见「选项」，例如人或万人", "人"),
    required=True,
    pick=ChoiceList.UNITS,
)
_FIGURE_KIND = FormColumn(
    *(ColumnRole.KIND, "数据性质", 11, "公布、转录、转引、计算、估计或演示，含义见「选项」", "公布"),
    required=True,
    pick=ChoiceList.FIGURE_KINDS,
    strict=True,
)
_SOURCE = FormColumn(
    ColumnRole.SOURCE, "来源", 42, "出处：书名、年份、页码或文号", "某某统计年鉴2017，第35页", required=True
)
_NOTE = FormColumn(ColumnRole.NOTE, "备注", 30, "可不填", "")
_CODE = FormColumn(
    ColumnRole.CODE, "编号", 14, "本单位自己的编号，每行不同；再次导入时按它认出同一行", "A-001", required=True
)
_TYPE = FormColumn(
    *(ColumnRole.TYPE, "类型", 16, "从下拉列表选", "小学"), required=True, pick=ChoiceList.FACILITY_TYPES, strict=True
)
_NAME = FormColumn(ColumnRole.NAME, "名称", 30, "全称", "某某小学", required=True)
_PLACE = FormColumn(
    *(ColumnRole.PLACE, "所在乡镇", 20, "没有经纬度时必填：按乡镇驻地定位，并标为近似", "某某镇"),
    pick=ChoiceList.TOWNSHIPS,
)
_LONGITUDE = FormColumn(
    *(ColumnRole.LONGITUDE, "经度", 14, "十进制度；坐标系在导入时选", "113.05"), content=CellContent.DEGREES
)
_LATITUDE = FormColumn(
    *(ColumnRole.LATITUDE, "纬度", 14, "十进制度；坐标系在导入时选", "23.70"), content=CellContent.DEGREES
)
_CAPACITY = FormColumn(
    *(ColumnRole.CAPACITY, "规模", 10, "床位、学位、座位等数，可不填", "600"), content=CellContent.NUMBER
)
_GRADE = FormColumn(ColumnRole.GRADE, "等级", 12, "例如二级甲等，可不填", "")
_OPENED = FormColumn(ColumnRole.OPENED, "启用年份", 10, "四位数字，可不填", "1998", content=CellContent.YEAR)
_CLOSED = FormColumn(ColumnRole.CLOSED, "停用年份", 10, "仍在使用就留空", "", content=CellContent.YEAR)
_POPULATION = FormColumn(
    *(ColumnRole.POPULATION, "人口", 12, "居住人数", "850"), required=True, content=CellContent.NUMBER
)
_APPROXIMATE = FormColumn(
    *(ColumnRole.APPROXIMATE, "位置近似", 10, "位置不准（例如只定到乡镇驻地）填「是」，否则留空", ""),
    pick=ChoiceList.YES,
    strict=True,
)
_ROAD_CLASS = FormColumn(
    *(ColumnRole.ROAD_CLASS, "道路等级", 14, "见下列等级", "县道"),
    required=True,
    pick=ChoiceList.ROAD_CLASSES,
    strict=True,
)

_FIGURES = (_AREA_CODE, _AREA, _YEAR, _VARIABLE, _VALUE, _UNIT, _FIGURE_KIND, _SOURCE, _NOTE)
_POINT = (_PLACE_CODE, _PLACE, _LONGITUDE, _LATITUDE)

FORMS: dict[ImportKind, tuple[FormColumn, ...]] = {
    ImportKind.OBSERVATIONS: _FIGURES,
    ImportKind.BENCHMARK: _FIGURES,
    ImportKind.FACILITIES: (
        *(_CODE, _TYPE, _NAME, *_POINT, _CAPACITY, _GRADE, _OPENED, _CLOSED, _APPROXIMATE, _SOURCE, _NOTE),
    ),
    ImportKind.SETTLEMENTS: (_CODE, _NAME, *_POINT, _POPULATION, _APPROXIMATE, _SOURCE, _NOTE),
    ImportKind.TOWNSHIPS: (_CODE, _NAME, _SOURCE),
    ImportKind.ROADS: (_CODE, _NAME, _ROAD_CLASS, _SOURCE),
}
WIDE = (_AREA_CODE, _AREA, _YEAR, _FIGURE_KIND, _SOURCE)  # before the columns of figures
WIDE_FIGURES = 12  # columns of figures in the wide form
FIGURE = FormColumn(
    *(ColumnRole.VALUE, "", 18, "黄色表头里选指标和单位，下面只填数字；没有数据就留空，不要填 0", "常住人口（人）"),
    content=CellContent.NUMBER,
    pick=ChoiceList.WIDE_HEADINGS,
)

# What the instructions of a workbook say.
LONG_NOTE = "一行一条，从第 2 行填起；表头不要改名，列的顺序可以变，不用的列可以删。"
COMMON_NOTES = (
    f"在「{FILLED}」表里填写，「{LISTS}」表供查对，不会被导入。",
    "蓝色表头的列必填。有下拉列表的列，点单元格右侧的箭头选择。",
    "只填数字和文字，不要用公式；从别的表复制时用“选择性粘贴 → 数值”。",
    "保存为 XLSX 后，在页面 数据 → 导入 上传；先看核对报告，确认后才会保存。",
)
NOTES_OF_KIND: dict[ImportKind, tuple[str, ...]] = {
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
WIDE_NOTES = (
    "一行一个地区一个年份，一列一个指标；在黄色表头里选指标（单位），不用的列空着即可。",
    "下载时已列出各县（市、区）；其他年份把这几行复制到下面，改年份。",
)
