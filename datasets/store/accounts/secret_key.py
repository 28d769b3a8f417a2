"""The secret key that signs session cookies; it must not leave the server."""

import secrets
from contextlib import suppress
from pathlib import Path

from datasets.files.whole_files import create_atomically

SHORTEST = 32  # characters


class SecretKeyError(Exception):
    """A key that cannot be used; the message says where it is and what to do."""


def read_secret_key(given: str | None, path: Path) -> str:
    """Return the key ``given``, else the one in the file, created when missing, readable for its owner only.

    Raises SecretKeyError, OSError.
    """
    where = "SECRET_KEY" if given else str(path)
    key = given or _read_or_create(path)
    if len(key) < SHORTEST:
        raise SecretKeyError(f"{where}: expected {SHORTEST} characters or more, got {len(key)}; choose a random one")
    return key


def _read_or_create(path: Path) -> str:
    """The key in the file: of several processes one creates it, and all read the same key."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), create_atomically(path) as part:
            part.write_text(secrets.token_urlsafe(48), "ascii")
    return path.read_text("ascii").strip()
