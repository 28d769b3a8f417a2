"""The commands that serve the atlas, and that load everything only to check it."""

import ctypes
import gc
import sys
from collections.abc import Callable
from contextlib import suppress

import click
from flask import Flask

from callbacks.accounts import guards
from callbacks.commands.errors import Command
from callbacks.server import web_server
from datasets.city.city import City

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


def serve_command(wsgi: Callable[[], Flask]) -> click.Command:
    """The command ``serve``; ``wsgi`` builds the application when it is called."""

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
        click.echo(f"Junheng Atlas on http://{host}:{port}")
        server.run()

    return serve


def _share_memory_among_threads() -> None:
    """Have glibc keep one heap: with one a thread, each keeps what was freed in it, 20 MiB that no other takes."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another library of C
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def check_command(load_city: Callable[[], City]) -> click.Command:
    """The command ``check``; ``load_city`` loads everything when it is called."""

    @click.command("check", cls=Command)
    def check() -> None:
        """Load everything, say what was found, and stop."""
        city = load_city()
        for repair in city.geography.repairs:
            click.echo(f"counties {repair}")
        for dataset in city.datasets.values():
            values = sum(len(records) for records in dataset.records.values())
            click.echo(
                f"{dataset.id}: {len(dataset.records)} indicators, {values} values, "
                f"{len(dataset.facilities)} facilities"
            )

    return check
