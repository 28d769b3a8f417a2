"""Count the colours of a screenshot: a map is painted when its pixels say so."""

from collections.abc import Mapping
from io import BytesIO

import numpy as np
from PIL import Image

_LEAST_SHARE = 0.03  # of the picture that a map covers at least
_MOST_APART = 0.12  # share of the map that labels, borders and a legend may make another colour


def count_pixels(picture: bytes, colours: list[str]) -> dict[str, int]:
    """How many pixels of a PNG have exactly each of the CSS hex colours."""
    pixels = np.asarray(Image.open(BytesIO(picture)).convert("RGB")).astype(np.uint32)
    numbers = (pixels[..., 0] << 16) | (pixels[..., 1] << 8) | pixels[..., 2]
    return {colour: int((numbers == int(colour.removeprefix("#"), 16)).sum()) for colour in colours}


def find_picture_fault(picture: bytes, palette: list[str], shares: Mapping[str, float]) -> str:
    """Why a screenshot does not show the map, "" if it does.

    ``palette`` are the colours of all classes, ``shares`` what part of the map each covers.
    """
    counts = count_pixels(picture, palette)
    found = sum(counts.values())
    whole = np.prod(Image.open(BytesIO(picture)).size)
    if found < _LEAST_SHARE * whole:
        return f"expected a map, got {found} pixels of its colours"
    apart = sum(abs(counts[colour] / found - shares.get(colour, 0.0)) for colour in palette) / 2
    if apart > _MOST_APART:
        got = ", ".join(f"{colour} {count / found:.0%}" for colour, count in counts.items())
        return f"{apart:.0%} of the map has another colour: {got}"
    return ""
