"""The language of a request: of its address (``lang=``), else of a cookie so called, else of what the browser asks for.

A document that is opened with ``lang=`` leaves the cookie, for the pages that are opened from it; its scripts ask for
whatever they ask in its own language (assets/js/groups.js), so that two tabs may differ and no cache mixes them up.
"""

from contextlib import ExitStack

from flask import Flask, Response, g, has_request_context, request

from callbacks.server.responses import refusal
from datasets.queries.query import LANGUAGE
from locales import DEFAULT, OFFERED, find_language, list_languages, say, speaking

_FILES = ("/api/", "/export/")  # nobody sees there that something was ignored
_FOLLOW = ("text/html", "application/json", "text/csv")  # what differs by language under one address


def choose_language() -> str:
    """The language of this request."""
    for asked in (request.args.get(LANGUAGE, ""), request.cookies.get(LANGUAGE, "")):
        if asked and (found := find_language(asked)):
            return found
    return request.accept_languages.best_match(OFFERED, DEFAULT)


def find_unknown_language() -> str:
    """What to say of a language that this request asks for and nobody speaks here; empty if there is none."""
    asked = request.args.get(LANGUAGE, "") if has_request_context() else ""
    if not asked or find_language(asked):
        return ""
    return say("language-unknown", asked=asked[:40], known=say("list-names").join(list_languages()))


def register(server: Flask) -> None:
    """Speak the language of each request, and leave the cookie. Comes before whatever answers."""

    @server.before_request
    def speak() -> Response | None:
        g.language = ExitStack()
        g.language.enter_context(speaking(choose_language()))
        unknown = request.path.startswith(_FILES) and find_unknown_language()
        return refusal(unknown, 400) if unknown else None

    @server.teardown_request
    def fall_silent(_error: BaseException | None) -> None:
        if spoken := g.pop("language", None):
            spoken.close()

    @server.after_request
    def keep_choice(answer: Response) -> Response:
        found = find_language(request.args.get(LANGUAGE, ""))
        if found and answer.mimetype == "text/html":
            answer.set_cookie(LANGUAGE, found, samesite="Lax", secure=request.is_secure)
        if answer.mimetype in _FOLLOW and LANGUAGE not in request.args:
            answer.vary.update(("Accept-Language", "Cookie"))
        return answer
