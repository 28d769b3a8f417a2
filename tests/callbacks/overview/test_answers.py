"""What the first page says, and that the API says the same."""

import re

import pytest

from callbacks.overview.answers import OverviewAnswers
from layouts.frame.component_json import compact_elements, write_html
from layouts.page_paths import PagePath


@pytest.fixture(scope="module")
def answers(city) -> OverviewAnswers:
    return OverviewAnswers(city)


def page(answers: OverviewAnswers, dataset: str) -> str:
    choice = answers.options.choose(dataset)
    return str(write_html(compact_elements(answers.show(choice)["body"])))


@pytest.fixture(scope="module", params=["public", "demo"])
def told(request, answers, client):
    """The HTML of the page of a dataset, and what the API says of it."""
    api = client.get(f"/api/v1/overview?dataset={request.param}").get_json()
    return page(answers, request.param), api


def test_its_counts_are_those_of_the_api(told):
    html, api = told
    groups, reference = api["between_groups"], api["to_reference_area"]
    assert f"{groups['judged']} 项指标，北部有 {groups['reached']} 项达到南部的80%" in html
    assert f"{reference['judged']} 项指标，清远市有 {reference['reached']} 项达到珠三角地区的80%" in html
    assert f"{groups['reached_before']} 项 → " in html


def test_every_statement_is_a_link_to_the_page_that_proves_it(told):
    html, _ = told
    cards = re.split("<section", html)[1:]
    paths = "|".join(path for path in PagePath if path != "/")
    assert all(re.search(rf'href="({paths})\?', card) for card in cards)


def test_every_gap_that_is_named_has_its_pair_of_maps(told):
    html, api = told
    assert html.count("<img") == len(api["widest_gaps"]) + len(api["closed_most"])


def test_what_cannot_be_said_names_what_is_needed_and_shows_the_way(answers):
    html = page(answers, "public")
    assert "需要设施位置和居民点，由各主管部门和民政部门提供" in html
    assert "/data?step=file" in html


def test_the_demonstration_tells_who_is_out_of_reach(answers, client):
    first = client.get("/api/v1/overview?dataset=demo").get_json()["out_of_reach"][0]
    assert f"{first['outside'] / 10_000:,.1f}万人" in page(answers, "demo")


def test_a_year_that_has_no_verdicts_is_refused_by_the_api_with_those_that_have(client):
    refused = client.get("/api/v1/overview?dataset=public&year=1999")
    assert refused.status_code == 404
    assert "2020" in refused.get_json()["error"]["allowed"]


def test_a_file_of_the_api_holds_the_domains(client):
    text = client.get("/api/v1/overview?dataset=demo&format=csv").get_data(as_text=True)
    assert "education" in text
