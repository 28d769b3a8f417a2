"""The page of targets: tiles by status, the list of targets, the same as heat map, departments and timeline."""

from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from indicators.policy.index import Score
from indicators.policy.ledger import Article, PolicyTarget
from indicators.policy.progress import Status
from indicators.thresholds import at_least
from layouts.frame.parts import Tab, data_grid, drawing, facts, field, headline, scrolled, tabs
from layouts.ids import Targets
from layouts.words.findings import targets as finding_words
from layouts.words.pages import targets as words
from locales import say, say_all

_WIDTHS = {"article": 46, "subject": 150, "requirement": 142, "scope": 92, "deadline": 104, "department": 104}
_WIDTHS |= {"status": 136, "reached": 84, "map": 58}


def page() -> html.Div:
    """The page before a dataset is chosen; the wiring fills filters, tiles, table and charts."""
    filters = html.Div(
        [
            field(label, dbc.Select(id=id_, options=[], size="sm"))
            for label, id_ in (
                (say("targets-year"), Targets.YEAR),
                (say("targets-domain"), Targets.DOMAIN),
                (say("targets-department"), Targets.DEPARTMENT),
                (say("targets-article"), Targets.ARTICLE),
                (say("targets-deadline"), Targets.DEADLINE),
                (say("targets-county"), Targets.COUNTY),
                (say("targets-status"), Targets.STATUS),
            )
        ],
        className="filters",
    )
    heat = [headline(Targets.HEAT_FINDING, Targets.HEAT_SUBJECT)]
    heat.append(html.Div(drawing(Targets.HEAT, "heat-chart"), className="scroll", **scrolled(say("targets-heat"))))
    departments = [headline(Targets.DEPARTMENTS_FINDING, Targets.DEPARTMENTS_SUBJECT)]
    departments.append(drawing(Targets.DEPARTMENTS, "fill-chart"))
    timeline = [headline(Targets.TIMELINE_FINDING, Targets.TIMELINE_SUBJECT), drawing(Targets.TIMELINE, "fill-chart")]
    entries = [
        Tab("list", say("targets-list"), [_target_table(), html.Div(id=Targets.FOLDED, className="folded")]),
        Tab("heat", say("targets-heat"), html.Div(heat)),
        Tab("departments", say("targets-departments"), html.Div(departments)),
        Tab("timeline", say("targets-timeline"), html.Div(timeline)),
        Tab("index", say("targets-index"), _index_view()),
    ]
    return html.Div(
        [
            *[
                dcc.Store(id=id_)
                for id_ in (Targets.ASKED, Targets.OFFERED, Targets.OPENED, Targets.SHOWN, Targets.DATASET)
            ],
            html.Div(
                [
                    filters,
                    html.P(id=Targets.FINDING, className="finding"),
                    html.Div(id=Targets.TILES, className="tiles"),
                ],
                className="panel targets-head",
            ),
            html.Div(
                [
                    html.Section(tabs(Targets.TABS, say("targets-views"), entries), className="panel detail-card"),
                    html.Aside(
                        html.P(say("targets-choose"), className="quiet"),
                        id=Targets.DETAIL,
                        className="panel target-detail",
                    ),
                ],
                className="targets-stage",
            ),
            html.P(say("targets-rule"), className="source"),
        ],
        id=Targets.PAGE,
        className="page targets",
        hidden=True,
    )


def _index_view() -> html.Div:
    """The scores beside what parts the two groups; the method is a click away."""
    scores = [html.Div(id=Targets.INDEX, className="index-scores"), drawing(Targets.INDEX_GAP, "index-gap")]
    method = [html.Summary(say("findings-index-method")), html.P(id=Targets.INDEX_TEXT, className="source")]
    head = headline(Targets.INDEX_FINDING, Targets.INDEX_SUBJECT)
    return html.Div(
        [head, html.Div(scores, className="index-body"), html.Details(method, className="index-method")],
        className="index-view",
    )


def _target_table() -> html.Div:
    columns: list[dict[str, Any]] = [
        {"field": key, "headerName": say("targets-columns", column=key), "width": width}
        for key, width in _WIDTHS.items()
    ]
    columns[1] |= {"tooltipField": "clause", "flex": 1, "minWidth": _WIDTHS["subject"]}
    columns[-3] |= {"cellClassRules": {f"status-{status}": f"params.data.key == '{status}'" for status in Status}}
    columns[-3] |= {"tooltipField": "letter"}
    columns[-1] |= {"cellRenderer": "markdown", "sortable": False}
    options = {"rowHeight": 30, "tooltipShowDelay": 400, "localeText": {"noRowsToShow": say("targets-no-rows")}}
    return data_grid(Targets.TABLE, columns, "id", {"sortable": True}, options)


