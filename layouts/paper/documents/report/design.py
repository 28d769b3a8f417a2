"""How a report looks: an office's template without its text, or A4 with fonts that offices have and quiet headings."""

from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from layouts.figures import theme
from layouts.paper.documents.template import open_template

BODY_FONT, HEADING_FONT = "宋体", "Microsoft YaHei"
_LATIN_BODY, _LATIN_HEADING = "Times New Roman", "Arial"
_SIZES = {"Normal": 10.5, "Title": 26, "Heading 1": 16, "Heading 2": 12.5, "Caption": 9}
_MARGIN = Cm(2.3)


def rgb(colour: str) -> RGBColor:
    """A CSS colour as python-docx takes it."""
    return RGBColor.from_string(colour.removeprefix("#"))


def set_font(run: Any, font: str, size: float) -> None:
    """Set the East Asian ``font`` of a run beside the Latin one; ``size`` in points."""
    run.font.size, run.font.name = Pt(size), _LATIN_BODY
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # no public way to the East Asian font


def open_template_report(template: bytes) -> Any:
    """The office's document without its text. Raises TemplateError."""
    document = open_template(template, "a Word file (.docx or .dotx)", Document)
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    return document


def make_plain_report() -> Any:
    """The document without a template."""
    document = Document()
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.PORTRAIT, Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), rgb(theme.INK)
        is_body = name in ("Normal", "Caption")
        _set_style_fonts(style, *((_LATIN_BODY, BODY_FONT) if is_body else (_LATIN_HEADING, HEADING_FONT)))
    document.styles["Caption"].font.bold = False
    _set_language(document)
    title = document.styles["Title"].element.pPr
    title_border = title.find(qn("w:pBdr"))
    if title_border is not None:
        title.remove(title_border)
    return document


def _set_language(document: Any) -> None:
    """Chinese of the mainland: it decides the shape and place of full-width signs."""
    language = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    language.set(qn("w:eastAsia"), "zh-CN")


def _set_style_fonts(style: Any, latin: str, east_asian: str) -> None:
    style.font.name = latin
    fonts = style.element.rPr.rFonts
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)
    fonts.set(qn("w:eastAsia"), east_asian)
