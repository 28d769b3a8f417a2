"""The areas and values that every contestant shows: the demonstration dataset of a region, classed as ours classes it.

The figures are made up by the program's own generator and say so; nobody is to take them for real ones.
"""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import shapely

ROOT = Path(__file__).parent.parent.parent.parent
DATASET = "demo"
INDICATORS = ("medical_beds_per_1000_residents", "doctors_per_1000_residents")  # of one domain: one click apart


@dataclass(frozen=True)
class WorldSource:
    """Where the areas of a size come from."""

    region: str
    level: str


SIZES = {
    8: WorldSource("qingyuan", "county"),
    85: WorldSource("qingyuan", "township"),
    2891: WorldSource("china", "county"),
}


@dataclass(frozen=True)
class WorldIndicator:
    """An indicator: ``values`` and ``classes`` hold a list a year, in the order of the codes.

    ``colours`` is one CSS hex colour a class.
    """

    id: str
    name: str
    colours: list[str]
    values: dict[str, list[float]]
    classes: dict[str, list[int]]


@dataclass(frozen=True)
class World:
    """What a map shows; ``extents`` is the share of each area in the whole, as a Mercator map draws it."""

    size: int
    region: str
    level: str
    codes: list[str]
    names: list[str]
    extents: list[float]
    years: list[int]
    indicators: list[WorldIndicator]

    @classmethod
    def read(cls, path: Path) -> Self:
        """A world as ``write_world`` wrote it."""
        found = json.loads(path.read_text("utf-8"))
        return cls(**found | {"indicators": [WorldIndicator(**each) for each in found["indicators"]]})

    def count_colours(self, indicator: WorldIndicator, year: int) -> dict[str, int]:
        """How many areas have each colour; only colours that are there."""
        return dict(Counter(indicator.colours[number] for number in indicator.classes[str(year)]))

    def share_colours(self, indicator: WorldIndicator, year: int) -> dict[str, float]:
        """The share of the map that each colour covers."""
        shares: dict[str, float] = {}
        for number, extent in zip(indicator.classes[str(year)], self.extents, strict=True):
            shares[indicator.colours[number]] = shares.get(indicator.colours[number], 0.0) + extent
        return shares


def geometry_path(world: Path) -> Path:
    """Where the areas of a world stand, as GeoJSON whose features have the area code as id."""
    return world.with_suffix(".geojson")


def write_world(size: int, folder: Path) -> Path:
    """Write the world of a size and its areas into ``folder``; returns the path of the world."""
    from datasets.shipped.load import load_city  # noqa: PLC0415  (a contestant reads worlds without the program)
    from geodata.layers import draw_areas, encode_geojson  # noqa: PLC0415
    from geodata.region import Level  # noqa: PLC0415

    source = SIZES[size]
    city, level = load_city(ROOT, source.region), Level(source.level)
    areas = city.geography.areas(level)
    drawn = areas.geometry.to_crs("EPSG:3857").map(shapely.area)
    indicators = [_describe_indicator(city, key, level) for key in INDICATORS]
    years = [int(year) for year in indicators[0].classes if year in indicators[1].classes]
    world = World(
        size,
        source.region,
        source.level,
        list(areas.index),
        list(areas["name"]),
        (drawn / drawn.sum()).round(6).to_list(),
        years,
        indicators,
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"world-{size}.json"
    path.write_text(json.dumps(asdict(world), ensure_ascii=False), "utf-8")
    geometry_path(path).write_bytes(encode_geojson(draw_areas(city.geography, level)))
    return path


def _describe_indicator(city: Any, key: str, level: Any) -> WorldIndicator:
    """Years in which an area has no value are left out: how a gap looks is no matter of speed."""
    from indicators.classes import BreakMethod  # noqa: PLC0415
    from layouts.figures.colour_scales import panel_colours  # noqa: PLC0415

    panel = city.panel(DATASET, key, level, BreakMethod.NATURAL, 5)
    whole = panel.values.index[panel.values.notna().all(axis="columns")]
    return WorldIndicator(
        key,
        panel.indicator.name,
        panel_colours(panel),
        {str(year): panel.values.loc[year].to_list() for year in whole},
        {str(year): [int(number) for number in panel.classes.loc[year]] for year in whole},
    )
