"""Every component id, once; those of data, facilities and meetings: ``data_ids``, ``service_ids``, ``meeting_ids``."""

from enum import StrEnum

from layouts import data_ids, meeting_ids, service_ids


class Shell(StrEnum):
    """The frame around the pages."""

    DATASET = "shell-dataset"
    RIBBON = "shell-ribbon"
    NOTICE = "shell-notice"
    BAR = "shell-bar"
    CONTENT = "content"
    LIVE = "shell-live"
    LOCATION = "shell-location"
    DEMONSTRATIONS = "shell-demonstrations"
    EDITION = "shell-edition"
    LOOK = "shell-look"
    RENEWED = "shell-renewed"
    LOST = "shell-lost"
    SEARCH = "shell-search"
    HELP = "shell-help"
    TOUR = "shell-tour"
    GROUPS_OPEN = "groups-open"
    GROUPS_FORM = "groups-form"
    GROUPS_NOTE = "groups-note"
    GROUPS_RESTORE = "groups-restore"
    GROUPS_FAULT = "groups-fault"
    GROUPS_SAVE = "groups-save"
    GROUPS_SAVED = "groups-saved"
    GROUPS_SAVE_RUNS = "groups-save-runs"


class AccountMenu(StrEnum):
    """The corner of the bar that says who is logged in."""

    LOG_IN = "account-log-in"
    LOG_OUT = "account-log-out"
    NAME = "account-name"
    TOKEN = "account-token"  # noqa: S105  (an id)


class Nav(StrEnum):
    """The links to the pages, in order."""

    OVERVIEW = "nav-overview"
    ATLAS = "nav-atlas"
    TARGETS = "nav-targets"
    GAP = "nav-gap"
    COUNTY = "nav-county"
    COVERAGE = "nav-coverage"
    PACKS = "nav-packs"
    DATA = "nav-data"


class OverviewPage(StrEnum):
    """The first page (总览)."""

    PAGE = "overview"
    DATASET = "overview-dataset"  # that of the shell, once the page is on the screen
    ASKED = "overview-asked"
    CONTENT = "overview-content"
    NOTICE = "overview-notice"
    TITLE = "overview-title"
    YEAR = "overview-year"
    BODY = "overview-body"


class Export(StrEnum):
    """The dialog that makes a picture (出图), on every page, and the menu of tables (下载表格); stores first."""

    TABLE_MENU = "table-menu"
    CHOICES = "export-choices"
    MAKER_KEPT = "export-maker-kept"
    COPIED = "export-copied"
    # controls
    OPEN = "export-open"
    DIALOG = "export-dialog"
    KIND = "export-kind"
    SIZE = "export-size"
    OWN_SIZE = "export-own-size"
    WIDTH = "export-width"
    HEIGHT = "export-height"
    DPI = "export-dpi"
    FORMAT = "export-format"
    GREY = "export-grey"
    MAKER = "export-maker"
    APPROVAL = "export-approval"
    SAVE = "export-save"
    COPY = "export-copy"
    # what is shown
    TITLE = "export-title"
    PREVIEW = "export-preview"
    MESSAGE = "export-message"
    PIXELS = "export-pixels"


class Targets(StrEnum):
    """The page of targets (目标进度)."""

    PAGE = "targets"
    YEAR = "targets-year"
    DOMAIN = "targets-domain"
    DEPARTMENT = "targets-department"
    ARTICLE = "targets-article"
    DEADLINE = "targets-deadline"
    STATUS = "targets-status"
    COUNTY = "targets-county"
    TILES = "targets-tiles"
    FOLDED = "targets-folded"
    TABS = "targets-tabs"
    TABLE = "targets-table"
    HEAT = "targets-heat"
    DEPARTMENTS = "targets-departments"
    TIMELINE = "targets-timeline"
    INDEX = "targets-index"
    INDEX_TEXT = "targets-index-text"
    INDEX_GAP = "targets-index-gap"
    FINDING = "targets-finding"
    HEAT_FINDING = "targets-heat-finding"
    HEAT_SUBJECT = "targets-heat-subject"
    DEPARTMENTS_FINDING = "targets-departments-finding"
    DEPARTMENTS_SUBJECT = "targets-departments-subject"
    TIMELINE_FINDING = "targets-timeline-finding"
    TIMELINE_SUBJECT = "targets-timeline-subject"
    INDEX_FINDING = "targets-index-finding"
    INDEX_SUBJECT = "targets-index-subject"
    DETAIL = "targets-detail"
    ASKED = "targets-asked"
    OFFERED = "targets-offered"  # the dataset that the filters were filled for
    OPENED = "targets-opened"
    SHOWN = "targets-shown"
    DATASET = "targets-dataset"  # that of the shell, once the page is on the screen


