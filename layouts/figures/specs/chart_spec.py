"""What charts show, as plain data, for every way to draw them: Plotly, matplotlib, PowerPoint's own charts.

A missing value is None everywhere; ``decimals`` are those that a number is shown with.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan

from indicators.definition import Domain
from indicators.gaps.gaps import Averaging
from indicators.policy.progress import Status
from indicators.profile import CityComparison
from layouts.figures import theme
from layouts.words.charts import full_number, value_text
from locales import say


@dataclass(frozen=True)
class Series:
    """A named row of values in one colour; its line is broken before the position ``starts_anew``."""

    name: str
    colour: str
    values: tuple[float | None, ...]
    starts_anew: int | None = None

    @property
    def floats(self) -> list[float]:
        """The values with NaN for those that are missing."""
        return [nan if value is None else value for value in self.values]

    @property
    def runs(self) -> list[slice]:
        """The positions that a line joins, a slice each."""
        return [slice(self.starts_anew), *([] if self.starts_anew is None else [slice(self.starts_anew, None)])]

    @property
    def last(self) -> int | None:
        """The position of the last known value."""
        return max((position for position, value in enumerate(self.values) if value is not None), default=None)


@dataclass(frozen=True)
class RankingSpec:
    """Areas from best to worst, those without a value last. ``groups`` maps a group's name to its colour.

    ``ranks`` has one number an area, None without a value; it is empty where nothing is ranked. ``remarks`` (one an
    area, or none at all) stand behind the values, ``order`` says how the areas are ordered. ``span`` is the reach of
    the axis over all years.
    """

    unit: str
    decimals: int
    names: tuple[str, ...]
    values: tuple[float | None, ...]
    colours: tuple[str, ...]
    groups: dict[str, str]
    yes_no: bool = False
    ranks: tuple[int | None, ...] = ()
    remarks: tuple[str, ...] = ()
    order: str = ""
    span: tuple[float, float] | None = None

    @property
    def about(self) -> str:
        """How the areas are ordered, and the unit of their values."""
        return say("list-facts").join(
            filter(None, (self.order, "" if self.yes_no else say("chart-unit", unit=self.unit)))
        )

    @property
    def texts(self) -> list[str]:
        """What stands beside every bar."""
        sign = "%" if self.unit == "%" else ""
        remarks = self.remarks or ("",) * len(self.names)
        return [
            say("common-missing")
            if value is None
            else _add_remark(value_text(value, self.decimals, self.yes_no) + sign, remark)
            for value, remark in zip(self.values, remarks, strict=True)
        ]

    @property
    def most_decimals(self) -> int:
        """The decimals that keep every value in its class, where all are written with the same number of them."""
        texts = (full_number(value, self.decimals) for value in self.values if value is not None)
        return max((len(text.partition(".")[2]) for text in texts), default=self.decimals)


@dataclass(frozen=True)
class TrendSpec:
    """A thin line a county, a thick one a group (its simple mean); ``year`` is marked.

    ``area`` is a township that the reader selected. ``remark`` says why there are no lines, ``redrawn`` why some are
    broken.
    """

    unit: str
    decimals: int
    years: tuple[int, ...]
    counties: tuple[Series, ...]
    groups: tuple[Series, ...]
    year: int
    yes_no: bool = False
    area: Series | None = None
    remark: str = ""
    redrawn: str = ""

    @property
    def lines(self) -> tuple[Series, ...]:
        """Every line, those that lie over others last."""
        return (*self.counties, *self.groups, *([self.area] if self.area else []))

    @property
    def reach(self) -> tuple[float, float]:
        """The least and the greatest value of any line."""
        return _reach(value for line in self.lines for value in line.values)

    @property
    def absent(self) -> list[str]:
        """The names of those without any value."""
        return [line.name for line in self.lines if line.last is None]


@dataclass(frozen=True)
class StatesSpec:
    """Which areas have a state in which year: ``states`` are a row an area, a column a year, None where not known.

    ``groups`` maps a group's name to its colour, ``colours`` are the areas'; ``year`` is marked.
    """

    names: tuple[str, ...]
    colours: tuple[str, ...]
    years: tuple[int, ...]
    states: tuple[tuple[bool | None, ...], ...]
    groups: dict[str, str]
    year: int


@dataclass(frozen=True)
class GapSpec:
    """Counties as points in their group's row, the readings of the group's level below, each with its 80 % line.

    ``groups`` hold the counties' values under their names (``names`` in the same order); ``averages`` maps a
    reading to the levels of the groups, ``lines`` to its own 80 % line and what that is called: the first group is held
    against it. ``headline`` is the verdict in words, or why there is none. ``span`` is the reach of the axis
    over all years. ``as_whole``: the first group is a region as a whole, the others have no counties. ``level_names``
    are what the levels are called where it is not by their groups' names.
    """

    unit: str
    decimals: int
    groups: tuple[Series, ...]
    names: tuple[tuple[str, ...], ...]
    averages: dict[Averaging, tuple[float | None, ...]]
    lines: dict[Averaging, tuple[float, str]]
    headline: str
    yes_no: bool = False
    span: tuple[float, float] | None = None
    as_whole: bool = False
    level_names: tuple[str, ...] = ()

    @property
    def known(self) -> list[float]:
        """All known values of counties and groups."""
        rows = [*(series.values for series in self.groups), *self.averages.values()]
        return [value for values in rows for value in values if value is not None]

    @property
    def reach(self) -> tuple[float, float]:
        """The least and the greatest of all that is shown in this year or any other."""
        return _reach([*self.known, *(self.span or ()), *(line for line, _ in self.lines.values())])


@dataclass(frozen=True)
class HeatSpec:
    """Targets (rows) x counties (columns) by status, None where the target does not speak of the county.

    ``texts`` is what is written into a cell, ``signs`` where it is small, ``hovers`` what a pointer reads on it.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    statuses: tuple[tuple[Status | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    signs: tuple[tuple[str, ...], ...] = ()
    hovers: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class ShareSpec:
    """Shares of residents in per cent: the counties of each group, under its name, and the group's own as a stroke.

    ``names`` and ``hovers`` (what a pointer reads) are those of the counties, in the order of the groups' values.
    ``line`` is 80 % of the benchmark's share.
    """

    groups: tuple[Series, ...]
    names: tuple[tuple[str, ...], ...]
    hovers: tuple[tuple[str, ...], ...]
    levels: tuple[float | None, ...]
    line: float | None


SPINE_EDGE = 1.12  # marks beyond the farthest county are drawn here, as arrows


@dataclass(frozen=True)
class SpineBar:
    """From one position to another, as ``indicators.profile.Spread`` counts them, and the values there in words."""

    start: float
    end: float
    text: str


@dataclass(frozen=True)
class SpineMark:
    """A mark at a position within the edges; ``beyond`` is 1 or -1 where it lies farther, and an arrow is drawn."""

    position: float
    beyond: int
    colour: str
    text: str


@dataclass(frozen=True)
class SpineRow:
    """One indicator: ``texts`` are its name, the county's value, the city's value, the unit.

    ``bars`` reach over all counties and over the middle half; ``marks`` are the benchmark's mean, the reference area
    and the county itself. None is what is not known; ``is_known`` is whether the county has a value.
    """

    texts: tuple[str, str, str, str]
    verdict: CityComparison
    bars: tuple[SpineBar | None, SpineBar | None]
    marks: tuple[SpineMark | None, SpineMark | None, SpineMark | None]
    is_known: bool = True


@dataclass(frozen=True)
class SpineSpec:
    """Where a county stands among all, by domain; ``reference`` is the name of the area outside, if any."""

    county: str
    benchmark: str
    reference: str
    domains: dict[Domain, tuple[SpineRow, ...]]

    @property
    def mark_names(self) -> tuple[str, str, str]:
        """What the marks of a row are of."""
        return say("county-group-mean", group=self.benchmark), self.reference, self.county


@dataclass(frozen=True)
class WaterfallSpec:
    """Signed contributions in one ``unit``, one after the other, and their sum; each with its number as ``texts``.

    ``rises`` and ``falls`` are the colours of what adds to the sum and of what lessens it. ``hovers`` are what a
    pointer reads on each bar. ``headline`` says what it takes; without ``names`` it says why there is nothing to show.
    """

    unit: str
    names: tuple[str, ...]
    values: tuple[float, ...]
    total_name: str
    texts: tuple[str, ...]
    hovers: tuple[str, ...] = ()
    rises: str = theme.LINE_80
    falls: str = theme.STATUS_COLOURS[Status.ON_TRACK]
    headline: str = ""

    @property
    def amounts(self) -> list[float]:
        """The contributions and their sum."""
        return [*self.values, sum(self.values)]

    @property
    def bar_colours(self) -> list[str]:
        """The colours of the contributions and of their sum."""
        return [*(self.falls if value < 0 else self.rises for value in self.values), theme.INK]


def _reach(values: Iterable[float | None]) -> tuple[float, float]:
    known = [value for value in values if value is not None]
    return (min(known), max(known)) if known else (0.0, 1.0)


ChartSpec = RankingSpec | StatesSpec | TrendSpec | GapSpec | HeatSpec | SpineSpec | WaterfallSpec


def _add_remark(text: str, remark: str) -> str:
    return say("list-aside", text=text, aside=remark) if remark else text
