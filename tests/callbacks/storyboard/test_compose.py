"""A storyboard as documents: one page a slide, its note beside its picture, and what is gone is said."""

import re
from datetime import date
from typing import Any

import pytest
from docx import Document
from pptx import Presentation

from callbacks.packs.make_pack import PackOrder, make_pack
from callbacks.storyboard.compose import compose_storyboard
from datasets.city.city import City
from datasets.files.declarations import BadInputError
from datasets.queries.storyboard import Storyboard
from layouts.pack_terms import DocumentFormat
from layouts.paper.documents.pack import Exhibit, Pack
from layouts.paper.sheet.picture_spec import SheetKind
from layouts.sheet_sizes import Format, parse_paper
from locales import say

TODAY = date(2026, 1, 2)
BEDS = "medical_beds_per_1000_residents"
MAP = {"address": f"/map?dataset=demo&indicator={BEDS}&year=2016", "title": "<b>床位</b>", "note": "先讲北部\n再讲南部"}
TARGETS = {"address": "/targets?dataset=demo&year=2016"}


def storyboard(*slides: dict[str, Any]) -> dict[str, Any]:
    return {"format": 1, "id": "0" * 16, "title": "年度汇报", "revision": 0, "slides": list(slides)}


def composed(city: City, *slides: dict[str, Any]) -> tuple[Pack, list[Exhibit]]:
    pack = compose_storyboard(city, Storyboard.model_validate(storyboard(*slides)), "市统计局", TODAY)
    return pack, pack.exhibits


def texts(exhibit):
    return [sentence.text for sentence in exhibit.sentences]


def test_a_slide_bears_its_title_and_note_and_the_source_of_its_picture(city):
    pack, (beds, targets) = composed(city, MAP, TARGETS)
    assert (beds.title, texts(beds)) == ("<b>床位</b>", ["先讲北部", "再讲南部"])
    assert beds.source.startswith("来源")
    assert targets.title.startswith("到期未达最多的是")  # what its picture says
    assert pack.about.warning == say("common-demo-ribbon")


def test_the_marks_of_a_slide_are_drawn_on_its_map(city):
    mark = {"kind": "note", "at": [113.0, 24.0], "text": "新校区"}
    pack = compose_storyboard(city, Storyboard.model_validate(storyboard(MAP | {"marks": [mark]})), "", TODAY)
    (spec,) = pack.exhibits[0].draw.contents[0]
    assert spec.marks[0].text == "新校区"
    assert texts(pack.exhibits[0]) == ["先讲北部", "再讲南部"]
    _, (facilities,) = composed(city, {"address": "/service?dataset=demo&year=2016", "marks": [mark]})
    assert facilities.draw.contents[0].marks == spec.marks


def test_a_slide_whose_year_is_gone_shows_the_nearest_and_says_so(city):
    _, (beds,) = composed(city, MAP | {"address": f"/map?dataset=demo&indicator={BEDS}&year=2019"})
    assert texts(beds)[-1] == "原页面有变：年份“2019”已不可用，最接近的是“2016”。以下为最接近的页面。"
    assert beds.name.endswith("2016_县级")


SITING = "/service?dataset=demo&type=township_hospital&year=2016&mode=siting&changes="


def test_a_scenario_is_drawn_and_one_whose_facility_is_gone_shows_the_map_and_says_so(city):
    _, (scenario, gone) = composed(city, {"address": f"{SITING}add,112.4,25,40"}, {"address": f"{SITING}close,nobody"})
    assert scenario.draw.sheet is SheetKind.SCENARIO
    assert gone.draw.sheet is SheetKind.COVERAGE
    assert "编号为 nobody 的设施" in texts(gone)[-1]


def test_the_first_page_is_drawn_as_its_sheet(city):
    pack, (overview,) = composed(city, {"address": "/?dataset=demo&year=2016", "note": "开场"})
    assert (overview.name, texts(overview)) == ("清远_总览_2016", ["开场"])
    assert overview.source.startswith("来源")
    assert overview.draw(parse_paper("800x500"), Format.PNG).startswith(b"\x89PNG")
    assert pack.about.warning == say("common-demo-ribbon")


def test_a_page_that_is_gone_keeps_its_note(city):
    _, (gone,) = composed(city, {"address": "/pamphlet", "title": "旧页", "note": "讲旧页"})
    assert texts(gone) == ["讲旧页"]
    with pytest.raises(ValueError, match="程序中已没有这一页"):
        gone.draw(None, None)


def test_a_mixture_of_figures_is_marked_as_one(city):
    public = {"address": "/gap?dataset=public"}
    assert composed(city, public)[0].about.warning == ""
    assert composed(city, public, MAP)[0].about.warning == say("storyboard-mixed-warning")


def test_it_is_printed_one_slide_a_page_and_made_into_a_deck_and_a_report(city, tmp_path):
    gone = {"address": "/pamphlet", "title": "旧页", "note": "讲旧页"}
    outputs = (DocumentFormat.PDF, DocumentFormat.PPTX, DocumentFormat.DOCX)
    overview = {"address": "/?dataset=demo&year=2016", "note": "开场"}
    order = PackOrder({"storyboard": storyboard(MAP, gone, overview)}, outputs, {}, tmp_path)
    made = {path.suffix: path for path in make_pack(city, {}, order, TODAY, lambda *_: None)}
    assert {path.stem for path in made.values()} == {"清远_年度汇报"}
    assert len(re.findall(rb"/Type ?/Page\b", made[".pdf"].read_bytes())) == 3
    deck = "\n".join(
        shape.text_frame.text for s in Presentation(made[".pptx"]).slides for shape in s.shapes if shape.has_text_frame
    )
    report = "\n".join(paragraph.text for paragraph in Document(made[".docx"]).paragraphs)
    assert all(part in text for text in (deck, report) for part in ("<b>床位</b>", "再讲南部", "讲旧页", "开场"))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (storyboard(), "storyboard.slides: expected at least one"),
        (storyboard({"address": "//evil"}), "storyboard.slides.0.address"),
        ([], "storyboard"),
    ],
)
def test_what_is_no_storyboard_is_refused_with_its_place(city, tmp_path, content, fault):
    with pytest.raises(BadInputError, match=fault):
        make_pack(city, {}, PackOrder({"storyboard": content}, (), {}, tmp_path), TODAY, lambda *_: None)
