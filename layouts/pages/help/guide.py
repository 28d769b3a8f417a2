"""The guides for those who read and for those who prepare figures: two printed pages each."""

from markupsafe import Markup

from layouts.page_paths import GLOSSARY, Guide
from layouts.pages.help.document import help_page
from locales import say, say_all

_PER_SHEET = 2  # parts of a guide on a printed page
_SHEET = Markup('<div class="help-sheet">{parts}</div>')
_PART = Markup("<section><h2>{head}</h2><ol>{lines}</ol></section>")
_LINE = Markup("<li>{text}</li>")
_FOOT = Markup('<p class="help-foot"><a href="{href}">{text}</a></p>')


def guide_page(title: str, guide: Guide) -> Markup:
    """The page as HTML; ``title`` is that of the city's program."""
    parts = [_write_part(head, text) for head, text in _list_parts(guide)]
    sheets = [
        _SHEET.format(parts=Markup("").join(parts[at : at + _PER_SHEET])) for at in range(0, len(parts), _PER_SHEET)
    ]
    foot = _FOOT.format(href=GLOSSARY, text=say("glossary-title"))
    return help_page(title, say("guide-title", guide=guide), Markup("\n").join([*sheets, foot]))


def _list_parts(guide: Guide) -> list[tuple[str, str]]:
    """The heading of each part, and its lines."""
    heads, texts = (
        (say_all("guide-leaders-heads-"), say_all("guide-leaders-texts-"))
        if guide is Guide.LEADERS
        else (say_all("guide-planners-heads-"), say_all("guide-planners-texts-"))
    )
    return [(head, texts[key]) for key, head in heads.items()]


def _write_part(head: str, text: str) -> Markup:
    lines = Markup("").join(_LINE.format(text=line) for line in text.splitlines() if line.strip())
    return _PART.format(head=head, lines=lines)
