"""The frame: which pages stand in the document from the start, and which wait until they are opened."""

import pytest
from dash import html

from layouts.frame.shell import Page, shell
from layouts.ids import Nav, Shell


@pytest.fixture
def pages() -> list[Page]:
    """Two pages of one paragraph each."""
    return [
        Page("/", Nav.ATLAS, "first", "地图", html.Div([html.P(id="on-first")], id="first"), stands=True),
        Page("/next", Nav.GAP, "second", "差距", html.Div([html.P(id="on-second")], id="second", className="page")),
    ]


@pytest.fixture
def document(pages) -> html.Div:
    return shell("方城", {}, "demo", ["demo"], "1", pages, "/export")


def test_a_page_that_stands_is_in_the_document(document):
    assert document["on-first"].id == "on-first"


def test_the_document_tells_which_datasets_are_made_up(document):
    assert document[Shell.DEMONSTRATIONS].data == ["demo"]


def test_another_page_is_an_empty_hidden_place_until_it_is_opened(document):
    assert document["second"].hidden
    assert getattr(document["second"], "children", None) is None
    assert "on-second" not in document
    assert [part.id for part in document["second-later"].data] == ["on-second"]
