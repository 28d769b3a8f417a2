"""The pack as a PowerPoint deck, 16:9: maps as pictures, charts and tables to be edited, on an office's template."""

import io
from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import Any, TypeVar

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from layouts.figures import theme
from layouts.figures.specs.chart_spec import ChartSpec
from layouts.pack_terms import Sentence
from layouts.paper.documents.deck_charts import add_chart, is_native
from layouts.paper.documents.pack import (
    Exhibit,
    FailedPicture,
    Pack,
    Pictures,
    TextTable,
    column_shares,
    letters,
    status_table,
)
from layouts.paper.documents.template import TemplateError, open_template
from layouts.words.paper import packs as words

LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_EDGE, _FOOT = Inches(0.55), Inches(0.62)
_PLAIN_TITLE, _LARGE_TITLE, _SMALL_TITLE = Pt(24), Pt(46), Pt(16)
_HEAD = theme.OUTLINE
_MOST_SENTENCES, _MOST_ROWS, _MOST_CONTENTS = 7, 12, 12
Item = TypeVar("Item")
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def in_deck_as_picture(exhibit: Exhibit) -> bool:
    """Whether the deck shows a picture of it; what PowerPoint can draw itself is drawn there."""
    return status_table(exhibit) is None and not (exhibit.chart and is_native(exhibit.chart))


def deck(pack: Pack, pictures: Pictures, template: bytes | None = None) -> bytes:
    """The PPTX file. ``template`` is an office's PPTX or POTX, whose masters are used. Raises TemplateError."""
    return _Deck(pack, pictures, template).file()


