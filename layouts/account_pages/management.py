"""The page of accounts: one's own password, and for administrators everybody's account."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from markupsafe import Markup

from datasets.store.accounts.accounts import Account, AccountRole
from layouts.account_pages.form_page import form_page, password_fields
from layouts.account_pages.office import OfficeFields, office_fields
from layouts.page_paths import PagePath
from locales import say


class AccountAction(StrEnum):
    """What the forms of the page ask for."""

    PASSWORD = "password"  # noqa: S105  (one's own)
    INVITE = "invite"
    ROLE = "role"
    LINK = "link"
    DEACTIVATE = "deactivate"
    ACTIVATE = "activate"
    OFFICE = "office"


@dataclass(frozen=True)
class Shown:
    """What the page shows: who looks at it, ``people`` for administrators alone, and what was done or refused.

    ``link`` is a new one-time link, ``link_for`` whose; ``refused`` is by the form that was refused.
    """

    account: Account
    token: str
    office: OfficeFields
    people: Sequence[Account] = ()
    done: Sequence[str] = ()
    refused: dict[AccountAction, str] = field(default_factory=dict)
    link: str = ""
    link_for: str = ""


_BODY = Markup("""<div class="people">
<p class="people-back"><a href="{back_href}">{back}</a></p>
{done}
{link}
{everybody}
{office}
<section class="people-card people-own"><h2>{own}</h2>
<p class="login-hint">{who}</p>
<form class="people-form" method="post">
{hidden}
<p class="login-message" role="alert">{message}</p>
<input type="text" value="{name}" autocomplete="username" hidden>
<label for="old-password">{old}</label>
<input id="old-password" name="old" type="password" autocomplete="current-password" maxlength="1000" required>
{passwords}
<button type="submit" name="action" value="password">{change}</button>
</form></section>
</div>
<script src="/assets/js/account_page.js"></script>""")
_DONE = Markup('<p class="people-done" role="status">{text}</p>')
_LINK = Markup("""<section class="people-card people-link" role="status"><h2>{heading}</h2>
<label for="one-time-link">{label}</label>
<div class="people-line"><input id="one-time-link" data-part="link" value="{link}" readonly>
<button type="button" data-part="copy" data-done="{copied}" hidden>{copy}</button></div>
<p class="login-hint">{hint}</p></section>""")
_EVERYBODY = Markup("""<section class="people-card"><h2>{heading}</h2>
<form class="people-line people-invite" method="post">
{hidden}
<p class="login-message" role="alert">{refused_invite}</p>
<div><label for="invite-name">{name}</label>
<input id="invite-name" name="name" maxlength="64" autocomplete="off" autocapitalize="none" spellcheck="false" required>
</div>
<div><label for="invite-role">{role}</label><select id="invite-role" name="role">{roles}</select></div>
<button type="submit" name="action" value="invite">{invite}</button>
</form>
<p class="login-hint">{roles_hint}</p>
<p class="login-message" role="alert">{refused_change}</p>
<table class="people-table" aria-label="{heading}">
<thead><tr><th scope="col">{name}</th><th scope="col">{role}</th><th scope="col">{state}</th><th scope="col">{last}</th>
<th scope="col">{actions}</th></tr></thead>
<tbody>{rows}</tbody></table></section>""")
_ROW = Markup("""<tr><th scope="row">{name}</th>
<td data-label="{role_label}"><select name="role" form="{form}" aria-label="{role_label} {name}">{roles}</select>
<button type="submit" name="action" value="role" form="{form}" aria-label="{change} {name}">{change}</button></td>
<td data-label="{state_label}" class="is-{kind}">{state}</td><td data-label="{last_label}">{last}</td>
<td><form id="{form}" method="post">{hidden}<input type="hidden" name="name" value="{name}">
<button type="submit" name="action" value="link" aria-label="{link} {name}"{link_off}>{link}</button>
<button type="submit" name="action" value="{switch_action}" aria-label="{switch} {name}">{switch}</button>
</form></td></tr>""")
_OFFICE = Markup("""<section class="people-card"><h2>{heading}</h2>
<form class="people-form" method="post" enctype="multipart/form-data">
{hidden}
<p class="login-message" role="alert">{message}</p>
{fields}
<button type="submit" name="action" value="office">{save}</button>
</form></section>""")
_OPTION = Markup('<option value="{value}"{selected}>{text}</option>')
_HIDDEN = Markup('<input type="hidden" name="csrf_token" value="{token}">')


def accounts_page(title: str, shown: Shown) -> Markup:
    """The page as HTML; ``title`` is what the bar says."""
    hidden, account = _HIDDEN.format(token=shown.token), shown.account
    link = _LINK.format(
        heading=say("accounts-link-heading", name=shown.link_for),
        label=say("accounts-link"),
        link=shown.link,
        copy=say("accounts-copy"),
        copied=say("accounts-copied"),
        hint=say("accounts-link-hint"),
    )
    body = _BODY.format(
        back_href=PagePath.OVERVIEW.value,
        back=say("accounts-back-to-map"),
        done=Markup("\n").join(_DONE.format(text=text) for text in shown.done),
        link=link if shown.link else "",
        everybody=_everybody(shown, hidden) if shown.people else "",
        office=_office(shown, hidden) if shown.people else "",
        own=say("accounts-own"),
        who=say("accounts-logged-in", name=account.name, role=account.role),
        hidden=hidden,
        message=shown.refused.get(AccountAction.PASSWORD, ""),
        name=account.name,
        old=say("accounts-old-password"),
        passwords=password_fields(focus=False),
        change=say("accounts-change-password"),
    )
    return form_page(title, say("accounts-accounts") if shown.people else say("accounts-own"), body, wide=True)


def _office(shown: Shown, hidden: Markup) -> Markup:
    return _OFFICE.format(
        heading=say("accounts-office"),
        hidden=hidden,
        message=shown.refused.get(AccountAction.OFFICE, ""),
        fields=office_fields(shown.office),
        save=say("accounts-save-office"),
    )


def _everybody(shown: Shown, hidden: Markup) -> Markup:
    own_place = {AccountAction.INVITE, AccountAction.OFFICE, AccountAction.PASSWORD}
    others = [message for action, message in shown.refused.items() if action not in own_place]
    return _EVERYBODY.format(
        heading=say("accounts-accounts"),
        hidden=hidden,
        refused_invite=shown.refused.get(AccountAction.INVITE, ""),
        refused_change="".join(others),
        name=say("accounts-name"),
        role=say("accounts-role"),
        roles=_role_options(AccountRole.EDITOR),
        invite=say("accounts-invite"),
        roles_hint=say("accounts-roles-hint"),
        state=say("accounts-state"),
        last=say("accounts-last-login"),
        actions=say("accounts-actions"),
        rows=Markup("\n").join(_row(each, hidden) for each in shown.people),
    )


def _row(account: Account, hidden: Markup) -> Markup:
    switch = AccountAction.DEACTIVATE if account.active else AccountAction.ACTIVATE
    kind = "off" if not account.active else "ready" if account.has_password else "invited"
    return _ROW.format(
        name=account.name,
        form=f"account-{account.id}",
        hidden=hidden,
        role_label=say("accounts-role"),
        roles=_role_options(account.role),
        change=say("accounts-change-role"),
        state_label=say("accounts-state"),
        kind=kind,
        state=say("accounts-states", state=kind),
        last_label=say("accounts-last-login"),
        last=last_login_text(account.last_login_at),
        link=say("accounts-new-link") if account.has_password else say("accounts-invite-again"),
        link_off="" if account.active else Markup(" disabled"),
        switch_action=switch.value,
        switch=say("accounts-switches", switch=switch),
    )


def last_login_text(at: datetime | None) -> str:
    """When an account was last used, in the time of the server's place."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}" if at else say("accounts-never")


def _role_options(chosen: AccountRole) -> Markup:
    selected = Markup(" selected")
    options = (
        _OPTION.format(
            value=role.value, text=say("accounts-roles", role=role), selected=selected if role is chosen else ""
        )
        for role in AccountRole
    )
    return Markup("").join(options)
