"""The page of the check before a meeting (会前自检): plain HTML, which opens the program in a frame to try it.

All that it says comes from ``/check/lines`` and from the reader's browser (assets/js/readiness.js).
"""

from markupsafe import Markup

from layouts.page_paths import PagePath
from locales import current_language, say

_SCRIPTS = ("readiness_reader.js", "format.js", "dom.js", "readiness.js")
# Every braced value is escaped when it is put in.
_PAGE = Markup("""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {product}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/css/atlas.css">
<link rel="stylesheet" href="/assets/css/touch.css">
<link rel="stylesheet" href="/assets/css/readiness.css">
</head>
<body class="readiness">
<header class="bar"><div class="bar-title"><span class="brand">{product}</span><h1>{region}</h1></div></header>
<main class="rd-main">
<div class="rd-head"><h2>{title}</h2><span data-part="when"></span>
<button type="button" data-part="again">{again}</button>
<button type="button" data-part="print">{print}</button>
<a href="{first}">{back}</a></div>
<p data-part="summary" class="rd-summary is-pending" role="status">{checking}</p>
<div class="rd-sides">
<section class="panel"><h3>{reader}</h3><div data-part="reader"></div></section>
<section class="panel"><h3>{server}</h3><div data-part="server"></div></section>
</div>
<figure class="rd-trial" aria-hidden="true">
<div><iframe data-part="trial" title="{trial}" tabindex="-1"></iframe></div>
<figcaption>{trial}</figcaption></figure>
</main>
{scripts}
</body>
</html>
""")
_SCRIPT = Markup('<script src="/assets/js/{name}"></script>')


def readiness_page(region: str) -> Markup:
    """The page as HTML; ``region`` is what the bar says."""
    return _PAGE.format(
        language=current_language(),
        title=say("readiness-title"),
        product=say("common-product"),
        region=region,
        again=say("readiness-again"),
        print=say("readiness-print"),
        back=say("readiness-back"),
        first=PagePath.OVERVIEW.value,
        checking=say("readiness-checking"),
        reader=say("readiness-reader"),
        server=say("readiness-server"),
        trial=say("readiness-trial"),
        scripts=Markup("\n").join(_SCRIPT.format(name=name) for name in _SCRIPTS),
    )
