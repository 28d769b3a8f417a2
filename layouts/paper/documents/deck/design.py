"""How a deck looks: an office's template without its slides, or a plain 16:9 one in our colours."""

import re
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from layouts.figures import theme
from layouts.paper.documents.deck.slide_text import rgb
from layouts.paper.documents.template import TemplateError, open_template

LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"  # fonts that offices have
EDGE = Inches(0.55)
PLAIN_TITLE = Pt(24)
_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def open_template_deck(template: bytes) -> Any:
    """The office's presentation without its slides. Raises TemplateError."""
    deck = open_template(template, "a PowerPoint file (.pptx or .potx)", Presentation)
    if not len(deck.slide_layouts):
        raise TemplateError("template: expected a presentation with at least one slide layout, got none")
    slides = deck.slides._sldIdLst  # python-pptx cannot remove slides in public
    for slide in list(slides):
        deck.part.drop_rel(slide.rId)
        slides.remove(slide)
    return deck


def is_title(placeholder: Any) -> bool:
    """Whether a placeholder holds a slide's title."""
    return placeholder.placeholder_format.type in _TITLES


def _is_body(placeholder: Any) -> bool:
    return placeholder.placeholder_format.type not in (*_TITLES, *_FURNITURE)


def find_body(slide: Any) -> Any | None:
    """The first placeholder that is neither the title nor date, footer or number."""
    return next(filter(_is_body, slide.placeholders), None)


def find_title_layout(layouts: Any) -> Any:
    """The layout with a title and the least besides."""
    return min(
        layouts, key=lambda one: (not any(map(is_title, one.placeholders)), sum(map(_is_body, one.placeholders)))
    )


def make_plain_deck() -> Any:
    """The deck without a template."""
    deck: Any = Presentation()
    ratio = _WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    master = deck.slide_master
    for shape in (shape for sheet in (master, *master.slide_layouts) for shape in sheet.placeholders):
        if is_title(shape):
            _place(shape, EDGE, Inches(0.3), _WIDTH - 2 * EDGE, Inches(0.75))
        else:
            shape.left, shape.width = Emu(int(shape.left * ratio)), Emu(int(shape.width * ratio))
    for shape in deck.slide_layouts[0].placeholders:
        if is_title(shape):
            _place(shape, Inches(1), Inches(1.9), Inches(11.3), Inches(1.3))
        elif _is_body(shape):
            _place(shape, Inches(1), Inches(3.4), Inches(11.3), Inches(2.6))
    _set_theme_fonts(master)
    _set_title_style(master)
    return deck


def _place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _set_theme_fonts(master: Any) -> None:
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    both = rf'\1 typeface="{LATIN}"\2 typeface="{EAST_ASIAN}"'  # of headings and of texts
    xml = re.sub(r"(<a:latin)[^/>]*(/>\s*<a:ea)[^/>]*", both, part.blob.decode("utf-8"))
    part._blob = xml.encode("utf-8")  # the theme has no interface of its own


def _set_title_style(master: Any) -> None:
    style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    run = style.find(qn("a:defRPr"))
    run.set("sz", str(int(PLAIN_TITLE.pt * 100)))
    run.set("b", "1")
    fill = run.find(qn("a:solidFill"))
    fill.clear()
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": theme.INK.removeprefix("#")}))


def style_plain_title_slide(slide: Any, below: Any) -> None:
    """Set a larger title over a short rule; what stands below begins at the left, too."""
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(38)
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    for paragraph in below.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1.1), Inches(3.28), Inches(1.4), Inches(0.06))
    rule.fill.solid()
    rule.fill.fore_color.rgb = rgb(theme.LINE_80)
    rule.line.fill.background()
