"""What lies exactly on a threshold, and what rests on few events, is told alike by map, gap page, pictures and API."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from callbacks.api import policy as api_policy
from callbacks.gap.indicator import GapIndicator
from callbacks.gap.overview import GapOverview
from callbacks.pictures.charts import ChartKind, ChartPictures
from callbacks.tables.routes import table_makers
from callbacks.targets.answers import TargetViews
from datasets.analyses.county_profile import build_county_profile
from datasets.analyses.target_statuses import assess_targets, measure_progress_in_scope, score_counties
from datasets.analyses.value_tables import value_rows
from datasets.city.city import City
from datasets.city.derive import complete_observations, compute_records
from datasets.queries.gap_query import GapOptions
from datasets.queries.target_query import TargetFilters
from geodata.region import Level
from indicators.classes import BreakMethod
from indicators.policy.progress import HOLDING_BACK, Status, TargetProgress, combine_statuses
from indicators.profile import CityComparison
from layouts.figures.specs.panel_data import encode_panel
from layouts.words.paper.pictures import Attribution
from tests.callbacks.pictures.test_charts import draw

BEDS, INFANTS = "medical_beds_per_1000_residents", "infant_mortality_per_1000"
FOGANG, LIANZHOU = "441821", "441882"
YEAR = 2016
ATTRIBUTION = Attribution(date(2026, 1, 2))


def of_counties(city: City, counts: Mapping[str, Mapping[str, float]]) -> City:
    """The city with one dataset: in one year, for every county, the counts by variable that are given by group."""
    region = city.region
    rows = [
        (variable, code, YEAR, value, "published", "年报", "")
        for variable, by_group in counts.items()
        for group, value in by_group.items()
        for code in ([group] if group in region.by_adcode else region.members(group))
    ]
    figures = pd.DataFrame(rows, columns=["variable", "area_code", "year", "value", "kind", "source", "note"])
    figures = figures.drop_duplicates(["variable", "area_code"], keep="last")
    records = compute_records(
        complete_observations(figures, city.geography, city.variables), city.indicators, city.variables
    )
    made = replace(city.datasets["public"], id="edge", name="边", observations=figures, records=records)
    return replace(city, datasets={"edge": made})


def everybody(count: float) -> dict[str, float]:
    return {"north": count, "south": count}


@pytest.fixture(scope="module")
def at_80(city) -> City:
    """Eight counties of 10,000 residents, with 24 beds in the north and 30 in the south: 2.4 / 3.0."""
    return of_counties(city, {"medical_beds": {"north": 24, "south": 30}, "resident_population": everybody(10_000)})


def test_exactly_80_percent_is_reached_on_the_map(at_80):
    panel = at_80.panel("edge", BEDS, Level.COUNTY, BreakMethod.NATURAL, 5)
    gap = encode_panel(panel, Level.COUNTY, at_80.geography)["gaps"][YEAR]
    assert gap["tone"] == "above"
    assert gap["ratios"] == ["80.0%"] * 3
    assert gap["detail"] == "三种口径均达到80%线"


def test_exactly_80_percent_is_reached_on_the_page_of_the_gap(at_80):
    choice = GapOptions(at_80).read_query({"dataset": "edge", "indicator": BEDS, "year": str(YEAR)})[0]
    (row,) = [row for row in GapOverview(at_80).build_overview(choice)["rows"] if row["id"] == BEDS]
    assert (row["verdict"], row["badge"], row["pooled"]) == ("达到", "稳健", "80.0%")
    needs, told = GapIndicator(at_80).describe_needs(choice)
    assert needs is not None
    assert needs.total == 0
    assert "有余" not in told


def test_exactly_80_percent_is_reached_in_the_picture_and_the_api(at_80):
    query = {"dataset": "edge", "indicator": BEDS, "year": str(YEAR)}
    drawn = draw(ChartPictures(at_80), ChartKind.GAP, query)
    assert "80.0%" in drawn.chart.headline
    assert "达到80%线" in drawn.chart.headline
    assert set(api_policy.describe_gap(at_80, "edge", BEDS, YEAR)["verdict"].values()) == {"reached"}


def test_a_rank_is_the_same_in_profile_map_and_table_whatever_the_classes(city):
    people = everybody(10_000) | {FOGANG: 10_010}
    world = of_counties(city, {"medical_beds": everybody(24), "resident_population": people})  # 2.3976 beside 2.4
    found = build_county_profile(world, "edge", FOGANG, YEAR)
    assert next(one.comparison.rank for one in found.key_figures if one.comparison.indicator.id == BEDS) == 1
    drawn = encode_panel(
        world.panel("edge", BEDS, Level.COUNTY, BreakMethod.OWN, 2, (2.4,)), Level.COUNTY, world.geography
    )
    at = world.geography.codes(Level.COUNTY).index(FOGANG)
    assert drawn["values"][YEAR][at] == pytest.approx(2.398)
    assert set(drawn["ranks"][YEAR].split()) == {"1"}
    query = {"dataset": "edge", "indicator": BEDS, "year": str(YEAR), "method": "own", "breaks": "2.4"}
    table = table_makers(world)["values"](query).table
    rank = [column.heading for column in table.columns].index("位次")
    assert {row[rank] for row in table.rows} == {1}


@pytest.fixture(scope="module")
def few(city) -> City:
    """Infant deaths: 7 of 1,200 births in one county of the south, enough elsewhere. The target is below 6‰."""
    deaths = everybody(20) | {FOGANG: 7, LIANZHOU: 50}
    return of_counties(
        city,
        {"infant_deaths": deaths, "live_births": everybody(5_000) | {FOGANG: 1_200}}
        | {"resident_population": everybody(10_000)},
    )


def test_seven_deaths_of_1200_births_are_told_with_count_and_interval_by_the_api(few):
    rows = value_rows(few, "edge", INFANTS, Level.COUNTY, [YEAR]).set_index("area_code")
    assert rows.loc[FOGANG, ["events", "small"]].tolist() == [7, True]
    assert rows.loc[FOGANG, "interval_low"] == pytest.approx(2.345, abs=0.001)
    assert rows.loc[FOGANG, "interval_high"] == pytest.approx(12.019, abs=0.001)
    assert rows.loc[LIANZHOU, ["events", "small"]].tolist() == [50, False]


def test_a_county_on_few_events_has_a_status_by_the_letter_only(few):
    found = next(one for one in assess_targets(few, "edge", YEAR) if one.target.id == "a12-infant-mortality-2016")
    assert (found.areas[FOGANG].status, found.areas[FOGANG].is_firm) == (Status.REACHED, False)
    assert found.areas[FOGANG].counted_status is Status.TOO_FEW
    assert (found.status, found.is_firm, found.small) == (Status.MISSED, True, [FOGANG])  # 连州 misses it firmly
    told = next(one for one in api_policy.list_statuses(few, "edge", YEAR) if one["target"] == found.target.id)
    area = next(one for one in told["areas"] if one["area"] == FOGANG)
    assert (area["status"], area["firm"], area["events"]) == ("reached", False, 7)


def test_without_a_firm_miss_a_target_over_counties_is_not_firm(city):
    deaths = everybody(20) | {FOGANG: 7}
    world = of_counties(city, {"infant_deaths": deaths, "live_births": everybody(5_000) | {FOGANG: 1_200}})
    found = next(one for one in assess_targets(world, "edge", YEAR) if one.target.id == "a12-infant-mortality-2016")
    assert (found.status, found.is_firm, found.counted_status) == (Status.REACHED, False, Status.TOO_FEW)
    shown = TargetViews(world).build_page("edge", YEAR, TargetFilters(status=Status.TOO_FEW))
    assert [row["id"] for row in shown["rows"]] == [found.target.id]
    assert shown["rows"][0]["reached"] == "7/8（1个数量太少）"
    assert shown["rows"][0]["letter"] == "按原文字面已达到，数量太少，不足以判断"


@pytest.mark.parametrize("table", ["duties", "statuses", "progress"])
def test_a_status_by_the_letter_says_so_in_every_table_too(few, table):
    query = {"dataset": "edge", "year": str(YEAR)} | ({"county": FOGANG} if table == "duties" else {})
    cells = [str(cell) for row in table_makers(few)[table](query).table.rows for cell in row]
    assert "按原文字面已达到（7例）；数量太少，不足以判断" in cells
    assert not any(cell.startswith("已达到（") for cell in cells)


@pytest.mark.parametrize("status", HOLDING_BACK)
def test_what_a_firm_area_decides_is_not_blamed_on_few_events(few, status):
    of_few = assess_targets(few, "edge", YEAR)
    found = next(one for one in of_few if one.target.id == "a12-infant-mortality-2016")
    areas = {FOGANG: found.areas[FOGANG], LIANZHOU: TargetProgress(status, None)}
    assert (
        replace(found, areas=areas, status=combine_statuses([one.status for one in areas.values()])).counted_status
        is status
    )


def test_a_county_whose_first_figure_rests_on_few_events_has_no_pace(few):
    own = few.datasets["edge"]
    entry = replace(few.targets["a12-infant-mortality-2016"], deadline=YEAR + 2, value=1)
    later = own.observations.assign(year=YEAR + 1).replace({"value": {7.0: 20.0}})
    both = pd.concat([own.observations, later])
    records = compute_records(complete_observations(both, few.geography, few.variables), few.indicators, few.variables)
    world = replace(few, datasets={"edge": replace(own, observations=both, records=records)})
    areas = measure_progress_in_scope(world, "edge", entry, YEAR + 1)
    assert areas[FOGANG].status is Status.CANNOT_TELL
    assert areas[LIANZHOU].status is Status.BEHIND


def test_a_county_on_few_events_has_no_rank_no_verdict_and_no_weight_in_the_index(few):
    profile = build_county_profile(few, "edge", FOGANG, YEAR)
    standing = next(one.comparison for one in profile.key_figures if one.comparison.indicator.id == INFANTS)
    assert (standing.rank, standing.counted, standing.against_city) == (None, 7, CityComparison.UNJUDGED)
    scores = score_counties(few, "edge", YEAR)
    assert scores[FOGANG].small == [INFANTS]
    assert INFANTS not in scores[FOGANG].points
    assert INFANTS in scores[LIANZHOU].points


def test_with_a_small_member_the_pooled_reading_alone_is_judged(few):
    told = api_policy.describe_gap(few, "edge", INFANTS, YEAR)
    assert told["verdict"] == {"simple_mean": None, "weighted_mean": None, "pooled": "below"}
    assert told["firm"]
    assert told["groups"]["south"]["small"] == [FOGANG]
    assert told["groups"]["south"]["events"] == 67


def test_a_ratio_of_means_over_few_events_stands_nowhere_among_the_measures(few):
    told = api_policy.describe_gap(few, "edge", INFANTS, YEAR)["inequality"]
    assert (told["ratio"], told["small"], told["missing"]) == (None, [FOGANG], [])
    assert told["absolute_difference"] is not None
    table = table_makers(few)["inequality"]({"dataset": "edge", "indicator": INFANTS}).table
    assert table.columns[1].heading == f"{YEAR}年（数量太少，不足以判断）"


@pytest.mark.parametrize(("table", "query"), [("counties", {"indicator": INFANTS}), ("standings", {"county": FOGANG})])
def test_a_download_tells_the_events_and_the_interval_behind_a_value(few, table, query):
    made = table_makers(few)[table]({"dataset": "edge", "year": str(YEAR)} | query).table
    at = [column.heading for column in made.columns].index("例数、区间")
    assert "7例，95%区间 2.35 – 12.02；数量太少，不足以判断" in [row[at] for row in made.rows]


def test_a_gap_of_groups_with_few_events_is_not_judged(city):
    world = of_counties(city, {"maternal_deaths": {"north": 1, "south": 3}, "live_births": everybody(5_000)})
    told = api_policy.describe_gap(world, "edge", "maternal_mortality_per_100000", YEAR)
    assert set(told["verdict"].values()) == {None}
    assert not told["firm"]
    choice = GapOptions(world).read_query({"dataset": "edge", "indicator": "maternal_mortality_per_100000"})[0]
    answer = GapIndicator(world).describe_needs(choice)
    assert answer == (None, "数量太少，不足以判断，也不推算需要增减多少。")
    drawn = draw(ChartPictures(world), ChartKind.GAP, choice.to_query())
    assert drawn.chart.headline == "数量太少，不足以判断：北部4例、南部12例。"


def test_a_rate_that_came_without_its_counts_is_not_judged(city):
    world = of_counties(city, {INFANTS: everybody(5.0) | {FOGANG: 5.83}, "live_births": {FOGANG: 1_200}})
    rows = value_rows(world, "edge", INFANTS, Level.COUNTY, [YEAR]).set_index("area_code")
    assert rows.loc[FOGANG, "events"] == 7  # the births are known: 5.83 per mille of 1,200
    assert rows.loc[LIANZHOU, ["events", "small"]].tolist() == [None, True]
