"""A smoke test before a publication: every page, the API and a picture are requested of the new city.

The program itself answers, opened over that city, to a client that behaves as a reader's browser does.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Never

from dash import Dash
from flask.testing import FlaskClient

from callbacks.api import geometry
from callbacks.api.openapi import ROOT
from callbacks.frame.request_checks import UPDATE, parse_outputs
from callbacks.pictures import routes as export
from datasets.city.city import City, UnservableReason
from datasets.published.published_city import PublishedCity
from datasets.published.servability import UnservableError
from datasets.queries.map_query import MapQuery, settle_view
from datasets.store.model import StoreUnavailableError
from datasets.workers.model import OverLimitError, WorkerDiedError, WorkersBusyError
from layouts.data_ids import DataPage
from layouts.ids import Atlas, CountyPage, GapPage, OverviewPage, PackPage, Shell, Targets
from layouts.page_paths import PagePath
from layouts.pages.data import page as data_page
from layouts.service_ids import CoveragePage, Siting
from locales import say

_PATIENCE = 20.0  # seconds that one test waits for another
_PICTURE = "size=640x480&dpi=72"
_log = logging.getLogger(__name__)


class SimulatedBrowser:
    """A client of a program: keeps the values of the page, and calls the callbacks of a value that changes."""

    def __init__(self, app: Dash) -> None:
        self.client: FlaskClient = app.server.test_client()
        self.values: dict[str, Any] = {}
        self._callbacks: list[dict[str, Any]] = []

    def load(self, path: str) -> None:
        """Load the document and the page's values as it is sent. Raises AskedInVainError."""
        self.get(path)
        owners = [node["props"] for node in _walk(self.get("/_dash-layout").get_json()) if _has_id(node)]
        self.values = {f"{own['id']}.{name}": value for own in owners for name, value in own.items()}
        dependencies = self.get("/_dash-dependencies").get_json()
        self._callbacks = [each for each in dependencies if each["clientside_function"] is None]

    def get(self, address: str, refused: bool = False) -> Any:
        """The answer to an address; a refusal is an answer too where ``refused`` allows it. Raises AskedInVainError."""
        answer = self.client.get(address)
        if answer.status_code >= (500 if refused else 400):
            raise FailedRequestError(address, answer.status_code)
        return answer

    def change(self, part: str, value: Any) -> None:
        """Set a property, such as ``gap-choice.data``, and call every function of the server that it triggers.

        Raises AskedInVainError.
        """
        self.values[part] = value
        for callback in self._callbacks:
            if any(_property_name(entry) == part for entry in callback["inputs"]):
                self._request_callback(callback, part)

    def _request_callback(self, callback: Mapping[str, Any], trigger: str) -> None:
        body = {
            "output": callback["output"],
            "outputs": parse_outputs(callback["output"]),
            "inputs": [self._with_value(entry) for entry in callback["inputs"]],
            "state": [self._with_value(entry) for entry in callback["state"]],
            "changedPropIds": [trigger],
        }
        answer = self.client.post(UPDATE, json=body)
        if answer.status_code >= 400:
            raise FailedRequestError(callback["output"], answer.status_code)
        if answer.status_code == 200:
            for id_, properties in answer.get_json()["response"].items():
                self.values.update({f"{id_}.{name}": value for name, value in properties.items()})

    def _with_value(self, entry: Mapping[str, str]) -> dict[str, Any]:
        return {**entry, "value": self.values.get(_property_name(entry))}


class FailedRequestError(Exception):
    """An answer that no reader should get: the address or callback, and the status of the answer."""

    def __init__(self, requested: str, status: int) -> None:
        super().__init__(f"{requested[:200]}: {status}")
        self.status = status


# What goes wrong for lack of something that may be there later: the published rows are not at fault.
_TRANSIENT_ERRORS = (
    StoreUnavailableError,
    WorkersBusyError,
    OverLimitError,
    WorkerDiedError,
    MemoryError,
    OSError,
)
_TRANSIENT_STATUSES = {429, 503, 507}  # as the status of an answer


def _is_transient(error: Exception) -> bool:
    """Whether the same request may succeed later."""
    if isinstance(error, FailedRequestError):
        return error.status in _TRANSIENT_STATUSES
    return isinstance(error, _TRANSIENT_ERRORS)


@dataclass(frozen=True)
class _PageFault:
    """A page that cannot be made, what the program says of it, and whether a later try may succeed."""

    page: str
    message: str
    is_transient: bool


def _property_name(entry: Mapping[str, str]) -> str:
    return f"{entry['id']}.{entry['property']}"


def _walk(tree: Any) -> Iterator[Any]:
    """Everything in JSON: objects, lists, and what they hold."""
    yield tree
    if isinstance(tree, (list, dict)):
        for each in tree.values() if isinstance(tree, dict) else tree:
            yield from _walk(each)


def _has_id(node: Any) -> bool:
    """Whether a part of a layout is a component with an id."""
    own = node.get("props") if isinstance(node, dict) else None
    return isinstance(own, dict) and isinstance(own.get("id"), str)


