"""A copy of a store of SQLite, whole while others go on reading and writing."""

import os
import secrets
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

_PAGES, _PAUSE = 1000, 0.05  # copied at a time, and seconds between: writers get their turn


def back_up(source: Path, target: Path) -> None:
    """Copy the database in one file to another, which appears when it is whole and replaces nothing.

    Raises OSError, sqlite3.Error.
    """
    part = target.with_name(f".{target.name}.{secrets.token_hex(8)}.part")  # of this copy alone
    try:
        part.touch(mode=0o600)
        with closing(_opened(source, "ro")) as original, closing(_opened(part, "rw")) as copy:
            original.backup(copy, pages=_PAGES, sleep=_PAUSE)
        os.link(part, target)
    finally:
        with suppress(OSError):
            part.unlink()


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True)
