"""The pack as a PowerPoint deck: maps as pictures, charts and tables to be edited, on an office's template or plain."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from math import ceil
from typing import Any, TypeVar

from pptx.util import Emu, Inches, Pt

from layouts.figures import theme
from layouts.pack_terms import Sentence
from layouts.paper.documents.deck.charts import NativeSpec, Room, add_chart
from layouts.paper.documents.deck.design import (
    EDGE,
    PLAIN_TITLE,
    find_body,
    find_title_layout,
    is_title,
    make_plain_deck,
    open_template_deck,
    style_plain_title_slide,
)
from layouts.paper.documents.deck.slide_text import (
    add_bullets,
    add_page_number,
    add_stamp,
    add_table,
    add_text_box,
    shrink_title,
    write_lines,
)
from layouts.paper.documents.pack import Exhibit, FailedPicture, Pack
from layouts.paper.documents.text_table import TextTable, count_letters
from locales import say

_FOOT = Inches(0.62)
_CAVEAT = 10  # points
_LARGE_TITLE = Pt(46)
_MOST_SENTENCES, _MOST_ROWS, _MOST_CONTENTS = 7, 12, 12
Item = TypeVar("Item")


def is_picture_in_deck(exhibit: Exhibit) -> bool:
    """Whether the deck shows a picture of it; what PowerPoint can draw itself is drawn there."""
    return exhibit.status_table is None and not isinstance(exhibit.chart, NativeSpec)


def write_deck(pack: Pack, template: bytes | None = None) -> bytes:
    """The PPTX file. ``template`` is an office's PPTX or POTX, whose masters are used. Raises TemplateError."""
    return _Deck(pack, template).write()


