"""The office over HTTP: its logo, and its fields in the forms of the pages of accounts."""

from dataclasses import dataclass

from flask import Flask, Response, request

from callbacks.server.responses import refusal
from datasets.store.office import LARGEST_LOGO, Office, Offices, check_office, prepare_logo
from layouts.account_pages.office import OfficeFields
from layouts.frame.first_view import OfficeMark
from locales import say

LOGO = "/office/logo.png"
_YEAR = 365 * 24 * 3600  # seconds


@dataclass(frozen=True)
class OfficeForm:
    """The office of a store, as forms show and change it; ``fixed_url`` is the address that the environment gives."""

    offices: Offices
    fixed_url: str = ""

    def register(self, server: Flask) -> None:
        """Serve the logo."""
        server.add_url_rule(LOGO, "office_logo", self.send_logo)

    def send_logo(self) -> Response:
        """The logo; its address changes with it."""
        logo = self.offices.current().logo
        if logo is None:
            return refusal(say("accounts-no-logo"), 404)
        answer = Response(logo, mimetype="image/png")
        answer.cache_control.max_age = _YEAR
        return answer

    def site(self) -> str:
        """Where others find the program; empty if nobody said so."""
        return self.fixed_url or self.offices.current().public_url

    def mark(self) -> OfficeMark:
        """What every page says of it."""
        saved = self.offices.current()
        return OfficeMark(saved.name, logo_address(saved), self.fixed_url or saved.public_url)

    def describe(self) -> OfficeFields:
        """What stands in the fields: what was just typed, else what is saved."""
        saved, typed = self.offices.current(), request.form
        name, url = typed.get("office", saved.name), typed.get("public_url", saved.public_url)
        return OfficeFields(name, url, logo_address(saved), self.fixed_url)

    def read(self) -> Office:
        """The office as the form of this request has it. Raises OfficeError."""
        saved, sent = self.offices.current(), request.files.get("logo")
        content = sent.stream.read(LARGEST_LOGO + 1) if sent else b""
        logo = None if request.form.get("remove_logo") else saved.logo
        url = saved.public_url if self.fixed_url else request.form.get("public_url", "")
        return check_office(request.form.get("office", ""), url, prepare_logo(content) if content else logo)

    def save(self, changed: Office, who: str) -> None:
        """Save it if something is new. Raises StoreUnavailableError."""
        if changed != self.offices.current():
            self.offices.save(changed, who)


def logo_address(office: Office) -> str:
    """Where the logo is; empty without one."""
    return f"{LOGO}?v={office.logo_digest}" if office.logo else ""
