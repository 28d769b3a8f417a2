"""The pack as a Word report: real headings, a filled table of contents, captions, tables, page numbers."""

import io
from collections.abc import Sequence
from itertools import count
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from layouts.figures import theme
from layouts.pack_terms import Sentence
from layouts.paper.documents.pack import (
    Exhibit,
    FailedPicture,
    Pack,
    Pictures,
    TextTable,
    column_shares,
    status_table,
    table_size,
)
from layouts.paper.documents.report_pages import chapter_pages
from layouts.paper.documents.template import open_template
from layouts.words.paper import packs as words

LATIN, BODY_FONT, HEADING_FONT = "Times New Roman", "宋体", "Microsoft YaHei"
_A4 = Cm(21), Cm(29.7)
_MARGIN = Cm(2.3)
_HEAD = "#E9EEF1"
_XML_FORBIDDEN = {code: None for code in range(32) if code not in (9, 10)}


def report(pack: Pack, pictures: Pictures, template: bytes | None = None) -> bytes:
    """The DOCX file. ``template`` is an office's DOCX or DOTX, whose styles, header and footer are used.

    Raises TemplateError.
    """
    return _Report(pack, pictures, template).file()


class _Report:
    """A document in the making."""

    def __init__(self, pack: Pack, pictures: Pictures, template: bytes | None) -> None:
        self.pack, self.about, self.pictures = pack, pack.about, pictures
        self.document: Any = _opened(template) if template else _plain()
        self.own_footer = not template
        self.figures, self.tables, self.bookmarks = count(1), count(1), count(1)
        page = self.document.sections[-1]
        self.width = page.page_width - page.left_margin - page.right_margin

    def file(self) -> bytes:
        about, properties = self.about, self.document.core_properties
        properties.title, properties.author = _clean(about.title), _clean(about.maker or about.dataset)
        self._cover()
        self._contents()
        position = 0
        for number, section in enumerate(self.pack.sections):
            self._heading(section.heading, number)
            self._sentences(section.sentences)
            for block in section.blocks:
                if isinstance(block, TextTable):
                    self._table(block)
                    continue
                self._exhibit(block, self.pictures.of(position))
                position += 1
        self._about()
        self._failures()
        if self.own_footer:
            self._footer()
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def _cover(self) -> None:
        about = self.about
        for _ in range(6):
            self.document.add_paragraph()
        title = self._paragraph(about.title, "Title")
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        lines = [about.subtitle, about.maker, words.dated(about.today)]
        for line in [*lines, words.dataset_line(about.dataset, about.version)]:
            if line:
                self._paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
        if about.warning:
            warning = self._paragraph(about.warning)
            warning.alignment = WD_ALIGN_PARAGRAPH.CENTER
            warning.runs[0].font.color.rgb, warning.runs[0].font.size = _rgb(theme.LINE_80), Pt(16)

    def _contents(self) -> None:
        """A contents field filled with the headings and their pages, which Word and LibreOffice can refresh."""
        heading = self._paragraph(words.CONTENTS)
        heading.paragraph_format.page_break_before = True
        heading.runs[0].font.size, heading.runs[0].font.bold = Pt(16), True
        entries = [*(section.heading for section in self.pack.sections), words.ABOUT]
        pages = chapter_pages(self.pack, self.pictures)
        if self._failed():
            entries.append(words.FAILED)
            pages.append(pages[-1] + 1)
        for number, (entry, page) in enumerate(zip(entries, pages, strict=True)):
            line = self.document.add_paragraph()
            line.paragraph_format.tab_stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            if number == 0:
                _field_start(line, 'TOC \\o "1-1" \\h \\z \\u')
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _bookmark_name(number))
            line._p.append(link)  # python-docx has no links inside a document
            link.append(_run(f"{_clean(entry)}"))
            link.append(_tab())
            link.extend(_field(f"PAGEREF {_bookmark_name(number)} \\h", str(page)))
            if number == len(entries) - 1:
                line._p.append(_field_mark("end"))
        _update_on_opening(self.document)

    def _heading(self, text: str, number: int) -> None:
        heading = self._paragraph(text, "Heading 1")
        heading.paragraph_format.page_break_before = True
        _bookmark(heading, next(self.bookmarks), _bookmark_name(number))

    def _sentences(self, sentences: Sequence[Sentence], with_next: bool = False) -> None:
        for sentence in sentences:
            paragraph = self._paragraph(sentence.text)
            paragraph.paragraph_format.first_line_indent = Pt(21)
            paragraph.paragraph_format.space_after = Pt(3)
            paragraph.paragraph_format.keep_with_next = with_next

    def _exhibit(self, exhibit: Exhibit, drawn: bytes | FailedPicture | None) -> None:
        self._paragraph(exhibit.title, "Heading 2")
        self._sentences(exhibit.sentences, with_next=True)
        statuses = status_table(exhibit)
        if statuses:
            self._table(statuses)
        elif isinstance(drawn, bytes):
            self._picture(exhibit, drawn)
        elif drawn:
            failed = self._paragraph(words.failed_text(drawn.title, drawn.reason))
            failed.runs[0].font.color.rgb = _rgb(theme.LINE_80)
        if exhibit.table:
            self._table(exhibit.table, f"{exhibit.title}　{exhibit.table.title}")

    def _picture(self, exhibit: Exhibit, drawn: bytes) -> None:
        picture = self.document.add_paragraph()
        picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
        picture.paragraph_format.keep_with_next = True
        shape = picture.add_run().add_picture(io.BytesIO(drawn), width=self.width)
        shape._inline.docPr.set("descr", _clean(exhibit.title))  # no public way to a description
        self._caption(words.figure_caption(next(self.figures), exhibit.title))

    def _table(self, table: TextTable, title: str = "") -> None:
        caption = self._caption(words.table_caption(next(self.tables), title or table.title))
        caption.paragraph_format.keep_with_next = True
        grid = self.document.add_table(len(table.rows) + 1, len(table.columns))
        grid.style = self._style("Table Grid", grid.style)
        grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        shares, size = column_shares(table), table_size(table)
        widths = [int(self.width * share / sum(shares)) for share in shares]
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = width
        for row, texts in enumerate((table.columns, *table.rows)):
            for column, (cell, text) in enumerate(zip(grid.rows[row].cells, texts, strict=True)):
                cell.width = widths[column]
                fill = _HEAD if row == 0 else table.fill(row - 1, column)
                _write_cell(cell, text, size, fill, table.numeric[column])
        for cell in grid.rows[0].cells:
            cell.paragraphs[0].runs[0].font.bold = True
        _repeat_head(grid)
        if table.note:
            note = self._paragraph(table.note)
            _set_font(note.runs[0], BODY_FONT, 8)

    def _about(self) -> None:
        number = len(self.pack.sections)
        self._heading(words.ABOUT, number)
        self._paragraph(words.dataset_line(self.about.dataset, self.about.version))
        for name, text in self.about.notes:
            paragraph = self._paragraph(f"{name}：{text}")
            paragraph.paragraph_format.space_after = Pt(2)

    def _failed(self) -> list[FailedPicture]:
        return list(dict.fromkeys([*self.pack.failures, *self.pictures.failures]))

    def _failures(self) -> None:
        failed = self._failed()
        if failed:
            self._heading(words.FAILED, len(self.pack.sections) + 1)
        for failure in failed:
            self._paragraph(words.failed_text(failure.title, failure.reason))

    def _footer(self) -> None:
        about = self.about
        page = self.document.sections[-1]
        page.different_first_page_header_footer = True
        line = page.footer.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        parts = [about.title, words.dataset_line(about.dataset, about.version), about.warning]
        _set_font(line.add_run(_clean("　".join(part for part in parts if part)) + "　"), BODY_FONT, 8)
        for element in _field("PAGE", "1"):
            line._p.append(element)

    def _caption(self, text: str) -> Any:
        paragraph = self._paragraph(text, "Caption")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def _paragraph(self, text: str, style: str = "Normal") -> Any:
        paragraph = self.document.add_paragraph()
        paragraph.style = self._style(style, paragraph.style)
        paragraph.add_run(_clean(text))
        return paragraph

    def _style(self, name: str, default: Any) -> Any:
        """A style by its name; a template that lacks it keeps its default."""
        return self.document.styles[name] if name in [style.name for style in self.document.styles] else default


