"""The fonts that pictures are set in: packaged, installed, or named by a setting."""

import sys
from collections.abc import Iterator

import pytest
from matplotlib import font_manager

from datasets.workers.model import WorkLimits
from datasets.workers.pool import WorkerPool
from layouts.paper.sheet import fonts as fonts_module
from layouts.paper.sheet.fonts import FALLBACK, choose_fonts, em_width, fonts
from layouts.paper.sheet.picture_spec import FontError

PLENTY = WorkLimits(memory=1 << 30, processor=60, time=60)
ANOTHER = font_manager.findfont(FALLBACK)


@pytest.fixture(autouse=True)
def _packaged_again() -> Iterator[None]:
    yield
    choose_fonts()


def test_without_a_setting_the_packaged_fonts_are_taken():
    chosen = choose_fonts()
    assert (chosen.sans.family, chosen.serif.family) == ("Noto Sans SC", "Noto Serif SC")


def test_a_setting_names_a_file():
    assert choose_fonts(ANOTHER).sans.family == FALLBACK


def test_a_setting_names_an_installed_font():
    assert str(choose_fonts(FALLBACK).sans.file) == ANOTHER


def test_widths_follow_the_font():
    packaged = em_width("m")
    choose_fonts(ANOTHER)
    assert em_width("m") != packaged


@pytest.mark.parametrize(("wanted", "said"), [("No Such Font", "name of an installed"), ("no/such.otf", "can be read")])
def test_a_setting_that_names_no_font_is_refused_with_what_is_allowed(wanted, said):
    with pytest.raises(FontError, match=rf"FONT_SERIF: expected .*{said}.* got '{wanted}'"):
        choose_fonts(serif=wanted)


def test_a_file_that_is_no_font_is_refused(tmp_path):
    (tmp_path / "sans.ttf").write_bytes(b"no font")
    with pytest.raises(FontError, match="FONT_SANS: expected a font file that can be read"):
        choose_fonts(str(tmp_path / "sans.ttf"))


def test_an_installed_font_is_taken_where_the_package_is_not_there(monkeypatch):
    monkeypatch.setitem(sys.modules, "pylopdf_fonts_zh_cn", None)
    monkeypatch.setattr(fonts_module, "INSTALLED_SANS", ("No Such Font", FALLBACK))
    monkeypatch.setattr(fonts_module, "INSTALLED_SERIF", (FALLBACK,))
    assert choose_fonts().sans.family == FALLBACK


def test_no_chinese_font_at_all_is_an_error_that_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pylopdf_fonts_zh_cn", None)
    monkeypatch.setattr(fonts_module, "INSTALLED_SANS", ("No Such Font",))
    with pytest.raises(FontError, match="install pylopdf_fonts_zh_cn or one of No Such Font, or set FONT_SANS"):
        choose_fonts()


def test_workers_draw_in_the_chosen_font():
    pool = WorkerPool((), PLENTY, size=1, waiting=1, prepare=choose_another_font)
    try:
        assert pool.submit(fonts).result().sans.family == FALLBACK
    finally:
        pool.close()


def choose_another_font() -> None:
    """Choose the other font: a function of a module can be sent to a process."""
    choose_fonts(ANOTHER)
