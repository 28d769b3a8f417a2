"""Read a zipped Shapefile: unpack it under fixed names, and detect the encoding of its text."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import geopandas as gpd

from datasets.imports.cells.office_terms import TERMS
from datasets.imports.model import Fault, FaultCode, Limits, RefusedError
from locales import say

_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_NEEDED = (".shp", ".shx", ".dbf")
_SHP_MAGIC = b"\x00\x00\x27\x0a"
_ENCRYPTED = 0x1  # flag of a ZIP member
_NARROWEST_FIELD_CUT = 9  # bytes; a heading has ten, and half a character of UTF-8 may be missing

Read = Callable[[Path, Limits], gpd.GeoDataFrame]


def read_shapefile(path: Path, limits: Limits, read: Read) -> gpd.GeoDataFrame:
    """Read the one Shapefile of an archive, in the CRS of its .prj.

    Without a .cpg that says the encoding, UTF-8 is tried before GB18030, which decodes almost anything.
    """
    with tempfile.TemporaryDirectory() as folder:
        unpacked = _unpack_parts(path, Path(folder), limits)
        if unpacked.read_bytes()[:4] != _SHP_MAGIC:
            raise RefusedError(Fault(FaultCode.DAMAGED, found=".shp"))
        code_page = unpacked.with_suffix(".cpg")
        stated = code_page.read_text("ascii", "replace") if code_page.exists() else ""
        # Read as Latin-1, every byte is kept and can be decoded later.
        code_page.write_text("ISO-8859-1", "ascii")
        return _decode_frame(read(unpacked, limits), stated)


def _unpack_parts(path: Path, folder: Path, limits: Limits) -> Path:
    """Unpack the parts of the one Shapefile as ``features.*`` into ``folder``; nothing else is written."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = _find_members(archive)
            room = limits.unpacked_bytes
            for suffix, member in members.items():
                room -= member.file_size  # zipfile unpacks no more than the archive states
                if room < 0:
                    raise RefusedError(Fault(FaultCode.EXPANDS_TOO_MUCH, member.filename, str(limits.unpacked_bytes)))
                with archive.open(member) as source, (folder / f"features{suffix}").open("wb") as copy:
                    shutil.copyfileobj(source, copy)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError) as error:
        raise RefusedError(Fault(FaultCode.DAMAGED, found=str(error))) from error
    return folder / "features.shp"


def _find_members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Find the parts of the one Shapefile, by suffix."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    _refuse_unsafe(infos)
    visible = [info for info in infos if "__MACOSX" not in info.filename]
    shapes = [info for info in visible if _suffix_of_member(info) == ".shp"]
    if not shapes:
        raise RefusedError(Fault(FaultCode.NO_FEATURES, allowed=" ".join(_NEEDED)))
    if len(shapes) > 1:
        raise RefusedError(
            Fault(FaultCode.SEVERAL_LAYERS, found=say("list-names").join(info.filename for info in shapes))
        )
    stem = shapes[0].filename[: -len(".shp")]
    parts = {
        _suffix_of_member(info): info
        for info in visible
        if _suffix_of_member(info) in _PARTS and info.filename[: -len(".shp")] == stem
    }
    absent = [suffix for suffix in _NEEDED if suffix not in parts]
    if absent:
        raise RefusedError(Fault(FaultCode.DAMAGED, " ".join(sorted(parts)), " ".join(_NEEDED)))
    return parts


def _suffix_of_member(info: zipfile.ZipInfo) -> str:
    return PurePosixPath(info.filename).suffix.lower()


def _refuse_unsafe(infos: list[zipfile.ZipInfo]) -> None:
    for info in infos:
        parts = PurePosixPath(info.filename.replace("\\", "/")).parts
        if ".." in parts or info.filename.startswith(("/", "\\")) or ":" in info.filename:
            raise RefusedError(Fault(FaultCode.EXTERNAL_LINKS, found=info.filename))
        if info.flag_bits & _ENCRYPTED:
            raise RefusedError(Fault(FaultCode.ENCRYPTED, found=info.filename))


def _decode_frame(raw: gpd.GeoDataFrame, stated: str) -> gpd.GeoDataFrame:
    """Decode the headings and texts, read as Latin-1, by the first encoding that fits them all."""
    known = TERMS.code_pages.get(stated.strip().lower().replace("-", "").replace("_", "").replace(" ", ""))
    texts = [name for name in raw.columns if name != raw.geometry.name and raw[name].dtype in ("str", "object")]
    for encoding in dict.fromkeys([*([known] if known else []), "utf-8", "gb18030"]):
        try:
            columns = {name: raw[name].map(lambda text, by=encoding: _decode_text(text, by)) for name in texts}
            headings = {name: _decode_text(name, encoding) for name in raw.columns}
        except UnicodeDecodeError:
            continue
        return raw.assign(**columns).rename(columns=headings)
    raise RefusedError(Fault(FaultCode.UNKNOWN_ENCODING, stated, "UTF-8, GB18030"))


def _decode_text(text: object, encoding: str) -> object:
    """Decode a text; drop a character at its end that the field's width has cut off."""
    if not isinstance(text, str):
        return text
    raw = text.encode("latin-1")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        cut_off = error.end == len(raw) >= _NARROWEST_FIELD_CUT
        if cut_off:
            return raw[: error.start].decode(encoding)
        raise
