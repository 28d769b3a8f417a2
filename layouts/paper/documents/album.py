"""The pictures of a pack as one ZIP: files named for what they show, and a list of them."""

import io
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from layouts.paper.documents.pack import FailedPicture, Pack, Pictures, safe_name
from layouts.words.paper import packs as words


def album(pack: Pack, pictures: Pictures, ending: str) -> bytes:
    """The ZIP file; ``ending`` is that of the pictures' names."""
    day = pack.about.today
    names = [f"{n:03d}_{safe_name(exhibit.name)}.{ending}" for n, exhibit in enumerate(pack.exhibits, start=1)]
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as target:

        def put(name: str, content: bytes) -> None:
            target.writestr(ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0)), content)

        for position, name in enumerate(names):
            drawn = pictures.of(position)
            if isinstance(drawn, bytes):
                put(name, drawn)
        put(words.PICTURE_LISTING, "\r\n".join(_listing(pack, pictures, names)).encode("utf-8-sig"))
    return buffer.getvalue()


def _listing(pack: Pack, pictures: Pictures, names: list[str]) -> list[str]:
    about = pack.about
    head = [about.title, about.subtitle, words.dataset_line(about.dataset, about.version), about.warning]
    lines = []
    for position, (exhibit, name) in enumerate(zip(pack.exhibits, names, strict=True)):
        drawn = pictures.of(position)
        shown = f"{name}　{exhibit.title}"
        lines.append(words.failed_text(drawn.title, drawn.reason) if isinstance(drawn, FailedPicture) else shown)
    return [line for line in head if line] + [""] + lines
