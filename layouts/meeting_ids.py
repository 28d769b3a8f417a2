"""The component ids of what a meeting needs: the slides themselves (演示), and storyboards (故事板)."""

from enum import StrEnum


class Meeting(StrEnum):
    """What starts a meeting, and what it adds to the frame around the pages; empty while there is none."""

    OPEN = "meeting-open"
    KEYS = "meeting-keys"
    HEAD = "meeting-head"
    FOOTER = "meeting-footer"
    LIVE = "meeting-live"


class Storyboard(StrEnum):
    """Storyboards: the menu of the bar, and what goes to the server and comes back."""

    MENU = "storyboard-menu"
    ADD = "storyboard-add"
    OPEN = "storyboard-open"
    SNAPSHOT = "storyboard-snapshot"
    TOLD = "storyboard-told"
    ORDER = "storyboard-order"
    ANSWER = "storyboard-answer"
