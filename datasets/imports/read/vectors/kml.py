"""Read KML without following its links: the placemarks of all folders as one frame.

GDAL's drivers follow links to styles and to other documents and make a layer of each folder.
"""

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import numpy as np
import shapely

from datasets.imports.model import Fault, FaultCode, Limits, RefusedError

FOLDER, DOCUMENT, DATUM = "folder", "document", "OvCoordType"  # columns of what stands around placemarks
_LINKS = {"NetworkLink", "NetworkLinkControl"}
_CONTAINERS = {"kml", "Document", "Folder"}
_MULTI = {"Point": shapely.multipoints, "LineString": shapely.multilinestrings, "Polygon": shapely.multipolygons}
_Placemark = tuple[dict[str, str], shapely.Geometry | None]  # its texts by column, its shape


def read_kml(path: Path, limits: Limits) -> gpd.GeoDataFrame:
    """The placemarks in EPSG:4326: ``name, description, folder`` and a column for each of their own data.

    ``document`` is the description of the document and folders around a placemark, ``OvCoordType`` the datum that 奥维
    writes into a placemark or around it; both only where there are any. Raises ``RefusedError``.
    """
    try:
        root = ElementTree.parse(path, ElementTree.XMLParser(target=_TreeWithoutDoctype())).getroot()  # noqa: S314
        if _local_name(root) != "kml":
            raise ValueError(f"expected the root kml, got {_local_name(root)}")
        if link := next((name for name in map(_local_name, root.iter()) if name in _LINKS), None):
            raise RefusedError(Fault(FaultCode.EXTERNAL_LINKS, found=link))
        placemarks = list(itertools.islice(_find_placemarks(root, (), {}), limits.rows + 1))
    except (ElementTree.ParseError, ValueError, RecursionError) as error:
        raise RefusedError(Fault(FaultCode.DAMAGED, found=str(error))) from error
    names = dict.fromkeys(name for texts, _ in placemarks for name in texts)
    columns = {name: [texts.get(name, "") for texts, _ in placemarks] for name in names}
    shapes = np.array([shape for _, shape in placemarks], dtype=object)
    return gpd.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")


class _TreeWithoutDoctype(ElementTree.TreeBuilder):
    """Without a document type there are no entities: neither those that grow nor those that name other files."""

    def doctype(self, *_: object) -> None:
        """Refuse the file."""
        raise RefusedError(Fault(FaultCode.EXTERNAL_LINKS, found="<!DOCTYPE>"))


def _find_placemarks(
    element: ElementTree.Element, folders: tuple[str, ...], around: Mapping[str, str]
) -> Iterator[_Placemark]:
    """The placemarks below an element; ``folders`` are the names, ``around`` the texts of what it lies in."""
    if _local_name(element) in _CONTAINERS:
        own = {_local_name(child): _text_of(child) for child in element}
        folders = (*folders, own.get("name", "")) if _local_name(element) != "kml" else folders
        for column, text in ((DOCUMENT, own.get("description")), (DATUM, own.get(DATUM))):
            if text:
                around = {**around, column: " ".join(filter(None, [around.get(column), text]))}
    for child in element:
        if _local_name(child) == "Placemark":
            yield {**around, **_read_texts(child), FOLDER: "/".join(filter(None, folders))}, _read_shape(child)
        else:
            yield from _find_placemarks(child, folders, around)


def _local_name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _text_of(element: ElementTree.Element) -> str:
    return "".join(element.itertext()).strip() if _local_name(element) not in {*_CONTAINERS, "Placemark"} else ""


def _read_texts(placemark: ElementTree.Element) -> dict[str, str]:
    """The name, the description and the own data of a placemark."""
    texts = {
        _local_name(child): _text_of(child) for child in placemark if _local_name(child) in ("name", "description")
    }
    key = ""
    for element in placemark.iter():
        match _local_name(element):
            case "Data":
                key = element.get("name", "")
            case "SimpleData" if element.get("name"):
                texts[element.get("name", "")] = _text_of(element)
            case "value" if key:
                texts[key] = _text_of(element)
            case "OvCoordType" if _text_of(element):
                texts[DATUM] = _text_of(element)
    return texts


def _read_shape(placemark: ElementTree.Element) -> shapely.Geometry | None:
    """The one shape of a placemark, of several parts where it has them; None where it has none."""
    parts = []
    for element in placemark.iter():
        if _local_name(element) in _MULTI:
            rings = [_read_coordinates(_text_of(own)) for own in element.iter() if _local_name(own) == "coordinates"]
            parts += _make_shape(_local_name(element), rings)
    if len(parts) < 2:
        return parts[0] if parts else None
    kinds = {part.geom_type for part in parts}
    return _MULTI[kinds.pop()](parts) if len(kinds) == 1 else shapely.GeometryCollection(parts)


def _read_coordinates(text: str) -> np.ndarray:
    """An array of longitude and latitude from "113.0,23.7,0 113.1,23.8,0"; heights are dropped."""
    return np.array([[float(number) for number in corner.split(",")[:2]] for corner in text.split()], dtype=float)


def _make_shape(name: str, rings: list[np.ndarray]) -> list[shapely.Geometry]:
    """One shape of rings that are points enough for it, else none."""
    if not rings or not all(ring.ndim == 2 and ring.shape[1] == 2 for ring in rings):
        return []
    match name:
        case "Point":
            return [shapely.Point(rings[0][0])]
        case "LineString":
            return [shapely.LineString(rings[0])] if len(rings[0]) > 1 else []
    return [shapely.Polygon(rings[0], rings[1:])] if all(len(ring) > 2 for ring in rings) else []
