"""Messages of siting (选址): faults of a scenario or a search, why a search has no answer, how far it has come."""

from collections.abc import Mapping

from geodata.siting.task import InfeasibleError, InfeasibleReason
from locales import say


def describe_scenario_fault(why: str, found: str, most_changes: int) -> str:
    """Describe why a scenario cannot be computed, and what to do."""
    return say("siting-run-scenario-faults", fault=why, found=found, changes=most_changes)


def describe_plan_fault(bad: str, found: str, most_sites: int, most_changes: int) -> str:
    """Describe which setting of a search cannot be read or met, and what is allowed."""
    return say("siting-run-plan-faults", fault=bad, found=found, sites=most_sites, changes=most_changes)


def explain_infeasible(error: InfeasibleError, names: Mapping[str, str]) -> str:
    """Explain why a search has no answer, and what to do; ``names`` are the groups' names by key."""
    amounts = {key: f"{value:,.10g}" for key, value in error.numbers.items()}
    if error.reason is InfeasibleReason.BUDGET_TOO_SMALL:
        affordable = error.numbers.get("affordable", -1)
        amounts |= {"affordable": f"{affordable:.0f}" if affordable >= 0 else "none"}
        return say("siting-run-budget-too-small", **amounts)
    group = names.get(error.group or "", "")
    return say("siting-run-infeasible", reason=error.reason.name.lower(), group=group, **amounts)


def progress_text(seconds: float, gap: float) -> str:
    """How long a run takes by now, and how far its best selection may be from the optimum.

    ``gap`` is a share of the optimum, NaN before any selection is known.
    """
    known = "none" if gap != gap else _gap_text(gap)  # noqa: PLR0124
    return say("siting-run-progress", seconds=f"{seconds:.1f}", gap=known)


def queue_full_text(waiting: int, own: int, most: int) -> str:
    """Refuse another run: too many are waiting in all (``waiting``), or of this client (``own`` of ``most``)."""
    if own < most:
        return say("siting-run-queue-full", waiting=waiting)
    return say("siting-run-own-queue-full", most=most, waiting=waiting)


def result_text(count: int, seconds: float, gap: float, stopped: bool) -> str:
    """How many sites a run found, and whether they are proven to be the best; ``gap`` as in ``progress_text``."""
    if not stopped:
        return say("siting-run-proven", count=count, seconds=f"{max(seconds, 0.1):.1f}")
    return say("siting-run-stopped", count=count, seconds=f"{seconds:.1f}", gap=_gap_text(gap))


def _gap_text(gap: float) -> str:
    return f"{gap * 100:.2f}%" if gap < 0.1 else f"{gap * 100:.0f}%"
