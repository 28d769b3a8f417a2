"""The web server: waitress with limits on connections, slow clients and unexpected request bodies.

waitress receives requests in one thread that never waits, and hands whole ones to a few threads that answer. So what
is idle or slow costs no thread, only a place among the connections, and a place is never held for good: whoever is
slower than ``SLOWEST`` is cut off, and when all places are taken the address with the most gives up one.

A body that is more than memory holds waits unread until the application was asked, from the headers alone, how much it
takes; one that is longer is never received, and the application answers it by its length.
"""

import logging
import math
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BytesIO
from socket import SHUT_WR
from threading import RLock
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import MultiSocketServer, TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

THREADS = 12  # that answer: files hold four of them at most, pictures four, writers who wait for the store three
CONNECTIONS = 1000  # open at once
_CONNECTIONS_OF_SELECT = 400  # Windows: select() takes 512 sockets, some of which are not connections
_FILES = 200  # that the program may have open beside the connections
PATIENCE = 20  # seconds for a request to begin, for its headers, and on top of the time that the slowest may take
SLOWEST = 16 * 1024  # bytes a second, of a body and of an answer
IN_MEMORY = 64 * 1024  # bytes of a body that are taken in unasked; what is longer goes to a file
_ANSWER_IN_MEMORY = 256 * 1024  # bytes of an answer that was not fetched yet
_HEADERS = 64 * 1024  # bytes: an address may carry a whole scenario of sites
_AT_THE_DOOR = 50  # newcomers that are let in at once; so many places are kept free
_LOOK_EVERY = 2  # seconds between two looks for slow connections

Environ = Mapping[str, Any]
Allowance = Callable[[Environ], int]


class HeldBody:
    """The first bytes of a body, until it is decided whether it is taken in."""

    completed, error = False, None

    def __init__(self) -> None:
        self.bytes = b""

    def received(self, data: bytes) -> int:
        """Keep what came with the headers. There is never more: the connection is not read meanwhile."""
        self.bytes += data
        return len(data)

    def getfile(self) -> BytesIO:
        """No body is there yet."""
        return BytesIO()

    def getbuf(self) -> BytesIO:
        """What is to be closed at the end."""
        return BytesIO()


class LimitedRequest(HTTPRequestParser):
    """A request whose body, if it is more than memory holds or of unknown length, waits to be allowed."""

    body_rcv: Any
    expect_continue: bool
    body: Any = None  # what will receive the body once it is allowed
    continues = False  # whether the client waits to be told that it may send the body
    allowed = sys.maxsize  # bytes
    refused = False

    @property
    def is_held(self) -> bool:
        """Whether the body waits."""
        return isinstance(self.body_rcv, HeldBody)

    @property
    def expected(self) -> int:
        """Bytes of the body, at most."""
        return self.allowed if self.chunked else int(self.content_length)

    def parse_header(self, header_plus: bytes) -> None:
        """As before; a body that has to be asked about is held."""
        super().parse_header(header_plus)
        if self.chunked or self.content_length > IN_MEMORY:
            self.body, self.body_rcv = self.body_rcv, HeldBody()
            self.continues, self.expect_continue = self.expect_continue, False

    def received(self, data: bytes) -> int:
        """As before, and no more of a body of unknown length than is allowed."""
        consumed: int = super().received(data)
        if self.body_bytes_received > self.allowed:
            self.refuse(self.body_bytes_received)
        return consumed

    def allow(self, most: int) -> bytes:
        """Decide about the body, which may be ``most`` bytes long: what was held, to be received again."""
        held, self.body_rcv, self.allowed = self.body_rcv.bytes, self.body, most
        self.body_bytes_received = 0
        if self.content_length <= most:
            self.expect_continue = self.continues and not held
            return held
        self.refuse(self.content_length)
        return b""

    def refuse(self, length: int) -> None:
        """End the request without its body. The application is told the length, so that it gives the reason."""
        self.close()
        self.body_rcv, self.error, self.completed, self.refused = None, None, True, True
        self.headers |= {"CONTENT_LENGTH": str(length), "CONNECTION": "close"}


class BodyLimitTask:
    """A task of the threads that answer: how long the body of a request may be."""

    def __init__(self, channel: "LimitedChannel", request: LimitedRequest) -> None:
        self.channel, self.request = channel, request

    def service(self) -> None:
        """Ask the application, which may look into the store for it."""
        environ = self.channel.task_class(self.channel, self.request).get_environment()
        try:
            most = self.channel.server.allowance(environ)
        except Exception:  # it then answers the request itself, and says what is wrong
            logging.getLogger(__name__).exception("cannot tell how long a body may be; it is not taken in")
            most = 0
        self.channel.decide(self.request, most)

    def cancel(self) -> None:
        """The server ends."""
        self.channel.cancel()


