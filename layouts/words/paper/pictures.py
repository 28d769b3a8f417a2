"""The words on a picture of a map."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from datasets.city.city import Dataset
from geodata.geography import Geography
from geodata.region import Level, Region
from indicators.classes import ClassScheme
from indicators.definition import Indicator, ValueKind
from layouts.words.common import break_text, legend_head, map_credits, sources_text
from layouts.words.small_counts import TOO_FEW
from locales import say

WATERMARK = "演示数据 · 非真实统计"
NORTH = "北"
FACILITIES = "设施（当年在用）"
HOLLOW = "空心：位置近似（乡镇驻地）"
_BLANK = "＿＿＿＿＿＿"  # applied for by the publisher, picture by picture: never made up here
BY_ORDER = "分级（各图断点见图题）"
STATES = "是否达到"
_MOST_NAMED = 2  # years or indicators that a title can name one by one

# With values put in
YEAR_TEXT = "{year}年"
REDRAWN_MARK = "※"  # beside the name of a county whose border was drawn anew


def map_title(indicator: Indicator, year: int) -> str:
    """What one map shows."""
    return f"{indicator.name}（{indicator.unit}），{year}年"


def legend_title(indicator: Indicator, scheme: ClassScheme) -> str:
    """What the classes of a legend are of, in which unit, and which way is better."""
    head = legend_head(indicator, scheme).removeprefix(f"{indicator.unit}，")
    return f"{indicator.name}（{indicator.unit}）" + (f"：{head}" if head else "")


def head_families(legend: str, betters: Sequence[str]) -> str:
    """The head of a legend of classes in their order: which way is better, by the families of colours from the left."""
    if legend != BY_ORDER or not any(betters):
        return legend
    return f"{legend}；数值{betters[0]}" if len(betters) == 1 else f"{legend}；色块自左：{'、'.join(betters)}"


def title(place: str, shown: list[tuple[Indicator, int]]) -> str:
    """The title of the whole picture; an indicator shown in several years is named once."""
    years: dict[str, list[int]] = {}
    for indicator, year in shown:
        years.setdefault(f"{indicator.name}（{indicator.unit}）", []).append(year)
    parts = [f"{name}，{_years_text(of)}" for name, of in years.items()]
    if len(parts) > _MOST_NAMED:
        return f"{place}　{len(parts)}项指标，{_years_text([year for _, year in shown])}"
    return f"{place}　{' 与 '.join(parts)}"


def domain_title(place: str, domain: str, year: int) -> str:
    """The title of a sheet with the indicators of one domain."""
    return f"{place}　{domain}各项指标，{year}年"


def title_with_breaks(indicator: Indicator, breaks: Iterable[float], only_small: bool) -> str:
    """The title of one map among others that share a legend of classes in their order.

    ``only_small`` where every value that is known rests on too few events.
    """
    break_texts = " / ".join(break_text(value) for value in breaks)
    below = TOO_FEW if only_small else f"断点 {break_texts}" if break_texts else "各地相同"
    return f"{indicator.name}（{indicator.unit}）\n{below}"


def class_orders(n_classes: int) -> tuple[str, ...]:
    """Classes named by their order, the lowest first."""
    ends = {1: "第1级（数值最低）", n_classes: f"第{n_classes}级（数值最高）"}
    return tuple(ends.get(number, f"第{number}级") for number in range(1, n_classes + 1))


def _years_text(years: list[int]) -> str:
    distinct = sorted(set(years), key=years.index)
    if len(distinct) > _MOST_NAMED:
        return f"{min(distinct)}—{max(distinct)}年"
    return "与".join(f"{year}年" for year in distinct)


def subtitle(region: Region, level: Level, schematic: bool) -> str:
    """The level, the two groups, and what the borders are."""
    groups = "；".join(
        f"{group.name}：{'、'.join(county.short_name for county in region.counties if county.group == key)}"
        for key, group in region.every_group.items()
        if region.is_grouped
    )
    return "　".join(
        filter(None, [say("common-levels", level=level), groups, say("common-schematic") if schematic else ""])
    )


@dataclass(frozen=True)
class Attribution:
    """What a picture says of its making, beside the data: the day, the unit that made it, and its approval number.

    ``site`` is the address of the atlas, to which a page's link is added; empty for none.
    """

    today: date
    maker: str = ""
    approval: str = ""
    site: str = ""

    def link(self, path: str, query: Mapping[str, str]) -> str:
        """The address of the page that shows the same; empty without a site."""
        return f"{self.site}{path}?{urlencode(query)}" if self.site else ""


def notes(
    sources: Iterable[str], kinds: Iterable[ValueKind], noted: Iterable[str], indicators: Iterable[Indicator]
) -> list[str]:
    """The lines below a picture: sources with kinds and notes of its figures, definitions, and caveats if any."""
    distinct = list(dict.fromkeys(indicators))
    caveats = "　".join(indicator.caveat for indicator in distinct if indicator.caveat)
    lines = [sources_text(sources, kinds, noted), f"定义：{'　'.join(indicator.definition for indicator in distinct)}"]
    return [*lines, f"说明：{caveats}"] if caveats else lines


def attribution_notes(
    dataset: Dataset, attribution: Attribution, link: str = "", on_map: Geography | None = None
) -> list[str]:
    """The last lines of every picture; only one on a map has an approval number and credits for its borders."""
    parts = [
        f"数据集：{dataset.name}（版本 {dataset.version}）",
        f"制图日期：{attribution.today.isoformat()}",
        f"制图单位：{attribution.maker}" if attribution.maker else "",
    ]
    if on_map:
        parts.append(f"审图号：{attribution.approval or _BLANK}")
        parts.append(map_credits(on_map.map_source, on_map.region.townships_source))
    return ["　".join(part for part in parts if part), *([f"页面：{link}"] if link else [])]


def count(areas: int) -> str:
    """How many areas a class holds."""
    return f"{areas}个"


def kilometres(length: float) -> str:
    """The scale bar's length."""
    return f"{length:g} 公里"


def file_name(*parts: str | int) -> str:
    """A name that says what is in the file, without its ending: signs that file systems forbid are replaced."""
    return "_".join(re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', "-", str(part)).strip(" .") for part in parts)
