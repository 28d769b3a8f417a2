"""Generate the demonstration dataset of a region from a fixed seed and the recipe in ``demo.toml``.

One random draw per area and variable decides how far the area stands above or below its group in all years. So series
run smoothly, shares of few things move in whole steps and no cumulative count ever falls.
"""

import zlib
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from datasets.city.city import FACILITY_COLUMNS, empty_layer
from datasets.kinds import POPULATION
from geodata.geography import Geography
from geodata.region import Level
from indicators.definition import Direction, Indicator, ValueKind

SOURCE = "演示数据（虚构）"
STRICT = ConfigDict(extra="forbid", populate_by_name=True)
_MOST_COUNTIES_IN_FULL = 500
_TOWNSHIPS_PER_COUNTY = 10  # assumed for a county in a region whose townships are not declared


@dataclass(frozen=True, config=STRICT)
class ResidentsRecipe:
    """How many people live in an area, and the range of its yearly growth."""

    median_township: float
    spread: float
    yearly_growth: tuple[float, float]


@dataclass(frozen=True, config=STRICT)
class StockRecipe:
    """A denominator: a fixed ``count`` per area, or proportional to the residents."""

    at: Level
    count: float | None = None
    per_1000_residents: float | None = None
    spread: float = 0


@dataclass(frozen=True, config=STRICT)
class LevelPath:
    """An indicator's level at the first and last year for the measured group and for the benchmark group.

    A figure of the whole city is in no group: its two paths are the same.
    """

    at: Level
    focus: tuple[float, float]
    benchmark: tuple[float, float]
    spread: float = 0
    noise: float = 0
    start: int | None = Field(default=None, alias="from")
    end: int | None = Field(default=None, alias="to")


@dataclass(frozen=True, config=STRICT)
class FacilityRecipe:
    """A type of facility and how it is scattered."""

    name: str
    capacity: tuple[int, int]
    opened: tuple[int, int]
    per_township: float | None = None
    per_1000_residents: float | None = None


@dataclass(frozen=True, config=STRICT)
class DemoRecipe:
    """The content of ``demo.toml``."""

    name: str
    description: str
    demonstration: bool
    seed: int
    first_year: int
    last_year: int
    missing_cells: int
    reference_factor: float
    residents: ResidentsRecipe
    stocks: dict[str, StockRecipe]
    levels: dict[str, LevelPath]
    facilities: dict[str, FacilityRecipe]

    @property
    def years(self) -> np.ndarray:
        """Every year of the dataset."""
        return np.arange(self.first_year, self.last_year + 1)

    def generator(self, subject: str) -> np.random.Generator:
        """A random generator for one subject, seeded by its name, so that adding a subject changes no other."""
        return np.random.default_rng([self.seed, zlib.crc32(subject.encode())])


def make_observations(recipe: DemoRecipe, geography: Geography, indicators: dict[str, Indicator]) -> pd.DataFrame:
    """Make observations of all stocks and of the numerators of ``recipe.levels``, with a few cells left out.

    Of a country they are those of headline indicators only: a hundred would take four times the memory of all else.
    """
    if len(geography.counties) > _MOST_COUNTIES_IN_FULL:
        recipe = _keep_headlines(recipe, indicators)
    residents = _make_residents(recipe, geography)
    quantities = {POPULATION: residents} | {
        variable: _make_stock(recipe, variable, stock, _sum_to_level(residents, geography, stock.at))
        for variable, stock in recipe.stocks.items()
    }
    numerators = {}
    for indicator_id, path in recipe.levels.items():
        indicator = indicators[indicator_id]
        below = _find_denominator(recipe, indicator, quantities, geography, path)
        numerators[indicator.formula.numerator] = _make_numerator(recipe, indicator, path, below, geography)
    made = _remove_cells(recipe, _build_observations(quantities | numerators), set(numerators), geography)
    made = pd.concat([made, _make_reference_rates(recipe, geography, indicators)])
    return made.assign(kind=str(ValueKind.DEMONSTRATION), source=SOURCE, note="")


def _keep_headlines(recipe: DemoRecipe, indicators: dict[str, Indicator]) -> DemoRecipe:
    levels = {key: path for key, path in recipe.levels.items() if indicators[key].headline}
    needed = {indicators[key].formula.denominator for key in levels}
    stocks = {variable: stock for variable, stock in recipe.stocks.items() if variable in needed}
    return replace(recipe, levels=levels, stocks=stocks)


