"""Guard requests: who may read, and what every change needs.

A change needs an account with the right, a token that only our own pages know, and must not come from another site.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec
from urllib.parse import urlencode, urlsplit

from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import CSRFError, CSRFProtect, validate_csrf
from werkzeug.exceptions import MethodNotAllowed

from callbacks.accounts.visitors import current_account, raise_visitor_fault
from callbacks.server.body_limits import declared_body_limit, find_body_limit
from callbacks.server.responses import refusal
from datasets.store.accounts.accounts import Right
from locales import say

LOGIN, LOGOUT, ACCOUNT = "/login", "/logout", "/account"
SETUP, JOIN = "/setup", "/join"  # what one-time links open
ACCOUNTS = "/accounts"
_DASH_UPDATE = "/_dash-update-component"  # asks for content with POST; callbacks that change something check for it
OF_LINKS = ("setup", "try_setup", "join", "try_join")  # endpoints that a one-time link opens
_LOGIN = ("login", "try_login", "logout", "_dash_assets.static", "office_logo")  # what the page of the login needs
_FORMS = ("download_template", "download_example")  # what a new office fills in before it has an account
_WITHOUT_ACCOUNT = {*_LOGIN, *OF_LINKS, *_FORMS, "health", "ready"}  # endpoints for everybody
_CHANGING = {"POST", "PUT", "PATCH", "DELETE"}

Parameters = ParamSpec("Parameters")
View = Callable[Parameters, ResponseReturnValue]


def guard_requests(server: Flask, login_required: bool) -> None:
    """Check every request before its view: its site, its account, the length of its body and its token.

    With ``login_required`` reading needs an account too. Comes after the registration of all views.
    """

    @server.before_request
    def keep_other_sites_out() -> ResponseReturnValue | None:
        return refusal(say("accounts-foreign"), 403) if request.method in _CHANGING and _is_foreign() else None

    @server.before_request
    def ask_to_log_in() -> ResponseReturnValue | None:
        if request.endpoint in _WITHOUT_ACCOUNT:
            return None
        if isinstance(request.routing_exception, MethodNotAllowed):
            return None  # nobody may: who asks is no matter
        changes = request.method in _CHANGING and request.endpoint != _DASH_UPDATE
        if not (changes or login_required) or current_user.is_authenticated:
            return None
        raise_visitor_fault()
        if _is_page():
            return redirect(f"{LOGIN}?{urlencode({'next': request.full_path.rstrip('?')})}")
        return refusal(say("accounts-not-logged-in"), 401)

    @server.before_request
    def keep_long_bodies_out() -> ResponseReturnValue | None:
        length = request.content_length or 0
        request.max_content_length = find_body_limit(current_account)
        if length <= request.max_content_length:
            return None
        if length <= declared_body_limit():
            return refusal(say("accounts-needed", key=Right.IMPORT), 403)
        return refusal(say("accounts-too-long"), 413)

    CSRFProtect(server).exempt(server.view_functions[_DASH_UPDATE])


class LackingRightError(Exception):
    """Who asks may not do what is asked: why, and the status of an answer."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.message, self.status = message, status


def check_right(right: Right) -> None:
    """Raise LackingRightError unless the account that asks has a right."""
    account = current_account()
    if account is None:
        raise_visitor_fault()
        raise LackingRightError(say("accounts-not-logged-in"), 401)
    if not account.role.may(right):
        raise LackingRightError(say("accounts-needed", key=right), 403)


def check_token(token: str) -> None:
    """What a callback that changes something has in place of the header: raise CSRFError unless our page sent it."""
    try:
        validate_csrf(token)
    except ValueError as error:  # what is wrong with it
        raise CSRFError(str(error)) from error


def require(right: Right) -> Callable[[View[Parameters]], View[Parameters]]:
    """Let only accounts with a right use a view; others are told what they lack."""

    def decorate(view: View[Parameters]) -> View[Parameters]:
        @wraps(view)
        def guarded(*args: Parameters.args, **kwargs: Parameters.kwargs) -> ResponseReturnValue:
            try:
                check_right(right)
            except LackingRightError as error:
                return refusal(error.message, error.status)
            return view(*args, **kwargs)

        return guarded

    return decorate


def body_allowance(server: Flask) -> Callable[[Mapping[str, Any]], int]:
    """How long the body of a request may be, from its headers alone: the guards would refuse what is longer."""

    def allowance(environ: Mapping[str, Any]) -> int:
        with server.request_context(dict(environ)):
            return find_body_limit(current_account)

    return allowance


def _is_foreign() -> bool:
    """Whether the browser says that another site's page sends this; one that says nothing is no page's script."""
    origin = request.headers.get("Origin")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return True
    return origin is not None and urlsplit(origin).netloc.lower() != request.host.lower()


def _is_page() -> bool:
    """Whether a person would see the answer, not a script."""
    if request.method != "GET" or request.path.startswith(("/api/", "/_dash")) or request.path == ACCOUNT:
        return False
    return request.endpoint in {"/", "/<path:path>"} or "text/html" in request.headers.get("Accept", "")
