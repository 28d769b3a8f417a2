"""The words on charts for paper, where no pointer tells more."""

from indicators.definition import Direction, Indicator
from indicators.progress import Status
from layouts.words.common import MISSING, NO, STATUSES, YES, number

RANKING, TREND, GAP, WATERFALL, HEAT, SPINE = "排名", "走势", "南北差距", "缺口构成", "各县目标状态", "县域位置"
STATUS_SIGNS = {  # where a cell has no room for the status in full
    Status.REACHED: "达",
    Status.ON_TRACK: "进",
    Status.BEHIND: "落",
    Status.MISSED: "未",
    Status.NO_DATA: "无",
    Status.NOT_DUE: "待",
}
NO_TARGETS = "没有符合条件的目标"
NO_VALUES = "该年没有数据"
YEAR_WITHOUT_DATA = "该年没有任何县的数据，不下结论"
SUBJECT = "目标"
_MOST_DIGITS = 9
_ORDERS = {
    Direction.HIGHER: "由高到低排列，越高越好",
    Direction.LOWER: "由低到高排列，越低越好",
    Direction.NEUTRAL: "由高到低排列，不评价高低",
}


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
        return MISSING
    return (YES if value >= 0.5 else NO) if yes_no else full_number(value, decimals)


def level_text(value: float | None, decimals: int, yes_no: bool) -> str:
    """A group's level without its unit; of a state the share of counties that have it."""
    if value is None:
        return MISSING
    return f"{value:.0%}的县" if yes_no else number(value, decimals)


def order_text(indicator: Indicator) -> str:
    """How the areas of a ranking are ordered."""
    if indicator.rare_events:
        return "事件极少，偶然起伏很大：按地图次序列出，不排名"
    return "是非类指标，不排名" if indicator.yes_no else _ORDERS[indicator.direction]


def headline(title: str, detail: str) -> str:
    """The verdict on a gap in one sentence."""
    return f"{title}：{detail}。"


def single_year(year: int) -> str:
    """Why there are points but no lines."""
    return f"只有{year}年的数据，不成趋势"


def without_values(names: list[str]) -> str:
    """Who has no value in any year."""
    return f"{'、'.join(names)}：{MISSING}"


def group_mean(group: str) -> str:
    """The line of a group."""
    return f"{group}县均值（缺任何一县则断开）"


def year_mark(year: int) -> str:
    """The year that a trend marks."""
    return f"{year}年"


def continued(domain: str) -> str:
    """A domain that goes on in the next column."""
    return f"{domain}（续）"


def signs_text() -> str:
    """What the signs in narrow cells stand for."""
    return "　".join(f"{sign}＝{STATUSES[status]}" for status, sign in STATUS_SIGNS.items())
