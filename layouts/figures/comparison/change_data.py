"""What changed between any two years of a panel, for screen, paper and tables; and as compact JSON for the browser.

Changes, classes, ranks, reasons and sentences are decided here; the browser only picks two years.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from geodata.geography import Geography
from geodata.region import Level, Region
from indicators.change import Changes, ChangeScale, compare_years, find_change_scale, is_relative, list_pairs
from indicators.classed_values import ClassedValues
from indicators.definition import Direction
from indicators.gaps.gaps import Averaging, Gap
from layouts.figures.colour_scales import change_colours
from layouts.figures.maps.choropleth import stepped_scale
from layouts.figures.maps.map_spec import MapSpec
from layouts.figures.specs.panel_data import ABSENT, round_within_classes
from layouts.figures.theme import text_colour
from layouts.words.comparison import change as words
from layouts.words.pages.atlas import percent_text
from locales import say

_RELATIVE_DECIMALS = 1


@dataclass(frozen=True)
class ChangeSeries:
    """The changes of a panel between any two of its years, in one scale."""

    panel: ClassedValues
    scale: ChangeScale
    by_years: Mapping[tuple[int, int], Changes]

    @property
    def decimals(self) -> int:
        """How many decimals a change has at least."""
        return _RELATIVE_DECIMALS if is_relative(self.panel.indicator) else self.panel.indicator.decimals

    @property
    def colours(self) -> list[str]:
        """One colour a class, the greatest fall first."""
        return change_colours(self.scale.unchanged, self.scale.unchanged, self.panel.indicator.direction, True)

    @property
    def labels(self) -> list[str]:
        """One label a class, the greatest fall first."""
        return words.change_labels(self.scale, self.panel.indicator)

    @property
    def shown_classes(self) -> tuple[int, int]:
        """The first and the last class of a legend: a side that nothing ever changed to has none there."""
        found = [one.values for one in self.by_years.values()]
        falls, rises = any((values < 0).any() for values in found), any((values > 0).any() for values in found)
        middle, last = self.scale.unchanged, len(self.colours) - 1
        return (0 if falls or not rises else middle), (last if rises or not falls else middle)

    def between(self, earlier: int, later: int) -> Changes:
        """The changes between two years; of a year and itself there is none."""
        return self.by_years.get((earlier, later)) or self._compare((earlier, later))

    def write(self, changes: Changes, in_full: bool = True) -> pd.Series:
        """The text of every change, with its unit or as it stands on an area; "" where there is none."""
        write = words.change_text if in_full else words.change_figure
        indicator, decimals = self.panel.indicator, self.decimals
        texts = ["" if pd.isna(value) else write(value, indicator, decimals) for value in changes.values]
        return pd.Series(texts, changes.values.index, dtype=object)

    def _compare(self, years: tuple[int, int]) -> Changes:
        return _compare(self.panel, years, round_within_classes(self.panel), self.panel.are_small)


def find_changes(panel: ClassedValues) -> ChangeSeries:
    """The changes between every two years of a panel."""
    shown, small = round_within_classes(panel), panel.are_small
    found = {years: _compare(panel, years, shown, small) for years in list_pairs(panel.years)}
    return ChangeSeries(panel, find_change_scale(panel.indicator, found), found)


def _compare(panel: ClassedValues, years: tuple[int, int], shown: pd.DataFrame, small: pd.DataFrame) -> Changes:
    return compare_years(panel.indicator, shown, small, panel.redrawn, years)


def encode_changes(
    panel: ClassedValues, level: Level, geography: Geography, within: str | None = None
) -> dict[str, Any]:
    """The changes of a panel as JSON, a pair of years each (``"2010-2016"``).

    Of a pair: the changes in units of the last of ``decimals`` parted by spaces, ``classes`` with a digit an area, or
    where an area is not compared the letter of its reason, ``ranks`` among the areas ``within`` what is opened, and
    the sentences on map and gap.
    """
    series, indicator = find_changes(panel), panel.indicator
    colours = series.colours
    opened = list(geography.areas_within(level, within).index)
    names = geography.areas(level)["short_name"].to_dict()
    pairs = [*series.by_years, *((year, year) for year in panel.years)]
    return {
        "unit": words.change_unit(indicator),
        "name": words.change_name(indicator),
        "textUnit": words.text_unit(indicator),
        "yesNo": indicator.yes_no,
        "lowestFirst": indicator.direction is Direction.LOWER,
        "legend": series.labels,
        "legendHead": words.change_legend_head(indicator),
        "colours": colours,
        "textColours": list(map(text_colour, colours)),
        "scale": stepped_scale(colours),
        "order": words.order_text(indicator),
        "shown": series.shown_classes,
        "pairs": {
            f"{years[0]}-{years[1]}": _encode_pair(series, years, opened, names, geography.region) for years in pairs
        },
    }


def _encode_pair(
    series: ChangeSeries, years: tuple[int, int], opened: list[str], names: Mapping[str, str], region: Region
) -> dict[str, Any]:
    panel, changes = series.panel, series.between(*years)
    among = changes.among(opened, panel.indicator)
    texts = series.write(among)
    numbers = series.scale.classify(changes.values)
    classes = [str(reason) if reason else str(number) for reason, number in zip(changes.reasons, numbers, strict=True)]
    ranks = among.ranks.reindex(changes.values.index)
    return {
        "figures": "|".join(series.write(changes, in_full=False)),
        "years": years,
        "values": " ".join(ABSENT if pd.isna(value) else f"{value:.10g}" for value in changes.values),
        "classes": "".join(classes),
        "ranks": " ".join(ABSENT if pd.isna(rank) else f"{rank:.0f}" for rank in ranks),
        "reasons": {reason: words.reason_text(reason, *years) for reason in changes.reasons.dropna().unique()},
        "title": words.change_title(among, panel.indicator, names, dict(zip(opened, texts, strict=True)), years),
        "subtitle": words.change_subtitle(panel.indicator, *years),
        "gap": encode_gap_change(panel, years, region),
    }


def encode_gap_change(panel: ClassedValues, years: tuple[int, int], region: Region) -> dict[str, Any]:
    """How the gap changed, in words, and every reading's ratio in both years."""
    since = panel.gaps_redrawn
    gaps = panel.gaps.get(years[0]), panel.gaps.get(years[1])
    texts = [_write_ratios(gap) for gap in gaps]
    told = {
        "ratios": [f"{before} → {after}" for before, after in zip(*texts, strict=True)],
        "texts": texts,
        "numbers": [[_to_percent(gap, reading) for reading in Averaging] for gap in gaps],
    }
    if since is not None and years[0] < since <= years[1]:
        return words.redrawn_gap() | told | {"numbers": []}
    names = {key: group.name for key, group in region.groups.items()}
    names |= {county.adcode: county.in_year(years[1]).name for county in region.counties}
    found = words.gap_change(gaps, years, names, region.focus, panel.indicator.direction)
    return found | told


