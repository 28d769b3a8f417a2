"""The picture of a state: who has it in which year, as plain data."""

import pandas as pd

from geodata.region import Region
from indicators.classed_values import ClassedValues
from layouts.figures.specs.chart_spec import StatesSpec

_HELD = 0.5  # a state is recorded as 1 or 0


def states_spec(panel: ClassedValues, year: int, names: pd.Series, groups: pd.Series, region: Region) -> StatesSpec:
    """The areas of ``names`` (by code, in map order), those first that have the state in most years.

    ``groups`` maps codes to group keys. The browser orders them alike (assets/js/atlas/figures/states.js).
    """
    values = panel.values[list(names.index)]
    held = (values >= _HELD).sum().sort_values(ascending=False, kind="stable")
    states = {
        str(code): tuple(None if pd.isna(one) else bool(one >= _HELD) for one in values[code]) for code in held.index
    }
    return StatesSpec(
        names=tuple(names[list(states)]),
        colours=tuple(region.every_group[groups[code]].colour for code in states),
        years=tuple(panel.years),
        states=tuple(states.values()),
        groups={region.groups[key].name: region.groups[key].colour for key in region.peopled_groups},
        year=year,
    )