class _Deck:
    """Slides in the making, one method a kind."""

    def __init__(self, pack: Pack, pictures: Pictures, template: bytes | None) -> None:
        self.pack, self.about, self.pictures = pack, pack.about, pictures
        self.plain = not template
        self.office: Any = _opened(template) if template else _plain()
        layouts = self.office.slide_layouts
        self.title_layout = layouts[0]
        self.layout = _title_only(layouts)
        self.width, self.height = self.office.slide_width, self.office.slide_height

    def file(self) -> bytes:
        self._title_slide()
        self._contents()
        position = 0
        for section in self.pack.sections:
            self._sentences(section.heading, section.sentences)
            for block in section.blocks:
                if isinstance(block, TextTable):
                    self._tables(block)
                    continue
                self._exhibit(block, position)
                position += 1
        self._failures()
        self.office.core_properties.title = self.about.title
        self.office.core_properties.author = self.about.maker or self.about.dataset
        buffer = io.BytesIO()
        self.office.save(buffer)
        return buffer.getvalue()

    def _title_slide(self) -> None:
        slide = self.office.slides.add_slide(self.title_layout)
        about = self.about
        lines = [about.subtitle, about.maker, words.dated(about.today)]
        lines += [words.dataset_line(about.dataset, about.version), about.warning]
        below = [line for line in lines if line]
        _write_title(slide, about.title)
        body = next((p for p in slide.placeholders if p.placeholder_format.type not in (*_TITLES, *_FURNITURE)), None)
        frame = (
            body.text_frame if body else self._box(slide, _EDGE, self.height * 0.6, self.width - 2 * _EDGE, Inches(2))
        )
        _fill(frame, below, 16, theme.QUIET, 4)
        if self.plain:
            _set_title_slide(slide, frame)
        self._stamp(slide)

    def _contents(self) -> None:
        for page in _pages([section.heading for section in self.pack.sections], _MOST_CONTENTS):
            slide = self._slide(words.CONTENTS)
            left, top, width, height = self._room(slide)
            frame = self._box(slide, left, top, width, height)
            _fill(frame, [f"{number}　{heading}" for number, heading in enumerate(page, start=1)], 20, theme.INK, 10)
            self._stamp(slide)

    def _sentences(self, heading: str, sentences: Sequence[Sentence]) -> None:
        for number, page in enumerate(_pages(sentences, _MOST_SENTENCES)):
            slide = self._slide(heading + (words.CONTINUED if number else ""))
            frame = self._box(slide, *self._room(slide))
            _fill(frame, [sentence.text for sentence in page], 17, theme.INK, 10)
            _add_bullets(frame)
            self._stamp(slide)

    def _tables(self, table: TextTable) -> None:
        for start in range(0, len(table.rows), _MOST_ROWS):
            slide = self._slide(table.title + (words.CONTINUED if start else ""), table.note)
            page = slice(start, start + _MOST_ROWS)
            add_table(slide, replace(table, rows=table.rows[page], fills=table.fills[page]), self._room(slide))
            self._stamp(slide)

    def _exhibit(self, exhibit: Exhibit, position: int) -> None:
        statuses = status_table(exhibit)
        if statuses:
            self._tables(statuses)
        elif exhibit.chart is not None and is_native(exhibit.chart):
            self._chart(exhibit, exhibit.chart)
        else:
            self._picture(exhibit, self.pictures.of(position))

    def _chart(self, exhibit: Exhibit, chart: ChartSpec) -> None:
        slide = self._slide(exhibit.title, exhibit.source)
        left, top, width, height = self._room(slide)
        strip = self._strip(slide, exhibit.sentences, left, top, width)
        top, height = top + strip, height - strip
        share = 0.64 if exhibit.table else 1.0
        add_chart(slide, chart, (left, top, Emu(int(width * share)), height), exhibit.title)
        if exhibit.table:
            side = Emu(int(width * (share + 0.02)))
            add_table(slide, exhibit.table, (left + side, top, width - side, height))
        self._stamp(slide)

    def _strip(self, slide: Any, sentences: Sequence[Sentence], left: int, top: int, width: int) -> int:
        """Sentences above a chart; how much room they take."""
        if not sentences:
            return 0
        per_line = width / Pt(13)
        lines = sum(max(1, ceil(letters(sentence.text) / per_line)) for sentence in sentences)
        height = Pt(13) * 1.4 * lines + Inches(0.2)
        _fill(self._box(slide, left, top, width, int(height)), [s.text for s in sentences], 13, theme.INK, 2)
        return int(height)

    def _picture(self, exhibit: Exhibit, drawn: bytes | FailedPicture | None) -> None:
        slide = self._slide(exhibit.title, exhibit.source)
        left, top, width, height = self._room(slide)
        if isinstance(drawn, FailedPicture):
            _fill(
                self._box(slide, left, top, width, height),
                [words.failed_text(drawn.title, drawn.reason)],
                18,
                theme.LINE_80,
            )
        if not isinstance(drawn, bytes):
            return
        image = slide.shapes.add_picture(io.BytesIO(drawn), left, top, height=height)
        if image.width > width:
            image.width, image.height = width, Emu(int(image.height * width / image.width))
        image._element._nvXxPr.cNvPr.set("descr", exhibit.title)  # no public way to a picture's description
        side = left + image.width + Inches(0.25)
        room = self.width - side - _EDGE
        if exhibit.sentences and room > Inches(1.5):
            _fill(self._box(slide, side, top, room, height), [s.text for s in exhibit.sentences], 15, theme.INK, 10)

    def _failures(self) -> None:
        failed = [*self.pack.failures, *self.pictures.failures]
        for page in _pages(list(dict.fromkeys(failed)), _MOST_SENTENCES):
            slide = self._slide(words.FAILED)
            texts = [words.failed_text(failure.title, failure.reason) for failure in page]
            _fill(self._box(slide, *self._room(slide)), texts, 14, theme.INK, 6)
            self._stamp(slide)

    def _slide(self, title: str, source: str = "") -> Any:
        slide = self.office.slides.add_slide(self.layout)
        _write_title(slide, title)
        _fit_title(slide, title, _PLAIN_TITLE if self.plain else _LARGE_TITLE)
        for empty in [p for p in slide.placeholders if p.placeholder_format.type not in _TITLES]:
            empty.element.getparent().remove(empty.element)
        self._footer(slide, source)
        return slide

    def _footer(self, slide: Any, source: str) -> None:
        top = self.height - _FOOT
        about = self.about
        texts = [source] if source else []
        texts.append(
            "　".join(t for t in (words.dataset_line(about.dataset, about.version), about.maker, about.warning) if t)
        )
        _fill(self._box(slide, _EDGE, top, self.width - 2 * _EDGE - Inches(0.8), Inches(0.5)), texts, 9, theme.QUIET)
        frame = self._box(slide, self.width - _EDGE - Inches(0.8), top, Inches(0.8), Inches(0.4))
        _page_number(frame)

    def _room(self, slide: Any) -> tuple[int, int, int, int]:
        """Left, top, width and height between the title and the footer."""
        title = slide.shapes.title
        top = int(title.top + title.height) if title is not None and title.top is not None else Inches(1.2)
        top = min(top + Inches(0.08), int(self.height * 0.35))
        return _EDGE, top, self.width - 2 * _EDGE, self.height - _FOOT - top - Inches(0.08)

    def _box(self, slide: Any, left: int, top: int, width: int, height: int) -> Any:
        frame = slide.shapes.add_textbox(Emu(int(left)), Emu(int(top)), Emu(int(width)), Emu(int(height))).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = 0
        return frame

    def _stamp(self, slide: Any) -> None:
        """The warning across a slide that shows demonstration data, faint enough to read through."""
        if not self.about.warning:
            return
        width, height = Inches(8), Inches(1)
        frame = self._box(slide, (self.width - width) // 2, (self.height - height) // 2, width, height)
        frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        run = frame.paragraphs[0].add_run()
        run.text = self.about.warning
        _format(run, 40, theme.LINE_80)
        colour = run._r.get_or_add_rPr().find(qn("a:solidFill"))[0]  # no public way to transparency
        colour.append(colour.makeelement(qn("a:alpha"), {"val": "16000"}))
        slide.shapes[-1].rotation = -20


def _pages(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Items in portions that a slide can hold."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def _opened(template: bytes) -> Any:
    """The office's presentation without its slides."""
    office = open_template(template, "a PowerPoint file (.pptx or .potx)", Presentation)
    if not len(office.slide_layouts):
        raise TemplateError("template: expected a presentation with at least one slide layout, got none")
    slides = office.slides._sldIdLst  # python-pptx cannot remove slides in public
    for slide in list(slides):
        office.part.drop_rel(slide.rId)
        slides.remove(slide)
    return office


def _plain() -> Any:
    """The deck without a template: 16:9, our colours, fonts that offices have."""
    office: Any = Presentation()
    ratio = _WIDTH / office.slide_width
    office.slide_width, office.slide_height = _WIDTH, _HEIGHT
    master = office.slide_master
    for sheet in (master, *master.slide_layouts):
        for shape in sheet.placeholders:
            if shape.placeholder_format.type in _TITLES:
                shape.left, shape.top, shape.width, shape.height = _EDGE, Inches(0.3), _WIDTH - 2 * _EDGE, Inches(0.75)
            else:
                shape.left, shape.width = Emu(int(shape.left * ratio)), Emu(int(shape.width * ratio))
    first = office.slide_layouts[0]
    for shape in first.placeholders:
        if shape.placeholder_format.type in _TITLES:
            shape.left, shape.top, shape.width, shape.height = Inches(1), Inches(1.9), Inches(11.3), Inches(1.3)
        elif shape.placeholder_format.type not in _FURNITURE:
            shape.left, shape.top, shape.width, shape.height = Inches(1), Inches(3.4), Inches(11.3), Inches(2.6)
    _set_theme_fonts(master)
    _set_title_style(master)
    return office


def _set_title_slide(slide: Any, below: Any) -> None:
    """A larger title over a short rule; what stands below begins at the left, too."""
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(38)
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    for paragraph in below.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1.1), Inches(3.28), Inches(1.4), Inches(0.06))
    rule.fill.solid()
    rule.fill.fore_color.rgb = RGBColor.from_string(theme.LINE_80.removeprefix("#"))
    rule.line.fill.background()


