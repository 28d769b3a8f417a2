"""An offline snapshot: all slides are there, nothing outside is asked for, it stays small, and what is gone is said."""

import json
import re
from datetime import date
from typing import Any, Never

import pytest

from callbacks.storyboard import snapshot, snapshot_pages
from callbacks.storyboard.snapshot import Program, compose_snapshot, make_snapshot, storyboard_of_region
from datasets.city.city import City
from datasets.files.declarations import BadInputError
from datasets.queries.storyboard import Slide, Storyboard
from locales import say
from tests.conftest import ROOT

TODAY = date(2026, 1, 2)
BEDS = "medical_beds_per_1000_residents"
MARK = {"kind": "note", "at": [113.05, 23.68], "text": "</script><script>alert(1)</script>"}
MAP = {
    "address": f"/map?dataset=demo&indicator={BEDS}&year=2014",
    "title": "<b>床位</b>",
    "note": "</script>",
    "marks": [MARK],
}
GAP = {"address": "/gap?dataset=demo&year=2016"}
GONE = {"address": "/pamphlet", "title": "旧页"}
PROGRAM = Program(ROOT / "assets")


def board(*slides: dict[str, Any]) -> Storyboard:
    return Storyboard(id="0" * 16, title="年度汇报", slides=[Slide.model_validate(slide) for slide in slides])


def composed(city: City, *slides: dict[str, Any]) -> dict[str, Any]:
    return compose_snapshot(city, board(*slides), TODAY, lambda *_: None)


