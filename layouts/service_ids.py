"""The component ids of the page of facilities (设施布局), its part 选址 included."""

from enum import StrEnum


class CoveragePage(StrEnum):
    """The page of facilities (设施布局): coverage, and the frame of siting."""

    PAGE = "coverage"
    # stores
    WORDS = "coverage-words"
    FIGURE = "coverage-figure"
    ASKED = "coverage-asked"
    WAITING = "coverage-waiting"
    ANSWER = "coverage-answer"
    # controls
    CONTROLS = "coverage-controls"
    CHOICE = "coverage-choice"
    MODE = "coverage-mode"
    MAP_LINK = "coverage-map-link"
    ORDER = "coverage-order"
    # what is shown
    MESSAGE = "coverage-message"
    TITLE = "coverage-title"
    MAP = "coverage-map"
    LEGEND = "coverage-legend"
    BLOCKED = "coverage-blocked"
    BODY = "coverage-body"
    TILES = "coverage-tiles"
    MEASURES_FINDING = "coverage-measures-finding"
    MEASURES_SUBJECT = "coverage-measures-subject"
    MEASURES = "coverage-measures"
    SHARES_FINDING = "coverage-shares-finding"
    SHARES_SUBJECT = "coverage-shares-subject"
    SHARES = "coverage-shares"
    SHARES_NOTE = "coverage-shares-note"
    WORST_FINDING = "coverage-worst-finding"
    WORST_SUBJECT = "coverage-worst-subject"
    WORST = "coverage-worst"
    METHOD = "coverage-method"
    SITING = "coverage-siting"


class Siting(StrEnum):
    """The part 选址 of the page of facilities: what goes to the server and comes back, all stores but the timer."""

    WORDS = "siting-words"
    ASKED = "siting-asked"
    WAITING = "siting-waiting"
    ANSWER = "siting-answer"
    START = "siting-start"
    STOP = "siting-stop"
    STOPPED = "siting-stopped"
    RUN = "siting-run"
    TIMER = "siting-timer"
    PROGRESS = "siting-progress"
    CHANGE = "siting-change"
    CHANGED = "siting-changed"


class CoveragePainted(StrEnum):
    """What the browser puts on the page of facilities from an answer."""

    TYPE = "cv-type"
    YEAR = "cv-year"
    TOLD = "st-told"
    RUNNING = "st-running"
    BAR = "st-progress"
    HINT = "st-hint"
    TOWNSHIP = "st-township"
    FACILITY = "st-facility"
    OUTCOME = "st-outcome"
    NAME = "st-name"
