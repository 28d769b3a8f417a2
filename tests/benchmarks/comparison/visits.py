"""Visits of a browser to a contestant: opened cold and again, a first click, and switches of year and indicator."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.benchmarks.comparison.screenshots import find_picture_fault
from tests.benchmarks.comparison.servers import SentRequest
from tests.benchmarks.comparison.world import World, WorldIndicator
from tests.benchmarks.contestants.contestant import Contestant

PROBE = (Path(__file__).parent / "probe.js").read_text("utf-8")
SCREEN = {"width": 1366, "height": 768}
_LONGEST = 120.0  # seconds until something is given up
_CLICK_EVERY = 100  # milliseconds, of a reader who waits for the page to answer


class NotPaintedError(RuntimeError):
    """A view did not come; the text says what was on the page instead."""


@dataclass(frozen=True)
class Visited:
    """Where the measured page is: a contestant over a world at a port."""

    contestant: Contestant
    world: World
    port: int

    def view(self, indicator: WorldIndicator, year: int) -> dict[str, Any]:
        """What is to be seen, as probe.js takes it."""
        return {
            "map": self.contestant.map,
            "lastingMap": self.contestant.lasting_map or self.contestant.map,
            "title": self.contestant.title,
            "words": [indicator.name, str(year)],
            "palette": [colour.upper() for colour in indicator.colours],
            "fills": {colour.upper(): count for colour, count in self.world.count_colours(indicator, year).items()},
        }


@dataclass
class Traffic:
    """What a page has sent and received, as the browser's network protocol tells it."""

    received: int = 0
    requests: list[str] = field(default_factory=list)
    pending: set[str] = field(default_factory=set)
    _cached: set[str] = field(default_factory=set)

    def attach(self, context: BrowserContext, page: Page) -> None:
        """Listen to a page."""
        session = context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._begin)
        session.on("Network.requestServedFromCache", lambda told: self._cached.add(told["requestId"]))
        session.on("Network.responseReceived", self._note_answer)
        session.on("Network.loadingFinished", self._finish)
        session.on("Network.loadingFailed", lambda told: self.pending.discard(told["requestId"]))
        session.on("Network.webSocketFrameReceived", self._note_frame)
        session.send("Network.enable")

    def reset(self) -> None:
        """Begin to count anew."""
        self.received = 0
        self.requests.clear()

    def _begin(self, told: dict[str, Any]) -> None:
        if told["request"]["url"].startswith("http"):
            self.pending.add(told["requestId"])

    def _note_answer(self, told: dict[str, Any]) -> None:
        answer = told["response"]
        stored = answer.get("fromDiskCache") or told["requestId"] in self._cached
        if answer["url"].startswith("http") and not stored:
            self.requests.append(answer["url"])

    def _finish(self, told: dict[str, Any]) -> None:
        self.pending.discard(told["requestId"])
        if told["requestId"] not in self._cached:
            self.received += int(told["encodedDataLength"])

    def _note_frame(self, told: dict[str, Any]) -> None:
        self.received += len(told["response"]["payloadData"])


@dataclass(frozen=True)
class Opened:
    """What opening a page cost, in ms since navigation; ``fault`` says what is wrong with ``picture``, a PNG."""

    painted_ms: float
    lasting_ms: float
    settled_ms: float
    received_kib: float
    requests: int
    foreign: list[str]
    picture: bytes
    fault: str


@dataclass(frozen=True)
class Switched:
    """What a gesture cost, in ms since the input event."""

    painted_ms: float
    settled_ms: float
    received_kib: float
    requests: int
    fault: str