class GapPage(StrEnum):
    """The page of the gap (南北差距)."""

    PAGE = "gap"
    # stores
    ADDRESS = "gap-address"
    CHOICE = "gap-choice"
    SHOWN = "gap-shown"
    # controls
    DOMAIN = "gap-domain"
    INDICATOR = "gap-indicator"
    YEAR = "gap-year"
    GOAL = "gap-goal"
    # what is shown
    NOTICE = "gap-notice"
    OVERVIEW_FINDING = "gap-overview-finding"
    OVERVIEW_TITLE = "gap-overview-title"
    OVERVIEW_COUNTS = "gap-overview-counts"
    OVERVIEW = "gap-overview"
    TABLE = "gap-table"
    LEFT_OUT = "gap-left-out"
    INDICATOR_TITLE = "gap-indicator-title"
    INDICATOR_LINK = "gap-indicator-link"
    INDICATOR_BODY = "gap-indicator-body"
    PATH_FINDING = "gap-path-finding"
    PATH_TITLE = "gap-path-title"
    PATH_BOX = "gap-path-box"
    PATH = "gap-path"
    PATH_TEXT = "gap-path-text"
    REFERENCE_FINDING = "gap-reference-finding"
    REFERENCE_TITLE = "gap-reference-title"
    REFERENCE_BOX = "gap-reference-box"
    REFERENCE = "gap-reference"
    REFERENCE_TEXT = "gap-reference-text"
    NEEDS_FINDING = "gap-needs-finding"
    NEEDS_TITLE = "gap-needs-title"
    NEEDS_BOX = "gap-needs-box"
    NEEDS = "gap-needs"
    NEEDS_TEXT = "gap-needs-text"
    INEQUALITY = "gap-inequality"
    REFERENCES = "gap-references"
    ALIKE = "gap-alike"


class CountyPage(StrEnum):
    """The page of a county (县域档案)."""

    PAGE = "county"
    # stores
    CHOICES = "county-choices"
    ASKED = "county-asked"
    CONTENT = "county-content"
    WEIGHTS = "county-weights"  # of likeness, as the address holds them
    ASKED_CONTEXT = "county-asked-context"
    CONTEXT_CONTENT = "county-context-content"
    # controls
    COUNTY = "county-county"
    YEAR = "county-year"
    PRINT = "county-print"
    # what is shown
    NOTICE = "county-notice"
    PROFILE = "county-profile"
    CONTEXT = "county-context"


class PackPage(StrEnum):
    """The page that makes packs (简报)."""

    PAGE = "packs"
    # stores
    WORDS = "pack-words"
    OPTIONS = "pack-options"
    PICKED = "pack-picked"
    MY_JOBS = "briefing-mine"  # a browser keeps its list of jobs under this id: renamed, it would be lost
    JOB_REQUEST = "pack-job-request"
    JOB_PROGRESS = "pack-job-progress"  # of running jobs: share and text by id
    JOBS_DRAWN = "pack-jobs-drawn"  # the fingerprint of the list on the screen
    UNUSED = "pack-unused"
    DATASET = "pack-dataset"  # that of the shell, once the page is on the screen
    # controls
    PRESET = "pack-preset"
    SEARCH = "pack-search"
    TICK_ALL = "pack-tick-all"
    TICK_NONE = "pack-tick-none"
    YEARS = "pack-years"
    COUNTIES = "pack-counties"
    DEPARTMENT = "pack-department"
    SCENARIOS = "pack-scenarios"
    PACK_TITLE = "pack-title"
    MAKER = "pack-maker"
    OUTPUTS = "pack-outputs"
    TEMPLATE = "pack-template"
    TEMPLATE_REMOVE = "pack-template-remove"
    START = "pack-start"
    JOB_TIMER = "pack-job-timer"
    # what is shown
    INDICATORS = "pack-indicators"
    PICKED_COUNT = "pack-picked-count"
    COUNTIES_BOX = "pack-counties-box"
    DEPARTMENT_BOX = "pack-department-box"
    SCENARIOS_BOX = "pack-scenarios-box"
    TEMPLATE_NOTE = "pack-template-note"
    ESTIMATE = "pack-estimate"
    FAULT = "pack-fault"
    JOBS = "pack-jobs"


