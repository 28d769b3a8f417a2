"""The words on a picture of a map."""

from datetime import date

from geodata.region import Level, Region
from indicators.definition import Indicator, Kind
from layouts.words.common import CREDITS, DEMO_RIBBON, KINDS, LEVELS, SCHEMATIC

WATERMARK = DEMO_RIBBON


def map_title(indicator: Indicator, year: int) -> str:
    """What one map shows."""
    return f"{indicator.name}（{indicator.unit}），{year}年"


def title(place: str, shown: list[tuple[Indicator, int]]) -> str:
    """The title of the whole picture; an indicator shown in two years is named once."""
    (first, year), *rest = shown
    if rest and rest[0][0] == first:
        return f"{place}　{map_title(first, year)}与{rest[0][1]}年"
    return f"{place}　{' 与 '.join(map_title(indicator, of) for indicator, of in shown)}"


def subtitle(region: Region, level: Level, schematic: bool) -> str:
    """The level, the two groups, and what the borders are."""
    groups = "；".join(
        f"{group.name}：{'、'.join(county.short_name for county in region.counties if county.group == key)}"
        for key, group in region.groups.items()
    )
    return "　".join([LEVELS[level], groups, *([SCHEMATIC] if schematic else [])])


def notes(sources: list[str], kinds: list[Kind], indicators: list[Indicator], dataset: str, today: date) -> list[str]:
    """Sources with the kinds of their figures, definitions and provenance below the map."""
    return [
        f"来源：{'；'.join(sources) or '—'}（{'、'.join(KINDS[kind] for kind in kinds)}）",
        f"定义：{'　'.join(indicator.definition for indicator in indicators)}",
        f"数据集：{dataset}　制图日期：{today.isoformat()}　{CREDITS}",
    ]


def file_name(region: str, indicator: Indicator, year: int, level: Level) -> str:
    """A name that says what is in the file."""
    return f"{region}_{indicator.name}_{year}_{LEVELS[level]}.png"
