"""What the stages of an import hand to one another.

``read`` turns bytes into a ``FileContent`` of sheets or features; ``columns`` proposes a ``ColumnMapping`` and turns a
sheet into one text row a figure or record; ``check`` and ``check_places`` turn these into rows that can be stored and a
``MatchReport``. Everything that can be wrong is a ``Fault``; words for them stand in ``locales``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

import geopandas as gpd
import pandas as pd
from pydantic import ConfigDict

from datasets.kinds import ImportKind

MEGABYTE = 1024 * 1024
FAULTS_LISTED = 1000  # of one code; the report counts the rest


class Severity(StrEnum):
    """Whether a row with the fault can be stored: not at all, or if the user has read the warning."""

    ERROR = "error"
    WARNING = "warning"


class FaultCode(StrEnum):
    """Everything that can be wrong with a file, a row or a cell."""

    # The file as a whole: it is refused.
    EMPTY_FILE = "empty_file"
    UNKNOWN_TYPE = "unknown_type"  # found: what the content looks like; allowed: the types
    DAMAGED = "damaged"  # a truncated archive, broken XML
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    EXTERNAL_LINKS = "external_links"
    TOO_LARGE = "too_large"  # bytes
    EXPANDS_TOO_MUCH = "expands_too_much"  # an archive
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_SHEETS = "too_many_sheets"
    TOO_MANY_VERTICES = "too_many_vertices"  # of one shape
    CELL_TOO_LONG = "cell_too_long"
    TOO_MUCH_MEMORY = "too_much_memory"  # bytes that reading it took
    TOO_SLOW = "too_slow"  # seconds that reading it took
    READER_ENDED = "reader_ended"  # the process that read it died of it
    UNKNOWN_ENCODING = "unknown_encoding"
    NO_TABLE = "no_table"  # no row of headings found
    NO_FEATURES = "no_features"
    SEVERAL_LAYERS = "several_layers"
    WRONG_GEOMETRY = "wrong_geometry"  # points where polygons are needed
    UNKNOWN_CRS = "unknown_crs"
    # Columns: the mapping must be corrected first.
    COLUMN_MISSING = "column_missing"  # a role that nothing was mapped to
    COLUMN_TWICE = "column_twice"
    # Cells and rows.
    FORMULA = "formula"
    NOT_A_NUMBER = "not_a_number"
    NOT_FINITE = "not_finite"
    NOT_A_YEAR = "not_a_year"
    YEAR_IS_A_DATE = "year_is_a_date"
    AREA_UNKNOWN = "area_unknown"
    AREA_AMBIGUOUS = "area_ambiguous"
    AREA_FOREIGN = "area_foreign"  # its code is of a place outside the region
    AREA_DISAGREES = "area_disagrees"  # its code and its name are not of one area
    VARIABLE_UNKNOWN = "variable_unknown"
    VARIABLE_FIXED = "variable_fixed"  # the region itself says it, such as the number of its townships
    UNIT_UNKNOWN = "unit_unknown"
    UNIT_SUSPICIOUS = "unit_suspicious"
    SHARE_OF_ONE = "share_of_one"  # 0.852 under %, which may mean 85.2 %
    KIND_UNKNOWN = "kind_unknown"
    SOURCE_MISSING = "source_missing"
    OUT_OF_RANGE = "out_of_range"
    DUPLICATE = "duplicate"  # the same row again
    CONTRADICTION = "contradiction"  # the same key with another value
    TOTAL_DIFFERS = "total_differs"
    JUMP = "jump"
    DERIVED_OUT_OF_RANGE = "derived_out_of_range"  # an indicator worked out from good figures
    TYPE_UNKNOWN = "type_unknown"
    NAME_MISSING = "name_missing"
    POINT_MISSING = "point_missing"  # neither coordinates nor a place name
    POINT_APPROXIMATE = "point_approximate"  # set at the seat of its township
    POINT_OF_POLYGON = "point_of_polygon"  # a polygon that stands for a point inside it
    POINT_SWAPPED = "point_swapped"  # longitude and latitude
    POINT_OUTSIDE = "point_outside"  # of the region
    DATUM_DOUBTFUL = "datum_doubtful"  # another datum fits better
    DATUM_STATED = "datum_stated"  # what the file says of its datum, which is the one that was taken
    DATUM_DIFFERS = "datum_differs"  # what the file says of its datum, which is another one
    # Remarks on the file: what is in it and is not seen, or is not taken.
    HIDDEN = "hidden"  # rows and columns
    HIDDEN_SHEET = "hidden_sheet"
    COLUMNS_LEFT_OUT = "columns_left_out"
    ROAD_CLASS_ASSUMED = "road_class_assumed"  # no class that is known: taken for another road
    NO_ROAD = "no_road"  # a line of OpenStreetMap that is a river, a railway, a border
    ROAD_ABSENT = "road_absent"  # a road that is not there (any more), by its class
    CLOSED_BEFORE_OPENED = "closed_before_opened"
    GEOMETRY_INVALID = "geometry_invalid"
    GEOMETRY_REPAIRED = "geometry_repaired"
    OVERLAP = "overlap"
    GAP = "gap"
    AREA_ABSENT = "area_absent"  # a township of the region without a polygon
    WIDER_AREA = "wider_area"  # the outline of a county or city where townships are wanted
    COUNTY_DISAGREES = "county_disagrees"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where, what was found, what is allowed.

    ``row`` counts from 1 as the user's program does; 0 means the sheet as a whole. ``column`` is the letter and heading
    as the user sees them. ``found`` and ``allowed`` are plain text, never markup. ``count`` is above 1 where one fault
    stands for that many figures or rows that share it.
    """

    code: FaultCode
    found: str = ""
    allowed: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    severity: Severity = Severity.ERROR
    count: int = 1


