"""What is measured of every type of facility: from one template each, an indicator and its variables for every type.

Declared in ``service_measures.toml``. What follows are ordinary indicators; that they were not written one by one shows
in ``Indicator.facility_type`` and ``Indicator.coverage_measure`` only.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from indicators.definition import LEADING_MEASURE, Direction, Formula, Indicator, Variable
from indicators.facilities.facility_types import FacilityType, TravelUnit
from indicators.facilities.travel_rules import TravelRules
from locales.data import compose, translate

RESIDENTS = "service_residents"  # the residents whose place is known: what the shares are taken of
SHARE_WITHIN = LEADING_MEASURE
SOURCE = "设施与居民点位置，由本系统计算"
CAVEAT = (
    "居民位置取导入的居民点；没有居民点时以乡镇驻地代表全乡镇，乡镇没有人口数的按村（居）委会数分摊县级常住人口，"
    "这样得出的数值标为“估计”。设施位置近似（在乡镇驻地）的也标为“估计”。"
)
_WITHIN = {TravelUnit.KM: "{within}公里", TravelUnit.MINUTES: "{within}分钟"}


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class VariableTemplate:
    """A variable of a measure; its name and unit may hold the words that ``_list_placeholders`` puts in."""

    name: str
    unit: str
    additive: bool = True


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class MeasureTemplate:
    """One measure. ``variables`` are named as its ``formula`` names them; ``only`` limits it to some types."""

    name: str
    unit: str
    decimals: int
    direction: Direction
    formula: Formula
    definition: str
    variables: dict[str, VariableTemplate]
    maximum: float = float("inf")
    only: Literal["every_township"] | None = None
    caveat: str = Field(default=CAVEAT)

    def applies_to(self, type_: FacilityType) -> bool:
        """Whether it is measured of a type."""
        return self.only is None or type_.every_township


def indicator_id(type_: str, measure: str) -> str:
    """The id of the indicator that a measure makes of a type."""
    return f"{type_}_{measure}"


def build_coverage_indicators(
    measures: Mapping[str, MeasureTemplate], types: Mapping[str, FacilityType], rules: TravelRules
) -> tuple[dict[str, Variable], dict[str, Indicator]]:
    """The variables and the indicators of every type, type by type, in the order of the declarations."""
    variables: dict[str, Variable] = {}
    indicators: dict[str, Indicator] = {}
    for type_id, type_ in types.items():
        words = _list_placeholders(type_id, type_, rules)
        for measure_id, measure in measures.items():
            if measure.applies_to(type_):
                variables |= {key.format(**words): _fill_variable(own, words) for key, own in measure.variables.items()}
                indicator = _fill_indicator(type_id, type_, measure_id, measure, words)
                indicators[indicator.id] = indicator
    return variables, indicators


def format_standard(type_: FacilityType) -> str:
    """How near a facility should be, as it is read: 2公里, 30分钟."""
    return translate(_describe_standard(type_))


def _describe_standard(type_: FacilityType) -> str:
    return compose(_WITHIN[type_.standard.measure], within=f"{type_.standard.within:g}")


def _list_placeholders(type_id: str, type_: FacilityType, rules: TravelRules) -> dict[str, str]:
    return {
        "id": type_id,
        "type": type_.name,
        "within": _describe_standard(type_),
        "unit": type_.capacity_unit,
        "capacity": type_.capacity_noun,
        "standard": type_.standard.source,
        "township": type_.every_township_source,
        "detour": f"{rules.detour:g}",
    }


def _fill_variable(template: VariableTemplate, words: Mapping[str, str]) -> Variable:
    name, unit = compose(template.name, **words), compose(template.unit, **words)
    return Variable(name, unit, additive=template.additive, is_spatial=True)


def _fill_indicator(
    type_id: str, type_: FacilityType, measure_id: str, measure: MeasureTemplate, words: Mapping[str, str]
) -> Indicator:
    formula, below = measure.formula, measure.formula.denominator
    return Indicator(
        id=indicator_id(type_id, measure_id),
        name=compose(measure.name, **words),
        domain=type_.domain,
        unit=compose(measure.unit, **words),
        decimals=measure.decimals,
        direction=measure.direction,
        formula=replace(
            formula,
            numerator=formula.numerator.format(**words),
            denominator=below.format(**words) if below else None,
        ),
        definition=compose(measure.definition, **words),
        source=SOURCE,
        caveat=measure.caveat,
        maximum=measure.maximum,
        facility_type=type_id,
        coverage_measure=measure_id,
    )
