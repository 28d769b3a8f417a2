"""The pages behind one-time links: set up the administrator, choose a password."""

from markupsafe import Markup

from layouts.account_pages.form_page import FOCUS, form_page, password_fields
from layouts.account_pages.office import OfficeFields, office_fields
from locales import say

_FORM = Markup("""<form class="login-card" method="post" action="{action}"{encoding}>
<h2>{heading}</h2>
<p class="login-hint">{intro}</p>
<p class="login-message" role="alert">{message}</p>
<input type="hidden" name="csrf_token" value="{token}">
<input type="hidden" name="link" value="{secret}">
{name}
{passwords}
{more}
<button type="submit">{button}</button>
</form>""")
_NEW_NAME = Markup("""<label for="new-name">{label}</label>
<input id="new-name" name="name" value="{name}" autocomplete="username" maxlength="64" autocapitalize="none"
 spellcheck="false" aria-describedby="name-hint" required{focus}>
<p id="name-hint" class="login-hint">{hint}</p>""")
_LATER = Markup('<h3 class="login-part">{heading}</h3>\n')
# Whose password it is, for the browser that keeps passwords.
_KNOWN_NAME = Markup("""<label for="known-name">{label}</label>
<input id="known-name" value="{name}" autocomplete="username" readonly>""")


def setup_page(
    title: str, action: str, token: str, secret: str, office: OfficeFields, *, name: str = "", message: str = ""
) -> Markup:
    """The page that sets up the administrator and the office, as HTML; ``secret`` is that of the link."""
    field = _NEW_NAME.format(
        label=say("accounts-name"), name=name, hint=say("accounts-name-hint"), focus="" if name and message else FOCUS
    )
    form = _FORM.format(
        action=action,
        heading=say("accounts-setup"),
        intro=say("accounts-setup-intro"),
        message=message,
        token=token,
        secret=secret,
        name=field,
        passwords=password_fields(focus=bool(name and message)),
        encoding=Markup(' enctype="multipart/form-data"'),
        more=_LATER.format(heading=say("accounts-office-later")) + office_fields(office),
        button=say("accounts-setup-button"),
    )
    return form_page(title, say("accounts-setup"), form)


def password_page(title: str, action: str, token: str, secret: str, name: str, message: str = "") -> Markup:
    """The page on which the owner of the account ``name`` chooses a password, as HTML."""
    form = _FORM.format(
        action=action,
        heading=say("accounts-choose-password"),
        intro=say("accounts-choose-intro"),
        message=message,
        token=token,
        secret=secret,
        name=_KNOWN_NAME.format(label=say("accounts-name"), name=name),
        passwords=password_fields(focus=True),
        encoding="",
        more="",
        button=say("accounts-choose-button"),
    )
    return form_page(title, say("accounts-choose-password"), form)
