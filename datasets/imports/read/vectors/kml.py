"""KML without links: the placemarks of all folders as one frame.

Read here and not by GDAL, whose drivers follow links to styles and to other documents and make a layer of each folder.
"""

from pathlib import Path
from xml.parsers import expat

import geopandas as gpd
import numpy as np
import shapely

from datasets.imports.model import Fault, FaultCode, Limits, RefusedError

FOLDER, DOCUMENT, DATUM = "folder", "document", "OvCoordType"  # columns of what stands around placemarks
_LINKS = {"NetworkLink", "NetworkLinkControl"}
_ROWS_OF_TEXT = {"name", "description", "value", "SimpleData", "coordinates", DATUM}
_AROUND = {"Folder", "Document", "kml"}
_MULTI = {"Point": shapely.multipoints, "LineString": shapely.multilinestrings, "Polygon": shapely.multipolygons}


def read_kml(path: Path, limits: Limits) -> gpd.GeoDataFrame:
    """The placemarks in EPSG:4326: ``name, description, folder`` and a column for each of their own data.

    ``document`` is the description of the document and folders around a placemark, ``OvCoordType`` the datum that 奥维
    writes into a placemark or around it; both only where there are any.
    """
    reader = _Reader(limits.rows + 1)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    # No document type, so no entities: neither those that grow nor those that name other files.
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        with path.open("rb") as file:
            parser.ParseFile(file)
    except (expat.ExpatError, ValueError) as error:
        raise RefusedError(Fault(FaultCode.DAMAGED, found=str(error))) from error
    names = list(dict.fromkeys(name for row in reader.rows for name in row))
    columns = {name: [row.get(name, "") for row in reader.rows] for name in names}
    return gpd.GeoDataFrame(columns, geometry=np.array(reader.shapes, dtype=object), crs="EPSG:4326")


def _refuse_doctype(*_: object) -> None:
    raise RefusedError(Fault(FaultCode.EXTERNAL_LINKS, found="<!DOCTYPE>"))


class _Reader:
    """Collects placemarks while expat walks the file; ``most`` is where it stops."""

    def __init__(self, most: int) -> None:
        self.rows: list[dict[str, str]] = []
        self.shapes: list[shapely.Geometry | None] = []
        self._most = most
        self._path: list[str] = []
        self._folders: list[str] = []
        self._around: dict[str, str] = {}
        self._row: dict[str, str] | None = None
        self._parts: list[shapely.Geometry] = []
        self._rings: list[np.ndarray] = []
        self._key = ""
        self._text: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition(" ")[2]
        if not self._path and name != "kml":
            raise ValueError(f"expected the root kml, got {name}")
        if name in _LINKS:
            raise RefusedError(Fault(FaultCode.EXTERNAL_LINKS, found=name))
        self._path.append(name)
        if name in {"Folder", "Document"}:
            self._folders.append("")
        elif name == "Placemark" and len(self.rows) < self._most:
            self._row, self._parts, self._rings = {}, [], []
        elif name in {"Data", "SimpleData"}:
            self._key = attributes.get("name", "")
        if name in _ROWS_OF_TEXT:
            self._text = []

    def text(self, data: str) -> None:
        """Characters between tags."""
        if self._text is not None:
            self._text.append(data)

    def end(self, _tag: str) -> None:
        """An element ends."""
        name = self._path.pop()
        text = "".join(self._text or []).strip()
        self._text = None if name in _ROWS_OF_TEXT else self._text
        parent = self._path[-1] if self._path else ""
        if name in {"Folder", "Document"}:
            self._folders.pop()
        elif name == "name" and parent in {"Folder", "Document"}:
            self._folders[-1] = text
        elif self._row is not None:
            self._in_placemark(name, parent, text, self._row)
        elif parent in _AROUND and text and name in ("description", DATUM):
            column = DOCUMENT if name == "description" else DATUM
            self._around[column] = " ".join(filter(None, [self._around.get(column, ""), text]))

    def _in_placemark(self, name: str, parent: str, text: str, row: dict[str, str]) -> None:
        match name:
            case "Placemark":
                row[FOLDER] = "/".join(folder for folder in self._folders if folder)
                self.rows.append({**self._around, **row})
                self.shapes.append(_joined(self._parts))
                self._row = None
            case "name" | "description" if parent == "Placemark":
                row[name] = text
            case "OvCoordType" if text:
                row[DATUM] = text
            case "value" | "SimpleData" if self._key:
                row[self._key] = text
            case "coordinates":
                self._rings.append(_coordinates(text))
            case "Point" | "LineString" | "Polygon":
                self._parts += _shape(name, self._rings)
                self._rings = []


def _coordinates(text: str) -> np.ndarray:
    """An array of longitude and latitude from "113.0,23.7,0 113.1,23.8,0"; heights are dropped."""
    return np.array([[float(number) for number in corner.split(",")[:2]] for corner in text.split()], dtype=float)


def _shape(name: str, rings: list[np.ndarray]) -> list[shapely.Geometry]:
    if not rings or not all(ring.ndim == 2 and ring.shape[1] == 2 for ring in rings):
        return []
    match name:
        case "Point":
            return [shapely.Point(rings[0][0])]
        case "LineString":
            return [shapely.LineString(rings[0])] if len(rings[0]) > 1 else []
    return [shapely.Polygon(rings[0], rings[1:])] if all(len(ring) > 2 for ring in rings) else []


def _joined(parts: list[shapely.Geometry]) -> shapely.Geometry | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    kinds = {part.geom_type for part in parts}
    return _MULTI[kinds.pop()](parts) if len(kinds) == 1 else shapely.GeometryCollection(parts)
