"""The page of accounts over HTTP, ``/accounts``: one's own password, and for administrators everybody's account."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Flask, Response, flash, get_flashed_messages, redirect, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from callbacks.accounts.guards import ACCOUNTS, JOIN, LOGIN, LackingRightError, check_right
from callbacks.accounts.links import DifferentPasswordsError, account_fault_text, chosen_password
from callbacks.accounts.office import OfficeForm
from callbacks.accounts.visitors import begin_visit, current_account, raise_visitor_fault
from callbacks.server.responses import refusal
from datasets.store.accounts.accounts import (
    Account,
    AccountError,
    AccountRole,
    Accounts,
    Right,
)
from datasets.store.accounts.attempts import TooManyFailuresError
from datasets.store.accounts.links import AccountLinks
from datasets.store.accounts.passwords import WeakPasswordError
from datasets.store.office import OfficeError
from geodata.region import Region
from layouts.account_pages.form_page import wait_text
from layouts.account_pages.management import AccountAction, Shown, accounts_page
from locales import say


@dataclass(frozen=True)
class AccountRoutes:
    """The page over the accounts of a store; the title of ``region`` stands in its bar."""

    accounts: Accounts
    links: AccountLinks
    region: Region
    office: OfficeForm

    def register(self, server: Flask) -> None:
        """Serve the page."""
        server.add_url_rule(ACCOUNTS, "accounts", self.show)
        server.add_url_rule(ACCOUNTS, "change_accounts", self.change, methods=["POST"])

    def show(
        self,
        status: int = 200,
        refused: dict[AccountAction, str] | None = None,
        link: str = "",
        link_for: str = "",
    ) -> ResponseReturnValue:
        """The page, for whoever is logged in."""
        account = current_account()
        if account is None:
            raise_visitor_fault()
            return redirect(f"{LOGIN}?{urlencode({'next': ACCOUNTS})}")
        people = self.accounts.all() if account.role.may(Right.ADMINISTER) else []
        done = [str(text) for text in get_flashed_messages()]
        shown = Shown(account, generate_csrf(), self.office.describe(), people, done, refused or {}, link, link_for)
        return Response(accounts_page(self.region.title, shown), status, {"Cache-Control": "no-store"}, "text/html")

    def show_stale(self, status: int, message: str) -> ResponseReturnValue:
        """The page again, as a form of it was out of date."""
        return self.show(status, {AccountAction.ROLE: message})

    def change(self) -> ResponseReturnValue:
        """Do what a form of the page asks for, or show the page again with what is wrong."""
        try:
            action, role = (
                AccountAction(request.form.get("action", "")),
                AccountRole(request.form.get("role", "viewer")),
            )
        except ValueError:
            return refusal(say("accounts-out-of-date"), 400)
        try:
            check_right(Right.READ if action is AccountAction.PASSWORD else Right.ADMINISTER)
            return self._do(action, role)
        except LackingRightError as error:
            return refusal(error.message, error.status)
        except TooManyFailuresError as error:
            return self.show(429, {action: wait_text(error.seconds)})
        except WrongPasswordError:
            return self.show(400, {action: say("accounts-wrong-old")})
        except (DifferentPasswordsError, WeakPasswordError, AccountError, OfficeError) as error:
            return self.show(400, {action: account_fault_text(error)})

    def _do(self, action: AccountAction, role: AccountRole) -> ResponseReturnValue:
        who = current_account()
        assert who is not None, "checked before"  # noqa: S101
        if action is AccountAction.PASSWORD:
            return self._change_own_password(who)
        if action is AccountAction.OFFICE:
            self.office.save(self.office.read(), who.name)
            flash(say("accounts-office-saved"))
            return redirect(ACCOUNTS, 303)
        name = request.form.get("name", "")
        if action is AccountAction.INVITE:
            name = self.accounts.invite(name, role, who.name).name
        if action in {AccountAction.INVITE, AccountAction.LINK}:
            link = f"{self.office.site()}{JOIN}?link={self.links.make_for_password(name, who.name)}"
            return self.show(link=link, link_for=name)
        if action is AccountAction.ROLE:
            self.accounts.set_role(name, role, who.name)
        else:
            self.accounts.set_active(name, action is AccountAction.ACTIVATE, who.name)
        flash(say("accounts-changed", name=name, action=action, role=role))
        return redirect(ACCOUNTS, 303)

    def _change_own_password(self, who: Account) -> ResponseReturnValue:
        password = chosen_password()
        if self.accounts.log_in(who.name, request.form.get("old", ""), request.remote_addr or "") is None:
            raise WrongPasswordError
        self.accounts.set_password(who.name, password, who.name)
        begin_visit(self.accounts, who)  # the other sessions ended with the password
        flash(say("accounts-password-changed"))
        return redirect(ACCOUNTS, 303)


class WrongPasswordError(Exception):
    """The password that somebody has now was not typed right."""
