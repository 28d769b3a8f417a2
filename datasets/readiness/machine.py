"""The disk, the clock and the connections of the machine that the program runs on."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from datasets.readiness.model import CheckState

LEAST_FREE = 300 << 20  # bytes: a pack of every document with its pictures, twice
_ROOM = 1 << 30  # bytes that uploads, packs and pictures of a day take
_TOLERANCE = timedelta(minutes=5)  # that two clocks of one office may differ by
_HOURS_OF_CHINA = 8.0
_TABLES = ("/proc/self/net/tcp", "/proc/self/net/tcp6")
_LISTENS, _BEGINS, _STANDS = "0A", "02", "01"  # states of a connection in those tables


@dataclass(frozen=True)
class DiskSpace:
    """Bytes that are ``free`` and those that the program should have: room for a day, and for a backup."""

    free: int
    needed: int

    @property
    def state(self) -> CheckState:
        """Failed where not even a pack can be made."""
        if self.free < LEAST_FREE:
            return CheckState.FAILED
        return CheckState.OK if self.free >= self.needed else CheckState.CAUTION


def read_disk_space(folder: Path, store: Path | None) -> DiskSpace:
    """The space where the program keeps its files; ``store`` is the file of SQLite, which a backup copies."""
    size = store.stat().st_size if store and store.exists() else 0
    return DiskSpace(shutil.disk_usage(folder).free, _ROOM + size)


@dataclass(frozen=True)
class ClockReading:
    """What the clock says, with its zone, beside the ``newest`` time in the store, if there is one."""

    now: datetime
    newest: datetime | None

    @property
    def is_behind(self) -> bool:
        """Whether something was kept at a time that is still to come."""
        return self.newest is not None and self.newest > self.now + _TOLERANCE

    @property
    def hours(self) -> float:
        """How far the zone is ahead of UTC."""
        return (self.now.utcoffset() or timedelta()).total_seconds() / 3600

    @property
    def state(self) -> CheckState:
        """A clock that is behind is wrong; one of another zone writes other days on documents."""
        if self.is_behind:
            return CheckState.FAILED
        return CheckState.OK if self.hours == _HOURS_OF_CHINA else CheckState.CAUTION


def list_outgoing_connections() -> list[str] | None:
    """The other machines that this process has called, None where the system does not tell.

    What listens on a port answers others; what goes to this machine itself stays on it.
    """
    try:
        own = set(map(_read_link, Path("/proc/self/fd").iterdir()))
        rows = [line.split() for table in _TABLES if Path(table).exists() for line in _read_rows(table)]
    except OSError:
        return None
    mine = [row for row in rows if f"socket:[{row[9]}]" in own]
    listening = {row[1].rpartition(":")[2] for row in mine if row[3] == _LISTENS}
    called = [row for row in mine if row[3] in (_BEGINS, _STANDS) and row[1].rpartition(":")[2] not in listening]
    hosts = {_read_host(row[2].partition(":")[0]) for row in called}
    return sorted(host for host in hosts if not _is_here(host))


def _read_link(link: Path) -> str:
    with suppress(OSError):  # closed meanwhile
        return str(link.readlink())
    return ""


def _read_rows(table: str) -> list[str]:
    return Path(table).read_text("ascii").splitlines()[1:]


def _read_host(digits: str) -> str:
    """An address as the table has it: words of four bytes, the last byte first."""
    words = [bytes.fromhex(digits[at : at + 8])[::-1] for at in range(0, len(digits), 8)]
    packed = b"".join(words)
    if len(packed) == 16 and packed[:12] == b"\0" * 10 + b"\xff\xff":
        packed = packed[12:]
    if len(packed) == 4:
        return ".".join(map(str, packed))
    return ":".join(packed[at : at + 2].hex() for at in range(0, 16, 2))


def _is_here(host: str) -> bool:
    return host.startswith("127.") or host == "0000:0000:0000:0000:0000:0000:0000:0001"
