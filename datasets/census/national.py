"""Every county of the country in the two censuses: where a county stands among them, and which are most like it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import numpy as np
import pandas as pd
from annotated_types import Ge
from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as checked_dataclass

from datasets.census.books import COUNTRY, YEARS, Census
from datasets.census.comparability import Comparability
from datasets.files.csv_rows import describe_failing_rows, read_csv_as_text
from datasets.files.declarations import read_declarations
from indicators.definition import Indicator
from indicators.gaps.small_counts import are_too_few
from indicators.ranks import rank_values
from locales import say
from locales.data import speaks

AREA = "area_km2"
_AREA_COLUMNS = ["adcode", AREA]
_MOST_ALIKE = 10


@speaks("name", "unit")
@checked_dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class LikenessMeasure:
    """One of the measures in which counties are compared: ``numerator / denominator * per``, or its logarithm.

    ``weight`` is what it counts unless a reader gives another; 0 leaves it out.
    """

    name: str
    numerator: str
    unit: str
    decimals: int
    denominator: str | None = None
    per: float = 1
    logarithm: bool = False
    weight: Annotated[float, Ge(0)] = 1


@dataclass(frozen=True)
class Place:
    """Where a county stands: ``rank`` of ``of`` counties that can be ranked; equal figures share the better rank.

    1 is the best, or the highest where the indicator is not judged. ``percentile`` is the share of the others, in %,
    that stand behind; None where there is no other.
    """

    rank: int
    of: int
    percentile: float | None


@dataclass(frozen=True)
class SimilarCounty:
    """A county and how far it is: the root of the weighted mean of squared differences in standard deviations."""

    adcode: str
    distance: float


@dataclass(frozen=True)
class Summary:
    """The simple mean, the lowest and the highest value of ``counted`` counties."""

    mean: float
    low: float
    high: float
    counted: int


@speaks("names", "divisions")
@dataclass(frozen=True)
class NationalFigures:
    """Counties of the country by the adcode of their polygon.

    ``amounts`` has a frame a year, counties by variables, NaN where the crosswalk leads to no figure; ``names`` are
    those of the base map, ``divisions`` those of provinces and prefectures; ``measures`` say what likeness is;
    ``comparability`` marks the counties whose two years do not, or not quite, compare.
    """

    amounts: dict[int, pd.DataFrame] = field(default_factory=dict)
    names: pd.Series = field(default_factory=lambda: pd.Series(dtype=str))
    divisions: dict[str, str] = field(default_factory=dict)
    measures: dict[str, LikenessMeasure] = field(default_factory=dict)
    comparability: dict[str, Comparability] = field(default_factory=dict)
    _values: dict[tuple[str, int], pd.Series] = field(default_factory=dict, repr=False)
    _ranks: dict[tuple[str, int], tuple[dict[str, float], dict[str, np.ndarray]]] = field(
        default_factory=dict, repr=False
    )
    _scores: dict[tuple[int, tuple[str, ...]], pd.DataFrame] = field(default_factory=dict, repr=False)

    @property
    def declared_weights(self) -> dict[str, float]:
        """What every measure of likeness counts unless a reader gives another weight."""
        return {key: one.weight for key, one in self.measures.items()}

    def find_name(self, adcode: str) -> str:
        """A county with its province and prefecture: 广东省清远市连州市."""
        province, prefecture = (self.divisions.get(f"{adcode[:length]:0<6}", "") for length in (2, 4))
        if prefecture.startswith(province):  # 海南省直辖县级行政区
            prefecture = ""
        inner = str(self.names[adcode])
        for outer in filter(None, (prefecture, province)):
            inner = say("common-place-within", outer=outer, inner=inner)
        return inner

    def values(self, indicator: Indicator, year: int) -> pd.Series:
        """An indicator's values of all counties that have one, by adcode; empty where the census has none."""
        formula, key = indicator.formula, (indicator.id, year)
        if key not in self._values:
            self._values[key] = self._divide_sums(formula.numerator, formula.denominator, formula.per, year).dropna()
        return self._values[key]

    def find_places(self, indicator: Indicator, adcode: str, year: int) -> tuple[Place, Place] | None:
        """A county's place in its province and in the country; None without a figure, or for one on too few people."""
        ranks, sorted_ranks = self._rank(indicator, year)
        if adcode not in ranks:
            return None
        own = ranks[adcode]
        return _find_place(sorted_ranks[adcode[:2]], own), _find_place(sorted_ranks[COUNTRY], own)

    def summarise(self, indicator: Indicator, adcodes: Collection[str], year: int) -> Summary | None:
        """What the figures of several counties come to; None where none of them has one."""
        known = self.values(indicator, year).reindex(list(adcodes)).dropna()
        return Summary(float(known.mean()), float(known.min()), float(known.max()), len(known)) if len(known) else None

    def _rank(self, indicator: Indicator, year: int) -> tuple[dict[str, float], dict[str, np.ndarray]]:
        """The ranks in the country of all whose figure does not rest on too few people, by adcode.

        And in order, those of every province (by two digits) and of the country (``COUNTRY``).
        """
        key = (indicator.id, year)
        if key not in self._ranks:
            values = self.values(indicator, year)
            counts = self._divide_sums(indicator.formula.numerator, None, 1, year).reindex(values.index)
            few = are_too_few(indicator.count_kind, counts.to_numpy(dtype=float))
            ranks = rank_values(values[~few], indicator).sort_values()
            provinces = np.array([code[:2] for code in ranks.index], dtype=str)
            in_order = {str(one): ranks.to_numpy()[provinces == one] for one in np.unique(provinces)}
            by_adcode = {str(code): float(rank) for code, rank in ranks.items()}
            self._ranks[key] = by_adcode, in_order | {COUNTRY: ranks.to_numpy()}
        return self._ranks[key]

    def find_similar(
        self, adcode: str, year: int, weights: Mapping[str, float] | None = None, most: int = _MOST_ALIKE
    ) -> list[SimilarCounty]:
        """The counties most alike, the nearest first; none where a measure of the county itself is not known.

        ``weights`` by measure replace those declared; at least one has to be above 0. Counties without one of the
        measures that count are left out.
        """
        weighed = self.declared_weights | dict(weights or {})
        counted = tuple(key for key in self.measures if weighed[key] > 0)
        if not counted:
            raise ValueError("weights: expected at least one above 0")
        known = self._standardise(year, counted)
        if adcode not in known.index:
            return []
        shares = np.array([weighed[key] for key in counted]) / sum(weighed[key] for key in counted)
        scores = known.to_numpy()
        at = known.index.get_loc(adcode)
        distances = np.sqrt((scores - scores[at]) ** 2 @ shares)
        nearest = [found for found in np.argsort(distances, kind="stable") if found != at][:most]
        return [SimilarCounty(str(known.index[found]), float(distances[found])) for found in nearest]

    def measure_values(self, year: int) -> pd.DataFrame:
        """The measures of likeness of all counties, as they are shown: counties x measures."""
        return pd.DataFrame(
            {
                key: self._divide_sums(one.numerator, one.denominator, one.per, year)
                for key, one in self.measures.items()
            }
        )

    def _standardise(self, year: int, counted: tuple[str, ...]) -> pd.DataFrame:
        """Measures in standard deviations from the mean of the country; counties without one of them are left out."""
        if (year, counted) not in self._scores:
            values = self.measure_values(year)[list(counted)]
            logarithmic = [key for key in counted if self.measures[key].logarithm]
            values[logarithmic] = np.log(values[logarithmic].where(values[logarithmic] > 0))
            self._scores[year, counted] = ((values - values.mean()) / values.std(ddof=0)).dropna()
        return self._scores[year, counted]

    def _divide_sums(self, numerator: str, denominator: str | None, per: float, year: int) -> pd.Series:
        amounts = self.amounts.get(year, pd.DataFrame())
        if not {numerator, denominator or numerator} <= set(amounts.columns):
            return pd.Series(index=amounts.index, dtype=float)
        if denominator is None:
            return amounts[numerator] * per
        return amounts[numerator] / amounts[denominator].where(amounts[denominator] > 0) * per


