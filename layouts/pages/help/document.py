"""What the pages of help share: plain HTML, which is printed on sheets of A4."""

from markupsafe import Markup

from layouts.page_paths import PagePath
from locales import current_language, say

# Every braced value is escaped when it is put in.
_PAGE = Markup("""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{heading} · {product}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/css/atlas.css">
<link rel="stylesheet" href="/assets/css/touch.css">
<link rel="stylesheet" href="/assets/css/help.css">
</head>
<body class="help">
<header class="help-bar"><a href="{home}">{back}</a><span>{print}</span></header>
<main class="help-main">
<h1>{heading}</h1>
<p class="help-product">{product}　{title}</p>
{body}
</main>
</body>
</html>
""")


def help_page(title: str, heading: str, body: Markup) -> Markup:
    """The page as HTML; ``title`` is that of the city's program."""
    return _PAGE.format(
        language=current_language(),
        product=say("common-product"),
        title=title,
        heading=heading,
        body=body,
        home=PagePath.OVERVIEW,
        back=say("help-back"),
        print=say("help-print"),
    )
