"""Read settings of the environment; one that cannot be used ends the program with one message and no trace."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from callbacks.accounts.routes import Security
from callbacks.server import storage_faults
from callbacks.server.proxies import Networks, ProxySettingError, read_networks
from datasets.files.declarations import BadInputError
from datasets.store.accounts.accounts import Accounts
from datasets.store.accounts.secret_key import SecretKeyError, read_secret_key
from datasets.store.model import StoreUnavailableError
from datasets.store.office import is_site_address
from layouts.paper.sheet.picture_spec import FontError
from locales import say


class SettingError(ValueError):
    """A setting that cannot be used: its name, what was expected and what was found."""


@contextmanager
def exit_on_startup_fault() -> Iterator[None]:
    """End the program with every fault of its settings, its input files, its folder or its database."""
    try:
        yield
    except BadInputError as error:
        count = len(error.faults)
        sys.exit("\n".join([f"Cannot start: {count} fault{'s' * (count > 1)} in the input files.", *error.faults]))
    except (SettingError, SecretKeyError, FontError) as error:
        sys.exit(f"Cannot start: {error}.")
    except (StoreUnavailableError, OSError) as error:
        sys.exit(say("storage-cannot-start", reason=storage_faults.message(error)))


def read_security(environment: Mapping[str, str], folder: Path, open_accounts: Callable[[], Accounts]) -> Security:
    """Who may read and change, as the environment says; ends the program at a setting that cannot be used."""
    with exit_on_startup_fault():
        login = read_switch("LOGIN", environment.get("LOGIN", "open"), off="open", on="required")
        secure = read_switch("COOKIE_SECURE", environment.get("COOKIE_SECURE", "0"), off="0", on="1")
        key = read_secret_key(environment.get("SECRET_KEY"), folder / "secret")
        site = read_public_url(environment.get("PUBLIC_URL", ""))
    return Security(open_accounts(), key, login_required=login, cookie_secure=secure, public_url=site)


def read_switch(name: str, text: str, off: str, on: str) -> bool:
    """Whether a setting of two values is ``on``. Raises SettingError."""
    if text not in {off, on}:
        raise SettingError(f"{name}: expected {off} or {on}, got '{text}'")
    return text == on


def read_public_url(text: str) -> str:
    """The address at which others find the program, without a slash at the end. Raises SettingError."""
    if not is_site_address(text):
        raise SettingError(f"PUBLIC_URL: expected an address such as https://atlas.example.cn, got '{text}'")
    return text.rstrip("/")


def read_proxies(text: str) -> Networks:
    """The proxies whose word is taken for who asks. Raises SettingError."""
    try:
        return read_networks(text)
    except ProxySettingError as error:
        raise SettingError(f"TRUSTED_PROXIES: {error}") from error