def _opened(template: bytes) -> Any:
    """The office's document without its text."""
    document = open_template(template, "a Word file (.docx or .dotx)", Document)
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    return document


def _plain() -> Any:
    """A4, fonts that offices have, quiet headings."""
    document = Document()
    page = document.sections[0]
    page.orientation, (page.page_width, page.page_height) = WD_ORIENT.PORTRAIT, _A4
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    sizes = {"Normal": 10.5, "Title": 26, "Heading 1": 16, "Heading 2": 12.5, "Caption": 9}
    for name, size in sizes.items():
        style = document.styles[name]
        font = BODY_FONT if name in ("Normal", "Caption") else HEADING_FONT
        style.font.size, style.font.color.rgb = Pt(size), _rgb(theme.INK)
        _set_style_font(style, font)
    document.styles["Caption"].font.bold = False
    _set_language(document)
    title_border = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if title_border is not None:
        document.styles["Title"].element.pPr.remove(title_border)
    return document


def _set_language(document: Any) -> None:
    """Chinese of the mainland: it decides the shape and place of full-width signs."""
    language = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    language.set(qn("w:eastAsia"), "zh-CN")


def _set_style_font(style: Any, font: str) -> None:
    style.font.name = LATIN if font == BODY_FONT else "Arial"
    fonts = style.element.rPr.rFonts
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)
    fonts.set(qn("w:eastAsia"), font)


