"""The pack as a PDF booklet, set by Typst: title page, contents, vector pictures, tables, page numbers.

Texts reach Typst as JSON only, so that nothing a reader types is ever read as markup.
"""

import json
from itertools import count
from typing import Any

import typst

from layouts.figures import theme
from layouts.pack_terms import Sentence
from layouts.paper.documents.pack import Exhibit, FailedPicture, Pack
from layouts.paper.documents.text_table import TextTable
from layouts.paper.sheet.fonts import fonts
from layouts.words.paper import packs as words

_SOURCE = r"""
#let pack = json("pack.json")
#let ink = rgb(pack.colours.ink)
#let quiet = rgb(pack.colours.quiet)
#let rule = rgb(pack.colours.rule)
#let alarm = rgb(pack.colours.alarm)
#set document(title: pack.title, author: pack.maker)
#set text(font: (pack.font, "DejaVu Sans Mono"), size: 10pt, fill: ink, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.8em, spacing: 1em)
#set page(
  paper: "a4",
  margin: (x: 2cm, top: 2cm, bottom: 2.1cm),
  foreground: if pack.warning != "" {
    place(center + horizon, rotate(-24deg, text(size: 44pt, fill: alarm.transparentize(86%), pack.warning)))
  },
  footer: context {
    if counter(page).get().first() > 1 {
      set text(size: 8pt, fill: quiet)
      grid(columns: (1fr, auto), pack.footer, [#counter(page).display() / #counter(page).final().first()])
    }
  },
)
#show heading.where(level: 1): it => {
  pagebreak(weak: true)
  block(below: 1em, text(size: 18pt, it.body))
}
#show heading.where(level: 2): it => block(above: 1.4em, below: 0.8em, text(size: 12.5pt, it.body))
#show figure.caption: it => text(size: 8.5pt, fill: quiet, it.body)
#set figure(gap: 0.6em)

#let sheet(columns, rows, size) = {
  set text(size: size * 1pt)
  set par(justify: false)
  table(
    columns: columns.map(column => column.share * 1fr),
    stroke: (x, y) => (bottom: 0.5pt + rule, top: if y == 0 { 0.8pt + ink } else { none }),
    inset: (x: 4pt, y: 3.6pt),
    align: (x, y) => if columns.at(x).numeric { right } else { left },
    table.header(..columns.map(column => text(fill: quiet, column.name))),
    ..rows.flatten().map(cell => table.cell(
      fill: if cell.fill != none { rgb(cell.fill) },
      text(fill: rgb(cell.ink), cell.text),
    )),
  )
}
#let captioned(it) = {
  block(below: 0.5em, above: 1.2em, sticky: true, text(size: 8.5pt, fill: quiet, it.caption))
  sheet(it.columns, it.rows, it.size)
  if it.note != "" { block(above: 0.5em, text(size: 7.5pt, fill: quiet, it.note)) }
}
#let paragraphs(sentences) = for sentence in sentences { par(first-line-indent: (amount: 2em, all: true), sentence) }

#v(1fr)
#block(text(size: 30pt, pack.title))
#v(0.6em)
#text(size: 14pt, fill: quiet, pack.subtitle)
#v(2fr)
#for line in pack.cover { block(text(size: 10.5pt, line)) }
#if pack.warning != "" { block(text(size: 14pt, fill: alarm, pack.warning)) }
#pagebreak()
#block(below: 1.2em, text(size: 18pt, pack.words.contents))
#outline(title: none, depth: 1)

#for section in pack.sections {
  heading(level: 1, section.heading)
  paragraphs(section.sentences)
  for it in section.blocks {
    if it.kind == "table" { captioned(it) } else {
      block(breakable: false, {
        heading(level: 2, it.title)
        paragraphs(it.sentences)
        if it.failed != "" { block(text(fill: alarm, it.failed)) } else if it.file != "" {
          figure(image(it.file, width: 100%, alt: it.title), caption: it.caption, kind: "picture", supplement: none)
        }
      })
      if it.table != none { captioned(it.table) }
    }
  }
}
#heading(level: 1, pack.words.about)
#for (name, meaning) in pack.notes {
  block(below: 0.7em)[#text(fill: quiet, size: 9pt, name)#h(0.8em)#text(size: 9pt, meaning)]
}
#if pack.failures.len() > 0 {
  heading(level: 1, pack.words.failed)
  for failure in pack.failures { block(failure) }
}
"""


def write_booklet(pack: Pack) -> bytes:
    """The PDF file; the pack's pictures are SVG."""
    content = _Content(pack)
    data = json.dumps(content.data(), ensure_ascii=False).encode("utf-8")
    # The stubs of typst know no mapping.
    sources: Any = {"main.typ": _SOURCE.encode("utf-8"), "pack.json": data, **content.files}
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
            "words": {"contents": words.CONTENTS, "about": words.ABOUT, "failed": words.FAILED},
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
            caption = words.FIGURE_CAPTION.format(number=next(self.figures), title=exhibit.title)
        return {
            "kind": "exhibit",
            "title": exhibit.title,
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
            "caption": words.TABLE_CAPTION.format(number=next(self.tables), title=table.title),
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
