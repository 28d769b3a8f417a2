"""The words of how far the townships of one county lie apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.definition import Direction, Indicator
from indicators.gaps.spread import Spread
from layouts.words.common import list_areas, number, printed_difference
from locales import say


@dataclass(frozen=True)
class Level:
    """What the townships are held against: whose level it is, and the value as it is printed."""

    whose: str
    value: float


def level_text(level: Level, indicator: Indicator) -> str:
    """The label of a level's line."""
    return f"{level.whose} {number(level.value, indicator.decimals)}"


def spread_verdict(
    spread: Spread | None, indicator: Indicator, names: Mapping[str, str], level: Level | None
) -> dict[str, str]:
    """What the spread of one year comes to: ``title``, ``detail`` and ``tone``."""
    if spread is None:
        return {"title": say("spread-nothing"), "detail": "", "tone": "unknown"}
    lacking = _list_lacking(spread, names)
    if len(spread.values) == 1:
        return {"title": say("spread-one-value"), "detail": say("list-parts").join(lacking), "tone": "unknown"}
    if indicator.yes_no:
        return _describe_states(spread, names, lacking)
    title, tone = _write_title(spread, indicator, names, level)
    detail = say("list-parts").join([_write_ends(spread, indicator, names), *lacking])
    return {"title": title, "detail": detail, "tone": tone}


def _write_title(
    spread: Spread, indicator: Indicator, names: Mapping[str, str], level: Level | None
) -> tuple[str, str]:
    """Which townships fall short of the level; without one, or a better side, which are the ends."""
    count = len(spread.values)
    if level is None or spread.short is None:
        low, high = (list_areas(names[code] for code in codes) for codes in (spread.lowest, spread.highest))
        return say("spread-ends" if spread.difference else "spread-same", count=count, high=high, low=low), ""
    told = {
        "count": count,
        "short": len(spread.short),
        "whose": level.whose,
        "value": f"{number(level.value, indicator.decimals)} {indicator.unit}",
        "side": "above" if indicator.direction is Direction.LOWER else "below",
    }
    if not spread.short:
        return say("spread-none-short", **told), "above"
    return say("spread-short", areas=list_areas(names[code] for code in spread.short), **told), "below"


def _write_ends(spread: Spread, indicator: Indicator, names: Mapping[str, str]) -> str:
    """Both ends, how far they are apart, and the mean, each as it is printed."""
    low, high = (number(spread.values[codes[0]], indicator.decimals) for codes in (spread.lowest, spread.highest))
    lowest, highest = (list_areas(names[code] for code in codes) for codes in (spread.lowest, spread.highest))
    has_times = spread.ratio is not None and spread.difference
    return say(
        "spread-apart",
        highest=highest,
        high=high,
        lowest=lowest,
        low=low,
        difference=_write_difference(printed_difference(low, high), indicator),
        times=f"{spread.ratio:.1f}" if has_times else "none",
        mean=number(spread.mean, indicator.decimals),
    )


def _write_difference(difference: str, indicator: Indicator) -> str:
    """A difference with its unit."""
    is_share = indicator.declared_unit == "%"
    return say("spread-points", points=difference) if is_share else f"{difference} {indicator.unit}"


def _describe_states(spread: Spread, names: Mapping[str, str], lacking: list[str]) -> dict[str, str]:
    without = [names[code] for code, value in spread.values.items() if value < 0.5]
    title = say("spread-states", count=len(spread.values), held=len(spread.values) - len(without))
    told = [say("spread-states-not", areas=list_areas(without)), *lacking] if without else lacking
    return {"title": title, "detail": say("list-parts").join(told), "tone": ""}


def _list_lacking(spread: Spread, names: Mapping[str, str]) -> list[str]:
    lacking = {"missing": spread.missing, "small": spread.small}
    return [
        say("spread-lacking", why=why, areas=list_areas(names[code] for code in codes))
        for why, codes in lacking.items()
        if codes
    ]


def spread_change(
    spreads: tuple[Spread | None, Spread | None], years: tuple[int, int], indicator: Indicator
) -> dict[str, str]:
    """How far the townships moved apart or together between two years; only where the same ones are known."""
    before, after = spreads
    if years[0] == years[1] or before is None or after is None or indicator.yes_no:
        return {"title": say("spread-uncompared"), "detail": "", "tone": "unknown"}
    if before.values.keys() != after.values.keys():
        return {"title": say("spread-uncompared"), "detail": say("spread-others-known"), "tone": "unknown"}
    texts = [
        printed_difference(*(number(one.values[codes[0]], indicator.decimals) for codes in (one.lowest, one.highest)))
        for one in (before, after)
    ]
    first, last = (float(text.replace(",", "")) for text in texts)
    way = "same" if first == last else "narrowed" if last < first else "widened"
    earlier, later = (_write_difference(text, indicator) for text in texts)
    detail = say("spread-from-to", earlier=years[0], before=earlier, later=years[1], after=later)
    return {"title": say("spread-change", way=way), "detail": detail, "tone": ""}
