"""The words on charts for paper."""

from indicators.definition import Direction, Indicator
from indicators.policy.progress import Status
from layouts.words.common import number
from layouts.words.small_counts import SMALL
from locales import say

RANKING, VALUES, TREND, WATERFALL, HEAT, SPINE = "排名", "各地数值", "走势", "缺口构成", "各县目标状态", "县域位置"
STATES, STATES_KEY = "历年状态", "● 是　○ 否　空白：暂无数据"
STATUS_SIGNS = {  # where a cell has no room for the status in full
    Status.REACHED: "达",
    Status.ON_TRACK: "进",
    Status.BEHIND: "缓",
    Status.MISSED: "逾",
    Status.CANNOT_TELL: "？",
    Status.TOO_FEW: "少",
    Status.NO_DATA: "缺",
    Status.NOT_DUE: "待",
}
NO_TARGETS = "没有符合条件的目标"
COUNTY_ROW, WHOLE_ROW = "各县", "全地区"  # of the chart of a region that is compared as a whole
YEAR_WITHOUT_DATA = "该年没有任何县的数据，不下结论"
SUBJECT = "目标"
_MOST_DIGITS = 15
_ORDERS = {
    Direction.HIGHER: "由高到低排列，越高越好",
    Direction.LOWER: "由低到高排列，越低越好",
    Direction.NEUTRAL: "由高到低排列，不评价高低",
}

# With values put in
LINE_TEXT = "80%线 {line:.0%}的县"
HEAT_TITLE = "{place}　政策目标完成状态，截至{year}年"
SPINE_TITLE = "{county}　在全市各县中的位置，{year}年"
REDRAWN_GROUPS = "两次普查之间有成员区划有变，前后不是同一地方，不与变动以前比较。"
REDRAWN = "线断开处：两次普查之间区划有变，前后不是同一地方"


def full_number(value: float, decimals: int) -> str:
    """A rounded value with ``decimals``, or with more where it has more: those that keep it in its class."""
    return next(
        text
        for digits in range(decimals, _MOST_DIGITS + 1)
        if float((text := number(value, digits)).replace(",", "")) == value or digits == _MOST_DIGITS
    )


def value_text(value: float | None, decimals: int, yes_no: bool) -> str:
    """An area's value without its unit; a state as yes or no."""
    if value is None:
        return say("common-missing")
    return (say("common-yes") if value >= 0.5 else say("common-no")) if yes_no else full_number(value, decimals)


def level_text(value: float | None, decimals: int, yes_no: bool) -> str:
    """A group's level without its unit; of a state the share of counties that have it."""
    if value is None:
        return say("common-missing")
    return f"{value:.0%}的县" if yes_no else number(value, decimals)


def unit_text(unit: str) -> str:
    """The unit beside an axis."""
    return f"单位：{unit}"


def order_text(indicator: Indicator, firm: int, small: int) -> str:
    """How the areas of a ranking are ordered: ``firm`` have a rank, ``small`` rest on too few events for one."""
    if small and not firm:
        return f"{SMALL}，不排名：按地图次序列出"
    if indicator.yes_no:
        return "是非类指标，不排名"
    return _ORDERS[indicator.direction] + (f"；{SMALL}的{small}个不排名，列在后面" if small else "")


def headline(title: str, detail: str) -> str:
    """The verdict on a gap in one sentence."""
    return f"{title}：{detail}。"


def single_year(year: int) -> str:
    """Why there are points but no lines."""
    return f"只有{year}年的数据，不成趋势"


def without_values(names: list[str]) -> str:
    """Who has no value in any year."""
    return f"{'、'.join(names)}：{say('common-missing')}"


def group_mean(group: str) -> str:
    """The line of a group."""
    return f"{group}县均值（缺任何一县则断开）"


def continued(domain: str) -> str:
    """A domain that goes on in the next column."""
    return f"{domain}（续）"


def ranking_title(what: str, ranked: bool) -> str:
    """The title of a ranking; ``what`` names place, indicator and year."""
    return f"{what}{RANKING if ranked else VALUES}"


def trend_title(place: str, indicator: Indicator, years: list[int]) -> str:
    """The title of a trend."""
    span = f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年"
    return f"{place}　{indicator.name}（{indicator.unit}），{span}{TREND}"


def states_title(place: str, indicator: Indicator, years: list[int]) -> str:
    """What the picture of a state shows."""
    span = f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年"
    return f"{place}　{indicator.name}，{span}{STATES}"


def heat_subtitle(targets: int, filters: list[str]) -> str:
    """How many targets are shown, and what they were chosen by."""
    return f"{targets}项目标" + (f"　筛选：{'，'.join(filters)}" if filters else "")


def whole_gap_text(region: str, division: str) -> str:
    """Whose gap it is that stands beside the map of one division, and which points are the division's."""
    return f"这是{region}整体的比较，{division}各县为深色点"


def whole_classes_text(region: str) -> str:
    """What the classes on the map of one division are formed of."""
    return f"按{region}所有县分级"


def redrawn_text(year: int) -> str:
    """Why what stood in an earlier year is not set beside a verdict."""
    return f"；有成员区划有变，不与{year}年相比"
