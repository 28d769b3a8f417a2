"""What a version changed: counts, maps before and after, every change; and the publication of a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from datasets.store.model import Version, VersionState
from layouts.data_ids import DataView
from layouts.frame.parts import card
from layouts.pages.data.controls import button, file_link, labelled, link_button, painted, select
from layouts.pages.data.page import IMPORT_HREF, PATH, BodyView
from layouts.pages.data.start import steps_bar
from layouts.words.pages.data import page as words


@dataclass(frozen=True)
class ChangedField:
    """A field of a row that was added, changed or removed, in words; ``change`` is one of ``words.CHANGES``."""

    change: str
    subject: str
    area: str
    year: str
    before: str
    after: str


@dataclass(frozen=True)
class VersionChanges:
    """A version against the one before it; ``counts`` are the rows added, changed and removed.

    ``subjects`` are the kinds and indicators whose maps changed, by id, and ``years`` those of each, the first one
    shown. ``actions`` are what the reader may do to it. ``upload`` where it was just imported: then the steps of the
    wizard stand above. ``map_link`` is the address of the map with the change.
    """

    dataset: str
    dataset_name: str
    version: Version
    counts: tuple[int, int, int]
    fields: Sequence[ChangedField]
    subjects: Mapping[str, str]
    years: Mapping[str, Sequence[int]]
    actions: tuple[str, ...]
    is_stale: bool
    hint: str
    upload: str = ""
    map_link: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether the version can still be published."""
        return self.version.state is VersionState.DRAFT


def changes_body(changes: VersionChanges) -> BodyView:
    """Steps 4 and 5, or the changes of any version."""
    published = changes.version.state is VersionState.PUBLISHED
    above: list[Component] = [_last_steps_bar(published)] if changes.upload else []
    if published and changes.upload:
        above.append(_published_box(changes))
    children = [
        *above,
        html.Div([_counts_box(changes), _maps_card(changes)], className="dp-change-top"),
        _list_card(changes),
        html.Footer(_foot_parts(changes), className="dp-foot"),
    ]
    return BodyView(children, _painted_parts(changes))


def _painted_parts(changes: VersionChanges) -> dict[DataView, Any]:
    parts: dict[DataView, Any] = {}
    if changes.subjects:
        years = {subject: list(_year_options(years).items()) for subject, years in changes.years.items()}
        version = changes.version
        parts[DataView.COMPARED] = {"version": version.id, "state": version.state, "years": years}
    if changes.fields:
        parts[DataView.CHANGES] = {
            "columns": words.CHANGE_COLUMNS,
            "rows": [
                (row.change, words.CHANGES[row.change], row.subject, row.area, row.year, row.before, row.after)
                for row in changes.fields
            ],
        }
    return parts


def _year_options(years: Sequence[int]) -> dict[str, str]:
    return {str(year): words.year_text(year) for year in years}


def _last_steps_bar(published: bool) -> html.Nav:
    """The file itself is not kept beside its draft: to go back is to begin anew."""
    return steps_bar(4 if published else 3, (f"{PATH}?step=file", None, None, None, None))


def _published_box(changes: VersionChanges) -> html.Section:
    text = words.published_text(changes.dataset_name, changes.version.number)
    map_link = (
        [html.A(words.SEE_MAP, href=changes.map_link, className="btn btn-primary btn-sm")] if changes.map_link else []
    )
    more = [
        link_button(words.BACK_TO_DATASETS, f"{PATH}?set={changes.dataset}"),
        link_button(words.NEXT_IMPORT, f"{IMPORT_HREF}&set={changes.dataset}"),
    ]
    return html.Section([html.Strong(text), *map_link, *more], className="panel dp-done")


def _counts_box(changes: VersionChanges) -> html.Section:
    tiles = [
        html.Div([html.Strong(f"{count:,}"), html.Span(word)], className=f"tile dp-tile-{tone}")
        for word, count, tone in zip(
            (words.ADDED, words.CHANGED, words.REMOVED), changes.counts, ("added", "changed", "removed"), strict=True
        )
    ]
    before = words.COMPARED if changes.is_draft else words.COMPARED_EARLIER
    version = changes.version
    about = words.COMPARED_FIRST if version.parent_id is None else before
    texts = [html.P(text, className="quiet") for text in (about, version.note) if text]
    stale = [html.P(words.STALE, className="dp-warning")] if changes.is_stale else []
    title = html.H2(words.draft_title(changes.dataset_name, version.number, version.state))
    return html.Section(
        [title, *texts, html.Div(tiles, className="dp-tiles"), *stale], className="panel dp-pad dp-numbers"
    )


def _maps_card(changes: VersionChanges) -> html.Section:
    if not changes.subjects:
        return card([html.H2(words.MAP_TITLE)], [html.P(words.MAP_NONE, className="quiet dp-none")])
    first = next(iter(changes.subjects))
    years = _year_options(changes.years[first])
    head: list[Component] = [
        html.H2(words.MAP_TITLE),
        html.Span(words.map_sides(changes.version.state), className="quiet"),
        html.Div(
            [
                labelled(words.MAP_SUBJECT, select(DataView.MAP_SUBJECT, changes.subjects, first), "dp-inline"),
                labelled(words.MAP_YEAR, select(DataView.MAP_YEAR, years, next(iter(years))), "dp-inline"),
            ],
            className="card-actions",
        ),
    ]
    picture = html.Img(id=DataView.COMPARED, alt=words.MAP_TITLE, className="dp-compare")
    status = html.P(className="quiet dp-none", role="status")
    return card(head, [picture, status], "dp-maps")


def _list_card(changes: VersionChanges) -> html.Section:
    if not changes.fields:
        return card([html.H2(words.CHANGES_TITLE)], [html.P(words.CHANGES_NONE, className="quiet dp-none")])
    base = f"/data/versions/{changes.version.id}/changes"
    head: list[Component] = [
        html.H2(words.CHANGES_TITLE),
        html.Span(words.listed(len(changes.fields), sum(changes.counts)), className="quiet"),
        html.Div(
            [file_link(words.CHANGES_XLSX, f"{base}.xlsx"), file_link(words.CHANGES_CSV, f"{base}.csv")],
            className="card-actions",
        ),
    ]
    return card(head, [painted(DataView.CHANGES)], "dp-list")


def _foot_parts(changes: VersionChanges) -> list[Component]:
    back = link_button(words.LATER if changes.is_draft else words.BACK_TO_DATASETS, f"{PATH}?set={changes.dataset}")
    text = changes.hint or (words.PUBLISH_NOTE if changes.is_draft else "")
    buttons = [
        button(
            action,
            words.VERSION_ACTIONS[action],
            action in ("publish", "rebase"),
            set=changes.dataset,
            version=str(changes.version.id),
            number=str(changes.version.number),
        )
        for action in changes.actions
    ]
    return [back, html.P(text, className="quiet"), *buttons]
