"""The key that signs sessions: as long as it is kept to the server, nobody else can make one."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

SHORTEST = 32  # characters


class SecretKeyError(Exception):
    """A key that cannot be used: where it is and what to do."""


def read_secret_key(given: str | None, path: Path) -> str:
    """The key ``given``, else the one in the file, which is made at the first time, readable for its owner only.

    Raises SecretKeyError, OSError.
    """
    where = "SECRET_KEY" if given else str(path)
    key = given or _kept(path)
    if len(key) < SHORTEST:
        raise SecretKeyError(f"{where}: expected {SHORTEST} characters or more, got {len(key)}; choose a random one")
    return key


def _kept(path: Path) -> str:
    """The file appears with its content at once: of several processes one makes it, and all read the same key."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(48))
            with suppress(FileExistsError):
                os.link(part, path)
        finally:
            part.unlink(missing_ok=True)
    return path.read_text("ascii").strip()
