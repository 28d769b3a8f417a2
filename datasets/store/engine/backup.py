"""Back up an SQLite database while others go on reading and writing."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from datasets.files.whole_files import create_atomically

_PAGES, _PAUSE = 1000, 0.05  # copied at a time, and seconds between: writers get their turn


def back_up(source: Path, target: Path) -> None:
    """Copy the database in one file to another, which appears when it is whole and replaces nothing.

    Raises OSError, sqlite3.Error.
    """
    with (
        create_atomically(target) as part,
        closing(_connect_file(source, "ro")) as original,
        closing(_connect_file(part, "rw")) as copy,
    ):
        original.backup(copy, pages=_PAGES, sleep=_PAUSE)


def _connect_file(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True)
