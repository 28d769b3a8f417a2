"""Keep a loaded foundation in a file, so that the same files are not read and worked out again at every start."""

import gc
import hashlib
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from datasets.files.private_files import is_own, private_umask
from datasets.files.whole_files import write_atomically
from datasets.shipped.load import Foundation
from locales.data import composed


def load_kept(path: Path, program: str, load: Callable[[], Foundation], apart: bool = False) -> Foundation:
    """Return what ``load`` returned to the same ``program``, as ``path`` keeps it; else load it, and keep it there.

    ``program`` is the fingerprint of all that is loaded and of the code that does it. A file of another one, a damaged
    one and one that others may have written is not read, and replaced; where there is no room nothing is kept.

    ``apart``: another process loads where the system can fork one, so that this one does not stay as large as loading
    needs; what it fails at is done here, and raises here.
    """
    kept = _read(path, program)
    if kept is None and apart and hasattr(os, "fork"):
        _call_in_child(lambda: _load_and_keep(path, program, load))
        kept = _read(path, program)
    return kept or _load_and_keep(path, program, load)


def _read(path: Path, program: str) -> Foundation | None:
    with suppress(OSError):
        if is_own(path):
            signature, _, content = path.read_bytes().partition(b"\n")
            if signature == _sign(program, content):
                kept: Foundation
                kept, texts = pickle.loads(content)  # noqa: S301  (written below)
                composed.update(texts)
                return kept
    return None


def _load_and_keep(path: Path, program: str, load: Callable[[], Foundation]) -> Foundation:
    loaded = load()
    for dataset in loaded.shipped.values():
        _ = dataset.version  # from here on a part of it: to form it takes as long as all else of the first picture
    gc.collect()  # for a server that collects no garbage while it starts
    content = pickle.dumps((loaded, composed), protocol=pickle.HIGHEST_PROTOCOL)
    with suppress(OSError), private_umask():
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, _sign(program, content) + b"\n" + content)
    return loaded


def _sign(program: str, content: bytes) -> bytes:
    return f"{program} {hashlib.sha256(content).hexdigest()}".encode()


def _call_in_child(work: Callable[[], object]) -> None:
    """Call a function in a process of its own, and wait for its end, whatever that is."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        work()
    finally:
        os._exit(0)
