"""The office on both engines: what is kept, what is refused, what a logo becomes."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from datasets.store.model import Action
from datasets.store.office import (
    LARGEST_LOGO,
    Office,
    OfficeError,
    OfficeFault,
    Offices,
    check_office,
    is_site_address,
    prepare_logo,
)
from datasets.store.versions.versions import Store
from tests.datasets.store.new_stores import take_back


def png(width: int = 8, height: int = 8, form: str = "PNG") -> bytes:
    drawn, note = BytesIO(), PngImagePlugin.PngInfo()
    note.add_text("Comment", "where it was drawn")
    Image.new("RGB", (width, height), "#17415A").save(drawn, form, pnginfo=note)
    return drawn.getvalue()


def fault_of(act: Callable[[], object]) -> OfficeFault:
    with pytest.raises(OfficeError) as raised:
        act()
    return raised.value.fault


def test_the_last_entry_counts_and_the_trail_has_each(store: Store):
    offices = Offices(store, store.now)
    assert offices.current() == Office()
    for name in ("发展改革局", "某市发展和改革局"):
        offices.save(check_office(f" {name} ", "https://atlas.example.cn/", png()), "赵管")
    assert offices.current() == Office("某市发展和改革局", "https://atlas.example.cn", png())
    told = [event.details["office"]["name"] for event in store.trail() if event.action is Action.SET_OFFICE]
    assert told == ["某市发展和改革局", "发展改革局"]


@pytest.mark.parametrize(
    ("name", "url", "fault"),
    [
        ("局" * 61, "", OfficeFault.NAME),
        ("局\n", "", None),
        ("发\n改", "", OfficeFault.NAME),
        ("局", "atlas.example.cn", OfficeFault.PUBLIC_URL),
        ("局", "https://atlas.example.cn/map", OfficeFault.PUBLIC_URL),
        ("局", "javascript:alert(1)", OfficeFault.PUBLIC_URL),
        ("", "http://10.0.0.7:8050", None),
    ],
)
def test_what_an_office_may_not_be_is_refused(name, url, fault):
    if fault is None:
        assert check_office(name, url, None).public_url == url
    else:
        assert fault_of(lambda: check_office(name, url, None)) is fault


def test_an_address_with_an_odd_port_is_none():
    assert not is_site_address("http://host:port")


def test_a_logo_is_drawn_anew_no_larger_than_the_bar_and_without_notes():
    kept = prepare_logo(png(960, 240))
    with Image.open(BytesIO(kept)) as picture:
        assert picture.size == (480, 120)
    assert b"where it was drawn" not in kept


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"<svg onload='x'/>", OfficeFault.LOGO_KIND),
        (png(form="JPEG"), OfficeFault.LOGO_KIND),
        (png()[:60], OfficeFault.LOGO_KIND),
        (b"\x89PNG" * LARGEST_LOGO, OfficeFault.LOGO_SIZE),
        (png(4001, 1), OfficeFault.LOGO_SIZE),
    ],
)
def test_what_is_no_logo_is_refused(content, fault):
    assert fault_of(lambda: prepare_logo(content)) is fault


def test_the_table_can_be_taken_back_and_made_again(store: Store):
    take_back(store, "0008")
    store.migrate()
    assert Offices(store, store.now).current() == Office()
