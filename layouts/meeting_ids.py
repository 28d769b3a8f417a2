"""The component ids of what a meeting needs: storyboards (故事板)."""

from enum import StrEnum


class Storyboard(StrEnum):
    """Storyboards: the menu of the bar, and what goes to the server and comes back."""

    MENU = "storyboard-menu"
    ADD = "storyboard-add"
    OPEN = "storyboard-open"
    ORDER = "storyboard-order"
    ANSWER = "storyboard-answer"