def status_tiles(counts: dict[Status, int]) -> list[Component]:
    """One tile a status: how many targets."""
    return [
        html.Div(
            [
                html.Span(say("chart-status-signs", status=status), className=f"tile-sign status-{status}"),
                html.Strong(str(counts.get(status, 0))),
                html.Span(say("common-statuses", status=status)),
            ],
            className="tile",
        )
        for status in Status
    ]


def folded_targets(count: int, rows: list[tuple[str, ...]]) -> list[Component]:
    """How many targets are not listed for want of figures; opened, a row for each department that holds some."""
    if not count:
        return []
    head = html.Thead(html.Tr([html.Th(text) for text in say_all("targets-folded-columns-").values()]))
    body = html.Tbody([html.Tr([html.Td(cell) for cell in row]) for row in rows])
    table = html.Div(
        html.Table([head, body], className="area-table"), className="folded-rows", **scrolled(say("targets-folded"))
    )
    return [html.Details([html.Summary(words.folded_text(count)), table], open=True)]


def index_table(scores: dict[str, Score]) -> html.Div:
    """Scores of 0 to 100 by county and domain, shaded in five steps from the lowest one; what is withheld says so."""
    every = [points for score in scores.values() for points in (*score.domains.values(), score.total)]
    edges = finding_words.list_edges([points for points in every if points is not None])
    domains = list(next(iter(scores.values())).domains)
    head = [
        "",
        *(say("common-domains", domain=domain) for domain in domains),
        say("targets-total"),
        say("targets-range"),
    ]
    body = [
        html.Tr(
            [
                html.Th(name),
                *(_points_cell(score.domains[domain], edges) for domain in domains),
                _points_cell(score.total, edges),
                _range_cell(score),
            ]
        )
        for name, score in scores.items()
    ]
    table = html.Table(
        [html.Thead(html.Tr([html.Th(text) for text in head])), html.Tbody(body)], className="index-table"
    )
    return html.Div([_shade_key(edges), table])


def _shade_key(edges: tuple[float, ...]) -> html.P:
    """Which ground stands for which scores."""
    texts = words.shade_texts(edges)
    return html.P([html.Span(text, className=f"shade-{at}") for at, text in enumerate(texts)], className="index-key")


def _points_cell(points: float | None, edges: tuple[float, ...]) -> html.Td:
    if points is None:
        return html.Td(say("targets-withheld"), className="quiet")
    shade = sum(at_least(points, edge) for edge in edges)
    return html.Td(words.points_text(points), className=f"shade-{shade}")


def _range_cell(score: Score) -> html.Td:
    return html.Td("—" if score.low is None or score.high is None else words.range_text(score.low, score.high))


@dataclass(frozen=True)
class AreaProgressRow:
    """One area of a target: name, value as text, status with its text, and the share of the way as text."""

    name: str
    value: str
    status: Status
    status_text: str
    share: str


def target_details(
    article: Article,
    target: PolicyTarget,
    indicator: str,
    sources: str,
    statements: str,
    areas: list[AreaProgressRow],
    map_href: str | None,
) -> list[Any]:
    """A target in full: its words, who is responsible, every area's progress, and the way to its map."""
    supporting = say("list-names").join(article.supporting_names)
    responsible = say("list-parts").join(filter(None, (article.lead_name, supporting)))
    return [
        html.H2(target.subject),
        html.Blockquote(target.clause, className="clause"),
        dcc.Link(say("targets-open-map"), href=map_href, className="btn btn-sm btn-primary")
        if map_href
        else html.P(say("targets-no-map"), className="quiet"),
        facts(
            [
                (
                    say("targets-requirement"),
                    say("targets-required-by", requirement=words.requirement(target), due=words.deadline_text(target)),
                ),
                (say("targets-baseline"), target.baseline),
                (say("targets-article"), say("targets-article-label", article=article.article, title=article.title)),
                (say("targets-departments-title"), responsible),
                (say("targets-note"), target.note),
                (say("targets-indicator"), indicator),
                (say("targets-source"), sources),
                (say("targets-stated"), statements),
            ]
        ),
        html.Table(
            [
                html.Thead(
                    html.Tr(
                        [
                            html.Th(text)
                            for text in (
                                say("targets-area"),
                                say("targets-value"),
                                say("targets-share"),
                                say("targets-status"),
                            )
                        ]
                    )
                ),
                html.Tbody([_area_row(line) for line in areas]),
            ],
            className="area-table",
        ),
        html.P(say("targets-share-rule"), className="quiet"),
    ]


def _area_row(line: AreaProgressRow) -> html.Tr:
    chip = html.Span(line.status_text, className=f"chip status-{line.status}")
    return html.Tr([html.Td(line.name), html.Td(line.value), html.Td(line.share), html.Td(chip)])