@contextmanager
def new_reader(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been anywhere."""
    context = browser.new_context(viewport=SCREEN, locale="zh-CN")  # type: ignore[arg-type]
    context.set_default_timeout(_LONGEST * 1000)
    context.add_init_script(PROBE)
    yield context
    context.close()


def open_page(context: BrowserContext, visited: Visited) -> tuple[Page, Traffic, Opened]:
    """Open the first view and wait until all is still."""
    page, traffic = _navigate(context, visited, visited.world.indicators[0], visited.world.years[0])
    state = _wait_until_painted(page, visited, visited.world.indicators[0], visited.world.years[0])
    settled = _wait_until_still(page, traffic)
    own = f"http://127.0.0.1:{visited.port}/"
    picture = page.screenshot()
    opened = Opened(
        state["painted"],
        state["lasting"],
        max(settled, state["lasting"]),
        traffic.received / 1024,
        len(traffic.requests),
        [url for url in traffic.requests if not url.startswith(own)],
        picture,
        _find_fault(picture, visited, visited.world.indicators[0], visited.world.years[0]),
    )
    return page, traffic, opened


def measure_first_answer(context: BrowserContext, visited: Visited) -> float:
    """Click the second year from the beginning on until it is shown: ms since navigation."""
    indicator, year = visited.world.indicators[0], visited.world.years[1]
    page, _ = _navigate(context, visited, indicator, year)
    deadline = time.monotonic() + _LONGEST
    while time.monotonic() < deadline:
        state = page.evaluate("__probe.state()")
        if state["painted"]:
            page.close()
            return float(state["painted"])
        wanted = [visited.contestant.year, str(year)]
        place, then = (page.evaluate("([control, text]) => __probe.find(control, text)", wanted) for _ in range(2))
        if place and place == then:  # a control that still moves would leave its place to another one
            page.mouse.click(*place)
        page.wait_for_timeout(_CLICK_EVERY)
    raise NotPaintedError(_explain(page, visited, indicator, year))


def switch(
    page: Page, traffic: Traffic, visited: Visited, indicator: WorldIndicator, year: int, *, by_year: bool
) -> Switched:
    """Click on a year, or else on an indicator, and wait until its view is painted and all is still."""
    control, text = (visited.contestant.year, str(year)) if by_year else (visited.contestant.indicator, indicator.name)
    place = page.evaluate("([control, text]) => __probe.find(control, text)", [control, text])
    if place is None:
        raise NotPaintedError(f"{visited.contestant.name}: nothing in {control} reads {text}")
    traffic.reset()
    page.evaluate("view => __probe.expect(view)", visited.view(indicator, year))
    page.mouse.click(*place)
    state = _wait_until_painted(page, visited, indicator, year)
    settled = _wait_until_still(page, traffic)
    return Switched(
        state["painted"] - state["input"],
        max(settled, state["painted"]) - state["input"],
        traffic.received / 1024,
        len(traffic.requests),
        _find_fault(page.screenshot(), visited, indicator, year),
    )


def record_requests(page: Page, gesture: Any) -> list[SentRequest]:
    """The requests that a page sends while ``gesture`` runs."""
    sent: list[SentRequest] = []

    def note(request: Any) -> None:
        headers = {name: text for name, text in request.all_headers().items() if not name.startswith(":")}
        headers.pop("content-length", None)
        sent.append(SentRequest(request.method, request.url, headers, request.post_data_buffer))

    page.on("requestfinished", note)
    gesture()
    page.remove_listener("requestfinished", note)
    return sent


def _navigate(context: BrowserContext, visited: Visited, indicator: WorldIndicator, year: int) -> tuple[Page, Traffic]:
    """Go to the first view, looking for the view of an indicator and a year from the beginning on."""
    page, traffic = context.new_page(), Traffic()
    traffic.attach(context, page)
    page.add_init_script(f"__probe.expect({json.dumps(visited.view(indicator, year))});")
    page.goto(visited.contestant.address(visited.world, visited.port), wait_until="commit")
    return page, traffic


def _wait_until_painted(page: Page, visited: Visited, indicator: WorldIndicator, year: int) -> dict[str, Any]:
    deadline = time.monotonic() + _LONGEST
    while time.monotonic() < deadline:
        page.evaluate("__probe.rest()")
        state: dict[str, Any] = page.evaluate("__probe.state()")
        if state["painted"] and state["lasting"]:
            return state
    raise NotPaintedError(_explain(page, visited, indicator, year))


def _wait_until_still(page: Page, traffic: Traffic) -> float:
    """Until nothing has moved for some frames and no request is open: when it moved last, ms since navigation."""
    deadline = time.monotonic() + _LONGEST
    while time.monotonic() < deadline:
        page.evaluate("__probe.rest()")
        if not traffic.pending:
            break
    return float(page.evaluate("__probe.state().settled"))


def _find_fault(picture: bytes, visited: Visited, indicator: WorldIndicator, year: int) -> str:
    shares = visited.world.share_colours(indicator, year)
    return find_picture_fault(picture, indicator.colours, shares)


def _explain(page: Page, visited: Visited, indicator: WorldIndicator, year: int) -> str:
    view = visited.view(indicator, year)
    found = page.evaluate("view => __probe.describe(view)", view)
    return f"{visited.contestant.name}: expected {view['words']} in {view['fills']}, got {found}"
