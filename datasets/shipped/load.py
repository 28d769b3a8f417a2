"""Load and check all declarations and shipped datasets; the faults of all files are reported together."""

from collections.abc import Container, Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from datasets.census.books import read_census
from datasets.census.comparability import Comparability
from datasets.census.figures import COLUMNS, add_census, build_census_observations, find_comparability
from datasets.census.national import NationalFigures, read_national_figures
from datasets.city.build_dataset import complete_dataset
from datasets.city.city import City, Dataset
from datasets.files.csv_rows import describe_failing_rows, read_csv_as_text
from datasets.files.declarations import BadInputError, read_declaration, read_declarations
from datasets.kinds import POPULATION
from datasets.shipped.demo import DemoRecipe, make_facilities, make_observations
from datasets.shipped.observations import read_observations
from datasets.shipped.regions import read_divisions, read_polygon_list, read_region
from geodata.base_map import BaseMap, BaseMapError, read_base_map
from geodata.boundaries import find_boundary_faults
from geodata.geography import Geography, build_geography
from geodata.region import Region
from indicators.definition import CountKind, Indicator, Variable
from indicators.facilities.coverage_measures import MeasureTemplate, build_coverage_indicators
from indicators.facilities.facility_types import FacilityType, RoadClass
from indicators.facilities.travel_rules import TravelRules, find_speed_faults
from indicators.gaps.small_counts import find_count_kind
from indicators.policy.index import IndexRecipe
from indicators.policy.ledger import Article, LedgerRules, apply_rules, find_ledger_faults
from indicators.policy.statements import Statement, Statements, find_statement_faults

TOWNSHIP_COLUMNS = ["code", "county", "name", "short_name", "seat_lon", "seat_lat"]
_INDICATOR, _VARIABLE, _TYPE = "the id of an indicator", "a name in variables.toml", "a type in facility_types.toml"
STATISTICAL_CODES = ["nbs_code_2016", "nbs_code_2023"]  # optional columns of a townships file


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class DatasetDeclaration:
    """The declaration of a shipped dataset: its name and description."""

    name: str
    description: str
    demonstration: bool


@dataclass(frozen=True, config=ConfigDict(arbitrary_types_allowed=True))
class Foundation:
    """A city before any import: its declarations and the shipped datasets.

    ``townships`` is the frame that ``build_geography`` takes; ``codes`` maps every code that a file may use to the code
    in force.
    """

    geography: Geography
    base_map: BaseMap
    townships: pd.DataFrame
    codes: dict[str, str]
    indicators: dict[str, Indicator]
    variables: dict[str, Variable]
    articles: list[Article]
    index: IndexRecipe
    facility_types: dict[str, FacilityType]
    road_classes: dict[str, RoadClass]
    travel: TravelRules
    shipped: dict[str, Dataset]
    national: NationalFigures

    @property
    def filed_variables(self) -> dict[str, Variable]:
        """The variables that a file may hold: those not computed from settlements and facilities."""
        return {key: variable for key, variable in self.variables.items() if not variable.is_spatial}

    @property
    def filed_indicators(self) -> dict[str, Indicator]:
        """The indicators that a file may hold as finished values, such as those of the reference area."""
        return {key: indicator for key, indicator in self.indicators.items() if indicator.facility_type is None}


def load_city(root: Path, region_id: str) -> City:
    """Load the city as shipped; raises as ``load_foundation``."""
    return build_shipped_city(load_foundation(root, region_id))


def build_shipped_city(found: Foundation) -> City:
    """Build the city of the shipped datasets alone."""
    return build_city(found, found.geography, found.shipped)


def build_city(found: Foundation, geography: Geography, datasets: dict[str, Dataset]) -> City:
    """Build the city of a foundation with the given datasets and geography."""
    return City(
        geography,
        found.indicators,
        found.variables,
        datasets,
        found.articles,
        found.index,
        found.facility_types,
        found.travel,
        national=found.national,
    )


