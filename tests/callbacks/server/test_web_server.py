"""The web server: who is idle or slow does not keep others waiting, and what is too long is not taken in."""

import hashlib
import math
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from queue import Queue
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask, request
from waitress import buffers
from waitress.channel import HTTPChannel

from callbacks.server import web_server
from callbacks.server.web_server import (
    IN_MEMORY,
    PATIENCE,
    SLOWEST,
    THREADS,
    LimitedChannel,
    LimitedServer,
)
from tests.serving import served_in_thread
from tests.waiting import GUARD, wait_until

SLOW_HEADERS = b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow:"
SLOW_BODY = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\nx"
ALLOWED = 1_000_000  # bytes of a body
LARGE = 8_000_000  # bytes of an answer, more than the sockets in between hold


def program() -> Flask:
    """Answers with the hash of what was sent, or refuses its length as the guards do."""
    server = Flask("small")

    @server.get("/large")
    def large() -> bytes:
        return b"x" * LARGE

    @server.route("/", methods=["GET", "POST"])
    def answer() -> tuple[str, int]:
        if (request.content_length or 0) > allowance(request.environ):
            return "too long", 413
        return hashlib.sha256(request.get_data()).hexdigest(), 200

    return server


def allowance(environ: Mapping[str, Any]) -> int:
    """What the small program takes."""
    if "broken" in environ["QUERY_STRING"]:
        raise RuntimeError("the store is away")
    return ALLOWED if "allowed" in environ["QUERY_STRING"] else 0


