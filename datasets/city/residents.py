"""Locate residents by year: at imported settlements, else at the seats of their townships.

Without settlements it is unknown where in a township people live: all are placed at its seat, and every figure that
is computed from them is estimated.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd

from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.geography import Geography
from indicators.definition import ValueKind
from locales.data import speaks_columns

MADE_UP = "（虚构）"  # ending of the source of every made-up place, also in the examples of imports
AT_SETTLEMENTS = "居民点人口各年相同"
AT_SEATS = "居民以乡镇驻地代表"
_SOURCES = 3  # sources that are named where there are many
_PLACE = ["name", "county", "township"]
_FIGURE = ["population", "kind", "source"]


@speaks_columns("places", "name")
@dataclass(frozen=True)
class Residents:
    """The people of one year and where they live.

    ``places`` are points in EPSG:4490, indexed by the code of a settlement or of the township whose seat it is, with
    ``name, county, township`` ("" in a region without townships), ``population`` (above 0), ``kind`` and ``source``.
    A county with an unknown township has no places. ``estimated`` says that places or people are not exact.
    """

    places: gpd.GeoDataFrame
    estimated: bool
    sources: str

    @property
    def kind(self) -> ValueKind:
        """The kind of a figure that is computed from all places."""
        return weakest_kind(self.places["kind"])


def weakest_kind(kinds: Iterable[str]) -> ValueKind:
    """The kind of a figure that is computed from figures of these kinds."""
    found = set(kinds)
    return next((kind for kind in (ValueKind.DEMONSTRATION, ValueKind.ESTIMATED) if kind in found), ValueKind.COMPUTED)


def classify_places(places: gpd.GeoDataFrame) -> pd.Series:
    """Classify places by the kind of figure they allow: demonstration, estimated (approximate points) or computed."""
    made_up = places["source"].astype(str).str.endswith(MADE_UP)
    approximate = places["approximate"].fillna(False).astype(bool)
    kinds = np.select(
        [made_up, approximate], [str(ValueKind.DEMONSTRATION), str(ValueKind.ESTIMATED)], str(ValueKind.COMPUTED)
    )
    return pd.Series(kinds, index=places.index)


def join_sources(sources: Iterable[str]) -> str:
    """Join the sources, each once; of many the first few and their number."""
    every = list(dict.fromkeys(source for source in sources if source))
    more = f"等{len(every)}项来源" if len(every) > _SOURCES else ""
    return "；".join(every[:_SOURCES]) + more


def _empty_places() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({column: [] for column in _PLACE}, geometry=[], crs=GEOGRAPHIC_CRS)


def _empty_figures() -> pd.DataFrame:
    return pd.DataFrame({column: [] for column in ["code", "year", *_FIGURE]})


@dataclass(frozen=True)
class ResidentDistribution:
    """Where people live in a dataset, in all years.

    ``places`` are points in EPSG:4490 by code with ``name, county, township``; ``figures`` has a row a place and year,
    ``code, year, population, kind, source``. Where ``timeless``, the figures bear no year and hold in all of ``years``.
    ``outside`` counts settlements that lie in no area of the region.
    """

    places: gpd.GeoDataFrame = field(default_factory=_empty_places)
    figures: pd.DataFrame = field(default_factory=_empty_figures)
    years: tuple[int, ...] = ()
    timeless: bool = False
    outside: int = 0

    def residents(self, year: int) -> Residents | None:
        """The residents of a year, None where unknown."""
        if year not in self.years:
            return None
        own = self.figures if self.timeless else self.figures[self.figures["year"] == year]
        own = own[own["population"] > 0].set_index("code")
        if own.empty:
            return None
        places = self.places.loc[own.index].assign(**{column: own[column] for column in _FIGURE})
        estimated = not self.timeless or bool((own["kind"] == ValueKind.ESTIMATED).any())
        how = AT_SETTLEMENTS if self.timeless else AT_SEATS
        return Residents(places, estimated, f"{join_sources(own['source'])}；{how}")


def find_counties(area: pd.Series, geography: Geography) -> pd.Series:
    """Find the county of each code of a township or county, None for other codes."""
    known = dict(geography.townships["county"]) | {code: code for code in geography.counties.index}
    return pd.Series([known.get(code) for code in area], index=area.index, dtype=object)


def locate_residents(
    settlements: gpd.GeoDataFrame, people: pd.DataFrame, committees: pd.DataFrame, geo: Geography
) -> ResidentDistribution:
    """Locate people at ``settlements`` if any have people, else at the seats of townships.

    ``people`` and ``committees`` have ``area_code, year, value, kind, source``: the residents of townships and
    counties, and the committees of townships that a county's residents are spread by.
    """
    held = settlements[settlements["population"].astype(float) > 0]
    years = tuple(sorted({int(year) for year in people["year"]}))
    return _locate_at_settlements(held, years, geo) if len(held) else _locate_at_seats(people, committees, geo)


def _locate_at_settlements(
    settlements: gpd.GeoDataFrame, years: tuple[int, ...], geography: Geography
) -> ResidentDistribution:
    """Locate people at settlements; counties with a township without settlements are left out."""
    townships = geography.townships["county"]
    area = settlements["area_code"].astype(str)
    county = find_counties(area, geography)
    inside = county.notna().to_numpy()
    own, county = settlements[inside], county[inside]
    complete = _find_complete_counties(area[inside], townships)
    own, county = own[county.isin(complete).to_numpy()], county[county.isin(complete)]
    codes = pd.Index(own["code"].astype(str))
    described = {"name": own["name"].to_numpy(), "county": county.to_numpy()}
    township = own["area_code"].where(own["area_code"].isin(townships.index), "").to_numpy()
    places = gpd.GeoDataFrame(
        described | {"township": township}, geometry=own.geometry.to_numpy(), index=codes, crs=own.crs
    )
    population = own["population"].to_numpy(float)
    figures = pd.DataFrame(
        {
            "code": codes,
            "population": population,
            "kind": classify_places(own).to_numpy(),
            "source": own["source"].to_numpy(),
        }
    )
    return ResidentDistribution(places, figures, years, timeless=True, outside=int((~inside).sum()))


def _find_complete_counties(held: pd.Series, townships: pd.Series) -> set[str]:
    """Find the counties of which every township, if they have any, is among ``held``."""
    lacking = set(townships[~townships.index.isin(held)])
    return (set(townships) | set(held)) - lacking


def _locate_at_seats(people: pd.DataFrame, committees: pd.DataFrame, geography: Geography) -> ResidentDistribution:
    """Locate each township's own residents at its seat, else the rest of its county's, spread by committees.

    Committees are the latest count up to the year, else the first one after it.
    """
    townships = geography.townships["county"]
    people = people.drop_duplicates(["area_code", "year"])  # files that contradict each other are refused elsewhere
    years = sorted({int(year) for year in people["year"]})
    if townships.empty or not years:
        return ResidentDistribution()
    cells = pd.MultiIndex.from_product([townships.index, years], names=["area_code", "year"])
    own = people.set_index(["area_code", "year"])[["value", "kind", "source"]].reindex(cells).reset_index()
    own["county"] = own["area_code"].map(townships)
    own["committees"], own["counted"] = _count_committees(committees, cells)
    spread = _spread_by_committees(own, people.set_index(["area_code", "year"]))
    figures = spread[spread["population"].notna()]
    places = geography.townships[["name", "county"]].assign(township=townships.index)
    seats = gpd.GeoDataFrame(places, geometry=geography.seats.reindex(townships.index).to_numpy(), crs=GEOGRAPHIC_CRS)
    return ResidentDistribution(seats, figures, tuple(sorted(figures["year"].unique().tolist())))


def _count_committees(committees: pd.DataFrame, cells: pd.MultiIndex) -> tuple[np.ndarray, np.ndarray]:
    """Count the committees of each township as of each year, with the year of the count; NaN where never counted."""
    wide = committees.pivot_table(index="year", columns="area_code", values="value", aggfunc="sum")
    years = cells.get_level_values("year").unique()
    every = wide.reindex(sorted({*wide.index, *years}))
    counted = every.notna().mul(every.index.to_numpy(float), axis=0).where(every.notna())
    count, when = (frame.ffill().bfill().loc[years] for frame in (every, counted))
    return tuple(frame.T.stack(future_stack=True).reindex(cells).to_numpy(float) for frame in (count, when))  # type: ignore[return-value]


def _spread_by_committees(own: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Spread figures over townships, as ``ResidentDistribution.figures``; all or none of a county are NaN."""
    key = [own["county"], own["year"]]
    unknown = own["value"].isna()
    of_county = people.reindex(pd.MultiIndex.from_arrays(key))
    left = (of_county["value"].to_numpy() - own["value"].fillna(0).groupby(key).transform("sum")).clip(lower=0)
    weights = own["committees"].where(unknown)
    whole = (
        weights.groupby(key).transform("sum").where(~weights.isna().where(unknown, False).groupby(key).transform("any"))
    )
    spread = left * weights / whole.where(whole > 0)
    population = own["value"].where(~unknown, spread)
    complete = ~population.isna().groupby(key).transform("any")
    counted = "按" + own["counted"].fillna(0).astype(int).astype(str) + "年村（居）委会数分摊"
    source = own["source"].where(~unknown, pd.Series(of_county["source"].to_numpy()).fillna("") + "，" + counted)
    made_up = (
        own["kind"].where(~unknown, pd.Series(of_county["kind"].to_numpy())) == ValueKind.DEMONSTRATION
    ).to_numpy()
    return pd.DataFrame(
        {
            "code": own["area_code"],
            "year": own["year"],
            "population": population.where(complete),
            "kind": np.where(made_up, str(ValueKind.DEMONSTRATION), str(ValueKind.ESTIMATED)),
            "source": source,
        }
    )