class _Deck:
    """Slides in the making, one method a kind."""

    def __init__(self, pack: Pack, template: bytes | None) -> None:
        self.pack, self.about, self.is_plain = pack, pack.about, not template
        self.deck: Any = open_template_deck(template) if template else make_plain_deck()
        self.layout = find_title_layout(self.deck.slide_layouts)
        self.width, self.height = self.deck.slide_width, self.deck.slide_height

    def write(self) -> bytes:
        self._add_title_slide()
        self._add_contents()
        for section in self.pack.sections:
            self._add_sentences(section.heading, section.sentences)
            for block in section.blocks:
                if isinstance(block, TextTable):
                    self._add_tables(block)
                else:
                    self._add_exhibit(block)
        self._add_failures()
        self.deck.core_properties.title = self.about.title
        self.deck.core_properties.author = self.about.maker or self.about.dataset
        buffer = io.BytesIO()
        self.deck.save(buffer)
        return buffer.getvalue()

    def _add_title_slide(self) -> None:
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[0])
        about = self.about
        lines = [line for line in (about.subtitle, *about.made_lines, about.warning) if line]
        if slide.shapes.title is not None:
            slide.shapes.title.text_frame.text = about.title
        body = find_body(slide)
        below = (EDGE, self.height * 0.6, self.width - 2 * EDGE, Inches(2))
        frame = body.text_frame if body else add_text_box(slide, *below)
        write_lines(frame, lines, 16, theme.QUIET, 4)
        if self.is_plain:
            style_plain_title_slide(slide, frame)
        self._stamp_slide(slide)

    def _add_contents(self) -> None:
        for page in _split_pages([section.heading for section in self.pack.sections], _MOST_CONTENTS):
            with self._stamped_slide(say("document-contents")) as slide:
                lines = [f"{number}　{heading}" for number, heading in enumerate(page, start=1)]
                write_lines(add_text_box(slide, *self._free_room(slide)), lines, 20, theme.INK, 10)

    def _add_sentences(self, heading: str, sentences: Sequence[Sentence]) -> None:
        for number, page in enumerate(_split_pages(sentences, _MOST_SENTENCES)):
            with self._stamped_slide(heading + (say("document-continued") if number else "")) as slide:
                frame = add_text_box(slide, *self._free_room(slide))
                write_lines(frame, [sentence.text for sentence in page], 17, theme.INK, 10)
                add_bullets(frame)

    def _add_tables(self, table: TextTable) -> None:
        for start in range(0, len(table.rows), _MOST_ROWS):
            page = slice(start, start + _MOST_ROWS)
            part = replace(table, rows=table.rows[page], fills=table.fills[page])
            with self._stamped_slide(table.title + (say("document-continued") if start else ""), table.note) as slide:
                add_table(slide, part, self._free_room(slide))

    def _add_exhibit(self, exhibit: Exhibit) -> None:
        if exhibit.status_table:
            statuses = exhibit.status_table
            note = "　".join(filter(None, (exhibit.title, statuses.note)))
            self._add_tables(replace(statuses, title=exhibit.headline, note=note))
        elif isinstance(exhibit.chart, NativeSpec):
            self._add_chart(exhibit, exhibit.chart)
        else:
            self._add_picture(exhibit)

    def _add_chart(self, exhibit: Exhibit, chart: NativeSpec) -> None:
        with self._stamped_slide(exhibit.headline, exhibit.source) as slide:
            left, top, width, height = self._free_room(slide)
            subject = [exhibit.title] if exhibit.finding else []
            lines = [*subject, *(sentence.text for sentence in exhibit.sentences)]
            strip = self._add_strip(slide, lines, (left, top, width, height))
            top, height = top + strip, height - strip
            height -= self._add_caveat(slide, exhibit.caveat, (left, top, width, height))
            share = 0.64 if exhibit.table else 1.0
            add_chart(slide, chart, (left, top, Emu(int(width * share)), height), exhibit.title)
            if exhibit.table:
                side = Emu(int(width * (share + 0.02)))
                add_table(slide, exhibit.table, (left + side, top, width - side, height))

    def _add_strip(self, slide: Any, texts: Sequence[str], room: Room) -> int:
        """Write above a chart; how much room that takes."""
        if not texts:
            return 0
        left, top, width, _ = room
        per_line = width / Pt(13)
        lines = sum(max(1, ceil(count_letters(text) / per_line)) for text in texts)
        height = int(Pt(13) * 1.4 * lines + Inches(0.2))
        frame = add_text_box(slide, left, top, width, height)
        write_lines(frame, texts, 13, theme.INK, 2)
        return height

    def _add_caveat(self, slide: Any, caveat: str, room: Room) -> int:
        """Write at the foot of a room what is to be known of its figures; how much room that takes."""
        if not caveat:
            return 0
        left, top, width, height = room
        taken = int(Pt(_CAVEAT) * 1.4 * ceil(count_letters(caveat) / (width / Pt(_CAVEAT) - 2)) + Inches(0.1))
        frame = add_text_box(slide, left, top + height - taken, width, taken)
        write_lines(frame, [caveat], _CAVEAT, theme.QUIET)
        return taken

    def _add_picture(self, exhibit: Exhibit) -> None:
        """A picture with its sentences beside it. It bears the warning itself, so that the slide needs no stamp."""
        slide = self._add_slide(exhibit.title, exhibit.source)
        left, top, width, height = self._free_room(slide)
        if not isinstance(exhibit.picture, bytes):
            failed = [exhibit.picture.text] if isinstance(exhibit.picture, FailedPicture) else []
            lines = [*failed, *(sentence.text for sentence in exhibit.sentences)]
            ink = theme.LINE_80 if failed else theme.INK
            write_lines(add_text_box(slide, left, top, width, height), lines, 18, ink, 10)
            self._stamp_slide(slide)
            return
        image = slide.shapes.add_picture(io.BytesIO(exhibit.picture), left, top, height=height)
        if image.width > width:
            image.width, image.height = width, Emu(int(image.height * width / image.width))
        image._element._nvXxPr.cNvPr.set("descr", exhibit.title)  # no public way to a picture's description
        side = left + image.width + Inches(0.25)
        room = self.width - side - EDGE
        if exhibit.sentences and room > Inches(1.5):
            frame = add_text_box(slide, side, top, room, height)
            write_lines(frame, [sentence.text for sentence in exhibit.sentences], 15, theme.INK, 10)
            self._add_caveat(slide, exhibit.caveat, (side, top, room, height))

    def _add_failures(self) -> None:
        for page in _split_pages(self.pack.failures, _MOST_SENTENCES):
            with self._stamped_slide(say("document-failed")) as slide:
                lines = [failure.text for failure in page]
                write_lines(add_text_box(slide, *self._free_room(slide)), lines, 14, theme.INK, 6)

    @contextmanager
    def _stamped_slide(self, title: str, source: str = "") -> Iterator[Any]:
        """A new slide, which gets the warning of a demonstration over all that is put on it."""
        slide = self._add_slide(title, source)
        yield slide
        self._stamp_slide(slide)

    def _stamp_slide(self, slide: Any) -> None:
        if self.about.warning:
            add_stamp(slide, self.about.warning, self.width, self.height)

    def _add_slide(self, title: str, source: str) -> Any:
        slide = self.deck.slides.add_slide(self.layout)
        if slide.shapes.title is not None:
            slide.shapes.title.text_frame.text = title
            shrink_title(slide.shapes.title, PLAIN_TITLE if self.is_plain else _LARGE_TITLE)
        for empty in [shape for shape in slide.placeholders if not is_title(shape)]:
            empty.element.getparent().remove(empty.element)
        self._add_footer(slide, source)
        return slide

    def _add_footer(self, slide: Any, source: str) -> None:
        about, top = self.about, self.height - _FOOT
        footer = "　".join(text for text in (about.dataset_line, about.maker, about.warning) if text)
        frame = add_text_box(slide, EDGE, top, self.width - 2 * EDGE - Inches(0.8), Inches(0.5))
        write_lines(frame, [*([source] if source else []), footer], 9, theme.QUIET)
        add_page_number(add_text_box(slide, self.width - EDGE - Inches(0.8), top, Inches(0.8), Inches(0.4)))

    def _free_room(self, slide: Any) -> Room:
        """The room between the title and the footer."""
        title = slide.shapes.title
        top = int(title.top + title.height) if title is not None and title.top is not None else Inches(1.2)
        top = min(top + Inches(0.08), int(self.height * 0.35))
        return EDGE, top, self.width - 2 * EDGE, self.height - _FOOT - top - Inches(0.08)


def _split_pages(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Items in portions that a slide can hold."""
    return [items[start : start + size] for start in range(0, len(items), size)]
