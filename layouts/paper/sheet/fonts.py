"""The fonts that every picture is drawn in. They come with the install: what is drawn depends on no machine."""

from collections.abc import Iterable
from functools import cache

import pylopdf_fonts_zh_cn
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from layouts.paper.sheet.picture_order import MissingGlyphError

_FILES = [str(pylopdf_fonts_zh_cn.sans_path()), str(pylopdf_fonts_zh_cn.serif_path())]
for _file in _FILES:
    font_manager.fontManager.addfont(_file)
SANS, SERIF = (font_manager.FontProperties(fname=file).get_name() for file in _FILES)
_MEASURE = 100  # points that widths are measured at
FALLBACK = "DejaVu Sans"  # ships with matplotlib: signs that the Chinese font lacks


@cache
def _known_characters() -> frozenset[int]:
    files = [_FILES[0], font_manager.findfont(FALLBACK)]
    return frozenset(code for file in files for code in FT2Font(file).get_charmap())


def check_glyphs(texts: Iterable[str]) -> None:
    """Raise MissingGlyphError, naming the characters and the text, if one cannot be drawn."""
    for text in texts:
        lacking = sorted({letter for letter in text if not letter.isspace() and ord(letter) not in _known_characters()})
        if lacking:
            named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking)
            raise MissingGlyphError(f"no font can draw {named} in '{text[:60]}'; write the name with another character")


@cache
def em_width(letter: str) -> float:
    """How wide a character is, as a share of the text's size; one that the Chinese font lacks counts as a square."""
    font = _measured()
    if not font.get_char_index(ord(letter)):
        return 1.0
    return float(font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / 65536 / _MEASURE


@cache
def _measured() -> FT2Font:
    font = FT2Font(_FILES[0])
    font.set_size(_MEASURE, 72)
    return font
