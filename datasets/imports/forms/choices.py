"""The drop-down lists of a form, and the names of areas and variables in it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from datasets.imports.forms.forms import FIGURE_KINDS, YES, ChoiceList
from datasets.kinds import ImportKind
from geodata.geography import Geography
from geodata.region import Level
from indicators.definition import Indicator, Variable
from indicators.facilities.facility_types import FacilityType, RoadClass

COUNT, RATE = "统计数", "指标（已算好的比率）"


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
        return f"{self.variable_labels[variable]}（{unit}）"

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


_HEADINGS: dict[ChoiceList, tuple[str, ...]] = {
    ChoiceList.AREAS: ("地区", "区划代码", "级别"),
    ChoiceList.TOWNSHIPS: ("乡镇（街道）", "区划代码", "级别"),
    ChoiceList.VARIABLES: ("指标", "单位", "也可用的单位", "说明"),
    ChoiceList.WIDE_HEADINGS: ("指标（单位）", "说明"),
    ChoiceList.UNITS: ("单位",),
    ChoiceList.FIGURE_KINDS: ("数据性质", "含义"),
    ChoiceList.FACILITY_TYPES: ("设施类型", "规模填什么"),
    ChoiceList.ROAD_CLASSES: ("道路等级",),
    ChoiceList.YES: ("是否近似",),
}


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
            rows = [(names[k], e.unit, "、".join(_other_units(e)), _describe_entry(e)) for k, e in entries.items()]
        case ChoiceList.WIDE_HEADINGS:
            rows = [(context.wide_heading(key, unit), _describe_entry(entry)) for key, entry, unit in units]
        case ChoiceList.UNITS:
            rows = dict.fromkeys((unit,) for _, _, unit in units)
        case ChoiceList.FIGURE_KINDS:
            rows = [(own.name, own.meaning) for own in FIGURE_KINDS.values()]
        case ChoiceList.FACILITY_TYPES:
            rows = [(own.name, own.capacity) for own in context.facility_types.values()]
        case ChoiceList.ROAD_CLASSES:
            rows = [(own.name,) for own in context.road_classes.values()]
        case ChoiceList.YES:
            rows = [(YES,)]
    return ChoiceTable(_HEADINGS[pick], list(rows))


def _list_areas(context: FormContext, kind: ImportKind) -> list[tuple[str, ...]]:
    region, labels = context.geography.region, context.area_labels
    reference = [(labels[region.reference.code], region.reference.code, "对照地区")] if region.reference else []
    if kind is ImportKind.BENCHMARK:
        return [*reference]
    rows = [(labels[region.adcode], region.adcode, "全市")]
    for county in region.counties:
        rows.append((county.name, county.adcode, "县级"))
        rows += [(old.name, old.adcode, f"{county.name}旧名，用到{old.until}年") for old in county.former]
    around = [(labels[area.code], area.code, "周边范围") for area in region.around]
    return [*rows, *_list_townships(context), *reference, *around]


def _list_townships(context: FormContext) -> list[tuple[str, ...]]:
    return [
        (context.area_labels[code], code, f"乡镇级，{context.county_name(code)}")
        for code in context.geography.codes(Level.TOWNSHIP)
    ]


def _other_units(entry: Variable | Indicator) -> list[str]:
    return list(entry.accepts or {}) if isinstance(entry, Variable) else []


def _describe_entry(entry: Variable | Indicator) -> str:
    return COUNT if isinstance(entry, Variable) else f"{RATE}：{entry.definition}"
