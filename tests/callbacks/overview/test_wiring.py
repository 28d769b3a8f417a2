"""The first page and its old addresses."""

from callbacks.commands.smoke_test import SimulatedBrowser
from layouts.ids import OverviewPage


def test_the_server_answers_a_dataset_with_the_page(app):
    browser = SimulatedBrowser(app)
    browser.load("/data")
    browser.change(f"{OverviewPage.ASKED}.data", {"dataset": "demo", "year": "2014"})
    content = browser.values[f"{OverviewPage.CONTENT}.data"]
    assert content["query"] == [["dataset", "demo"], ["year", "2014"]]
    assert content["year"] == "2014"


def test_what_an_address_cannot_use_is_named(app):
    browser = SimulatedBrowser(app)
    browser.load("/data")
    browser.change(f"{OverviewPage.ASKED}.data", {"dataset": "public", "year": "1999"})
    assert "year=1999" in str(browser.values[f"{OverviewPage.NOTICE}.children"])


def test_what_no_page_knows_stays_on_the_first_page(client):
    assert client.get("/?dataset=demo&from=wechat").status_code == 200


def test_an_address_of_the_time_when_the_atlas_stood_there_leads_to_the_atlas(client):
    answer = client.get("/?dataset=demo&indicator=medical_beds_per_1000_residents&year=2014")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("/map?dataset=demo&indicator=medical_beds_per_1000_residents&year=2014")


def test_the_document_holds_the_page_before_any_script_has_run(client):
    document = client.get("/?dataset=public").get_data(as_text=True)
    assert "项指标，北部有" in document
    assert 'id="first-view"' in document
