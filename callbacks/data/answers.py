"""Answers of the page 数据: the view that an address names."""

import secrets
from dataclasses import replace
from typing import Any

import orjson
from typing_extensions import TypedDict

from callbacks.accounts.guards import check_right
from callbacks.accounts.visitors import current_account
from callbacks.data.dataset_views import DatasetViews
from callbacks.data.figures import build_figures_view
from callbacks.data.refusals import HiddenDraftError
from datasets.imports.forms.forms import FORM_KINDS
from datasets.imports.upload.causes import group_faults
from datasets.imports.upload.check_upload import build_form_context
from datasets.imports.upload.import_order import ImportOrder, NewDataset, read_order, write_order
from datasets.imports.upload.uploads import Uploads
from datasets.kinds import ImportKind
from datasets.store.accounts.accounts import Right
from datasets.store.model import SHIPPED, StoreUnavailableError, Version, VersionState
from layouts.pages.data.causes import describe_causes
from layouts.pages.data.changes import changes_body
from layouts.pages.data.columns import TABLES, ColumnsView, columns_body
from layouts.pages.data.datasets import datasets_body
from layouts.pages.data.figures import figures_body
from layouts.pages.data.page import PATH, BodyView
from layouts.pages.data.report import report_body
from layouts.pages.data.start import ImportChoices, locked_body, start_body
from locales import say

_LONGEST_NAME = 40  # letters of a new dataset's name


class ViewRequest(TypedDict, total=False):
    """What the address names, and the order of its upload as far as the browser has one."""

    version: str
    upload: str
    step: str
    set: str
    kind: str
    variable: str
    order: dict[str, Any] | None
    at: float


class DataAnswers:
    """The views of the page."""

    def __init__(self, uploads: Uploads, views: DatasetViews) -> None:
        self._uploads, self._views, self._store = uploads, views, uploads.store

    def show(self, asked: ViewRequest) -> BodyView:
        """The view of an address. Raises what ``describe_refusal`` has words for."""
        upload, order = asked.get("upload", ""), asked.get("order")
        if version := asked.get("version"):
            return self._show_changes(version, upload)
        if upload and asked.get("step") == "report":
            return self._show_report(upload, order)
        if upload:
            return self._show_columns(upload, order or {})
        if asked.get("step") == "figures":
            return self._show_figures(asked.get("set", ""), asked.get("variable", ""))
        if asked.get("step") == "file":
            return self._show_start(asked)
        return self._show_datasets(asked.get("set", ""))

    def _show_datasets(self, wanted: str) -> BodyView:
        try:
            cards = self._views.list_cards(account_rights())
        except StoreUnavailableError as error:  # what is published is known without it
            cards = self._views.list_known_cards(say("storage-of-reading", fault=error.fault))
        chosen = next((card for card in cards if card.id == wanted), cards[0])
        return datasets_body(cards, chosen, _write_hint())

    def _show_changes(self, version: str, upload: str) -> BodyView:
        found = find_visible(self._views, parse_number(version))
        return changes_body(self._views.list_changes(found, account_rights(), upload))

    def _show_start(self, asked: ViewRequest) -> BodyView:
        templates = {kind: _list_templates(kind) for kind in ImportKind}
        if Right.IMPORT not in account_rights():
            return locked_body(current_account() is None, templates)
        self._uploads.warm()
        offered = ImportChoices(
            kinds=templates,
            datasets={each.id: each.name for each in self._store.datasets()},
            dataset=asked.get("set", ""),
            kind=asked.get("kind", ""),
            largest=self._uploads.limits.bytes,
        )
        return start_body(offered)

    def _show_figures(self, dataset: str, variable: str) -> BodyView:
        check_right(Right.IMPORT)
        city = self._uploads.published_city
        forms = build_form_context(city.foundation, city.current())
        return figures_body(build_figures_view(city, self._store.dataset(dataset), variable, forms))

    def _show_columns(self, upload_id: str, sent: dict[str, Any]) -> BodyView:
        check_right(Right.IMPORT)
        uploads, city = self._uploads, self._uploads.published_city
        order = parse_order(sent) if sent.get("mapping") else _propose_order(uploads, upload_id, sent)
        preview = uploads.preview(uploads.locate(upload_id), order.mapping.sheet if order.mapping else "")
        forms = build_form_context(city.foundation, city.current())
        body = columns_body(ColumnsView(uploads.find(upload_id), preview, order, forms))
        return replace(body, order=orjson.loads(write_order(order)))

    def _show_report(self, upload: str, sent: Any) -> BodyView:
        check_right(Right.IMPORT)
        order = parse_order(sent)
        uploads, city = self._uploads, self._uploads.published_city
        forms = build_form_context(city.foundation, city.current())
        report = uploads.check(uploads.locate(upload), order).report
        return report_body(upload, order, report, describe_causes(group_faults(report, order, forms), order, forms))


def account_rights() -> tuple[Right, ...]:
    """What who asks may do."""
    account = current_account()
    return account.role.rights if account else ()


def parse_number(text: str) -> int:
    """A number of an address; -1, which is none's, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def parse_order(sent: Any) -> ImportOrder:
    """The order that was sent. Raises ImportOrderError."""
    return read_order(orjson.dumps(sent))


def find_visible(views: DatasetViews, version_id: int) -> Version:
    """A version; drafts, and all of a dataset that is not published, are for importers. Raises HiddenDraftError."""
    version = views.store.version(version_id)
    if Right.IMPORT in account_rights():
        return version
    hidden = version.state in (VersionState.DRAFT, VersionState.DISCARDED)
    if hidden or version.dataset_id not in views.store.published():
        raise HiddenDraftError
    return version


def _write_hint() -> str:
    """What the visitor's account does not allow; empty if it allows all."""
    rights = account_rights()
    if Right.IMPORT not in rights:
        return say("data-not-allowed-import") if current_account() else say("data-log-in-first")
    return "" if Right.PUBLISH in rights else say("data-not-allowed-publish")


def _list_templates(kind: ImportKind) -> list[tuple[str, str]]:
    """The labels and addresses of the templates and the example of a kind."""
    templates = [
        (say("imports-templates", template=form), f"{PATH}/templates/{kind}?layout={form}")
        for form in FORM_KINDS[kind].layouts
    ]
    return [*templates, (say("imports-example"), f"{PATH}/examples/{kind}")]


def _propose_order(uploads: Uploads, upload_id: str, sent: dict[str, Any]) -> ImportOrder:
    """An order for a file that nobody has looked at yet; what was sent of kind, dataset and sheet is kept.

    The guessed kind stands where none was sent, or one that a file of features cannot hold.
    """
    facts = uploads.find(upload_id).facts
    kind, sheet, new = sent.get("kind"), sent.get("sheet"), sent.get("new_dataset")
    if kind not in set(ImportKind) or (not facts.sheets and kind in TABLES):
        kind = facts.kind
    if sheet not in facts.sheets:
        sheet = next(iter(facts.sheets), "")
    dataset = str(sent.get("dataset") or f"own-{secrets.token_hex(3)}")
    order = uploads.propose_order(uploads.locate(upload_id), ImportKind(kind), sheet, dataset)
    if not isinstance(new, dict):
        return order
    base = new.get("base")
    name = str(new.get("name", ""))[:_LONGEST_NAME]
    return replace(order, new_dataset=NewDataset(name, "", base if base in SHIPPED else None))
