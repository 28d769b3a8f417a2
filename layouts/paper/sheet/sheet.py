"""The sheet around every picture: title, notes and watermark, the room they leave, and the finished file."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from math import cos, radians, sin
from threading import Lock
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from layouts.figures import theme
from layouts.paper.sheet.fonts import FALLBACK, check_glyphs, em_width, fonts
from layouts.paper.sheet.picture_spec import Caption
from layouts.paper.sheet.png import write_png
from layouts.sheet_sizes import Format, Paper

TITLE, SUBTITLE, BODY, NOTE = 19, 10.5, 10, 7.6  # points on A4
_LINE = 1.42  # line height, of the text's size
_MARGIN = 0.38  # inches on A4
_NEVER_FIRST = "，。；：、）」』”’％!?)]}"  # no line begins with these
_STAMP_TURN = 22  # degrees, of the watermark
_SAFE = 0.97  # a letter fitted to the pixels of a small picture is up to 3 % wider than its design
_STYLE: dict[Any, Any] = {
    "text.color": theme.INK,
    "axes.edgecolor": theme.QUIET,
    "axes.labelcolor": theme.QUIET,
    "xtick.color": theme.QUIET,
    "ytick.color": theme.QUIET,
    "axes.unicode_minus": False,
    "text.parse_math": False,  # a dollar sign in a source is a dollar sign
    "svg.fonttype": "path",  # an SVG looks the same where the font is not installed
    "svg.hashsalt": "junheng-atlas",  # the same picture is the same file
    "pdf.fonttype": 42,
    "hatch.linewidth": 0.8,
}
_drawing = Lock()  # matplotlib's settings are global: one picture at a time in a process


@dataclass(frozen=True)
class Body:
    """Where a drawing goes: ``box`` in figure fractions, ``scale`` for its text sizes (points on A4) and lines."""

    figure: Figure
    box: Bbox
    scale: float

    def inset(self, left: float = 0, bottom: float = 0, right: float = 0, top: float = 0) -> Bbox:
        """The box without margins given in inches on A4: room for labels of an axis."""
        width, height = self.figure.get_size_inches() / self.scale
        return Bbox.from_extents(
            self.box.x0 + left / width,
            self.box.y0 + bottom / height,
            self.box.x1 - right / width,
            self.box.y1 - top / height,
        )


def render_picture(caption: Caption, paper: Paper, form: Format, draw: Callable[[Body], None]) -> bytes:
    """The file of one picture: ``draw`` fills what the caption leaves free. Raises MissingGlyphError."""
    with _drawing, mpl.rc_context({**_STYLE, "font.family": [fonts().sans.family, FALLBACK]}):
        figure = Figure(figsize=paper.inches, dpi=paper.dpi, facecolor=theme.PAPER)
        body = _write_caption(figure, caption, paper)
        draw(body)
        if caption.watermark:
            _draw_watermark(figure, caption.watermark)
        check_glyphs(text.get_text() for text in figure.findobj(Text) if isinstance(text, Text))
        if paper.grey:
            for artist in figure.findobj():
                _turn_grey(artist)
        finished = _save_figure(figure, form, caption)
    del figure, body
    gc.collect()  # a figure's parts refer to each other: dozens of megabytes would wait for a chance collection
    return finished


def _save_figure(figure: Figure, form: Format, caption: Caption) -> bytes:
    """The file, without the date of drawing: the same picture is the same bytes."""
    if form is Format.PNG:
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        return write_png(np.asarray(canvas.buffer_rgba()), figure.dpi, caption.title)
    dates: dict[Format, dict[str, Any]] = {Format.SVG: {"Date": None}, Format.PDF: {"CreationDate": None}}
    buffer = BytesIO()
    figure.savefig(buffer, format=form, metadata={"Title": caption.title} | dates.get(form, {}))
    return buffer.getvalue()


def _write_caption(figure: Figure, caption: Caption, paper: Paper) -> Body:
    scale = paper.scale
    heavier = withStroke(
        linewidth=TITLE * scale * 0.035, foreground=convert_to_grey(theme.INK) if paper.grey else theme.INK
    )
    width, height = figure.get_size_inches()
    margin = _MARGIN * scale
    room = (width - 2 * margin) * 72

    def write(lines: list[str], size: float, top: float, colour: str) -> float:
        """Lines from ``top`` (inches from below) downwards; where they end. The title is set heavier."""
        effects = [heavier] if size == TITLE else []
        for line in lines:
            figure.text(
                margin / width, top / height, line, size=size * scale, color=colour, va="top", path_effects=effects
            )
            top -= size * scale * _LINE / 72
        return top

    top = write(wrap_text(caption.title, room, TITLE * scale), TITLE, height - margin * 0.8, theme.INK)
    if caption.subtitle:
        top = write(wrap_text(caption.subtitle, room, SUBTITLE * scale), SUBTITLE, top, theme.QUIET)
    notes = [line for note in caption.notes for line in wrap_text(note, room, NOTE * scale)]
    foot = margin * 0.7 + len(notes) * NOTE * scale * _LINE / 72
    write(notes, NOTE, foot, theme.QUIET)
    gap = 0.1 * scale
    box = Bbox.from_extents(
        margin / width, (foot + gap) / height, 1 - margin / width, max(top - gap, foot + 2 * gap) / height
    )
    return Body(figure, box, scale)


def wrap_text(text: str, room: float, size: float) -> list[str]:
    """Lines no wider than ``room`` points at ``size`` points; Chinese breaks anywhere but before a closing mark."""
    lines, line = [], ""
    for letter in text:
        if line and text_width(line + letter, size) > room * _SAFE:
            kept = len(line)
            while kept > 1 and (line + letter)[kept] in _NEVER_FIRST:
                kept -= 1
            lines.append(line[:kept])
            line = line[kept:]
        line += letter
    return [*lines, line] if line else lines


def text_width(text: str, size: float) -> float:
    """How wide a text of one line is, in points."""
    return sum(map(em_width, text)) * size


def _draw_watermark(figure: Figure, text: str) -> None:
    """The watermark over the whole sheet, title and notes too: whatever part is cut out, some of it is there.

    It stands in every cell of a grid of at least three by three, as large as the cells allow.
    """
    width, height = (side * 72 for side in figure.get_size_inches())  # points
    columns, rows = (max(3, round(side / min(width, height) * 3)) for side in (width, height))
    turn, long = radians(_STAMP_TURN), text_width(text, 1)
    room = (width / columns / (long * cos(turn) + sin(turn)), height / rows / (long * sin(turn) + cos(turn)))
    size = 0.9 * min(room)
    for row in range(rows):
        for column in range(columns):
            figure.text(
                (column + 0.5) / columns,
                (row + 0.5) / rows,
                text,
                size=size,
                color=theme.LINE_80,
                alpha=0.2,
                rotation=_STAMP_TURN,
                ha="center",
                va="center",
                zorder=100,
            )


def _turn_grey(artist: Artist) -> None:
    """Replace an artist's colours by greys of the same lightness."""
    for name in ("facecolor", "edgecolor", "color", "markerfacecolor", "markeredgecolor", "hatchcolor"):
        getter, setter = getattr(artist, f"get_{name}", None), getattr(artist, f"set_{name}", None)
        if getter is None or setter is None:
            continue
        found = getter()
        several = (hasattr(found, "ndim") and found.ndim == 2) or isinstance(found, list)
        if several:
            setter([convert_to_grey(each) for each in found])
        elif found is not None and not (isinstance(found, str) and found in ("none", "auto")):
            setter(convert_to_grey(found))


def convert_to_grey(colour: object) -> tuple[float, float, float, float]:
    """The grey of a colour's relative luminance (ITU-R BT.709 weights, on gamma-coded values), its alpha kept."""
    red, green, blue, alpha = to_rgba(colour)  # type: ignore[arg-type]
    level = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return level, level, level, alpha
