"""Keep a loaded foundation in a file, so that the same files are not read and worked out again at every start."""

import hashlib
import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from datasets.files.private_files import is_own, private_umask
from datasets.files.whole_files import write_atomically
from datasets.shipped.load import Foundation


def load_kept(path: Path, program: str, load: Callable[[], Foundation]) -> Foundation:
    """Return what ``load`` returned to the same ``program``, as ``path`` keeps it; else load it, and keep it there.

    ``program`` is the fingerprint of all that is loaded and of the code that does it. A file of another one, a damaged
    one and one that others may have written is not read, and replaced; where there is no room nothing is kept.
    """
    with suppress(OSError):
        if is_own(path):
            signature, _, content = path.read_bytes().partition(b"\n")
            if signature == _sign(program, content):
                kept: Foundation = pickle.loads(content)  # noqa: S301  (written below)
                return kept
    loaded = load()
    for dataset in loaded.shipped.values():
        _ = dataset.version  # from here on a part of it: to form it takes as long as all else of the first picture
    content = pickle.dumps(loaded, protocol=pickle.HIGHEST_PROTOCOL)
    with suppress(OSError), private_umask():
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, _sign(program, content) + b"\n" + content)
    return loaded


def _sign(program: str, content: bytes) -> bytes:
    return f"{program} {hashlib.sha256(content).hexdigest()}".encode()
