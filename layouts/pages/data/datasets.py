"""Datasets, their versions, and what was done to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from datasets.kinds import ImportKind
from datasets.store.model import Event, Version, VersionState
from layouts.data_ids import DataView
from layouts.frame.parts import card
from layouts.page_paths import PagePath
from layouts.pages.data.controls import button, file_link, link_button, painted
from layouts.pages.data.page import IMPORT_HREF, PATH, BodyView
from layouts.words.pages.data import page as words
from locales import say, say_all


@dataclass(frozen=True)
class VersionRow:
    """A version as the list shows it, with its own files only, and without names and notes for who may not see them.

    ``counts`` are the rows added, changed and removed against the version before, None if its rows cannot be read.
    ``actions`` are what the reader may do to it: publish, roll_back, withdraw, discard, rebase.
    """

    version: Version
    counts: tuple[int, int, int] | None
    actions: tuple[str, ...] = ()


@dataclass(frozen=True)
class LastPublication:
    """What put a version of a dataset in force: which, by whom, when; ``previous`` was in force before, 0 for none."""

    number: int
    previous: int
    who: str
    at: datetime


Exports = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # kinds of data, each with labels and addresses of files


@dataclass(frozen=True)
class DatasetCard:
    """A dataset; ``exports`` are the files that it can be had as.

    A shipped one has neither versions nor trail; the versions are None where the store cannot say. The trail is None
    for readers who may not import, too, and neither people, files nor notes are named to them. ``last`` is there for
    those who may undo it.
    """

    id: str
    name: str
    description: str
    shipped: bool
    exports: Exports = ()
    versions: tuple[VersionRow, ...] | None = ()
    trail: tuple[Event, ...] | None = None
    last: LastPublication | None = None
    warnings: tuple[str, ...] = ()  # what is not shown of what is published and why, or that versions are not known


def datasets_body(cards: Sequence[DatasetCard], chosen: DatasetCard, hint: str) -> BodyView:
    """The list of datasets beside the chosen one; ``hint`` says what the reader's account does not allow."""
    own = any(not each.shipped for each in cards)
    below = [] if own else [html.P(say("data-no-datasets"), className="quiet dp-none")]
    links = [_dataset_link(each, each is chosen) for each in cards]
    listed = card([html.H2(say("data-dataset-list"))], [html.Nav([*links, *below], className="dp-datasets")])
    parts: dict[DataView, Any] = {}
    if chosen.versions:
        parts[DataView.VERSIONS] = _describe_versions(chosen)
    if chosen.trail:
        parts[DataView.TRAIL] = {
            "columns": [*say_all("data-trail-columns-").values()],
            "rows": [_describe_event(each) for each in chosen.trail],
        }
    column = _dataset_column(chosen, hint)
    begin = [] if own else [ways_to_begin()]
    return BodyView([*begin, html.Div([listed, column], className="dp-two")], parts)


def ways_to_begin() -> html.Section:
    """What an office without figures of its own can do: fill in a template, take a table it has, look at examples."""
    template, example = f"{PATH}/templates/{ImportKind.OBSERVATIONS}", f"{PATH}/examples/{ImportKind.OBSERVATIONS}"
    demonstration = f"{PagePath.OVERVIEW}?dataset=demo"
    links: dict[str, list[Component]] = {
        "template": [
            file_link(say("imports-templates", template="long"), template),
            file_link(say("imports-example"), example),
            dcc.Link(say("data-more-templates"), href=IMPORT_HREF, className="download"),
        ],
        "table": [dcc.Link(say("data-new-import"), href=IMPORT_HREF, className="btn btn-primary btn-sm")],
        "demonstration": [html.A(say("data-see-demonstration"), href=demonstration, className="download")],
    }
    ways = [
        html.Div(
            [
                html.H3(say("data-begin", way=way)),
                html.P(say("data-begin-about", way=way), className="quiet"),
                html.Div(those, className="dp-begin-links"),
            ],
            className="dp-way",
        )
        for way, those in links.items()
    ]
    return html.Section(
        [html.H2(say("data-begin-title")), html.Div(ways, className="dp-ways")], className="panel dp-begin"
    )


def _dataset_link(dataset: DatasetCard, chosen: bool) -> dcc.Link:
    state = say("data-shipped") if dataset.shipped else _published_text(dataset)
    return dcc.Link(
        [html.Strong(dataset.name), html.Small(state)],
        href=f"{PATH}?set={dataset.id}",
        className="dp-dataset dp-dataset-on" if chosen else "dp-dataset",
    )


def _published_text(dataset: DatasetCard) -> str:
    if dataset.versions is None:
        return say("data-states", state="published")
    numbers = [row.version.number for row in dataset.versions if row.version.state is VersionState.PUBLISHED]
    return (
        f"{say('data-number-of', number=numbers[0])} {say('data-states', state='published')}"
        if numbers
        else say("data-unpublished")
    )


