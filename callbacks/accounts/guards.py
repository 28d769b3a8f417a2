"""Who asks: logging in and out, who may read, and the guards of every change.

A change needs an account, a token that only our own pages know, and must not come from another site.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, g, jsonify, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_user
from flask_wtf.csrf import CSRFError, CSRFProtect, generate_csrf
from werkzeug.exceptions import MethodNotAllowed, RequestEntityTooLarge

from callbacks.server import storage_faults
from callbacks.server.body_limits import declare_body, declared_body, largest_body
from callbacks.server.responses import refusal
from datasets.store.accounts.accounts import Account, Accounts, Right
from datasets.store.accounts.attempts import TooManyFailuresError, network_of
from datasets.store.accounts.sessions import LASTING
from datasets.store.model import StoreUnavailableError
from layouts.frame.login import login_page
from layouts.words.messages import accounts as words

LOGIN, LOGOUT, ACCOUNT = "/login", "/logout", "/account"
_READS_ONLY = "/_dash-update-component"  # asks for content with POST; changes go elsewhere
# Endpoints that answer everybody.
_WITHOUT_ACCOUNT = {"login", "try_login", "logout", "health", "ready", "_dash_assets.static"}
_CHANGING = {"POST", "PUT", "PATCH", "DELETE"}
_FORM_SIZE = 16 * 1024  # bytes of a form that nobody has logged in for

Parameters = ParamSpec("Parameters")
View = Callable[Parameters, ResponseReturnValue]


@dataclass(frozen=True)
class Security:
    """What the guards need: ``login_required`` for reading too; ``cookie_secure`` keeps cookies to HTTPS.

    ``public_url`` is where others find the program; empty if nobody said so.
    """

    accounts: Accounts
    secret_key: str
    login_required: bool = False
    cookie_secure: bool = False
    public_url: str = ""


@dataclass(frozen=True)
class Visitor(UserMixin):
    """Somebody who is logged in; ``secret`` is that of the session."""

    account: Account
    secret: str

    def get_id(self) -> str:
        """What the cookie holds."""
        return self.secret


def register(server: Flask, security: Security, title: str) -> None:
    """Guard every request and serve ``/login``, ``/logout`` and ``/account``; ``title`` stands on the login page.

    Comes after the pages of Dash.
    """
    server.config.update(
        SECRET_KEY=security.secret_key,
        SESSION_COOKIE_NAME="junheng_session",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=security.cookie_secure,
        PERMANENT_SESSION_LIFETIME=LASTING,
        SESSION_REFRESH_EACH_REQUEST=False,
        WTF_CSRF_TIME_LIMIT=None,  # a token is good for as long as its session
    )
    _load_visitors(server, security.accounts)
    for endpoint in ("login", "try_login", "logout"):
        declare_body(server, endpoint, _FORM_SIZE)
    _guard(server, security)
    _answer(server, security, title)


def require(right: Right) -> Callable[[View[Parameters]], View[Parameters]]:
    """A view for those with a right; others are told what they lack."""

    def decorate(view: View[Parameters]) -> View[Parameters]:
        @wraps(view)
        def guarded(*args: Parameters.args, **kwargs: Parameters.kwargs) -> ResponseReturnValue:
            account = current_account()
            if account is None:
                _expect_known()
                return refusal(words.NOT_LOGGED_IN, 401)
            if not account.role.may(right):
                return refusal(words.NEEDED[right], 403)
            return view(*args, **kwargs)

        return guarded

    return decorate


def changes_nothing(view: View[Parameters]) -> View[Parameters]:
    """A view that is asked with POST but keeps nothing: it needs no account where reading needs none."""
    view.changes_nothing = True  # type: ignore[attr-defined]
    return view


def current_account() -> Account | None:
    """The account that asks, None for a reader without one."""
    return current_user.account if current_user.is_authenticated else None


def client() -> str:
    """Who a request counts for where everybody has a share: the account, else the network that it comes from."""
    account = current_account()
    return f"account {account.name}" if account else f"address {network_of(request.remote_addr or '')}"


def body_allowance(server: Flask) -> Callable[[Mapping[str, Any]], int]:
    """How long the body of a request may be, from its headers alone: the guards would refuse what is longer."""

    def allowance(environ: Mapping[str, Any]) -> int:
        with server.request_context(dict(environ)):
            return largest_body(current_account)

    return allowance


def _load_visitors(server: Flask, accounts: Accounts) -> None:
    manager = LoginManager(server)
    manager.session_protection = None  # a laptop that moves from one network to another stays logged in

    @manager.user_loader
    def visitor(secret: str) -> Visitor | None:
        try:
            account = accounts.of_session(secret)
        except StoreUnavailableError as error:
            g.unknown_visitor = error
            return None
        return None if account is None else Visitor(account, secret)


def _expect_known() -> None:
    """Raise StoreUnavailableError where the store could not say whether somebody is logged in."""
    if "unknown_visitor" in g:
        raise g.unknown_visitor


def _guard(server: Flask, security: Security) -> None:
    marked = {name for name, view in server.view_functions.items() if hasattr(view, "changes_nothing")}
    reading = {_READS_ONLY} | marked

    @server.before_request
    def keep_other_sites_out() -> ResponseReturnValue | None:
        return refusal(words.FOREIGN, 403) if request.method in _CHANGING and _is_foreign() else None

    @server.before_request
    def ask_to_log_in() -> ResponseReturnValue | None:
        if request.endpoint in _WITHOUT_ACCOUNT:
            return None
        if isinstance(request.routing_exception, MethodNotAllowed):
            return None  # nobody may: who asks is no matter
        changes = request.method in _CHANGING and request.endpoint not in reading
        if not (changes or security.login_required) or current_user.is_authenticated:
            return None
        _expect_known()
        if _is_page():
            return redirect(f"{LOGIN}?{urlencode({'next': request.full_path.rstrip('?')})}")
        return refusal(words.NOT_LOGGED_IN, 401)

    @server.before_request
    def keep_long_bodies_out() -> ResponseReturnValue | None:
        request.max_content_length = largest_body(current_account)
        if (request.content_length or 0) <= request.max_content_length:
            return None
        if (request.content_length or 0) <= declared_body():
            return refusal(words.NEEDED[Right.IMPORT], 403)
        return refusal(words.TOO_LONG, 413)

    protection = CSRFProtect(server)
    for endpoint in reading:
        protection.exempt(server.view_functions[endpoint])


def _answer(server: Flask, security: Security, title: str) -> None:
    def page(status: int = 200, message: str = "", name: str = "") -> Response:
        after = _own_path(request.values.get("next", ""))
        body = login_page(
            title,
            LOGIN,
            generate_csrf(),
            after,
            name=name,
            message=message,
            reading_is_open=not security.login_required,
        )
        return Response(body, status, {"Cache-Control": "no-store"}, "text/html")

    @server.get(LOGIN)
    def login() -> ResponseReturnValue:
        return redirect(_own_path(request.args.get("next", ""))) if current_user.is_authenticated else page()

    @server.post(LOGIN)
    def try_login() -> ResponseReturnValue:
        name, password = request.form.get("name", ""), request.form.get("password", "")
        try:
            account = security.accounts.log_in(name, password, request.remote_addr or "")
            visitor = Visitor(account, security.accounts.begin_session(account)) if account else None
        except TooManyFailuresError as error:
            told = page(429, words.wait_text(error.seconds), name)
            told.headers["Retry-After"] = str(error.seconds)
            return told
        except StoreUnavailableError as error:
            sentence, status = storage_faults.answer(error)
            return page(status, sentence, name)
        if visitor is None:
            return page(401, words.WRONG, name)
        session.clear()  # whatever was signed before somebody logged in counts no longer
        session.permanent = True
        login_user(visitor)
        return redirect(_own_path(request.form.get("next", "")), 303)

    @server.post(LOGOUT)
    def logout() -> ResponseReturnValue:
        try:
            if current_user.is_authenticated:
                security.accounts.end_session(current_user.get_id())
            _expect_known()  # else the session would go on while the page says that it ended
        except StoreUnavailableError as error:
            sentence, status = storage_faults.answer(error)
            return page(status, sentence)
        session.clear()
        return redirect("/", 303)

    @server.get(ACCOUNT)
    def account() -> Response:
        answer = jsonify(_told(current_account()))
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.errorhandler(CSRFError)
    def token_is_wrong(_error: CSRFError) -> Response:
        return page(400, words.OUT_OF_DATE) if _is_form() else refusal(words.OUT_OF_DATE, 400)

    @server.errorhandler(RequestEntityTooLarge)
    def too_long(_error: RequestEntityTooLarge) -> Response:
        return refusal(words.TOO_LONG, 413)


def _told(account: Account | None) -> dict[str, Any]:
    if account is None:
        return {"name": None, "role": None, "may": [], "csrf_token": None}
    return {"name": account.name, "role": account.role, "may": account.role.rights, "csrf_token": generate_csrf()}


def _is_foreign() -> bool:
    """Whether the browser says that another site's page sends this; one that says nothing is no page's script."""
    origin = request.headers.get("Origin")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return True
    return origin is not None and urlsplit(origin).netloc.lower() != request.host.lower()


def _is_page() -> bool:
    """Whether a person would see the answer, not a script."""
    if request.method != "GET" or request.path.startswith(("/api/", "/_dash", ACCOUNT)):
        return False
    return request.endpoint in {"/", "/<path:path>"} or "text/html" in request.headers.get("Accept", "")


def _is_form() -> bool:
    return request.endpoint in {"try_login", "logout"}


def _own_path(path: str) -> str:
    """``path`` if it leads to a page of ours, else the first page. Browsers read a backslash as a slash."""
    own = path.startswith("/") and not path.startswith("//") and path.isprintable() and "\\" not in path
    return path if own and urlsplit(path).path not in {LOGIN, LOGOUT, ACCOUNT} else "/"
