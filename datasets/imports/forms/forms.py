"""The forms in which figures and places come in and go out: one column after another, for every kind of file.

Templates, examples and exports all have these columns, so what was exported can be edited and imported again. The
headings are among those that ``guessing`` knows.
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