def _dataset_column(dataset: DatasetCard, hint: str) -> html.Div:
    if dataset.shipped:
        about = [
            html.P(text, className="quiet dp-about") for text in (dataset.description, say("data-shipped")) if text
        ]
        return html.Div(card([html.H2(dataset.name)], [*about, *_export_lines(dataset.exports)]), className="dp-column")
    may_import = dataset.trail is not None
    new = dcc.Link(say("data-new-import"), href=f"{IMPORT_HREF}&set={dataset.id}", className="btn btn-primary btn-sm")
    published = any(row.version.state is VersionState.PUBLISHED for row in dataset.versions or ())
    correct = link_button(say("data-correct"), f"{PATH}?set={dataset.id}&step=figures")
    acts = [html.Div([*([correct] if published else []), new], className="card-actions")] if may_import else []
    head: list[Component] = [html.H2(dataset.name), *acts]
    about = [html.P(text, className="quiet dp-about") for text in (dataset.description, hint) if text]
    warnings = [html.P(text, className="dp-warning", role="alert") for text in dataset.warnings]
    body: list[Component] = [*warnings, *about, *_export_lines(dataset.exports), *_versions_table(dataset)]
    undo = [undo_panel(dataset.id, dataset.last)] if dataset.last else []
    return html.Div([*undo, card(head, body, "dp-versions"), *_trail_card(dataset.trail)], className="dp-column")


def undo_panel(dataset: str, last: LastPublication) -> html.Section:
    """The last publication, and the way back from it: to the version before, or to none."""
    said = say("data-last-publication", number=last.number, who=last.who, at=words.moment_text(last.at))
    return html.Section([html.P(said, className="quiet"), undo_button(dataset, last)], className="panel dp-undo")


def undo_button(dataset: str, last: LastPublication) -> html.Button:
    """Puts the version in force that was before, or withdraws the first one."""
    text = say("data-undo", previous=last.previous or "none")
    if last.previous:
        return button("roll_back", text, set=dataset, number=str(last.previous))
    return button("withdraw", text, set=dataset, number=str(last.number))


def _export_lines(exports: Exports) -> list[Component]:
    """A line of every kind of data with the files that it can be had as."""
    kinds = [
        html.Span([kind, *[file_link(label, href) for label, href in files]], className="dp-export")
        for kind, files in exports
    ]
    return [html.Div([html.Strong(say("data-export")), *kinds], className="dp-exports")] if kinds else []


def _versions_table(dataset: DatasetCard) -> list[Component]:
    if dataset.versions is None:
        return []
    if not dataset.versions:
        return [html.P(say("data-no-versions"), className="quiet dp-none")]
    return [painted(DataView.VERSIONS, label=say("data-datasets"))]


def _describe_versions(dataset: DatasetCard) -> dict[str, Any]:
    """The table of versions; with the files for those who import."""
    inside = dataset.trail is not None
    columns = [text for key, text in say_all("data-version-columns-").items() if inside or key != "files"]
    rows = [_describe_version(row) for row in dataset.versions or ()]
    return {"columns": columns, "rows": rows, "set": dataset.id, "inside": inside, "see": say("data-see-changes")}


def _describe_version(row: VersionRow) -> dict[str, Any]:
    """A line of the table."""
    version = row.version
    kept, left_out = (sum(getattr(each, name) for each in version.batches) for name in ("rows_kept", "rows_left_out"))
    return {
        "id": str(version.id),
        "number": str(version.number),
        "name": say("data-number-of", number=version.number),
        "state": version.state,
        "state_name": say("data-states", state=version.state),
        "rows": (f"{kept:,}", say("data-rows", left_out=f"{left_out:,}") if left_out else ""),
        "counts": words.counts_text(*row.counts) if row.counts else say("data-unreadable"),
        "files": [(batch.file_name, batch.digest[:8]) for batch in version.batches],
        "note": version.note,
        "by": (version.created_by, words.moment_text(version.created_at)),
        "acts": [(action, say("data-version-actions", action=action)) for action in row.actions],
    }


def _describe_event(event: Event) -> tuple[str, ...]:
    """A line of the trail."""
    done = say("data-actions", action=event.action)
    return words.moment_text(event.at), event.who, done, words.trail_detail(event.details)


def _trail_card(events: Sequence[Event] | None) -> list[html.Section]:
    if events is None:
        return []
    if not events:
        return [card([html.H2(say("data-trail"))], [html.P(say("data-trail-none"), className="quiet dp-none")])]
    return [card([html.H2(say("data-trail"))], [painted(DataView.TRAIL, label=say("data-trail"))], "dp-trail")]
