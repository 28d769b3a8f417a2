"""Routes of datasets and their versions: show, publish, roll back, withdraw, discard."""

from contextlib import suppress

from flask import Flask, Response, request

from callbacks.accounts.guards import require
from callbacks.accounts.visitors import account_name, current_account
from callbacks.data.answers import (
    HiddenDraftError,
    account_rights,
    answer_table,
    answer_tree,
    parse_number,
    request_json,
)
from callbacks.data.dataset_views import DatasetViews, build_map_link
from callbacks.pictures.render_queue import RenderQueue
from callbacks.pictures.routes import answer_picture
from callbacks.server.responses import answer_json
from datasets.published.published_city import PublishedCity
from datasets.store.accounts.accounts import Right
from datasets.store.model import StoreUnavailableError, Version, VersionState
from datasets.store.versions.versions import Store
from layouts.pages.data.changes import changes_body
from layouts.pages.data.datasets import datasets_body
from layouts.pages.data.page import PATH
from layouts.words.messages import storage as storage_words
from layouts.words.pages import data as words


def register(server: Flask, published_city: PublishedCity, views: DatasetViews, pictures: RenderQueue) -> None:
    """Serve the datasets of a published_city."""
    _register_views(server, published_city.store, views, pictures)
    _register_actions(server, published_city, views)


def _register_views(server: Flask, store: Store, views: DatasetViews, pictures: RenderQueue) -> None:
    @server.get(f"{PATH}/views/datasets")
    def datasets_view() -> Response:
        try:
            cards = views.list_cards(account_rights())
        except StoreUnavailableError as error:  # what is published is known without it
            cards = views.list_known_cards(storage_words.reading_sentence(error.fault))
        wanted = request.args.get("set")
        chosen = next((card for card in cards if card.id == wanted), cards[0])
        return answer_tree(datasets_body(cards, chosen, _write_hint()))

    @server.get(f"{PATH}/views/changes")
    def changes_view() -> Response:
        version = _find_visible(store, parse_number(request.args.get("version", "")))
        return answer_tree(changes_body(views.list_changes(version, account_rights(), request.args.get("upload", ""))))

    @server.get(f"{PATH}/versions/<int:version_id>/compare.svg")
    def compare_maps(version_id: int) -> Response:
        version = _find_visible(store, version_id)
        subject, year = request.args.get("subject", ""), parse_number(request.args.get("year", ""))
        return answer_picture(pictures, views.picture(version, subject, year))

    @server.get(f"{PATH}/versions/<int:version_id>/changes.<form>")
    def download_changes(version_id: int, form: str) -> Response:
        version = _find_visible(store, version_id)
        dataset = views.find_dataset(version.dataset_id)
        name = f"{dataset.name}-{words.number_of(version.number)}-{words.CHANGES_SHEET}"
        return answer_table(form, name, words.CHANGES_SHEET, words.CHANGE_COLUMNS, views.list_all_changes(version))


def _find_visible(store: Store, version_id: int) -> Version:
    """A version; drafts, and all of a dataset that is not published, are for importers. Raises HiddenDraftError."""
    version = store.version(version_id)
    if Right.IMPORT in account_rights():
        return version
    if version.state in (VersionState.DRAFT, VersionState.DISCARDED) or version.dataset_id not in store.published():
        raise HiddenDraftError
    return version


def _write_hint() -> str:
    """What the visitor's account does not allow; empty if it allows all."""
    rights = account_rights()
    if Right.IMPORT not in rights:
        return words.NOT_ALLOWED_IMPORT if current_account() else words.LOG_IN_FIRST
    return "" if Right.PUBLISH in rights else words.NOT_ALLOWED_PUBLISH


def _register_actions(server: Flask, published_city: PublishedCity, views: DatasetViews) -> None:
    store = published_city.store

    @server.post(f"{PATH}/versions/<int:version_id>/publish")
    @require(Right.PUBLISH)
    def publish_version(version_id: int) -> Response:
        draft = store.version(version_id)
        name = views.find_dataset(draft.dataset_id).name
        published_city.publish(version_id, account_name())
        years: dict[str, list[int]] = {}
        with suppress(StoreUnavailableError):  # it is published, though the store cannot say what changed
            years = views.compare(draft).list_changed_years()
        return _answer_done(words.published_text(name, draft.number), build_map_link(draft.dataset_id, years))

    @server.post(f"{PATH}/datasets/<dataset>/roll-back")
    @require(Right.PUBLISH)
    def roll_back(dataset: str) -> Response:
        number = parse_number(str(request_json().get("number", "")))
        name = _dataset_name(store, dataset)
        published_city.roll_back(dataset, number, account_name())
        return _answer_done(words.rolled_back(name, number), build_map_link(dataset, {}))

    @server.post(f"{PATH}/datasets/<dataset>/withdraw")
    @require(Right.PUBLISH)
    def withdraw_dataset(dataset: str) -> Response:
        name = _dataset_name(store, dataset)
        published_city.withdraw(dataset, account_name())
        return answer_json({"message": words.withdrawn(name)})

    @server.post(f"{PATH}/versions/<int:version_id>/discard")
    @require(Right.IMPORT)
    def discard_draft(version_id: int) -> Response:
        number = store.version(version_id).number
        store.discard(version_id, account_name())
        return answer_json({"message": words.discarded(number)})

    @server.post(f"{PATH}/versions/<int:version_id>/rebase")
    @require(Right.IMPORT)
    def rebase_draft(version_id: int) -> Response:
        return answer_json({"version": store.rebase(version_id, account_name()).id})


def _dataset_name(store: Store, dataset: str) -> str:
    """The name of a dataset, empty if there is none; asked for before anything is done."""
    stored = store.dataset(dataset)
    return stored.name if stored else ""


def _answer_done(message: str, href: str) -> Response:
    return answer_json({"message": message, "map": {"text": words.SEE_MAP, "href": href}})
