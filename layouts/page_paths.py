"""Where each page of the program is."""

from enum import StrEnum

GLOSSARY = "/glossary"
GUIDES = "/guide/"  # and the name of a guide
JOB_FILES = "/briefing/jobs/"  # and a job's id and a file's name


class Guide(StrEnum):
    """Whom a guide to print is for."""

    LEADERS = "leaders"
    PLANNERS = "planners"


class PagePath(StrEnum):
    """The paths of the pages; what follows them in an address says what the page shows."""

    OVERVIEW = "/"
    ATLAS = "/map"
    TARGETS = "/targets"
    GAP = "/gap"
    COUNTY = "/county"
    COVERAGE = "/service"
    PACKS = "/briefing"
    DATA = "/data"
