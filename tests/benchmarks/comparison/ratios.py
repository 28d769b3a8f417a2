"""Tables of a comparison: the median of every contestant, and ours as a multiple of the others'."""

import statistics
from collections.abc import Mapping, Sequence

Samples = Mapping[str, Sequence[float]]  # by metric, in the order in which they were measured
P95 = " (p95)"


def summarise(samples: Samples, spread: Sequence[str] = ()) -> dict[str, float]:
    """The median of each metric, and the 95th percentile of those in ``spread``; empty ones are left out."""
    found = {}
    for metric, measured in samples.items():
        if measured:
            found[metric] = statistics.median(measured)
            if metric in spread:
                found[metric + P95] = find_percentile(measured, 0.95)
    return found


def find_percentile(measured: Sequence[float], share: float) -> float:
    """The smallest measured value that ``share`` of all do not exceed."""
    ordered = sorted(measured)
    at_least = -(-len(ordered) * share // 1)  # rounded up
    return ordered[max(int(at_least) - 1, 0)]


def compute_ratios(medians: Mapping[str, Mapping[str, float]], ours: str, other: str) -> dict[str, float]:
    """By metric what ours takes, as a multiple of what the other takes; only where both were measured and above 0."""
    mine, theirs = medians.get(ours, {}), medians.get(other, {})
    return {metric: mine[metric] / theirs[metric] for metric in mine if theirs.get(metric)}


def write_table(medians: Mapping[str, Mapping[str, float]], ours: str, others: Sequence[str]) -> str:
    """A Markdown table: a row a metric, a column a contestant, and ours as a multiple of each of ``others``."""
    names = list(medians)
    compared = [other for other in others if ours in medians and other in medians]
    metrics = list(dict.fromkeys(metric for found in medians.values() for metric in found))
    ratios = {other: compute_ratios(medians, ours, other) for other in compared}
    heads = ["", *names, *(f"{ours} / {other}" for other in compared)]
    rows = [
        [
            metric,
            *(_write_number(medians[name].get(metric)) for name in names),
            *(_write_ratio(ratios[other].get(metric)) for other in compared),
        ]
        for metric in metrics
    ]
    rule = ["---", *("---:" for _ in heads[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heads, rule, *rows])


def _write_number(number: float | None) -> str:
    if number is None:
        return "-"
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2g}"


def _write_ratio(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.2f}"
