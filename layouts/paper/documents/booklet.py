"""The pack as a PDF booklet, set by Typst: title page, contents, vector pictures, tables, page numbers.

Texts reach Typst as JSON only, so that nothing a reader types is ever read as markup.
"""

import json
from typing import Any

import typst

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
#let told(sentences) = for sentence in sentences { par(first-line-indent: (amount: 2em, all: true), sentence) }

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
  told(section.sentences)
  for it in section.blocks {
    if it.kind == "table" { captioned(it) } else {
      block(breakable: false, {
        heading(level: 2, it.title)
        told(it.sentences)
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


def booklet(pack: Pack, pictures: Pictures) -> bytes:
    """The PDF file; ``pictures`` are SVG."""
    files = {f"{position}.svg": drawn for position, drawn in pictures.drawn.items() if isinstance(drawn, bytes)}
    data = json.dumps(_data(pack, pictures), ensure_ascii=False).encode("utf-8")
    sources: Any = {"main.typ": _SOURCE.encode("utf-8"), "pack.json": data, **files}  # its stubs know no mapping
    made = typst.compile(
        sources,
        font_paths=sorted({str(font.file.parent) for font in (fonts().sans, fonts().serif)}),
        ignore_system_fonts=True,
    )
    return bytes(made)


def _data(pack: Pack, pictures: Pictures) -> dict[str, Any]:
    about, number = pack.about, _Numbers()
    line = words.dataset_line(about.dataset, about.version)
    position = iter(range(len(pack.exhibits)))
    return {
        "font": fonts().sans.family,
        "title": about.title,
        "subtitle": about.subtitle,
        "maker": about.maker,
        "warning": about.warning,
        "cover": [text for text in (about.maker, words.dated(about.today), line) if text],
        "footer": "　".join(text for text in (about.title, line, about.warning) if text),
        "colours": {"ink": theme.INK, "quiet": theme.QUIET, "rule": theme.RULE, "alarm": theme.LINE_80},
        "words": {"contents": words.CONTENTS, "about": words.ABOUT, "failed": words.FAILED},
        "notes": [list(note) for note in about.notes],
        "failures": [words.failed_text(f.title, f.reason) for f in dict.fromkeys([*pack.failures, *pictures.failures])],
        "sections": [
            {
                "heading": section.heading,
                "sentences": _texts(section.sentences),
                "blocks": [
                    _table(block, number)
                    if isinstance(block, TextTable)
                    else _exhibit(block, at := next(position), pictures.of(at), number)
                    for block in section.blocks
                ],
            }
            for section in pack.sections
        ],
    }


class _Numbers:
    """Counts the captions of figures and of tables."""

    def __init__(self) -> None:
        self.figures = self.tables = 0

    def figure(self) -> int:
        self.figures += 1
        return self.figures

    def table(self) -> int:
        self.tables += 1
        return self.tables


def _exhibit(exhibit: Exhibit, position: int, drawn: bytes | FailedPicture | None, number: _Numbers) -> dict[str, Any]:
    pictured = isinstance(drawn, bytes)
    table, title = status_table(exhibit), ""
    if table is None and exhibit.table:
        table, title = exhibit.table, f"{exhibit.title}　{exhibit.table.title}"
    return {
        "kind": "exhibit",
        "title": exhibit.title,
        "sentences": _texts(exhibit.sentences),
        "file": f"{position}.svg" if pictured else "",
        "failed": words.failed_text(drawn.title, drawn.reason) if isinstance(drawn, FailedPicture) else "",
        "caption": words.figure_caption(number.figure(), exhibit.title) if pictured else "",
        "table": _table(table, number, title) if table else None,
    }


def _table(table: TextTable, number: _Numbers, title: str = "") -> dict[str, Any]:
    columns = zip(table.columns, table.numeric, column_shares(table), strict=True)
    return {
        "kind": "table",
        "caption": words.table_caption(number.table(), title or table.title),
        "columns": [{"name": name, "numeric": numeric, "share": share} for name, numeric, share in columns],
        "rows": [
            [
                {"text": text, "fill": (fill := table.fill(row, column)), "ink": theme.text_colour(fill)}
                for column, text in enumerate(texts)
            ]
            for row, texts in enumerate(table.rows)
        ],
        "note": table.note,
        "size": table_size(table) - 0.5,
    }


def _texts(sentences: tuple[Sentence, ...]) -> list[str]:
    return [sentence.text for sentence in sentences]
