"""Empty forms to download: a workbook with drop-downs and instructions, or a GeoPackage to draw in."""

import pandas as pd

from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.form_files import ServedFile, form_name, serve_form, write_form, write_wide_form
from datasets.imports.forms.forms import FORM_KINDS, FormLayout
from datasets.imports.model import ColumnRole
from datasets.kinds import STORED, ImportKind
from locales import say

_PRESET = 4  # headings of figures that the wide form comes with


def template_file(kind: ImportKind, context: FormContext, layout: FormLayout | None = None) -> ServedFile:
    """The empty form of a kind. The map of townships has their present cells, that of roads no road yet."""
    chosen = layout or FORM_KINDS[kind].layouts[0]
    rows = pd.DataFrame(columns=STORED[kind])
    if kind is ImportKind.TOWNSHIPS:
        rows = list_township_rows(context, say("forms-schematic") if chosen is FormLayout.MAP else None)
    is_wide = chosen is FormLayout.WIDE
    content = _write_wide_template(kind, context) if is_wide else write_form(rows, kind, context, chosen)
    return serve_form(say("forms-template", form=form_name(kind, context, chosen)), content, chosen)


def list_township_rows(context: FormContext, source: str | None) -> pd.DataFrame:
    """The townships with their present cells, in the columns of ``STORED``."""
    townships = context.geography.townships
    shapes = townships.geometry.to_wkb().to_numpy()
    return pd.DataFrame(
        {"code": townships.index.astype(str), "name": townships["name"].to_numpy(), "geometry": shapes}
    ).assign(source=source)


def _write_wide_template(kind: ImportKind, context: FormContext) -> bytes:
    fillable = context.fillable(kind)
    counts = [key for key, entry in fillable.items() if key in context.variables and entry.unit != "%"]
    headings = [context.wide_heading(key, fillable[key].unit) for key in counts[:_PRESET]]
    counties = context.geography.region.counties
    places = [{ColumnRole.AREA_CODE: county.adcode, ColumnRole.AREA_NAME: county.name} for county in counties]
    return write_wide_form(kind, context, headings, [(place, []) for place in places])