class RefusedError(Exception):
    """A file that cannot be imported at all."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        return "; ".join(f"{fault.code}: {fault.found} ({fault.allowed})" for fault in self.faults)


@dataclass(frozen=True)
class Limits:
    """How large a file may be; beyond it is refused before it is unpacked or read.

    ``memory`` (bytes), ``processor`` (seconds) and ``time`` (seconds by the clock) are what reading or checking it may
    take: a million figures in XLSX take 700 MiB, and 15 s for each step.
    """

    bytes: int = 200 * MEGABYTE
    unpacked_bytes: int = 2048 * MEGABYTE
    expansion: float = 200  # unpacked bytes a packed byte, over the whole archive
    rows: int = 1_200_000
    columns: int = 500
    cells: int = 30_000_000  # rows by columns of the rectangle that holds all cells of a sheet
    cell_characters: int = 5_000
    formulas: int = 20_000  # cells of a sheet that are formulas
    sheets: int = 500
    vertices: int = 200_000  # of one shape: mending and cutting it takes more than so many times as long
    memory: int = 1536 * MEGABYTE
    processor: float = 30
    time: float = 120


@dataclass(frozen=True)
class Sheet:
    """One sheet of text: ``cells`` has a text column a column of the sheet (0, 1, ...), "" where a cell is empty.

    The frame's index is the row number that the user sees (1, 2, ...); rows that are wholly empty may be left out.
    Merged cells are filled with the text of their first cell. Numbers are written as Python writes them ("12", "0.5");
    dates as ISO dates. ``formulas`` are the (row number, column position) of cells that are formulas. ``hidden_rows``
    are numbers and ``hidden_columns`` positions of what the user's program does not show.
    """

    name: str
    cells: pd.DataFrame
    formulas: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False


@dataclass(frozen=True)
class FileFacts:
    """What is known of a file once it was read. ``sheets`` are the names of its sheets, none for features."""

    file_name: str
    file_type: str
    digest: str  # SHA-256 of the file, hexadecimal
    size: int  # bytes
    encoding: str
    sheets: tuple[str, ...]
    kind: ImportKind  # what it most likely holds


@dataclass(frozen=True)
class FileContent:
    """A file that was read: sheets of a table, or ``features`` in their own CRS (None where the file names none).

    ``file_type`` is a ``FileType``. ``features`` has the file's attributes as text columns and an integer index that
    counts from 1.
    """

    file_name: str
    file_type: str
    digest: str  # SHA-256 of the file, hexadecimal
    size: int  # bytes
    sheets: tuple[Sheet, ...] = ()
    features: gpd.GeoDataFrame | None = None
    encoding: str = ""


class ColumnRole(StrEnum):
    """What a column holds. ``VALUE`` is a figure; a column may also say which variable, year and unit it is of."""

    IGNORED = "ignored"
    AREA_CODE = "area_code"
    AREA_NAME = "area_name"
    PARENT = "parent"  # an area that the named one lies in: province, city, county; several columns may be
    YEAR = "year"
    VARIABLE = "variable"
    VALUE = "value"
    UNIT = "unit"
    KIND = "kind"
    SOURCE = "source"
    NOTE = "note"
    CODE = "code"  # the office's own number of a facility, settlement, road
    NAME = "name"
    TYPE = "type"
    LONGITUDE = "longitude"
    LATITUDE = "latitude"
    COORDINATES = "coordinates"  # longitude and latitude in one cell
    CAPACITY = "capacity"
    GRADE = "grade"
    OPENED = "opened"
    CLOSED = "closed"
    POPULATION = "population"
    PLACE = "place"  # township or village by name, for points without coordinates
    ROAD_CLASS = "road_class"
    STATE = "state"  # whether a road is there: 在建, proposed
    APPROXIMATE = "approximate"


@dataclass(frozen=True)
class ColumnUse:
    """What a column is used for. The others only with VALUE, where its heading says them; ``area`` as it says it."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    role: ColumnRole
    variable: str | None = None  # of variables.toml, or an indicator's id
    year: int | None = None
    unit: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class ColumnMapping:
    """How a sheet is read: where its headings and figures are, what each column is, and what no column says.

    Row numbers as the user sees them. ``columns`` has one entry a column of the sheet, by position.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")
    sheet: str
    header_rows: tuple[int, ...]
    first_row: int
    last_row: int
    columns: tuple[ColumnUse, ...]
    variable: str | None = None
    year: int | None = None
    unit: str | None = None
    kind: str | None = None
    source: str = ""
    facility_type: str | None = None


@dataclass(frozen=True)
class MatchReport:
    """The match report. ``rows`` were read, ``good`` can be stored.

    ``matched`` counts rows by how their area (or point) was found: code, name, alias, seat, none. ``ignored`` are rows
    that hold no figure (notes, totals, blanks) by reason. ``assumed`` counts rows by what they did not say and the
    order or the definition said for them: unit, kind, source. ``faults`` has a row a fault with the fields of
    ``Fault``, at most ``FAULTS_LISTED`` a code; ``counts`` has all of them by code.
    """

    rows: int
    good: int
    matched: Mapping[str, int] = field(default_factory=dict)
    ignored: Mapping[str, int] = field(default_factory=dict)
    assumed: Mapping[str, int] = field(default_factory=dict)
    faults: pd.DataFrame = field(default_factory=pd.DataFrame)
    counts: Mapping[FaultCode, int] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        """Whether any row cannot be stored: a file that is to be kept whole is not kept then."""
        return bool((self.faults["severity"] == Severity.ERROR).any()) if len(self.faults) else False

    def count_errors(self) -> int:
        """How many of the counted faults are errors; a code is taken for what its last listed fault is."""
        severities = {fault.code: fault.severity for fault in self.list_faults()}
        return sum(count for code, count in self.counts.items() if severities.get(code) is Severity.ERROR)

    def list_faults(self, of_one_code: int = FAULTS_LISTED) -> list[Fault]:
        """The listed faults, at most so many of one code."""
        if self.faults.empty:
            return []
        first = self.faults[self.faults.groupby("code").cumcount() < of_one_code]
        names = [entry.name for entry in fields(Fault)]
        rows = (dict(zip(names, row, strict=True)) for row in first[names].itertuples(index=False, name=None))
        return [Fault(**row | {"code": FaultCode(row["code"]), "severity": Severity(row["severity"])}) for row in rows]


@dataclass(frozen=True)
class CheckResult:
    """Rows that can be stored, in the columns of ``STORED[kind]``, and the report on all."""

    kind: ImportKind
    rows: pd.DataFrame
    report: MatchReport
