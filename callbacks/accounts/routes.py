"""Log in and out, and say who is logged in: ``/login``, ``/logout`` and ``/account``. Puts all of accounts together."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, jsonify, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import CSRFError, generate_csrf
from werkzeug.exceptions import RequestEntityTooLarge

from callbacks.accounts.guards import ACCOUNT, JOIN, LOGIN, LOGOUT, OF_LINKS, SETUP, guard_requests
from callbacks.accounts.links import LinkRoutes
from callbacks.accounts.management import AccountRoutes
from callbacks.accounts.office import OfficeForm
from callbacks.accounts.visitors import begin_visit, current_account, load_visitors, raise_visitor_fault
from callbacks.server import storage_faults
from callbacks.server.body_limits import declare_body_limit
from callbacks.server.responses import refusal
from datasets.store.accounts.accounts import SESSION_LIFETIME, Account, Accounts
from datasets.store.accounts.attempts import TooManyFailuresError
from datasets.store.accounts.links import AccountLinks
from datasets.store.model import StoreUnavailableError
from datasets.store.office import LARGEST_LOGO, Offices
from geodata.region import Region
from layouts.account_pages.form_page import wait_text
from layouts.account_pages.login import login_page
from locales import say

Form = Callable[[int, str], ResponseReturnValue]
_FORM_BYTES = 16 * 1024  # of a form that nobody has logged in for


@dataclass(frozen=True)
class Security:
    """Settings of the guards: ``login_required`` for reading too; ``cookie_secure`` keeps cookies to HTTPS.

    ``public_url`` is where others find the program, as the environment says; empty if it says nothing.
    """

    accounts: Accounts
    secret_key: str
    login_required: bool = False
    cookie_secure: bool = False
    public_url: str = ""

    @cached_property
    def office(self) -> OfficeForm:
        """The office of the store."""
        return OfficeForm(Offices(self.accounts.database, self.accounts.now), self.public_url)


def register(server: Flask, security: Security, region: Region) -> None:
    """Guard every request and serve ``/login``, ``/logout`` and ``/account``, under the title of ``region``.

    Comes after the pages of Dash.
    """
    server.config.update(
        SECRET_KEY=security.secret_key,
        SESSION_COOKIE_NAME="junheng_session",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=security.cookie_secure,
        PERMANENT_SESSION_LIFETIME=SESSION_LIFETIME,
        SESSION_REFRESH_EACH_REQUEST=False,
        WTF_CSRF_TIME_LIMIT=None,  # a token is good for as long as its session
    )
    load_visitors(server, security.accounts)
    for endpoint in ("login", "try_login", "logout", *OF_LINKS):
        declare_body_limit(server, endpoint, _FORM_BYTES)
    declare_body_limit(server, "try_setup", LARGEST_LOGO + _FORM_BYTES)
    guard_requests(server, security.login_required)
    links, office = AccountLinks(security.accounts), security.office
    opened = LinkRoutes(security.accounts, links, region, office)
    managed = AccountRoutes(security.accounts, links, region, office)
    office.register(server)
    opened.register(server)
    managed.register(server)
    forms: dict[str, Form] = {
        "try_setup": opened.show_setup,
        "try_join": opened.show_join,
        "change_accounts": managed.show_stale,
    }
    _register_routes(server, security, region, forms)


def _register_routes(server: Flask, security: Security, region: Region, others: dict[str, Form]) -> None:
    """``others`` show the forms of further endpoints again, with a status and what was wrong."""

    def page(status: int = 200, message: str = "", name: str = "") -> Response:
        after = _own_path(request.values.get("next", ""))
        body = login_page(
            region.title,
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
            if account is None:
                return page(401, say("accounts-wrong"), name)
            begin_visit(security.accounts, account)
        except TooManyFailuresError as error:
            answer = page(429, wait_text(error.seconds), name)
            answer.headers["Retry-After"] = str(error.seconds)
            return answer
        except StoreUnavailableError as error:
            sentence, status = storage_faults.answer(error)
            return page(status, sentence, name)
        return redirect(_own_path(request.form.get("next", "")), 303)

    @server.post(LOGOUT)
    def logout() -> ResponseReturnValue:
        try:
            if current_user.is_authenticated:
                security.accounts.end_session(current_user.get_id())
            raise_visitor_fault()  # else the session would go on while the page says that it ended
        except StoreUnavailableError as error:
            sentence, status = storage_faults.answer(error)
            return page(status, sentence)
        session.clear()
        return redirect("/", 303)

    @server.get(ACCOUNT)
    def account() -> Response:
        answer = jsonify(_describe_account(current_account()))
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.errorhandler(CSRFError)
    def token_is_wrong(_error: CSRFError) -> ResponseReturnValue:
        forms: dict[str, Form] = {"try_login": page, "logout": page, **others}
        show = forms.get(request.endpoint or "")
        return show(400, say("accounts-out-of-date")) if show else refusal(say("accounts-out-of-date"), 400)

    @server.errorhandler(RequestEntityTooLarge)
    def too_long(_error: RequestEntityTooLarge) -> Response:
        return refusal(say("accounts-too-long"), 413)


def _describe_account(account: Account | None) -> dict[str, Any]:
    if account is None:
        return {"name": None, "role": None, "may": [], "csrf_token": None}
    return {"name": account.name, "role": account.role, "may": account.role.rights, "csrf_token": generate_csrf()}


def _own_path(path: str) -> str:
    """``path`` if it leads to a page of ours, else the first page. Browsers read a backslash as a slash."""
    own = path.startswith("/") and not path.startswith("//") and path.isprintable() and "\\" not in path
    return path if own and urlsplit(path).path not in {LOGIN, LOGOUT, ACCOUNT, SETUP, JOIN} else "/"
