"""What the pages of accounts share: plain HTML, which opens before anything else may be read."""

from markupsafe import Markup

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
<link rel="stylesheet" href="/assets/css/account.css">
{style}</head>
<body class="login">
<header class="bar"><div class="bar-title"><span class="brand">{product}</span><h1>{title}</h1></div></header>
<main class="{main}">
{body}
</main>
</body>
</html>
""")
_NOTE = Markup("""<div class="login-card">
<h2>{heading}</h2>
<p class="login-message" role="alert">{message}</p>
<p class="login-hint">{remedy}</p>
<p class="login-hint"><a href="{href}">{link}</a></p>
</div>""")
_PASSWORDS = Markup("""<label for="new-password">{label}</label>
<input id="new-password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="1000"
 aria-describedby="password-rules" required{focus}>
<p id="password-rules" class="login-hint">{rules}</p>
<label for="again">{again}</label>
<input id="again" name="again" type="password" autocomplete="new-password" maxlength="1000" required>""")
_STYLE = Markup('<link rel="stylesheet" href="/assets/css/account_page.css">\n')
FOCUS = Markup(" autofocus")


def form_page(title: str, heading: str, body: Markup, *, wide: bool = False) -> Markup:
    """The page as HTML; ``title`` is what the bar says. ``wide`` is for more than one form."""
    main, style = ("people-main", _STYLE) if wide else ("login-main", "")
    return _PAGE.format(
        language=current_language(),
        product=say("common-product"),
        title=title,
        heading=heading,
        body=body,
        main=main,
        style=style,
    )


def note_page(title: str, heading: str, message: str, remedy: str, href: str, link: str) -> Markup:
    """A page in place of a form that cannot be opened: why, what to do, and a way on."""
    body = _NOTE.format(heading=heading, message=message, remedy=remedy, href=href, link=link)
    return form_page(title, heading, body)


def wait_text(seconds: int) -> str:
    """After too many failed attempts."""
    return say("accounts-wait", seconds=seconds, minutes=0 if seconds < 60 else -(-seconds // 60))


def password_fields(focus: bool) -> Markup:
    """The fields of a new password, twice, with the rules between them."""
    return _PASSWORDS.format(
        label=say("accounts-new-password"),
        rules=say("accounts-rules"),
        again=say("accounts-again"),
        focus=FOCUS if focus else "",
    )
