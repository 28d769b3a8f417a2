"""How far the census reaches: for every city and province how many of its counties have figures."""

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pandas as pd

from datasets.census.books import Census, read_census
from datasets.census.figures import build_census_observations
from datasets.files.declarations import BadInputError, read_declarations
from datasets.kinds import POPULATION
from datasets.shipped.divisions import build_region
from datasets.shipped.regions import read_divisions, read_polygon_list
from geodata.base_map import cut_base_map, read_package_polygons
from geodata.boundaries import build_county_boundaries, find_boundary_faults
from geodata.region import Region
from indicators.definition import Variable


def sweep_divisions(root: Path, draw: bool) -> Iterator[str]:
    """A line a division: code, name, counties, with figures of 2010, of 2020, of both; and the sums.

    ``draw`` also reads the polygons of each, with what is wrong with them and what was repaired, and forms its figures.
    Raises BadInputError.
    """
    faults: list[str] = []
    folder = root / "geodata" / "regions"
    listed = read_polygon_list(folder, faults)
    variables = read_declarations(root / "indicators" / "variables.toml", Variable, faults)
    census = read_census(root / "datasets" / "public" / "census", variables, set(listed.index), faults)
    if faults:
        raise BadInputError(faults)
    polygons = read_package_polygons() if draw else None
    counted = {year: set(figures[POPULATION].dropna().index) for year, figures in census.figures.items()}
    members = list(listed[["name", "short_name"]].itertuples(name=None))
    divisions, counts = read_divisions(folder), []
    for division in divisions.values():
        region = build_region(division, members, divisions.get(f"{division.adcode[:2]}0000"))
        counts.append((division, _count_counties(census, counted, region)))
        drawn = "" if polygons is None else _draw_region(region, polygons, census)
        yield _write_line(division.adcode, division.name, counts[-1][1]) + drawn
    prefectures = pd.DataFrame([found for division, found in counts if not division.is_province])
    provinces = pd.DataFrame([found for division, found in counts if division.is_province])
    yield _write_line("", f"{len(prefectures)} prefectures", dict(prefectures.sum()))
    yield _write_line("", f"{len(provinces)} provinces", dict(provinces.sum()))


def _count_counties(census: Census, counted: dict[int, set[str]], region: Region) -> dict[str, int]:
    """How many counties there are, and how many have a population in each year and in both.

    ``counted`` has the rows of each year's book that have one.
    """
    of_year = {
        year: {code for code in region.by_adcode if (rows := census.rows_of(code, year)) and set(rows) <= held}
        for year, held in counted.items()
    }
    known = {str(year): len(codes) for year, codes in of_year.items()}
    return {"counties": len(region.counties), **known, "both": len(set.intersection(*of_year.values()))}


def _draw_region(region: Region, polygons: gpd.GeoSeries, census: Census) -> str:
    """What is to be said of a region's polygons and figures, at the end of its line."""
    base_map = cut_base_map(region, polygons)
    wrong = find_boundary_faults(region, build_county_boundaries(region, base_map.counties), base_map.name)
    figures = len(build_census_observations(census, region))
    return f" drawn, {len(base_map.repairs)} repaired, {figures} figures" + "".join(f"; {fault}" for fault in wrong)


def _write_line(code: str, name: str, counts: dict[str, int]) -> str:
    return f"{code:6} {name} " + " ".join(f"{key} {count}" for key, count in counts.items())