class Atlas(StrEnum):
    """The atlas page."""

    CONTROLS = "atlas-controls"
    PAGE = "atlas"
    # stores
    ADDRESS = "atlas-address"
    DATASET = "atlas-dataset"  # that of the shell, where it is another than the map's
    AREAS = "atlas-areas"
    FIGURES = "atlas-figures"
    WORDS = "atlas-words"
    VIEW = "atlas-view"
    PANEL = "atlas-panel"
    FACILITIES = "atlas-facilities"
    FACILITY_FILE = "atlas-facility-file"
    LACKING = "atlas-lacking"  # what is said where the dataset has nothing to map
    FACILITY_BOOK = "atlas-facility-book"
    FACILITY_WORDS = "atlas-facility-words"
    FOUND = "atlas-found"
    MARKS = "atlas-marks"
    OTHER_PANEL = "atlas-other-panel"
    CHANGES = "atlas-changes"
    SELECTED = "atlas-selected"
    # controls
    DOMAIN = "atlas-domain"
    INDICATOR = "atlas-indicator"
    LEVEL = "atlas-level"
    METHOD = "atlas-method"
    CLASSES = "atlas-classes"
    BREAKS = "atlas-breaks"
    LABELS = "atlas-labels"
    COMPARE = "atlas-compare"
    OTHER_INDICATOR = "atlas-other-indicator"
    YEAR = "atlas-year"
    OTHER_YEAR = "atlas-other-year"
    PLAY = "atlas-play"
    WITHIN = "atlas-within"
    PATH = "atlas-path"
    OPEN = "atlas-open-townships"
    CLOSE = "atlas-close-townships"
    UNSELECT = "atlas-unselect"
    FACILITY_CHOICE = "atlas-facility-choice"
    FACILITY_SEARCH = "atlas-facility-search"
    FACILITY_TABLES = "atlas-facility-tables"
    COPY = "atlas-copy"
    EXPLAIN = "atlas-explain"
    # what is shown
    MAP = "atlas-map"
    OTHER_MAP = "atlas-other-map"
    CHANGE_MAP = "atlas-change-map"
    CHANGE_TITLE = "atlas-change-title"
    CHANGE_SUBTITLE = "atlas-change-subtitle"
    CHANGE_LEGEND = "atlas-change-legend"
    SHARED_LEGEND = "atlas-shared-legend"
    TITLE = "atlas-title"
    OTHER_TITLE = "atlas-other-title"
    FINDING = "atlas-finding"
    OTHER_FINDING = "atlas-other-finding"
    RANKING_FINDING = "atlas-ranking-finding"
    RANKING_SUBJECT = "atlas-ranking-subject"
    TREND_FINDING = "atlas-trend-finding"
    TREND_SUBJECT = "atlas-trend-subject"
    LEGEND = "atlas-legend"
    OTHER_LEGEND = "atlas-other-legend"
    FACILITY_SUMMARY = "atlas-facility-summary"
    FACILITY_OPTIONS = "atlas-facility-options"
    FACILITY_LEGEND = "atlas-facility-legend"
    OTHER_FACILITY_LEGEND = "atlas-other-facility-legend"
    FACILITY_STATE = "atlas-facility-state"
    FACILITY_LIST = "atlas-facility-list"
    FACILITY_LIST_BOX = "atlas-facility-list-box"
    FACILITY_COUNTS = "atlas-facility-counts"
    FACILITY_COUNTS_BOX = "atlas-facility-counts-box"
    CAVEAT = "atlas-caveat"
    OTHER_CAVEAT = "atlas-other-caveat"
    SOURCE = "atlas-source"
    OTHER_SOURCE = "atlas-other-source"
    SELECTION = "atlas-selection"
    SELECTION_TEXT = "atlas-selection-text"
    RANKING_NOTE = "atlas-ranking-note"
    GAP = "atlas-gap"
    GAP_HEADING = "atlas-gap-heading"
    GAP_TITLE = "atlas-gap-title"
    GAP_DETAIL = "atlas-gap-detail"
    RATIO_SIMPLE = "atlas-ratio-simple"
    RATIO_WEIGHTED = "atlas-ratio-weighted"
    RATIO_POOLED = "atlas-ratio-pooled"
    RANKING = "atlas-ranking"
    TREND = "atlas-trend"
    TABLE = "atlas-table"
    TABS = "atlas-tabs"
    EXPLANATION = "atlas-explanation"
    EXPLANATION_TITLE = "atlas-explanation-title"
    EXPLANATION_BODY = "atlas-explanation-body"


def list_ids() -> dict[str, dict[str, str]]:
    """Every id by page and name, for the browser's scripts."""
    modules = {part.__name__ for part in (data_ids, meeting_ids, service_ids)} | {__name__}
    pages = [page for page in StrEnum.__subclasses__() if page.__module__ in modules]
    return {page.__name__: {member.name: member.value for member in page} for page in pages}