@pytest.fixture
def places(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many connections may be open."""
    number = getattr(request, "param", 2000)
    monkeypatch.setattr(web_server, "most_connections", lambda: number)
    return number


@pytest.fixture
def served(places: int) -> Iterator[LimitedServer]:
    """The small program, served in a thread."""
    assert places
    with served_in_thread(program().wsgi_app, allowance) as server:
        yield server


def connect(server: LimitedServer, sent: bytes = b"") -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", int(server.effective_port)), GUARD)
    connection.sendall(sent)
    return connection


def answer(connection: socket.socket) -> bytes:
    """What the server says until it has nothing more to say for now."""
    with connection.makefile("rb") as stream:
        head = b"".join(iter(stream.readline, b"\r\n"))
        length = [line for line in head.split(b"\r\n") if line.startswith(b"Content-Length:")]
        return head + (stream.read(int(length[0][15:])) if length else b"")


def visit(server: LimitedServer) -> bytes:
    with connect(server, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n") as connection:
        return answer(connection)


def post(server: LimitedServer, query: str, pieces: Iterable[bytes], *headers: str) -> bytes:
    head = "\r\n".join([f"POST /?{query} HTTP/1.1", "Host: x", *headers, "", ""])
    with connect(server, head.encode()) as connection:
        for piece in pieces:
            connection.sendall(piece)
        return answer(connection)


@pytest.fixture
def _many_files() -> Iterator[None]:
    """Both ends of a thousand connections, in this process."""
    if sys.platform == "win32":
        pytest.skip("Windows opens fewer sockets at once")
    import resource  # noqa: PLC0415  (does not exist on Windows)

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    if before[1] != resource.RLIM_INFINITY and before[1] < 4000:
        pytest.skip("this machine allows fewer open files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(before[0], 4000), before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.usefixtures("_many_files")
def test_next_to_a_thousand_idle_and_slow_connections_visitors_are_answered(served):
    held = [connect(served) for _ in range(500)]
    held += [connect(served, SLOW_HEADERS) for _ in range(500)]
    held += [connect(served, SLOW_BODY) for _ in range(100)]
    answered = [visit(served)[:15] for _ in range(20)]
    for connection in held:
        connection.close()
    assert answered == [b"HTTP/1.1 200 OK"] * 20


@pytest.mark.parametrize("places", [60], indirect=True)
def test_when_all_places_are_taken_those_who_wait_longest_make_room(served, places):
    held = [connect(served, SLOW_HEADERS) for _ in range(3 * places)]
    assert visit(served).startswith(b"HTTP/1.1 200 OK")
    assert held[0].recv(1) == b""
    held[-1].sendall(b" x\r\n\r\n")
    assert answer(held[-1]).startswith(b"HTTP/1.1 200 OK")
    for connection in held:
        connection.close()


def in_its_thread(server: LimitedServer, ask: Callable[[], object]) -> Any:
    """What ``ask`` finds between two rounds of the server's loop."""
    answers: Queue[object] = Queue()
    server.trigger.pull_trigger(lambda: answers.put(ask()))
    return answers.get(timeout=GUARD)


def the_channel(server: LimitedServer) -> LimitedChannel:
    """The only connection, once it has received what was sent."""
    wait_until(lambda: [each for each in in_its_thread(server, server.channels) if each.request is not None])
    (channel,) = in_its_thread(server, server.channels)
    assert isinstance(channel, LimitedChannel)
    return channel


@pytest.mark.parametrize(
    ("sent", "seconds"), [(SLOW_HEADERS, PATIENCE), (SLOW_BODY, PATIENCE + 50_000 / SLOWEST)], ids=["headers", "body"]
)
def test_a_slow_request_is_cut_off_however_often_it_sends_a_little(served, sent, seconds):
    with connect(served, sent) as connection:
        channel = the_channel(served)
        channel.last_activity = time.time() + 1000  # what waitress itself goes by
        in_its_thread(served, lambda: served.maintenance(channel.begun + seconds - 1))
        assert not channel.will_close
        in_its_thread(served, lambda: served.maintenance(channel.begun + seconds + 1))
        assert connection.recv(1) == b""


def test_those_who_do_not_fetch_their_answer_hold_no_thread_and_are_cut_off(served):
    ask = b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n"
    held = [connect(served, ask) for _ in range(THREADS + 1)]
    assert visit(served).startswith(b"HTTP/1.1 200 OK")
    wait_until(
        lambda: not in_its_thread(served, lambda: [each for each in served.channels() if each.due() == math.inf])
    )
    channels = [each for each in in_its_thread(served, served.channels) if each.owed > LARGE // 8]
    assert len(channels) == len(held)
    late = max(each.begun for each in channels) + PATIENCE + LARGE / SLOWEST
    in_its_thread(served, lambda: served.maintenance(late + 1))
    assert all(each.will_close or not each.connected for each in channels)
    for connection in held:
        connection.close()


@pytest.fixture
def _no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a body may go to a file."""

    def refuse(*_: object) -> None:
        raise AssertionError("a body went to a file")

    monkeypatch.setattr(buffers.TempfileBasedBuffer, "__init__", refuse)


@pytest.mark.usefixtures("_no_files")
@pytest.mark.parametrize("query", ["", "broken"])
@pytest.mark.parametrize("pieces", [0, 200], ids=["headers alone", "all of it"])
def test_a_long_body_that_is_not_allowed_is_answered_unread(served, query, pieces):
    megabyte = b"x" * 100_000
    said = post(served, query, [megabyte] * pieces, f"Content-Length: {200 * len(megabyte)}")
    assert said.startswith(b"HTTP/1.1 413" if query == "" else b"HTTP/1.1 500")
    assert b"Connection: close" in said


@pytest.mark.usefixtures("_no_files")
def test_a_client_that_asks_first_is_not_told_to_go_on(served):
    said = post(served, "", [], "Expect: 100-continue", "Content-Length: 5000000")
    assert said.startswith(b"HTTP/1.1 413")


def chunks(body: bytes, size: int) -> list[bytes]:
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return [b"%x\r\n%b\r\n" % (len(part), part) for part in parts] + [b"0\r\n\r\n"]


def test_a_body_of_unknown_length_is_taken_as_far_as_it_is_allowed(served):
    short, long = bytes(range(256)) * 2000, b"x" * (ALLOWED + IN_MEMORY)
    said = post(served, "allowed", chunks(short, 7000), "Transfer-Encoding: chunked")
    assert said.endswith(hashlib.sha256(short).hexdigest().encode())
    assert post(served, "allowed", chunks(long, 7000), "Transfer-Encoding: chunked").startswith(b"HTTP/1.1 413")
    assert post(served, "", chunks(b"x", 1), "Transfer-Encoding: chunked").startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("size", [0, 1, IN_MEMORY, IN_MEMORY + 1, ALLOWED])
def test_an_allowed_body_arrives_whole(served, size):
    body = hashlib.shake_256(b"body").digest(size)
    pieces = [body[start : start + 9973] for start in range(0, size, 9973)]
    said = post(served, "allowed", pieces, f"Content-Length: {size}")
    assert said.endswith(hashlib.sha256(body).hexdigest().encode())


def test_a_client_that_asks_first_sends_its_body_when_it_is_allowed(served):
    body = b"x" * (IN_MEMORY + 1)
    head = f"POST /?allowed HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: {len(body)}\r\n\r\n"
    with connect(served, head.encode()) as connection:
        assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(body)
        assert answer(connection).endswith(hashlib.sha256(body).hexdigest().encode())


def test_a_connection_answers_one_request_after_another(served):
    with connect(served) as connection:
        for number in (IN_MEMORY + 1, 3, IN_MEMORY + 2):
            body = b"y" * number
            connection.sendall(b"POST /?allowed HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % number + body)
            assert answer(connection).endswith(hashlib.sha256(body).hexdigest().encode())


def test_a_connection_is_not_due_before_it_is_known_what_it_is_owed(monkeypatch):
    channel, due = LimitedChannel.__new__(LimitedChannel), []
    channel.requests, channel.request, channel.begun = [SimpleNamespace(refused=False)], None, 0.0
    channel.owed, channel.total_outbufs_len = 0, 5

    def answer_slowly(channel: LimitedChannel) -> None:
        channel.requests.clear()
        due.append(channel.due())

    monkeypatch.setattr(HTTPChannel, "service", answer_slowly)
    channel.service()
    assert due == [math.inf]
    assert channel.due() < math.inf
