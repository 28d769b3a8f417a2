"""What a version changed: counts, maps before and after, every change; and the publication of a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from layouts.frame.controls import file_link, labelled, plain, select, table
from layouts.frame.parts import card
from layouts.pages.data.datasets import version_button
from layouts.pages.data.imports import steps_bar
from layouts.pages.data.page import IMPORT_HREF, PATH
from layouts.words.pages import data as words


@dataclass(frozen=True)
class ChangeRow:
    """One row that was added, changed or removed, in words."""

    change: str  # added, changed, removed
    what: str
    area: str
    year: str
    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    """A version against the one before it.

    ``subjects`` are the kinds and indicators whose maps changed, by id, and ``years`` those of each, the first one
    shown. ``acts`` are what the reader may do to it. ``upload`` where it was just imported: then the steps of the
    wizard stand above. ``map_link`` is the address of the map with the change.
    """

    dataset: str
    dataset_name: str
    version: str
    number: int
    state: str
    note: str
    counts: tuple[int, int, int]
    rows: Sequence[ChangeRow]
    subjects: Mapping[str, str]
    years: Mapping[str, Sequence[int]]
    acts: tuple[str, ...]
    stale: bool
    first: bool
    hint: str
    upload: str = ""
    map_link: str = ""


def changes_body(changes: Changes) -> list[Component]:
    """Steps 4 and 5, or the changes of any version."""
    published = changes.state == "published"
    above: list[Component] = [_bar(published)] if changes.upload else []
    if published and changes.upload:
        above.append(_done(changes))
    return [
        *above,
        html.Div([_counts(changes), _maps(changes)], className="dp-change-top"),
        _list(changes),
        html.Footer(_foot(changes), className="dp-foot"),
    ]


def _bar(published: bool) -> html.Nav:
    """The file itself is not kept beside its draft: to go back is to begin anew."""
    return steps_bar(4 if published else 3, (f"{PATH}?step=file", None, None, None, None))


def _done(changes: Changes) -> html.Section:
    text = words.published_text(changes.dataset_name, changes.number)
    map_link = (
        [html.A(words.SEE_MAP, href=changes.map_link, className="btn btn-primary btn-sm")] if changes.map_link else []
    )
    more = [
        dcc.Link(
            words.BACK_TO_DATASETS, href=f"{PATH}?set={changes.dataset}", className="btn btn-sm btn-outline-secondary"
        ),
        dcc.Link(
            words.NEXT_IMPORT, href=f"{IMPORT_HREF}&set={changes.dataset}", className="btn btn-sm btn-outline-secondary"
        ),
    ]
    return html.Section([html.Strong(text), *map_link, *more], className="panel dp-done")


def _counts(changes: Changes) -> html.Section:
    tiles = [
        html.Div([html.Strong(f"{count:,}"), html.Span(word)], className=f"tile dp-tile-{tone}")
        for word, count, tone in zip(
            (words.ADDED, words.CHANGED, words.REMOVED), changes.counts, ("added", "changed", "removed"), strict=True
        )
    ]
    before = words.COMPARED if changes.state == "draft" else words.COMPARED_EARLIER
    about = words.COMPARED_FIRST if changes.first else before
    texts = [html.P(text, className="quiet") for text in (about, changes.note) if text]
    stale = [html.P(words.STALE, className="dp-warning")] if changes.stale else []
    title = html.H2(words.draft_title(changes.dataset_name, changes.number, changes.state))
    return html.Section(
        [title, *texts, html.Div(tiles, className="dp-tiles"), *stale], className="panel dp-pad dp-numbers"
    )


def _maps(changes: Changes) -> html.Section:
    if not changes.subjects:
        return card([html.H2(words.MAP_TITLE)], [html.P(words.MAP_NONE, className="quiet dp-none")])
    first = next(iter(changes.subjects))
    years = {f"{subject}|{year}": words.year_text(year) for subject, held in changes.years.items() for year in held}
    shown = f"{first}|{changes.years[first][0]}"
    head: list[Component] = [
        html.H2(words.MAP_TITLE),
        html.Span(words.sides(changes.state), className="quiet"),
        html.Div(
            [
                labelled(words.MAP_SUBJECT, select("map_subject", changes.subjects, first), "", "dp-inline"),
                labelled(words.MAP_YEAR, select("map_year", years, shown), "", "dp-inline"),
            ],
            className="card-actions",
        ),
    ]
    picture = plain(
        "img",
        id="dp-compare",
        alt=words.MAP_TITLE,
        className="dp-compare",
        **{"data-version": changes.version, "data-state": changes.state},
    )
    status = html.P(id="dp-compare-status", className="quiet dp-none", role="status")
    return card(head, [picture, status], "dp-maps")


def _list(changes: Changes) -> html.Section:
    if not changes.rows:
        return card([html.H2(words.CHANGES_TITLE)], [html.P(words.CHANGES_NONE, className="quiet dp-none")])
    base = f"/data/versions/{changes.version}/changes"
    head: list[Component] = [
        html.H2(words.CHANGES_TITLE),
        html.Span(words.listed(len(changes.rows), sum(changes.counts)), className="quiet"),
        html.Div(
            [file_link(words.CHANGES_XLSX, f"{base}.xlsx"), file_link(words.CHANGES_CSV, f"{base}.csv")],
            className="card-actions",
        ),
    ]
    return card(head, [table(words.CHANGE_COLUMNS, [_change(row) for row in changes.rows], "")], "dp-list")


def _change(row: ChangeRow) -> html.Tr:
    return html.Tr(
        [
            html.Td(html.Span(words.CHANGES[row.change], className=f"chip dp-{row.change}")),
            html.Td(row.what),
            html.Td(row.area),
            html.Td(row.year),
            html.Td(row.before, className="dp-number"),
            html.Td(row.after, className="dp-number"),
        ]
    )


def _foot(changes: Changes) -> list[Component]:
    back = dcc.Link(
        words.LATER if changes.state == "draft" else words.BACK_TO_DATASETS,
        href=f"{PATH}?set={changes.dataset}",
        className="btn btn-sm btn-outline-secondary",
    )
    text = changes.hint or (words.PUBLISH_NOTE if changes.state == "draft" else "")
    buttons = [
        version_button(act, changes.dataset, changes.version, changes.number, primary=act in ("publish", "rebase"))
        for act in changes.acts
    ]
    return [back, html.P(text, className="quiet"), *buttons]
