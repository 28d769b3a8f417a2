"""The words of the search over everything that has a name (搜索)."""

from typing import Any

from layouts.page_paths import PagePath
from locales import say, say_all


def for_browser() -> dict[str, Any]:
    """What the scripts say."""
    return say_all("search-browser-") | {"kinds": say_all("search-kinds-")}


def name_pages(gap_name: str) -> list[tuple[PagePath, str, str]]:
    """Every page with its name and other words for it; ``gap_name`` is what the region calls that of the gap."""
    names = {
        PagePath.OVERVIEW: say("overview-title"),
        PagePath.ATLAS: say("atlas-title"),
        PagePath.TARGETS: say("targets-title"),
        PagePath.GAP: gap_name,
        PagePath.COUNTY: say("county-title"),
        PagePath.COVERAGE: say("coverage-title"),
        PagePath.PACKS: say("packs-title"),
        PagePath.DATA: say("data-title"),
    }
    return [(path, names[path], say("search-other-words", path=path.name.lower())) for path in PagePath]
