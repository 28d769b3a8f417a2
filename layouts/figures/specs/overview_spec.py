"""What the first page shows, as plain data for a sheet of paper: every text is the page's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from datasets.overview.owed import Outcome
from indicators.gaps.gap_path import Assessment

Fills = Mapping[str, str]  # colours by area


@dataclass(frozen=True)
class GoalPart:
    """How many indicators hold the line between two; ``share`` of those that are judged, None where none is."""

    title: str
    finding: str
    share: float | None
    lines: tuple[str, ...]


@dataclass(frozen=True)
class DomainRow:
    """A domain with the verdict of each of its indicators."""

    name: str
    verdicts: tuple[Assessment, ...]
    count: str
    change: str


@dataclass(frozen=True)
class MoveRow:
    """A gap; ``maps`` are the colours of the earlier year and of this one, None for a map that there is not."""

    name: str
    told: str
    ratio: str
    maps: tuple[Fills | None, ...]


@dataclass(frozen=True)
class MovesPart:
    """The gaps of one card; ``nothing`` says why there are none."""

    title: str
    rows: tuple[MoveRow, ...]
    nothing: str


@dataclass(frozen=True)
class TargetsPart:
    """What became of the policy's targets."""

    title: str
    text: str
    counts: tuple[tuple[Outcome, int], ...]
    owing: str


@dataclass(frozen=True)
class ReachPart:
    """Who is out of reach: a type, the people, the standard; ``nothing`` says why nobody can tell."""

    title: str
    rows: tuple[tuple[str, str, str], ...]
    nothing: str


@dataclass(frozen=True)
class OverviewSpec:
    """The whole page. ``areas``, ``border`` and ``group_line`` are the shapes of the small maps; y grows southwards.

    ``box`` is what the maps show.
    """

    goals: tuple[GoalPart, ...]
    domains_title: str
    domain_heads: tuple[str, str]
    domains: tuple[DomainRow, ...]
    certain_title: str
    certain: tuple[str, ...]
    moves: tuple[MovesPart, ...]
    targets: TargetsPart
    reach: ReachPart
    publication_title: str
    publication: str
    areas: Mapping[str, Any]
    border: Any
    group_line: Any
    box: tuple[float, float, float, float]
