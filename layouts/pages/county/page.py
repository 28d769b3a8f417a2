"""The page of a county (县域档案): key figures, targets, place among the counties, townships; made to be printed."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from datasets.census.comparability import Comparability
from indicators.definition import Indicator
from indicators.findings.standings import find_courses
from indicators.policy.progress import Status
from indicators.profile import CountyProfile, CountyTarget, KeyFigure, TownshipColumn
from layouts.figures.charts.sparkline import HEIGHT, WIDTH, sparkline_uri
from layouts.frame.parts import field, group_badge, told_headline
from layouts.ids import CountyPage
from layouts.pages.county.cards import map_link, section_card
from layouts.pages.county.spine import build_spine_card
from layouts.words.findings import standings as findings
from layouts.words.pages import county as words
from layouts.words.pages import targets as target_words
from layouts.words.pages.context import county as context_words
from locales import say


def page(choices: dict[str, Any]) -> html.Div:
    """The page before a county is chosen. ``choices`` is what the browser fills the controls from."""
    return html.Div(
        [
            dcc.Store(id=CountyPage.CHOICES, data=choices),
            dcc.Store(id=CountyPage.ASKED),
            dcc.Store(id=CountyPage.CONTENT),
            dcc.Store(id=CountyPage.WEIGHTS, data=""),
            dcc.Store(id=CountyPage.ASKED_CONTEXT),
            dcc.Store(id=CountyPage.CONTEXT_CONTENT),
            html.Nav(
                [
                    field(say("county-county"), dbc.Select(id=CountyPage.COUNTY, options=[], size="sm")),
                    field(say("county-year"), dbc.Select(id=CountyPage.YEAR, options=[], size="sm")),
                    dbc.Button(say("county-print"), id=CountyPage.PRINT, size="sm", color="primary"),
                    html.Div(id=CountyPage.NOTICE, className="county-notice", role="status"),
                ],
                className="panel county-controls",
            ),
            html.Div(id=CountyPage.PROFILE, className="profile"),
            _build_outline(),
            html.Section(id=CountyPage.CONTEXT, className="context"),
        ],
        id=CountyPage.PAGE,
        className="page county",
        hidden=True,
    )


def _build_outline() -> html.Div:
    """The cards of a profile before any has come; the style sheet takes them away then."""
    cards = {
        say("county-key-figures"): "key-figures-card",
        say("county-targets"): "targets-card",
        say("county-spine"): "spine-card",
        say("county-townships"): "townships-card",
    }
    return html.Div(
        [section_card(title, [], [], class_name) for title, class_name in cards.items()],
        className="profile profile-outline",
    )


def choices(
    first: dict[str, tuple[dict[int, str], int]], names: dict[int, dict[str, str]], likeness: dict[str, Any]
) -> dict[str, Any]:
    """What can be chosen.

    ``first`` holds for each dataset its years, each with the county to begin with, and the year to begin with;
    ``names`` the county names by code in each of these years; ``likeness`` has the weights as declared, the ``highest``
    one, and an ``example`` for an address.
    """
    return {
        "datasets": {
            dataset: {"years": list(counties), "first": year, "counties": counties}
            for dataset, (counties, year) in first.items()
        },
        "names": names,
        "codes": list(next(iter(names.values()))),  # JSON would sort codes that look like numbers
        "ignored": say("county-ignored", name="{name}", found="{found}", allowed="{allowed}"),
        **likeness,
    }


def profile_body(profile: CountyProfile) -> list[Component]:
    """Everything that a profile shows, in the order of its two printed pages."""
    return [
        _profile_head(profile),
        section_card(_key_figures_headline(profile), _trend_key(profile), _key_figures(profile), "key-figures-card"),
        section_card(say("county-targets"), _status_counts(profile), _target_list(profile), "targets-card"),
        _second_sheet_head(profile),
        build_spine_card(profile),
        section_card(say("county-townships"), [], _township_table(profile), "townships-card"),
        *_list_caveats(profile),
        html.P(words.sources_text(*profile.origins()), className="source"),
    ]


def _profile_head(profile: CountyProfile) -> html.Header:
    return html.Header(
        [
            html.H2(profile.name, className="page-subject"),
            group_badge(profile.group, profile.group_colour),
            html.Span(say("county-dated", year=profile.year), className="profile-year"),
            html.Span(profile.dataset_name, className="profile-dataset"),
        ],
        className="profile-head",
    )


def _second_sheet_head(profile: CountyProfile) -> html.P:
    """Only printed: a sheet that is parted from the first still says what it shows."""
    return html.P(
        say("list-facts").join([profile.name, say("county-dated", year=profile.year), profile.dataset_name]),
        className="second-sheet-head",
    )


# --- key figures -----------------------------------------------------------------------------------------------------


def _key_figures_headline(profile: CountyProfile) -> Component:
    finding = findings.describe_courses(find_courses(profile.key_figures))
    return told_headline(finding, say("findings-key-figures-subject", county=profile.name, year=profile.year))


def _trend_key(profile: CountyProfile) -> list[Component]:
    county, group = words.trend_key(profile.name, profile.group)
    mark = context_words.mark_text(Comparability(profile.census_mark)) if profile.census_mark else ""
    return [
        html.Span([html.Span(className="line-county"), county]),
        html.Span([html.Span(className="line-group", style={"borderColor": profile.group_colour}), group]),
        *([html.Span(mark)] if mark else []),
    ]


def _key_figures(profile: CountyProfile) -> list[Component]:
    if not profile.key_figures:
        return [html.P(say("county-no-key-figures"), className="quiet")]
    figures = profile.key_figures
    known, unknown = ([one for one in figures if (one.comparison.value is None) is lacks] for lacks in (False, True))
    tiles = [[_key_figure(profile, figure) for figure in each] for each in (known, unknown) if each]
    grids: list[Component] = [html.Div(each, className="key-figures") for each in tiles]
    if len(grids) == 1:
        return grids
    names = [figure.comparison.indicator.name for figure in unknown]
    return [grids[0], _build_fold(words.figures_without_data(profile.year, names), grids[1])]


def _list_caveats(profile: CountyProfile) -> list[Component]:
    """What to know of the figures that are shown, an indicator a line, behind one."""
    compared = [one for found in profile.comparisons.values() for one in found]
    shown = [*(figure.comparison for figure in profile.key_figures), *compared]
    told = {one.indicator.name: one.indicator.caveat for one in shown if one.value is not None and one.indicator.caveat}
    lines = [html.Li(say("list-named", name=name, text=caveat)) for name, caveat in told.items()]
    return [_build_fold(say("county-caveats", count=len(lines)), html.Ul(lines, className="caveats"))] if lines else []


def _build_fold(summary: Any, body: Component) -> html.Details:
    """What is missing, one click away."""
    return html.Details([html.Summary(summary), body], className="profile-fold")


def _key_figure(profile: CountyProfile, figure: KeyFigure) -> html.Div:
    standing = figure.comparison
    indicator = standing.indicator
    known, change = standing.value is not None, figure.change
    value: list[Any] = [
        html.Strong(words.value_text(indicator, standing.value)),
        words.unit_text(indicator) if known else "",
    ]
    hint = words.source_text(standing.kind, standing.source, standing.note)
    kind = html.Span(say("common-kinds", kind=standing.kind), className="kind", title=hint) if standing.kind else None
    return html.Div(
        [
            html.Div(map_link(profile, indicator.id, indicator.name), className="key-name"),
            html.Div([html.Span(value, className="key-value"), kind], className="key-line"),
            html.Div(
                [
                    words.rank_text(standing) if known else words.other_years(figure.trend),
                    html.Span(say("common-domains", domain=indicator.domain), className="domain-tag"),
                ],
                className="key-note",
            ),
            *([html.Div(note, className="key-note")] if (note := words.basis_text(standing)) else []),
            html.Div(words.city_text(standing), className="key-note"),
            *([html.Div(findings.describe_change(change, indicator), className="key-note")] if change else []),
            _sparkline_image(profile, figure),
        ],
        className="key-figure" if known else "key-figure is-missing",
    )


def _sparkline_image(profile: CountyProfile, figure: KeyFigure) -> Component:
    if len(figure.trend.known_years) < 2:
        return html.Div(words.single_year(figure.trend), className="no-line")
    trend = figure.trend
    description = words.path_text(figure.comparison.indicator, trend)
    image_uri = sparkline_uri(trend.years, trend.county, trend.group, profile.year, profile.group_colour, trend.anew)
    return html.Img(
        src=image_uri, alt=description, title=description, width=WIDTH, height=HEIGHT, className="sparkline"
    )


# --- targets ---------------------------------------------------------------------------------------------------------


def _status_counts(profile: CountyProfile) -> list[Component]:
    return [_status_chip(status, len(targets)) for status, targets in profile.targets.items()]


def _status_chip(status: Status, count: int) -> html.Span:
    return html.Span(f"{say('common-statuses', status=status)} {count}", className=f"chip status-{status}")


def _target_list(profile: CountyProfile) -> list[Component]:
    if not profile.targets:
        return [html.P(say("county-no-targets"), className="quiet")]
    rows: list[Component] = []
    folded: list[Component] = []
    for status, targets in profile.targets.items():
        chip, lines = _status_chip(status, len(targets)), [_target_row(profile, target) for target in targets]
        if status is Status.NO_DATA:
            folded = [_build_fold([chip, say("county-targets-without-data")], html.Div(lines, className="target-rows"))]
        else:
            rows += [html.H4(chip, className="status-head"), *lines]
    return ([html.Div(rows, className="target-rows")] if rows else []) + folded


def _target_row(profile: CountyProfile, county_target: CountyTarget) -> html.Div:
    target = county_target.target
    value = target_words.value_text(target, county_target.progress.value, county_target.decimals, say("common-missing"))
    name = map_link(profile, target.indicator, target.subject) if county_target.mapped else target.subject
    asked, until = target_words.requirement(target), target_words.deadline_text(target)
    cells: list[Any] = [say("county-article", article=county_target.article), name, asked, value, until]
    columns = "article", "subject", "requirement", "value", "deadline"
    spans: list[Any] = [html.Span(cell, className=f"target-{each}") for cell, each in zip(cells, columns, strict=True)]
    if county_target.progress.basis and not county_target.progress.is_firm:
        spans.append(html.Small(target_words.progress_text(county_target.progress), className="target-letter"))
    return html.Div(spans, className="target-row", title=target.clause)


# --- townships -------------------------------------------------------------------------------------------------------


def _township_table(profile: CountyProfile) -> list[Component]:
    columns = profile.township_columns
    if not columns:
        return [html.P(say("county-no-townships"), className="quiet")]
    head = html.Tr([html.Th(say("county-township")), *[_township_head(profile, column) for column in columns]])
    rows = [
        html.Tr([html.Th(name, scope="row"), *[_township_cell(one.indicator, one.values[at]) for one in columns]])
        for at, name in enumerate(profile.townships)
    ]
    return [html.Div(html.Table([html.Thead(head), html.Tbody(rows)], className="township-table"), className="wide")]


def _township_head(profile: CountyProfile, column: TownshipColumn) -> html.Th:
    indicator = column.indicator
    below = f"{words.unit_text(indicator)} · {say('county-dated', year=column.year)}"
    kinds = say("list-names").join(say("common-kinds", kind=kind) for kind in column.kinds)
    return html.Th(
        [map_link(profile, indicator.id, indicator.name), html.Small(f"{below} · {kinds}")],
        title=words.column_text(column.sources, column.notes),
    )


def _township_cell(indicator: Indicator, value: float | None) -> html.Td:
    return html.Td(words.value_text(indicator, value), className="missing" if value is None else "")
