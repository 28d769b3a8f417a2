"""Texts and tables on a slide of python-pptx: boxes, lines, bullets, page numbers, the stamp of a demonstration."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from layouts.figures import theme
from layouts.paper.documents.text_table import TextTable, count_letters

_SMALL_TITLE = Pt(16)
_HEAD = theme.OUTLINE


def rgb(colour: str) -> RGBColor:
    """A CSS colour as python-pptx takes it."""
    return RGBColor.from_string(colour.removeprefix("#"))


def add_text_box(slide: Any, left: float, top: float, width: float, height: float) -> Any:
    """The frame of a new box, in EMU."""
    frame = slide.shapes.add_textbox(*(Emu(int(length)) for length in (left, top, width, height))).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    return frame


def write_lines(frame: Any, lines: Sequence[str], size: float, colour: str, after: float = 0) -> None:
    """Write lines into an empty frame; ``size`` and the space ``after`` each line are in points."""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(after)
        _add_run(paragraph, line, size, colour)


def _add_run(paragraph: Any, text: str, size: float, colour: str) -> Any:
    run = paragraph.add_run()
    run.text = text
    run.font.size = Pt(size)
    run.font.color.rgb = rgb(colour)
    return run


def add_bullets(frame: Any) -> None:
    """Make paragraphs a list: a dot, and further lines under the first one."""
    for paragraph in frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()  # python-pptx has no lists
        properties.set("marL", str(Inches(0.22)))
        properties.set("indent", str(-Inches(0.22)))
        properties.append(properties.makeelement(qn("a:buChar"), {"char": "•"}))


def add_page_number(frame: Any) -> None:
    """Add the slide's number as a field, so that moved slides keep right numbers."""
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = paragraph._p.makeelement(qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"})
    properties = field.makeelement(qn("a:rPr"), {"sz": "1000"})
    text = field.makeelement(qn("a:t"), {})
    text.text = "‹#›"
    field.extend([properties, text])
    paragraph._p.append(field)  # python-pptx has no fields


def add_stamp(slide: Any, text: str, slide_width: int, slide_height: int) -> None:
    """Write a warning across the slide, faint enough to read through."""
    width, height = Inches(8), Inches(1)
    frame = add_text_box(slide, (slide_width - width) // 2, (slide_height - height) // 2, width, height)
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    run = _add_run(frame.paragraphs[0], text, 40, theme.LINE_80)
    colour = run._r.get_or_add_rPr().find(qn("a:solidFill"))[0]  # no public way to transparency
    colour.append(colour.makeelement(qn("a:alpha"), {"val": "16000"}))
    slide.shapes[-1].rotation = -20


def shrink_title(title: Any, usual: int) -> None:
    """Set a title smaller that is too long for one line at the ``usual`` size."""
    count = count_letters(title.text_frame.text) + 2
    if title.width and count * usual > title.width:
        size = max(_SMALL_TITLE, title.width / count)
        title.text_frame.paragraphs[0].runs[0].font.size = Emu(int(size))


def add_table(slide: Any, table: TextTable, room: tuple[int, int, int, int]) -> None:
    """Add a native table that fills the width of ``room``; its texts are as large as width and height allow."""
    left, top, width, height = room
    line = min(Inches(0.42), Emu(int(height / (len(table.rows) + 1))))
    grid = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), left, top, width, line).table
    shares = table.column_shares
    for column, share in zip(grid.columns, shares, strict=True):
        column.width = Emu(int(width * share / sum(shares)))
    size = max(7.0, min(12.0, line / Pt(1) * 0.42, width / Pt(1) / sum(shares)))
    for row, texts in enumerate((table.columns, *table.rows)):
        grid.rows[row].height = line
        for column, text in enumerate(texts):
            fill = _HEAD if row == 0 else table.fill(row - 1, column)
            _write_cell(grid.cell(row, column), text, size, fill, table.numeric[column])
    for cell in grid.rows[0].cells:
        cell.text_frame.paragraphs[0].runs[0].font.bold = True


def _write_cell(cell: Any, text: str, size: float, fill: str | None, right: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(0.05)
    cell.margin_top = cell.margin_bottom = Inches(0.015)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.text_frame.word_wrap = True
    paragraph = cell.text_frame.paragraphs[0]
    _add_run(paragraph, text, size, theme.text_colour(fill))
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(fill or theme.PAPER)
