"""Every shipped declaration and figure agrees with the others."""

import csv
import re
import tomllib
from pathlib import Path

import pytest

from datasets.city.offered_indicators import list_mapped_indicators
from geodata.region import Level
from indicators.definition import Comparator, CountKind, Direction, Domain, Indicator
from indicators.facilities.facility_types import StandardBasis
from layouts.words.pages.targets import range_of_about, requirement

ROOT = Path(__file__).parent.parent
DEFINITIONS = sorted((ROOT / "indicators" / "definitions").glob("*.toml"))
LEDGER = ROOT / "indicators" / "ledger"
YEARBOOKS = ROOT / "datasets" / "public" / "qingyuan" / "yearbooks.csv"


@pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: path.stem)
def test_an_indicator_has_a_name_and_says_what_it_is(path, city):
    _check_words(city.indicators[path.stem])


def test_every_indicator_of_facilities_has_a_name_and_says_what_it_is(city):
    generated = [indicator for indicator in city.indicators.values() if indicator.facility_type]
    assert len(generated) == 26 * 6 + 5
    for indicator in generated:
        _check_words(indicator)
        assert "{" not in indicator.name + indicator.definition + indicator.unit


def _check_words(indicator: Indicator) -> None:
    assert re.fullmatch(r"[a-z0-9_]+", indicator.id)
    assert re.search(r"[\u4e00-\u9fff]", indicator.name)
    assert indicator.definition.endswith("。")
    assert indicator.source


def test_no_two_indicators_share_a_name(city):
    names = [indicator.name for indicator in city.indicators.values()]
    assert len(names) == len(set(names))


def test_no_id_that_an_indicator_had_is_in_use(city):
    former = [id_ for one in city.indicators.values() for id_ in one.former_ids]
    assert not set(former) & {*city.indicators, *city.variables}
    assert len(former) == len(set(former))


def test_every_variable_says_what_its_count_counts():
    declared = tomllib.loads((ROOT / "indicators" / "variables.toml").read_text("utf-8"))
    assert [key for key, one in declared.items() if "counts" not in one] == []


def test_chance_is_in_births_and_deaths_and_shares_of_people_and_in_nothing_that_is_provided(city):
    counted = {key: one.count_kind for key, one in city.indicators.items()}
    assert {key for key, one in counted.items() if one is CountKind.EVENTS} == {
        "infant_mortality_per_1000",
        "maternal_mortality_per_100000",
        "birth_rate",
        "death_rate",
    }
    assert counted["medical_insurance_rate"] is CountKind.PEOPLE
    for key in (
        "medical_beds_per_1000_residents",
        "population_density",
        "e_reading_town_share",
        "library_share_within",
    ):
        assert counted[key] is CountKind.THINGS


def test_every_variable_serves_an_indicator_another_variable_or_a_measure_of_likeness(city):
    used = {name for i in city.indicators.values() for name in (i.formula.numerator, i.formula.denominator)}
    used |= {variable.share for variable in city.variables.values()}
    used |= {name for one in city.national.measures.values() for name in (one.numerator, one.denominator)}
    assert set(city.variables) <= used


@pytest.mark.parametrize("key", tomllib.loads((ROOT / "indicators" / "facility_types.toml").read_text("utf-8")))
def test_every_type_of_facility_has_a_standard_and_says_where_it_comes_from(key):
    standard = tomllib.loads((ROOT / "indicators" / "facility_types.toml").read_text("utf-8"))[key]["standard"]
    names = {"policy": "《关于推进基本公共服务均等化的意见》（2012）第", "national": "《", "default": "本系统默认值："}
    assert standard["source"].startswith(names[standard["basis"]])


def test_every_article_that_a_type_cites_speaks_of_it(city):
    spoken = {
        "kindergarten": (5, "每个乡镇至少要举办1所规范化公办幼儿园"),
        "junior_secondary_school": (4, "乡镇原则上要保留初中"),
        "township_hospital": (9, "乡镇卫生院为骨干"),
        "cultural_station": (13, "推进公共文化服务全覆盖"),
        "sports_ground": (14, "100%的乡镇建成"),
    }
    wanted = {key: type_.every_township_source for key, type_ in city.facility_types.items() if type_.every_township}
    assert wanted.keys() == spoken.keys()
    for key, (article, clause) in spoken.items():
        assert clause in articles_of_the_policy()[article]
        assert f"《意见》第{article}条" in wanted[key]
        assert clause in wanted[key]
    assert "方圆2公里聚集500户籍人口以上的边远山区要保留或恢复教学点" in articles_of_the_policy()[4]


def test_what_a_facility_adds_is_counted_in_a_variable_that_an_indicator_is_formed_from(city):
    counted = {i.formula.numerator for i in city.indicators.values()}
    for key, type_ in city.facility_types.items():
        assert type_.adds.keys() <= counted, key


