"""The program's web server in a thread of the tests' own process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from waitress import wasyncore

from callbacks.server.web_server import Allowance, LimitedServer, create_server
from tests.waiting import GUARD


@contextmanager
def served_in_thread(application: Callable[..., Any], allowance: Allowance) -> Iterator[LimitedServer]:
    """A server of a WSGI application on a free port."""
    server = create_server(application, allowance, "127.0.0.1", 0)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.trigger.pull_trigger(lambda: _close_all(server))
        thread.join(GUARD)
        server.task_dispatcher.shutdown()


def _close_all(server: LimitedServer) -> None:
    """End its loop, which runs as long as it has a socket."""
    for channel in server.channels():
        channel.discarding = True
        channel.handle_close()
    wasyncore.close_all(server._map)
