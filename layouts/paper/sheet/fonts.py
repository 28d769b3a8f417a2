"""The fonts that every picture and the booklet are set in, and how wide their characters are.

They come with the install, so that what is drawn depends on no machine. Settings name others; where the package of the
fonts is not there, an installed Chinese font is taken.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from layouts.paper.sheet.picture_spec import FontError, MissingGlyphError

FALLBACK = "DejaVu Sans"  # ships with matplotlib: signs that the Chinese font lacks
# Tried in this order where the package of fonts is not there: Linux, Windows, macOS.
INSTALLED_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "SimHei", "PingFang SC")
INSTALLED_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC")
_PACKAGE = "pylopdf_fonts_zh_cn"
_MEASURE = 100  # points that widths are measured at


@dataclass(frozen=True)
class Font:
    """A font by the name of its family, and the file that holds it."""

    family: str
    file: Path


@dataclass(frozen=True)
class Fonts:
    """The two fonts that are used."""

    sans: Font
    serif: Font


_chosen: Fonts | None = None  # of this process


def choose_fonts(sans: str = "", serif: str = "") -> Fonts:
    """Set everything in these fonts from now on: each the path of a file, the name of an installed font, or empty.

    Empty means the packaged one, or an installed one where the package is not there. Raises FontError.
    """
    global _chosen  # noqa: PLW0603  (matplotlib's fonts are of the process too)
    _chosen = Fonts(
        _find_font(sans, "FONT_SANS") if sans else _default_font("sans_path", INSTALLED_SANS),
        _find_font(serif, "FONT_SERIF") if serif else _default_font("serif_path", INSTALLED_SERIF),
    )
    for measured in (_known_characters, _font_for_widths, em_width):
        measured.cache_clear()
    return _chosen


def fonts() -> Fonts:
    """The fonts of this process. Raises FontError where none was chosen and no Chinese font is there."""
    return _chosen or choose_fonts()


def _find_font(wanted: str, setting: str) -> Font:
    path = Path(wanted)
    if path.suffix.lower() in {".ttf", ".otf", ".ttc"}:
        try:
            return _add_file(path)
        except (OSError, RuntimeError) as error:
            raise FontError(f"{setting}: expected a font file that can be read, got '{wanted}': {error}") from None
    font = _installed_font(wanted)
    if font is None:
        expected = "the path of a .ttf, .otf or .ttc file or the name of an installed font, such as Noto Sans CJK SC"
        raise FontError(f"{setting}: expected {expected}, got '{wanted}'")
    return font


def _default_font(path_function: str, installed: Iterable[str]) -> Font:
    try:
        return _add_file(Path(getattr(import_module(_PACKAGE), path_function)()))
    except ImportError:
        found = next((font for family in installed if (font := _installed_font(family))), None)
    if found is None:
        raise FontError(f"no Chinese font: install {_PACKAGE} or one of {', '.join(installed)}, or set FONT_SANS")
    return found


def _add_file(path: Path) -> Font:
    font_manager.fontManager.addfont(path)
    return Font(font_manager.FontProperties(fname=path).get_name(), path)


def _installed_font(family: str) -> Font | None:
    try:
        return Font(family, Path(font_manager.findfont(family, fallback_to_default=False)))
    except ValueError:
        return None


def check_glyphs(texts: Iterable[str]) -> None:
    """Raise MissingGlyphError, naming the characters and the text, if one cannot be drawn."""
    for text in texts:
        lacking = sorted({letter for letter in text if not letter.isspace() and ord(letter) not in _known_characters()})
        if lacking:
            named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking)
            raise MissingGlyphError(f"no font can draw {named} in '{text[:60]}'; write the name with another character")


@cache
def _known_characters() -> frozenset[int]:
    files = [str(fonts().sans.file), font_manager.findfont(FALLBACK)]
    return frozenset(code for file in files for code in FT2Font(file).get_charmap())


@cache
def em_width(letter: str) -> float:
    """How wide a character is, as a share of the text's size; one that the Chinese font lacks counts as a square."""
    font = _font_for_widths()
    if not font.get_char_index(ord(letter)):
        return 1.0
    return float(font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / 65536 / _MEASURE


@cache
def _font_for_widths() -> FT2Font:
    font = FT2Font(str(fonts().sans.file))
    font.set_size(_MEASURE, 72)
    return font
