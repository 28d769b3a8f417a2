"""What a storyboard may be: addresses of this program's pages, plain text, limits."""

from typing import Any

import pytest
from pydantic import ValidationError

from datasets.queries.storyboard import Mark, Slide, Storyboard, StoryboardLimit, read_marks, write_marks


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


NOTE = {"kind": "note", "at": (113.05, 23.68), "text": "新校区_2026\n已批"}
ARROW = {"kind": "arrow", "at": (113.05, 23.68), "to": (113.2, 23.9)}


def test_marks_come_back_from_an_address_as_they_went_in():
    marks = (Mark(**NOTE), Mark(**ARROW), Mark(kind="ring", at=(-0.00001, -20), to=(0.5, -20.5), text="两*县"))
    text = "note_113.05_23.68_新校区_2026\n已批*arrow_113.05_23.68_113.2_23.9_*ring_0_-20_0.5_-20.5_两＊县*"
    assert write_marks(marks) == text
    assert read_marks(text) == (marks, [])


@pytest.mark.parametrize(
    "piece",
    [
        *("note_113.05_23.68_新校", "note_113.05_23.68_ *", "note_113.05*", "note_nan_23_a*", "note_113_90_a*"),
        *("arrow_113_23_114_a*", "flag_113_23_a*", "*", "note_113_23_" + "字" * 61 + "*", "<b>*"),
    ],
)
def test_of_marks_in_an_address_those_that_are_whole_are_read(piece):
    whole = write_marks([Mark(**ARROW)])
    assert read_marks(whole + piece) == ((Mark(**ARROW),), [piece])


def test_a_view_holds_so_many_marks_and_letters():
    many = write_marks([Mark(**ARROW)]) * (StoryboardLimit.MARKS + 1)
    marks, refused = read_marks(many)
    assert (len(marks), len(refused)) == (StoryboardLimit.MARKS, 1)
    long = {**NOTE, "text": "字" * StoryboardLimit.MARK_LETTERS}
    assert Slide(address="/map", marks=[long] * 10)
    with pytest.raises(ValidationError):
        Slide(address="/map", marks=[long] * 11)


def test_a_slide_is_asked_for_with_its_marks():
    slide = Slide(address="/map?year=2014", marks=[ARROW])
    assert slide.query == {"year": "2014", "marks": write_marks([Mark(**ARROW)])}
