"""What the map, the measures, the chart and the list of a type of facility say, each over what it shows."""

from math import isnan, nan

import numpy as np

from datasets.analyses.coverage_summary import CoverageSummary
from geodata.region import Level
from indicators.facilities.coverage_measures import format_standard, indicator_id
from indicators.findings.extremes import find_extremes, find_group_end
from layouts.words.findings import coverage as words
from layouts.words.findings import values
from layouts.words.findings.values import Named
from locales import say

_FARTHEST = "p90_distance"


class CoverageFindings:
    """The sentences of one summary."""

    def __init__(self, summary: CoverageSummary) -> None:
        self.summary, self.region = summary, summary.city.region
        self.type_, self.within = summary.facility_type.name, format_standard(summary.facility_type)
        codes = summary.city.geography.codes(Level.COUNTY)
        year = summary.coverage.year
        self.names = {code: self.region.by_adcode[code].in_year(year).short_name for code in codes}
        self.estimated = summary.residents.estimated

    def describe_map(self, marked: bool = False) -> str:
        """The share within the standard, and where most of those live who are outside.

        ``marked`` says that a mark beside it tells of estimates.
        """
        outside = {
            self.names[code]: count
            for code, count in self.summary.count_outside_by_county().items()
            if code in self.names
        }
        share = self.summary.value(self.summary.share_indicator.id, self.region.adcode)
        return words.describe_map(share, outside, (self.type_, self.within), self.estimated and not marked)

    def head_shares(self) -> tuple[str, str]:
        """How the counties' shares lie."""
        indicator, groups = self.summary.share_indicator, self.region.groups
        held = self._values(indicator.id)
        own = self.summary.city.geography.counties["group"].loc[list(held)].to_dict() if self.region.is_grouped else {}
        end = find_group_end(held, own, indicator.decimals, self.region.focus)
        named = Named(indicator, self.names, estimated=self.estimated)
        names = {key: groups[key].name for key in self.region.peopled_groups}
        told = values.describe_map(find_extremes(held, (), indicator.decimals), end, named, names)
        return told, say("findings-shares-subject", type=self.type_, year=self.summary.coverage.year)

    def head_measures(self) -> tuple[str, str]:
        """How far nine tenths of the residents have it at most."""
        summary, groups = self.summary, self.region.groups
        id_ = indicator_id(summary.coverage.type_, _FARTHEST)
        first, second = (groups[key].name for key in summary.groups[:2])
        subject = say(
            "findings-measures-subject", type=self.type_, first=first, second=second, year=summary.coverage.year
        )
        indicator = next((one for one in summary.indicators if one.id == id_), None)
        if indicator is None:
            return subject, ""
        known = {self.names[code]: value for code, value in self._values(id_).items() if not isnan(value)}
        finding = words.describe_distances(summary.value(id_, self.region.adcode), known, indicator.unit, self.type_)
        return (finding, subject) if finding else (subject, "")

    def head_worst(self) -> dict[str, tuple[str, str]]:
        """By order of the settlements outside the standard which one is the first, over how many they are."""
        summary = self.summary
        orders = summary.rank_uncovered_places()
        measured = {"residents": summary.population, "distance": summary.coverage.coverage.km}
        places = len(next(iter(orders.values())))
        subject = words.worst_subject(places, float(summary.outside.sum()), summary.coverage.year)
        return {
            order: (words.describe_worst(order, self._list_places(orders[order], by)), subject)
            for order, by in measured.items()
        }

    def _values(self, id_: str) -> dict[str, float]:
        found = {code: self.summary.value(id_, code) for code in self.names}
        decimals = self.summary.city.indicators[id_].decimals
        return {code: nan if value is None else round(value, decimals) for code, value in found.items()}

    def _list_places(self, order: np.ndarray, by: np.ndarray) -> list[words.Place]:
        """Those that share the first place of an order."""
        places = self.summary.residents.places
        first = [int(position) for position in order if by[position] == by[order[0]]]
        return [(str(places["name"].iloc[at]), self.names[places["county"].iloc[at]], float(by[at])) for at in first]
