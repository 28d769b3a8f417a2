"""Marks put on a map by hand, on paper: where they lie, in a frame, and never markup."""

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, PathPatch
from matplotlib.text import Annotation

from datasets.queries.storyboard import Mark
from layouts.figures import theme
from layouts.paper.sheet.hand_marks import draw_hand_marks

CRS = "EPSG:4526"  # metres, its middle at 114 degrees east
PLACE, NORTH = (114.0, 24.0), (114.0, 24.1)


@pytest.fixture
def axes():
    axes = Figure().add_axes((0, 0, 1, 1))
    axes.set_xlim(38_400_000, 38_600_000)
    axes.set_ylim(2_600_000, 2_800_000)
    return axes


def texts_of(axes):
    return [text for text in axes.texts if isinstance(text, Annotation)]


def test_a_note_is_written_as_it_is_in_a_frame_at_its_place(axes):
    draw_hand_marks(axes, [Mark(kind="note", at=PLACE, text="<b>$新$</b>\n校区")], CRS, 1)
    (text,) = texts_of(axes)
    assert text.get_text() == "<b>$新$</b>\n校区"
    assert text.xy[0] == pytest.approx(38_500_000, abs=1)
    assert text.get_bbox_patch().get_edgecolor() is not None


def test_an_arrow_points_from_its_text_to_its_tip(axes):
    draw_hand_marks(axes, [Mark(kind="arrow", at=NORTH, to=PLACE, text="改线")], CRS, 1)
    (arrow,) = (patch for patch in axes.patches if isinstance(patch, FancyArrowPatch))
    (text,) = texts_of(axes)
    assert text.get_va() == "bottom"  # above the northern end
    assert text.xy == pytest.approx(arrow._posA_posB[0])
    assert arrow._posA_posB[1][1] < arrow._posA_posB[0][1]


def test_a_ring_reaches_its_edge_and_its_text_stands_above_it(axes):
    draw_hand_marks(axes, [Mark(kind="ring", at=PLACE, to=NORTH, text="缺口")], CRS, 1)
    (ring,) = (patch for patch in axes.patches if isinstance(patch, PathPatch))
    width, height = np.ptp(ring.get_path().vertices, axis=0)
    assert width == pytest.approx(height)
    assert width / 2 == pytest.approx(11_078, rel=0.01)  # metres of a tenth of a degree
    assert ring.get_facecolor()[3] == 0
    assert texts_of(axes)[0].xy[1] > ring.get_path().vertices[:, 1].mean()


def test_marks_are_of_one_ink_whatever_lies_below(axes):
    draw_hand_marks(axes, [Mark(kind="arrow", at=NORTH, to=PLACE)], CRS, 1)
    assert texts_of(axes) == []
    halo, _ = axes.patches[0].get_path_effects()
    assert halo._gc["foreground"] == theme.PAPER
