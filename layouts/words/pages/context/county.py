"""The words of a county's place in the country, and of the counties most like it."""

from collections.abc import Mapping

from datasets.census.comparability import Comparability
from datasets.census.national import LikenessMeasure, Place, Summary
from indicators.definition import Direction, Indicator
from indicators.profile import SIMILAR_SHARE, CityComparison
from layouts.words.column_names import COMPARABILITY
from layouts.words.common import MISSING, number
from layouts.words.pages.county import value_text

PLACES = "在省内、全国的位次"
PLACE_COLUMNS = ("本县", "{province}位次", "全国位次", "同类县均值", "同类县范围")
ALIKE = "全国最相近的十个县（市、区）"
COUNTY, DISTANCE, WEIGHT, OWN, MEAN = "县（市、区）", "差异度", "权重", "本县", "十县均值"
ORDER, LOWEST, HIGHEST, CENSUS = "次序", "同类县最低", "同类县最高", "普查年份"
RESET = "恢复原权重"
WEIGHT_HINT = "0至100的数，0为不计入"
METHOD_TITLE = "怎样算相近"
METHOD = (
    "各项数值先按全国有数据的县级地区标准化（减去均值，除以标准差；常住人口和人口密度先取对数），"
    "再按权重求差的平方的加权平均并开方，得差异度；0为各项全同，越小越相近。取差异度最小的十个，不限省份。"
    "同类县均值是十县数值的简单平均，范围是其最低和最高值。"
)
MARKS = {
    CityComparison.BETTER: "优",
    CityComparison.SIMILAR: "近",
    CityComparison.WORSE: "逊",
    CityComparison.UNJUDGED: "—",
}
SOURCE = "资料来源：中国人口普查分县资料（2010、2020），leiii/census 转录，未核对原书；人口密度的面积量自底图。"
COMPARED = {
    CityComparison.BETTER: "优于同类县均值的",
    CityComparison.SIMILAR: "相近的",
    CityComparison.WORSE: "逊于的",
    CityComparison.UNJUDGED: "不评价",
}
ORDERS = {Direction.HIGHER: "", Direction.LOWER: "由低到高", Direction.NEUTRAL: "由高到低"}
_MARKS = COMPARABILITY | {Comparability.NONE: "2010年与2020年不可比"}
NO_PLACES = "位次只用于人口普查年份的普查指标；其他年份没有全国各县的数据"
NOTHING = "演示数据和普查没有的县不与全国比较"
NOT_RANKED = "分子太少，不排位"
NOTHING_ALIKE = "该县普查数据不全，找不出相近的县"


def places_scope(year: int) -> str:
    """What the places are of."""
    return f"{year}年人口普查各县级地区，1为最好（标明次序的除外）；居民特征和人员按常住地统计"


def alike_scope(census_year: int) -> str:
    """What likeness rests on."""
    return f"按{census_year}年人口普查"


def compared_text(counts: Mapping[CityComparison, int]) -> str:
    """How many figures are better than those of the counties alike, near them, or worse."""
    parts = "、".join(f"{COMPARED[verdict]}{count}项" for verdict, count in counts.items() if count)
    return f"{parts}（相差{SIMILAR_SHARE:.0%}以内为相近；描述性指标不评价）"


def place_text(place: Place | None) -> str:
    """A rank and of how many."""
    return f"{place.rank} / {number(place.of, 0)}" if place else NOT_RANKED


def place_hint(place: Place, direction: Direction) -> str:
    """The percentile in words."""
    if place.percentile is None:
        return ""
    better = "高于" if direction is Direction.NEUTRAL else "优于"
    return f"{better}{place.percentile:.0f}%的县级地区"


def mean_text(indicator: Indicator, alike: Summary | None) -> str:
    """The mean of the counties alike."""
    return value_text(indicator, alike.mean if alike else None)


def range_text(indicator: Indicator, alike: Summary | None) -> str:
    """The lowest and highest value of the counties alike."""
    if alike is None:
        return MISSING
    return f"{value_text(indicator, alike.low)}–{value_text(indicator, alike.high)}"


def measure_text(measure: LikenessMeasure, value: float | None) -> str:
    """A measure of likeness without its unit."""
    return MISSING if value is None else number(value, measure.decimals)


def mark_text(mark: Comparability | None) -> str:
    """What is to be said of a county's two years."""
    return f"{_MARKS[mark]}，两次普查之间不连线" if mark else ""
