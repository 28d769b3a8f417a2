"""The office whose program it is: its name, its logo, and where others find the program. The last entry counts."""

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from urllib.parse import urlsplit

import sqlalchemy as sa

from datasets.store import records
from datasets.store.accounts.last_known import LastKnownAnswers
from datasets.store.engine.database import Database
from datasets.store.model import Action, StoreUnavailableError
from datasets.store.schema import office

LONGEST_NAME = 60  # characters, as many as a picture has for whoever made it
LARGEST_LOGO = 256 * 1024  # bytes
_MOST_PIXELS = 4000  # of a side, as it comes
_KEPT_PIXELS = (480, 120)  # of what is kept


class OfficeFault(StrEnum):
    """Why something of an office is not taken."""

    NAME = "name"
    PUBLIC_URL = "public_url"
    LOGO_KIND = "logo_kind"
    LOGO_SIZE = "logo_size"


class OfficeError(ValueError):
    """Something of an office that is not taken, and why."""

    def __init__(self, fault: OfficeFault) -> None:
        super().__init__(f"office: {fault} is not usable")
        self.fault = fault


@dataclass(frozen=True)
class Office:
    """An office; the empty one where nobody has said anything. ``logo`` is a PNG."""

    name: str = ""
    public_url: str = ""
    logo: bytes | None = None

    @property
    def logo_digest(self) -> str:
        """What tells a logo from the one before; empty without one."""
        return hashlib.sha256(self.logo).hexdigest()[:16] if self.logo else ""


class Offices:
    """The office of a database. ``now`` returns the time with its zone."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._last = LastKnownAnswers(self._read)

    def current(self) -> Office:
        """The office; while the store is out of reach what was known last."""
        try:
            return self._last()
        except StoreUnavailableError:
            return Office()

    def save(self, changed: Office, who: str) -> None:
        """Save what was checked by ``check_office``. Raises StoreUnavailableError."""
        kept = {"name": changed.name, "public_url": changed.public_url, "logo": changed.logo}
        told = {"name": changed.name, "public_url": changed.public_url, "logo": changed.logo_digest}
        with self._database.write_transaction() as connection:
            self._database.lock_table(connection, office)
            at = self._now()
            connection.execute(sa.insert(office).values(**kept, at=at, by=who))
            records.add_event(connection, at, who, Action.SET_OFFICE, office=told)

    def _read(self) -> Office:
        asked = sa.select(office.c.name, office.c.public_url, office.c.logo).order_by(office.c.id.desc()).limit(1)
        with self._database.read_transaction() as connection:
            row = connection.execute(asked).mappings().one_or_none()
        return Office(**row) if row else Office()


def check_office(name: str, public_url: str, logo: bytes | None) -> Office:
    """An office from what was typed; ``logo`` is kept as it is. Raises OfficeError."""
    plain = unicodedata.normalize("NFC", name).strip()
    if len(plain) > LONGEST_NAME or not plain.isprintable():
        raise OfficeError(OfficeFault.NAME)
    if not is_site_address(public_url.strip()):
        raise OfficeError(OfficeFault.PUBLIC_URL)
    return Office(plain, public_url.strip().rstrip("/"), logo)


def is_site_address(text: str) -> bool:
    """Whether others may find a program there, such as https://atlas.example.cn; an empty address is fine too."""
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and "@" not in parts.netloc
    except ValueError:  # the port is no number
        usable = False
    is_bare = not (parts.path.strip("/") or parts.query or parts.fragment) if usable else False
    return not text or bool(usable and is_bare and text.isprintable())


def prepare_logo(content: bytes) -> bytes:
    """A PNG that somebody sent, drawn anew at the size of a bar, without what else was in it. Raises OfficeError."""
    from PIL import Image  # noqa: PLC0415  (no server needs it to start)

    if len(content) > LARGEST_LOGO:
        raise OfficeError(OfficeFault.LOGO_SIZE)
    drawn = BytesIO()
    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as sent:
            if max(sent.size) > _MOST_PIXELS:
                raise OfficeError(OfficeFault.LOGO_SIZE)
            picture = sent.convert("RGBA")
            picture.thumbnail(_KEPT_PIXELS)
            picture.save(drawn, "PNG")
    except (OSError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise OfficeError(OfficeFault.LOGO_KIND) from error
    return drawn.getvalue()
