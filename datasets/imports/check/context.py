"""The data that figures are checked against: areas, quantities, published figures, and defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from datasets.imports.cells.area_index import AreaIndex
from datasets.imports.cells.cell_values import match_key
from datasets.imports.cells.office_terms import TERMS
from datasets.kinds import ImportKind
from indicators.definition import Indicator, ValueKind, Variable
from locales.data import list_names

Definition = Variable | Indicator
KIND_TEXTS = {**{kind.value: kind for kind in ValueKind}, **TERMS.kinds}  # how offices write the kinds


def empty_figures() -> pd.DataFrame:
    """An empty table of published figures."""
    return pd.DataFrame(
        {
            "variable": pd.Series(dtype=str),
            "area_code": pd.Series(dtype=str),
            "year": pd.Series(dtype=int),
            "value": pd.Series(dtype=float),
        }
    )


@dataclass(frozen=True)
class FigureContext:
    """The data that figures are checked against.

    ``published`` has ``variable, area_code, year, value`` of the dataset's present figures. ``parents`` maps each
    township to its county and each county to the region, for sums. ``kind`` and ``source`` are taken where a row says
    none; a source of "" means that every row must name its own. Made-up figures must say so row by row: DEMONSTRATION
    as ``kind`` means that every row must name its own. ``variables_meant`` are ids by texts that mean no quantity,
    ``units_meant`` units by texts that do not fit theirs: what the user says of them.
    """

    areas: AreaIndex
    variables: Mapping[str, Variable]
    indicators: Mapping[str, Indicator]
    parents: Mapping[str, str] = field(default_factory=dict)
    published: pd.DataFrame = field(default_factory=empty_figures)
    kind: ValueKind = ValueKind.TRANSCRIBED
    source: str = ""
    variables_meant: Mapping[str, str] = field(default_factory=dict)
    units_meant: Mapping[str, str] = field(default_factory=dict)

    def declared(self, kind: ImportKind) -> Mapping[str, Definition]:
        """The variables and indicators that a figure may be of, by id: for a benchmark only indicators."""
        return self.indicators if kind is ImportKind.BENCHMARK else self._all_definitions

    @cached_property
    def _all_definitions(self) -> dict[str, Definition]:
        return {**self.indicators, **self.variables}


def index_names(declared: Mapping[str, Definition]) -> dict[str, str]:
    """Map every text that means an id to it: id, name, alias, name without its bracket. Variables go first."""
    counted_last = sorted(declared.items(), key=lambda item: isinstance(item[1], Variable))
    named = [(match_key(name), key) for key, entry in counted_last for name in list_names(entry)]
    bare = {name.split("(")[0]: key for name, key in named}
    aliases = {match_key(text): key for key, entry in counted_last for text in entry.texts}
    return bare | aliases | dict(named) | {match_key(key): key for key in declared}
