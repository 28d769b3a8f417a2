"""The forms in which figures and places come in and go out: one column after another, for every kind of file.

Templates, examples and exports all have these columns, so what was exported can be edited and imported again. The
headings are among those that ``columns.heading_words`` knows. ``forms.toml`` declares them.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from datasets.files.declarations import read_own_declaration
from datasets.imports.model import ColumnRole
from datasets.kinds import ImportKind
from indicators.definition import ValueKind
from locales.data import speaks

WIDE_FIGURES = 12  # columns of figures in the wide form


class FormLayout(StrEnum):
    """How a form is laid out. ``LIST`` is a workbook of codes and names to join to polygons drawn elsewhere."""

    LONG = "long"
    WIDE = "wide"
    MAP = "map"
    LIST = "list"


class ChoiceList(StrEnum):
    """A list of the sheet 选项 that a column is filled from."""

    AREAS = "areas"
    TOWNSHIPS = "townships"
    VARIABLES = "variables"
    WIDE_HEADINGS = "wide_headings"
    UNITS = "units"
    FIGURE_KINDS = "figure_kinds"
    FACILITY_TYPES = "facility_types"
    ROAD_CLASSES = "road_classes"
    YES = "yes"


class CellContent(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    DEGREES = "degrees"


@speaks("heading", "meaning", "example")
@dataclass(frozen=True)
class FormColumn:
    """A column of a form: what it is used for, its heading and what the instructions say about it.

    ``width`` is in digits of the standard font. A cell outside the list ``pick`` is refused where ``strict``.
    """

    role: ColumnRole
    heading: str
    width: int
    meaning: str
    example: str
    required: bool = False
    content: CellContent = CellContent.TEXT
    pick: ChoiceList | None = None
    strict: bool = False


@speaks("name", "notes")
@dataclass(frozen=True)
class Form:
    """The form of a kind of file: what it is called, how it is laid out, and what its instructions say."""

    name: str
    layouts: tuple[FormLayout, ...]
    columns: tuple[str, ...]
    notes: tuple[str, ...] = ()


@speaks("name", "meaning")
@dataclass(frozen=True)
class FigureKind:
    """How a figure came about, in the words of a form."""

    name: str
    meaning: str


@dataclass(frozen=True)
class _Declared:
    kinds: dict[ImportKind, Form]
    columns: dict[str, FormColumn]
    figure_kinds: dict[ValueKind, FigureKind]
    wide: dict[str, tuple[str, ...]]
    instructions: dict[str, tuple[str, ...]]


_DECLARED = read_own_declaration(Path(__file__).with_suffix(".toml"), _Declared)
FORM_KINDS, FIGURE_KINDS = _DECLARED.kinds, _DECLARED.figure_kinds
LONG_NOTES, COMMON_NOTES = _DECLARED.instructions["long"], _DECLARED.instructions["common"]
FORMS = {kind: tuple(_DECLARED.columns[name] for name in form.columns) for kind, form in FORM_KINDS.items()}
WIDE, WIDE_NOTES = tuple(_DECLARED.columns[name] for name in _DECLARED.wide["columns"]), _DECLARED.wide["notes"]
FIGURE = _DECLARED.columns["figure"]  # a column of figures in the wide form