def test_types_of_one_domain_are_told_apart_by_their_symbols(city):
    marks = [(type_.domain, type_.symbol) for type_ in city.facility_types.values()]
    assert len(marks) == len(set(marks))


def test_every_class_of_road_has_a_speed_and_says_where_it_comes_from(foundation):
    assert foundation.travel.speeds.keys() == foundation.road_classes.keys()
    assert all(speed.source for speed in foundation.travel.speeds.values())


def test_what_follows_from_places_is_offered_to_no_file(foundation):
    assert foundation.filed_indicators.keys() == {path.stem for path in DEFINITIONS}
    assert foundation.variables.keys() - foundation.filed_variables.keys() >= {
        "service_residents",
        "hospital_facilities",
    }
    assert "medical_beds" in foundation.filed_variables


def test_every_demonstrated_type_has_every_measure_in_every_year(city):
    records = city.datasets["demo"].records
    shown = {key for key in records if city.indicators[key].facility_type}
    held = set(city.datasets["demo"].facilities["type"])
    assert shown == {key for key, own in city.indicators.items() if own.facility_type in held}
    assert len(shown) == 14 * 6 + 4  # and four of the types should be in every township
    for key in shown:
        assert city.years("demo", key, Level.COUNTY) == list(range(2010, 2017)), key


def test_public_holds_nothing_of_facilities_as_it_has_none(city):
    assert not any(city.indicators[key].facility_type for key in city.datasets["public"].records)


def test_public_residents_are_those_of_the_census_spread_by_committees(city):
    residents = city.datasets["public"].resident_distribution.residents(2020)
    assert len(residents.places) == 85
    assert round(residents.places["population"].sum()) == 3969473
    assert residents.estimated


def test_public_holds_at_least_14_indicators(city):
    assert len(city.datasets["public"].records) >= 14


def test_demo_holds_at_least_30_indicators_of_the_five_facility_domains_in_every_year(city):
    domains = {Domain.EDUCATION, Domain.HEALTH, Domain.CULTURE, Domain.SPORTS, Domain.TRANSPORT}
    shown = list_mapped_indicators(city, "demo")
    keys = [key for domain in domains for key in shown[domain]]
    assert len(keys) >= 30
    for key in keys:
        assert city.years("demo", key, Level.COUNTY) == list(range(2010, 2017)), key


def test_every_targeted_indicator_has_demonstration_values(city):
    assert {entry.indicator for entry in city.targets.values()} <= set(city.datasets["demo"].records)


