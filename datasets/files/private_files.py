"""Files that only the user who runs the program may read: the store, uploads, jobs, the key of sessions."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PRIVATE = 0o077  # the umask: nothing for the group and for others
_MADE = ("atlas.db*", "secret*", "uploads", "jobs", "packs", "pictures")  # what the program keeps in its folder


def make_private(folder: Path) -> list[Path]:
    """Make a folder for the user alone, or take it and what the program keeps in it from all others.

    What lies there that is not the program's is left as it is; so is a folder that everybody may write to, and one
    that the program itself lies in. The files that the user may not change are returned. Windows has no such modes: a
    folder there is as its parent. Raises OSError where the folder cannot be made.
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
    """Whether nobody else can read a file now."""
    if path.is_symlink():
        return True  # it is what it leads to
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & PRIVATE:
            path.chmod(mode & ~PRIVATE)
    except FileNotFoundError:  # a job or an upload that ended meanwhile
        return True
    except OSError:
        return False
    return True


@contextmanager
def private_umask() -> Iterator[None]:
    """What is made meanwhile is made for the user alone."""
    before = os.umask(PRIVATE)
    try:
        yield
    finally:
        os.umask(before)
