"""A region: its counties, its two groups and the names they bore, as one TOML declares them."""

from dataclasses import field, replace
from enum import StrEnum
from typing import Annotated, Self

from annotated_types import Ge
from pydantic import ConfigDict, StringConstraints, model_validator
from pydantic.dataclasses import dataclass
from pyproj import CRS
from pyproj.exceptions import CRSError

from locales.data import speaks

STRICT = ConfigDict(extra="forbid")


class Level(StrEnum):
    """An administrative level that values are kept at; ``OUTSIDE`` are areas around that it is measured against."""

    OUTSIDE = "outside"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


@speaks("name", "short_name")
@dataclass(frozen=True, config=STRICT)
class FormerName:
    """The code and name a county bore up to and including the year ``until``."""

    adcode: str
    name: str
    short_name: str
    until: int


@speaks("name")
@dataclass(frozen=True, config=STRICT)
class Group:
    """One of the two groups of counties that are compared; ``colour`` is a CSS hex colour.

    A region gives its groups those of ``GROUP_COLOURS`` where it declares none.
    """

    name: str
    colour: Annotated[str, StringConstraints(pattern="^#[0-9A-Fa-f]{6}$")] = ""


UNGROUPED = "ungrouped"  # the key of the group without a county
REST = "rest"  # what a county names as its group that belongs to neither
REFERENCE = "reference"  # the key of the reference area, where a region without groups is measured against it
# Of the group that is measured and of its benchmark, and of what is in neither, between them: they differ in grey too.
# As text on white they are what ``theme.legible_colour`` makes of them.
GROUP_COLOURS = ("#E08A3C", "#0F4C64")
OTHERS_COLOUR = "#6B7280"
_UNGROUPED = Group("未分组", OTHERS_COLOUR)
_REST = Group("其他", OTHERS_COLOUR)


@speaks("name")
@dataclass(frozen=True, config=STRICT)
class Reference:
    """An outside area that the whole region is measured against; ``code`` stands for it in observations.

    ``census`` are the codes of the areas of the census books that it is the sum of, if it is none of them itself.
    """

    code: str
    name: str
    census: tuple[str, ...] = ()


@speaks("name", "short_name", "land_area_source")
@dataclass(frozen=True, config=STRICT)
class County:
    """A county-level division.

    ``seat`` is the code of the township where its government sits; ``land_area_km2`` the official figure, None where
    no source gives one.
    """

    adcode: str
    name: str
    short_name: str
    group: str
    seat: str | None = None
    land_area_km2: float | None = None
    land_area_source: str = ""
    former: tuple[FormerName, ...] = ()

    def in_year(self, year: int) -> "County | FormerName":
        """The name and code in force in ``year``: the boundary calendar."""
        return next((former for former in self.former if year <= former.until), self)


