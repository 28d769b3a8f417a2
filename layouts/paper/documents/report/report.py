"""The pack as a Word report: real headings, a filled table of contents, captions, tables, page numbers."""

import io
from collections.abc import Sequence
from itertools import count
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt

from layouts.figures import theme
from layouts.pack_terms import Sentence
from layouts.paper.documents.pack import Exhibit, FailedPicture, Pack
from layouts.paper.documents.report.design import BODY_FONT, make_plain_report, open_template_report, rgb, set_font
from layouts.paper.documents.report.page_estimate import estimate_first_pages
from layouts.paper.documents.report.word_xml import (
    add_bookmark,
    add_field,
    add_link,
    begin_field,
    end_field,
    repeat_head,
    shade_cell,
    update_fields_on_opening,
)
from layouts.paper.documents.text_table import TextTable
from locales import say

_HEAD = "#E9EEF1"
_XML_FORBIDDEN = {code: None for code in range(32) if code not in (9, 10)}


def write_report(pack: Pack, template: bytes | None = None) -> bytes:
    """The DOCX file. ``template`` is an office's DOCX or DOTX, whose styles, header and footer are used.

    Raises TemplateError.
    """
    return _Report(pack, template).write()


class _Report:
    """A document in the making."""

    def __init__(self, pack: Pack, template: bytes | None) -> None:
        self.pack, self.about, self.has_own_footer = pack, pack.about, not template
        self.document: Any = open_template_report(template) if template else make_plain_report()
        self.figures, self.tables, self.bookmarks = count(1), count(1), count(1)
        page = self.document.sections[-1]
        self.width = page.page_width - page.left_margin - page.right_margin

    def write(self) -> bytes:
        about, properties = self.about, self.document.core_properties
        properties.title, properties.author = (
            _clean_text(about.title),
            _clean_text(about.maker or about.dataset),
        )
        self._add_cover()
        self._add_contents()
        for section in self.pack.sections:
            self._add_chapter(section.heading)
            self._add_sentences(section.sentences)
            for block in section.blocks:
                if isinstance(block, TextTable):
                    self._add_table(block)
                else:
                    self._add_exhibit(block)
        self._add_about()
        self._add_failures()
        if self.has_own_footer:
            self._add_footer()
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def _add_cover(self) -> None:
        about = self.about
        for _ in range(6):
            self.document.add_paragraph()
        lines = [line for line in (about.subtitle, *about.made_lines, about.warning) if line]
        paragraphs = [self._add_paragraph(about.title, "Title"), *map(self._add_paragraph, lines)]
        for paragraph in paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if about.warning:
            font = paragraphs[-1].runs[0].font
            font.color.rgb, font.size = rgb(theme.LINE_80), Pt(16)

    def _add_contents(self) -> None:
        """A contents field filled with the headings and their pages, which Word and LibreOffice can refresh."""
        heading = self._add_paragraph(say("document-contents"))
        heading.paragraph_format.page_break_before = True
        heading.runs[0].font.size, heading.runs[0].font.bold = Pt(16), True
        entries = [*(section.heading for section in self.pack.sections), say("document-about")]
        pages = estimate_first_pages(self.pack)
        if self.pack.failures:
            entries.append(say("document-failed"))
            pages.append(pages[-1] + 1)
        for number, (entry, page) in enumerate(zip(entries, pages, strict=True), start=1):
            line = self.document.add_paragraph()
            line.paragraph_format.tab_stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            if number == 1:
                begin_field(line, 'TOC \\o "1-1" \\h \\z \\u')
            add_link(line, _clean_text(entry), _bookmark_name(number), str(page))
            if number == len(entries):
                end_field(line)
        update_fields_on_opening(self.document)

    def _add_chapter(self, text: str) -> None:
        """A heading on a new page, which the contents lead to."""
        heading, number = self._add_paragraph(text, "Heading 1"), next(self.bookmarks)
        heading.paragraph_format.page_break_before = True
        add_bookmark(heading, number, _bookmark_name(number))

    def _add_sentences(self, sentences: Sequence[Sentence], with_next: bool = False) -> None:
        for sentence in sentences:
            form = self._add_paragraph(sentence.text).paragraph_format
            form.first_line_indent, form.space_after, form.keep_with_next = Pt(21), Pt(3), with_next

    def _add_exhibit(self, exhibit: Exhibit) -> None:
        self._add_paragraph(exhibit.page_heading, "Heading 2")
        self._add_sentences(exhibit.sentences, with_next=True)
        if exhibit.status_table is None:
            self._add_picture(exhibit)
        if exhibit.page_table:
            self._add_table(exhibit.page_table)

    def _add_picture(self, exhibit: Exhibit) -> None:
        if isinstance(exhibit.picture, FailedPicture):
            failed = self._add_paragraph(exhibit.picture.text)
            failed.runs[0].font.color.rgb = rgb(theme.LINE_80)
        elif exhibit.picture is not None:
            paragraph = self.document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.keep_with_next = True
            shape = paragraph.add_run().add_picture(io.BytesIO(exhibit.picture), width=self.width)
            shape._inline.docPr.set("descr", _clean_text(exhibit.title))  # no public way to a description
            self._add_caption(say("document-figure-caption", number=next(self.figures), title=exhibit.title))

    def _add_table(self, table: TextTable) -> None:
        caption = self._add_caption(say("document-table-caption", number=next(self.tables), title=table.title))
        caption.paragraph_format.keep_with_next = True
        grid = self.document.add_table(len(table.rows) + 1, len(table.columns))
        grid.style = self._find_style("Table Grid", grid.style)
        grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        shares = table.column_shares
        widths = [int(self.width * share / sum(shares)) for share in shares]
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = width
        for row, texts in enumerate((table.columns, *table.rows)):
            for column, (cell, text) in enumerate(zip(grid.rows[row].cells, texts, strict=True)):
                cell.width = widths[column]
                fill = _HEAD if row == 0 else table.fill(row - 1, column)
                _write_cell(cell, text, table.text_size, fill, table.numeric[column])
        for cell in grid.rows[0].cells:
            cell.paragraphs[0].runs[0].font.bold = True
        repeat_head(grid)
        if table.note:
            set_font(self._add_paragraph(table.note).runs[0], BODY_FONT, 8)

    def _add_about(self) -> None:
        self._add_chapter(say("document-about"))
        self._add_paragraph(self.about.dataset_line)
        for name, text in self.about.notes:
            self._add_paragraph(say("list-named", name=name, text=text)).paragraph_format.space_after = Pt(2)

    def _add_failures(self) -> None:
        if self.pack.failures:
            self._add_chapter(say("document-failed"))
        for failure in self.pack.failures:
            self._add_paragraph(failure.text)

    def _add_footer(self) -> None:
        page = self.document.sections[-1]
        page.different_first_page_header_footer = True
        line = page.footer.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        set_font(line.add_run(_clean_text(f"{self.about.footer}　")), BODY_FONT, 8)
        add_field(line, "PAGE", "1")

    def _add_caption(self, text: str) -> Any:
        paragraph = self._add_paragraph(text, "Caption")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def _add_paragraph(self, text: str, style: str = "Normal") -> Any:
        paragraph = self.document.add_paragraph()
        paragraph.style = self._find_style(style, paragraph.style)
        paragraph.add_run(_clean_text(text))
        return paragraph

    def _find_style(self, name: str, default: Any) -> Any:
        """A style by its name; a template that lacks it keeps its default."""
        return self.document.styles[name] if name in [style.name for style in self.document.styles] else default


def _write_cell(cell: Any, text: str, size: float, fill: str | None, right: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
    run = paragraph.add_run(_clean_text(text))
    set_font(run, BODY_FONT, size)
    if fill:
        run.font.color.rgb = rgb(theme.text_colour(fill))
        shade_cell(cell, fill.removeprefix("#"))


def _bookmark_name(number: int) -> str:
    return f"section_{number - 1}"


def _clean_text(text: str) -> str:
    """Without the control characters that XML forbids."""
    return text.translate(_XML_FORBIDDEN)
