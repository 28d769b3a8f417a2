"""How many indicators hold the 80 % line, how that moved, and which gaps are widest or closed most."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from datasets.analyses.gap_analysis import ReferenceComparison
from indicators.definition import Direction, Domain
from indicators.gaps.gap_path import Assessment, IndicatorGap
from indicators.gaps.gaps import reaches_line


@dataclass(frozen=True)
class Holding:
    """Of ``judged`` indicators of a year, how many hold the line.

    ``both`` are those that an earlier year judges too, of which ``before`` held it then and ``after`` hold it now.
    """

    judged: int = 0
    reached: int = 0
    both: int = 0
    before: int = 0
    after: int = 0

    @property
    def moved(self) -> int:
        """By how many the count of those that both years judge has grown."""
        return self.after - self.before


@dataclass(frozen=True)
class GapMove:
    """How an indicator's ratio moved: the measured group over the benchmark, 1 where they are equal.

    The earlier year is told only where it is judged too and both are averaged alike.
    """

    now: IndicatorGap
    ratio: float
    earlier: IndicatorGap | None = None
    earlier_ratio: float | None = None

    @property
    def closed(self) -> float:
        """By how much the measured group came nearer to the benchmark; what goes beyond it counts for nothing."""
        return 0.0 if self.earlier_ratio is None else min(self.ratio, 1.0) - min(self.earlier_ratio, 1.0)


def count_holding(found: Iterable[IndicatorGap], earlier: Mapping[str, IndicatorGap]) -> Holding:
    """Count verdicts; ``earlier`` are those of an earlier year by indicator."""
    now = {one.indicator.id: _holds_line(one) for one in found if one.is_judged}
    then = {key: _holds_line(earlier[key]) for key in now if key in earlier and earlier[key].is_judged}
    return _count_reached(now, then)


def count_holding_by_domain(
    found: Iterable[IndicatorGap], earlier: Mapping[str, IndicatorGap]
) -> dict[Domain, tuple[Holding, list[IndicatorGap]]]:
    """The domains with an indicator that could be judged: the counts, and how each stands, those that hold first."""
    listed = [one for one in found if one.indicator.direction is not Direction.NEUTRAL]
    order = {one: at for at, one in enumerate((Assessment.REACHED, Assessment.SENSITIVE, Assessment.SHORT))}
    by_domain = {domain: [one for one in listed if one.indicator.domain is domain] for domain in Domain}
    return {
        domain: (
            count_holding(own, earlier),
            sorted(own, key=lambda one: order.get(one.assessment, len(order))),
        )
        for domain, own in by_domain.items()
        if own
    }


def count_reference_holding(
    compared: Mapping[str, Mapping[int, ReferenceComparison]], year: int, before: int | None
) -> Holding:
    """Count the indicators in which the whole region holds the line beside the reference area."""
    now, then = (_find_reached(compared, at) for at in (year, before))
    return _count_reached(now, {key: reached for key, reached in then.items() if key in now})


def list_moves(found: Iterable[IndicatorGap], earlier: Mapping[str, IndicatorGap]) -> list[GapMove]:
    """Every verdict with its ratio and, where it can be told, that of the earlier year; the lowest ratio first."""
    moves = [_build_move(one, earlier.get(one.indicator.id)) for one in found if one.is_judged]
    return sorted((move for move in moves if move), key=lambda move: move.ratio)


def _build_move(now: IndicatorGap, earlier: IndicatorGap | None) -> GapMove | None:
    if now.gap is None:
        return None
    averaging = now.gap.averaging_in_words
    ratio = now.gap.judged_ratios.get(averaging)
    if ratio is None:
        return None
    then = earlier.gap.judged_ratios.get(averaging) if earlier and earlier.gap and earlier.is_judged else None
    return GapMove(now, ratio) if then is None else GapMove(now, ratio, earlier, then)


def _holds_line(one: IndicatorGap) -> bool:
    return one.assessment is Assessment.REACHED


def _find_reached(compared: Mapping[str, Mapping[int, ReferenceComparison]], year: int | None) -> dict[str, bool]:
    ratios = {key: by_year[year].ratio for key, by_year in compared.items() if year is not None and year in by_year}
    return {key: reaches_line(ratio) for key, ratio in ratios.items() if ratio is not None}


def _count_reached(now: Mapping[str, bool], then: Mapping[str, bool]) -> Holding:
    after = sum(now[key] for key in then)
    return Holding(len(now), sum(now.values()), len(then), sum(then.values()), after)
