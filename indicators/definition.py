"""What an indicator is: the declaration that each TOML under ``definitions/`` holds, and the closed sets it uses."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import ConfigDict, model_validator
from pydantic.dataclasses import dataclass

from locales.data import declared_text, list_names, speaks

STRICT = ConfigDict(extra="forbid")
LEADING_MEASURE = "share_within"  # of service_measures.toml: the one that speaks for a type of facility


class Domain(StrEnum):
    """The policy's fields of public service, in its order; context holds what explains the others."""

    EDUCATION = "education"
    HEALTH = "health"
    CULTURE = "culture"
    SPORTS = "sports"
    TRANSPORT = "transport"
    SOCIAL_SECURITY = "social_security"
    EMPLOYMENT = "employment"
    HOUSING = "housing"
    GOVERNANCE = "governance"
    CONTEXT = "context"


class Direction(StrEnum):
    """Which way is better; a neutral indicator describes and is never judged."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class Comparator(StrEnum):
    """How a value is held against its target (``indicators.policy.criterion``).

    以上, 达到, 不少于 include the edge; 超过, 低于 exclude it; 约, 左右, 基本相当 have an edge on either side.
    """

    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    EQUAL = "="
    ABOUT = "about"
    YES = "yes"

    @property
    def rises(self) -> bool:
        """Whether values reach the target from below."""
        return self not in (Comparator.AT_MOST, Comparator.BELOW)


class CountKind(StrEnum):
    """What a count counts, as far as chance goes.

    Events happen by chance (deaths, births, accidents). People, households or doses are so many out of a population.
    Things (beds, schools, posts, kilometres, money, states) are provided: as few as they are, no chance is in them.
    """

    EVENTS = "events"
    PEOPLE = "people"
    THINGS = "things"


class ValueKind(StrEnum):
    """Where a value comes from, from the firmest to the least firm."""

    PUBLISHED = "published"
    TRANSCRIBED = "transcribed"
    SECONDARY = "secondary"
    COMPUTED = "computed"
    ESTIMATED = "estimated"
    DEMONSTRATION = "demonstration"


@speaks("name", "unit")
@dataclass(frozen=True, config=STRICT)
class Variable:
    """A counted quantity that indicators are formed from.

    ``accepts`` maps other units that a source may use to the factor that turns them into ``unit``. A ``fixed``
    variable holds for every year. A county without a value gets ``share`` (another variable, in %) of the city's.
    Only ``additive`` variables are summed up from townships to counties and from counties to the city. A
    ``is_spatial`` variable follows from where people live and facilities stand: no file holds it. ``aliases`` are other
    names that offices write over its columns. ``counts`` says whether chance is in the count (``small_counts``).
    A ``sampled`` variable is counted in a sample and not scaled up.
    """

    name: str
    unit: str
    minimum: float = 0
    maximum: float = float("inf")
    accepts: dict[str, float] | None = None
    fixed: bool = False
    share: str | None = None
    additive: bool = True
    is_spatial: bool = False
    aliases: tuple[str, ...] = ()
    counts: CountKind = CountKind.THINGS
    sampled: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What a file may call it besides its id: its name in every language, and other names."""
        return (*list_names(self), *self.aliases)

    @property
    def declared_unit(self) -> str:
        """Its unit as it is declared, whatever language is spoken: what rules and files compare."""
        return declared_text(self, "unit")

    def factor(self, unit: str) -> float | None:
        """What to multiply a value in ``unit`` by, None where the unit is not accepted."""
        return 1.0 if unit == self.declared_unit else (self.accepts or {}).get(unit)


@dataclass(frozen=True, config=STRICT)
class Formula:
    """``numerator / denominator * per``, or the numerator alone; both name variables.

    Groups and higher levels are pooled: the sum of the numerators over the sum of the denominators.
    """

    numerator: str
    denominator: str | None = None
    per: float = 1


@speaks("name", "unit", "definition", "source", "caveat")
@dataclass(frozen=True, config=STRICT)
class Indicator:
    """One indicator. ``id`` is the stem of its file; ``unit`` and ``decimals`` are how it is shown.

    ``yes_no`` marks a state, counted as 1 or 0. ``headline`` indicators lead their domain's list. An indicator whose
    pooled ratio describes nothing (a plain count) has no denominator. ``facility_type`` and ``coverage_measure`` are
    set where the indicator is computed from where people live and facilities stand: such ones end their domain's list.
    ``aliases`` are other names that offices write over its columns, ``former_ids`` the ids that it had: files and
    addresses of then still mean it.
    ``count_kind`` and ``sampled`` are no part of its file: they follow from what its variables count
    (``small_counts.find_count_kind``), and whether they do so in a sample.
    """

    id: str
    name: str
    domain: Domain
    unit: str
    decimals: int
    direction: Direction
    formula: Formula
    definition: str
    source: str
    caveat: str = ""
    minimum: float = 0
    maximum: float = float("inf")
    yes_no: bool = False
    headline: bool = False
    facility_type: str | None = None
    coverage_measure: str | None = None
    aliases: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    count_kind: CountKind = CountKind.THINGS
    sampled: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What a file may call it besides its id: its name in every language, and other names."""
        return (*list_names(self), *self.aliases, *self.former_ids)

    @property
    def declared_unit(self) -> str:
        """Its unit as it is declared, whatever language is spoken: what rules and files compare."""
        return declared_text(self, "unit")

    @property
    def is_detail(self) -> bool:
        """Whether it is left out where many indicators stand together: of a type of facility one measure leads."""
        return self.coverage_measure not in (None, LEADING_MEASURE)

    def factor(self, unit: str) -> float | None:
        """A finished rate is taken in the indicator's own unit only."""
        return 1.0 if unit == self.declared_unit else None

    @model_validator(mode="after")
    def _check_decimals(self) -> Self:
        if self.decimals not in range(5):
            raise ValueError(f"decimals: expected 0 to 4, got {self.decimals}")
        return self


def map_ids(indicators: Mapping[str, Indicator]) -> dict[str, str]:
    """The id in force by every id that means an indicator, former ones last."""
    former = {id_: key for key, one in indicators.items() for id_ in one.former_ids}
    return {key: key for key in indicators} | former