def load_foundation(root: Path, region_id: str, base_map_file: Path | None = None) -> Foundation:
    """Load everything under the project's folder ``root``; raises ``BadInputError`` with every fault of every file.

    County polygons are read from ``base_map_file``, else from ``geodata/regions/<region>.gpkg`` if that is there, else
    from the package of boundaries.
    """
    faults: list[str] = []
    regions = root / "geodata" / "regions"
    polygons = read_polygon_list(regions, faults)
    region = read_region(regions, region_id, polygons, faults)
    variables = read_declarations(root / "indicators" / "variables.toml", Variable, faults)
    indicators = _read_indicators(root / "indicators" / "definitions", variables, faults)
    articles = _read_ledger(root / "indicators", region, indicators, faults)
    index = read_declaration(root / "indicators" / "index.toml", IndexRecipe, faults)
    weighed = [(f"domains.{key}.indicators", part.indicators) for key, part in index.domains.items()] if index else []
    faults += _list_unknown("index.toml", _INDICATOR, indicators, ((key, id_) for key, ids in weighed for id_ in ids))
    types = read_declarations(root / "indicators" / "facility_types.toml", FacilityType, faults)
    classes = read_declarations(root / "indicators" / "road_classes.toml", RoadClass, faults)
    travel = read_declaration(root / "indicators" / "travel.toml", TravelRules, faults)
    measures = read_declarations(root / "indicators" / "service_measures.toml", MeasureTemplate, faults)
    faults += _list_unknown(
        "facility_types.toml",
        _VARIABLE,
        variables,
        ((f"{key}.adds", name) for key, type_ in types.items() for name in type_.adds),
    )
    faults += find_speed_faults(travel, classes) if travel else []
    recipe = read_declaration(root / "datasets" / "demo.toml", DemoRecipe, faults)
    tables: list[tuple[str, Container[str], str]] = [
        ("levels", indicators, _INDICATOR),
        ("stocks", variables, _VARIABLE),
        ("facilities", types, _TYPE),
    ]
    for table, allowed, expected in tables if recipe else []:
        faults += _list_unknown(
            "demo.toml", expected, allowed, ((f"{table}.{key}", key) for key in getattr(recipe, table))
        )
    public = read_declaration(root / "datasets" / "public.toml", DatasetDeclaration, faults)
    if region is None:
        raise BadInputError(faults)
    townships = _read_townships(regions, region, faults)
    base_map = _read_base_map(regions, region_id, region, base_map_file, faults)
    geography = build_geography(region, townships, base_map)
    misfits = find_boundary_faults(region, geography.counties, base_map.name)
    faults += [f"{region_id}.toml: {fault}" for fault in misfits] + _seat_faults(f"{region_id}.toml", geography)
    if POPULATION not in indicators:
        faults.append(f"{POPULATION}.toml: this indicator is required: its values weigh the averages")
    codes = _map_codes(geography, townships)
    figures, marks, national = _read_public_figures(
        root, region_id, region, codes, (variables, indicators), polygons, faults
    )
    statements = _read_statements(root / "datasets" / "public" / region_id, articles, set(codes.values()), faults)
    if faults or recipe is None or public is None or index is None or travel is None:
        raise BadInputError(faults)
    of_places, located = build_coverage_indicators(measures, types, travel)
    variables, indicators = variables | of_places, indicators | located
    found = Foundation(
        geography,
        base_map,
        townships,
        codes,
        indicators,
        variables,
        articles,
        index,
        types,
        classes,
        travel,
        {},
        national,
    )
    shipped = {}
    if len(figures):
        shipped["public"] = Dataset(
            "public",
            public.name,
            public.description,
            public.demonstration,
            figures,
            statements=statements,
            comparability=marks,
        )
    made, places = make_observations(recipe, geography, indicators), make_facilities(recipe, geography)
    shipped["demo"] = Dataset("demo", recipe.name, recipe.description, recipe.demonstration, made, facilities=places)
    bare = build_city(found, geography, {})
    shipped = {id_: complete_dataset(dataset, dataset.observations, bare) for id_, dataset in shipped.items()}
    faults = [fault for dataset in shipped.values() for fault in _range_faults(dataset, indicators)]
    if faults:
        raise BadInputError(faults)
    return replace(found, shipped=shipped)


def _read_public_figures(
    root: Path,
    region_id: str,
    region: Region,
    codes: dict[str, str],
    known: tuple[dict[str, Variable], dict[str, Indicator]],
    polygons: pd.DataFrame,
    faults: list[str],
) -> tuple[pd.DataFrame, dict[str, Comparability], NationalFigures]:
    """The figures of the region's own files and of the census, which years do not compare, and the whole country."""
    public = root / "datasets" / "public"
    observed = [read_observations(file, codes, *known, faults) for file in sorted((public / region_id).glob("*.csv"))]
    filed = pd.concat(observed, ignore_index=True) if observed else pd.DataFrame(columns=COLUMNS)
    faults += _describe_repeated_figures(filed)
    census = read_census(public / "census", known[0], set(polygons.index), faults)
    divisions = {code: one.name for code, one in read_divisions(root / "geodata" / "regions").items()}
    national = read_national_figures(root, census, (polygons["name"], divisions), set(known[0]), faults)
    return add_census(filed, build_census_observations(census, region)), find_comparability(census, region), national


def _read_base_map(folder: Path, region_id: str, region: Region, file: Path | None, faults: list[str]) -> BaseMap:
    """Read the base map of a region; if it cannot be read, loading ends, since nothing can be drawn or measured."""
    own = folder / f"{region_id}.gpkg"
    try:
        return read_base_map(region, file or (own if own.exists() else None))
    except BaseMapError as error:
        raise BadInputError([*faults, str(error)]) from error


