"""Values of indicators and facilities as rows for people and machines."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import pandas as pd

from datasets.census.books import BOOKS
from datasets.city.city import City
from datasets.city.facilities import find_townships, select_open_facilities
from geodata.region import Level, lies_within
from indicators.definition import Indicator
from indicators.gaps.small_counts import CountBasis, find_count_basis

BASIS = ["events", "interval_low", "interval_high", "small"]
COLUMNS = ["area_code", "area_name", "year", "value", "unit", "counted", *BASIS, "kind", "source", "note", "caveat"]
COLUMNS += ["comparability", "dataset", "demonstration"]


class Counted(StrEnum):
    """Whether a figure of a census counts everybody."""

    FULL = "full"
    SAMPLE = "sample"  # the long form, of about every tenth household


def value_rows(
    city: City, dataset: str, indicator: str, level: Level, years: list[int], within: str | None = None
) -> pd.DataFrame:
    """One row for every area of the level and every year, ``COLUMNS``; None for whatever is missing.

    ``events`` is the count behind a figure that chance moves, ``interval_low`` and ``interval_high`` its 95 % interval
    in its unit; ``small`` says that they are too few for a verdict. ``counted`` is of census figures; ``note`` is what
    is to be said of one figure, ``caveat`` what is to be known of all. ``comparability`` says how the figures of the
    two censuses of a county compare, None where they do so fully. ``within`` keeps what lies in one county or division.
    """
    codes = [code for code in city.geography.codes(level) if lies_within(city.geography.county_of(code) or "", within)]
    index = pd.MultiIndex.from_product([years, codes], names=["year", "area_code"])
    parts = ["value", "kind", "source", "note", "numerator", "denominator"]
    found = city.records(dataset, indicator).swaplevel()[parts].reindex(index)
    definition = city.indicators[indicator]
    figures = found[["value", "numerator", "denominator"]].astype(float)
    rests = [_basis_cells(find_count_basis(definition, *figure)) for figure in figures.itertuples(index=False)]
    rows = found.assign(**pd.DataFrame(rests, index=index, columns=BASIS, dtype=object)).reset_index()
    rows["area_name"] = [city.geography.name(code, year) for code, year in rows[["area_code", "year"]].to_numpy()]
    rows = rows.assign(unit=definition.unit, caveat=definition.caveat or None)
    rows["counted"] = rows["source"].map(_map_counted(definition))
    marks = city.datasets[dataset].comparability
    rows["comparability"] = [marks.get(code) for code in rows["area_code"]]
    rows = rows.assign(**city.datasets[dataset].identity)
    return rows[COLUMNS].astype(object).where(rows[COLUMNS].notna(), None)


def _map_counted(indicator: Indicator) -> dict[str, Counted]:
    """By source how the figures of an indicator were counted; of other sources than the censuses it is not known."""
    return dict.fromkeys(BOOKS.values(), Counted.SAMPLE if indicator.sampled else Counted.FULL)


def _basis_cells(found: CountBasis | None) -> tuple[float | None, float | None, float | None, bool | None]:
    """The cells of ``BASIS``; all None where chance is not in a figure."""
    if found is None:
        return None, None, None, None
    return found.events, *(found.interval or (None, None)), found.is_small


def facility_rows(
    city: City, dataset: str, types: Sequence[str], year: int, within: str | None = None
) -> list[dict[str, Any]]:
    """The facilities of some types that were open in a year, those of one county where ``within`` names it.

    Columns of the dataset besides ``township``, ``longitude`` and ``latitude`` (EPSG:4490); None for what is missing.
    """
    points = select_open_facilities(city, dataset, year, within)
    points = points[points["type"].isin(types)]
    described = pd.DataFrame(points.drop(columns="geometry")).assign(
        township=find_townships(points, city.geography), longitude=points.geometry.x, latitude=points.geometry.y
    )
    rows: list[dict[str, Any]] = described.astype(object).where(described.notna(), None).to_dict("records")  # type: ignore[assignment]  # its keys are names
    return rows
