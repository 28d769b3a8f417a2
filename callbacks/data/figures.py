"""The published figures of a dataset as the page 数据 shows them to be corrected."""

from typing import Any

from datasets.imports.forms.choices import FormContext
from datasets.kinds import ImportKind
from datasets.published.dataset_rows import read_rows
from datasets.published.published_city import PublishedCity
from datasets.store.model import StoredDataset, UnknownError
from layouts.pages.data.figures import FigureRow, FiguresView
from layouts.words.common import kind_names


def build_figures_view(
    published_city: PublishedCity, dataset: StoredDataset | None, variable: str, forms: FormContext
) -> FiguresView:
    """The figures of a variable, of the first for one that there is not. Raises UnknownError without figures."""
    rows = None
    if dataset and dataset.id in published_city.current().datasets:
        rows = read_rows(published_city, dataset.id, ImportKind.OBSERVATIONS)
    if dataset is None or rows is None or rows.empty:
        raise UnknownError("dataset with figures", dataset.id if dataset else "", ())
    there = rows["variable"].astype(str)
    names = {key: label for key, label in forms.variable_labels.items() if key in set(there)}
    chosen = variable if variable in names else next(iter(names))
    kinds = kind_names()
    own = rows[there == chosen].sort_values(["year", "area_code"], ascending=[False, True], kind="stable")
    described = [_describe_row(row, forms, kinds) for row in own.itertuples()]
    return FiguresView(dataset.id, dataset.name, names, chosen, described)


def _describe_row(row: Any, forms: FormContext, kinds: dict[str, str]) -> FigureRow:
    area = forms.area_name(str(row.area_code), row.year) or str(row.area_code)
    return FigureRow(
        str(row.area_code),
        area,
        int(row.year),
        f"{row.value:.15g}",
        forms.declared[str(row.variable)].unit,
        kinds.get(str(row.kind), str(row.kind)),
        str(row.source),
        str(row.note or ""),
    )
