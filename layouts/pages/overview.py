"""The first page (总览): the state of equality in one year, every statement a link to the page that proves it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from datasets.overview.holding import GapMove, Holding
from datasets.overview.overview import Overview
from datasets.overview.owed import Outcome
from datasets.overview.reach import Reach
from indicators.definition import Domain
from indicators.gaps.gap_path import IndicatorGap
from layouts.ids import OverviewPage
from layouts.page_paths import PagePath
from layouts.words.pages import overview as words
from layouts.words.pages.atlas import percent_text
from layouts.words.verdict_bounds import bounds_line
from locales import say

MOST_REACH = 4  # types of facilities that are told
MOST_CERTAIN = 3  # indicators of which counties lack a value


@dataclass(frozen=True)
class OverviewTexts:
    """What the page says beside the figures of ``Overview``.

    ``sentences`` tell of moved gaps and ``maps`` are addresses of their small maps, both by indicator. ``owing`` are
    departments by what was not reached in time, ``lacking`` by what has no figure. ``lacking_areas`` are the names of
    the counties without which nothing can be judged. ``demonstration`` is a dataset that shows what facilities tell.
    """

    groups: tuple[str, str]
    reference: tuple[str, str] | None
    counted: str
    sentences: Mapping[str, str]
    maps: Mapping[str, str]
    owing: Sequence[tuple[str, int]]
    lacking: Sequence[tuple[str, int]]
    lacking_areas: Sequence[str]
    publication: str
    demonstration: str | None


def page() -> html.Div:
    """The page before a dataset is chosen; the wiring fills it."""
    return html.Div(
        [
            *[dcc.Store(id=id_) for id_ in (OverviewPage.DATASET, OverviewPage.ASKED, OverviewPage.CONTENT)],
            html.Div(id=OverviewPage.NOTICE, className="notice", role="status"),
            html.Div(
                [
                    html.H2(id=OverviewPage.TITLE, className="page-subject"),
                    html.Label(say("overview-year"), htmlFor=OverviewPage.YEAR, className="field-label"),
                    dbc.Select(id=OverviewPage.YEAR, options=[], size="sm"),
                ],
                className="ov-head",
            ),
            html.Div(id=OverviewPage.BODY, className="ov-body"),
        ],
        id=OverviewPage.PAGE,
        className="page overview",
        hidden=True,
    )


def overview_body(shown: Overview, texts: OverviewTexts) -> list[Component]:
    """Every card of the page."""
    query = {"dataset": shown.dataset, "year": str(shown.year)}
    gaps = _link_to(PagePath.GAP, query)
    moves = (
        (say("overview-widest"), "ov-widest", shown.list_widest(), say("overview-nothing-wide")),
        (say("overview-closed"), "ov-closed", shown.list_closed(), say("overview-nothing-closed")),
    )
    return [
        _goal_card(shown, texts, gaps),
        *([_reference_card(shown, *texts.reference, gaps)] if texts.reference else []),
        _domain_card(shown, gaps),
        *[_moves_card(title, look, found, shown, texts, nothing) for title, look, found, nothing in moves],
        _targets_card(shown, texts),
        _reach_card(shown.reach, texts, query),
        _publication_card(texts, shown.dataset),
    ]


def _link_to(path: PagePath, query: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(query)}"


def _linked_card(title: str, href: str, look: str, body: Sequence[Component | str]) -> html.Section:
    return html.Section([html.H3(dcc.Link(title, href=href)), *body], className=f"panel ov-card {look}")


# --- the goal --------------------------------------------------------------------------------------------------------


def _goal_card(shown: Overview, texts: OverviewTexts, href: str) -> html.Section:
    focus, benchmark = texts.groups
    unjudged = words.unjudged_text(Counter(one.assessment for one in shown.gaps))
    needed = [] if shown.holding.judged else [html.P(words.needs_text(texts.lacking_areas), className="ov-note")]
    return _linked_card(
        words.goal_title(focus, benchmark),
        href,
        "ov-goal" if texts.reference else "ov-goal is-alone",
        [
            _finding_line(words.goal_finding(focus, benchmark, shown.holding), href, texts.counted),
            _holding_bar(shown.holding),
            html.P(words.goal_change(shown.holding, shown.year, shown.before), className="ov-change"),
            *needed,
            html.Div([html.Span(unjudged), _method_details(words.method_text(focus, benchmark))], className="ov-note"),
        ],
    )


def _reference_card(shown: Overview, region: str, reference: str, href: str) -> html.Section:
    holding = shown.reference_holding
    return _linked_card(
        words.goal_title(region, reference),
        href,
        "ov-reference",
        [
            _finding_line(words.goal_finding(region, reference, holding), href),
            _holding_bar(holding),
            html.P(words.goal_change(holding, shown.year, shown.before), className="ov-change"),
        ],
    )


def _finding_line(text: str, href: str, title: str | None = None) -> html.P:
    return html.P(dcc.Link(text, href=href, title=title), className="ov-finding")


def _holding_bar(holding: Holding) -> html.Div:
    share = holding.reached / holding.judged * 100 if holding.judged else 0
    return html.Div(html.Span(style={"width": f"{share:.1f}%"}), className="ov-bar", hidden=not holding.judged)


def _method_details(text: str) -> html.Details:
    return html.Details([html.Summary(say("overview-method")), html.Span(text)], className="ov-method")


# --- domains and gaps ------------------------------------------------------------------------------------------------


def _domain_card(shown: Overview, href: str) -> html.Section:
    rows = [_domain_row(domain, holding, found, shown) for domain, (holding, found) in shown.holding_by_domain.items()]
    head = html.Thead(
        html.Tr(
            [
                html.Th(text)
                for text in (
                    say("overview-domain"),
                    say("overview-indicators"),
                    words.LINE,
                    words.domain_change_title(shown.before),
                )
            ]
        )
    )
    table = html.Table([head, html.Tbody(rows)], className="ov-domains")
    return _linked_card(
        say("overview-domains-title"), href, "ov-domain-card", [table, _sign_key(), *_list_certain(shown)]
    )


def _list_certain(shown: Overview) -> list[Component]:
    """What is certain of indicators of which counties lack a value."""
    name = shown.city.geography.name
    lines = [
        html.Li(
            [
                dcc.Link(one.indicator.name, href=_gap_link(shown, one.indicator.id)),
                html.Span(
                    bounds_line(one.bounds, one.indicator, [name(code, shown.year) for code in one.bounds.missing])
                ),
            ]
        )
        for one in shown.gaps
        if one.bounds and one.bounds.assessment
    ]
    return [html.H4(say("overview-certain")), html.Ul(lines[:MOST_CERTAIN], className="ov-certain")] if lines else []


def _sign_key() -> html.P:
    keys = [*((sign, f"gp-{one}") for one, sign in words.SIGNS.items()), (words.NO_SIGN, "")]
    parts = [
        html.Span([html.Span(sign, className=f"ov-sign {look}"), meaning])
        for (sign, look), meaning in zip(keys, words.sign_meanings(), strict=True)
    ]
    return html.P(parts, className="ov-note ov-key")


def _domain_row(domain: Domain, holding: Holding, found: Sequence[IndicatorGap], shown: Overview) -> html.Tr:
    href = _link_to(PagePath.GAP, {"dataset": shown.dataset, "year": str(shown.year), "domain": domain})
    signs = [
        html.Span(
            words.SIGNS.get(one.assessment, words.NO_SIGN),
            title=words.sign_text(one),
            className=f"ov-sign gp-{one.assessment}",
        )
        for one in found
    ]
    return html.Tr(
        [
            html.Th(dcc.Link(say("common-domains", domain=domain), href=href)),
            html.Td(signs, className="ov-signs"),
            html.Td(words.domain_count(holding)),
            html.Td(words.domain_change(holding, shown.before)),
        ]
    )


def _gap_link(shown: Overview, indicator: str) -> str:
    return _link_to(PagePath.GAP, {"dataset": shown.dataset, "indicator": indicator, "year": str(shown.year)})


def _moves_card(
    title: str, look: str, found: Sequence[GapMove], shown: Overview, texts: OverviewTexts, nothing: str
) -> html.Section:
    query = {"dataset": shown.dataset, "year": str(shown.year)}
    empty = say("overview-no-earlier") if shown.before is None and look == "ov-closed" else nothing
    body: list[Component] = [_move_row(one, shown, texts) for one in found]
    body = body or [html.P(empty, className="ov-note")]
    title = words.moves_title(title, *texts.groups)
    return _linked_card(title, _link_to(PagePath.GAP, query), f"ov-moves {look}", body)


def _move_row(one: GapMove, shown: Overview, texts: OverviewTexts) -> html.Div:
    indicator = one.now.indicator
    query = {"dataset": shown.dataset, "indicator": indicator.id, "year": str(shown.year)}
    picture = texts.maps.get(indicator.id)
    before = shown.before if one.earlier_ratio is not None else None
    maps = html.Img(src=picture, alt=words.map_pair_text(indicator.name, shown.year, before)) if picture else None
    link = dcc.Link(maps, href=_link_to(PagePath.ATLAS, query), className="ov-maps") if picture else None
    said = texts.sentences.get(indicator.id)
    ratio = html.Strong(percent_text(one.ratio), className=f"ov-ratio gp-{one.now.assessment}")
    told = [
        html.Span(indicator.name, className="ov-name"),
        html.Span(words.move_text(one, shown.year, before, not shown.city.region.is_grouped)),
        ratio,
    ]
    return html.Div(
        [link, dcc.Link(told, href=_gap_link(shown, indicator.id), title=said, className="ov-told")],
        className="ov-move",
    )


# --- targets, reach, publication -------------------------------------------------------------------------------------


def _targets_card(shown: Overview, texts: OverviewTexts) -> html.Section:
    href = _link_to(PagePath.TARGETS, {"dataset": shown.dataset, "year": str(shown.target_year)})
    if not shown.targets:
        return _linked_card(
            say("overview-targets"), href, "ov-targets", [html.P(say("overview-no-ledger"), className="ov-note")]
        )
    counts = Counter(shown.outcomes.values())
    parts = [
        html.Span(
            str(counts[one]),
            className=f"ov-outcome-{one}",
            style={"flexGrow": counts[one]},
            title=say("overview-outcomes", outcome=one),
        )
        for one in Outcome
        if counts[one]
    ]
    return _linked_card(
        say("overview-targets"),
        href,
        "ov-targets",
        [
            html.P(dcc.Link(words.targets_text(counts, shown.target_year), href=href)),
            html.Div(parts, className="ov-outcomes"),
            html.P(words.owing_text(texts.owing, texts.lacking), className="ov-note"),
        ],
    )


def _reach_card(found: Sequence[Reach], texts: OverviewTexts, query: Mapping[str, str]) -> html.Section:
    href = _link_to(PagePath.COVERAGE, query)
    if not found:
        demonstration = texts.demonstration
        ways = [dcc.Link(say("empty-import"), href=f"{PagePath.DATA}?step=file&set={query['dataset']}")]
        if demonstration:
            ways.append(
                dcc.Link(
                    say("overview-see-demonstration"), href=_link_to(PagePath.COVERAGE, {"dataset": demonstration})
                )
            )
        return _linked_card(
            say("overview-reach"),
            href,
            "ov-reach",
            [html.P([html.Span(say("overview-no-reach")), *ways], className="ov-note")],
        )
    rows = []
    for one in found[:MOST_REACH]:
        name, people, beyond = words.reach_parts(one)
        link = dcc.Link(name, href=_link_to(PagePath.COVERAGE, {**query, "type": one.id}))
        rows.append(html.Tr([html.Th(link), html.Td(html.Strong(people)), html.Td(beyond)]))
    return _linked_card(say("overview-reach"), href, "ov-reach", [html.Table(html.Tbody(rows), className="ov-rows")])


def _publication_card(texts: OverviewTexts, dataset: str) -> html.Section:
    href = f"{PagePath.DATA}?set={dataset}"
    return _linked_card(say("overview-publication"), href, "ov-publication", [html.P(texts.publication)])
