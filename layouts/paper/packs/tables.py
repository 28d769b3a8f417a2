"""The tables of a pack: the gaps at a glance, the numbers beside a chart, a county's figures and targets."""

from collections.abc import Iterator

from datasets.analyses.pack_figures import PackFigures
from indicators.definition import Indicator
from indicators.gaps.gap_path import IndicatorGap
from indicators.gaps.gaps import Averaging
from indicators.policy.progress import Status
from indicators.profile import CountyProfile
from layouts.figures.specs.chart_spec import ChartSpec, GapSpec, RankingSpec, StatesSpec, TrendSpec
from layouts.paper.documents.text_table import TextTable
from layouts.words.pages import county as county_page
from layouts.words.pages import gap as gap_page
from layouts.words.pages import targets as targets_page
from layouts.words.paper import packs as words
from locales import say


def make_gap_table(figures: PackFigures) -> TextTable:
    """All indicators in the pack's year: levels, ratio and assessment, the most pressing first."""
    title = say("document-gap-table", gap_name=figures.city.region.gap_name, year=figures.choice.year)
    columns = words.gap_table_columns(figures.focus, figures.benchmark, figures.is_whole)
    rows = tuple(_gap_row(figures, found) for found in figures.gaps_of_year)
    return TextTable(
        title,
        columns,
        rows,
        say("document-whole-gap-table-note") if figures.is_whole else say("document-gap-table-note"),
    )


def _gap_row(figures: PackFigures, found: IndicatorGap) -> tuple[str, ...]:
    gap, region = found.gap, figures.city.region
    averaging = gap.averaging_in_words if gap else Averaging.SIMPLE
    levels = [gap.levels[key].averages[averaging] if gap else None for key in (region.focus, region.benchmark)]
    return (
        found.indicator.name,
        *(gap_page.level_text(found.indicator, level) for level in levels),
        gap_page.ratio_text(gap.ratios[averaging] if gap and found.is_judged else None),
        gap_page.assessment_text(found, [figures.name(code) for code in gap.missing] if gap else []),
        *(() if figures.is_whole else (gap_page.badge_text(found),)),
    )


def make_chart_table(chart: ChartSpec | None, indicator: Indicator, gap: IndicatorGap | None) -> TextTable | None:
    """The numbers of a chart of an indicator; ``gap`` is that of the chart's year. None for what has no table."""
    match chart:
        case GapSpec():
            return _averagings_table(chart, indicator, gap)
        case RankingSpec():
            return _ranking_table(chart, indicator)
        case StatesSpec():
            return _states_table(chart)
        case TrendSpec():
            return _trend_table(chart, indicator)
    return None


def _averagings_table(chart: GapSpec, indicator: Indicator, found: IndicatorGap | None) -> TextTable:
    """The levels under every averaging and their ratios; those of a region as a whole have no averaging."""
    judged = found.gap.judged_ratios if found and found.gap and found.is_judged else {}
    named = not chart.as_whole
    rows = tuple(
        (
            *((say("common-averaging-names", averaging=averaging),) if named else ()),
            *(gap_page.level_text(indicator, level) for level in levels),
            gap_page.ratio_text(judged.get(averaging)),
        )
        for averaging, levels in chart.averages.items()
    )
    ratio = gap_page.mark_inverted(say("gap-ratio"), indicator.direction)
    columns = (*((say("gap-averaging-column"),) if named else ()), *(series.name for series in chart.groups), ratio)
    return TextTable(say("document-values-title"), columns, rows)


def _ranking_table(chart: RankingSpec, indicator: Indicator) -> TextTable:
    ranks = chart.ranks or (None,) * len(chart.names)
    rows = tuple(
        (name, gap_page.value_text(indicator, value), "—" if rank is None else str(rank))
        for name, value, rank in zip(chart.names, chart.values, ranks, strict=True)
    )
    return TextTable(say("document-values-title"), (say("gap-county"), say("gap-value"), say("document-rank")), rows)


def _states_table(chart: StatesSpec) -> TextTable:
    texts = {True: say("common-yes"), False: say("common-no"), None: say("common-missing")}
    rows = tuple((name, *(texts[one] for one in own)) for name, own in zip(chart.names, chart.states, strict=True))
    return TextTable(say("document-values-title"), (say("gap-county"), *map(str, chart.years)), rows)


def _trend_table(chart: TrendSpec, indicator: Indicator) -> TextTable:
    rows = tuple(
        (str(year), *(gap_page.level_text(indicator, series.values[position]) for series in chart.groups))
        for position, year in enumerate(chart.years)
    )
    return TextTable(say("document-means-title"), (say("gap-year"), *(series.name for series in chart.groups)), rows)


def make_target_table(figures: PackFigures) -> TextTable:
    """All targets that the pack speaks of, with their status and how many areas reach them."""
    rows = tuple(
        (
            f"{result.article.article}",
            result.target.subject,
            targets_page.requirement(result.target),
            words.scope_text(result.target, figures.groups),
            targets_page.deadline_text(result.target),
            result.article.lead_name or say("targets-no-department"),
            targets_page.status_text(result.status, result.is_firm),
            targets_page.reached_text(result.count(Status.REACHED), len(result.areas), len(result.small)),
        )
        for result in figures.targets
    )
    heads = ("article", "subject", "requirement", "scope", "deadline", "department", "status", "reached")
    columns = tuple(say("targets-columns", column=key) for key in heads)
    return TextTable(say("document-target-table", year=figures.choice.year), columns, rows, say("targets-rule"))


def make_county_tables(figures: PackFigures, code: str) -> Iterator[TextTable]:
    """A county's figures and its targets; neither where there are none."""
    profile = figures.profiles[code]
    rows = tuple(
        (
            one.indicator.name,
            county_page.with_unit(one.indicator, one.value),
            "—" if one.rank is None else f"{one.rank}/{one.counted}",
            county_page.with_unit(one.indicator, one.city) if not one.indicator.yes_no else "—",
            say("county-city-comparisons", comparison=one.against_city),
        )
        for one in figures.county_comparisons(code)
    )
    columns = tuple(say("document-columns", column=key) for key in ("indicator", "value", "rank", "city", "verdict"))
    if rows:
        yield TextTable(say("document-county-table", county=profile.name, year=profile.year), columns, rows)
    if any(profile.targets.values()):
        yield _county_target_table(profile)


def _county_target_table(profile: CountyProfile) -> TextTable:
    rows = tuple(
        (
            str(target.article),
            target.target.subject,
            targets_page.requirement(target.target),
            targets_page.deadline_text(target.target),
            targets_page.value_text(target.target, target.progress.value, target.decimals, say("common-missing")),
            targets_page.progress_text(target.progress),
        )
        for targets in profile.targets.values()
        for target in targets
    )
    heads = (say("targets-columns", column=key) for key in ("article", "subject", "requirement", "deadline"))
    title = say("document-county-targets", county=profile.name, year=profile.year)
    return TextTable(title, (*heads, say("gap-value"), say("targets-status")), rows, say("targets-rule"))
