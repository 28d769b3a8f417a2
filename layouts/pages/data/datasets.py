"""Datasets, their versions, and what was done to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from layouts.frame.controls import button, file_link, table
from layouts.frame.parts import card
from layouts.pages.data.page import IMPORT_HREF, PATH
from layouts.words.pages import data as words


@dataclass(frozen=True)
class VersionRow:
    """A version as the list shows it.

    ``counts`` are the rows added, changed and removed against the version before. ``acts`` are what the reader may do
    to it: publish, roll_back, withdraw, discard, rebase.
    """

    id: str
    number: int
    state: str
    who: str
    when: str
    files: tuple[tuple[str, str], ...]  # name and short hash
    rows: int
    left_out: int
    counts: tuple[int, int, int] | None  # None if its rows cannot be read
    note: str = ""
    acts: tuple[str, ...] = ()


@dataclass(frozen=True)
class TrailRow:
    """One thing that was done."""

    when: str
    who: str
    action: str
    detail: str


Exports = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # kinds of data, each with labels and addresses of files


@dataclass(frozen=True)
class DatasetCard:
    """A dataset; ``exports`` are the files that it can be had as.

    A shipped one has neither versions nor trail; the versions are None where the store cannot say. The trail is None
    for readers who may not import, too, and neither people, files nor notes are named to them.
    """

    id: str
    name: str
    description: str
    shipped: bool
    exports: Exports = ()
    versions: tuple[VersionRow, ...] | None = ()
    trail: tuple[TrailRow, ...] | None = None
    warnings: tuple[str, ...] = ()  # what is not shown of what is published and why, or that versions are not known


def datasets_body(cards: Sequence[DatasetCard], chosen: DatasetCard, hint: str) -> list[Component]:
    """The list of datasets beside the chosen one; ``hint`` says what the reader's account does not allow."""
    own = any(not each.shipped for each in cards)
    below = [] if own else [html.P(words.NO_DATASETS, className="quiet dp-none")]
    links = [_link(each, each is chosen) for each in cards]
    listed = card([html.H2(words.DATASET_LIST)], [html.Nav([*links, *below], className="dp-datasets")])
    return [html.Div([listed, _dataset(chosen, hint)], className="dp-two")]


def _link(dataset: DatasetCard, chosen: bool) -> dcc.Link:
    state = words.SHIPPED if dataset.shipped else _published(dataset)
    return dcc.Link(
        [html.Strong(dataset.name), html.Small(state)],
        href=f"{PATH}?set={dataset.id}",
        className="dp-dataset dp-dataset-on" if chosen else "dp-dataset",
    )


def _published(dataset: DatasetCard) -> str:
    if dataset.versions is None:
        return words.STATES["published"]
    numbers = [version.number for version in dataset.versions if version.state == "published"]
    return f"{words.number_of(numbers[0])} {words.STATES['published']}" if numbers else words.UNPUBLISHED


def _dataset(dataset: DatasetCard, hint: str) -> html.Div:
    if dataset.shipped:
        about = [html.P(text, className="quiet dp-about") for text in (dataset.description, words.SHIPPED) if text]
        return html.Div(card([html.H2(dataset.name)], [*about, *_exports(dataset.exports)]), className="dp-column")
    may_import = dataset.trail is not None
    new = dcc.Link(words.NEW_IMPORT, href=f"{IMPORT_HREF}&set={dataset.id}", className="btn btn-primary btn-sm")
    head: list[Component] = [html.H2(dataset.name), *([html.Div(new, className="card-actions")] if may_import else [])]
    about = [html.P(text, className="quiet dp-about") for text in (dataset.description, hint) if text]
    warnings = [html.P(text, className="dp-warning", role="alert") for text in dataset.warnings]
    body: list[Component] = [*warnings, *about, *_exports(dataset.exports), *_versions(dataset)]
    return html.Div([card(head, body, "dp-versions"), *_trail(dataset.trail)], className="dp-column")


def _exports(exports: Exports) -> list[Component]:
    """A line of every kind of data with the files that it can be had as."""
    kinds = [
        html.Span([kind, *[file_link(label, href) for label, href in files]], className="dp-export")
        for kind, files in exports
    ]
    return [html.Div([html.Strong(words.EXPORT), *kinds], className="dp-exports")] if kinds else []


def _versions(dataset: DatasetCard) -> list[Component]:
    if dataset.versions is None:
        return []
    if not dataset.versions:
        return [html.P(words.NO_VERSIONS, className="quiet dp-none")]
    inside = dataset.trail is not None
    columns = words.VERSION_COLUMNS if inside else words.VERSION_COLUMNS_OF_READERS
    return [table(columns, [_version(dataset.id, version, inside) for version in dataset.versions], "")]


def _version(dataset: str, version: VersionRow, inside: bool) -> html.Tr:
    """A line of the table; ``inside``: with the files."""
    rows, left_out = words.rows_text(version.rows, version.left_out)
    files = [
        part for name, digest in version.files for part in (html.Span(name), html.Small(digest, className="dp-hash"))
    ]
    note = [html.Small(version.note)] if version.note else []
    return html.Tr(
        [
            html.Th(words.number_of(version.number), scope="row"),
            html.Td(html.Span(words.STATES[version.state], className=f"chip dp-{version.state}")),
            html.Td([html.Span(rows), html.Small(left_out)]),
            html.Td(words.counts_text(*version.counts) if version.counts else words.UNREADABLE, className="dp-counts"),
            *([html.Td([html.Div(files), *note])] if inside else []),
            html.Td([html.Span(version.who), html.Small(version.when)]),
            html.Td(html.Div(_acts(dataset, version), className="dp-acts")),
        ]
    )


def _acts(dataset: str, version: VersionRow) -> list[Component]:
    see = dcc.Link(words.SEE_CHANGES, href=f"{PATH}?version={version.id}", className="btn btn-sm btn-outline-secondary")
    return [see, *[version_button(act, dataset, version.id, version.number) for act in version.acts]]


def version_button(act: str, dataset: str, version: str, number: int, primary: bool = False) -> html.Button:
    """The button that publishes, rolls back to, withdraws, discards or rebases a version."""
    label = {
        "publish": words.PUBLISH,
        "roll_back": words.ROLL_BACK,
        "withdraw": words.WITHDRAW,
        "discard": words.DISCARD,
        "rebase": words.REBASE,
    }[act]
    return button(act, label, primary, set=dataset, version=version, number=str(number))


def _trail(rows: Sequence[TrailRow] | None) -> list[html.Section]:
    if rows is None:
        return []
    if not rows:
        return [card([html.H2(words.TRAIL)], [html.P(words.TRAIL_NONE, className="quiet dp-none")])]
    cells = [
        html.Tr([html.Td(row.when), html.Td(row.who), html.Td(row.action), html.Td(row.detail, className="dp-detail")])
        for row in rows
    ]
    return [card([html.H2(words.TRAIL)], [table(words.TRAIL_COLUMNS, cells, "")], "dp-trail")]