def _set_theme_fonts(master: Any) -> None:
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    blob = part.blob.decode("utf-8")
    for kind in ("majorFont", "minorFont"):
        head, rest = blob.split(f"<a:{kind}>", 1)
        own, tail = rest.split(f"</a:{kind}>", 1)
        own = _attribute(own, "<a:latin", LATIN)
        own = _attribute(own, "<a:ea", EAST_ASIAN)
        blob = f"{head}<a:{kind}>{own}</a:{kind}>{tail}"
    part._blob = blob.encode("utf-8")  # the theme has no interface of its own


def _attribute(xml: str, tag: str, font: str) -> str:
    before, after = xml.split(tag, 1)
    return f'{before}{tag} typeface="{font}"{after[after.index("/>") :]}'


def _set_title_style(master: Any) -> None:
    style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    run = style.find(qn("a:defRPr"))
    run.set("sz", str(int(_PLAIN_TITLE.pt * 100)))
    run.set("b", "1")
    fill = run.find(qn("a:solidFill"))
    fill.clear()
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": theme.INK.removeprefix("#")}))


def _title_only(layouts: Any) -> Any:
    """The layout with a title and the least besides."""

    def besides(layout: Any) -> tuple[bool, int]:
        kinds = [shape.placeholder_format.type for shape in layout.placeholders]
        has_title = any(kind in _TITLES for kind in kinds)
        return not has_title, sum(kind not in (*_TITLES, *_FURNITURE) for kind in kinds)

    return min(layouts, key=besides)


