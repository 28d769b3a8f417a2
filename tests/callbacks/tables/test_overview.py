"""The table of the first page: every statement once, with the page that proves it, and its numbers those of the API."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from callbacks.tables.overview import overview_tables
from locales import say


@pytest.fixture(scope="module", params=["public", "demo"])
def rows(request, city, client):
    """The rows of a dataset by heading, and what the API says of it."""
    table = overview_tables(city)["overview"]({"dataset": request.param}).table
    named = [dict(zip((column.heading for column in table.columns), row, strict=True)) for row in table.rows]
    return named, client.get(f"/api/v1/overview?dataset={request.param}").get_json()


def test_the_counts_and_ratios_are_those_of_the_api(rows):
    table, api = rows
    first = table[0]
    assert f"{api['between_groups']['judged']} 项指标" in first[say("overview-columns", column="text")]
    gaps = [
        row
        for row in table
        if row[say("overview-columns", column="card")].startswith((say("overview-widest"), say("overview-closed")))
    ]
    told = [move["ratio"] for move in (*api["widest_gaps"], *api["closed_most"])]
    assert [row[say("overview-columns", column="ratio")].value for row in gaps] == pytest.approx(told)


def test_every_verdict_of_the_signs_has_its_row(rows):
    table, api = rows
    of_domains = [row for row in table if row[say("overview-columns", column="card")] == say("overview-domains-title")]
    assert len(of_domains) > len(api["domains"]) + sum(one["judged"] for one in api["domains"].values()) - 1


def test_every_statement_names_the_page_that_proves_it(rows):
    table, _ = rows
    pages = [
        row[say("overview-columns", column="page")] for row in table if row[say("overview-columns", column="page")]
    ]
    assert len(pages) >= len(table) - 3, "what cannot be said has none"
    assert {page.partition("?")[0] for page in pages} <= {"/gap", "/targets", "/service", "/data"}


def test_no_cell_is_read_as_a_date(rows):
    table, _ = rows
    texts = [cell for row in table for cell in row.values() if isinstance(cell, str)]
    assert [text for text in texts if re.fullmatch(r"\d+/\d+", text)] == []


def test_it_comes_as_csv_and_xlsx(client):
    for form in ("csv", "xlsx"):
        answer = client.get(f"/export/overview.{form}?dataset=public&year=2020")
        assert answer.status_code == 200
        assert "attachment" in answer.headers["Content-Disposition"]


def test_it_ends_with_what_the_last_publication_changed(city):
    when, changes = datetime(2026, 11, 3, tzinfo=UTC), (12, 3, 0)
    held = replace(city.datasets["public"], number=2, read_publication=lambda: (when, changes))
    makers = overview_tables(replace(city, datasets=city.datasets | {"public": held}))
    table = makers["overview"]({"dataset": "public"}).table
    last = dict(zip([column.heading for column in table.columns], table.rows[-1], strict=True))
    assert last[say("overview-columns", column="card")] == say("overview-publication")
    assert "新增 12 行" in last[say("overview-columns", column="text")]
    assert last[say("overview-columns", column="page")] == "/data?set=public"
