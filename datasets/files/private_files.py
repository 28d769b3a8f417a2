"""Files that only the user who runs the program may read: the store, uploads, jobs, the key of sessions."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PRIVATE = 0o077  # umask: no rights for the group and for others
# What the program stores in its folder.
_MADE = ("atlas.db*", "secret*", "uploads", "jobs", "packs", "pictures", "prepared")


def make_private(folder: Path) -> list[Path]:
    """Create a folder readable by the user alone, or remove the rights of others from it and the program's files in it.

    Other files stay unchanged; so do a folder that everybody may write to and one that contains the program itself.
    Returns the files whose mode the user may not change. Does nothing to modes on Windows, where a folder has the
    rights of its parent. Raises OSError where the folder cannot be created.
    """
    if os.name == "nt":
        return []
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = folder.resolve()
    shared = folder.stat().st_mode & (stat.S_ISVTX | stat.S_IWOTH) or Path(__file__).resolve().is_relative_to(folder)
    own = [found for pattern in _MADE for found in folder.glob(pattern) if not found.is_symlink()]
    below = [each for found in own if found.is_dir() for each in found.rglob("*")]
    return [path for path in ([] if shared else [folder]) + own + below if not _take_from_others(path)]


def _take_from_others(path: Path) -> bool:
    """Remove the rights of others from a file; whether nobody else can read it now."""
    if path.is_symlink():
        return True  # the mode of a link is that of its target
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & PRIVATE:
            path.chmod(mode & ~PRIVATE)
    except FileNotFoundError:  # a job or an upload that ended meanwhile
        return True
    except OSError:
        return False
    return True


def is_own(path: Path) -> bool:
    """Whether a file is the user's and nobody else can have written it. Raises OSError where there is none."""
    found = path.stat()
    return os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


@contextmanager
def private_umask() -> Iterator[None]:
    """Create files for the user alone within the block."""
    before = os.umask(PRIVATE)
    try:
        yield
    finally:
        os.umask(before)
