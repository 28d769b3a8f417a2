"""Which document an office's template is for."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from pptx import Presentation

from layouts.pack_terms import DocumentFormat
from layouts.paper.documents.deck.deck import write_deck
from layouts.paper.documents.template import TemplateError, template_format
from tests.layouts.paper.documents.packs import drawn, pack


def saved(document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_potx(content: bytes) -> bytes:
    """The same presentation declared as a template."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(b"presentation.main+xml", b"template.main+xml"))
    return buffer.getvalue()


def test_a_template_is_known_by_what_is_in_it():
    assert template_format(saved(Presentation())) is DocumentFormat.PPTX
    assert template_format(saved(Document())) is DocumentFormat.DOCX


@pytest.mark.parametrize("content", [b"", b"PK", b"<html>"])
def test_another_file_is_refused_with_what_is_allowed(content):
    with pytest.raises(TemplateError, match=r"\.pptx, \.potx, \.docx, \.dotx"):
        template_format(content)


def test_a_potx_serves_as_well_as_a_pptx():
    made = write_deck(drawn(pack()), as_potx(saved(Presentation())))
    assert len(Presentation(BytesIO(made)).slides) > 2
