"""Answers of callbacks as they went over the wire, kept in memory for whoever asks the same of the same city.

Most questions are asked again: readers open the same pages, switch to and fro, step through the same indicators. To
compute an answer is cheap by then; to have Dash read the question, check, write and pack the answer is most of it.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar

from dash import Dash
from flask import Flask, Response, g, request

from callbacks.frame.request_checks import UPDATE
from callbacks.server.city_snapshots import CitySnapshots
from datasets.city.city import City

MOST_BYTES = 8 << 20  # of the answers of one city
LONGEST_QUESTION = 64 << 10  # bytes; longer ones are nobody's gesture
_MARK = "answers_by_question_alone"
Callback = TypeVar("Callback", bound=Callable[..., Any])


def keep_answers(callback: Callback) -> Callback:
    """Keep the answers of a callback, which may depend on the city and its arguments, and on nothing else.

    Not on who asks, nor on the time or on anything stored beside the city: every reader who may read gets them.
    """
    setattr(callback, _MARK, True)
    return callback


@dataclass(frozen=True)
class KeptAnswer:
    """The body of an answer, and how it is packed."""

    body: bytes
    encoding: str | None


class KeptAnswers:
    """The answers of one city that were given last, by the digest of the question, ``most`` bytes together."""

    def __init__(self, _city: City | None = None, most: int = MOST_BYTES) -> None:
        self._answers: OrderedDict[bytes, KeptAnswer] = OrderedDict()
        self._left, self._lock = most, Lock()

    def find(self, question: bytes) -> KeptAnswer | None:
        """The answer to a question, None if it is not kept."""
        with self._lock:
            found = self._answers.get(question)
            if found:
                self._answers.move_to_end(question)
        return found

    def keep(self, question: bytes, answer: KeptAnswer) -> None:
        """Keep an answer, and drop those for which there is no room any more."""
        with self._lock:
            known = self._answers.pop(question, None)
            self._answers[question] = answer
            self._left += len(known.body if known else b"") - len(answer.body)
            while self._left < 0:
                self._left += len(self._answers.popitem(last=False)[1].body)


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Give a kept answer before a callback is called, and keep what was answered.

    Comes after the guards, who decide whether the reader gets any answer; before the headers and the compression, which
    are then done with an answer before it is kept, and put their headers on a kept one as on every other.
    """
    server: Flask = app.server

    @server.before_request
    def find_kept() -> Response | None:
        is_question = request.endpoint == UPDATE and request.method == "POST"
        if not is_question or (request.content_length or 0) > LONGEST_QUESTION:
            return None
        accepted = request.headers.get("Accept-Encoding", "").encode()
        question = hashlib.blake2b(accepted + b"\n" + request.get_data(), digest_size=16).digest()
        kept = snapshots.current().cached(KeptAnswers).find(question)
        if kept is None:
            g.question = question
            return None
        packed = {"Content-Encoding": kept.encoding} if kept.encoding else {}
        return Response(kept.body, mimetype="application/json", headers=packed)

    @server.after_request
    def keep(answer: Response) -> Response:
        if "question" in g and answer.status_code == 200 and _is_kept(app, request.get_json()):
            kept = KeptAnswer(answer.get_data(), answer.headers.get("Content-Encoding"))
            snapshots.current().cached(KeptAnswers).keep(g.question, kept)
        return answer


def _is_kept(app: Dash, question: dict[str, Any]) -> bool:
    return hasattr(app.callback_map[question["output"]]["callback"], _MARK)
