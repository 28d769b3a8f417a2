"""The commands that serve the atlas, and that load everything only to check it."""

import ctypes
import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

import click
from flask import Flask

from callbacks.accounts import guards
from callbacks.commands.errors import Command
from callbacks.readiness.checks import Machine, ReadinessChecks
from callbacks.server import web_server
from datasets.city.city import City
from datasets.readiness.model import CheckLine, CheckState
from layouts.words.meeting import readiness as words
from locales import say

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


def serve_command(wsgi: Callable[[], Flask], greet: Callable[[str], Sequence[str]]) -> click.Command:
    """The command ``serve``; ``wsgi`` builds the application when it is called.

    ``greet`` returns what else the console says of a server at an address.
    """

    @click.command("serve", cls=Command)
    @click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
    @click.option("--port", envvar="PORT", default=8050, show_default=True)
    def serve(host: str, port: int) -> None:
        """Serve the atlas."""
        _share_memory_among_threads()
        gc.disable()  # what is loaded now stays: to look through it for garbage takes a fifth of the start
        try:
            application = wsgi()
            gc.freeze()
        finally:
            gc.enable()
        try:
            server = web_server.create_server(application, guards.body_allowance(application), host, port)
        except (OSError, ValueError) as error:  # the port is taken, or the host is no address
            reason = error.strerror if isinstance(error, OSError) else error
            raise click.ClickException(f"{host}:{port}: {reason}; choose another with HOST and PORT") from error
        for start_thread in application.extensions.get("background", ()):
            start_thread()
        for line in (f"Junheng Atlas on http://{host}:{port}", *greet(f"http://{host}:{port}")):
            click.echo(line)
        server.run()

    return serve


def _share_memory_among_threads() -> None:
    """Have glibc keep one heap: with one a thread, each keeps what was freed in it, 20 MiB that no other takes."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another library of C
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def check_command(load_city: Callable[[], City], describe_machine: Callable[[], Machine]) -> click.Command:
    """The command ``check``; ``load_city`` loads everything and ``describe_machine`` tells of the rest, when called."""

    @click.command("check", cls=Command)
    def check() -> None:
        """Load everything, check what a meeting needs, say what was found, and stop."""
        checks = ReadinessChecks(describe_machine())
        try:
            city = load_city()
        except SystemExit as fault:
            _echo_lines([words.program_fault(str(fault)), *checks.run_without_city()])
            raise
        for repair in city.geography.repairs:
            click.echo(f"counties {repair}")
        for dataset in city.datasets.values():
            values = sum(len(records) for records in dataset.records.values())
            click.echo(
                f"{dataset.id}: {len(dataset.records)} indicators, {values} values, "
                f"{len(dataset.facilities)} facilities"
            )
        lines = checks.run(city)
        _echo_lines(lines)
        if any(line.state is CheckState.FAILED for line in lines):
            sys.exit(1)

    return check


def _echo_lines(lines: Sequence[CheckLine]) -> None:
    click.echo(words.summary(lines))
    for line in lines:
        told = say("list-facts").join(filter(None, (line.text, line.remedy, line.where)))
        click.echo(f"{say('readiness-state', state=line.state)}\u3000{say('list-named', name=line.subject, text=told)}")
