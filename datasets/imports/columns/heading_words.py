"""Headings that offices use for columns other than figures, by the role of the column."""

from datasets.imports.cells.cell_values import compact
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind

_AREA_CODE = (
    "区划代码|行政区划代码|地区代码|区域代码|县区代码|区县代码|乡镇代码|统计用区划代码|行政区划编码|"
    "areacode|area_code|adcode"
)
_AREA = (
    "地区|区域|县区|区县|市县|县市区|县(市、区)|县(市区)|县市|市(县、区)|行政区|行政区划|地区名称|区划名称|乡镇|镇街|"
    "乡镇(街道)|乡镇街道|单位名称|各县(市、区)|街道|乡镇名称|区县名称|县区名称|area|areaname|area_name|region"
)
_YEAR = "年份|年度|年|统计年度|统计年份|数据年份|year|日期|统计日期|时间|统计时间|时期|date|period|time"
_COUNTIES = "县区|区县|市县|县市区|县(市、区)|县(市区)|县市|市(县、区)|各县(市、区)|区县名称|县区名称|行政区"
_PARENT = (
    "省|省份|省名|省级|所属省|省(自治区、直辖市)|城市|地市|地级市|市州|所属市|所在市|市|市级|地级|所属省份|省市|"
    "province|city|prefecture|pname|cityname"
)
_SOURCE = "来源|资料来源|数据来源|出处|source"
_NOTE = "备注|说明|注|注释|附注|note|notes|remarks"
_TYPE = "类型|设施类型|类别|机构类型|设施类别|type|category"
_LONGITUDE = "经度|东经|经度(°)|经度(度)|lon|lng|long|longitude|x|x坐标"
_COORDINATES = (
    "经纬度|坐标|坐标点|点坐标|地理坐标|经纬度坐标|位置坐标|中心点|中心点坐标|经度,纬度|纬度,经度|location|lnglat|lonlat|"
    "latlng|latlon|lng,lat|lon,lat|lat,lng|lat,lon|longitude,latitude|latitude,longitude|coordinates|coordinate|coord|"
    "position|point|geolocation|latitudelongitude|wkt|geometry|the_geom|center"
)
_LATITUDE = "纬度|北纬|纬度(°)|纬度(度)|lat|latitude|y|y坐标"
_PLACE = "所在乡镇|所属乡镇|所在村|所在乡镇(街道)|乡镇|乡镇街道|乡镇(街道)|镇街|所在地|位置|place"
_APPROXIMATE = "位置近似|近似|是否近似|近似位置|approximate"
NEITHER = ("序号", "排名", "位次", "名次", "顺序号", "no.", "no", "#")
_FIGURES = {
    ColumnRole.AREA_CODE: f"{_AREA_CODE}|代码|编码|code",
    ColumnRole.AREA_NAME: f"{_AREA}|名称|name",
    ColumnRole.PARENT: f"{_PARENT}|所属县区|所属县|所在县区|所在县|上级地区|所属地区",
    ColumnRole.YEAR: _YEAR,
    ColumnRole.VARIABLE: "指标|指标名称|统计指标|项目|变量|指标项|variable|indicator",
    ColumnRole.VALUE: "数值|指标值|统计值|值|数据|数量|数字|value",
    ColumnRole.UNIT: "单位|计量单位|数据单位|unit",
    ColumnRole.KIND: "数据性质|性质|kind",
    ColumnRole.SOURCE: _SOURCE,
    ColumnRole.NOTE: _NOTE,
}
_POINT = {
    ColumnRole.AREA_CODE: _AREA_CODE,
    ColumnRole.LONGITUDE: _LONGITUDE,
    ColumnRole.LATITUDE: _LATITUDE,
    ColumnRole.COORDINATES: _COORDINATES,
    ColumnRole.PLACE: _PLACE,
    ColumnRole.AREA_NAME: "地区|区域|县区|区县|市县|县市区|县(市、区)|所在县区|所属县区|所在县|所属县|所在县(市、区)|"
    "所属县(市、区)|行政区|区|县|adname|area|county|district",
    ColumnRole.PARENT: _PARENT,
    ColumnRole.APPROXIMATE: _APPROXIMATE,
    ColumnRole.SOURCE: _SOURCE,
    ColumnRole.NOTE: _NOTE,
}
_CODE = "编号|编码|代码|机构代码|组织机构代码|统一社会信用代码|设施编号|poi编号|code|id|uid|osm_id|@id|full_id"
_OWN_CODES = "编号|编码|代码|区划代码|乡镇代码|行政区划代码|统计用区划代码|地区代码|code|adcode|xzdm|xzqdm"
_WORDS: dict[ImportKind, dict[ColumnRole, str]] = {
    ImportKind.OBSERVATIONS: _FIGURES,
    ImportKind.BENCHMARK: _FIGURES,
    ImportKind.FACILITIES: _POINT
    | {
        ColumnRole.CODE: _CODE,
        ColumnRole.NAME: "名称|设施名称|机构名称|单位名称|学校名称|医院名称|单位|name",
        ColumnRole.TYPE: _TYPE,
        ColumnRole.CAPACITY: "规模|容量|床位|床位数|编制床位|编制床位数|实有床位|实有床位数|学位|学位数|座位|座位数|"
        "在校生|在校生数|在校学生数|在校人数|在园幼儿数|在园人数|beds|students|capacity",
        ColumnRole.GRADE: "等级|级别|机构等级|grade",
        ColumnRole.OPENED: "启用年份|启用时间|开办年份|成立年份|建成年份|开业年份|opened",
        ColumnRole.CLOSED: "停用年份|停用时间|撤销年份|关闭年份|停办年份|closed",
    },
    ImportKind.SETTLEMENTS: _POINT
    | {
        ColumnRole.CODE: _CODE,
        ColumnRole.NAME: "名称|居民点|居民点名称|村名|村庄|村庄名称|自然村|自然村名称|name",
        ColumnRole.POPULATION: "常住人口|常住人口数|现住人口|居住人数|人口|人口数|总人口|人口总数|population|户籍人口|"
        "户籍人口数|在册人口",
    },
    ImportKind.TOWNSHIPS: {
        ColumnRole.CODE: _OWN_CODES,
        ColumnRole.NAME: "名称|乡镇|乡镇名称|镇街|地区|行政区名称|xzmc|xzqmc|name",
        ColumnRole.SOURCE: _SOURCE,
        ColumnRole.NOTE: _NOTE,
    },
    ImportKind.ROADS: {
        ColumnRole.CODE: f"{_CODE}|道路编号|路线编号|路线编码|ref",
        ColumnRole.NAME: "名称|道路名称|路线名称|路名|name",
        ColumnRole.STATE: "建设状态|状态|建设情况|建设性质|通车情况|是否通车|使用状态|现状|道路状态|status|state|stage",
        ColumnRole.ROAD_CLASS: "道路等级|公路等级|技术等级|行政等级|等级|road_class|highway|fclass",
        ColumnRole.SOURCE: _SOURCE,
        ColumnRole.NOTE: _NOTE,
    },
}
ROLES: dict[ImportKind, dict[str, ColumnRole]] = {
    kind: {compact(word): role for role, words in by_role.items() for word in words.split("|")}
    | dict.fromkeys(NEITHER, ColumnRole.IGNORED)
    for kind, by_role in _WORDS.items()
}
LONGITUDE_WORDS = frozenset(map(compact, _LONGITUDE.split("|")))
LATITUDE_WORDS = frozenset(map(compact, _LATITUDE.split("|")))
COORDINATE_WORDS = frozenset(map(compact, _COORDINATES.split("|")))
# Headings that may mean a facility's type, the likeliest first; the content of the columns decides.
TYPE_LEVELS = ("大类", "中类", "小类")
TYPE_WORDS = (
    *_TYPE.split("|"),
    *(
        "小类",
        "中类",
        "办学类型",
        "学校类型",
        "学校类别",
        "办学层次",
        "医院类型",
        "机构性质",
        "标签类型",
        "标签",
        "分类",
        "种类",
    ),
    *("tag", "std_tag", "detail_info.tag", "category", "fclass", "lx", "amenity", "healthcare", "leisure", "tourism"),
    *("public_transport", "highway", "railway", "office", "building", "大类", "folder"),
)
# Of several columns of people, residents go before registered people.
# A column 年份 goes before a date, and a township's name before its county's.
_YEARS_IN_ORDER = tuple(map(compact, _YEAR.split("|")))
COUNTY_WORDS = frozenset(map(compact, f"{_COUNTIES}|地区|区域|地区名称".split("|")))
TOWNSHIP_WORDS = frozenset(map(compact, ["乡镇", "镇街", "乡镇(街道)", "乡镇街道", "乡镇名称", "街道"]))
POPULATION_WORDS = tuple(map(compact, _WORDS[ImportKind.SETTLEMENTS][ColumnRole.POPULATION].split("|")))


def heading_rank(key: str) -> int:
    """Rank how likely a heading is the one meant for its role: lower is likelier."""
    ranked = next((words.index(key) for words in (POPULATION_WORDS, _YEARS_IN_ORDER) if key in words), 0)
    return 1 if key in COUNTY_WORDS else ranked


YEAR_WORDS = frozenset(map(compact, _YEAR.split("|")))
