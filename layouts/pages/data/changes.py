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
from layouts.pages.data.datasets import LastPublication, undo_button
from layouts.pages.data.page import IMPORT_HREF, PATH, BodyView
from layouts.pages.data.start import steps_bar
from layouts.words.pages.data import page as words
from locales import say, say_all


@dataclass(frozen=True)
class ChangedField:
    """A field of a row that was added, changed or removed, in words; ``change`` is added, changed or removed."""

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
    wizard stand above. ``map_link`` is the address of the map with the change, ``last`` what published it just now.
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
    last: LastPublication | None = None

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
            "columns": [*say_all("data-change-columns-").values()],
            "rows": [
                (
                    row.change,
                    say("data-changes", change=row.change),
                    row.subject,
                    row.area,
                    row.year,
                    row.before,
                    row.after,
                )
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
    text = say("data-published", dataset=changes.dataset_name, number=changes.version.number)
    map_link = (
        [html.A(say("data-see-map"), href=changes.map_link, className="btn btn-primary btn-sm")]
        if changes.map_link
        else []
    )
    more = [
        *([undo_button(changes.dataset, changes.last)] if changes.last else []),
        link_button(say("data-back-to-datasets"), f"{PATH}?set={changes.dataset}"),
        link_button(say("data-next-import"), f"{IMPORT_HREF}&set={changes.dataset}"),
    ]
    return html.Section([html.Strong(text), *map_link, *more], className="panel dp-done")


def _counts_box(changes: VersionChanges) -> html.Section:
    tiles = [
        html.Div(
            [html.Strong(f"{count:,}"), html.Span(say("data-changes", change=change))],
            className=f"tile dp-tile-{change}",
        )
        for change, count in zip(("added", "changed", "removed"), changes.counts, strict=True)
    ]
    before = say("data-compared") if changes.is_draft else say("data-compared-earlier")
    version = changes.version
    about = say("data-compared-first") if version.parent_id is None else before
    texts = [html.P(text, className="quiet") for text in (about, version.note) if text]
    stale = [html.P(say("data-stale"), className="dp-warning")] if changes.is_stale else []
    title = html.H2(say("data-draft-title", dataset=changes.dataset_name, number=version.number, state=version.state))
    return html.Section(
        [title, *texts, html.Div(tiles, className="dp-tiles"), *stale], className="panel dp-pad dp-numbers"
    )


def _maps_card(changes: VersionChanges) -> html.Section:
    if not changes.subjects:
        return card([html.H2(say("data-map-title"))], [html.P(say("data-map-none"), className="quiet dp-none")])
    first = next(iter(changes.subjects))
    years = _year_options(changes.years[first])
    sides = words.map_titles(changes.version.state)
    head: list[Component] = [
        html.H2(say("data-map-title")),
        html.Span(say("data-map-sides", left=sides[0], right=sides[1]), className="quiet"),
        html.Div(
            [
                labelled(say("data-map-subject"), select(DataView.MAP_SUBJECT, changes.subjects, first), "dp-inline"),
                labelled(say("data-map-year"), select(DataView.MAP_YEAR, years, next(iter(years))), "dp-inline"),
            ],
            className="card-actions",
        ),
    ]
    picture = html.Img(id=DataView.COMPARED, alt=say("data-map-title"), className="dp-compare")
    status = html.P(className="quiet dp-none", role="status")
    return card(head, [picture, status], "dp-maps")


def _list_card(changes: VersionChanges) -> html.Section:
    if not changes.fields:
        return card([html.H2(say("data-changes-title"))], [html.P(say("data-changes-none"), className="quiet dp-none")])
    base = f"/data/versions/{changes.version.id}/changes"
    head: list[Component] = [
        html.H2(say("data-changes-title")),
        html.Span(words.listed(len(changes.fields), sum(changes.counts)), className="quiet"),
        html.Div(
            [file_link(say("data-changes-xlsx"), f"{base}.xlsx"), file_link(say("data-changes-csv"), f"{base}.csv")],
            className="card-actions",
        ),
    ]
    return card(head, [painted(DataView.CHANGES, label=say("data-changes-title"))], "dp-list")


def _foot_parts(changes: VersionChanges) -> list[Component]:
    back = link_button(
        say("data-later") if changes.is_draft else say("data-back-to-datasets"), f"{PATH}?set={changes.dataset}"
    )
    text = changes.hint or (say("data-publish-note") if changes.is_draft else "")
    buttons = [
        button(
            action,
            say("data-version-actions", action=action),
            action in ("publish", "rebase"),
            set=changes.dataset,
            version=str(changes.version.id),
            number=str(changes.version.number),
        )
        for action in changes.actions
    ]
    return [back, html.P(text, className="quiet"), *buttons]