def _make_reference_rates(recipe: DemoRecipe, geography: Geography, indicators: dict[str, Indicator]) -> pd.DataFrame:
    """Make the rates of the region's reference area: the benchmark group's path times ``reference_factor``."""
    reference = geography.region.reference
    return _build_observations(
        {
            key: _make_reference_rate(recipe, path, indicators[key], reference.code)
            for key, path in recipe.levels.items()
            if reference and indicators[key].formula.denominator and path.at != Level.CITY
        }
    )


def _make_reference_rate(recipe: DemoRecipe, path: LevelPath, indicator: Indicator, code: str) -> pd.DataFrame:
    better = recipe.reference_factor ** (-1 if indicator.direction is Direction.LOWER else 1)
    values = np.minimum(_interpolate_levels(recipe, path, path.benchmark) * better, indicator.maximum)
    return pd.DataFrame([values.round(indicator.decimals + 1)], index=[code], columns=recipe.years)


def make_facilities(recipe: DemoRecipe, geography: Geography) -> gpd.GeoDataFrame:
    """Make facility points (EPSG:4490) in ``FACILITY_COLUMNS``.

    Empty if the recipe names none, or if the region wants none.
    """
    if not recipe.facilities or not geography.region.demo_facilities:
        return empty_layer(FACILITY_COLUMNS)
    residents = _make_residents(recipe, geography).iloc[:, 0]
    areas = geography.areas(_finest_level(geography))
    made = pd.concat(
        [_scatter_points(recipe, key, facility, areas, residents) for key, facility in recipe.facilities.items()],
        ignore_index=True,
    )
    described = made.assign(
        code=[f"demo-{number}" for number in range(1, len(made) + 1)],
        grade="",
        closed=pd.array([pd.NA] * len(made), dtype="Int64"),
        approximate=False,
        source=SOURCE,
        note="",
    )
    return gpd.GeoDataFrame(described[[*FACILITY_COLUMNS, "geometry"]], crs=areas.crs)


def _finest_level(geography: Geography) -> Level:
    return geography.levels[-1]


def _make_residents(recipe: DemoRecipe, geography: Geography) -> pd.DataFrame:
    """Make the residents of the areas of the finest level (rows) by year (columns)."""
    level = _finest_level(geography)
    codes = geography.codes(level)
    rng = recipe.generator("residents")
    made = recipe.residents
    scale = made.median_township * (1 if level is Level.TOWNSHIP else _TOWNSHIPS_PER_COUNTY)
    first = scale * np.exp(rng.normal(0, made.spread, len(codes)))
    growth = rng.uniform(*made.yearly_growth, len(codes))
    elapsed = recipe.years - recipe.first_year
    people = first[:, None] * (1 + growth[:, None]) ** elapsed[None, :]
    return pd.DataFrame(people.round(), index=codes, columns=recipe.years)


def _sum_to_level(areas: pd.DataFrame, geography: Geography, level: str) -> pd.DataFrame:
    """Sum figures of a finer level to ``level``; return others unchanged."""
    if level == Level.CITY:
        return areas.sum().to_frame(geography.region.adcode).T
    if level == Level.TOWNSHIP or areas.index.equals(geography.counties.index):
        return areas
    return areas.groupby(geography.townships["county"]).sum().reindex(geography.counties.index)


def _make_stock(recipe: DemoRecipe, variable: str, stock: StockRecipe, residents: pd.DataFrame) -> pd.DataFrame:
    rng = recipe.generator(variable)
    if stock.count is not None:
        size = np.full(len(residents), stock.count)
    else:
        luck = np.exp(rng.normal(0, stock.spread, len(residents)))
        size = np.maximum((residents.iloc[:, 0] * (stock.per_1000_residents or 0) / 1000 * luck).round(), 1)
    return pd.DataFrame(np.tile(np.asarray(size)[:, None], len(recipe.years)), residents.index, residents.columns)


def _find_denominator(
    recipe: DemoRecipe, indicator: Indicator, quantities: dict[str, pd.DataFrame], geography: Geography, path: LevelPath
) -> pd.DataFrame:
    name = indicator.formula.denominator
    if name in quantities:
        return _sum_to_level(quantities[name], geography, path.at)
    level = Level(path.at)
    codes = geography.codes(level if level in (Level.CITY, *geography.levels) else Level.COUNTY)
    return pd.DataFrame(1.0, index=codes, columns=recipe.years)  # a count of townships or counties: each area is one


