"""Addresses as charts: what they hold, what is written around them, what their files are called."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

import pytest

from callbacks.pictures.charts import ChartKind, ChartPictures
from callbacks.pictures.maps import MapPictures
from callbacks.targets.answers import TargetViews
from datasets.queries.county_query import read_county_query
from datasets.queries.gap_query import GapOptions
from datasets.queries.map_query import SecondMap, change_view, default_view, read_map_query
from datasets.queries.storyboard import Mark
from datasets.queries.target_query import TargetFilters
from geodata.region import Level
from indicators.policy.progress import Status
from layouts.words.paper.pictures import Attribution
from locales import say

BEDS = "medical_beds_per_1000_residents"
ATTRIBUTION = Attribution(date(2026, 1, 2), maker="市统计局", site="http://atlas")
DEMO = {"dataset": "demo", "indicator": BEDS, "year": "2016"}


@pytest.fixture(scope="module")
def views(city):
    return ChartPictures(city)


def draw(views: ChartPictures, kind: ChartKind, query: Mapping[str, str]) -> Any:
    """The chart of an address."""
    return views.by_kind[kind](query, ATTRIBUTION)


@pytest.mark.parametrize(
    ("kind", "query", "name"),
    [
        (ChartKind.RANKING, DEMO, "清远_每千人床位_2016_排名"),
        (ChartKind.RANKING, DEMO | {"within": "441823"}, "清远_阳山县_每千人床位_2016_排名"),
        (ChartKind.TREND, DEMO, "清远_每千人床位_2016_走势"),
        (ChartKind.WATERFALL, DEMO, "清远_每千人床位_2016_缺口构成"),
        (ChartKind.SPINE, {"county": "441826", "dataset": "demo", "year": "2014"}, "清远_连南瑶族自治县_2014_县域位置"),
        (ChartKind.HEAT, {"dataset": "demo", "year": "2014"}, "清远_目标_2014_各县目标状态"),
    ],
)
def test_a_file_is_named_by_what_is_in_it(views, kind, query, name):
    assert draw(views, kind, query).file_name == name


@pytest.mark.parametrize("kind", ChartKind)
def test_the_notes_name_dataset_day_and_maker_but_no_approval_of_a_map(views, kind):
    found = draw(views, kind, {"dataset": "demo"})
    notes = "\n".join(found.caption.notes)
    for part in ("演示数据", "2026-01-02", "市统计局", "来源：", "http://atlas/"):
        assert part in notes
    assert "审图号" not in notes


def test_the_link_leads_back_to_the_view(views, city):
    found = draw(views, ChartKind.TREND, DEMO | {"level": "township"})
    link = next(note for note in found.caption.notes if "http://atlas" in note)
    view, ignored = read_map_query(city, dict(parse_qsl(link.split("?")[1])))
    assert (view.indicator, view.level, ignored) == (BEDS, "township", [])


def test_a_choice_of_the_gap_page_leads_back_to_that_page(views):
    found = draw(views, ChartKind.GAP, DEMO | {"domain": "all", "goal": "line"})
    assert any("http://atlas/gap?" in note for note in found.caption.notes)


def test_a_year_of_the_gap_page_without_figures_is_missing_not_replaced(views, city):
    choices = GapOptions(city)
    choice = choices.change(choices.read_query({"dataset": "public", "indicator": BEDS})[0], year=2016)
    spec = views.ranking(choice, ATTRIBUTION).chart
    assert choice.year == 2016
    assert set(spec.values) == {None}


def test_the_gap_of_an_opened_county_is_that_between_its_townships(views, city):
    found = draw(views, ChartKind.GAP, DEMO | {"within": "441881"})
    own = city.geography.areas_within(Level.TOWNSHIP, "441881")
    assert found.chart.names == (tuple(own["short_name"]), (), ())
    assert found.chart.level_names == ("乡镇均值", "英德市", "清远市")
    assert "英德市各乡镇之间" in found.caption.subtitle
    assert found.file_name == "清远_英德市_每千人床位_2016_各乡镇"


def test_only_sources_of_shown_areas_are_named(views):
    notes = draw(views, ChartKind.RANKING, {"dataset": "public", "indicator": BEDS}).caption.notes
    assert "中国县域统计年鉴" in notes[0]
    assert "计算" in notes[0]


def test_the_notes_of_the_figures_stand_beside_their_sources(views, city):
    drawn = [draw(views, ChartKind.RANKING, {"dataset": "public"})]
    drawn.append(draw(views, ChartKind.SPINE, {"dataset": "public", "county": "441826"}))
    drawn.append(draw(views, ChartKind.HEAT, {"dataset": "public", "year": "2020"}))
    sheet = MapPictures(city).map_sheet(default_view(city), ATTRIBUTION)
    for caption in (*(drawing.caption for drawing in drawn), sheet.caption):
        (told,) = [note for note in caption.notes if note.startswith("来源")]
        assert "备注" in told, caption.title


def test_marks_put_on_a_map_by_hand_are_drawn_on_it_and_said_to_be_no_data(city):
    pictures = MapPictures(city)
    view = change_view(city, default_view(city), compare=SecondMap.YEARS)
    marked = replace(view, marks=(Mark(kind="note", at=(113, 24), text="新校区"),))
    drawn = [picture(each, ATTRIBUTION) for each in (view, marked) for picture in (pictures.map_sheet, pictures.domain)]
    assert [say("marks-note-of-picture") in made.caption.notes for made in drawn] == [False, False, True, True]
    first, *others = drawn[2].picture.contents[0]  # of the earlier year, the later one, and what changed
    assert [first.marks, *(one.marks for one in others)] == [marked.marks, (), ()]
    assert "marks" not in "".join(drawn[2].caption.notes)


def test_a_heat_map_has_the_rows_and_statuses_of_the_screen(views, city):
    spec = draw(views, ChartKind.HEAT, {"dataset": "demo", "year": "2014", "domain": "health"}).chart
    screen = TargetViews(city).build_page("demo", 2014, TargetFilters(domain="health"))["heat"].data[0]
    assert len(spec.rows) == len(screen.y)
    assert list(spec.columns) == list(screen.x)
    shown = [[None if number is None else list(Status)[number] for number in line] for line in screen.z]
    assert shown == [list(line) for line in spec.statuses]


def test_an_unknown_filter_is_left_out(views):
    every = draw(views, ChartKind.HEAT, {"dataset": "demo", "year": "2014"})
    choice, _ = TargetViews(views.city).read_query({"dataset": "demo", "year": "2014", "status": "brilliant"})
    odd = views.heat(choice, ATTRIBUTION)
    assert odd.chart == every.chart


def test_a_filter_by_status_shows_only_it(views):
    spec = draw(
        views, ChartKind.HEAT, {"dataset": "demo", "year": "2014", "county": "441881", "status": "missed"}
    ).chart
    column = spec.columns.index("英德")
    assert {row[column] for row in spec.texts} == {say("common-statuses", status="missed")}


def test_an_address_of_nonsense_still_gives_a_county(views):
    choice, _ = read_county_query(views.city, {"dataset": "x", "county": "x", "year": "x"})
    found = views.spine(choice, ATTRIBUTION)
    assert found.chart.county == "阳山县"


def test_a_waterfall_that_cannot_be_told_says_why(views):
    found = draw(views, ChartKind.WATERFALL, {"dataset": "public", "indicator": BEDS, "year": "2020"})
    assert found.chart.names == ()
    assert "缺清城区" in found.chart.headline


def test_a_rare_event_is_not_called_a_ranking(views):
    found = draw(views, ChartKind.RANKING, DEMO | {"indicator": "maternal_mortality_per_100000"})
    assert "排名" not in found.caption.title
