"""What an editor saves for all readers of a region: two groups of its counties."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SavedDivision:
    """Two groups of counties, as an address has them (see ``queries/group_query``); "" where they were withdrawn.

    ``id`` tells which came last; ``region`` is the adcode of the region.
    """

    id: int
    region: str
    groups: str
    at: datetime
    by: str
