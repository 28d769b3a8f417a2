"""What the scripts of an offline snapshot (离线快照) write."""

from typing import Any

from layouts.words.common import list_joints
from layouts.words.comparison import change
from layouts.words.meeting import presentation
from layouts.words.pages import atlas
from locales import say, say_all

_MISSING_KEYS = ("choose", "zoom")  # of the live meeting


def file_words() -> dict[str, Any]:
    """Everything that the scripts of the file write."""
    own = say_all("snapshot-file-") | {
        "play": say("atlas-play"),
        "pause": say("atlas-pause"),
        "states_key": say("chart-states-key"),
        "charts": say_all("snapshot-charts-"),
        "heads": [*say_all("snapshot-heads-").values()],
    }
    meeting = presentation.for_browser() | {"keys": _list_keys()}
    return {
        "list": list_joints(),
        "meeting": meeting,
        "atlas": atlas.for_browser() | {"change": change.for_browser()},
        "file": own,
    }


def _list_keys() -> list[presentation.Keys]:
    """The keys of a meeting that a snapshot has too, and its own."""
    of_meeting = {key: text for key, text in say_all("meeting-key-slides-").items() if key not in _MISSING_KEYS}
    return [
        (presentation.list_heads()["slides"], presentation.write_rows(of_meeting.values())),
        (say("snapshot-key-head"), presentation.write_rows(say_all("snapshot-key-rows-").values())),
    ]