def _write_title(slide: Any, text: str) -> None:
    if slide.shapes.title is not None:
        slide.shapes.title.text_frame.text = text


def _fit_title(slide: Any, text: str, usual: int) -> None:
    """A title too long for one line at the ``usual`` size is set smaller."""
    title = slide.shapes.title
    if title is not None and title.width and (letters(text) + 2) * usual > title.width:
        size = max(_SMALL_TITLE, title.width / (letters(text) + 2))
        title.text_frame.paragraphs[0].runs[0].font.size = Emu(int(size))


def _fill(frame: Any, lines: Sequence[str], size: float, colour: str, after: float = 0) -> None:
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(after)
        run = paragraph.add_run()
        run.text = line
        _format(run, size, colour)


def _add_bullets(frame: Any) -> None:
    """Paragraphs as a list: a dot, and further lines under the first one."""
    for paragraph in frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()  # python-pptx has no lists
        properties.set("marL", str(Inches(0.22)))
        properties.set("indent", str(-Inches(0.22)))
        properties.append(properties.makeelement(qn("a:buChar"), {"char": "•"}))


def _format(run: Any, size: float, colour: str) -> None:
    run.font.size = Pt(size)
    run.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))


def _page_number(frame: Any) -> None:
    """The slide's number as a field, so that moved slides keep right numbers."""
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = paragraph._p.makeelement(qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"})
    properties = field.makeelement(qn("a:rPr"), {"sz": "1000"})
    text = field.makeelement(qn("a:t"), {})
    text.text = "‹#›"
    field.extend([properties, text])
    paragraph._p.append(field)  # python-pptx has no fields


def add_table(slide: Any, table: TextTable, room: tuple[int, int, int, int]) -> None:
    """A native table that fills the width of ``room``; its texts are as large as width and height allow."""
    left, top, width, height = room
    line = min(Inches(0.42), Emu(int(height / (len(table.rows) + 1))))
    frame = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), left, top, width, line)
    shares = column_shares(table)
    for column, share in zip(frame.table.columns, shares, strict=True):
        column.width = Emu(int(width * share / sum(shares)))
    size = max(7.0, min(12.0, line / Pt(1) * 0.42, width / Pt(1) / sum(shares)))
    for row, texts in enumerate((table.columns, *table.rows)):
        frame.table.rows[row].height = line
        for column, text in enumerate(texts):
            fill = _HEAD if row == 0 else table.fill(row - 1, column)
            _write_cell(frame.table.cell(row, column), text, size, fill, table.numeric[column])
    for cell in frame.table.rows[0].cells:
        cell.text_frame.paragraphs[0].runs[0].font.bold = True


def _write_cell(cell: Any, text: str, size: float, fill: str | None, right: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(0.05)
    cell.margin_top = cell.margin_bottom = Inches(0.015)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.text_frame.word_wrap = True
    paragraph = cell.text_frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = text
    _format(run, size, theme.text_colour(fill))
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string((fill or theme.PAPER).removeprefix("#"))
