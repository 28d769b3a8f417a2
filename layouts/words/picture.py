"""The words on a picture of a map."""

from datetime import date

from geodata.region import Level, Region
from indicators.definition import Indicator
from layouts.words.common import CREDITS, DEMO_RIBBON, LEVELS, SCHEMATIC

WATERMARK = DEMO_RIBBON


def map_title(indicator: Indicator, year: int) -> str:
    """What one map shows."""
    return f"{indicator.name}（{indicator.unit}），{year}年"


def title(place: str, map_titles: list[str]) -> str:
    """The title of the whole picture."""
    return f"{place}　{' 与 '.join(map_titles)}"


def subtitle(region: Region, level: Level, schematic: bool) -> str:
    """The level, the two groups, and what the borders are."""
    groups = "；".join(
        f"{group.name}：{'、'.join(county.short_name for county in region.counties if county.group == key)}"
        for key, group in region.groups.items()
    )
    return "　".join([LEVELS[level], groups, *([SCHEMATIC] if schematic else [])])


def notes(sources: list[str], indicator: Indicator, dataset: str, today: date) -> list[str]:
    """Sources, definition and provenance below the map."""
    return [
        f"来源：{'；'.join(sources) or '—'}",
        f"定义：{indicator.definition}",
        f"数据集：{dataset}　制图日期：{today.isoformat()}　{CREDITS}",
    ]


def file_name(region: str, indicator: Indicator, year: int, level: Level) -> str:
    """A name that says what is in the file."""
    return f"{region}_{indicator.name}_{year}_{LEVELS[level]}.png"
