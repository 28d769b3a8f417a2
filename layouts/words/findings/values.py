"""What the values of one year say: who is highest and lowest, and on which side the groups lie."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from geodata.region import Level
from indicators.definition import Direction, Indicator
from indicators.findings.extremes import Extremes, GroupEnd, Side
from layouts.words.charts import full_number
from layouts.words.common import list_areas
from layouts.words.small_counts import SMALL

NOUNS = {Level.COUNTY: "县", Level.TOWNSHIP: "乡镇"}
ESTIMATED = "含估计值"
_SIDES = {Side.HIGHEST: ("最高", "高于"), Side.LOWEST: ("最低", "低于")}
_MOST_NAMED = 3  # areas that share an end of the order
_ALIKE = 1.05  # times the lowest value: below it the ends are told as near each other


@dataclass(frozen=True)
class Named:
    """What is told of: an indicator, its areas' ``names`` by code (short ones), and what kind of area they are."""

    indicator: Indicator
    names: Mapping[str, str]
    noun: str = NOUNS[Level.COUNTY]
    estimated: bool = False

    def list_some(self, codes: Sequence[str]) -> str:
        """The names of areas; of more than a few the first, and how many there are."""
        names = [self.names[code] for code in codes]
        return "、".join(names) if len(names) <= _MOST_NAMED else f"{names[0]}等{len(names)}个{self.noun}"

    def amount(self, value: float) -> str:
        """A value as the map shows it, without its unit."""
        return full_number(value, self.indicator.decimals) + ("%" if self.indicator.unit == "%" else "")

    def quantity(self, value: float) -> str:
        """A value with its unit."""
        unit = self.indicator.unit
        return self.amount(value) if unit == "%" else f"{self.amount(value)} {unit}"

    def remarks(
        self, known: int, missing: Sequence[str] = (), small: Sequence[str] = (), redrawn: Sequence[str] = ()
    ) -> str:
        """Who is not told of beside the ``known`` areas, and that estimates are."""
        absent = f"其余{len(missing)}个{self.noun}" if len(missing) > known else self._list(missing)
        parts = [
            f"{absent}缺" if missing and known else "",
            f"{self._list(small)}{SMALL}，不比较" if small else "",
            f"{self._list(redrawn)}区划有变，不比较" if redrawn else "",
            ESTIMATED if self.estimated else "",
        ]
        told = "；".join(part for part in parts if part)
        return f"（{told}）" if told else ""

    def _list(self, codes: Sequence[str]) -> str:
        return list_areas(self.names[code] for code in codes)


def describe_ranking(found: Extremes | None, named: Named, small: Collection[str] = ()) -> str:
    """Who is first and last, and how far apart they are.

    ``small`` are areas on too few events: where there are no others it is said why nothing is compared.
    """
    if found is None or found.known == 1 or found.are_alike:
        return _describe_alike(found, named, small)
    of = f"{found.known}个{named.noun}中" if found.missing or found.small else ""
    return f"{of}{_describe_ends(found, named)}{named.remarks(found.known, found.missing, found.small)}"


def _describe_alike(found: Extremes | None, named: Named, small: Collection[str]) -> str:
    if found is None:
        return f"各{named.noun}{SMALL}，不作比较" if small else f"该年没有任何{named.noun}的数据"
    remarks, value = named.remarks(found.known, found.missing, found.small), named.quantity(found.top)
    if found.known > 1:
        return f"{found.known}个{named.noun}都是 {value}{remarks}"
    only = "只有" if found.missing or found.small else ""
    return f"{only}{named.names[found.highest[0]]}{'有数据：' if only else ' '}{value}{remarks}"


def _describe_ends(found: Extremes, named: Named) -> str:
    high, low = named.list_some(found.highest), named.list_some(found.lowest)
    highest, lowest = _end(high, found.highest, "最高"), _end(low, found.lowest, "最低")
    leads_low = named.indicator.direction is Direction.LOWER
    if found.ratio is None:
        apart = named.quantity(found.top - found.bottom) if named.indicator.unit != "%" else _points(found, named)
        return f"{lowest}，{highest}，相差 {apart}" if leads_low else f"{highest}，比最低的{low}高 {apart}"
    if found.ratio < _ALIKE:
        first, second = (lowest, highest) if leads_low else (highest, lowest)
        return f"{first}，{second}，相差不到 5%"
    times = f"{found.ratio:.1f}" if found.ratio < 10 else f"{found.ratio:,.0f}"
    return f"{lowest}，最高的{high}是其 {times} 倍" if leads_low else f"{highest}，是最低的{low}的 {times} 倍"


def _points(found: Extremes, named: Named) -> str:
    return f"{full_number(round(found.top - found.bottom, 10), named.indicator.decimals)} 个百分点"


def _end(names: str, codes: Sequence[str], end: str) -> str:
    return f"{names}{'并列' if len(codes) > 1 else ''}{end}"


def describe_map(
    found: Extremes | None, end: GroupEnd | None, named: Named, groups: Mapping[str, str], small: Collection[str] = ()
) -> str:
    """The range of the values, behind what one group holds of its ends; ``groups`` are the groups' names."""
    if found is None or found.known == 1 or found.are_alike:
        return _describe_alike(found, named, small)
    of = f"{found.known}个{named.noun}中" if found.missing or found.small else ""
    low, high = (
        f"{named.list_some(codes)} {named.amount(value)}{' 并列' if len(codes) > 1 else ' '}"
        for codes, value in ((found.lowest, found.bottom), (found.highest, found.top))
    )
    span = f"{low}最低，{high}最高"
    where = f"{_describe_group(end, named, groups)}；" if end else ""
    return f"{where}{of}{span}{named.remarks(found.known, found.missing, found.small)}"


def _describe_group(end: GroupEnd, named: Named, groups: Mapping[str, str]) -> str:
    side, beyond = _SIDES[end.side]
    other = next(name for key, name in groups.items() if key != end.group)
    if end.is_whole:
        return f"{groups[end.group]}{end.count}个{named.noun}都{beyond}{other}"
    return f"{side}的{end.count}个{named.noun}都在{groups[end.group]}"