def _read_townships(folder: Path, region: Region, faults: list[str]) -> pd.DataFrame:
    """Read the townships of a region by code; empty if it declares none. Rows with a fault are left out."""
    none = pd.DataFrame(columns=TOWNSHIP_COLUMNS).set_index("code")
    path = folder / region.townships if region.townships else None
    raw = read_csv_as_text(path, TOWNSHIP_COLUMNS, faults) if path else None
    if path is None or raw is None:
        return none
    place = {column: pd.to_numeric(raw[column], errors="coerce") for column in ("seat_lon", "seat_lat")}
    checks = [
        (~raw["county"].isin(region.by_adcode), "county", f"the adcode of a county of {region.name}"),
        (~place["seat_lon"].between(73, 136), "seat_lon", "degrees east within China (73 to 136)"),
        (~place["seat_lat"].between(3, 54), "seat_lat", "degrees north within China (3 to 54)"),
        (raw["code"].duplicated(), "code", "every code once"),
    ]
    faults += describe_failing_rows(path, raw, checks)
    wrong = np.logical_or.reduce([failing for failing, _, _ in checks])
    valid: pd.DataFrame = raw.assign(**place)[~wrong].set_index("code")
    return valid


def _read_indicators(folder: Path, variables: dict[str, Variable], faults: list[str]) -> dict[str, Indicator]:
    indicators = {}
    for path in sorted(folder.glob("*.toml")):
        indicator = read_declaration(path, Indicator, faults, id=path.stem)
        if indicator is None:
            continue
        named = ((f"formula.{key}", getattr(indicator.formula, key)) for key in ("numerator", "denominator"))
        unknown = _list_unknown(path.name, _VARIABLE, variables, named)
        faults += unknown
        counted = CountKind.THINGS if unknown else find_count_kind(indicator.formula, variables)
        sampled = not unknown and variables[indicator.formula.numerator].sampled
        indicators[path.stem] = replace(indicator, count_kind=counted, sampled=sampled)
    return indicators


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Departments:
    """The departments that the policy names."""

    names: tuple[str, ...]


def _read_ledger(
    folder: Path, region: Region | None, indicators: dict[str, Indicator], faults: list[str]
) -> list[Article]:
    if region is None or region.ledger is None:
        return []
    departments = read_declaration(folder / "departments.toml", Departments, faults)
    own = folder / region.ledger
    rules = read_declaration(own / "rules.toml", LedgerRules, faults)
    read = [read_declaration(path, Article, faults) for path in sorted(own.glob("article-*.toml"))]
    articles = [apply_rules(article, rules) for article in read if article is not None and rules is not None]
    if departments:
        groups, counties = list(region.groups), list(region.by_adcode)
        faults += find_ledger_faults(articles, indicators, groups, counties, list(departments.names))
    return articles


def _read_statements(
    folder: Path, articles: list[Article], codes: set[str], faults: list[str]
) -> tuple[Statement, ...]:
    path = folder / "statements.toml"
    read = read_declaration(path, Statements, faults) if path.exists() else None
    if read is None:
        return ()
    targets = {target.id: target for article in articles for target in article.targets}
    faults += find_statement_faults(read.statements, targets, codes)
    return read.statements


def _list_unknown(
    file: str, expected: str, allowed: Container[str], named: Iterable[tuple[str, str | None]]
) -> list[str]:
    """One sentence for each pair of a key and a name, where the name is given and not ``allowed``."""
    return [
        f"{file}: {key}: expected {expected}, got '{name}'"
        for key, name in named
        if name is not None and name not in allowed
    ]


def _seat_faults(file: str, geography: Geography) -> list[str]:
    region, townships = geography.region, geography.townships
    seats = [(f"counties {county.adcode}.seat", county.seat) for county in region.counties] + [("seat", region.seat)]
    return _list_unknown(file, f"the code of a township in {region.townships}", townships.index, seats)


def _map_codes(geography: Geography, townships: pd.DataFrame) -> dict[str, str]:
    """Map every code that a file may use, former and statistical ones too, to the code in force."""
    region = geography.region
    former = {former.adcode: county.adcode for county in region.counties for former in county.former}
    statistical = {
        code: str(township)
        for column in STATISTICAL_CODES
        if column in townships.columns
        for township, code in townships[column].items()
    }
    current = [region.adcode, *geography.counties.index, *townships.index]
    outside = [area.code for area in region.outside]
    return statistical | former | {code: code for code in [*current, *outside]}


def _describe_repeated_figures(figures: pd.DataFrame) -> list[str]:
    key = ["variable", "area_code", "year"]
    return [
        f"public: {variable} of {code} in {year}: expected one figure, got two in different files"
        for variable, code, year in figures[figures.duplicated(key)][key].to_numpy()
    ]


def _range_faults(dataset: Dataset, indicators: dict[str, Indicator]) -> list[str]:
    faults = []
    for key, records in dataset.records.items():
        lowest, highest = indicators[key].minimum, indicators[key].maximum
        outside = records[(records["value"] < lowest) | (records["value"] > highest)]
        codes, years = outside.index.get_level_values("area_code"), outside.index.get_level_values("year")
        faults += [
            f"{dataset.id}: {key} of {code} in {year}: expected {lowest:g} to {highest:g}, computed {value:g}"
            for code, year, value in zip(codes, years, outside["value"], strict=True)
        ]
    return faults