def _make_numerator(
    recipe: DemoRecipe, indicator: Indicator, path: LevelPath, below: pd.DataFrame, geography: Geography
) -> pd.DataFrame:
    rng = recipe.generator(indicator.id)
    offset = np.exp(rng.normal(0, path.spread, len(below)))[:, None]
    wobble = np.exp(rng.normal(0, path.noise, below.shape))
    luck = rng.uniform(0, 1, len(below))[:, None]
    ratio = _group_levels(recipe, path, below.index, geography) * offset * wobble
    expected = np.minimum(ratio, indicator.maximum) * below.to_numpy() / indicator.formula.per
    # Round by the area's own draw: of ten villages at 34 % some have three and some four, and none falls back.
    return pd.DataFrame(np.floor(expected + luck * (1 - 1e-9)), below.index, below.columns)


def _group_levels(recipe: DemoRecipe, path: LevelPath, codes: pd.Index, geography: Geography) -> np.ndarray:
    region = geography.region
    paths = {region.focus: path.focus, region.benchmark: path.benchmark}
    of_group = {group: _interpolate_levels(recipe, path, levels) for group, levels in paths.items()}
    city = pd.Series({region.adcode: region.benchmark})
    groups = pd.concat([geography.counties["group"], geography.townships["group"], city]).to_dict()
    return np.vstack([of_group[groups[code]] for code in codes])


def _interpolate_levels(recipe: DemoRecipe, path: LevelPath, levels: tuple[float, float]) -> np.ndarray:
    bounds = [path.start or recipe.first_year, path.end or recipe.last_year]
    values: np.ndarray = np.interp(recipe.years, bounds, levels)
    return values


def _build_observations(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Convert frames of areas (rows) by years (columns) to observations ``area_code, year, value, variable``."""
    codes = [np.tile(frame.index.to_numpy(dtype=object), frame.shape[1]) for frame in frames.values()]
    years = [np.repeat(frame.columns.to_numpy(dtype=int), len(frame)) for frame in frames.values()]
    values = [frame.to_numpy(dtype=float).T.ravel() for frame in frames.values()]
    return pd.DataFrame(
        {
            "area_code": pd.Series(np.concatenate([*codes, np.array([], dtype=object)]), dtype="str"),
            "year": np.concatenate([*years, np.array([], dtype=int)]),
            "value": np.concatenate([*values, np.array([])]),
            "variable": pd.Series(
                np.repeat(np.array(list(frames), dtype=object), [f.size for f in frames.values()]), dtype="str"
            ),
        }
    )


def _remove_cells(recipe: DemoRecipe, made: pd.DataFrame, variables: set[str], geography: Geography) -> pd.DataFrame:
    finest = made["area_code"].isin(geography.codes(_finest_level(geography)))
    earlier = made["year"] < recipe.last_year  # the last year stays complete: it is the one that is assessed
    candidates = made.index[finest & earlier & made["variable"].isin(variables)]
    lost = recipe.generator("gaps").choice(candidates, recipe.missing_cells, replace=False)
    return made[~made.index.isin(lost)]


def _scatter_points(
    recipe: DemoRecipe, key: str, facility: FacilityRecipe, areas: gpd.GeoDataFrame, residents: pd.Series
) -> gpd.GeoDataFrame:
    rng = recipe.generator(f"facility {key}")
    expected = (
        np.full(len(areas), facility.per_township)
        if facility.per_township
        else residents.reindex(areas.index).to_numpy() * (facility.per_1000_residents or 0) / 1000
    )
    counts = np.floor(expected + rng.uniform(0, 1, len(areas)) * (1 - 1e-9)).astype(int)
    chosen = areas[counts > 0]
    points = chosen.geometry.sample_points(counts[counts > 0], rng=rng).explode()
    number = points.groupby(level=0).cumcount() + 1
    names = chosen["name"].reindex(points.index) + facility.name + number.astype(str)
    return gpd.GeoDataFrame(
        {
            "type": key,
            "name": names.to_numpy(),
            "area_code": points.index,
            "capacity": rng.integers(facility.capacity[0], facility.capacity[1] + 1, len(points)),
            "opened": rng.integers(facility.opened[0], facility.opened[1] + 1, len(points)),
        },
        geometry=points.to_numpy(),
        crs=areas.crs,
    )
