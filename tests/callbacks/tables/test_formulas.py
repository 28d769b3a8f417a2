"""No text of anybody is run as a formula, whichever writer puts it into a file: the API, pages, packs, exports."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from openpyxl import load_workbook

from callbacks.api import routes as api
from callbacks.packs.make_pack import write_workbook
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.tables import routes
from datasets.city.city import City, Dataset
from datasets.files.formula_guard import looks_like_formula
from datasets.imports.forms.exports import ExportForm, export_file
from datasets.imports.upload.check_upload import build_form_context
from datasets.kinds import POPULATION, ImportKind
from layouts.frame.table_menu import TABLES
from layouts.pack_terms import SheetId
from layouts.paper.documents.pack import FailedPicture
from tests.datasets.imports.forms.test_exports import facility, figures
from tests.layouts.paper.documents.packs import pack, values_sheet

FORMULA = '=HYPERLINK("http://x","y")'
BEDS = "medical_beds_per_1000_residents"
LISTS = [
    f"values?dataset=demo&indicator={BEDS}&year=2016",
    f"values?dataset=demo&indicator={BEDS}&year=2016&headings=words",
    "indicators?",
    "targets?",
    "areas?level=township",
    "status?dataset=demo&year=2016",
    f"gap?dataset=demo&indicator={BEDS}&year=2016",
]
ADDRESSES = [f"/api/v1/{address}&format={form}" for address in LISTS for form in ("csv", "xlsx")]
ADDRESSES += [
    f"/export/{name}.{form}?dataset=demo" for names in TABLES.values() for name in names for form in ("csv", "xlsx")
]


def hostile(dataset: Dataset, indicators: set[str]) -> Dataset:
    """The dataset with a formula for every text that somebody typed; a few indicators will do."""
    texts = {"source": FORMULA, "note": FORMULA}
    records = {key: own.assign(**texts) for key, own in dataset.records.items() if key in indicators}
    facilities = dataset.facilities.assign(name=FORMULA, grade=FORMULA, **texts)
    facilities = facilities[facilities["type"] == "township_hospital"]
    return replace(dataset, name=FORMULA, description=FORMULA, records=records, facilities=facilities)


@pytest.fixture(scope="module")
def client(city: City):
    """The API and the tables of a city whose texts are all formulas."""
    indicators = {
        key: replace(one, name=FORMULA, definition=FORMULA, source=FORMULA, caveat=FORMULA)
        for key, one in city.indicators.items()
    }
    ledger = city.ledger[:3]
    used = {entry.indicator for article in ledger for entry in article.targets} | {BEDS, POPULATION}
    used |= {key for key, one in city.indicators.items() if one.facility_type == "township_hospital"}
    datasets = {"demo": hostile(city.datasets["demo"], used)}
    world = replace(city, indicators=indicators, datasets=datasets, ledger=ledger)
    server, snapshots = Flask("formulas"), CitySnapshots(lambda: world)
    api.register(server, snapshots)
    routes.register(server, snapshots, lambda: date(2026, 1, 2))
    return server.test_client()


def texts_of_csv(content: bytes) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")) for cell in row]


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def check_csv(content: bytes) -> int:
    """Fails for a cell that would be run; tells how many cells are guarded."""
    texts = texts_of_csv(content)
    assert not [text for text in texts if looks_like_formula(text) and not is_number(text)]
    return sum(text.startswith("'=") for text in texts)


def check_xlsx(content: bytes) -> int:
    """Fails for a cell that would be run, now or once it is edited; tells how many texts look like formulas."""
    cells = [cell for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    like = [cell for cell in cells if isinstance(cell.value, str) and looks_like_formula(cell.value)]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in like)
    return len(like)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_table_of_the_api_and_the_pages_runs_a_text(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    check = check_csv if "csv" in address else check_xlsx
    bare = "areas?" in address or "targets?" in address or "status?" in address  # they bear no text of a dataset
    assert check(answer.data) > 0 or bare


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        (ImportKind.OBSERVATIONS, figures(source=FORMULA, note=FORMULA)),
        (ImportKind.FACILITIES, facility(name=FORMULA, source=FORMULA, note=FORMULA)),
    ],
)
def test_no_export_runs_a_text(foundation, city, kind, rows):
    forms = build_form_context(foundation, city)
    assert check_csv(export_file(rows, kind, forms, "名", ExportForm.CSV).content) > 1
    assert check_xlsx(export_file(rows, kind, forms, "名", ExportForm.XLSX).content) > 1


def test_no_pack_runs_a_text():
    plain = pack(title=FORMULA, sheets={SheetId.VALUES: values_sheet(FORMULA)})
    about = replace(plain.about, subtitle=FORMULA, maker=FORMULA, dataset=FORMULA, notes=((FORMULA, FORMULA),))
    made = replace(plain, about=about)
    assert check_xlsx(write_workbook(made, [FailedPicture(FORMULA, FORMULA)])) > 5