def _set_font(run: Any, font: str, size: float) -> None:
    run.font.size, run.font.name = Pt(size), LATIN
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # no public way to the East Asian font


def _write_cell(cell: Any, text: str, size: float, fill: str | None, right: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
    run = paragraph.add_run(_clean(text))
    _set_font(run, BODY_FONT, size)
    if fill:
        run.font.color.rgb = _rgb(theme.text_colour(fill))
        _shade(cell, fill.removeprefix("#"))


def _repeat_head(grid: Any) -> None:
    """The first row stands on every page that the table reaches, and no row breaks across pages."""
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _bookmark_name(number: int) -> str:
    return f"section_{number}"


def _bookmark(paragraph: Any, number: int, name: str) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.insert_element_before(start, "w:r")
    paragraph._p.append(end)


def _field(code: str, shown: str) -> list[Any]:
    """A field with the text shown until it is refreshed."""
    return [_field_mark("begin"), _field_code(code), _field_mark("separate"), _run(shown), _field_mark("end")]


def _field_start(paragraph: Any, code: str) -> None:
    paragraph._p.extend([_field_mark("begin"), _field_code(code), _field_mark("separate")])


def _field_mark(kind: str) -> Any:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _field_code(code: str) -> Any:
    run, text = OxmlElement("w:r"), OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {code} "
    run.append(text)
    return run


def _run(text: str) -> Any:
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.set(qn("xml:space"), "preserve")
    shown.text = text
    run.append(shown)
    return run


def _tab() -> Any:
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:tab"))
    return run


def _update_on_opening(document: Any) -> None:
    """Word asks once whether to refresh the page numbers of the contents."""
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    document.settings.element.append(update)


def _clean(text: str) -> str:
    """Without the control characters that XML forbids."""
    return text.translate(_XML_FORBIDDEN)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
