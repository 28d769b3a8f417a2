"""The HTML document that every page is loaded into, in place of Dash's own."""

from dataclasses import dataclass

from locales import current_language

FEATURES = "/assets/features.js"
BOOTSTRAP = "/assets/vendor/bootstrap-5.3.8.min.css"
# A tab's icon as part of the page: a file would be asked for again at every change of the address.
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' "
    "rx='3' fill='%2316425B'/%3E%3Cpath d='M3 9h4v4H3z' fill='%23E08E35'/%3E%3Cpath d='M9 3h4v10H9z' "
    "fill='%2386BBDC'/%3E%3C/svg%3E"
)


@dataclass(frozen=True)
class BundleAddresses:
    """Where the files of the document are: its script, its style sheet, and AG Grid, which the first table loads."""

    script: str
    style: str
    grids: str


def write_document(
    *, metas: str, title: str, config: str, renderer: str, bundle: BundleAddresses, first_view: str
) -> str:
    """The HTML document around every page.

    ``metas``, ``config`` and ``renderer`` are Dash's tags; ``first_view`` is HTML that stands there until the page
    does.
    """
    return f"""<!DOCTYPE html>
<html lang="{current_language()}">
<head>{metas}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="icon" href="{_ICON}"><link rel="stylesheet" href="{bundle.style}">
<link rel="preload" as="script" href="{bundle.script}"><meta name="grid-script" content="{bundle.grids}"></head>
<body>{first_view}<div id="react-entry-point"></div>
{config}<script src="{FEATURES}"></script><script src="{bundle.script}"></script>{renderer}</body>
</html>"""
