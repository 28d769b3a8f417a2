"""The menu 下载表格 in the title bar: every table of the page that is open, as CSV and as XLSX."""

from typing import Any

from dash import html

from layouts.ids import Export
from layouts.page_paths import PagePath
from locales import say

# The tables of each page, by the page's path; assets/js/tables.js shows those of the page that is open.
TABLES: dict[str, tuple[str, ...]] = {
    PagePath.OVERVIEW: ("overview",),
    PagePath.ATLAS: ("values", "changes", "facilities"),
    PagePath.TARGETS: ("targets", "statuses", "progress", "index"),
    PagePath.GAP: ("gaps", "readings", "counties", "needs", "inequality", "references", "benchmarks"),
    PagePath.COUNTY: ("standings", "duties", "townships", "places", "alike"),
    PagePath.COVERAGE: ("measures", "coverage", "uncovered", "sites", "siting"),
}


def menu(url: str) -> html.Details:
    """The closed menu; ``url`` is what the addresses of tables begin with. A link gets its page's query when used."""
    lists = [
        html.Ul([_menu_entry(url, name) for name in names], **{"data-page": page})  # type: ignore[arg-type]
        for page, names in TABLES.items()
    ]
    summary = html.Summary(say("tables-menu"), className="btn btn-sm bar-button", title=say("tables-menu-hint"))
    return html.Details(
        [summary, html.Div(lists, className="table-lists")], id=Export.TABLE_MENU, className="table-menu"
    )


def _menu_entry(url: str, name: str) -> html.Li:
    links = [
        _download_link(f"{url}{name}.{form}", text)
        for form, text in (("csv", say("tables-csv")), ("xlsx", say("tables-xlsx")))
    ]
    return html.Li([html.Span(say("tables-names", table=name)), *links])


def _download_link(address: str, text: str) -> html.A:
    named: dict[str, Any] = {"data-table": address}
    return html.A(text, href=address, download="", className="download", **named)
