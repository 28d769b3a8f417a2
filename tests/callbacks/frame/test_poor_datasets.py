"""A dataset may lack anything: every page, picture and route answers, and says in words what is missing."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app import open_published_city
from callbacks.commands.smoke_test import SimulatedBrowser, SmokeTest, list_page_visits
from callbacks.frame.empty_pages import empty_page_text
from callbacks.pictures.charts import ChartKind
from callbacks.pictures.coverage import COVERAGE
from callbacks.pictures.maps import MapKind
from datasets.analyses.pack_request import read_presets
from datasets.city.city import City
from datasets.kinds import STORED, ImportKind
from datasets.published.version_dataset import VersionRows, build_dataset
from datasets.shipped.load import Foundation, build_city
from datasets.store.model import StoredDataset
from tests.conftest import ROOT, make_published_city

BEDS, PHONES = "medical_beds_per_1000_residents", "fixed_phone_subscribers"
CITY, COUNTY, TOWNSHIP, ELSEWHERE = "441800", "441881", "441881101", "440100"
AREAS = [CITY, COUNTY, "441803", TOWNSHIP, "441802001"]
VARIABLES = [BEDS, PHONES, "resident_population", "medical_beds", "maternal_mortality", "every_county_road"]
SMALL = "size=640x480&dpi=72"

Figures = list[tuple[str, str, int, float]]
figures_of_any_kind = st.lists(
    st.tuples(
        st.sampled_from(VARIABLES),
        st.sampled_from(AREAS),
        st.sampled_from([1950, 2010, 2016, 2020]),
        st.sampled_from([0.0, 1e-9, 3.0, 3.0, 100.0, 1e9, float("nan")]),
    ),
    max_size=12,
    unique_by=lambda row: row[:3],
)


def facilities(count: int, opened: int | None) -> pd.DataFrame:
    """Township hospitals without a name, a size or a source, at one place."""
    told = {"type": "township_hospital", "name": "", "area_code": TOWNSHIP, "longitude": 112.4, "latitude": 24.8}
    told |= {
        "capacity": None,
        "grade": "",
        "opened": opened,
        "closed": None,
        "approximate": True,
        "source": "",
        "note": "",
    }
    rows = [{"code": f"f{number}"} | told for number in range(count)]
    return pd.DataFrame(rows, columns=STORED[ImportKind.FACILITIES])


def poor_city(foundation: Foundation, figures: Figures, points: pd.DataFrame | None = None) -> City:
    """The city with a dataset ``own`` that holds nothing but these."""
    rows: dict[ImportKind, pd.DataFrame] = {kind: pd.DataFrame(columns=STORED[kind]) for kind in ImportKind}
    told = [(*row, "published", "年鉴", "") for row in figures]
    observations = pd.DataFrame(told, columns=STORED[ImportKind.OBSERVATIONS])
    rows[ImportKind.OBSERVATIONS] = observations.astype({"year": int, "value": float})
    rows |= {} if points is None else {ImportKind.FACILITIES: points}
    described = StoredDataset("own", "本单位", "", None, datetime(2026, 1, 1, tzinfo=UTC), "me", 1, 1)
    dataset = build_dataset(foundation, foundation.geography, VersionRows(described, 1, 1, rows))
    return build_city(foundation, foundation.geography, {"own": dataset} | foundation.shipped)


@pytest.fixture(scope="module")
def opened(foundation, tmp_path_factory) -> Iterator[Callable[[City], SimulatedBrowser]]:
    """A browser of the program over a city."""
    folder = tmp_path_factory.mktemp("poor")
    with make_published_city(foundation, folder) as published_city:
        proof = open_published_city(foundation, published_city.store, read_presets(ROOT), folder)._check
        smoke_test: SmokeTest = proof.__self__  # type: ignore[attr-defined]

        def opened(city: City) -> SimulatedBrowser:
            smoke_test._city = city
            return smoke_test._open_browser(published_city)

        yield opened


@settings(max_examples=2)
@given(
    figures=figures_of_any_kind,
    count=st.sampled_from([0, 1, 3]),
    year=st.sampled_from([None, 2010, 2030]),
    picture=st.sampled_from([*MapKind, *ChartKind, COVERAGE]),
)
@example(figures=[], count=0, year=None, picture=MapKind.MULTIPLES)
@example(figures=[(PHONES, "441803", 2020, 38617.0)], count=0, year=None, picture=MapKind.DOMAIN)
@example(figures=[(BEDS, TOWNSHIP, 2016, 0.0)], count=1, year=2030, picture=COVERAGE)
def test_every_page_and_route_and_a_picture_answer_whatever_a_dataset_lacks(
    foundation, opened, figures, count, year, picture
):
    city = poor_city(foundation, figures, facilities(count, year))
    browser = opened(city)
    for visit in list_page_visits(city, "own").values():
        visit(browser)
    browser.get(f"/export/{picture}.svg?dataset=own&{SMALL}")
    for form in ("json", "csv", "xlsx"):
        browser.get(f"/api/v1/values?dataset=own&indicator={BEDS}&level=township&format={form}")


@pytest.mark.parametrize(
    ("figures", "of_counties", "said"),
    [
        ([], False, "没有可以上图的指标，各页显示为暂无数据。它没有统计数据。"),
        ([(PHONES, "441803", 2020, 38617.0)], False, "它只有：固定电话用户数，还不够算出指标。"),
        ([(BEDS, CITY, 2020, 4.0)], False, "它只有：每千人床位"),
        ([(BEDS, TOWNSHIP, 2020, 4.0)], True, "没有任何县的指标数值"),
        ([(BEDS, TOWNSHIP, 2020, 4.0)], False, ""),
        ([(BEDS, COUNTY, 2020, 4.0)], True, ""),
    ],
)
def test_a_page_says_what_is_missing_and_what_there_is(foundation, figures, of_counties, said):
    text = empty_page_text(poor_city(foundation, figures), "own", of_counties)
    assert said in text if said else not text


def test_the_pages_of_a_dataset_without_indicators_lead_to_the_import(foundation, opened):
    city = poor_city(foundation, [(PHONES, "441803", 2020, 38617.0)])
    browser = opened(city)
    for visit in list_page_visits(city, "own").values():
        visit(browser)
    for part in ("atlas-lacking.children", "targets-shown.data", "gap-notice.children", "county-content.data"):
        assert "/data?step=file&set=own" in str(browser.values[part]), part
    assert "没有任何县的指标数值" in browser.values["pack-estimate.children"]
