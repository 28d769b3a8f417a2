"""The pack as a PDF booklet, set by Typst: title page, contents, vector pictures, tables, page numbers.

``booklet.typ`` is how it looks, ``handout.typ`` where every exhibit has a page of its own.
Texts reach Typst as JSON only, so that nothing a reader types is ever read as markup.
"""

import json
from itertools import count
from pathlib import Path
from typing import Any

import typst

from layouts.figures import theme
from layouts.pack_terms import Sentence
from layouts.paper.documents.pack import Exhibit, FailedPicture, Pack
from layouts.paper.documents.text_table import TextTable
from layouts.paper.sheet.fonts import fonts
from locales import say

_BOOKLET = Path(__file__).with_suffix(".typ")
_HANDOUT = _BOOKLET.with_stem("handout")


def write_booklet(pack: Pack) -> bytes:
    """The PDF file; the pack's pictures are SVG."""
    content = _Content(pack)
    data = json.dumps(content.data(), ensure_ascii=False).encode("utf-8")
    # The stubs of typst know no mapping.
    sources: Any = {"main.typ": _HANDOUT if pack.one_a_page else _BOOKLET, "pack.json": data, **content.files}
    made = typst.compile(
        sources,
        font_paths=sorted({str(font.file.parent) for font in (fonts().sans, fonts().serif)}),
        ignore_system_fonts=True,
    )
    return bytes(made)


class _Content:
    """What the Typst source reads: the pack as JSON, and the files of its pictures by their names."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.files: dict[str, bytes] = {}
        self.positions, self.figures, self.tables = count(), count(1), count(1)

    def data(self) -> dict[str, Any]:
        about = self.pack.about
        return {
            "font": fonts().sans.family,
            "title": about.title,
            "subtitle": about.subtitle,
            "maker": about.maker,
            "warning": about.warning,
            "cover": about.made_lines,
            "footer": about.footer,
            "colours": {"ink": theme.INK, "quiet": theme.QUIET, "rule": theme.RULE, "alarm": theme.LINE_80},
            "words": {
                "contents": say("document-contents"),
                "about": say("document-about"),
                "failed": say("document-failed"),
            },
            "notes": [list(note) for note in about.notes],
            "failures": [failure.text for failure in self.pack.failures],
            "sections": [
                {
                    "heading": section.heading,
                    "sentences": _list_texts(section.sentences),
                    "blocks": [
                        self._table_data(block) if isinstance(block, TextTable) else self._exhibit_data(block)
                        for block in section.blocks
                    ],
                }
                for section in self.pack.sections
            ],
        }

    def _exhibit_data(self, exhibit: Exhibit) -> dict[str, Any]:
        file, picture, caption = f"{next(self.positions)}.svg", exhibit.picture, ""
        if isinstance(picture, bytes):
            self.files[file] = picture
            caption = say("document-figure-caption", number=next(self.figures), title=exhibit.title)
        return {
            "kind": "exhibit",
            "title": exhibit.page_heading,
            "sentences": _list_texts(exhibit.sentences),
            "file": file if file in self.files else "",
            "failed": picture.text if isinstance(picture, FailedPicture) else "",
            "caption": caption,
            "table": self._table_data(exhibit.page_table) if exhibit.page_table else None,
        }

    def _table_data(self, table: TextTable) -> dict[str, Any]:
        columns = zip(table.columns, table.numeric, table.column_shares, strict=True)
        return {
            "kind": "table",
            "caption": say("document-table-caption", number=next(self.tables), title=table.title),
            "columns": [{"name": name, "numeric": numeric, "share": share} for name, numeric, share in columns],
            "rows": [
                [
                    {"text": text, "fill": (fill := table.fill(row, column)), "ink": theme.text_colour(fill)}
                    for column, text in enumerate(texts)
                ]
                for row, texts in enumerate(table.rows)
            ],
            "note": table.note,
            "size": table.text_size - 0.5,
        }


def _list_texts(sentences: tuple[Sentence, ...]) -> list[str]:
    return [sentence.text for sentence in sentences]
