"""The documents of the project name files that exist, and the picture of the rooms shows all of them."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_architecture import MAY_IMPORT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_ROOTS = ("app.py", "assets", "callbacks", "datasets", "docs", "geodata", "indicators", "layouts", "locales", "tests")


def _named_paths(document: Path) -> set[str]:
    quoted = re.findall(r"`([\w./*-]+)`", document.read_text("utf-8"))
    return {path for path in quoted if path.split("/")[0] in _ROOTS and "*" not in path}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_names_is_there(document):
    if document.name != "CHANGELOG.md":  # it tells of files as they were
        assert [path for path in sorted(_named_paths(document)) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_of_a_document_leads_somewhere(document):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_picture_of_the_rooms_shows_every_room():
    picture = (ROOT / "docs" / "rooms.svg").read_text("utf-8")
    rooms = [room for package in MAY_IMPORT for room in (ROOT / package).iterdir() if (room / "__init__.py").exists()]
    assert [room.name for room in rooms if not re.search(rf"\b{room.name}\b", picture)] == []


def test_every_decision_stands_in_the_list():
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text("utf-8")
    assert [page.name for page in folder.glob("0*.md") if f"({page.name})" not in listed] == []
