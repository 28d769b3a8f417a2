"""What a scenario comes to, in the words of the policy: for the page, for comparing, and for documents."""

from collections import Counter
from collections.abc import Sequence

from datasets.city.city import City
from datasets.siting.scenario import ChangeKind, Scenario
from datasets.siting.scenario_outcome import Outcome, Placed, Shift
from datasets.siting.scenario_targets import TargetChange
from geodata.region import Level
from indicators.facilities.coverage_measures import format_standard
from indicators.facilities.facility_types import CapacityEffect, FacilityType
from layouts.pages.siting import AreaRow, OutcomeView, TargetRow
from layouts.words.common import MISSING, STATUSES
from layouts.words.pages import siting as words
from layouts.words.pages.targets import lacking_text, value_text


def clock(scenario: Scenario) -> str:
    """When a scenario was saved, in the server's time zone, which is the office's."""
    return scenario.made_at.astimezone().strftime("%Y-%m-%d %H:%M") if scenario.made_at else ""


class OutcomeTexts:
    """The texts of one outcome."""

    def __init__(self, city: City, outcome: Outcome) -> None:
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
    def whole(self) -> Shift:
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
        return words.new_name(self.type_.name, len(added))

    def place(self, one: Placed) -> str:
        """The county and township of a change."""
        return words.place_text(*(self.area(code) if code else "" for code in (one.county, one.township)))

    def size(self, one: Placed) -> str:
        """The capacity of a change's facility."""
        return words.size_text(one.capacity, self.type_.capacity_unit)

    def people(self, count: float) -> str:
        """A number of residents, marked where it is estimated."""
        return words.marked(words.people_text(count), self.outcome.estimated)

    # --- beside the map ----------------------------------------------------------------------------------------------

    def view(self) -> OutcomeView:
        """All that the page tells."""
        outcome, region = self.outcome, self.city.region
        changed = outcome.changed_targets
        return OutcomeView(
            covered=words.persons(self.whole.newly_covered),
            covered_note=words.covered_note(self.type_.name, format_standard(self.type_), outcome.estimated),
            uncovered=self.uncovered(),
            ratio_label=words.ratio_label(self.focus, self.benchmark),
            ratio=words.ratios_text(outcome.ratios),
            ratio_note=words.ratio_note(self.benchmark, outcome.ratios),
            line=outcome.holds_line[1],
            areas=self._areas([region.adcode, region.focus, region.benchmark]),
            counties=self._areas(self.city.geography.codes(Level.COUNTY)),
            targets=[self.target_row(change) for change in changed],
            targets_text="" if changed else self.none_changed(),
            missed=self.missed(),
            notes=self.notes(),
        )

    def _areas(self, codes: Sequence[str]) -> list[AreaRow]:
        return [self._area_row(code) for code in codes]

    def _area_row(self, code: str) -> AreaRow:
        shift = self.outcome.areas[code]
        won = shift.newly_covered - shift.newly_uncovered
        return AreaRow(
            name=self.area(code),
            newly=words.net_text(shift.newly_covered, shift.newly_uncovered),
            share=words.arrow(words.share_text(shift.before.share), words.share_text(shift.after.share)),
            mean=words.arrow(words.km_text(shift.before.mean_km), words.km_text(shift.after.mean_km)),
            tone="good" if won > 0 else "bad" if won < 0 else "",
        )

    def uncovered(self) -> str:
        """Who falls out of reach; empty for nobody."""
        lost = self.whole.newly_uncovered
        return words.uncovered_sentence(lost, self.outcome.estimated) if lost else ""

    def target_row(self, change: TargetChange) -> TargetRow:
        """A target in an area before and after."""
        values = words.arrow(self._value(change, change.before.value), self._value(change, change.after.value))
        statuses = (change.before.counted_status, change.after.counted_status)
        return TargetRow(
            where=self.area(change.area),
            target=words.target_name(self.articles[change.entry.id], change.entry),
            value=values,
            statuses=(STATUSES[statuses[0]], STATUSES[statuses[1]]),
            keys=(str(statuses[0]), str(statuses[1])),
        )

    def target_sentence(self, change: TargetChange) -> str:
        """The same as a sentence."""
        row = self.target_row(change)
        return words.target_sentence(row.where, row.target, row.value, row.statuses)

    def none_changed(self) -> str:
        """That no target changes its status."""
        return words.NONE_CHANGES if self.outcome.targets else words.NO_TARGETS.format(type=self.type_.name)

    def missed(self) -> str:
        """Which target is missed by least, and by how much; empty where none is."""
        change = self.outcome.nearest_missed
        if change is None or change.lacking is None:
            return ""
        variable = self.city.variables[change.counted]
        more = "" if change.more is None else words.whole_up(change.more, variable.unit, variable.name)
        lacking = f"{lacking_text(change.entry, change.after.value or 0.0, self._decimals(change))} {change.entry.unit}"
        target = words.target_name(self.articles[change.entry.id], change.entry)
        return words.missed_sentence(
            self.area(change.area), target, self._value(change, change.after.value), lacking, more
        )

    def notes(self) -> list[str]:
        """How the figures were come by."""
        added = [self.city.variables[key].name for key in self.type_.adds]
        about_targets = [words.TARGET_NOTE.format(things="、".join(added))] if self.outcome.targets else []
        by_size = CapacityEffect.CAPACITY in self.type_.adds.values()
        unsized = by_size and any(one.capacity is None for one in self.outcome.placed)
        about_ratio = [words.RATIO_NOTE.format(focus=self.focus, benchmark=self.benchmark)]
        return [
            *([words.ESTIMATE_NOTE] if self.outcome.estimated else []),
            *about_ratio,
            *about_targets,
            *([words.SIZE_NOTE] if unsized else []),
        ]

    def _value(self, change: TargetChange, value: float | None) -> str:
        return value_text(change.entry, value, self._decimals(change), MISSING)

    def _decimals(self, change: TargetChange) -> int:
        """A rate is told a digit finer than usual: one facility moves it by little."""
        indicator = self.city.indicators[change.entry.indicator]
        return max(2, indicator.decimals) if indicator.formula.denominator else indicator.decimals

    # --- side by side ------------------------------------------------------------------------------------------------

    def compare_labels(self) -> dict[str, str]:
        """What each row of a comparison is called."""
        own = {
            "focus": words.share_of(self.focus),
            "benchmark": words.share_of(self.benchmark),
            "ratio": words.ratio_label(self.focus, self.benchmark),
        }
        return {key: own.get(key, label) for key, label in words.COMPARE_ROWS.items()}

    def compared(self) -> dict[str, str]:
        """The cells of one scenario, by the keys of ``COMPARE_ROWS``."""
        outcome, region = self.outcome, self.city.region
        kinds = Counter(change.kind for change in outcome.scenario.changes)
        shares = {
            key: words.arrow(words.share_text(shift.before.share), words.share_text(shift.after.share))
            for key, shift in outcome.areas.items()
        }
        changed = [self.target_sentence(change) for change in outcome.changed_targets]
        return {
            "what": words.about(
                self.type_.name, outcome.scenario.year, self.city.datasets[outcome.scenario.dataset].name
            ),
            "changes": words.changes_count(kinds[ChangeKind.ADD], kinds[ChangeKind.MOVE], kinds[ChangeKind.CLOSE]),
            "covered": words.people_text(self.whole.newly_covered),
            "uncovered": words.people_text(self.whole.newly_uncovered),
            "city": shares[region.adcode],
            "focus": shares[region.focus],
            "benchmark": shares[region.benchmark],
            "ratio": words.ratios_text(outcome.ratios),
            "line": words.ratio_note(self.benchmark, outcome.ratios),
            "mean": words.arrow(words.km_text(self.whole.before.mean_km), words.km_text(self.whole.after.mean_km)),
            "targets": "；".join(changed) or self.none_changed(),
            "kind": words.kind_text(self.demonstration, outcome.estimated),
        }