def _to_percent(gap: Gap | None, reading: Averaging) -> float | None:
    ratio = gap.judged_ratios.get(reading) if gap else None
    return None if ratio is None else round(ratio * 100, 2)


def _write_ratios(gap: Gap | None) -> list[str]:
    held = gap.judged_ratios if gap else {}
    return [percent_text(held[reading]) if reading in held else "—" for reading in Averaging]


def change_map(spec: MapSpec, panel: ClassedValues, years: tuple[int, int]) -> MapSpec:
    """The map of what changed between two years, beside the map of one of them."""
    series, codes = find_changes(panel), [str(code) for code in spec.names.index]
    changes = series.between(*years).among(codes, panel.indicator)
    first, last = series.shown_classes
    figures = series.write(changes, in_full=False)
    return replace(
        spec,
        title=words.map_title(panel.indicator, *years),
        legend=words.change_legend_head(panel.indicator),
        classes=series.scale.classify(changes.values) - first,
        colours=tuple(series.colours[first : last + 1]),
        labels=tuple(series.labels[first : last + 1]),
        has_small=False,
        values=None if spec.values is None else figures,
        missing_label=say("change-uncompared"),
        facilities=(),
        marks=(),
        better="",
    )


def describe_change_map(panel: ClassedValues, years: tuple[int, int], names: Mapping[str, str]) -> list[str]:
    """The finding over a map of changes, and why areas on it are not compared."""
    series = find_changes(panel)
    changes = series.between(*years).among(list(names), panel.indicator)
    texts = dict(zip(names, series.write(changes), strict=True))
    finding = words.change_title(changes, panel.indicator, names, texts, years)
    return [finding, words.reasons_line(changes, names, *years)]


def tabulate_changes(panel: ClassedValues, years: tuple[int, int], codes: list[str]) -> dict[str, dict[str, Any]]:
    """By area its changes between two years, ranked among ``codes``; None where there is none.

    Keys: ``earlier`` and ``later`` (the values as they are printed), ``change`` (in the scale's unit), ``text``,
    ``rank``, ``class`` (its label) and ``reason``.
    """
    series, shown = find_changes(panel), round_within_classes(panel)
    changes = series.between(*years).among(codes, panel.indicator)
    numbers, labels = series.scale.classify(changes.values), series.labels
    reasons = [None if reason is None else words.reason_text(reason, *years) for reason in changes.reasons]
    parts = {
        "earlier": shown.loc[years[0], codes],
        "later": shown.loc[years[1], codes],
        "change": changes.values,
        "text": series.write(changes),
        "rank": changes.ranks.astype("Int64"),
        "class": [None if pd.isna(number) else labels[number] for number in numbers],
        "reason": reasons,
    }
    table = pd.DataFrame(parts, index=codes).astype(object)
    rows: dict[str, dict[str, Any]] = table.where(table.notna(), None).to_dict("index")  # type: ignore[assignment]
    return rows


def tabulate_origins(panel: ClassedValues, years: tuple[int, int], codes: list[str]) -> dict[str, str]:
    """By area where its two values come from, each source once."""
    told = panel.sources.loc[list(years), codes]
    return {
        code: say("list-parts").join(dict.fromkeys(text for text in told[code] if isinstance(text, str)))
        for code in codes
    }
