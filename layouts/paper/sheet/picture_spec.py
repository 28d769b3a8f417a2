"""Pictures to be drawn, as plain data that goes to the drawing process: only that process loads matplotlib."""

import hashlib
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from typing import Any, Generic, Self, TypeVar

import geopandas as gpd
import numpy as np
import shapely

from datasets.queries.storyboard import Mark
from geodata.travel.travel import to_metres
from layouts.figures.specs.chart_spec import ChartSpec
from layouts.sheet_sizes import Format, Paper

Chart = TypeVar("Chart", bound=ChartSpec)
NOWHERE = np.empty((0, 2))


class MissingGlyphError(ValueError):
    """A text holds a character that no font can draw: better no picture than one with a box in it."""


class FontError(ValueError):
    """A setting names a font that is neither a file nor installed, or no Chinese font is there at all."""


class SheetKind(StrEnum):
    """What can be drawn: the module of ``layouts.paper`` that draws it, and the function of the same file."""

    CHART = "charts.charts.render_chart"
    COVERAGE = "maps.coverage_sheet.render_coverage_sheet"
    FEATURES = "maps.feature_sheet.render_feature_sheet"
    MAPS = "maps.map_sheet.render_map_sheet"
    OVERVIEW = "overview.sheet.render_overview"
    SCENARIO = "maps.scenario_sheet.render_scenario_sheet"


MODULES = tuple(f"layouts.paper.{sheet.rpartition('.')[0]}" for sheet in SheetKind)  # of whoever draws


def choose_fonts(sans: str, serif: str) -> None:
    """Set pictures and booklets of this process in these fonts, as ``sheet.fonts`` says. Raises FontError."""
    import_module("layouts.paper.sheet.fonts").choose_fonts(sans, serif)


@dataclass(frozen=True, eq=False)
class PictureSpec:
    """A sheet with what is on it: what its function takes before the paper and the format, and after them.

    Orders that say the same are equal, whenever they were made.
    """

    sheet: SheetKind
    contents: tuple[Any, ...]
    options: tuple[Any, ...] = ()

    @cached_property
    def _digest(self) -> bytes:
        return hashlib.sha256(pickle.dumps((self.sheet, self.contents, self.options))).digest()

    def __hash__(self) -> int:
        return hash(self._digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PictureSpec) and self._digest == other._digest

    def __call__(self, on: Paper, form: Format) -> bytes:
        """The file. Raises MissingGlyphError."""
        module, _, function = self.sheet.rpartition(".")
        drawn: bytes = getattr(import_module(f"layouts.paper.{module}"), function)(
            *self.contents, on, form, *self.options
        )
        return drawn


@dataclass(frozen=True)
class RenderTask:
    """An order on its paper, in its format."""

    order: PictureSpec
    on: Paper
    form: Format

    def __call__(self) -> bytes:
        """The file. Raises MissingGlyphError."""
        return self.order(self.on, self.form)


@dataclass(frozen=True)
class Caption:
    """What is written around a drawing. ``notes`` stand at the foot."""

    title: str
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    watermark: str | None = None


@dataclass(frozen=True)
class NamedPicture:
    """A picture with what is written around it and a name for its file (without ending)."""

    caption: Caption
    file_name: str
    picture: PictureSpec


@dataclass(frozen=True)
class ChartPicture(NamedPicture, Generic[Chart]):
    """A chart, its data, which documents draw in their own way, and what it comes to ("" where that is not known)."""

    chart: Chart
    finding: str

    @classmethod
    def of(cls, chart: Chart, caption: Caption, file_name: str, finding: str) -> Self:
        """The picture of a chart."""
        return cls(caption, file_name, PictureSpec(SheetKind.CHART, (chart, caption)), chart, finding)


@dataclass(frozen=True)
class CoverageSpec:
    """Points as (n, 2) arrays in metres of the region's metric CRS, ``residents`` and ``covered`` by settlement.

    ``catchment`` is in metres too. ``names`` are what the legend calls facilities, settlements within and beyond the
    standard, and the catchment; ``marks`` what a user put on the map by hand.
    """

    facilities: np.ndarray
    settlements: np.ndarray
    residents: np.ndarray
    covered: np.ndarray
    catchment: shapely.Geometry
    names: tuple[str, str, str, str]
    marks: tuple[Mark, ...] = ()

    @classmethod
    def of(
        cls,
        facilities: gpd.GeoSeries,
        places: gpd.GeoDataFrame | None,
        covered: np.ndarray,
        catchment: shapely.Geometry,
        metric_crs: str,
        names: tuple[str, str, str, str],
    ) -> Self:
        """What stands and who lives where, in any CRS: ``places`` with their ``population``; None where not known."""
        settlements, residents = NOWHERE, np.empty(0)
        if places is not None:
            settlements, residents = to_metres(places.geometry, metric_crs), places["population"].to_numpy(float)
        return cls(to_metres(facilities, metric_crs), settlements, residents, covered.astype(bool), catchment, names)


@dataclass(frozen=True)
class ScenarioSpec:
    """Points as (n, 2) arrays in metres of the region's metric CRS; ``ways`` lead from old places to new ones.

    ``covered`` and ``uncovered`` are people within the standard and beyond who stay there; ``won`` and ``lost`` change.
    ``marks`` are what a user put on the map by hand.
    """

    standing: np.ndarray
    new: np.ndarray
    closed: np.ndarray
    covered: np.ndarray
    uncovered: np.ndarray
    won: np.ndarray
    lost: np.ndarray
    reach: shapely.Geometry
    ways: Sequence[tuple[np.ndarray, np.ndarray]] = field(default=())
    marks: Sequence[Mark] = ()


@dataclass(frozen=True)
class FeatureMap:
    """One state: ``shapes`` in any CRS, ``differs`` which of them the other state has not alike, and their colour."""

    title: str
    shapes: gpd.GeoSeries
    differs: np.ndarray
    colour: str
