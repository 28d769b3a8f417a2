"""JSON of the API about the first page: how many indicators hold the line, and what moved."""

from collections import Counter
from typing import Any

from datasets.overview.holding import GapMove, Holding
from datasets.overview.overview import Overview


def describe_overview(shown: Overview) -> dict[str, Any]:
    """Every number of the first page for a dataset and a year."""
    return shown.city.datasets[shown.dataset].identity | {
        "year": shown.year,
        "compared_with": shown.before,
        "between_groups": _describe_holding(shown.holding),
        "to_reference_area": _describe_holding(shown.reference_holding),
        "domains": {domain: _describe_holding(holding) for domain, (holding, _) in shown.holding_by_domain.items()},
        "widest_gaps": [_describe_move(move) for move in shown.list_widest()],
        "closed_most": [_describe_move(move) for move in shown.list_closed()],
        "targets": {"year": shown.target_year} | Counter(shown.outcomes.values()) if shown.targets else None,
        "out_of_reach": [
            {"facility_type": one.id, "residents": one.residents, "outside": one.outside} for one in shown.reach
        ],
    }


def _describe_holding(holding: Holding) -> dict[str, int]:
    return {
        "judged": holding.judged,
        "reached": holding.reached,
        "judged_in_both_years": holding.both,
        "reached_before": holding.before,
        "reached_after": holding.after,
    }


def _describe_move(move: GapMove) -> dict[str, Any]:
    averaging = move.now.gap.averaging_in_words if move.now.gap else None
    return {
        "indicator": move.now.indicator.id,
        "averaging": averaging,
        "ratio": move.ratio,
        "earlier_ratio": move.earlier_ratio,
    }
