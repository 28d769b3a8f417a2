"""The words of siting (选址): the search for sites, changes by hand, results, saved scenarios.

The keys are those of ``datasets.siting.scenario`` and ``datasets.siting.siting_plan``.
"""

from typing import Any

from indicators.gaps.gaps import reaches_line
from indicators.thresholds import count_whole_units
from layouts.words.pages.atlas import percent_text
from locales import say, say_all


def for_browser() -> dict[str, Any]:
    """What the scripts say."""
    return say_all("siting-browser-") | {
        "name_needed": say("siting-name-needed"),
        "compare_needs": say("siting-most-compared"),
        "no_changes": say("siting-no-changes"),
        "undo_all": say("siting-undo-all"),
        "counties": say("siting-counties"),
        "compare_title": say("siting-compare-title"),
        "scenario": say("siting-scenario"),
        "hints": say_all("siting-hints-"),
        "modes": say_all("siting-modes-"),
        "applies": say_all("siting-applies-"),
    }


def marked(text: str, estimated: bool) -> str:
    """A figure, marked where it is estimated."""
    return say("siting-marked", text=text) if estimated else text


def people_text(count: float) -> str:
    """A number of residents."""
    return f"{count:,.0f}"


def ratio_text(ratio: float | None) -> str:
    """The ratio of two groups, in per cent."""
    return say("common-missing") if ratio is None else percent_text(ratio)


def ratios_text(ratios: tuple[float | None, float | None]) -> str:
    """The ratio of two groups before and after."""
    return say("siting-no-ratio") if None in ratios else arrow(*map(ratio_text, ratios))


def ratio_note(benchmark: str, ratios: tuple[float | None, float | None]) -> str:
    """Whether the ratio keeps the line, before and after, or why there is none."""
    return say("siting-nobody-within", group=benchmark) if None in ratios else arrow(*map(line_text, ratios))


def arrow(before: str, after: str) -> str:
    """Before and after; one text where nothing changes."""
    return before if before == after else f"{before} → {after}"


def persons(count: float) -> str:
    """A number of residents with its unit."""
    return say("siting-persons", count=people_text(count))


def ratio_sentence(focus: str, benchmark: str, ratios: tuple[float | None, float | None]) -> str:
    """North against south, held against the line of 80 %."""
    if None in ratios:
        return say("siting-incomparable", focus=focus, benchmark=benchmark)
    shares, lines = arrow(*map(ratio_text, ratios)), arrow(*map(line_text, ratios))
    return say("siting-ratio", focus=focus, benchmark=benchmark, shares=shares, lines=lines)


def line_text(ratio: float | None) -> str:
    """Whether a ratio keeps the line of 80 %."""
    return say("common-missing") if ratio is None else say("siting-line", is_reached=reaches_line(ratio))


def net_text(won: float, lost: float) -> str:
    """Residents won and lost."""
    if not won and not lost:
        return "0"
    return " ".join(part for part in (f"+{won:,.0f}" if won else "", f"−{lost:,.0f}" if lost else "") if part)


def whole_up(count: float, unit: str, what: str) -> str:
    """So many more of a thing, rounded up to whole ones."""
    return say("siting-more", what=what, count=f"{count_whole_units(count, count):,}", unit=unit)


def kind_text(demonstration: bool, estimated: bool) -> str:
    """How firm the figures are."""
    return say("siting-kinds", kind="demonstration" if demonstration else "estimated" if estimated else "computed")


def hover(what: str, name: str, more: str) -> str:
    """What is told of a mark on the map; the parts are plain text for Plotly."""
    return f"<b>{name}</b><br>{what}<br>{more}"
