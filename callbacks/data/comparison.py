"""What an import does to the maps: which indicators change, and a picture of both states under one legend."""

from dataclasses import dataclass, replace

import pandas as pd

from datasets.city.city import City
from datasets.kinds import ImportKind
from datasets.store.versions.spatial_rows import build_geometries, find_differing_rows
from geodata.geography import Geography
from geodata.region import Level
from indicators.classes import Method
from indicators.definition import Indicator
from layouts.figures.maps.map_spec import MapSpec, map_spec
from layouts.paper.sheet.picture_spec import Caption, FeatureMap, PictureSpec, RenderTask, SheetKind
from layouts.sheet_sizes import Format, paper
from layouts.words.common import DEMO_RIBBON, number
from layouts.words.pages import atlas as atlas_words
from layouts.words.pages import data as words
from layouts.words.paper import pictures as picture_words

_CLASSES = 5
_SIZE = "1000x400"
_DPI = 96
_COLOURS = "#17694B", "#A3123A"  # of what the state after has of its own, and the state before


class NothingToCompareError(LookupError):
    """Neither state has a county's value of the indicator and year."""


@dataclass(frozen=True)
class Comparison:
    """A dataset as it becomes and as it was: cities that hold both, and the dataset's id in each (None: not there)."""

    after: City
    before: City
    dataset: str
    dataset_before: str | None

    def changed_years(self) -> dict[str, list[int]]:
        """By indicator the years in which any county's value differs, the last first; headline indicators first."""
        keys = sorted(self.after.indicators, key=lambda key: not self.after.indicators[key].headline)
        found = {key: _differing_years(*self._values(key)) for key in keys}
        return {key: years for key, years in found.items() if years}

    def _values(self, indicator: str) -> tuple[pd.Series, pd.Series]:
        """The counties' values by area and year, after and before."""
        return (
            _county_values(self.after, self.dataset, indicator),
            _county_values(self.before, self.dataset_before, indicator),
        )

    def picture(self, indicator: str, year: int, titles: tuple[str, str]) -> RenderTask:
        """SVG of the counties after (left, ``titles[0]``) and before, classed alike.

        Raises NothingToCompareError.
        """
        after, before = (values.unstack("area_code") for values in self._values(indicator))
        city, key = (self.after, self.dataset) if year in after.index else (self.before, self.dataset_before)
        if key is None or (year not in after.index and year not in before.index):
            raise NothingToCompareError(indicator, year)
        spec = _spec(city, key, indicator, year)
        scheme = city.panel(key, indicator, Level.COUNTY, Method.NATURAL, _CLASSES).scheme
        shown = [_of_year(values, year, spec.names.index) for values in (after, before)]
        specs = [
            replace(
                spec,
                title=title,
                classes=scheme.classify(values).astype("Int64"),
                names=_with_values(spec.names, values, city.indicators[indicator]),
            )
            for title, values in zip(titles, shown, strict=True)
        ]
        caption = Caption(
            title=picture_words.title(city.region.name, [(city.indicators[indicator], year)]),
            watermark=DEMO_RIBBON if self.after.datasets[self.dataset].demonstration else None,
        )
        return _printed(PictureSpec(SheetKind.MAPS, (specs, city.geography, caption)))


def _spec(city: City, dataset: str, indicator: str, year: int) -> MapSpec:
    region = city.region
    names = city.geography.areas(Level.COUNTY)["short_name"]
    groups = (region.groups[region.focus].name, region.groups[region.benchmark].name)
    return map_spec(
        city.panel(dataset, indicator, Level.COUNTY, Method.NATURAL, _CLASSES),
        year,
        Level.COUNTY,
        ("", picture_words.legend_title(city.indicators[indicator])),
        names,
        atlas_words.outline_texts(*groups)[Level.COUNTY],
        False,
    )


def _with_values(names: pd.Series, values: pd.Series, indicator: Indicator) -> pd.Series:
    """Names with their values: a change within a class shows too."""
    if indicator.yes_no:
        return names
    texts = values.map(lambda value: f" {number(value, indicator.decimals)}", na_action="ignore").fillna("")
    return names + texts.astype(str)


def _of_year(values: pd.DataFrame, year: int, codes: pd.Index) -> pd.Series:
    return values.T[year].reindex(codes) if year in values.index else pd.Series(float("nan"), index=codes)


def _county_values(city: City, dataset: str | None, indicator: str) -> pd.Series:
    known = city.datasets.get(dataset or "")
    records = known.records.get(indicator) if known else None
    if records is None:
        empty = pd.MultiIndex.from_arrays([[], []], names=["area_code", "year"])
        return pd.Series(dtype=float, index=empty)
    own = records.index.isin(city.geography.codes(Level.COUNTY), level="area_code")
    return records.loc[own, "value"].dropna()


def _differing_years(after: pd.Series, before: pd.Series) -> list[int]:
    if after.empty and before.empty:
        return []
    pair = pd.concat({"after": after, "before": before}, axis="columns")
    same = (pair["after"] == pair["before"]) | (pair["after"].isna() & pair["before"].isna())
    return sorted({int(year) for year in pair.index[~same].get_level_values("year")}, reverse=True)


def features_picture(
    kind: ImportKind, after: pd.DataFrame, before: pd.DataFrame, geography: Geography, titles: tuple[str, str]
) -> RenderTask:
    """SVG of what stands where after (left, ``titles[0]``) and before; rows in the columns of ``STORED[kind]``."""
    pairs = (after, before), (before, after)
    left, right = (
        FeatureMap(
            words.with_colour(titles[at], at),
            build_geometries(rows),
            find_differing_rows(kind, rows, others),
            _COLOURS[at],
        )
        for at, (rows, others) in enumerate(pairs)
    )
    crs, caption = geography.region.metric_crs, Caption(title="")  # what is shown is chosen above the picture
    return _printed(PictureSpec(SheetKind.FEATURES, ((left, right), geography.counties, crs, caption)))


def _printed(order: PictureSpec) -> RenderTask:
    return RenderTask(order, paper(_SIZE, _DPI), Format.SVG)


def titles_of(draft: bool) -> tuple[str, str]:
    """What stands over the two maps."""
    return (words.MAP_DRAFT, words.MAP_PUBLISHED) if draft else (words.MAP_AFTER, words.MAP_BEFORE)
