"""What a storyboard may be: addresses of this program's pages, plain text, limits."""

from typing import Any

import pytest
from pydantic import ValidationError

from datasets.queries.storyboard import Slide, Storyboard, StoryboardLimit


def storyboard(**changes: Any) -> dict[str, Any]:
    return {"format": 1, "id": "0123456789abcdef", "title": "汇报", "revision": 0, "slides": []} | changes


def test_an_address_is_split_into_page_and_query():
    slide = Slide(address="/gap?dataset=demo&domain=%E6%95%99%E8%82%B2")
    assert (slide.path, slide.query) == ("/gap", {"dataset": "demo", "domain": "教育"})


@pytest.mark.parametrize(
    "address", ["", "gap", "//evil.example/", "https://evil.example/", "javascript:alert(1)", "/a/b", "/gap#x", "/g a"]
)
def test_nothing_but_a_page_of_this_program_is_an_address(address):
    with pytest.raises(ValidationError):
        Slide(address=address)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"id": "../etc"},
        {"title": ""},
        {"revision": -1},
        {"slides": [{"address": "/"}] * (StoryboardLimit.SLIDES + 1)},
        {"slides": [{"address": "/", "note": "字" * (StoryboardLimit.NOTE + 1)}]},
    ],
)
def test_what_is_beyond_a_limit_is_refused(changes):
    assert Storyboard.model_validate(storyboard())
    with pytest.raises(ValidationError):
        Storyboard.model_validate(storyboard(**changes))


def test_what_no_document_can_print_becomes_a_space():
    slide = Slide(address="/", title="甲\x0b乙", note="一\n二\x00\ufffe")
    assert (slide.title, slide.note) == ("甲 乙", "一\n二  ")
