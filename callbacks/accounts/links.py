"""One-time links over HTTP: ``/setup`` makes the first administrator, ``/join`` gives an account its password."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, Response, redirect, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from callbacks.accounts.guards import JOIN, LOGIN, SETUP
from callbacks.accounts.office import OfficeForm
from callbacks.accounts.visitors import begin_visit
from callbacks.server import storage_faults
from datasets.store.accounts.accounts import (
    Account,
    AccountError,
    Accounts,
    LastAdministratorError,
    NameTakenError,
    UnusableNameError,
)
from datasets.store.accounts.attempts import TooManyFailuresError
from datasets.store.accounts.links import AccountLinks, LinkError
from datasets.store.accounts.passwords import WeakPasswordError
from datasets.store.model import StoreUnavailableError
from datasets.store.office import OfficeError
from geodata.region import Region
from layouts.account_pages.form_page import note_page, wait_text
from layouts.account_pages.setup import password_page, setup_page
from layouts.page_paths import PagePath
from locales import say

Page = Callable[[int, str], Response]


@dataclass(frozen=True)
class LinkRoutes:
    """The pages of the links of a store; the title of ``region`` stands in their bar."""

    accounts: Accounts
    links: AccountLinks
    region: Region
    office: OfficeForm

    def register(self, server: Flask) -> None:
        """Serve both pages."""
        server.add_url_rule(SETUP, "setup", self.show_setup)
        server.add_url_rule(SETUP, "try_setup", self.set_up, methods=["POST"])
        server.add_url_rule(JOIN, "join", self.show_join)
        server.add_url_rule(JOIN, "try_join", self.choose_password, methods=["POST"])

    def show_setup(self, status: int = 200, message: str = "") -> Response:
        """The form of the first administrator."""

        def form() -> Response:
            self.links.check_setup(_secret(), _address())
            name, parts = request.form.get("name", ""), (generate_csrf(), _secret(), self.office.describe())
            return _answer(setup_page(self.region.title, SETUP, *parts, name=name, message=message), status)

        return self._open(form, say("accounts-setup"), say("accounts-new-setup-link"))

    def set_up(self) -> ResponseReturnValue:
        """Make the first administrator, who is logged in and goes on to the data; keep what is told of the office."""

        def change() -> Account:
            office, password = self.office.read(), chosen_password()
            made = self.links.set_up(_secret(), _address(), request.form.get("name", ""), password)
            self.office.save(office, made.name)
            return made

        return self._change(change, self.show_setup, PagePath.DATA)

    def show_join(self, status: int = 200, message: str = "") -> Response:
        """The form of a new password."""

        def form() -> Response:
            name = self.links.find_account(_secret(), _address()).name
            return _answer(password_page(self.region.title, JOIN, generate_csrf(), _secret(), name, message), status)

        return self._open(form, say("accounts-choose-password"), say("accounts-new-password-link"))

    def choose_password(self) -> ResponseReturnValue:
        """Give the account of the link its password, and log in."""

        def change() -> Account:
            return self.links.choose_password(_secret(), _address(), chosen_password())

        return self._change(change, self.show_join, PagePath.OVERVIEW)

    def _change(self, change: Callable[[], Account], show: Page, after: PagePath) -> ResponseReturnValue:
        """Log in whom ``change`` returns, or show the form again with what is wrong."""
        try:
            account = change()
        except StoreUnavailableError as error:
            sentence, status = storage_faults.answer(error)
            return show(status, sentence)
        except (LinkError, TooManyFailuresError):
            return show(400, "")  # which says the same, in place of the form
        except (DifferentPasswordsError, WeakPasswordError, AccountError, OfficeError) as error:
            return show(400, account_fault_text(error))
        begin_visit(self.accounts, account)
        return redirect(after, 303)

    def _open(self, form: Callable[[], Response], heading: str, remedy: str) -> Response:
        """The form, or why the link does not open it."""
        try:
            return form()
        except LinkError as error:
            return self._note(say("accounts-link-faults", fault=error.fault), remedy, 410)
        except TooManyFailuresError as error:
            answer = self._note(wait_text(error.seconds), remedy, 429)
            answer.headers["Retry-After"] = str(error.seconds)
            return answer
        except StoreUnavailableError as error:
            sentence, status = storage_faults.answer(error)
            return self._note(sentence, heading, status)

    def _note(self, message: str, remedy: str, status: int) -> Response:
        return _answer(
            note_page(self.region.title, say("accounts-bad-link"), message, remedy, LOGIN, say("accounts-to-login")),
            status,
        )


class DifferentPasswordsError(ValueError):
    """What was typed twice is not the same."""


def account_fault_text(error: Exception) -> str:
    """What is wrong with a new password or a new account, and what to do."""
    if isinstance(error, DifferentPasswordsError):
        return say("accounts-different")
    if isinstance(error, WeakPasswordError):
        return say("accounts-weak", key=error.fault)
    if isinstance(error, OfficeError):
        return say("accounts-office-faults", fault=error.fault)
    if isinstance(error, NameTakenError):
        return say("accounts-name-taken")
    if isinstance(error, UnusableNameError):
        return say("accounts-bad-name")
    return (
        say("accounts-last-administrator")
        if isinstance(error, LastAdministratorError)
        else say("accounts-no-such-account")
    )


def chosen_password() -> str:
    """The password that was typed twice. Raises DifferentPasswordsError."""
    password = request.form.get("password", "")
    if password != request.form.get("again", ""):
        raise DifferentPasswordsError
    return password


def _secret() -> str:
    return request.values.get("link", "")


def _address() -> str:
    return request.remote_addr or ""


def _answer(page: str, status: int) -> Response:
    return Response(page, status, {"Cache-Control": "no-store"}, "text/html")
