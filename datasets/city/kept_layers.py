"""Keep the layers of the map in files: hatch and anchors of many areas take seconds to draw."""

import gzip
import zlib
from contextlib import suppress
from pathlib import Path

from datasets.files.private_files import is_own, private_umask
from datasets.files.whole_files import write_atomically
from geodata.layers import EncodedLayer


def read_or_draw(layer: EncodedLayer, folder: Path) -> bytes:
    """Return a layer's file, packed: as ``folder`` keeps it under its name, else drawn now, and kept there.

    A damaged file and one that others may have written is drawn anew, and so replaced; where there is no room nothing
    is kept. One file is kept a level and kind of layer.
    """
    path = folder / f"{layer.file_name}.gz"
    with suppress(OSError, EOFError, zlib.error):
        if is_own(path):
            packed = path.read_bytes()
            if gzip.decompress(packed):  # raises where it is damaged, unless it is empty
                return packed
    with suppress(OSError), private_umask():
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(path, layer.gzipped)
        for old in folder.glob(f"{layer.file_name.rpartition('-')[0]}-*.gz"):
            if old != path:
                old.unlink()
    return layer.gzipped
