"""The map of coverage on paper says what the page says, whatever its address holds."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from callbacks.pictures.coverage import CoveragePictures
from datasets.siting.scenario import ScenarioError
from layouts.paper.sheet.picture_spec import SheetKind
from layouts.sheet_sizes import Format, parse_paper
from layouts.words.paper.pictures import Attribution
from locales import say

DEMO = {"dataset": "demo", "type": "township_hospital", "year": "2016"}
MADE = Attribution(date(2026, 1, 1), "某局", "", "http://here")


@pytest.fixture(scope="module")
def pictures(city):
    return CoveragePictures(city)


def test_the_caption_tells_the_share_the_standard_and_where_people_live(city, pictures):
    caption = pictures.by_kind["coverage"](DEMO, MADE).caption
    share = city.datasets["demo"].records["township_hospital_share_within"]["value"][("441800", 2016)]
    assert caption.title.startswith(f"全市{share:.1f}%的居民")
    told = "".join(caption.notes)
    assert "本系统默认值" in told
    assert say("coverage-estimated") in told
    assert "http://here/service?dataset=demo&type=township_hospital&year=2016" in told
    assert caption.watermark == say("picture-watermark")


def test_a_picture_of_nothing_says_why(pictures):
    assert pictures.by_kind["coverage"]({"dataset": "public"}, MADE).caption.subtitle == say("coverage-no-facilities")


def test_the_second_part_of_the_page_has_parts_of_the_address_of_its_own(pictures):
    assert pictures.choices.read_page_query(DEMO | {"mode": "siting"})[1] == []
    assert [part.name for part in pictures.choices.read_page_query(DEMO | {"type": "palace"})[1]] == ["type"]


@pytest.mark.parametrize("query", [DEMO, {"dataset": "public"}])
def test_it_is_drawn_in_the_size_that_is_asked_for(pictures, query):
    drawn = pictures.by_kind["coverage"](query, MADE).picture(parse_paper("800x600", 96), Format.PNG)
    with Image.open(BytesIO(drawn)) as image:
        assert image.size == (800, 600)


def test_it_is_served_like_every_picture(client):
    with client.get("/export/coverage.png", query_string=DEMO | {"size": "800x600"}) as answer:
        assert (answer.status_code, answer.mimetype) == (200, "image/png")


def test_marks_put_on_the_map_by_hand_are_drawn_and_said_to_be_no_data(pictures):
    plain, marked = (pictures.by_kind["coverage"](DEMO | part, MADE) for part in ({}, {"marks": "note_113_24_缺医_*"}))
    assert say("marks-note-of-picture") in marked.caption.notes
    assert say("marks-note-of-picture") not in plain.caption.notes
    assert marked.picture != plain.picture
    assert "marks" not in "".join(marked.caption.notes)


SCENARIO = DEMO | {"mode": "siting", "changes": "add,112.40389,25.01972,40"}


def test_a_scenario_is_drawn_where_it_lies_over_the_map_and_says_what_it_comes_to(pictures):
    made = pictures.by_kind["coverage"](SCENARIO | {"marks": "note_113_24_缺医_*"}, MADE)
    assert made.picture.sheet is SheetKind.SCENARIO
    assert made.caption.title.startswith("全市标准内居民比例由")
    assert "changes=add" in "".join(made.caption.notes)
    assert say("marks-note-of-picture") in made.caption.notes
    assert len(made.picture.contents[0].marks) == 1


def test_without_a_change_the_second_part_of_the_page_shows_the_map_of_coverage(pictures):
    assert pictures.by_kind["coverage"](DEMO | {"mode": "siting"}, MADE).picture.sheet is SheetKind.COVERAGE


def test_a_scenario_that_cannot_be_worked_out_is_refused(pictures):
    with pytest.raises(ScenarioError):
        pictures.by_kind["coverage"](SCENARIO | {"changes": "close,nothing"}, MADE)
