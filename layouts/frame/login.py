"""The login page: plain HTML without scripts, so that it opens before anything of the program may be read."""

from markupsafe import Markup

from layouts.words.common import PRODUCT
from layouts.words.messages import accounts as words

# Every braced value is escaped when it is put in.
_PAGE = Markup("""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{heading} · {product}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/css/atlas.css">
<link rel="stylesheet" href="/assets/css/account.css">
</head>
<body class="login">
<header class="bar"><div class="bar-title"><span class="brand">{product}</span><h1>{title}</h1></div></header>
<main class="login-main">
<form class="login-card" method="post" action="{action}">
<h2>{heading}</h2>
<p class="login-message" role="alert">{message}</p>
<input type="hidden" name="csrf_token" value="{token}">
<input type="hidden" name="next" value="{after}">
<label for="login-name">{name_label}</label>
<input id="login-name" name="name" value="{name}" autocomplete="username" maxlength="64" autocapitalize="none"
 spellcheck="false" required{name_focus}>
<label for="login-password">{password_label}</label>
<input id="login-password" name="password" type="password" autocomplete="current-password" maxlength="1000"
 required{password_focus}>
<button type="submit">{log_in}</button>
<p class="login-hint">{hint}</p>
{back}
</form>
</main>
</body>
</html>
""")
_BACK = Markup('<p class="login-hint">{only_changes}</p>\n<p class="login-hint"><a href="/">{back}</a></p>')
_FOCUS = Markup(" autofocus")


def login_page(
    title: str, action: str, token: str, after: str, *, name: str = "", message: str = "", reading_is_open: bool
) -> str:
    """The page as HTML.

    ``title`` is what the bar says, ``action`` where the form goes, ``token`` proves that it came from here, ``after``
    is the path to go on to, ``name`` what was typed before, ``message`` what went wrong.
    """
    back = _BACK.format(only_changes=words.ONLY_CHANGES, back=words.BACK) if reading_is_open else Markup("")
    return _PAGE.format(
        product=PRODUCT,
        title=title,
        heading=words.HEADING,
        action=action,
        message=message,
        token=token,
        after=after,
        name_label=words.NAME,
        name=name,
        name_focus="" if name else _FOCUS,
        password_label=words.PASSWORD,
        password_focus=_FOCUS if name else "",
        log_in=words.LOG_IN,
        hint=words.NO_ACCOUNT,
        back=back,
    )
