"""Match the areas that rows of points state, and find the seat of a township for rows without coordinates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd

from datasets.imports.cells.area_index import AreaIndex, AreaReading, MatchedBy
from datasets.imports.cells.cell_values import match_key
from datasets.imports.cells.fault_collector import RowReview
from datasets.imports.cells.match_areas import AreaMatch, match_areas, report_matches
from datasets.imports.model import ColumnRole, FaultCode, Severity
from geodata.geography import Geography
from geodata.region import Level
from indicators.facilities.facility_types import FacilityType


@dataclass(frozen=True)
class PlaceContext:
    """The data that points are checked against.

    ``facility_type`` and ``source`` are the defaults of rows without. ``labels`` are the columns as the user sees them.
    """

    geography: Geography
    areas: AreaIndex
    types: Mapping[str, FacilityType] = field(default_factory=dict)
    facility_type: str | None = None
    source: str = ""
    labels: Mapping[ColumnRole, str] = field(default_factory=dict)

    @property
    def finest(self) -> gpd.GeoSeries:
        """The smallest areas that are drawn, by code: townships, and counties that have none."""
        return self.geography.finest

    @cached_property
    def county_of(self) -> pd.Series:
        """The county of every area; that of a county is the county itself."""
        geography = self.geography
        county: pd.Series = pd.concat([geography.counties["county"], geography.townships["county"]])
        return county

    def labels_of(self, codes: Iterable[str]) -> list[str]:
        """The names of areas, for a message."""
        return [self.areas.labels.get(code, str(code)) for code in codes]


@dataclass(frozen=True)
class StatedAreas:
    """The area that each row states: ``area`` is a township's or county's code or None, ``match`` how it was found."""

    area: np.ndarray
    match: np.ndarray


def read_stated_areas(areas: pd.DataFrame, context: PlaceContext, absent: np.ndarray, review: RowReview) -> StatedAreas:
    """Match the texts ``area_code, area_name, place``; a township found by its name goes before its county.

    What cannot be matched is an error in a row without coordinates (``absent``) and else a warning.
    """
    key_of, _ = pd.factorize(areas["area_code"] + "\0" + areas["area_name"] + "\0" + areas["place"])
    first = np.unique(key_of, return_index=True)[1]
    distinct = areas.iloc[first].reset_index(drop=True)
    matches = match_areas(distinct["area_code"], distinct["area_name"], context.areas)
    stated = matches.area_code.astype(object).where(matches.area_code.notna(), None)
    found = [
        _match_row(place, area, match, matches.verdicts[pair], context)
        for place, area, match, pair in zip(distinct["place"], stated, matches.match, matches.pair, strict=True)
    ]
    number_of = np.empty(len(first), dtype=int)
    number_of[key_of[first]] = np.arange(len(first))
    row_of = number_of[key_of]
    texts = (areas["area_code"] + " " + areas["area_name"] + " " + areas["place"]).str.strip()
    report_matches([verdict for *_, verdict in found], row_of, texts.to_numpy(dtype=object), review, absent)
    codes = np.array([code for code, *_ in found] or [None], dtype=object)[row_of]
    how = np.array([match for _, match, _ in found] or [MatchedBy.NONE], dtype=object)[row_of]
    return StatedAreas(codes, how)


_NOT_BY_PLACE = (FaultCode.AREA_FOREIGN, FaultCode.AREA_DISAGREES)  # a township's name cannot resolve these


def _match_row(
    place: str, area: str | None, match: MatchedBy, verdict: AreaMatch, context: PlaceContext
) -> tuple[str | None, MatchedBy, AreaMatch]:
    """Match one row: its area, how it was found, and its fault with what is allowed instead."""
    if verdict.problem in _NOT_BY_PLACE and verdict.severity is Severity.ERROR:
        return None, MatchedBy.NONE, verdict
    if context.areas.is_foreign(place):
        foreign = AreaMatch(None, problem=FaultCode.AREA_FOREIGN, allowed=context.areas.own_prefix)
        return None, MatchedBy.NONE, foreign
    known = area if area in context.county_of.index else None
    if not place:
        return known, match if known else MatchedBy.NONE, AreaMatch(None)
    readings = find_townships(place, context.areas)
    within = [reading for reading in readings if known in (None, reading.code, context.county_of[reading.code])]
    if len(within) == 1:
        return within[0].code, within[0].match, AreaMatch(within[0])
    problem = FaultCode.AREA_AMBIGUOUS if readings else FaultCode.AREA_UNKNOWN
    options = context.areas.listed(reading.code for reading in readings) or context.areas.suggestions(place)
    return known, match if known else MatchedBy.NONE, AreaMatch(None, problem=problem, allowed=options)


def find_townships(place: str, areas: AreaIndex) -> list[AreaReading]:
    """Find the townships that a name may mean; a village after its township (太平镇马岳村) means the township."""
    text = match_key(place)
    ends = [end for end in range(len(text), 1, -1) if end == len(text) or text[end - 1] in "镇乡道"]
    for end in ends:
        readings = [reading for reading in areas.readings(text[:end]) if reading.level is Level.TOWNSHIP]
        if readings:
            return readings
    return []


def find_seats(codes: np.ndarray, geography: Geography) -> gpd.GeoSeries:
    """Find the seat of each township, None for any other code."""
    return gpd.GeoSeries(geography.seats.reindex(codes).to_numpy(), crs=geography.seats.crs)


def measure_km_outside(longitude: np.ndarray, latitude: np.ndarray, geography: Geography) -> np.ndarray:
    """Measure how far points of China are outside the region, in km in the metric CRS."""
    metric_crs = geography.region.metric_crs
    region = geography.counties.to_crs(metric_crs).union_all()
    points = gpd.GeoSeries(gpd.points_from_xy(longitude, latitude), crs=geography.counties.crs).to_crs(metric_crs)
    km: np.ndarray = points.distance(region).to_numpy() / 1000
    return km
