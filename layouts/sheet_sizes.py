"""Sizes, resolutions, colour modes and file formats of pictures."""

from dataclasses import dataclass
from enum import StrEnum

SMALLEST, LARGEST = 400, 12_000  # pixels a side
LOWEST_DPI, HIGHEST_DPI = 72, 600
_MM_PER_INCH = 25.4
_A4_SQUARE_INCHES = 8.27 * 11.69
_SLIDE_INCHES = 1920 / 144  # a 16:9 slide of PowerPoint is 13.33 inches wide


class Format(StrEnum):
    """A picture's file format."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


MIMETYPES = {Format.PNG: "image/png", Format.SVG: "image/svg+xml", Format.PDF: "application/pdf"}


class Size(StrEnum):
    """A sheet that a picture fills; other sizes are given in pixels, such as ``1600x1000``."""

    SLIDE = "slide"
    SLIDE_4K = "slide-4k"
    A4_PORTRAIT = "a4-portrait"
    A4_LANDSCAPE = "a4-landscape"
    A3_PORTRAIT = "a3-portrait"
    A3_LANDSCAPE = "a3-landscape"


_SLIDES = {Size.SLIDE: (1920, 1080), Size.SLIDE_4K: (3840, 2160)}
_MILLIMETRES = {
    Size.A4_PORTRAIT: (210, 297),
    Size.A4_LANDSCAPE: (297, 210),
    Size.A3_PORTRAIT: (297, 420),
    Size.A3_LANDSCAPE: (420, 297),
}


class PaperError(ValueError):
    """A size, resolution or format that cannot be drawn: says what was found and what is allowed."""


@dataclass(frozen=True)
class Paper:
    """``width`` and ``height`` in pixels at ``dpi``; ``grey`` replaces every colour by its lightness."""

    width: int
    height: int
    dpi: float
    grey: bool = False

    @property
    def inches(self) -> tuple[float, float]:
        """Width and height in inches."""
        return self.width / self.dpi, self.height / self.dpi

    @property
    def scale(self) -> float:
        """How much larger than on an A4 sheet text and lines are drawn; a narrow strip gets smaller ones."""
        width, height = self.inches
        return min((width * height / _A4_SQUARE_INCHES) ** 0.5, min(width, height) / 5)


def parse_paper(size: str = Size.A4_LANDSCAPE, dpi: float = 150, grey: bool = False) -> Paper:
    """The paper that a named size or ``WIDTHxHEIGHT`` in pixels stands for.

    A slide has its pixels whatever the ``dpi``. Raises PaperError.
    """
    if not LOWEST_DPI <= dpi <= HIGHEST_DPI:
        raise PaperError(f"dpi: expected {LOWEST_DPI} to {HIGHEST_DPI}, got {dpi:g}")
    if size in _SLIDES:
        width, height = _SLIDES[Size(size)]
        return Paper(width, height, width / _SLIDE_INCHES, grey)
    if size in _MILLIMETRES:
        width, height = (round(side / _MM_PER_INCH * dpi) for side in _MILLIMETRES[Size(size)])
        return Paper(width, height, dpi, grey)
    width, height = _parse_pixels(size)
    return Paper(width, height, dpi, grey)


def _parse_pixels(size: str) -> tuple[int, int]:
    sides = size.lower().split("x")
    if len(sides) != 2 or not all(side.isascii() and side.isdigit() and len(side) <= 9 for side in sides):
        raise PaperError(f"size: expected one of {', '.join(Size)} or pixels such as 1600x1000, got '{size[:40]}'")
    width, height = (int(side) for side in sides)
    if not all(SMALLEST <= side <= LARGEST for side in (width, height)):
        raise PaperError(f"size: expected {SMALLEST} to {LARGEST} pixels a side, got {width}x{height}")
    return width, height
