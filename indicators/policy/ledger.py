"""The ledger: every checkable target of the policy, one TOML an article under ``ledger/``."""

from dataclasses import field, replace
from enum import StrEnum
from typing import Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from indicators.definition import STRICT, Comparator, Direction, Domain, Indicator
from indicators.policy.criterion import Criterion
from locales.data import speaks, translate


class Scope(StrEnum):
    """Whose figure is held against the target."""

    CITY = "city"
    EACH_COUNTY = "each_county"
    EACH_TOWNSHIP = "each_township"
    GROUP = "group"
    NAMED = "named"


@speaks("clause", "subject", "unit", "baseline", "note")
@dataclass(frozen=True, config=STRICT)
class PolicyTarget:
    """One target: one number, or one state to be reached, with the words that set it.

    ``clause`` is verbatim. ``tolerance`` belongs to "about" (see ``rules.toml``, which has that of those without one).
    ``group`` is the key of a group scope, ``places`` the adcodes of a named one. ``baseline``
    says what a relative target is relative to. A ``yearly`` target is due in every year from ``start`` to ``deadline``.
    """

    id: str
    clause: str
    domain: Domain
    subject: str
    comparator: Comparator
    value: float
    unit: str
    scope: Scope
    start: int
    deadline: int
    indicator: str
    group: str = ""
    places: tuple[str, ...] = ()
    baseline: str = ""
    yearly: bool = False
    note: str = ""
    tolerance: float | None = None

    @model_validator(mode="after")
    def _check_consistency(self) -> Self:
        if self.deadline < self.start:
            raise ValueError(f"deadline: expected {self.start} (its start) or later, got {self.deadline}")
        if (self.scope is Scope.NAMED) != bool(self.places):
            raise ValueError("places: expected adcodes with the scope 'named', and only there")
        if (self.scope is Scope.GROUP) != bool(self.group):
            raise ValueError("group: expected a group's key with the scope 'group', and only there")
        if self.comparator is Comparator.YES and self.value != 1:
            raise ValueError(f"value: expected 1 beside the comparator 'yes', got {self.value:g}")
        if self.tolerance is not None and (self.comparator is not Comparator.ABOUT or not 0 < self.tolerance < 1):
            raise ValueError(f"tolerance: expected 0 to 1 beside 'about', and only there, got {self.tolerance:g}")
        return self

    @property
    def criterion(self) -> Criterion:
        """What a figure is held against."""
        return Criterion(self.comparator, self.value, self.tolerance or 0.0)

    @property
    def is_state(self) -> bool:
        """Whether the target is a state that is there or not, without a way to it."""
        return self.comparator is Comparator.YES


@speaks("section", "title")
@dataclass(frozen=True, config=STRICT)
class Article:
    """One article of the policy: its section, the departments it names, and its targets.

    ``without_targets`` says why an article that holds numbers sets no further target with them.
    """

    article: int
    section: str
    title: str
    lead_department: str
    supporting_departments: tuple[str, ...]
    targets: tuple[PolicyTarget, ...] = ()
    without_targets: dict[str, str] = field(default_factory=dict)

    @property
    def lead_name(self) -> str:
        """The lead department in the language that is spoken; "" for none."""
        return translate(self.lead_department)

    @property
    def supporting_names(self) -> list[str]:
        """The other departments in the language that is spoken."""
        return [translate(name) for name in self.supporting_departments]


@dataclass(frozen=True, config=STRICT)
class LedgerRules:
    """The whole of ``rules.toml``: the share of its value that a target leaves on either side if it is "about" it."""

    about_tolerance: float

    @model_validator(mode="after")
    def _check_tolerance(self) -> Self:
        if not 0 < self.about_tolerance < 1:
            raise ValueError(f"about_tolerance: expected a share between 0 and 1, got {self.about_tolerance:g}")
        return self


def apply_rules(article: Article, rules: LedgerRules) -> Article:
    """The article with the tolerance of every target that is "about" a value and sets none itself."""
    targets = tuple(
        replace(target, tolerance=rules.about_tolerance)
        if target.comparator is Comparator.ABOUT and target.tolerance is None
        else target
        for target in article.targets
    )
    return replace(article, targets=targets)


def find_anchors(articles: list[Article], indicators: dict[str, Indicator]) -> dict[str, PolicyTarget]:
    """For each indicator the target that a map of counties can be anchored on: the last one that speaks of them.

    A target of the whole city counts only for a rate, which means the same in a county; a sum does not.
    """
    found: dict[str, PolicyTarget] = {}
    for target in sorted((e for article in articles for e in article.targets), key=lambda e: e.deadline):
        of_counties = target.scope in (Scope.EACH_COUNTY, Scope.EACH_TOWNSHIP)
        if of_counties or (target.scope is Scope.CITY and indicators[target.indicator].formula.denominator):
            found[target.indicator] = target
    return found


def find_ledger_faults(
    articles: list[Article],
    indicators: dict[str, Indicator],
    groups: list[str],
    counties: list[str],
    departments: list[str],
) -> list[str]:
    """Every target that names something unknown, or points the wrong way, one sentence a fault."""
    faults = []
    for article in articles:
        where = f"article {article.article}"
        named = [article.lead_department, *article.supporting_departments]
        faults += [
            f"{where}: department: expected one of departments.toml, got '{name}'"
            for name in named
            if name and name not in departments
        ]
        for target in article.targets:
            faults += [
                f"{where}: {target.id}: {fault}" for fault in _find_target_faults(target, indicators, groups, counties)
            ]
    ids = [target.id for article in articles for target in article.targets]
    return faults + [f"{name}: expected every id once" for name in sorted({i for i in ids if ids.count(i) > 1})]


def _find_target_faults(
    target: PolicyTarget, indicators: dict[str, Indicator], groups: list[str], counties: list[str]
) -> list[str]:
    faults = []
    indicator = indicators.get(target.indicator)
    if indicator is None:
        faults.append(f"indicator: expected the id of an indicator, got '{target.indicator}'")
    elif target.comparator.rises == (indicator.direction is Direction.LOWER):
        faults.append(f"comparator: '{target.comparator}' points away from '{indicator.direction}' of {indicator.id}")
    if target.group and target.group not in groups:
        faults.append(f"group: expected one of {', '.join(groups)}, got '{target.group}'")
    faults += [
        f"places: expected adcodes of the region, got '{code}'" for code in target.places if code not in counties
    ]
    return faults