def read_data(text: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/json" id="snapshot-data">(.*?)</script>', text, re.DOTALL)
    data: dict[str, Any] = json.loads(found)
    return data


@pytest.fixture(scope="module")
def written(city, tmp_path_factory):
    """The file of a map, a page and a page that is gone."""
    folder = tmp_path_factory.mktemp("out")
    path = make_snapshot(city, board(MAP, GAP, GONE), PROGRAM, folder, TODAY, lambda *_: None)
    assert path.name == "清远_年度汇报_离线快照.html"
    return path.read_text("utf-8")


def test_every_slide_is_there_with_its_note_and_its_marks(written):
    slides = read_data(written)["slides"]
    assert [slide["kind"] for slide in slides] == ["map", "page", "gone"]
    assert (slides[0]["title"], slides[0]["note"], slides[0]["marks"][0]["text"]) == (
        "<b>床位</b>",
        "</script>",
        MARK["text"],
    )
    assert slides[0]["year"] == 2014
    assert slides[2]["remarks"] == [say("storyboard-no-page")]
    assert [slide["demonstration"] for slide in slides] == [True, True, False]


def test_no_text_becomes_markup_and_nothing_outside_is_named(written):
    assert written.count("</script>") == written.count("<script") == 2
    assert "alert(1)" not in written.replace("\\u003cscript\\u003ealert(1)", "")
    outside = re.findall(r"""(?:src|href|url\(|@import|fetch\()\s*=?\s*["']?(?:https?:)?//[^"')\s]*""", written)
    assert outside == []
    assert "/assets/" not in written
    assert "default-src &#39;none&#39;" in written


def test_a_map_has_all_its_years_and_shares_what_others_show(city):
    other = {"address": "/map?dataset=demo&year=2015"}
    found = composed(city, MAP, MAP | {"address": f"{MAP['address'][:-4]}2016"}, other)
    assert found["panels"][found["slides"][0]["panel"]]["years"] == list(range(2010, 2017))
    assert [slide["ground"] for slide in found["slides"]] == [0, 0, 0]
    assert (len(found["books"]), len(found["grounds"]), len(found["panels"])) == (1, 1, 2)
    ground = found["grounds"][0]
    assert len(ground["codes"]) == len(ground["paths"]) == len(ground["anchors"]) == 8
    assert len(ground["borders"]) == 1
    assert ground["groupLine"].startswith("M")  # between the north and the south


def test_townships_of_an_opened_county_lie_below_its_border(city):
    found = composed(city, {"address": "/map?dataset=demo&level=township&within=441882"})
    (slide,), (ground,) = found["slides"], found["grounds"]
    assert slide["view"] == {"within": "441882", "level": "township"}
    assert len(ground["borders"]) == 1
    assert len(ground["codes"]) == len(city.geography.areas_within("township", "441882"))


def test_maps_of_two_years_come_with_the_map_of_what_changed(city):
    address = f"/map?dataset=demo&indicator={BEDS}&compare=years&year=2010&other_year=2016"
    found = composed(city, {"address": address}, MAP)
    both, single = found["slides"]
    pairs = found["changes"][both["changes"]]["pairs"]
    assert "改善" in pairs["2010-2016"]["title"]
    assert "2016-2010" not in pairs  # the earlier year stands on the left
    assert single["changes"] is None


@pytest.mark.parametrize(
    ("page", "kind"), [("/gap", "gap"), ("/targets", "heat"), ("/county", "spine"), ("/service", "reach")]
)
def test_a_page_is_drawn_by_the_file_in_each_of_its_years_and_has_its_table(city, page, kind):
    (slide,) = composed(city, {"address": f"{page}?dataset=demo&year=2016"})["slides"]
    assert list(slide["years"]) == list(range(2010, 2017))
    shown = slide["years"][2016]
    assert (shown["chart"]["kind"], slide["remarks"]) == (kind, [])
    assert shown["title"]
    assert shown["table"]["rows"]
    assert len(shown["table"]["heads"]) == len(shown["table"]["rows"][0])


def test_residents_within_reach_lie_on_the_ground_that_the_map_has(city):
    found = composed(city, {"address": "/service?dataset=demo&year=2016"})
    chart = found["slides"][0]["years"][2016]["chart"]
    left, top, wide, tall = found["grounds"][chart["ground"]]["box"]
    x, y = chart["settlements"][::2], chart["settlements"][1::2]
    assert len(x) == len(y) == len(chart["covered"]) == len(chart["residents"])
    assert all(left <= one <= left + wide for one in x)
    assert all(top <= one <= top + tall for one in y)
    assert set(chart["covered"]) == {"0", "1"}


def test_a_chart_that_fails_is_said_and_the_others_are_made(city, monkeypatch):
    def fail(_spec: object) -> Never:
        raise ValueError("无法绘制")

    monkeypatch.setattr(snapshot_pages, "encode_chart", fail)
    (gap, _) = composed(city, GAP, MAP)["slides"]
    assert "无法绘制" in gap["years"][2016]["fault"]


def test_the_first_page_leads_nowhere(city):
    (slide,) = composed(city, {"address": "/?dataset=demo&year=2016"})["slides"]
    assert slide["year"] == 2016
    assert list(slide["years"]) == list(range(2010, 2017))
    assert '"href"' not in json.dumps(slide["years"])


def test_a_view_whose_year_is_gone_shows_the_nearest_and_says_so(city):
    (slide,) = composed(city, MAP | {"address": f"{MAP['address'][:-4]}2019"})["slides"]
    assert slide["year"] == 2016
    assert slide["remarks"] == ["原页面有变：年份“2019”已不可用，最接近的是“2016”。以下为最接近的页面。"]


def test_ten_views_of_all_years_stay_small(city, tmp_path):
    demo, public = "/map?dataset=demo", "/map?dataset=public"
    maps = [f"{demo}&indicator={BEDS}", f"{demo}&level=township", f"{demo}&compare=years", demo]
    maps += [f"{demo}&selected=441882", public, f"{public}&compare=years"]
    pages = ["/?dataset=demo", "/?dataset=public", "/service?dataset=demo"]
    slides = [{"address": address} for address in [*maps, *pages]]
    path = make_snapshot(city, board(*slides), PROGRAM, tmp_path, TODAY, lambda *_: None)
    assert len(slides) == 10
    assert path.stat().st_size < 6_000_000
    assert [slide["remarks"] for slide in read_data(path.read_text("utf-8"))["slides"]] == [[]] * 10


def test_what_would_be_too_large_is_refused_with_what_to_do_and_not_written(city, tmp_path, monkeypatch):
    monkeypatch.setattr(snapshot, "MOST_BYTES", 10_000)
    with pytest.raises(BadInputError, match="请把故事板分成几个"):
        make_snapshot(city, board(MAP), PROGRAM, tmp_path / "new", TODAY, lambda *_: None)
    assert not (tmp_path / "new").exists()


def test_a_storyboard_without_slides_is_refused(city):
    with pytest.raises(BadInputError, match="没有画面"):
        composed(city)


def test_without_a_storyboard_it_shows_the_first_page_and_the_headline_indicators(city):
    found = storyboard_of_region(city, "public")
    assert found.slides[0].address == "/?dataset=public"
    names = {slide.title for slide in found.slides[1:]}
    assert names
    assert names <= {one.name for one in city.indicators.values() if one.headline}
