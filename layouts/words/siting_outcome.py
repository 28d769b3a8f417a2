"""The result of a scenario in words, for the page, for the comparison of scenarios, and for documents."""

from collections import Counter

from datasets.city.city import City
from datasets.siting.placed_changes import PlacedChange
from datasets.siting.scenario import ChangeKind, Scenario
from datasets.siting.scenario_outcome import CoverageShift, ScenarioOutcome
from datasets.siting.scenario_targets import TargetChange
from indicators.facilities.coverage_measures import format_standard
from indicators.facilities.facility_types import CapacityEffect, FacilityType
from layouts.words.common import number
from layouts.words.pages import siting as words
from layouts.words.pages.coverage import share_text
from layouts.words.pages.targets import lacking_text, requirement, value_text
from locales import say, say_all


class OutcomeText:
    """The texts of one outcome."""

    def __init__(self, city: City, outcome: ScenarioOutcome) -> None:
        self.city, self.outcome = city, outcome
        region = city.region
        self.focus, self.benchmark = region.groups[region.focus].name, region.groups[region.benchmark].name
        self.articles = {entry.id: article.article for article in city.ledger for entry in article.targets}

    @property
    def type_(self) -> FacilityType:
        """The type of facility that the scenario is about."""
        return self.city.facility_types[self.outcome.scenario.type_]

    @property
    def demonstration(self) -> bool:
        """Whether the dataset is made up."""
        return self.city.datasets[self.outcome.scenario.dataset].demonstration

    @property
    def whole(self) -> CoverageShift:
        """The whole city before and after."""
        return self.outcome.areas[self.city.region.adcode]

    def area(self, code: str) -> str:
        """The name of an area or a group."""
        groups = self.city.region.groups
        return groups[code].name if code in groups else self.city.geography.name(code, self.outcome.scenario.year)

    def name(self, position: int) -> str:
        """What the facility of a change is called; a new one without a name is counted."""
        one = self.outcome.placed[position]
        if one.name:
            return one.name
        added = [placed for placed in self.outcome.placed[: position + 1] if placed.change.kind is ChangeKind.ADD]
        return say("siting-new-name", type=self.type_.name, number=len(added))

    def place(self, one: PlacedChange) -> str:
        """The county and township of a change."""
        areas = [self.area(code) for code in (one.county, one.township) if code]
        return say("common-place-within", outer=areas[0], inner=areas[1]) if len(areas) > 1 else "".join(areas)

    def size(self, one: PlacedChange) -> str:
        """The capacity of a change's facility."""
        known = one.capacity is not None
        if not known:
            return say("siting-capacity-unknown")
        return say("siting-capacity-of", value=f"{one.capacity:,.10g}", unit=self.type_.capacity_unit)

    def people(self, count: float) -> str:
        """A number of residents, marked where it is estimated."""
        return words.marked(words.people_text(count), self.outcome.estimated)

    @property
    def county_names(self) -> dict[str, str]:
        """The names of the region's counties in the year of the scenario, by code."""
        year = self.outcome.scenario.year
        return {code: county.in_year(year).name for code, county in self.city.region.by_adcode.items()}

    @property
    def mapped_counties(self) -> dict[str, str]:
        """The names of the counties that are on the map, by code."""
        return {code: self.area(code) for code in self.city.geography.counties.index}

    def finding(self) -> str:
        """What became of the share within the standard, and how many came in and fell out; "" where it is not known."""
        whole = self.whole
        if whole.before.share is None or whole.after.share is None:
            return ""
        before, after = share_text(whole.before.share), share_text(whole.after.share)
        way = "kept" if before == after else "risen" if whole.after.share > whole.before.share else "fallen"
        won, lost = words.persons(whole.newly_covered), words.persons(whole.newly_uncovered)
        moved = [
            *([say("siting-came-in", people=won)] if round(whole.newly_covered) else []),
            *([say("siting-fell-out", people=lost)] if round(whole.newly_uncovered) else []),
        ]
        share = say("siting-share-moved", way=way, before=before, after=after)
        told = say("list-comma").join(filter(None, (share, say("list-names").join(moved))))
        return words.marked(told, self.outcome.estimated)

    def subject(self) -> str:
        """What the result is of."""
        scenario, within = self.outcome.scenario, format_standard(self.type_)
        return say("siting-subject", type=self.type_.name, within=within, year=scenario.year)

    def none_stands(self) -> str:
        """That no facility of the type stands yet; empty where one does."""
        if len(self.outcome.before.facilities):
            return ""
        return say("siting-none-stands", year=self.outcome.scenario.year, type=self.type_.name)

    def covered_note(self) -> str:
        """What it means to be covered."""
        within, is_estimated = format_standard(self.type_), self.outcome.estimated
        return say("siting-covered-note", is_estimated=is_estimated, within=within, type=self.type_.name)

    def ratio_label(self) -> str:
        """What the ratio of the two groups is."""
        return f"{self.focus} ÷ {self.benchmark}"

    def shares(self, shift: CoverageShift) -> str:
        """The share of residents within the standard, before and after."""
        return words.arrow(share_text(shift.before.share), share_text(shift.after.share))

    def mean_ways(self, shift: CoverageShift) -> str:
        """The mean way to the nearest facility, before and after."""
        return words.arrow(
            *(
                say("common-missing") if one.mean_km is None else number(one.mean_km, 2)
                for one in (shift.before, shift.after)
            )
        )

    def uncovered(self) -> str:
        """How many residents fall out of the standard; empty for none."""
        lost = self.whole.newly_uncovered
        return say("siting-uncovered", people=words.marked(words.persons(lost), self.outcome.estimated)) if lost else ""

    def target_name(self, change: TargetChange) -> str:
        """A target in short: article, subject, what is asked for and by when."""
        entry = change.entry
        return say(
            "siting-target-name",
            article=self.articles[entry.id],
            subject=entry.subject,
            requirement=requirement(entry),
            year=entry.deadline,
        )

    def target_in_area(self, change: TargetChange) -> str:
        """A target with the area that it is judged in."""
        return say("siting-target-of", area=self.area(change.area), target=self.target_name(change))

    def target_values(self, change: TargetChange) -> str:
        """The value of a target in an area, before and after."""
        return words.arrow(self._value_text(change, change.before.value), self._value_text(change, change.after.value))

    def target_sentence(self, change: TargetChange) -> str:
        """A target that changes its status in an area."""
        statuses = words.arrow(
            say("common-statuses", status=change.before.counted_status),
            say("common-statuses", status=change.after.counted_status),
        )
        target, values = self.target_in_area(change), self.target_values(change)
        return say("siting-target-change", target=target, values=values, statuses=statuses)

    def none_changed(self) -> str:
        """That no target changes its status."""
        return say("siting-none-changes") if self.outcome.targets else say("siting-no-targets", type=self.type_.name)

    def missed(self) -> str:
        """Which target is missed by least, and by how much; empty where none is."""
        change = self.outcome.nearest_missed
        if change is None or change.lacking is None:
            return ""
        variable = self.city.variables[change.counted]
        more = "" if change.more is None else words.whole_up(change.more, variable.unit, variable.name)
        value = self._value_text(change, change.after.value)
        lacking = lacking_text(change.entry, change.after.value or 0.0, self._count_decimals(change))
        return say(
            "siting-missed",
            target=self.target_in_area(change),
            value=value,
            lacking=lacking,
            unit=change.entry.unit,
            more=more or "none",
        )

    def notes(self) -> list[str]:
        """Notes on how the figures were computed."""
        added = [self.city.variables[key].name for key in self.type_.adds]
        about_targets = (
            [say("siting-target-note", things=say("list-names").join(added))] if self.outcome.targets else []
        )
        by_size = CapacityEffect.CAPACITY in self.type_.adds.values()
        unsized = by_size and any(one.capacity is None for one in self.outcome.placed)
        about_ratio = [say("siting-ratio-note", focus=self.focus, benchmark=self.benchmark)]
        return [
            *([say("siting-estimate-note")] if self.outcome.estimated else []),
            *about_ratio,
            *about_targets,
            *([say("siting-size-note")] if unsized else []),
        ]

    def _value_text(self, change: TargetChange, value: float | None) -> str:
        return value_text(change.entry, value, self._count_decimals(change), say("common-missing"))

    def _count_decimals(self, change: TargetChange) -> int:
        """Decimals of a target's value: one more for a rate, as one facility moves it by little."""
        indicator = self.city.indicators[change.entry.indicator]
        return max(2, indicator.decimals) if indicator.formula.denominator else indicator.decimals

    def compare_labels(self) -> dict[str, str]:
        """What each row of a comparison is called."""
        own = {"focus": self.focus, "benchmark": self.benchmark}
        return {key: label.format(**own) for key, label in say_all("siting-compare-rows-").items()}

    def compared(self) -> dict[str, str]:
        """The cells of one scenario, by the keys of ``COMPARE_ROWS``."""
        outcome, region = self.outcome, self.city.region
        kinds = Counter(change.kind for change in outcome.scenario.changes)
        shares = {key: self.shares(shift) for key, shift in outcome.areas.items()}
        changed = [self.target_sentence(change) for change in outcome.changed_targets]
        return {
            "what": say(
                "siting-about",
                type=self.type_.name,
                year=outcome.scenario.year,
                dataset=self.city.datasets[outcome.scenario.dataset].name,
            ),
            "changes": " / ".join(str(kinds[kind]) for kind in (ChangeKind.ADD, ChangeKind.MOVE, ChangeKind.CLOSE)),
            "covered": words.people_text(self.whole.newly_covered),
            "uncovered": words.people_text(self.whole.newly_uncovered),
            "city": shares[region.adcode],
            "focus": shares[region.focus],
            "benchmark": shares[region.benchmark],
            "ratio": words.ratios_text(outcome.ratios),
            "line": words.ratio_note(self.benchmark, outcome.ratios),
            "mean": self.mean_ways(self.whole),
            "targets": say("list-parts").join(changed) or self.none_changed(),
            "kind": words.kind_text(self.demonstration, outcome.estimated),
        }

    def saved_line(self, scenario: Scenario, with_maker: bool) -> str:
        """What a saved scenario is about and when it was saved, in the server's time zone, which is the office's."""
        type_, maker = self.city.facility_types.get(scenario.type_), scenario.who if with_maker else ""
        at = scenario.made_at.astimezone().strftime("%Y-%m-%d %H:%M") if scenario.made_at else ""
        name = type_.name if type_ else scenario.type_
        return say("siting-saved-line", type=name, year=scenario.year, made=f"{maker} {at}".strip())
