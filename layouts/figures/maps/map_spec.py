"""The description of a map that screen and paper both draw, so that an area has one class and one colour in both."""

from dataclasses import dataclass, field

import pandas as pd

from datasets.queries.storyboard import Mark
from geodata.geography import Geography
from geodata.region import Level
from indicators.classed_values import ClassedValues
from layouts.figures.colour_scales import panel_colours
from layouts.figures.maps.facilities import FacilityPoints
from layouts.figures.theme import MISSING_FILL
from layouts.words.small_counts import panel_labels
from locales import say


@dataclass(frozen=True)
class MapSpec:
    """One map of one year. ``classes`` holds a class number by area code, in map order; <NA> is hatched as missing.

    ``title`` heads the map and ``legend`` its classes; ``names`` and ``values`` are what is written on the areas, by
    code, a value below its name where it fits.
    ``schematic`` borders are no legal ones. With ``has_small`` the last class is of values on too few events.
    ``facilities`` are the points over the areas, a type each. ``better`` says which way the colours tell is better,
    where they are of one family. ``outline`` is what the borders over the areas are, ``group_line`` what the line
    between groups is; empty on a map without it.
    """

    title: str
    legend: str
    level: Level
    classes: pd.Series
    colours: tuple[str, ...]
    labels: tuple[str, ...]
    names: pd.Series
    outline: str
    schematic: bool
    has_small: bool = False
    values: pd.Series | None = None
    missing_label: str = field(default_factory=lambda: say("common-missing"))
    facilities: tuple[FacilityPoints, ...] = ()
    group_line: str = ""
    marks: tuple[Mark, ...] = ()
    better: str = ""

    @property
    def counts(self) -> list[int]:
        """How many areas each class holds."""
        return [int((self.classes == number).sum()) for number in range(len(self.colours))]

    @property
    def legend_rows(self) -> list[tuple[str, str, int]]:
        """Label, colour and count of every class, the highest on top, values on too few events last."""
        rows = [*zip(self.labels, self.colours, self.counts, strict=True)]
        small = [rows.pop()] if self.has_small else []
        return [*rows[::-1], *small]

    @property
    def shared_legend(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """What maps under one legend have in common: its heading, the labels of the classes proper, and their colours.

        Maps of classes in the same order differ in their families of colours, which stand beside each other.
        """
        proper = slice(len(self.labels) - self.has_small)
        return self.legend, self.labels[proper], () if self.better else self.colours[proper]

    @property
    def has_only_small(self) -> bool:
        """Whether every value that is known rests on too few events."""
        return self.has_small and not any(self.counts[:-1])

    @property
    def missing(self) -> int:
        """How many areas have no value."""
        return int(self.classes.isna().sum())

    @property
    def area_colours(self) -> pd.Series:
        """The fill of every area, by code."""
        return self.classes.map(lambda number: MISSING_FILL if pd.isna(number) else self.colours[int(number)])


def map_spec(
    panel: ClassedValues,
    year: int,
    level: Level,
    titles: tuple[str, str],
    names: pd.Series,
    outline: str,
    schematic: bool,
    values: pd.Series | None = None,
) -> MapSpec:
    """The map of one year of a panel.

    ``titles`` are the map's and the legend's; ``names`` are those of the areas to be drawn, by code in map order, and
    ``values`` what is to be written below them.
    """
    return MapSpec(
        title=titles[0],
        legend=titles[1],
        level=level,
        classes=panel.classes.T[year][names.index],
        colours=tuple(panel_colours(panel)),
        labels=tuple(panel_labels(panel)),
        names=names,
        outline=outline,
        schematic=schematic,
        has_small=panel.has_small_class,
        values=values,
        better="" if panel.scheme.anchor is not None else say("common-directions", direction=panel.indicator.direction),
    )


def map_labels(
    geography: Geography, level: Level, year: int, within: str | None = None, blank: bool = False
) -> pd.Series:
    """What is written on the areas of a level, by code in map order: short names as they were in ``year``, or nothing.

    With a county or division to be ``within`` only what lies in it is on the map.
    """
    shown = geography.areas_within(level, within)
    if blank:
        return pd.Series("", index=shown.index)
    if level is not Level.COUNTY:
        return shown["short_name"]
    counties = geography.region.by_adcode
    return pd.Series([counties[code].in_year(year).short_name for code in shown.index], index=shown.index)