def articles_of_the_policy() -> dict[int, str]:
    """The text of every article, by number."""
    text = (LEDGER / "opinions-2012.txt").read_text("utf-8")
    parts = re.split(r"^(\d{1,2})\.", text, flags=re.MULTILINE)
    return {int(number): part for number, part in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("article", range(1, 28))
def test_every_number_of_the_policy_is_in_the_ledger_or_has_a_reason(article, city):
    text = articles_of_the_policy()[article]
    (held,) = [entry for entry in city.ledger if entry.article == article]
    passages = [*(entry.clause for entry in held.targets), *held.without_targets]
    spans = [match.span() for passage in passages for match in re.finditer(re.escape(passage), text)]
    for found in re.finditer(r"\d[\d.]*", text):
        told = any(start <= found.start() < end for start, end in spans)
        is_year = re.match(r"(19|20)\d\d(年|—20)", text[found.start() :])
        assert told or is_year, f"{found[0]} in …{text[max(0, found.start() - 12) : found.end() + 12]}…"


def test_every_clause_is_verbatim_and_belongs_to_its_article(city):
    texts = articles_of_the_policy()
    for article in city.ledger:
        for entry in article.targets:
            assert entry.clause in texts[article.article], entry.id


def test_every_article_names_its_departments_as_the_policy_does(city):
    texts = articles_of_the_policy()
    for article in city.ledger:
        for name in filter(None, [article.lead_department, *article.supporting_departments]):
            assert name in texts[article.article], (article.article, name)


def test_every_target_that_is_about_a_value_has_a_range_on_both_sides(city):
    rules = tomllib.loads((LEDGER / "rules.toml").read_text("utf-8"))
    about = [entry for entry in city.targets.values() if entry.comparator is Comparator.ABOUT]
    assert len(about) == 6
    for entry in about:
        assert entry.tolerance == rules["about_tolerance"]
        assert entry.criterion.edge < entry.value < entry.criterion.ceiling
        assert range_of_about(entry) in requirement(entry)


def test_what_facility_types_quote_from_the_policy_are_its_own_words(city):
    policy = articles_of_the_policy()
    for key, type_ in city.facility_types.items():
        for source in (type_.standard.source, type_.every_township_source):
            article = re.search(r"《意见》第(\d+)条", source)
            for quoted in re.findall("“(.+?)”", source):
                assert article is not None, key
                assert quoted in policy[int(article[1])], key


def test_a_standard_is_of_the_policy_only_where_a_quoted_clause_states_its_number(city):
    for key, type_ in city.facility_types.items():
        if type_.standard.basis is StandardBasis.POLICY:
            quoted = "".join(re.findall("“(.+?)”", type_.standard.source))
            assert f"{type_.standard.within:g}" in re.findall(r"[\d.]+", quoted), key
        if type_.every_township and not type_.every_township_source.startswith("本系统默认"):
            assert re.search("“.*(每个|100%的)?乡镇.*”", type_.every_township_source), key


def test_where_places_lie_is_described_and_never_judged(city):
    for key in ("distance_to_county_seat_km", "distance_to_city_seat_km"):
        assert city.indicators[key].direction is Direction.NEUTRAL
        assert "只作描述" in city.indicators[key].caveat


def test_the_index_weighs_indicators_with_a_target_in_their_domain(city):
    for domain, part in city.index.domains.items():
        for key in part.indicators:
            assert city.indicators[key].domain is domain, key
            assert key in city.anchors, key


@pytest.mark.parametrize(
    ("adcode", "beds"),
    [
        ("441882", 6.34),
        ("441881", 5.03),
        ("441825", 4.96),
        ("441823", 4.52),
        ("441821", 4.18),
        ("441826", 3.47),
        ("441803", 2.93),
    ],
)
def test_public_beds_of_2020_are_the_known_ones(city, adcode, beds):
    records = city.datasets["public"].records["medical_beds_per_1000_residents"]
    assert round(records.loc[(adcode, 2020), "value"], 2) == beds


def test_qingcheng_has_no_beds_in_2020(city):
    records = city.datasets["public"].records["medical_beds_per_1000_residents"]
    assert ("441802", 2020) not in records.index


def test_the_eight_counties_sum_to_the_census_total(city):
    population = city.datasets["public"].records["resident_population"]["value"]
    codes = city.geography.codes(Level.COUNTY)
    assert population[[(code, 2020) for code in codes]].sum() == population["441800", 2020] == 3969473


def test_a_published_count_keeps_its_kind_and_source(city):
    record = city.datasets["public"].records["resident_population"].loc[("441882", 2020)]
    assert record["kind"] == "published"
    assert record["source"] == "清远市第七次全国人口普查公报(第二号)"


def test_an_inferred_year_and_a_transcription_by_a_third_party_are_noted_beside_the_figure(city):
    beds = city.datasets["public"].records["medical_beds_per_1000_residents"].loc[("441882", 2020)]
    assert "推定为2020年" in beds["note"]
    assert "转录自第三方" in beds["note"]
    assert "初步汇总数" in beds["note"], "of the population that the beds are divided by"


def test_every_transcribed_figure_of_the_public_dataset_says_what_it_was_transcribed_from(city):
    observations = city.datasets["public"].observations
    assert observations.loc[observations["kind"] == "transcribed", "note"].str.contains("第三方").all()


def test_every_figure_of_the_yearbooks_reaches_an_indicator(city):
    with YEARBOOKS.open(encoding="utf-8") as file:
        variables = {row["variable"] for row in csv.DictReader(file)}
    reached = {name for i in city.indicators.values() for name in (i.formula.numerator, i.formula.denominator)}
    reached |= {city.variables[name].share for name in reached if name}
    assert variables <= reached


def test_demo_figures_are_marked_as_such_wherever_they_are_kept(city):
    for key, records in city.datasets["demo"].records.items():
        assert set(records["kind"]) == {"demonstration"}, key


def test_the_85_townships_lie_in_the_eight_counties(city):
    counts = city.geography.townships["county"].value_counts()
    assert counts.sum() == 85
    assert counts.to_dict()["441881"] == 24


def test_requirements_are_pinned_and_say_why():
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    for line in lines[1:]:
        assert re.fullmatch(r"[A-Za-z.-]+(\[[a-z]+\])?==[\d.]+ +# .+", line), line


def test_declarations_have_no_keys_in_common_with_their_file_name():
    for path in DEFINITIONS:
        assert "id" not in tomllib.loads(path.read_text("utf-8")), path.name


def test_a_density_names_the_yearbook_that_the_land_area_comes_from(city):
    source = city.datasets["public"].records["population_density"].loc[("441882", 2020), "source"]
    assert "中国县域统计年鉴(县市卷)2021" in source


@pytest.mark.parametrize("domain", [Domain.EDUCATION, Domain.HEALTH, Domain.CULTURE, Domain.TRANSPORT])
def test_public_speaks_of_every_county_in_every_domain_of_the_mission_before_and_after_the_policy(city, domain):
    counties = set(city.geography.codes(Level.COUNTY))
    complete = [
        key
        for key in list_mapped_indicators(city, "public")[domain]
        if all(counties <= set(city.records_of_year("public", key, year).index) for year in (2010, 2020))
    ]
    assert complete
