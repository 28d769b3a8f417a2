"""The page of accounts: one's own password, and for administrators everybody's account."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from markupsafe import Markup

from datasets.store.accounts.accounts import Account, AccountRole
from layouts.account_pages.form_page import form_page, password_fields
from layouts.account_pages.office import OfficeFields, office_fields
from layouts.page_paths import PagePath
from layouts.words.messages import accounts as words


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
<td data-label="{role_label}"><select name="role" form="{form}" aria-label="{role_label}：{name}">{roles}</select>
<button type="submit" name="action" value="role" form="{form}" aria-label="{change}：{name}">{change}</button></td>
<td data-label="{state_label}" class="is-{kind}">{state}</td><td data-label="{last_label}">{last}</td>
<td><form id="{form}" method="post">{hidden}<input type="hidden" name="name" value="{name}">
<button type="submit" name="action" value="link" aria-label="{link}：{name}"{link_off}>{link}</button>
<button type="submit" name="action" value="{switch_action}" aria-label="{switch}：{name}">{switch}</button>
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
        heading=words.link_heading(shown.link_for),
        label=words.LINK,
        link=shown.link,
        copy=words.COPY,
        copied=words.COPIED,
        hint=words.LINK_HINT,
    )
    body = _BODY.format(
        back_href=PagePath.OVERVIEW.value,
        back=words.BACK_TO_MAP,
        done=Markup("\n").join(_DONE.format(text=text) for text in shown.done),
        link=link if shown.link else "",
        everybody=_everybody(shown, hidden) if shown.people else "",
        office=_office(shown, hidden) if shown.people else "",
        own=words.OWN,
        who=words.own_text(account.name, account.role),
        hidden=hidden,
        message=shown.refused.get(AccountAction.PASSWORD, ""),
        name=account.name,
        old=words.OLD_PASSWORD,
        passwords=password_fields(focus=False),
        change=words.CHANGE_PASSWORD,
    )
    return form_page(title, words.ACCOUNTS if shown.people else words.OWN, body, wide=True)


def _office(shown: Shown, hidden: Markup) -> Markup:
    return _OFFICE.format(
        heading=words.OFFICE,
        hidden=hidden,
        message=shown.refused.get(AccountAction.OFFICE, ""),
        fields=office_fields(shown.office),
        save=words.SAVE_OFFICE,
    )


def _everybody(shown: Shown, hidden: Markup) -> Markup:
    own_place = {AccountAction.INVITE, AccountAction.OFFICE, AccountAction.PASSWORD}
    others = [message for action, message in shown.refused.items() if action not in own_place]
    return _EVERYBODY.format(
        heading=words.ACCOUNTS,
        hidden=hidden,
        refused_invite=shown.refused.get(AccountAction.INVITE, ""),
        refused_change="".join(others),
        name=words.NAME,
        role=words.ROLE,
        roles=_role_options(AccountRole.EDITOR),
        invite=words.INVITE,
        roles_hint=words.ROLES_HINT,
        state=words.STATE,
        last=words.LAST_LOGIN,
        actions=words.ACTIONS,
        rows=Markup("\n").join(_row(each, hidden) for each in shown.people),
    )


def _row(account: Account, hidden: Markup) -> Markup:
    switch = AccountAction.DEACTIVATE if account.active else AccountAction.ACTIVATE
    kind = "off" if not account.active else "ready" if account.has_password else "invited"
    return _ROW.format(
        name=account.name,
        form=f"account-{account.id}",
        hidden=hidden,
        role_label=words.ROLE,
        roles=_role_options(account.role),
        change=words.CHANGE_ROLE,
        state_label=words.STATE,
        kind=kind,
        state=words.STATES[kind],
        last_label=words.LAST_LOGIN,
        last=words.last_login_text(account.last_login_at),
        link=words.NEW_LINK if account.has_password else words.INVITE_AGAIN,
        link_off="" if account.active else Markup(" disabled"),
        switch_action=switch.value,
        switch=words.SWITCHES[switch],
    )


def _role_options(chosen: AccountRole) -> Markup:
    selected = Markup(" selected")
    options = (
        _OPTION.format(value=role.value, text=words.ROLES[role], selected=selected if role is chosen else "")
        for role in AccountRole
    )
    return Markup("").join(options)
