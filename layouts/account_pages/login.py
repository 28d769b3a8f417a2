"""The login page."""

from markupsafe import Markup

from datasets.kinds import ImportKind
from layouts.account_pages.form_page import FOCUS, form_page
from layouts.page_paths import PagePath
from locales import say

_FORM = Markup("""<form class="login-card" method="post" action="{action}">
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
<p class="login-hint">{forms} <a href="{template}" download>{template_name}</a>
<a href="{example}" download>{example_name}</a></p>
{back}
</form>""")
_BACK = Markup('<p class="login-hint">{only_changes}</p>\n<p class="login-hint"><a href="/">{back}</a></p>')


def login_page(
    title: str, action: str, token: str, after: str, *, name: str = "", message: str = "", reading_is_open: bool
) -> Markup:
    """The page as HTML.

    ``title`` is what the bar says, ``action`` where the form goes, ``token`` proves that it came from here, ``after``
    is the path to go on to, ``name`` what was typed before, ``message`` what went wrong.
    """
    back = (
        _BACK.format(only_changes=say("accounts-only-changes"), back=say("accounts-back"))
        if reading_is_open
        else Markup("")
    )
    form = _FORM.format(
        heading=say("accounts-heading"),
        action=action,
        message=message,
        token=token,
        after=after,
        name_label=say("accounts-name"),
        name=name,
        name_focus="" if name else FOCUS,
        password_label=say("accounts-password"),
        password_focus=FOCUS if name else "",
        log_in=say("accounts-log-in"),
        hint=say("accounts-no-account"),
        forms=say("accounts-forms"),
        template=f"{PagePath.DATA}/templates/{ImportKind.OBSERVATIONS}",
        template_name=say("imports-templates", template="long"),
        example=f"{PagePath.DATA}/examples/{ImportKind.OBSERVATIONS}",
        example_name=say("imports-example"),
        back=back,
    )
    return form_page(title, say("accounts-heading"), form)
