"""PNG files of flat drawings."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

_LEVEL = 2  # of zlib: higher ones take longer for a few hundredths of the bytes
_TRUECOLOUR, _DEPTH = 2, 8
_INCH = 0.0254  # metres


def write_png(pixels: NDArray[np.uint8], dpi: float, title: str) -> bytes:
    """The file of ``pixels``: rows, columns, and red, green, blue and anything else.

    Pillow predicts each row in five ways to keep the shortest, as is right for photographs. Of flat colours that takes
    most of the time of a large picture and makes the file longer: here rows stand as they are.
    """
    height, width = pixels.shape[:2]
    rows = np.zeros((height, 1 + 3 * width), np.uint8)  # each begins with the number of its filter: none
    for colour in range(3):
        rows[:, 1 + colour :: 3] = pixels[..., colour]  # five times as fast as all at once
    per_metre = round(dpi / _INCH)
    chunks = [
        (b"IHDR", struct.pack(">2I5B", width, height, _DEPTH, _TRUECOLOUR, 0, 0, 0)),
        (b"pHYs", struct.pack(">2IB", per_metre, per_metre, 1)),
        (b"iTXt", b"Title\0\0\0\0\0" + title.encode()),
        (b"IDAT", zlib.compress(rows.data, _LEVEL)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_write_chunk(*chunk) for chunk in chunks)


def _write_chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
