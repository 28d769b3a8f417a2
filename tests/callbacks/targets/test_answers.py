"""What the page of targets shows."""

import gzip
from collections import Counter
from dataclasses import replace
from unittest.mock import patch
from urllib.parse import parse_qsl

import pytest
from plotly.io.json import to_json_plotly

from callbacks.targets.answers import TargetViews
from datasets.queries.map_query import read_map_query
from datasets.queries.target_query import EVERY, TargetChoice, TargetFilters
from indicators.policy.progress import Status
from locales import say
from tests.layouts.pages.test_atlas import components

BEDS = "a12-medical-beds-2016"
LARGEST = 20_000  # bytes of a page of all targets, as they go over the wire


@pytest.fixture(scope="module")
def views(city):
    return TargetViews(city)


def rows(views, **filters: str):
    return views.build_page("demo", 2014, TargetFilters(**filters))["rows"]


def test_without_filters_every_target_is_listed(views, city):
    assert len(rows(views)) == len(city.targets)


@pytest.mark.parametrize(
    ("filters", "column", "value"),
    [
        ({"article": "12"}, "article", 12),
        ({"department": "市卫生局"}, "department", "市卫生局"),
        ({"status": "missed"}, "status", say("common-statuses", status=Status.MISSED)),
    ],
)
def test_a_filter_leaves_only_what_it_names(views, filters, column, value):
    found = rows(views, **filters)
    assert found
    assert {row[column] for row in found} == {value}


def test_a_county_shows_its_own_status(views):
    county = {row["id"]: row["key"] for row in rows(views, county="441881")}
    result = next(r for r in views._results("demo", 2014) if r.target.id == BEDS)
    assert county[BEDS] == result.areas["441881"].status


def test_the_tiles_count_what_is_listed(views):
    shown = views.build_page("demo", 2014, TargetFilters())
    numbers = {tile.children[2].children: int(tile.children[1].children) for tile in shown["tiles"]}
    counted = Counter(row["status"] for row in shown["rows"])
    assert {name: count for name, count in numbers.items() if count} == dict(counted)


def test_the_map_of_a_target_is_anchored_on_its_value(views, city):
    href = next(row["map"] for row in rows(views) if row["id"] == BEDS)
    view, ignored = read_map_query(city, dict(parse_qsl(href.split("?")[1].rstrip(")"))))
    assert ignored == []
    assert view.target == BEDS
    panel = city.panel(view.dataset, view.indicator, view.level, view.method, view.classes, (), view.target)
    assert city.targets[BEDS].value in panel.scheme.breaks


def test_each_step_of_a_target_has_a_map_of_its_own_value(views, city):
    steps = [entry for entry in city.targets.values() if entry.indicator == "employee_pension_coverage"]
    assert len(steps) == 3
    for entry in steps:
        href = next(row["map"] for row in rows(views) if row["id"] == entry.id)
        assert f"target={entry.id}" in href


def test_a_target_in_full_quotes_the_policy_and_names_every_area(views, city):
    text = str(components(views.build_detail("demo", 2014, BEDS)))
    assert city.targets[BEDS].clause in text
    for county in city.region.counties:
        assert county.in_year(2014).name in text


def chosen(**filters: str) -> TargetChoice:
    return TargetChoice("demo", 2014, TargetFilters(**filters))


def test_a_page_and_its_index_are_computed_once(views):
    first = views.answer(chosen(domain="health"))
    with patch.object(views, "build_page") as page, patch.object(views, "build_index") as index:
        assert views.answer(chosen(domain="health")) is first
    assert not page.called
    assert not index.called


def test_a_page_is_small(views):
    page = to_json_plotly(views.answer(chosen()))
    assert len(gzip.compress(page.encode())) < LARGEST


def test_public_has_its_own_years(views):
    assert views.list_years("public") == [2014, 2020]
    assert views.list_options("public")["domain"][0]["value"] == EVERY


def test_where_most_lack_figures_the_list_leads_with_what_is_known_and_says_who_has_the_rest(views):
    shown = views.build_page("public", 2020, TargetFilters())
    assert {row["key"] for row in shown["rows"]} == {Status.MISSED}
    assert [row["status"] for row in shown["rows"] if row["id"].startswith("a03")] == ["到期未达（陈述）"] * 2
    told = str(shown["folded"])
    assert f"另有{len(views._results('public', 2020)) - len(shown['rows'])}项因缺数据无法判断" in told
    assert "市卫生局" in told
    asked = views.build_page("public", 2020, TargetFilters(status=Status.NO_DATA))
    assert asked["folded"] == []
    assert {row["key"] for row in asked["rows"]} == {Status.NO_DATA}


def test_a_status_that_rests_on_a_statement_says_so_in_the_heat_map(views, city):
    listed = [one for one in views._results("public", 2020) if one.target.id == "a03-strong-counties-2013"]
    (row,) = views.heat_rows(listed, 2020)
    assert row.label.startswith("第3条 ")
    assert row.label.endswith("〔陈述〕")
    assert row.areas[city.region.adcode].status is Status.MISSED
    assert "清远市创建广东省教育强市工作纪实" in row.hovers[city.region.adcode]


def test_a_region_without_a_policy_says_so_and_leads_on(city):
    page = TargetViews(replace(city, ledger=[])).build_page("public", 2020, TargetFilters())
    (whole,) = page["tiles"]
    assert whole.className == "no-ledger"  # by which the style sheet takes filters and tables away
    note = whole.children.children
    assert "没有登记政策目标" in note[0].children
    assert note[1].href == "/gap?dataset=public"
