"""The words beside figures that chance moves: count and interval; of few events also that they are not judged."""

from collections.abc import Iterable, Mapping

import numpy as np

from indicators.classed_values import ClassedValues
from indicators.definition import CountKind
from indicators.gaps.gaps import Gap
from indicators.gaps.small_counts import FEWEST, CountBasis
from layouts.words.common import class_labels, number, range_text
from locales import say

PARTS = ("count", "low", "high")
PLACES = {part: f"{{{part}}}" for part in PARTS}  # which a script fills


def count_text(basis: CountBasis) -> str:
    """How many events, or people, a figure rests on."""
    if basis.events is None:
        return say("small-unknown-count")
    return say("small-count", kind=basis.count_kind, count=number(basis.events, 0))


def basis_text(basis: CountBasis, decimals: int) -> str:
    """The 95 % interval of a figure, in its unit, and the count behind it, unless that is a large one of a sample."""
    parts = basis_parts(basis, decimals)
    if len(parts) < len(PARTS):
        return count_text(basis)
    if basis.is_firm_sample:
        return say("small-sampled", low=parts["low"], high=parts["high"])
    return say("small-interval", kind=basis.count_kind, **parts)


def basis_parts(basis: CountBasis, decimals: int) -> dict[str, str]:
    """The texts of ``PARTS``, as far as they are known."""
    if basis.events is None or basis.interval is None:
        return {}
    shown = (number(basis.events, 0), *(number(bound, decimals) for bound in basis.interval))
    return dict(zip(PARTS, shown, strict=True))


def unjudged_text(basis: CountBasis) -> str:
    """Why a small figure is not judged."""
    return say("small-unjudged", known=basis.events is not None)


def is_noted(basis: CountBasis | None) -> bool:
    """Whether anything stands beside a figure: one over events or from a sample, and any share that is small."""
    if basis is None:
        return False
    return basis.count_kind is CountKind.EVENTS or basis.is_small or basis.is_firm_sample


def note_text(basis: CountBasis | None, decimals: int) -> str:
    """What stands beside a figure: nothing where chance does not matter to it."""
    if basis is None or not is_noted(basis):
        return ""
    text = basis_text(basis, decimals)
    return say("list-parts").join([text, unjudged_text(basis)]) if basis.is_small else text


def panel_labels(panel: ClassedValues) -> list[str]:
    """One label a class of a panel, lowest class first; small values last, where they are a class of their own."""
    indicator, firm = panel.indicator, panel.values.mask(panel.are_small).to_numpy(dtype=float)
    labels = class_labels(indicator, panel.scheme)
    if not panel.scheme.breaks and not np.isnan(firm).all():
        labels = [range_text(float(np.nanmin(firm)), float(np.nanmax(firm)), indicator.unit)]
    return [*labels, say("small-class", fewest=FEWEST)] if panel.has_small_class else labels


def groups_text(gap: Gap, names: Mapping[str, str]) -> str:
    """How many events each group has, all its counties together; ``names`` maps the groups' keys."""
    bases = {key: level.basis for key, level in gap.levels.items() if level.basis}
    counts = [say("small-group", group=names[key], count=count_text(basis)) for key, basis in bases.items()]
    return say("list-names").join(counts)


def sample_intervals(gap: Gap, decimals: int) -> dict[str, tuple[str, str]]:
    """By group the ends of the interval of its pooled figure, where that is of a sample."""
    firm = {key: level.basis for key, level in gap.levels.items() if level.basis and level.basis.is_firm_sample}
    parts = {key: basis_parts(basis, decimals) for key, basis in firm.items()}
    return {key: (part["low"], part["high"]) for key, part in parts.items() if part}


def sample_intervals_text(gap: Gap, names: Mapping[str, str], decimals: int, as_whole: bool = False) -> str:
    """The interval of each group's pooled figure where they are of a sample; ``names`` maps the groups' keys."""
    intervals = sample_intervals(gap, decimals).items()
    told = say("list-names").join(f"{names[key]} {low} – {high}" for key, (low, high) in intervals)
    return say("small-sampled-groups", whole=as_whole, intervals=told) if told else ""


def small_members(names: Iterable[str]) -> str:
    """That single counties of a group are small, so that only the pooled reading is told."""
    return say("small-members", names=say("list-names").join(names))
