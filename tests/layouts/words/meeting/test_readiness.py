"""The first line of the check: that a meeting can begin only where nothing is in the way."""

import pytest

from datasets.readiness.model import CheckLine, CheckState
from layouts.words.meeting import readiness as words
from locales import say

OK, CAUTION, FAILED, PENDING = (CheckState(name) for name in ("ok", "caution", "failed", "pending"))


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ([OK, OK], say("readiness-ready")),
        ([OK, CAUTION], "开会前先处理：乙。"),
        ([PENDING, CAUTION], "还在查：甲。"),
        ([FAILED, PENDING, FAILED], "还不能开会：甲、丙不行。"),
    ],
)
def test_what_is_in_the_way_is_named_the_worst_first(states, said):
    lines = [CheckLine(subject, state, "") for subject, state in zip("甲乙丙", states, strict=False)]
    assert words.summary(lines) == said


def test_the_browser_says_the_same_of_its_own_lines():
    assert set(CheckState) == words.for_browser()["states"].keys()
    for state in (CAUTION, FAILED, PENDING):
        told = words.summary([CheckLine("甲", state, "")])
        assert told == words.for_browser()[state].format(subjects="甲")
