"""The terms that headings and cells may contain: quantities, units, areas, types."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from datasets.imports.cells.cell_values import match_key


@dataclass(frozen=True)
class KnownTerms:
    """The terms that headings and cells may contain.

    ``variables`` maps the id of each variable and indicator to its names (the id itself need not be among them);
    ``units`` are all units that any of them accepts; ``areas`` are names of areas, former and short ones too;
    ``codes`` are the codes of the region's areas; ``types`` are the ids of facility types by the texts that stand for
    them.
    """

    variables: Mapping[str, tuple[str, ...]]
    units: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    types: Mapping[str, str] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()

    def variable(self, name: str) -> str | None:
        """The id of the variable that a heading names, None for anything else."""
        return self._by_name.get(match_key(name))

    @cached_property
    def _by_name(self) -> dict[str, str]:
        named = {match_key(name): id_ for id_, names in self.variables.items() for name in names}
        return named | {match_key(id_): id_ for id_ in self.variables}

    def is_area(self, text: str) -> bool:
        """Whether a text is the name of an area."""
        return match_key(text) in self.area_keys

    @cached_property
    def area_keys(self) -> frozenset[str]:
        """The names of areas in the form of ``match_key``."""
        return frozenset(map(match_key, self.areas))
