"""Accounts on the command line, and the link that sets up the first in a browser. A password is never an argument."""

import getpass
from collections.abc import Callable
from datetime import timedelta
from typing import TextIO

import click

from callbacks.accounts.guards import SETUP
from callbacks.commands.errors import Command, Commands
from datasets.store.accounts.accounts import AccountRole, Accounts
from datasets.store.accounts.links import SETUP_LIFETIME, AccountLinks, AdministratorExistsError
from locales import say

_role = click.Choice([*map(str, AccountRole)])
_password_file = click.option(
    "--password-file", type=click.File("r", encoding="utf-8"), help="File with the password; - reads it from stdin."
)


def account_commands(accounts: Callable[[], Accounts]) -> click.Group:
    """The group ``account``; ``accounts`` opens those of the store when a command needs them."""

    @click.group("account", cls=Commands)
    def group() -> None:
        """Make accounts and change them."""

    @group.command("add")
    @click.argument("name")
    @click.option("--role", type=_role, required=True, help="What it may do: import, publish, administer.")
    @_password_file
    def add(name: str, role: str, password_file: TextIO | None) -> None:
        """Make the account NAME."""
        made = accounts().add(name, _read_password(password_file), AccountRole(role), _shell_user())
        click.echo(f"{made.name}: {made.role}")

    @group.command("password")
    @click.argument("name")
    @_password_file
    def password(name: str, password_file: TextIO | None) -> None:
        """Change the password of NAME, end its sessions and unlock it."""
        known = accounts().find(name).name
        accounts().set_password(known, _read_password(password_file), _shell_user())
        click.echo(f"{known}: password changed")

    @group.command("role")
    @click.argument("name")
    @click.argument("role", type=_role)
    def role(name: str, role: str) -> None:
        """Change what NAME may do."""
        accounts().set_role(name, AccountRole(role), _shell_user())
        click.echo(f"{name}: {role}")

    for word, active in (("activate", True), ("deactivate", False)):
        group.add_command(_make_switch_command(accounts, word, active))

    @group.command("list")
    def list_() -> None:
        """Every account with its role."""
        for each in accounts().all():
            without = "" if each.has_password else ", no password yet"
            click.echo(f"{each.name}: {each.role}{without if each.active else ', deactivated'}")

    return group


def setup_command(accounts: Callable[[], Accounts], site: Callable[[], str]) -> click.Command:
    """The command ``setup``; ``accounts`` as above, ``site`` is where others find the program, or ""."""

    @click.command("setup", cls=Command)
    @click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True, help="Of the server.")
    @click.option("--port", envvar="PORT", default=8050, show_default=True, help="Of the server.")
    def setup(host: str, port: int) -> None:
        """Make a one-time link that sets up the administrator, whether or not the server runs."""
        for line in _write_setup_lines(accounts(), site() or f"http://{host}:{port}"):
            click.echo(line)

    return setup


def offer_setup(accounts: Accounts, site: str) -> tuple[str, ...]:
    """A new one-time link as the console says it; nothing where there is an administrator."""
    try:
        return _write_setup_lines(accounts, site)
    except AdministratorExistsError:
        return ()


def _write_setup_lines(accounts: Accounts, site: str) -> tuple[str, ...]:
    address = f"{site}{SETUP}?link={AccountLinks(accounts).make_for_setup(_shell_user())}"
    return say("accounts-setup-lines", hours=SETUP_LIFETIME // timedelta(hours=1)), f"  {address}"


def _make_switch_command(accounts: Callable[[], Accounts], word: str, active: bool) -> click.Command:
    @click.command(word, cls=Command, help=f"{word.capitalize()} NAME.")
    @click.argument("name")
    def switch(name: str) -> None:
        accounts().set_active(name, active, _shell_user())
        click.echo(f"{name}: {word}d")

    return switch


def _read_password(file: TextIO | None) -> str:
    """The first line of the file, else what is typed, twice the same and unseen."""
    if file is None:
        typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return typed
    try:
        return file.readline().rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise click.BadParameter("expected a text file in UTF-8", param_hint="--password-file") from error


def _shell_user() -> str:
    """Who the trail names: the user of the computer, as there is no account yet that could."""
    try:
        return f"{getpass.getuser()} (command line)"
    except (KeyError, OSError):  # a container's number without a name
        return "command line"
