"""The fields of the office: its name, its logo, and where others find the program."""

from dataclasses import dataclass

from markupsafe import Markup

from locales import say

_FIELDS = Markup("""<label for="office-name">{name_label}</label>
<input id="office-name" name="office" value="{name}" autocomplete="organization" maxlength="60"
 aria-describedby="office-hint">
<p id="office-hint" class="login-hint">{name_hint}</p>
<label for="office-logo">{logo_label}</label>
{logo}<input id="office-logo" name="logo" type="file" accept="image/png" aria-describedby="logo-hint">
<p id="logo-hint" class="login-hint">{logo_hint}</p>
<label for="office-url">{url_label}</label>
<input id="office-url" name="public_url" type="url" value="{url}" maxlength="200" aria-describedby="url-hint"{fixed}>
<p id="url-hint" class="login-hint">{url_hint}</p>""")
_LOGO = Markup("""<p class="login-hint"><img class="office-logo" src="{address}" alt="{alt}">
<label class="office-remove"><input type="checkbox" name="remove_logo" value="1"> {remove}</label></p>
""")


@dataclass(frozen=True)
class OfficeFields:
    """What stands in the fields; ``fixed_url`` is the address that the environment gives, which wins."""

    name: str = ""
    url: str = ""
    logo: str = ""
    fixed_url: str = ""


def office_fields(shown: OfficeFields) -> Markup:
    """The fields as HTML."""
    logo = (
        _LOGO.format(address=shown.logo, alt=say("accounts-office-logo"), remove=say("accounts-remove-logo"))
        if shown.logo
        else ""
    )
    return _FIELDS.format(
        name_label=say("accounts-office-name"),
        name=shown.name,
        name_hint=say("accounts-office-hint"),
        logo_label=say("accounts-office-logo"),
        logo=logo,
        logo_hint=say("accounts-logo-hint"),
        url_label=say("accounts-public-url"),
        url=shown.fixed_url or shown.url,
        fixed=Markup(" readonly") if shown.fixed_url else "",
        url_hint=say("accounts-url-fixed") if shown.fixed_url else say("accounts-url-hint"),
    )
