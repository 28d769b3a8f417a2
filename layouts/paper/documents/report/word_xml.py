"""What python-docx has no interface for: fields, links inside a document, bookmarks, shaded cells, repeated heads."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def _element(tag: str, *children: Any, text: str = "", **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    if text:
        element.set(qn("xml:space"), "preserve")
        element.text = text
    element.extend(children)
    return element


def _run(tag: str, text: str = "", **attributes: str) -> Any:
    return _element("w:r", _element(tag, text=text, **attributes))


def _field(code: str, shown: str) -> list[Any]:
    """A field with the text shown until it is refreshed."""
    return [*_field_start(code), _run("w:t", shown), _field_mark("end")]


def _field_start(code: str) -> list[Any]:
    return [_field_mark("begin"), _run("w:instrText", f" {code} "), _field_mark("separate")]


def _field_mark(kind: str) -> Any:
    return _run("w:fldChar", fldCharType=kind)


def add_field(paragraph: Any, code: str, shown: str) -> None:
    """Add a field, such as ``PAGE``, with the text shown until it is refreshed."""
    paragraph._p.extend(_field(code, shown))


def begin_field(paragraph: Any, code: str) -> None:
    """Begin a field whose content is what follows until ``end_field``."""
    paragraph._p.extend(_field_start(code))


def end_field(paragraph: Any) -> None:
    """End the field that was begun."""
    paragraph._p.append(_field_mark("end"))


def add_link(paragraph: Any, text: str, bookmark: str, page: str) -> None:
    """Add a link to a bookmark: a text, a tab, and the bookmark's page as a field."""
    texts = (_run("w:t", text), _run("w:tab"), *_field(f"PAGEREF {bookmark} \\h", page))
    paragraph._p.append(_element("w:hyperlink", *texts, anchor=bookmark))


def add_bookmark(paragraph: Any, number: int, name: str) -> None:
    """Put a bookmark around the text of a paragraph; ``number`` is unique in the document."""
    paragraph._p.insert_element_before(_element("w:bookmarkStart", id=str(number), name=name), "w:r")
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))


def repeat_head(grid: Any) -> None:
    """Repeat the first row on every page that the table reaches, and break no row across pages."""
    grid.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def shade_cell(cell: Any, colour: str) -> None:
    """Fill a cell; ``colour`` as six hexadecimal digits."""
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=colour))


def update_fields_on_opening(document: Any) -> None:
    """Make Word ask once whether to refresh the page numbers of the contents."""
    document.settings.element.append(_element("w:updateFields", val="true"))
