"""The frame of the page of coverage: every part stands there once, before anything is asked for."""

from layouts.pages.coverage.page import page
from layouts.service_ids import CoveragePage, Siting
from locales import say_all
from tests.layouts.pages.test_atlas import components

PARTS = [part["props"] for part in components(page({}))]


def test_every_id_of_the_frame_stands_once():
    ids = [props["id"] for props in PARTS if "id" in props]
    assert sorted(ids) == sorted([*CoveragePage, *Siting])


def test_both_sides_and_both_orders_can_be_chosen():
    offered = {props["id"]: [each["value"] for each in props["options"]] for props in PARTS if "options" in props}
    assert offered == {
        CoveragePage.MODE: [*say_all("coverage-modes-")],
        CoveragePage.ORDER: [*say_all("coverage-worst-orders-")],
    }


def test_one_side_is_shown_at_a_time():
    hidden = {props["id"]: props.get("hidden", False) for props in PARTS if "id" in props}
    assert (hidden[CoveragePage.BODY], hidden[CoveragePage.SITING]) == (False, True)
