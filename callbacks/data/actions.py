"""What is done on the page 数据: keep, publish, discard or rebase a draft, roll back or withdraw a dataset."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from typing import Any, Literal, NotRequired

import orjson
from typing_extensions import TypedDict

from callbacks.accounts.guards import check_right, check_token
from callbacks.accounts.visitors import account_name
from callbacks.data.answers import parse_number, parse_order
from callbacks.data.dataset_views import DatasetViews, build_map_link
from datasets.imports.upload.check_upload import build_form_context
from datasets.imports.upload.corrections import Correction, NoSuchFigureError, write_corrections
from datasets.imports.upload.import_order import ImportOrder, write_order
from datasets.imports.upload.uploads import Uploads
from datasets.kinds import ImportKind
from datasets.published.dataset_rows import read_rows
from datasets.store.accounts.accounts import Right
from datasets.store.model import StoreUnavailableError
from layouts.pages.data.causes import list_readings
from locales import say


class ActionRequest(TypedDict):
    """What is to be done to which version, dataset or upload; ``token`` shows that our own page asks for it."""

    act: Literal["keep", "correct", "publish", "roll_back", "withdraw", "discard", "rebase"]
    token: str
    version: NotRequired[str]
    number: NotRequired[str]
    set: NotRequired[str]
    upload: NotRequired[str]
    order: NotRequired[dict[str, Any] | None]
    corrections: NotRequired[list[Correction]]
    reason: NotRequired[str]
    at: NotRequired[float]


_PUBLISHING = {"publish", "roll_back", "withdraw"}  # need more than the right to import


class DataActions:
    """The actions of the page. Each returns what the browser says or where it goes."""

    def __init__(self, uploads: Uploads, views: DatasetViews) -> None:
        self._uploads, self._views = uploads, views
        self._published_city, self._store = uploads.published_city, uploads.store

    def run(self, asked: ActionRequest) -> dict[str, Any]:
        """Do what is asked. Raises what ``describe_refusal`` has words for."""
        check_right(Right.PUBLISH if asked["act"] in _PUBLISHING else Right.IMPORT)
        check_token(asked["token"])
        acts: dict[str, Callable[[ActionRequest], dict[str, Any]]] = {
            "keep": self._keep_upload,
            "correct": self._correct_figures,
            "publish": self._publish_draft,
            "roll_back": self._roll_back_dataset,
            "withdraw": self._withdraw_dataset,
            "discard": self._discard_draft,
            "rebase": self._rebase_draft,
        }
        return acts[asked["act"]](asked)

    def _keep_upload(self, asked: ActionRequest) -> dict[str, Any]:
        order = self._note_readings(parse_order(asked.get("order")))
        version = self._uploads.create_draft(asked.get("upload", ""), order, account_name())
        return {"version": version.id, "dataset": version.dataset_id, "number": version.number}

    def _correct_figures(self, asked: ActionRequest) -> dict[str, Any]:
        """A draft of the corrections; where a check finds anything, the upload that holds them and its order."""
        dataset, reason, city = asked.get("set", ""), asked.get("reason", "").strip(), self._published_city
        rows = read_rows(city, dataset, ImportKind.OBSERVATIONS) if self._store.dataset(dataset) else None
        if rows is None or not reason:
            raise NoSuchFigureError
        forms = build_form_context(city.foundation, city.current())
        file = write_corrections(rows, asked.get("corrections", []), forms, say("data-correct"))
        upload = self._uploads.receive(file.name, BytesIO(file.content), account_name())
        proposed = self._uploads.propose_order(self._uploads.locate(upload), ImportKind.OBSERVATIONS, "", dataset)
        order = replace(proposed, note=say("data-correct-note", reason=reason))
        if not self._uploads.check(self._uploads.locate(upload), order).report.faults.empty:
            return {"upload": upload, "order": orjson.loads(write_order(order))}
        return {"version": self._uploads.create_draft(upload, order, account_name()).id}

    def _note_readings(self, order: ImportOrder) -> ImportOrder:
        """The order, with what texts of the file were taken for in its note: whoever publishes is to see it."""
        city = self._published_city
        readings = list_readings(order, build_form_context(city.foundation, city.current()))
        return replace(order, note=say("list-parts").join(filter(None, [order.note, *readings])))

    def _publish_draft(self, asked: ActionRequest) -> dict[str, Any]:
        draft = self._store.version(_version_id(asked))
        name = self._views.find_dataset(draft.dataset_id).name
        self._published_city.publish(draft.id, account_name())
        years: dict[str, list[int]] = {}
        with suppress(StoreUnavailableError):  # it is published, though the store cannot say what changed
            years = self._views.compare(draft).list_changed_years()
        return _answer_done(
            say("data-published", dataset=name, number=draft.number), build_map_link(draft.dataset_id, years)
        )

    def _roll_back_dataset(self, asked: ActionRequest) -> dict[str, Any]:
        number, dataset = parse_number(asked.get("number", "")), asked.get("set", "")
        name = self._dataset_name(dataset)
        self._published_city.roll_back(dataset, number, account_name())
        return _answer_done(say("data-rolled-back", dataset=name, number=number), build_map_link(dataset, {}))

    def _withdraw_dataset(self, asked: ActionRequest) -> dict[str, Any]:
        dataset = asked.get("set", "")
        name = self._dataset_name(dataset)
        self._published_city.withdraw(dataset, account_name())
        return {"message": say("data-withdrawn", dataset=name)}

    def _discard_draft(self, asked: ActionRequest) -> dict[str, Any]:
        draft = self._store.version(_version_id(asked))
        self._store.discard(draft.id, account_name())
        return {"message": say("data-discarded", number=draft.number)}

    def _rebase_draft(self, asked: ActionRequest) -> dict[str, Any]:
        return {"version": self._store.rebase(_version_id(asked), account_name()).id}

    def _dataset_name(self, dataset: str) -> str:
        """The name of a dataset, empty if there is none; asked for before anything is done."""
        stored = self._store.dataset(dataset)
        return stored.name if stored else ""


def _version_id(asked: ActionRequest) -> int:
    return parse_number(asked.get("version", ""))


def _answer_done(message: str, href: str) -> dict[str, Any]:
    return {"message": message, "map": {"text": say("data-see-map"), "href": href}}