@speaks(
    "name", "short_name", "title", "gap_name", "land_area_source", "townships_source", "base_map_source", "divisions"
)
@dataclass(frozen=True, config=STRICT)
class Region:
    """A city or any other set of counties, split into a benchmark group and the group measured against it.

    A region without a division of its counties declares one group that holds them all. It is then measured as a whole
    against its ``reference``, which stands in the place of the benchmark group under the key ``REFERENCE`` and has no
    county; without a reference the group is the benchmark of ``UNGROUPED``, which has no county. A county may be of
    neither group: of the ``REST``, which is on every map and in every list, and is not compared.

    ``screen_tolerance_m`` is by how many metres the screen may draw a border beside its place, 0 to draw all of it;
    ``demo_facilities`` says whether the demonstration dataset scatters facilities over the region.
    ``reference`` is what the region is measured against as a whole, ``around`` are wider areas with figures.
    ``ledger`` is the folder under ``indicators/`` with the policy's articles, if the region has a policy.
    ``townships_source`` and ``base_map_source`` are printed: who located the seats, and who drew the region's own base
    map (see ``geodata/base_map.py``) and when.
    ``divisions`` are the provinces and prefectures that the region is made of, if it is of several: their names by how
    the codes of their counties begin.
    """

    name: str
    short_name: str
    adcode: str
    title: str
    gap_name: str
    metric_crs: str
    benchmark: str
    groups: dict[str, Group]
    counties: tuple[County, ...]
    seat: str | None = None
    land_area_km2: float | None = None
    land_area_source: str = ""
    townships: str | None = None
    townships_source: str = ""
    base_map_source: str = ""
    screen_tolerance_m: Annotated[float, Ge(0)] = 0.0
    demo_facilities: bool = True
    reference: Reference | None = None
    around: tuple[Reference, ...] = ()
    ledger: str | None = None
    divisions: dict[str, str] = field(default_factory=dict)
    by_adcode: dict[str, County] = field(init=False)

    @model_validator(mode="after")
    def _check_consistency(self) -> Self:
        object.__setattr__(self, "by_adcode", {county.adcode: county for county in self.counties})
        coloured = {
            key: group if group.colour else replace(group, colour=GROUP_COLOURS[key == self.benchmark])
            for key, group in self.groups.items()
        }
        object.__setattr__(self, "groups", coloured)
        if len(self.groups) == 1 and self.benchmark in self.groups:
            groups = {UNGROUPED: _UNGROUPED, **self.groups}
            if self.reference:
                whole = Group(self.name, self.groups[self.benchmark].colour)
                groups = {self.benchmark: whole, REFERENCE: Group(self.reference.name, OTHERS_COLOUR)}
                object.__setattr__(self, "benchmark", REFERENCE)
            object.__setattr__(self, "groups", groups)
        if len(self.groups) not in (1, 2):
            raise ValueError(
                f"groups: expected two, or one that holds every county, got {', '.join(self.groups) or 'none'}"
            )
        if self.benchmark not in self.groups:
            raise ValueError(f"benchmark: expected one of {', '.join(self.groups)}, got '{self.benchmark}'")
        for county in self.counties:
            if county.group not in (*self.groups, REST):
                allowed = ", ".join(self.groups)
                raise ValueError(f"counties {county.adcode}.group: expected one of {allowed}, got '{county.group}'")
        if not _is_metric(self.metric_crs):
            raise ValueError(
                f"metric_crs: expected a projected CRS in metres such as EPSG:4547, got '{self.metric_crs}'"
            )
        if len(self.by_adcode) != len(self.counties):
            raise ValueError("counties: an adcode stands twice")
        empty = [key for key in self.groups if key not in (UNGROUPED, REFERENCE) and not self.members(key)]
        if empty:
            raise ValueError(f"groups.{empty[0]}: no county belongs to it")
        return self

    @property
    def is_grouped(self) -> bool:
        """Whether there are two groups to compare."""
        return not self.groups.keys() & {UNGROUPED, REFERENCE}

    @property
    def is_undivided(self) -> bool:
        """Whether it is a city without counties, which stands in the list of counties itself (东莞市)."""
        return list(self.by_adcode) == [self.adcode]

    @property
    def compared_area(self) -> Reference | None:
        """The area that a region without two groups is measured against as a whole; None for one with groups."""
        return self.reference if REFERENCE in self.groups else None

    @property
    def compared_beside(self) -> Reference | None:
        """The area outside that the whole region is compared with beside its groups, or beside its reference."""
        return next(iter(self.around), None) if self.compared_area else self.reference

    @property
    def every_group(self) -> dict[str, Group]:
        """By key the two groups, and the rest where a county belongs to neither."""
        return self.groups | ({REST: _REST} if self.members(REST) else {})

    def group_of(self, county: str) -> Group:
        """The group that a county belongs to, by its adcode."""
        return self.every_group[self.by_adcode[county].group]

    @property
    def peopled_groups(self) -> tuple[str, ...]:
        """The keys of the groups that have counties, the measured one first."""
        return tuple(key for key in (self.focus, self.benchmark) if self.members(key))

    @property
    def outside(self) -> tuple[Reference, ...]:
        """Every area outside that figures are kept of."""
        return (*([self.reference] if self.reference else []), *self.around)

    @property
    def focus(self) -> str:
        """The key of the group that is measured against the benchmark."""
        return next(key for key in self.groups if key != self.benchmark)

    def list_divisions(self, within: str | None = None) -> dict[str, str]:
        """The names of the divisions next below the region, or below one of its divisions, by prefix."""
        inner = {key: name for key, name in self.divisions.items() if lies_within(key, within) and key != within}
        shortest = min(map(len, inner), default=0)
        return {key: name for key, name in inner.items() if len(key) == shortest}

    def find_division_around(self, place: str) -> str | None:
        """The prefix of the smallest division around a county or a division, None where there is none."""
        return max((key for key in self.divisions if key != place and lies_within(place, key)), key=len, default=None)

    def members(self, group: str) -> list[str]:
        """The adcodes of a group's counties, in the order of the declaration."""
        return [county.adcode for county in self.counties if county.group == group]


def lies_within(county: str, within: str | None) -> bool:
    """Whether a county, or the one around a township, is or lies in the place that is opened; None is the region."""
    return within is None or county.startswith(within)


def _is_metric(crs: str) -> bool:
    try:
        found = CRS.from_user_input(crs)
    except CRSError:
        return False
    return found.is_projected and all(axis.unit_name == "metre" for axis in found.axis_info)
