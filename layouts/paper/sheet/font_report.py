"""What the fonts of pictures can draw, told by the process that draws."""

from collections.abc import Iterable
from dataclasses import dataclass

from layouts.paper.sheet.picture_spec import MissingGlyphError


@dataclass(frozen=True)
class FontReport:
    """The family of the letters, and the texts that it cannot draw in full."""

    family: str
    lacking: tuple[str, ...]


def report_fonts(texts: Iterable[str]) -> FontReport:
    """Try every text. Raises FontError where no Chinese font is there."""
    from layouts.paper.sheet.fonts import fonts  # noqa: PLC0415  (matplotlib, which only a process that draws loads)

    return FontReport(fonts().sans.family, tuple(text for text in texts if not _can_draw(text)))


def _can_draw(text: str) -> bool:
    from layouts.paper.sheet.fonts import check_glyphs  # noqa: PLC0415

    try:
        check_glyphs([text])
    except MissingGlyphError:
        return False
    return True
