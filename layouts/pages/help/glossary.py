"""The glossary: one word a concept."""

from markupsafe import Markup

from layouts.pages.help.document import help_page
from locales import say, say_all

_TABLE = Markup("""<p>{about}</p>
<table class="help-terms"><thead><tr><th scope="col">{term}</th><th scope="col">{meaning}</th></tr></thead>
<tbody>
{rows}
</tbody></table>""")
_ROW = Markup('<tr id="{key}"><th scope="row">{term}</th><td>{meaning}</td></tr>')


def glossary_page(title: str) -> Markup:
    """The page as HTML; every term is an anchor by its key. ``title`` is that of the city's program."""
    meanings = say_all("glossary-meanings-")
    rows = [_ROW.format(key=key, term=term, meaning=meanings[key]) for key, term in say_all("glossary-terms-").items()]
    body = _TABLE.format(
        about=say("glossary-about"),
        term=say("glossary-term"),
        meaning=say("glossary-meaning"),
        rows=Markup("\n").join(rows),
    )
    return help_page(title, say("glossary-title"), body)
