"""Read and write files atomically: a written file appears under its name only when it is complete."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path


def read_by_name(paths: Iterable[Path]) -> dict[str, bytes]:
    """Read the content of files, by their names. Raises OSError."""
    return {path.name: path.read_bytes() for path in paths}


def write_atomically(path: Path, content: bytes) -> None:
    """Write or replace a file atomically, in an existing folder. Raises OSError."""
    part = _part_of(path)
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        with suppress(OSError):  # the folder may be gone
            part.unlink()
        raise


@contextmanager
def create_atomically(path: Path) -> Iterator[Path]:
    """Yield an empty file of the user's alone, which becomes ``path`` at the end of the block.

    Of several processes that create the same file one succeeds; the others get FileExistsError at the end of the block.
    Raises OSError.
    """
    part = _part_of(path)
    try:
        part.touch(mode=0o600)
        yield part
        os.link(part, path)
    finally:
        for left in path.parent.glob(f"{escape(part.name)}*"):  # with what SQLite put beside it
            with suppress(OSError):
                left.unlink()


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")  # a name that no other writer uses
