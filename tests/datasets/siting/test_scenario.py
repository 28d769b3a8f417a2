"""How the changes of a scenario are written in an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.siting.scenario import (
    LONGEST_NAME,
    MOST_CHANGES,
    ChangeKind,
    FacilityChange,
    ScenarioError,
    ScenarioFault,
    format_changes,
    parse_changes,
)

PLACES = {"longitude": st.integers(0, 18_000_000), "latitude": st.integers(0, 9_000_000)}
NAMES = st.text(max_size=LONGEST_NAME).filter(str.isprintable)


def degrees(whole: int) -> float:
    return round(whole / 100_000, 5)


CHANGES = st.one_of(
    st.builds(
        FacilityChange,
        st.just(ChangeKind.ADD),
        longitude=PLACES["longitude"].map(degrees),
        latitude=PLACES["latitude"].map(degrees),
        capacity=st.none() | st.integers(0, 100_000).map(float),
        name=NAMES,
    ),
    st.builds(
        FacilityChange,
        st.just(ChangeKind.MOVE),
        st.text(min_size=1),
        longitude=PLACES["longitude"].map(degrees),
        latitude=PLACES["latitude"].map(degrees),
    ),
    st.builds(FacilityChange, st.just(ChangeKind.CLOSE), st.text(min_size=1)),
)


@given(st.lists(CHANGES, max_size=8, unique_by=lambda change: change.code or id(change)))
def test_what_is_written_is_read_again(changes):
    assert parse_changes(format_changes(changes)) == tuple(changes)


def test_an_address_stays_short_and_can_be_read():
    added = FacilityChange(ChangeKind.ADD, "", 113.05, 24.123456, 40.0)
    assert format_changes([added, FacilityChange(ChangeKind.CLOSE, "demo-7")]) == "add,113.05,24.12346,40;close,demo-7"


def test_no_changes_are_an_empty_text():
    assert format_changes(()) == ""
    assert parse_changes("") == ()


@pytest.mark.parametrize(
    "text",
    [
        *("build,1,2,3", "add,1", "add,east,24,40", "add,113,24,-4", "add,nan,24,40", "add,113,24,999999"),
        *("move,,1,2", "close", "close,", f"add,113,24,40,{'x' * 41}"),
    ],
)
def test_what_nobody_wrote_is_refused(text):
    with pytest.raises(ScenarioError) as refused:
        parse_changes(text)
    assert refused.value.why is ScenarioFault.UNREADABLE
    assert refused.value.found == text


def test_a_facility_cannot_be_closed_and_moved():
    with pytest.raises(ScenarioError) as refused:
        parse_changes("close,f1;move,f1,113,24")
    assert (refused.value.why, refused.value.found) == (ScenarioFault.TWICE, "f1")


def test_more_changes_than_an_address_holds_are_refused():
    with pytest.raises(ScenarioError) as refused:
        parse_changes(";".join(["add,113,24,40"] * (MOST_CHANGES + 1)))
    assert refused.value.why is ScenarioFault.TOO_MANY
