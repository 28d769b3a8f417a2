"""What draws for readers is tried, without a reader who waits for it."""

from concurrent.futures import Future
from typing import Any

import pytest

from callbacks.readiness.trial import DrawingTrial
from datasets.readiness.model import CheckState
from datasets.workers.model import InlineWorkers, WorkersBusyError
from layouts.paper.sheet.font_report import FontReport
from layouts.paper.sheet.picture_spec import FontError, RenderTask

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8 + (800).to_bytes(4, "big") + (500).to_bytes(4, "big")


class Drawers(InlineWorkers):
    """Workers whose tasks end when they are told to."""

    def __init__(self) -> None:
        self.fonts: list[Future] = []
        self.pictures: list[Future] = []

    def submit(self, work: Any, /, *_args: Any, **_kwargs: Any) -> Future:
        """Note a task."""
        future: Future = Future()
        (self.pictures if isinstance(work, RenderTask) else self.fonts).append(future)
        return future


@pytest.fixture
def drawers() -> Drawers:
    return Drawers()


def test_nobody_waits_for_a_picture(city, drawers):
    trial = DrawingTrial(drawers, clock=lambda: 10.0)
    assert trial.check_drawing(city).state is CheckState.PENDING
    assert trial.check_fonts(city).state is CheckState.PENDING
    for picture in drawers.pictures:
        picture.set_result(PNG)
    assert trial.check_drawing(city).state is CheckState.OK
    assert "800×500" in trial.check_drawing(city).text
    assert trial.check_fonts(city).state is CheckState.PENDING


def test_one_trial_serves_all_who_ask_for_some_minutes(city, drawers):
    times = [0.0]
    trial = DrawingTrial(drawers, clock=lambda: times[0])
    for time in (0.0, 200.0):
        times[0] = time
        trial.check_drawing(city)
        trial.check_fonts(city)
    assert len(drawers.pictures) == 2
    times[0] = 301.0
    trial.check_drawing(city)
    assert len(drawers.pictures) == 4


def test_what_is_no_picture_is_said(city, drawers):
    trial = DrawingTrial(drawers)
    trial.check_drawing(city)
    drawers.pictures[0].set_result(PNG)
    drawers.pictures[1].set_result(b"")
    assert trial.check_drawing(city).state is CheckState.FAILED


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (FontReport("楷体", ("连𪨶",)), "楷体 缺字，写不出连𪨶。"),
        (FontReport("楷体", ("一", "二", "三", "四")), "楷体 缺字，写不出一、二、三等。"),
        (FontError("no Chinese font"), "没有可用的中文字体，图上的字会成方框。"),
    ],
)
def test_a_font_that_lacks_names_is_in_the_way(city, drawers, report, said):
    trial = DrawingTrial(drawers)
    trial.check_fonts(city)
    tell = drawers.fonts[0].set_exception if isinstance(report, Exception) else drawers.fonts[0].set_result
    tell(report)
    line = trial.check_fonts(city)
    assert (line.state, line.text) == (CheckState.FAILED, said)
    assert "FONT_SANS" in line.remedy


def test_a_full_queue_is_no_fault(city):
    class Busy(InlineWorkers):
        def submit(self, *_args: Any, **_kwargs: Any) -> Future:
            raise WorkersBusyError(14)

    trial = DrawingTrial(Busy())
    assert trial.check_drawing(city).state is trial.check_fonts(city).state is CheckState.CAUTION
