"""The drop-down lists of a form, and the names of areas and variables in it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from datasets.imports.forms.forms import FIGURE_KINDS, ChoiceList
from datasets.kinds import ImportKind
from geodata.geography import Geography
from geodata.region import Level
from indicators.definition import Indicator, Variable
from indicators.facilities.facility_types import FacilityType, RoadClass
from locales import say
from locales.data import translate


@dataclass(frozen=True)
class FormContext:
    """The data that forms are made from: the areas, and everything with an id and a name."""

    geography: Geography
    variables: Mapping[str, Variable]
    indicators: Mapping[str, Indicator]
    facility_types: Mapping[str, FacilityType]
    road_classes: Mapping[str, RoadClass]

    @cached_property
    def declared(self) -> dict[str, Variable | Indicator]:
        """Variables and indicators that a figure can be of, variables first; plain counts only as variables."""
        return {**self.variables, **{key: own for key, own in self.indicators.items() if key not in self.variables}}

    def fillable(self, kind: ImportKind) -> dict[str, Variable | Indicator]:
        """What a file of a kind can have figures of: for a benchmark finished rates; nothing that the region says."""
        of_kind = self.indicators if kind is ImportKind.BENCHMARK else self.declared
        return {key: own for key, own in of_kind.items() if not (isinstance(own, Variable) and own.fixed)}

    @cached_property
    def variable_labels(self) -> dict[str, str]:
        """The name of each variable and indicator by id; the id itself where two share a name."""
        return _disambiguate_names({key: entry.name for key, entry in self.declared.items()}, lambda key: key)

    @cached_property
    def area_labels(self) -> dict[str, str]:
        """By code the name of every area in force; townships that share a name bear their county's before it."""
        region, townships = self.geography.region, self.geography.townships
        names = {region.adcode: region.name}
        names |= {county.adcode: county.name for county in region.counties}
        names |= {str(code): str(name) for code, name in townships["name"].items()}
        names |= {area.code: area.name for area in region.outside}
        return _disambiguate_names(names, lambda code: f"{self.county_name(code)}{names[code]}")

    def area_name(self, code: str, year: int) -> str:
        """An area's name as it was in ``year``; "" for a code that is none of the region's."""
        county = self.geography.region.by_adcode.get(code)
        return county.in_year(year).name if county else self.area_labels.get(code, "")

    def wide_heading(self, variable: str, unit: str) -> str:
        """The heading of a column of figures in the wide form."""
        return say("list-aside", text=self.variable_labels[variable], aside=unit)

    def county_name(self, code: str) -> str:
        """The name of a township's county, "" for any other area."""
        county = self.geography.county_of(code) if code in self.geography.townships.index else None
        return self.geography.region.by_adcode[county].name if county else ""


@dataclass(frozen=True)
class ChoiceTable:
    """A list on the sheet 选项: the values in the first column, explanations in the others."""

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    @property
    def values(self) -> list[str]:
        """The values to choose from."""
        return [row[0] for row in self.rows]


def _disambiguate_names(names: Mapping[str, str], longer: Callable[[str], str]) -> dict[str, str]:
    borne = Counter(names.values())
    return {key: name if borne[name] == 1 else longer(key) for key, name in names.items()}


_COLUMNS: dict[ChoiceList, tuple[str, ...]] = {
    ChoiceList.AREAS: ("area", "code", "level"),
    ChoiceList.TOWNSHIPS: ("township", "code", "level"),
    ChoiceList.VARIABLES: ("indicator", "unit", "other_units", "note"),
    ChoiceList.WIDE_HEADINGS: ("wide_heading", "note"),
    ChoiceList.UNITS: ("unit",),
    ChoiceList.FIGURE_KINDS: ("kind", "meaning"),
    ChoiceList.FACILITY_TYPES: ("type", "capacity"),
    ChoiceList.ROAD_CLASSES: ("road_class",),
    ChoiceList.YES: ("approximate",),
}


def _head(pick: ChoiceList) -> tuple[str, ...]:
    return tuple(say("forms-list-columns", column=column) for column in _COLUMNS[pick])


def list_choices(pick: ChoiceList, kind: ImportKind, context: FormContext) -> ChoiceTable:
    """The choices of one list for a kind of file."""
    rows: Iterable[tuple[str, ...]]
    entries = context.fillable(kind)
    units = [(key, entry, unit) for key, entry in entries.items() for unit in (entry.unit, *_other_units(entry))]
    match pick:
        case ChoiceList.AREAS:
            rows = _list_areas(context, kind)
        case ChoiceList.TOWNSHIPS:
            rows = _list_townships(context)
        case ChoiceList.VARIABLES:
            names = context.variable_labels
            others = {key: say("list-names").join(_other_units(entry)) for key, entry in entries.items()}
            rows = [(names[key], one.unit, others[key], _describe_entry(one)) for key, one in entries.items()]
        case ChoiceList.WIDE_HEADINGS:
            rows = [(context.wide_heading(key, unit), _describe_entry(entry)) for key, entry, unit in units]
        case ChoiceList.UNITS:
            rows = dict.fromkeys((unit,) for _, _, unit in units)
        case ChoiceList.FIGURE_KINDS:
            rows = [(own.name, own.meaning) for own in FIGURE_KINDS.values()]
        case ChoiceList.FACILITY_TYPES:
            rows = [
                (own.name, say("list-aside", text=own.capacity_noun, aside=own.capacity_unit))
                for own in context.facility_types.values()
            ]
        case ChoiceList.ROAD_CLASSES:
            rows = [(own.name,) for own in context.road_classes.values()]
        case ChoiceList.YES:
            rows = [(say("common-yes"),)]
    return ChoiceTable(_head(pick), list(rows))


def _list_areas(context: FormContext, kind: ImportKind) -> list[tuple[str, ...]]:
    region, labels = context.geography.region, context.area_labels
    reference = []
    if outside := region.reference:
        reference = [(labels[outside.code], outside.code, say("forms-levels", level="outside"))]
    if kind is ImportKind.BENCHMARK:
        return [*reference]
    rows = [(labels[region.adcode], region.adcode, say("forms-levels", level="city"))]
    for county in region.counties:
        rows.append((county.name, county.adcode, say("forms-levels", level="county")))
        rows += [
            (old.name, old.adcode, say("forms-former", county=county.name, year=old.until)) for old in county.former
        ]
    around = [(labels[area.code], area.code, say("forms-levels", level="around")) for area in region.around]
    return [*rows, *_list_townships(context), *reference, *around]


def _list_townships(context: FormContext) -> list[tuple[str, ...]]:
    return [
        (context.area_labels[code], code, say("forms-township-of", county=context.county_name(code)))
        for code in context.geography.codes(Level.TOWNSHIP)
    ]


def _other_units(entry: Variable | Indicator) -> list[str]:
    return [*map(translate, entry.accepts or {})] if isinstance(entry, Variable) else []


def _describe_entry(entry: Variable | Indicator) -> str:
    return say("forms-count") if isinstance(entry, Variable) else say("forms-rate", definition=entry.definition)
