"""Contestants as processes: started over a world, measured and ended."""

import http.client
import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from tests.benchmarks.comparison.world import ROOT
from tests.benchmarks.contestants.contestant import Contestant

_LONGEST_START = 300.0  # seconds
_MIB = 2**20


@dataclass(frozen=True)
class RunningServer:
    """A contestant that answers at ``port``; ``start_ms`` is how long it took until it did."""

    port: int
    process: psutil.Process
    start_ms: float

    @property
    def resident_mib(self) -> float:
        """Memory of the server's process alone."""
        return float(self.process.memory_info().rss / _MIB)

    @property
    def resident_with_workers_mib(self) -> float:
        """Memory of the server and of the processes it has started."""
        family = [self.process, *self.process.children(recursive=True)]
        return float(sum(each.memory_info().rss for each in family) / _MIB)

    @property
    def processor_ms(self) -> float:
        """Time of the processor that the server's process has had since it began."""
        times = self.process.cpu_times()
        return float((times.user + times.system) * 1000)


@contextmanager
def running(contestant: Contestant, world: Path, region: str, folder: Path) -> Iterator[RunningServer]:
    """A contestant over a world, for as long as the block lasts; what it keeps goes to ``folder``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "FOLDER": str(folder), "REGION": region, "WORLD": str(world), **contestant.environment}
    log = (folder / f"{contestant.name}.log").open("wb")
    begun = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  (what the contestants declare)
        contestant.start_command(world, port), cwd=ROOT, env=environment, stdout=log, stderr=log
    )
    try:
        _wait_for(port, contestant.ready, process)
        started = (time.perf_counter() - begun) * 1000
        yield RunningServer(port, psutil.Process(process.pid), started)
    finally:
        process.terminate()
        process.wait()
        log.close()


def _wait_for(port: int, path: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _LONGEST_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} before it answered")
        if _answers(port, path):
            return
        time.sleep(0.05)
    raise TimeoutError(f"no answer at {path} after {_LONGEST_START:.0f} s")


def _answers(port: int, path: str) -> bool:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=_LONGEST_START)
    try:
        asked.request("GET", path)
        return asked.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        asked.close()


@dataclass(frozen=True)
class SentRequest:
    """A request as a browser sent it."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes | None


@dataclass(frozen=True)
class Throughput:
    """What a server did for many at once: gestures answered a second, and processor time of one."""

    per_second: float
    processor_ms: float


def measure_throughput(
    server: RunningServer, gestures: list[list[SentRequest]], users: int = 20, seconds: float = 4.0
) -> Throughput | None:
    """Let ``users`` send the requests of the gestures in turn; None where a gesture asks the server for nothing."""
    if not all(gestures):
        return None
    answered = [0] * users
    deadline = time.perf_counter() + seconds
    before, begun = server.processor_ms, time.perf_counter()

    def repeat(user: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        while time.perf_counter() < deadline:
            for sent in gestures[answered[user] % len(gestures)]:
                _send(connection, sent)
            answered[user] += 1
        connection.close()

    threads = [threading.Thread(target=repeat, args=(user,)) for user in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken, total = time.perf_counter() - begun, sum(answered)
    return Throughput(total / taken, (server.processor_ms - before) / total)


def _send(connection: http.client.HTTPConnection, sent: SentRequest) -> None:
    parts = urlsplit(sent.url)
    connection.request(
        sent.method, f"{parts.path}?{parts.query}" if parts.query else parts.path, sent.body, sent.headers
    )
    answer = connection.getresponse()
    answer.read()
    if answer.status >= http.client.BAD_REQUEST:
        raise RuntimeError(f"{sent.method} {sent.url}: expected an answer, got {answer.status}")