def find_census_year(year: int) -> int:
    """The last census up to a year; for an earlier year the first."""
    return max((own for own in YEARS if own <= year), default=YEARS[0])


def read_national_figures(
    root: Path, census: Census, names: tuple[pd.Series, dict[str, str]], variables: set[str], faults: list[str]
) -> NationalFigures:
    """Build them with what the project's folder ``root`` declares; ``names`` are of counties and of what is above."""
    areas = read_areas(root / "datasets" / "public" / "census" / "polygon_areas.csv", faults)
    measures = read_likeness(root / "indicators" / "likeness.toml", variables, faults)
    return build_national_figures(census, *names, areas, measures)


def build_national_figures(
    census: Census,
    names: pd.Series,
    divisions: dict[str, str],
    areas: pd.Series,
    measures: dict[str, LikenessMeasure],
) -> NationalFigures:
    """Follow every polygon to its rows of the books. ``areas`` are square kilometres by adcode."""
    amounts = {year: _tabulate_counties(census, year).assign(**{AREA: areas}) for year in YEARS}
    marks = census.crosswalk["comparability"]
    differing = {str(code): Comparability(mark) for code, mark in marks.items() if mark != Comparability.FULL}
    return NationalFigures(amounts, names, divisions, measures, differing)


def _tabulate_counties(census: Census, year: int) -> pd.DataFrame:
    """Counties by variables of a year; rows that were merged since are added up."""
    return census.sum_rows(((code, census.rows_of(code, year)) for code in census.crosswalk.index), year)


def read_areas(path: Path, faults: list[str]) -> pd.Series:
    """The areas of the base map's polygons in square kilometres, by adcode; faults are added to ``faults``."""
    table = read_csv_as_text(path, _AREA_COLUMNS, faults)
    if table is None:
        return pd.Series(dtype=float)
    numbers = pd.to_numeric(table[AREA], errors="coerce")
    faults += describe_failing_rows(path, table, [(~(numbers > 0), AREA, "square kilometres above 0")])
    return numbers.set_axis(table["adcode"])


def read_likeness(path: Path, variables: set[str], faults: list[str]) -> dict[str, LikenessMeasure]:
    """The measures of likeness; faults are added to ``faults``."""
    measures = read_declarations(path, LikenessMeasure, faults)
    faults += [
        f"{path.name}: {key}: expected names in variables.toml or {AREA}, got '{name}'"
        for key, one in measures.items()
        for name in (one.numerator, one.denominator)
        if name and name not in variables and name != AREA
    ]
    return measures


def _find_place(ranks: np.ndarray, own: float) -> Place:
    """The place of a rank among those of a scope, which are in order and may be some of a larger ranking."""
    ahead, upto = np.searchsorted(ranks, own, "left"), np.searchsorted(ranks, own, "right")
    others = len(ranks) - 1
    return Place(int(ahead) + 1, len(ranks), (len(ranks) - int(upto)) / others * 100 if others else None)