class LimitedChannel(HTTPChannel):
    """A connection. Since ``begun`` it waits for its client, to send a request or fetch ``owed`` bytes of an answer."""

    parser_class = LimitedRequest
    refused = False  # whether the body of the last request was
    serving = False  # whether a thread is at an answer, until it is known what is owed of it
    discarding = False  # what the client goes on sending nevertheless

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.requests_lock = RLock()  # what was held is received while it is decided upon
        self.begun, self.owed = self.creation_time, 0

    def due(self) -> float:
        """When it is cut off. Nobody is hurried while the server is at it."""
        if self.serving or self.requests or (self.request is not None and self.request.is_held):
            return math.inf
        expected = self.owed if self.request is None else self.request.expected
        return float(self.begun + PATIENCE + expected / SLOWEST)

    def readable(self) -> bool:
        """Not while a body is held."""
        held = self.request is not None and self.request.is_held
        return self.discarding or (not held and super().readable())

    def received(self, data: bytes) -> bool:
        """As before; has the application asked about a body that is held."""
        if self.discarding:
            return False
        if self.request is None:
            self.begun = time.time()
        taken: bool = super().received(data)
        if self.request is not None and self.request.is_held:
            self.server.add_task(BodyLimitTask(self, self.request))
        return taken

    def decide(self, request: LimitedRequest, most: int) -> None:
        """Take in the body of a request of up to ``most`` bytes, or have the application refuse it."""
        with self.requests_lock:
            self.begun = time.time()
            held = request.allow(most)
            if request.completed:
                self.request = None
                self.requests.append(request)
                if len(self.requests) == 1:
                    self.server.add_task(self)
            elif held:
                self.received(held)
            elif request.expect_continue and not self.requests:
                self.send_continue()
        self.server.pull_trigger()

    def service(self) -> None:
        """As before; from here on the client has time to fetch the answer and to ask again."""
        self.serving, self.refused = True, self.requests[0].refused
        try:
            super().service()
            self.begun, self.owed = time.time(), self.total_outbufs_len
        finally:
            self.serving = False

    def handle_close(self) -> None:
        """As before; but a client that still sends a refused body would lose the answer with the connection.

        So the way to it is closed first, and what it sends is thrown away until it ends or is due (RFC 9112, 9.6).
        """
        if not self.refused or self.discarding or not self.connected:
            super().handle_close()
            return
        self.discarding, self.will_close = True, False
        with suppress(OSError):
            self.socket.shutdown(SHUT_WR)


class LimitedServer(TcpWSGIServer):
    """A socket that listens. ``allowance`` tells how long a body may be; ``most`` connections are open at once."""

    channel_class = LimitedChannel

    def __init__(self, *args: Any, allowance: Allowance, most: int, **named: Any) -> None:
        super().__init__(*args, **named)
        self.allowance, self.most = allowance, most

    def channels(self) -> list[LimitedChannel]:
        """All open connections, of other sockets that listen too."""
        return [each for each in self._map.values() if isinstance(each, LimitedChannel)]

    def maintenance(self, now: float) -> None:
        """Cut off what is due."""
        for channel in self.channels():
            if channel.due() < now:
                channel.will_close = True

    def handle_accept(self) -> None:
        """Let in whoever is at the door, some at once, once there is room."""
        self.make_room()
        for _ in range(_AT_THE_DOOR):
            known = len(self._map)
            super().handle_accept()
            if len(self._map) == known:
                return

    def make_room(self) -> None:
        """When all places are taken, cut off those that wait longest, of the address that holds most of them."""
        channels = [each for each in self.channels() if not each.will_close]
        too_many = len(channels) + _AT_THE_DOOR - self.most
        if too_many > 0:
            held = Counter(each.addr[0] for each in channels)
            waiting = [each for each in channels if each.due() < math.inf]
            for channel in sorted(waiting, key=lambda each: (-held[each.addr[0]], each.begun))[:too_many]:
                channel.will_close = True


def create_server(application: Any, allowance: Allowance, host: str, port: int) -> Any:
    """A server of a WSGI application that listens; its ``run`` serves. Raises OSError for an address it cannot have."""
    most = most_connections()
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # under load it warns of almost every request
    settings = Adjustments(
        host=host,
        port=port,
        threads=THREADS,
        connection_limit=most + 2 * _AT_THE_DOOR,
        cleanup_interval=_LOOK_EVERY,
        asyncore_use_poll=True,
        inbuf_overflow=IN_MEMORY,
        outbuf_overflow=_ANSWER_IN_MEMORY,
        max_request_header_size=_HEADERS,
        max_request_body_size=sys.maxsize,  # the application says how much it takes
        outbuf_high_watermark=sys.maxsize,  # a reader who fetches slowly is not waited for: the answer goes to a file
        clear_untrusted_proxy_headers=False,  # the application knows which proxies are trusted
        ident=None,
    )
    threads, sockets = ThreadedTaskDispatcher(), dict[int, Any]()
    threads.set_thread_count(settings.threads)
    shared: dict[str, Any] = {"map": sockets, "dispatcher": threads, "adj": settings}
    servers = [
        LimitedServer(application, sockinfo=each, allowance=allowance, most=most, **shared) for each in settings.listen
    ]
    if len(servers) == 1:
        return servers[0]
    listening = [(each.effective_host, each.effective_port) for each in servers]
    return MultiSocketServer(sockets, settings, listening, threads, servers[0].log_info)


def most_connections() -> int:
    """How many connections this machine lets a process have, and ``CONNECTIONS`` at most."""
    if sys.platform == "win32":
        return _CONNECTIONS_OF_SELECT
    import resource  # noqa: PLC0415  (does not exist on Windows)

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + _FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(ValueError, OSError):  # the machine allows less than it says
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return CONNECTIONS if soft == resource.RLIM_INFINITY else max(50, min(CONNECTIONS, soft - _FILES))
