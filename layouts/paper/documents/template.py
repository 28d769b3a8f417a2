"""An office's own template for deck or report: checked, and read whether it is saved as a template or a document."""

import io
from collections.abc import Callable
from typing import TypeVar
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from layouts.pack_terms import DocumentFormat

_MAIN_PARTS = {DocumentFormat.PPTX: "ppt/presentation.xml", DocumentFormat.DOCX: "word/document.xml"}
_LARGEST_UNPACKED = 200_000_000  # bytes: a small file may unpack to more than the machine can hold
Document = TypeVar("Document")
_CONTENT_TYPES = "[Content_Types].xml"


class TemplateError(ValueError):
    """A template that cannot be used: says what was found and what is allowed."""


def template_format(template: bytes) -> DocumentFormat:
    """Which document a template is for, by what is in it. Raises TemplateError."""
    try:
        with ZipFile(io.BytesIO(template)) as parts:
            names, unpacked = parts.namelist(), sum(part.file_size for part in parts.infolist())
    except BadZipFile:
        names, unpacked = [], 0
    if unpacked > _LARGEST_UNPACKED:
        raise TemplateError(f"template: expected at most {_LARGEST_UNPACKED} bytes unpacked, got {unpacked}")
    found = next((output for output, part in _MAIN_PARTS.items() if part in names), None)
    if found is None:
        raise TemplateError("template: expected a PowerPoint or Word file (.pptx, .potx, .docx, .dotx)")
    return found


def open_template(template: bytes, expected: str, read: Callable[[io.BytesIO], Document]) -> Document:
    """What ``read`` makes of a template. Raises TemplateError, saying what was ``expected``."""
    from docx.opc.exceptions import PackageNotFoundError as NoWordFileError  # noqa: PLC0415  (the server only asks for the format)
    from pptx.exc import PackageNotFoundError as NoPowerPointFileError  # noqa: PLC0415

    faults = (BadZipFile, NoWordFileError, NoPowerPointFileError, KeyError, ValueError, AttributeError)
    try:
        return read(io.BytesIO(_as_document(template)))
    except faults as error:
        raise TemplateError(f"template: expected {expected}, got another kind of file") from error


def _as_document(template: bytes) -> bytes:
    """A template (POTX, DOTX) differs from a document by the declared kind of its main part only."""
    source, buffer = ZipFile(io.BytesIO(template)), io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == _CONTENT_TYPES:
                content = content.replace(b"presentationml.template.main", b"presentationml.presentation.main")
                content = content.replace(b"wordprocessingml.template.main", b"wordprocessingml.document.main")
            target.writestr(item, content)
    return buffer.getvalue()
