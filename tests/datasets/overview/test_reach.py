"""Who lives out of reach of a type of facility."""

from datasets.overview.reach import list_reach


def test_what_every_township_should_have_leads_then_most_people_outside(city):
    found = list_reach(city, "demo", 2016)
    order = [(not one.type.every_township, -one.outside) for one in found]
    assert order == sorted(order)
    assert found[0].type.every_township


def test_people_outside_are_the_residents_less_those_within(city):
    hospital = next(one for one in list_reach(city, "demo", 2016) if one.id == "township_hospital")
    record = city.records_of_area("demo", "township_hospital_share_within", city.region.adcode).loc[2016]
    assert hospital.outside == record["denominator"] - record["numerator"]


def test_without_facilities_nobody_is_said_to_be_out_of_reach(city):
    assert list_reach(city, "public", 2020) == []
