"""The wiring of storyboards: the browser asks with an order and hears an answer; ``error`` says what was not done.

Judging and making documents are open to every reader; what is kept belongs to an account, any account.
"""

from typing import Any, Literal, NotRequired
from urllib.parse import quote

import orjson
from dash import Dash, Input, Output, State
from flask_wtf.csrf import CSRFError
from pydantic import ValidationError
from typing_extensions import TypedDict

from callbacks.accounts.guards import check_token
from callbacks.accounts.visitors import current_account, identify_client, raise_visitor_fault
from callbacks.frame.refusals import refusal_text
from callbacks.frame.request_checks import require_one_of, validate_arguments
from callbacks.frame.wiring import run_clientside
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.storyboard.judge import PageReaders, judge_slide
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import OPEN_STATES, QueueFullError
from datasets.queries.storyboard import PACK_KEY, Storyboard
from datasets.store.accounts.accounts import Account
from datasets.store.model import StoreUnavailableError
from datasets.store.versions.storyboards import MOST_OF_ONE, ChangedMeanwhileError, Storyboards, TooManyError
from datasets.store.versions.versions import Store
from layouts.ids import AccountMenu
from layouts.meeting_ids import Storyboard as Ids
from layouts.pack_terms import SNAPSHOT
from layouts.page_paths import JOB_FILES
from locales import say, say_all

Answer = dict[str, Any]
_SHELL_MARK = "Error: "  # of what a command says on its way out


class Order(TypedDict):
    """What the browser wants; ``number`` comes back with the answer."""

    act: Literal["list", "save", "delete", "judge", "make", "watch"]
    number: int
    board: NotRequired[dict[str, Any]]
    outputs: NotRequired[list[str]]
    job: NotRequired[str]


class _RefusedError(Exception):
    """An order that is not carried out; the message is for the reader."""


class StoryboardActions:
    """What is done with a storyboard, a method an act."""

    def __init__(self, snapshots: CitySnapshots, store: Store, packs: JobRunner) -> None:
        self._snapshots, self._kept, self._packs = snapshots, Storyboards(store), packs

    def judge(self, board: Storyboard) -> Answer:
        """What of each address that is not right is gone, and which address is nearest."""
        judged = {slide.address: judge_slide(slide, self._readers_in) for slide in board.slides}
        gone = {address: [" ".join(found.remarks), found.address] for address, found in judged.items() if found.remarks}
        return {"gone": gone}

    def make(self, board: Storyboard, outputs: list[str]) -> Answer:
        """Start the job that makes documents."""
        if not board.slides:
            raise _RefusedError(say("storyboard-nothing-to-make"))
        for output in outputs:
            require_one_of(PACK_KEY, output, [*say_all("storyboard-outputs-"), SNAPSHOT])
        order = {"title": f"{say('storyboard-title')}“{board.title}”", "outputs": outputs, "templates": []}
        files = {"choice.json": orjson.dumps({PACK_KEY: board.model_dump()})}
        return {"job": self._packs.start(order, files, identify_client())}

    def watch(self, id_: str) -> Answer:
        """How far a job has come; at its end the address, name and bytes of its file, or why there is none."""
        self._packs.wake()
        job = self._packs.store.read_job(id_)
        if job is None:
            raise _RefusedError(say("storyboard-no-job"))
        if job.state in OPEN_STATES:
            return {"text": job.progress.text}
        for name, size in job.sizes.items():
            return {"file": [f"{JOB_FILES}{quote(id_)}/{quote(name)}", name, size]}
        raise _RefusedError(job.message.removeprefix(_SHELL_MARK) or say("storyboard-no-job"))

    def list(self) -> Answer:
        """The storyboards of the account."""
        return {"boards": [board.model_dump() for board in self._kept.list_of(_expect_account().id)]}

    def save(self, board: Storyboard, token: str) -> Answer:
        """Keep a storyboard; where somebody else has changed it since, tell what they made of it."""
        account = _expect_account()
        check_token(token)
        try:
            return {"revision": self._kept.save(account.id, board).revision}
        except ChangedMeanwhileError as error:
            return {"newest": error.newest.model_dump()}

    def delete(self, board: Storyboard, token: str) -> Answer:
        """Delete a storyboard of the account."""
        account = _expect_account()
        check_token(token)
        self._kept.delete(account.id, board.id)
        return {}

    def _readers_in(self, groups: str) -> PageReaders:
        """The readers over the city of the request, in the groups of an address. Raises GroupError."""
        return self._snapshots.published().regroup(groups).cached(PageReaders)


def register(app: Dash, actions: StoryboardActions) -> None:
    """Wire the panel of storyboards, which the browser makes."""

    @app.callback(
        Output(Ids.ANSWER, "data"),
        Input(Ids.ORDER, "data"),
        State(AccountMenu.TOKEN, "value"),
        prevent_initial_call=True,
    )
    @validate_arguments
    def answer(order: Order, token: str | None) -> Answer:
        try:
            content = _carry_out(actions, order, token or "")
        except _REFUSALS as error:
            content = {"error": _describe(error)}
        return content | {"number": order["number"]}

    run_clientside(app, "storyboard.hear", Input(Ids.ANSWER, "data"), initial=True)


def _carry_out(actions: StoryboardActions, order: Order, token: str) -> Answer:
    if order["act"] == "list":
        return actions.list()
    if order["act"] == "watch":
        return actions.watch(order.get("job", ""))
    board = Storyboard.model_validate(order.get("board"))
    match order["act"]:
        case "judge":
            return actions.judge(board)
        case "make":
            return actions.make(board, order.get("outputs", []))
        case "save":
            return actions.save(board, token)
    return actions.delete(board, token)


_REFUSALS = (
    *(_RefusedError, TooManyError, CSRFError, ValidationError),
    *(QueueFullError, StoreUnavailableError, OSError),
)


def _describe(error: Exception) -> str:
    match error:
        case ValidationError():
            return say("storyboard-unusable")
        case TooManyError():
            return say("storyboard-too-many", most=MOST_OF_ONE)
    return refusal_text(error)


def _expect_account() -> Account:
    account = current_account()
    if account is None:
        raise_visitor_fault()
        raise _RefusedError(say("storyboard-not-logged-in"))
    return account
