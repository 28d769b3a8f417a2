"""JSON of the API about policy: targets, their statuses, and gaps against the 80 % line."""

from typing import Any

from datasets.analyses.gap_analysis import assess_indicator, measure_inequality_in_year
from datasets.analyses.target_statuses import TargetResult, assess_targets, find_origins
from datasets.city.city import City
from indicators.definition import Direction
from indicators.gaps.gap_path import VerdictBounds
from indicators.gaps.gaps import Averaging, reaches_line
from indicators.gaps.small_counts import CountBasis
from indicators.policy.ledger import Scope
from indicators.policy.statements import Statement, list_statements

READING_NAMES = {Averaging.SIMPLE: "simple_mean", Averaging.WEIGHTED: "weighted_mean", Averaging.POOLED: "pooled"}


def list_targets(city: City) -> list[dict[str, Any]]:
    """Every entry of the ledger with all its fields."""
    return [
        {"id": entry.id, "article": article.article, "section": article.section, "quote": entry.clause}
        | {name: getattr(entry, name) for name in ("domain", "subject", "comparator", "value", "unit", "tolerance")}
        | {
            "met_from": entry.criterion.edge if entry.tolerance else None,
            "met_to": entry.criterion.ceiling,
            "scope": entry.group if entry.scope is Scope.GROUP else entry.scope,
            "places": list(entry.places),
            "baseline": entry.baseline or None,
        }
        | {name: getattr(entry, name) for name in ("yearly", "start", "deadline")}
        | {name: getattr(article, name) for name in ("lead_department", "supporting_departments")}
        | {"indicator": entry.indicator, "note": entry.note or None}
        for article in city.ledger
        for entry in article.targets
    ]


def list_statuses(city: City, dataset: str, year: int) -> list[dict[str, Any]]:
    """Every target as of a year, rolled up and area by area."""
    identity = city.datasets[dataset].identity
    results = city.of_policy.cached(assess_targets, dataset, year)
    return [identity | _describe_status(city, dataset, result, year) for result in results]


def flatten_areas(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What ``list_statuses`` tells as a row an area; each bears the status of its whole target as ``target_status``."""
    return [
        {key: one[key] for key in ("dataset", "demonstration", "target", "year")}
        | {"target_status": one["status"], "target_firm": one["firm"]}
        | area
        for one in found
        for area in one["areas"]
    ]


def _describe_status(city: City, dataset: str, result: TargetResult, year: int) -> dict[str, Any]:
    return {
        "target": result.target.id,
        "year": year,
        "status": result.status,
        "firm": result.is_firm,
        "statement": _describe_statement(result.statement) if result.statement else None,
        "statements": [
            _describe_statement(one)
            for one in list_statements(city.datasets[dataset].statements, result.target.id, year)
        ],
        "areas": [
            {
                "area": area,
                "status": progress.status,
                "value": progress.value,
                "first_year": progress.first_year,
                "first_value": progress.first_value,
                "share_of_way": progress.share,
                "firm": progress.is_firm,
                **_describe_basis(progress.basis),
                **find_origins(city, dataset, result.target.indicator, area, year),
            }
            for area, progress in result.areas.items()
        ],
    }


def _describe_statement(said: Statement) -> dict[str, Any]:
    """What was said of a target; ``status`` is None for what decides nothing."""
    names = ("area", "year", "status", "text", "kind", "source")
    return {name: getattr(said, name) for name in names} | {"note": said.note or None}


def describe_gap(city: City, dataset: str, indicator: str, year: int) -> dict[str, Any]:
    """Both groups' levels, the ratio and verdict under each reading, and the measures of inequality of one year."""
    found = city.gaps(dataset, indicator)[year]
    direction = city.indicators[indicator].direction
    measured = measure_inequality_in_year(city, dataset, indicator, year)
    one = assess_indicator(city, dataset, indicator, year)
    return city.datasets[dataset].identity | {
        "indicator": indicator,
        "year": year,
        "benchmark": city.region.benchmark,
        "groups": {
            key: {READING_NAMES[reading]: value for reading, value in level.averages.items()}
            | {"missing": list(level.missing), "small": list(level.small)}
            | _describe_basis(level.basis)
            for key, level in found.levels.items()
        },
        "inverted": direction is Direction.LOWER,
        "ratio": {READING_NAMES[reading]: ratio for reading, ratio in found.ratios.items()},
        "verdict": {READING_NAMES[reading]: _name_verdict(found.judged_ratios.get(reading)) for reading in Averaging},
        "firm": not found.is_small,
        "verdict_bounds": _describe_bounds(one.bounds),
        "kinds": list(one.kinds),
        "sources": list(one.sources),
        "notes": list(one.notes),
        "inequality": measured.measures | {"missing": list(measured.missing), "small": list(measured.small)},
    }


def _describe_bounds(bounds: VerdictBounds | None) -> dict[str, Any] | None:
    """What is certain of the verdict although members lack a value; None where none does."""
    if bounds is None:
        return None
    low, high = bounds.turns_at or (None, None)
    return {
        "certainty": bounds.certainty,
        "verdict": bounds.assessment,
        "missing": list(bounds.missing),
        "turns_at_low": low,
        "turns_at_high": high,
        "reached_above": bounds.reached_above,
        "plausible": {code: list(found) for code, found in bounds.plausible.items()},
    }


def _describe_basis(basis: CountBasis | None) -> dict[str, Any]:
    """The count behind a figure that chance moves, and its 95 % interval."""
    low, high = basis.interval or (None, None) if basis else (None, None)
    return {"events": basis.events if basis else None, "interval_low": low, "interval_high": high}


def _name_verdict(ratio: float | None) -> str | None:
    if ratio is None:
        return None
    return "reached" if reaches_line(ratio) else "below"
