"""Who sends a request: the account of the session, or the network of a reader without one."""

from dataclasses import dataclass

from flask import Flask, g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user

from datasets.store.accounts.accounts import Account, Accounts
from datasets.store.accounts.attempts import network_of
from datasets.store.model import (
    StoreUnavailableError,
)


@dataclass(frozen=True)
class Visitor(UserMixin):
    """Somebody who is logged in; ``secret`` is that of the session."""

    account: Account
    secret: str

    def get_id(self) -> str:
        """What the cookie holds."""
        return self.secret


def load_visitors(server: Flask, accounts: Accounts) -> None:
    """Have Flask-Login find the visitor of every request."""
    manager = LoginManager(server)
    manager.session_protection = None  # a laptop that moves from one network to another stays logged in

    @manager.user_loader
    def load_visitor(secret: str) -> Visitor | None:
        try:
            account = accounts.find_by_session(secret)
        except StoreUnavailableError as error:
            g.visitor_fault = error
            return None
        return None if account is None else Visitor(account, secret)


def begin_visit(accounts: Accounts, account: Account) -> None:
    """Log somebody in: whatever was signed before counts no longer. Raises StoreUnavailableError."""
    visitor = Visitor(account, accounts.begin_session(account))
    session.clear()
    session.permanent = True
    login_user(visitor)


def raise_visitor_fault() -> None:
    """Raise StoreUnavailableError if the store could not say whether somebody is logged in."""
    if "visitor_fault" in g:
        raise g.visitor_fault


def current_account() -> Account | None:
    """The account that sends the request, None for a reader without one."""
    return current_user.account if current_user.is_authenticated else None


def identify_client() -> str:
    """Who a request counts for where everybody has a share: the account, else the network that it comes from."""
    account = current_account()
    return f"account {account.name}" if account else f"address {network_of(request.remote_addr or '')}"


def account_name() -> str:
    """Who asks; empty for a reader without an account."""
    account = current_account()
    return account.name if account else ""