def list_page_visits(city: City, dataset: str) -> dict[str, Callable[[SimulatedBrowser], None]]:
    """What a browser does on every page for a dataset, by the page's name."""
    asked = f"dataset={dataset}"

    def overview(browser: SimulatedBrowser) -> None:
        browser.get(f"{PagePath.OVERVIEW}?{asked}")
        browser.change(f"{OverviewPage.ASKED}.data", {"dataset": dataset})

    def targets(browser: SimulatedBrowser) -> None:
        browser.change(f"{Targets.ASKED}.data", {"dataset": dataset})

    def gap(browser: SimulatedBrowser) -> None:
        browser.change(f"{GapPage.ADDRESS}.data", f"?{asked}")

    def county(browser: SimulatedBrowser) -> None:
        choices = browser.values[f"{CountyPage.CHOICES}.data"]
        year = choices["datasets"][dataset]["first"]
        browser.change(f"{CountyPage.ASKED}.data", {"dataset": dataset, "county": choices["codes"][0], "year": year})

    def open_packs(browser: SimulatedBrowser) -> None:
        browser.values |= {f"{Shell.DATASET}.value": dataset}
        browser.change(f"{PackPage.DATASET}.data", dataset)
        browser.change(f"{PackPage.PICKED}.data", browser.values[f"{PackPage.OPTIONS}.data"]["picked"])

    def coverage(browser: SimulatedBrowser) -> None:
        for question in (CoveragePage.ASKED, Siting.ASKED):
            browser.change(f"{question}.data", {"dataset": dataset})
        browser.get(browser.values[f"{Atlas.FACILITY_FILE}.data"])

    def data(browser: SimulatedBrowser) -> None:
        browser.change(f"{DataPage.ASKED}.data", {"set": dataset})
        if refused := browser.values[f"{DataPage.CONTENT}.data"].get("error"):
            raise FailedRequestError(DataPage.ASKED, refused["status"])

    def machine(browser: SimulatedBrowser) -> None:
        for path in ("openapi.json", "indicators", "areas", "targets"):
            browser.get(f"{ROOT}/{path}")
        indicator = settle_view(city, MapQuery(dataset=dataset)).indicator
        for address in (f"{ROOT}/values?{asked}&indicator={indicator}", f"{ROOT}/status?{asked}"):
            browser.get(address, refused=True)
        browser.get(f"{ROOT}/gap?{asked}&indicator={indicator}", refused=True)

    def map_page(browser: SimulatedBrowser) -> None:
        browser.get(f"{PagePath.ATLAS}?{asked}")
        texts = {node for node in _walk(browser.values[f"{Atlas.FIGURES}.data"]) if isinstance(node, str)}
        for layer in texts:
            if layer.startswith(geometry.URL):
                browser.get(layer)
        browser.change(f"{Atlas.ADDRESS}.data", f"?{asked}")

    return {
        say("overview-title"): overview,
        say("atlas-title"): map_page,
        say("targets-title"): targets,
        city.region.gap_name: gap,
        say("county-title"): county,
        say("coverage-title"): coverage,
        say("packs-title"): open_packs,
        say("data-title"): data,
        say("publication-machine-access"): machine,
        say("export-title"): lambda browser: browser.get(f"{export.URL}map.svg?{asked}&{_PICTURE}"),
    }


class SmokeTest:
    """Checks that a city can be served, each page of it.

    ``open_program`` opens the program over a published city and a function that returns the city to show.
    One city is checked at a time; the next one waits ``patience`` seconds for its turn.
    """

    def __init__(
        self, open_program: Callable[[PublishedCity, Callable[[], City]], Dash], patience: float = _PATIENCE
    ) -> None:
        self._open_program, self._turn, self._patience = open_program, Lock(), patience
        self._program: Dash | None = None
        self._city: City | None = None

    def check(self, published_city: PublishedCity, city: City, datasets: Sequence[str]) -> None:
        """Visit every page for ``datasets``. Raises UnservableError with every page that fails, and why."""
        if not self._turn.acquire(timeout=self._patience):
            raise UnservableError(UnservableReason.UNPROVEN, [("", say("publication-another"))])
        try:
            self._city = city
            faults = self._find_faults(published_city, city, datasets)
        finally:
            self._turn.release()
        if faults:
            failure = (
                UnservableReason.UNPROVEN
                if all(fault.is_transient for fault in faults)
                else UnservableReason.NOT_SERVED
            )
            raise UnservableError(failure, [(fault.page, fault.message) for fault in faults])

    def _find_faults(self, published_city: PublishedCity, city: City, datasets: Sequence[str]) -> list[_PageFault]:
        opened: list[SimulatedBrowser] = []
        faults = _try_page(say("publication-document"), lambda: opened.append(self._open_browser(published_city)))
        for dataset in datasets if opened else ():
            for page, visit in list_page_visits(city, dataset).items():
                faults += _try_page(page, lambda visit=visit: visit(opened[0]))  # type: ignore[misc]
        return faults

    def _open_browser(self, published_city: PublishedCity) -> SimulatedBrowser:
        if self._program is None:
            program = self._open_program(published_city, lambda: self._city)  # type: ignore[arg-type, return-value]  # set
            program.server.config["PROPAGATE_EXCEPTIONS"] = True  # the reason is wanted, not a page that hides it
            for kind in (OverLimitError, WorkerDiedError):
                program.server.register_error_handler(kind, _raise_error)  # nor words for a reader
            self._program = program
        browser = SimulatedBrowser(self._program)
        browser.load(data_page.PATH)  # the document of a page without a map: what is wrong with a map is the map's
        return browser


def _raise_error(error: Exception) -> Never:
    raise error


def _try_page(page: str, visit: Callable[[], object]) -> list[_PageFault]:
    """The fault of a page if it cannot be made; the traceback goes to the log."""
    try:
        visit()
    except Exception as error:  # whatever it is, a reader would meet it
        _log.exception("%s cannot be served", page)
        return [_PageFault(page, f"{type(error).__name__}: {error}", _is_transient(error))]
    return []
