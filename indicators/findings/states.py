"""Who has a state (a grade, a title), who has not, and since when."""

from dataclasses import dataclass

import pandas as pd

_HELD = 0.5  # a state is recorded as 1 or 0


@dataclass(frozen=True)
class States:
    """The areas that have a state in a year, that have it not, and of which nothing is known.

    ``since`` is of those that have it the first year from which they are known to have had it without a break, where
    the year before is known to have been without it.
    """

    year: int
    held: tuple[str, ...]
    lacking: tuple[str, ...]
    unknown: tuple[str, ...]
    since: dict[str, int]


def find_states(values: pd.DataFrame, year: int) -> States:
    """The states of ``year``; ``values`` are years x areas of 1 and 0, NaN where not known."""
    own = values.reindex([year]).T[year]
    held = tuple(own.index[own >= _HELD])
    return States(
        year,
        held,
        tuple(own.index[own < _HELD]),
        tuple(own.index[own.isna()]),
        {code: since for code in held if (since := _find_since(values[code].loc[:year])) is not None},
    )


def _find_since(own: pd.Series) -> int | None:
    """The first year of the last unbroken run of a state; None where no year before shows that it began then."""
    since = None
    for year, value in reversed(list(own.items())):
        if pd.isna(value):
            return None
        if value < _HELD:
            return since
        since = int(str(year))
    return None
