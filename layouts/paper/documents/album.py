"""The pictures of a pack as one ZIP: files named for what they show, and a list of them."""

import io
from collections.abc import Iterator
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from layouts.paper.documents.pack import FailedPicture, Pack, safe_file_name
from locales import say


def write_album(pack: Pack, ending: str) -> bytes:
    """The ZIP file; ``ending`` is that of the pictures' names."""
    day = pack.about.today
    names = [f"{n:03d}_{safe_file_name(exhibit.name)}.{ending}" for n, exhibit in enumerate(pack.exhibits, start=1)]
    listing = "\r\n".join(_list_pictures(pack, names))
    files = {name: exhibit.picture for name, exhibit in zip(names, pack.exhibits, strict=True)}
    files[say("document-picture-listing")] = listing.encode("utf-8-sig")
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as target:
        for name, content in files.items():
            if isinstance(content, bytes):
                target.writestr(ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0)), content)
    return buffer.getvalue()


def _list_pictures(pack: Pack, names: list[str]) -> Iterator[str]:
    about = pack.about
    yield from filter(None, (about.title, about.subtitle, about.dataset_line, about.warning))
    yield ""
    for name, exhibit in zip(names, pack.exhibits, strict=True):
        picture = exhibit.picture
        if picture is not None:
            yield picture.text if isinstance(picture, FailedPicture) else f"{name}　{exhibit.title}"
